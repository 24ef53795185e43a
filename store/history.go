package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A HistoryFilter says which entries of the journal are asked for. The zero
// filter is all of them.
type HistoryFilter struct {
	Before int64     // entries older than this one; 0 from the newest
	Nouns  []string  // that changed a record of one of these; all for none
	From   time.Time // done at From or later; the zero time for any
	To     time.Time // done before To; the zero time for any
}

// Journal is the newest entries that f asks for, newest first, at most limit.
func (tx *Tx) Journal(f HistoryFilter, limit int) ([]Entry, error) {
	low, high, err := tx.span(f)
	if err != nil {
		return nil, err
	}
	from, to := f.stamps()
	if len(f.Nouns) == 0 {
		return rows(tx, scanEntry, entryColumns+`WHERE j.seq BETWEEN ?1 AND ?2 AND (?3 = '' OR j.at >= ?3) AND (?4 = '' OR j.at < ?4)
			ORDER BY j.seq DESC LIMIT ?5`, low, high, from, to, limit)
	}
	var found []int64
	for _, noun := range f.Nouns {
		some, err := rows(tx, scanID, `SELECT DISTINCT t.seq FROM touched t JOIN journal j ON j.seq = t.seq
			WHERE t.noun = ?1 AND t.seq BETWEEN ?2 AND ?3 AND (?4 = '' OR j.at >= ?4) AND (?5 = '' OR j.at < ?5)
			ORDER BY t.seq DESC LIMIT ?6`, noun, low, high, from, to, limit)
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
	}
	slices.Sort(found)
	found = slices.Compact(found)
	slices.Reverse(found)
	all := make([]Entry, 0, limit)
	for _, seq := range found[:min(len(found), limit)] {
		e, err := tx.Entry(seq)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

// stamps is the bounds of f as the journal has times; "" for none.
func (f HistoryFilter) stamps() (from, to string) {
	stamp := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.UTC().Format(time.RFC3339)
	}
	return stamp(f.From), stamp(f.To)
}

// span is the lowest and highest number that an entry of f can have. The clock
// may have gone back, so that between them other days can lie too.
func (tx *Tx) span(f HistoryFilter) (low, high int64, err error) {
	from, to := f.stamps()
	if from == "" && to == "" {
		err = tx.one(`SELECT coalesce(max(seq), 0) FROM journal`, nil, &high)
	} else {
		err = tx.one(`SELECT coalesce(min(seq), 0), coalesce(max(seq), 0) FROM journal WHERE at >= ?1 AND at < coalesce(nullif(?2, ''), '9999')`,
			[]any{from, to}, &low, &high)
	}
	if f.Before != 0 {
		high = min(high, f.Before-1)
	}
	return low, high, err
}

// Turns reports whether deed e can be taken back or, when it is taken back, done
// again: whether what it changed is as it, or what took it back, left it.
func (tx *Tx) Turns(e Entry) (bool, error) {
	const looked = 20 // records of a deed; more are looked at when it is turned
	for _, c := range e.Changes[:min(len(e.Changes), looked)] {
		want := c.After
		if e.Undone {
			want = c.Before
		}
		now, err := tx.record(c.Noun, c.ID)
		if err != nil || !same(now, want) {
			return false, err
		}
	}
	return e.Undoes == 0, nil
}

// Also is f with one more fact, as JSON, behind the others of its kind, as the
// user adds them. f itself stays as it is.
func (f *ArticleFacts) Also(key, fact string) (*ArticleFacts, error) {
	other := *f
	var err error
	switch KindOf(key) {
	case "statement":
		err = also(&other.Statements, &other.Keys.Statements, key, fact)
	case "entity":
		err = also(&other.Entities, &other.Keys.Entities, key, fact)
	case "time":
		err = also(&other.Times, &other.Keys.Times, key, fact)
	case "amount":
		err = also(&other.Amounts, &other.Keys.Amounts, key, fact)
	case "event":
		err = also(&other.Events, &other.Keys.Events, key, fact)
	case "position":
		err = also(&other.Positions, &other.Keys.Positions, key, fact)
	}
	return &other, err
}

func also[T any](facts *[]T, keys *[]string, key, body string) error {
	var f T
	if err := json.Unmarshal([]byte(body), &f); err != nil {
		return fmt.Errorf("addition %s: %w", key, err)
	}
	*facts, *keys = append(slices.Clone(*facts), f), append(slices.Clone(*keys), key)
	return nil
}

// Title is the title of an article.
func (tx *Tx) Title(article int64) (title string, err error) {
	return title, tx.one(`SELECT title FROM article WHERE id = ?`, []any{article}, &title)
}

// StoryName is the name of a story.
func (tx *Tx) StoryName(id int64) (name string, err error) {
	return name, tx.one(`SELECT name FROM story WHERE id = ?`, []any{id}, &name)
}

// AttachmentName is the name of an attached file.
func (tx *Tx) AttachmentName(id int64) (name string, err error) {
	return name, tx.one(`SELECT name FROM attachment WHERE id = ?`, []any{id}, &name)
}

// index writes what the history is found by.
func (d *Deed) index() error {
	for _, c := range d.changes {
		if err := d.tx.exec(`INSERT OR IGNORE INTO touched (noun, id, seq) VALUES (?, ?, ?)`, c.Noun, c.ID, d.seq); err != nil {
			return err
		}
		for _, claim := range c.claims() {
			if err := d.tx.exec(`INSERT OR IGNORE INTO claim_history (claim, seq) VALUES (?, ?)`, claim, d.seq); err != nil {
				return err
			}
		}
		for _, article := range c.articles() {
			if err := d.tx.exec(`INSERT OR IGNORE INTO article_history (article, seq) VALUES (?, ?)`, article, d.seq); err != nil {
				return err
			}
		}
	}
	return d.stand()
}

// articles is the articles that a change changed something on.
func (c *Change) articles() []int64 {
	var all []int64
	for _, record := range [...]json.RawMessage{c.Before, c.After} {
		var on struct{ Article int64 }
		if json.Unmarshal(record, &on) == nil && on.Article != 0 {
			all = append(all, on.Article)
		}
	}
	return all
}

// claims is the claims that a change changed, or on which what it changed hangs.
func (c *Change) claims() []int64 {
	if c.Noun == "claim" {
		id, err := strconv.ParseInt(c.ID, 10, 64)
		if err != nil {
			return nil
		}
		return []int64{id}
	}
	var all []int64
	for _, record := range [...]json.RawMessage{c.Before, c.After} {
		var on struct {
			Claim    int64
			From, To string // of a tie
		}
		if json.Unmarshal(record, &on) != nil {
			continue
		}
		if on.Claim != 0 {
			all = append(all, on.Claim)
		}
		for _, end := range [...]string{on.From, on.To} {
			if number, ok := strings.CutPrefix(end, "claim/"); ok {
				if id, err := strconv.ParseInt(number, 10, 64); err == nil {
					all = append(all, id)
				}
			}
		}
	}
	return all
}
