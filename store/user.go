package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Stances is what a piece of evidence can be for a claim.
var Stances = [...]string{"for", "against", "context"}

// A Claim is a checkable assertion in the user's words.
type Claim struct {
	ID      int64  `json:"-"`
	Words   string `json:"words"`
	Who     string `json:"who"`
	Verdict string `json:"verdict"`
	Reason  string `json:"reason"`
	Made    string `json:"made"`   // RFC 3339, UTC
	Status  string `json:"status"` // one of Statuses
}

// Statuses is how far a claim can have come on its way to being published.
var Statuses = [...]string{"open", "checking", "ready"}

// Relations is what a statement can be to a claim, and a claim or statement to
// another: the same claim, or what the first does to the second.
var Relations = [...]string{"same", "repeats", "supports", "contradicts", "qualifies", "answers"}

// A Link says what a statement is to a claim.
type Link struct {
	Claim    int64  `json:"claim"`
	Article  int64  `json:"article"`
	Key      string `json:"key"`
	Words    string `json:"words"` // as the statement read when it was linked
	Who      string `json:"who"`
	Relation string `json:"relation"` // one of Relations
	Why      string `json:"why"`      // in the user's words
	// Of the article; not saved with the link.
	Title, Outlet, Published string `json:"-"`
	ClaimWords, Verdict      string `json:"-"`
}

// An Evidence is what speaks for, against or around a claim: a passage of an
// article or the whole of it, an attached file, or an address. Start and End
// are byte offsets of Quote in the article's text; without a quote the whole
// article is meant. At a file or an address Quote is what the user copied from
// it, or nothing.
type Evidence struct {
	ID         int64  `json:"-"`
	Claim      int64  `json:"claim"`
	Article    *int64 `json:"article"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
	Quote      string `json:"quote"`
	Stance     string `json:"stance"`
	Why        string `json:"why"`
	Address    string `json:"address"`
	Attachment *int64 `json:"attachment"`
	Made       string `json:"made"` // RFC 3339, UTC

	Title, Outlet, Published string `json:"-"` // of the article
	File                     string `json:"-"` // name of the attached file
	Size                     int64  `json:"-"` // of the file, in bytes
}

// A Note is the user's own words on a passage of an article or on a claim.
type Note struct {
	ID      int64  `json:"-"`
	Article *int64 `json:"article"`
	Claim   *int64 `json:"claim"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Quote   string `json:"quote"`
	Words   string `json:"words"`
	Made    string `json:"made"`
}

// Decide sets what the user makes of the fact that key names: Accepted,
// Rejected, or Edited with the fact as it should read; Suggested takes the
// decision back.
func (d *Deed) Decide(article int64, key, state string, edited any) error {
	id := factID(article, key)
	if state == Suggested {
		return d.Put("decision", id, nil)
	}
	f, err := d.tx.Facts(article)
	if err != nil {
		return err
	}
	if !f.Keys.has(key) {
		return fmt.Errorf("%w: the article has no such fact", ErrNotFound)
	}
	var body string
	if edited == nil {
		body, err = d.tx.editedBody(id) // a fact that was edited stays edited
	} else {
		var b []byte
		b, err = json.Marshal(edited)
		body = string(b)
	}
	if err != nil {
		return err
	}
	return d.Put("decision", id, map[string]any{"article": article, "key": key, "state": state, "fact": body})
}

// editedBody is the user's version of a fact, "" when there is none.
func (tx *Tx) editedBody(id string) (string, error) {
	var body string
	return body, tx.one(`SELECT coalesce((SELECT fact FROM decision WHERE id = ?), '')`, []any{id}, &body)
}

func (k *Keys) has(key string) bool {
	for _, all := range [][]string{k.Statements, k.Entities, k.Times, k.Amounts, k.Events, k.Positions} {
		if slices.Contains(all, key) {
			return true
		}
	}
	return false
}

// SaveNote makes n, or changes the note of its ID. A note on an article may
// have a passage, found as for SaveEvidence.
func (d *Deed) SaveNote(n Note) (int64, error) {
	n.Words = strings.TrimSpace(n.Words)
	if n.Words == "" {
		return 0, fmt.Errorf("%w: a note needs words", ErrInvalid)
	}
	if n.Article != nil && (n.Quote != "" || n.End > n.Start) {
		var err error
		if n.Start, n.End, n.Quote, err = d.tx.passage(*n.Article, n.Start, n.End, n.Quote); err != nil {
			return 0, err
		}
	}
	if n.ID == 0 {
		n.ID, n.Made = d.seq, d.tx.stamp()
	}
	return n.ID, d.Put("note", fmt.Sprint(n.ID), n)
}

// Drop deletes a claim, evidence or note; undo brings it back.
func (d *Deed) Drop(noun string, id int64) error { return d.Put(noun, fmt.Sprint(id), nil) }

// passage is where quote stands in an article: at [start, end) when it does,
// else where it is found.
func (tx *Tx) passage(article int64, start, end int, quote string) (int, int, string, error) {
	a, err := tx.Article(article)
	if err != nil {
		return 0, 0, "", err
	}
	if start >= 0 && start < end && end <= len(a.Text) && (quote == "" || a.Text[start:end] == quote) {
		words := strings.TrimSpace(a.Text[start:end])
		start += strings.Index(a.Text[start:end], words)
		if words != "" {
			return start, start + len(words), words, nil
		}
	}
	quote = strings.TrimSpace(strings.ReplaceAll(quote, "\r\n", "\n"))
	if at := strings.Index(a.Text, quote); quote != "" && at >= 0 {
		return at, at + len(quote), quote, nil
	}
	return 0, 0, "", fmt.Errorf("%w: this passage does not stand in the article word for word; copy it from the text", ErrInvalid)
}
