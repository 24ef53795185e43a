package store

import (
	"cmp"
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

	Title, Outlet, Published string `json:"-"`
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

// SaveClaim makes c, or changes the claim of its ID, and returns the ID.
func (d *Deed) SaveClaim(c Claim) (int64, error) {
	c.Words = strings.TrimSpace(c.Words)
	if c.Words == "" {
		return 0, fmt.Errorf("%w: a claim needs words; write the assertion in one sentence", ErrInvalid)
	}
	if c.ID == 0 {
		c.ID, c.Made = d.seq, d.tx.stamp()
	}
	verdicts, err := d.tx.Verdicts()
	if err != nil {
		return 0, err
	}
	c.Verdict, c.Status = cmp.Or(c.Verdict, verdicts[0].Words), cmp.Or(c.Status, Statuses[0])
	if !slices.ContainsFunc(verdicts, func(v Verdict) bool { return v.Words == c.Verdict }) {
		return 0, fmt.Errorf("%w: %q is not a verdict", ErrInvalid, c.Verdict)
	}
	if !slices.Contains(Statuses[:], c.Status) {
		return 0, fmt.Errorf("%w: a claim is open, checking or ready", ErrInvalid)
	}
	return c.ID, d.Put("claim", fmt.Sprint(c.ID), c)
}

// SaveLink links a statement, named by article and key, to a claim; relation is
// what it is to the claim.
func (d *Deed) SaveLink(claim, article int64, key, relation string) error {
	if !slices.Contains(Relations[:], relation) {
		return fmt.Errorf("%w: choose what the statement is to the claim", ErrInvalid)
	}
	f, err := d.tx.Facts(article)
	if err != nil {
		return err
	}
	i := slices.Index(f.Keys.Statements, key)
	if i < 0 {
		return fmt.Errorf("%w: the article has no such statement", ErrNotFound)
	}
	s := f.Statements[i]
	who := f.Words(s.Source)
	people, err := d.tx.Who(article, f)
	if err != nil {
		return err
	}
	if e, ok := people[s.Speaker]; ok {
		who = e.Name
	}
	return d.Put("link", linkID(claim, article, key), Link{Claim: claim, Article: article, Key: key, Words: f.Told(s), Who: who, Relation: relation})
}

// DropLink parts a statement from a claim.
func (d *Deed) DropLink(claim, article int64, key string) error {
	return d.Put("link", linkID(claim, article, key), nil)
}

func linkID(claim, article int64, key string) string {
	return fmt.Sprintf("%d/%d/%s", claim, article, key)
}

// SaveEvidence pins e, or changes the evidence of its ID. A passage is found
// by Start and End, or by Quote when they do not hold it.
func (d *Deed) SaveEvidence(e Evidence) (int64, error) {
	if !slices.Contains(Stances[:], e.Stance) {
		return 0, fmt.Errorf("%w: evidence is for, against or context", ErrInvalid)
	}
	if e.Article != nil && (e.Quote != "" || e.End > e.Start) {
		var err error
		if e.Start, e.End, e.Quote, err = d.tx.passage(*e.Article, e.Start, e.End, e.Quote); err != nil {
			return 0, err
		}
	}
	if e.ID == 0 {
		e.ID = d.seq
	}
	return e.ID, d.Put("evidence", fmt.Sprint(e.ID), e)
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

// RemoveClaim deletes a claim with all that hangs on it; undo brings it back.
func (d *Deed) RemoveClaim(id int64) error {
	for _, noun := range [...]string{"link", "evidence", "note"} {
		ids, err := rows(d.tx, func(r scanner) (id string, err error) { return id, r.Scan(&id) },
			`SELECT CAST(id AS TEXT) FROM `+noun+` WHERE claim = ? ORDER BY id`, id)
		if err != nil {
			return err
		}
		for _, hanging := range ids {
			if err := d.Put(noun, hanging, nil); err != nil {
				return err
			}
		}
	}
	return d.Drop("claim", id)
}
