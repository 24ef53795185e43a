package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Tie says what a claim or statement is to another of its kind. Words are as
// the ends read when they were tied.
type Tie struct {
	ID        string `json:"-"`
	From      string `json:"from"` // ClaimEnd or StatementEnd
	Relation  string `json:"relation"`
	To        string `json:"to"`
	Why       string `json:"why"`
	FromWords string `json:"from_words"`
	ToWords   string `json:"to_words"`
	Made      string `json:"made"`
}

// ClaimEnd is a claim as an end of a Tie.
func ClaimEnd(id int64) string { return "claim/" + strconv.FormatInt(id, 10) }

// StatementEnd is a statement as an end of a Tie.
func StatementEnd(article int64, key string) string {
	return "statement/" + strconv.FormatInt(article, 10) + "/" + key
}

// CutEnd takes an end of a Tie apart: the number of a claim, with no key, or
// of an article, with the key of the statement.
func CutEnd(end string) (id int64, key string, err error) {
	kind, ref, _ := strings.Cut(end, "/")
	number, key, _ := strings.Cut(ref, "/")
	id, err = strconv.ParseInt(number, 10, 64)
	if err != nil || (kind != "claim" || key != "") && (kind != "statement" || key == "") {
		return 0, "", fmt.Errorf("%w: choose a claim or a statement", ErrInvalid)
	}
	return id, key, nil
}

// SaveTie ties two claims or two statements, in the place of what they were to
// each other.
func (d *Deed) SaveTie(t Tie) error {
	from, _, _ := strings.Cut(t.From, "/")
	to, _, _ := strings.Cut(t.To, "/")
	if from != to || t.From == t.To {
		return fmt.Errorf("%w: link a claim to another claim, or a statement to another statement", ErrInvalid)
	}
	if !slices.Contains(Relations[:], t.Relation) {
		return fmt.Errorf("%w: choose what the one is to the other", ErrInvalid)
	}
	var err error
	if t.FromWords, err = d.tx.endWords(t.From); err != nil {
		return err
	}
	if t.ToWords, err = d.tx.endWords(t.To); err != nil {
		return err
	}
	t.Why, t.Made = strings.TrimSpace(t.Why), d.tx.stamp()
	if err := d.DropTie(t.To + ">" + t.From); err != nil {
		return err
	}
	return d.Put("tie", t.From+">"+t.To, t)
}

// DropTie parts what a tie, by its ID, ties.
func (d *Deed) DropTie(id string) error { return d.Put("tie", id, nil) }

// endWords is how an end of a tie reads.
func (tx *Tx) endWords(end string) (string, error) {
	id, key, err := CutEnd(end)
	if err != nil {
		return "", err
	}
	if key == "" {
		c, err := tx.Claim(id)
		return c.Words, err
	}
	s, err := tx.StatementAt(id, key)
	return s.Words, err
}

const tieColumns = `SELECT id, "from", relation, "to", why, from_words, to_words, made FROM tie `

func scanTie(r scanner) (t Tie, err error) {
	return t, r.Scan(&t.ID, &t.From, &t.Relation, &t.To, &t.Why, &t.FromWords, &t.ToWords, &t.Made)
}

// Ties is what a claim or statement is to others, and they to it, oldest first.
func (tx *Tx) Ties(end string) ([]Tie, error) {
	return rows(tx, scanTie, tieColumns+`WHERE "from" = ?1 OR "to" = ?1 ORDER BY made, id`, end)
}

// TiesOfArticle is the ties of an article's statements, oldest first.
func (tx *Tx) TiesOfArticle(article int64) ([]Tie, error) {
	first, after := endsOf(article)
	return rows(tx, scanTie, tieColumns+`WHERE "from" >= ?1 AND "from" < ?2 OR "to" >= ?1 AND "to" < ?2 ORDER BY made, id`, first, after)
}

// endsOf is the ends that an article's statements are as ties have them: from
// the first on, and before the second.
func endsOf(article int64) (first, after string) {
	first = StatementEnd(article, "")
	return first, strings.TrimSuffix(first, "/") + "0" // follows "/" in the alphabet
}
