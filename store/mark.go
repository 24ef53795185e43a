package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
)

// Mark names the state of a record, or of some of its columns: it is another
// one when they are. A form holds the mark of what it was made of, so that a
// save from an older page is noticed. A record that is not there has a mark too.
func (tx *Tx) Mark(noun, id string, columns ...string) (string, error) {
	body, err := tx.record(noun, id)
	if err != nil {
		return "", err
	}
	body, err = only(body, columns)
	return markOf(string(body)), err
}

// only is a record with nothing but some columns; all of them for none.
func only(body json.RawMessage, columns []string) (json.RawMessage, error) {
	if len(columns) == 0 || string(body) == "null" {
		return body, nil
	}
	var record map[string]json.RawMessage
	if err := json.Unmarshal(body, &record); err != nil {
		return nil, err
	}
	maps.DeleteFunc(record, func(c string, _ json.RawMessage) bool { return !slices.Contains(columns, c) })
	return json.Marshal(record)
}

// markOf is the mark of a record as the archive has it.
func markOf(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:8])
}

// factID is the id of the decision on a fact of an article.
func factID(article int64, key string) string { return strconv.FormatInt(article, 10) + "/" + key }

// A Changed is how Expect fails: a record that was changed since the mark was
// taken, or those of its columns that the mark was of.
type Changed struct {
	Noun, ID string
	Columns  []string // none for all
}

func (c *Changed) Error() string {
	return ErrStale.Error() + ": this was changed in another window since you opened it"
}

// Unwrap makes a Changed an ErrStale.
func (c *Changed) Unwrap() error { return ErrStale }

// Expect fails with a *Changed, which is an ErrStale, when a record, or those of
// its columns, is not as it was when mark was taken of the same. An empty mark
// expects nothing.
func (d *Deed) Expect(noun, id, mark string, columns ...string) error {
	now, err := d.tx.Mark(noun, id, columns...)
	if err != nil || mark == "" || now == mark {
		return err
	}
	return &Changed{noun, id, columns}
}

// LastChange is the newest entry that changed a record, or one of those columns
// of it; ErrNotFound when none did.
func (tx *Tx) LastChange(c Changed) (Entry, error) {
	const looked = 100 // that many entries back, and no further
	all, err := rows(tx, scanID, `SELECT seq FROM touched WHERE noun = ? AND id = ? ORDER BY seq DESC LIMIT ?`, c.Noun, c.ID, looked)
	if err != nil {
		return Entry{}, err
	}
	for _, seq := range all {
		e, err := tx.Entry(seq)
		if err != nil {
			return e, err
		}
		changed, err := e.changed(c)
		if err != nil || changed {
			return e, err
		}
	}
	return Entry{}, ErrNotFound
}

// changed reports whether e changed one of the columns of a record.
func (e *Entry) changed(x Changed) (bool, error) {
	for _, c := range e.Changes {
		if c.Noun != x.Noun || c.ID != x.ID {
			continue
		}
		before, err := only(c.Before, x.Columns)
		if err != nil {
			return false, err
		}
		after, err := only(c.After, x.Columns)
		if err != nil || !same(before, after) {
			return err == nil, err
		}
	}
	return false, nil
}

// ExpectWords is Expect for the decision on a fact that was shown when mark was
// taken: it fails only when the fact was edited since. Whether it was accepted
// or rejected meanwhile is the user's to decide anew.
func (d *Deed) ExpectWords(article int64, key, mark string) error {
	id := factID(article, key)
	err := d.Expect("decision", id, mark)
	if err == nil {
		return nil
	}
	if edited, other := d.tx.editedBody(id); other != nil || edited == "" {
		return other
	}
	return err
}

// MarksOfFacts is the marks of the decisions on an article's facts, by key. What
// is not in it was not decided on and has the mark of nothing, under "".
func (tx *Tx) MarksOfFacts(article int64) (map[string]string, error) {
	n, err := nounOf("decision")
	if err != nil {
		return nil, err
	}
	marks := map[string]string{"": markOf("null")}
	_, err = rows(tx, func(r scanner) (struct{}, error) {
		var key, body string
		err := r.Scan(&key, &body)
		marks[key] = markOf(body)
		return struct{}{}, err
	}, `SELECT key, `+n.object()+` FROM decision WHERE article = ?`, article)
	return marks, err
}
