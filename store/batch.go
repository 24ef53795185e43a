package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// MostAtOnce is how many suggestions are accepted together in one deed.
const MostAtOnce = 500

// A Sort is the suggestions of one sort: statements by act and form ("said",
// quotation), events by kind and status, positions by act and stance.
type Sort struct {
	Kind     string // one of QueueKinds
	One, Two string // act and form, kind and status, or act and stance
}

// sortColumns is the columns of each kind's table that Sort's One and Two are
// about.
var sortColumns = map[string][2]string{"statement": {"act", "form"}, "event": {"kind", "status"}, "position": {"act", "stance"}}

// A Trust is what the user has made of the suggestions of one sort.
type Trust struct {
	Sort
	Accepted, Rejected int // edited ones count as accepted
}

// Earned reports whether suggestions of this sort may be accepted together: the
// user has accepted at least five and rejected fewer than one in ten.
func (t Trust) Earned() bool { return t.Accepted >= 5 && t.Rejected*10 < t.Accepted+t.Rejected }

// Trusts is what was decided of each sort of a kind, those most often accepted
// first.
func (tx *Tx) Trusts(kind string) ([]Trust, error) {
	c, ok := sortColumns[kind]
	if !ok {
		return nil, fmt.Errorf("%w: statements, events and positions have sorts", ErrInvalid)
	}
	return rows(tx, func(r scanner) (t Trust, err error) {
		t.Kind = kind
		return t, r.Scan(&t.One, &t.Two, &t.Accepted, &t.Rejected)
	}, `SELECT `+c[0]+`, `+c[1]+`, sum(state <> 'rejected') AS yes, sum(state = 'rejected')
		FROM `+kind+` INDEXED BY `+kind+`_decided WHERE state <> 'suggested' GROUP BY 1, 2 ORDER BY yes DESC, 1, 2`)
}

// Trust is what was decided of one sort.
func (tx *Tx) Trust(s Sort) (Trust, error) {
	all, err := tx.Trusts(s.Kind)
	i := slices.IndexFunc(all, func(t Trust) bool { return t.Sort == s })
	if err != nil || i < 0 {
		return Trust{Sort: s}, err
	}
	return all[i], nil
}

// sure is the FROM and WHERE of the suggestions of a sort of which the program
// is at least as sure as ?3.
func (s Sort) sure() string {
	c := sortColumns[s.Kind]
	return ` FROM ` + s.Kind + ` s INDEXED BY ` + s.Kind + `_sort WHERE s.` + c[0] + ` = ?1 AND s.` + c[1] + ` = ?2 AND s.confidence >= ?3
		AND s.state = 'suggested' AND s.id / 4096 NOT IN (SELECT article FROM removal)`
}

// Sure is how many suggestions of s the program is at least as sure of as
// above, counted to one over Many.
func (tx *Tx) Sure(s Sort, above float64) (n int, err error) {
	if _, ok := sortColumns[s.Kind]; !ok {
		return 0, fmt.Errorf("%w: statements, events and positions have sorts", ErrInvalid)
	}
	return n, tx.one(`SELECT count(*) FROM (SELECT 1`+s.sure()+` LIMIT ?4)`, []any{s.One, s.Two, above, Many + 1}, &n)
}

// A Batch is what would be accepted together: at most MostAtOnce suggestions of
// a sort, the surest first.
type Batch struct {
	Trust
	Above float64
	All   []Suggestion
}

// Batch is what accepting the suggestions of s that the program is at least as
// sure of as above would accept.
func (tx *Tx) Batch(s Sort, above float64) (Batch, error) {
	b := Batch{Above: above}
	var err error
	if b.Trust, err = tx.Trust(s); err != nil {
		return b, err
	}
	b.All, err = rows(tx, scanSuggestion, `SELECT s.article, s.key, s.state, s.confidence, s.id`+s.sure()+`
		ORDER BY s.confidence DESC, s.id DESC LIMIT ?4`, s.One, s.Two, above, MostAtOnce)
	return b, err
}

// Articles is how many articles the batch is in.
func (b Batch) Articles() int {
	in := map[int64]bool{}
	for _, s := range b.All {
		in[s.Article] = true
	}
	return len(in)
}

// Sum stands for exactly these suggestions, so that a deed can be held to what
// was shown before it.
func (b Batch) Sum() string {
	h := sha256.New()
	for _, s := range b.All {
		fmt.Fprintf(h, "%d/%s\n", s.Article, s.Key)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// AcceptAll accepts what Batch gives for s and above, but for the facts that
// leave names as ARTICLE/KEY, and returns how many. It does nothing and fails
// with ErrStale when that is not the batch of sum any more, and with ErrInvalid
// when the user has not accepted enough of the sort one by one.
func (d *Deed) AcceptAll(s Sort, above float64, sum string, leave []string) (int, error) {
	b, err := d.tx.Batch(s, above)
	if err != nil {
		return 0, err
	}
	if !b.Earned() {
		return 0, fmt.Errorf("%w: accept five of this sort one by one first, and reject fewer than one in ten", ErrInvalid)
	}
	if b.Sum() != sum {
		return 0, fmt.Errorf("%w: other suggestions would be accepted by now; look at the list again", ErrStale)
	}
	accepted := 0
	for _, x := range b.All {
		id := fmt.Sprintf("%d/%s", x.Article, x.Key)
		if slices.Contains(leave, id) {
			continue
		}
		if err := d.Put("decision", id, map[string]any{"article": x.Article, "key": x.Key, "state": Accepted, "fact": ""}); err != nil {
			return 0, err
		}
		accepted++
	}
	return accepted, nil
}

// A Quoted is a suggestion as a list shows it, in its words.
type Quoted struct {
	Suggestion
	Line                     string // the words around, its own between Mark and Unmark
	Who                      string // says it, "" for an event or a position
	Title, Outlet, Published string
	Language                 string
}

// Quote is suggestions in the words of their articles.
func (tx *Tx) Quote(all []Suggestion) ([]Quoted, error) {
	quoted := make([]Quoted, len(all))
	for i, s := range all {
		q, at := Quoted{Suggestion: s}, spanOf(s.Key)
		var before, words, after []byte
		err := tx.one(`SELECT title, outlet, coalesce(published, ''), language, substr(CAST(text AS BLOB), max(?1 - ?4, 0) + 1, min(?1, ?4)),
				substr(CAST(text AS BLOB), ?1 + 1, ?2), substr(CAST(text AS BLOB), ?1 + ?2 + 1, ?4)
			FROM article WHERE id = ?3`, []any{at.Start, at.Len(), s.Article, around},
			&q.Title, &q.Outlet, &q.Published, &q.Language, &before, &words, &after)
		if err != nil {
			return nil, err
		}
		if KindOf(s.Key) == "statement" {
			said, err := tx.StatementAt(s.Article, s.Key)
			if err != nil {
				return nil, err
			}
			q.Who = cmp.Or(said.Name, said.Source)
		}
		q.Line = lineBefore(before) + Mark + string(words) + Unmark + lineAfter(after)
		quoted[i] = q
	}
	return quoted, nil
}
