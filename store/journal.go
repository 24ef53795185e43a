package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
)

// A Change is one record of the user's before and after a deed, as JSON;
// null where it did not or does not exist.
type Change struct {
	Noun   string          `json:"noun"`
	ID     string          `json:"id"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// A Deed is one decision of the user: the changes it made, saved together.
type Deed struct {
	tx      *Tx
	seq     int64
	name    string
	undoes  int64
	changes []Change
}

// Do runs f, which makes the changes of one deed, and writes them and the
// journal together. It returns the deed's number, or 0 when nothing changed.
// key is the form's own: a deed whose key is in the journal already is not
// done again, and its number is returned. An empty key is for programs, which
// do not retry. A deed about who is who names itself.
func (a *Archive) Do(ctx context.Context, key, name string, f func(*Deed) error) (int64, error) {
	return a.do(ctx, key, func(d *Deed) error {
		d.name = name
		return f(d)
	})
}

func (a *Archive) do(ctx context.Context, key string, f func(*Deed) error) (int64, error) {
	var seq int64
	err := a.update(ctx, true, func(tx *Tx) error {
		if key != "" {
			if err := tx.one(`SELECT seq FROM journal WHERE key = ?`, []any{key}, &seq); !errors.Is(err, ErrNotFound) {
				return err
			}
		}
		if err := tx.one(`SELECT coalesce(max(seq), 0) + 1 FROM journal`, nil, &seq); err != nil {
			return err
		}
		d := &Deed{tx: tx, seq: seq}
		if err := f(d); err != nil {
			return err
		}
		if len(d.changes) == 0 {
			seq = 0
			return nil
		}
		return d.append(key)
	})
	if err != nil {
		return 0, err
	}
	return seq, nil
}

// Tx is the transaction the deed is done in, for looking things up.
func (d *Deed) Tx() *Tx { return d.tx }

// ID is a number for the one new note, claim or evidence of the deed, never
// used before or again.
func (d *Deed) ID() int64 { return d.seq }

// Put makes record the noun's record of that id; nil drops it.
func (d *Deed) Put(noun, id string, record any) error {
	body := json.RawMessage("null")
	if record != nil {
		var err error
		if body, err = json.Marshal(record); err != nil {
			return err
		}
	}
	return d.set(noun, id, body)
}

func (d *Deed) set(noun, id string, body json.RawMessage) error {
	before, err := d.tx.record(noun, id)
	if err != nil {
		return err
	}
	if err := d.tx.setRecord(noun, id, before, body); err != nil {
		return err
	}
	after, err := d.tx.record(noun, id)
	if err != nil || same(before, after) {
		return err
	}
	d.changes = append(d.changes, Change{noun, id, before, after})
	return nil
}

// append writes the deed into the journal.
func (d *Deed) append(key string) error {
	changes, err := json.Marshal(d.changes)
	if err != nil {
		return err
	}
	var last []byte
	if err := d.tx.one(`SELECT coalesce((SELECT hash FROM journal WHERE seq = ?), x'')`, []any{d.seq - 1}, &last); err != nil {
		return err
	}
	e := Entry{Seq: d.seq, At: d.tx.stamp(), Deed: d.name, Undoes: d.undoes, changes: string(changes), key: key}
	err = d.tx.exec(`INSERT INTO journal (seq, at, deed, changes, undoes, key, hash)
		VALUES (?, ?, ?, ?, nullif(?, 0), nullif(?, ''), ?)`,
		e.Seq, e.At, e.Deed, e.changes, e.Undoes, e.key, e.chain(last))
	if err != nil {
		return err
	}
	for _, claim := range d.claims() {
		if err := d.tx.exec(`INSERT OR IGNORE INTO claim_history (claim, seq) VALUES (?, ?)`, claim, d.seq); err != nil {
			return err
		}
	}
	return nil
}

// claims is the claims that the deed changed, or something that hangs on them.
func (d *Deed) claims() []int64 {
	var all []int64
	for _, c := range d.changes {
		if c.Noun == "claim" {
			if id, err := strconv.ParseInt(c.ID, 10, 64); err == nil {
				all = append(all, id)
			}
			continue
		}
		for _, record := range [...]json.RawMessage{c.Before, c.After} {
			var on struct{ Claim int64 }
			if json.Unmarshal(record, &on) == nil && on.Claim != 0 {
				all = append(all, on.Claim)
			}
		}
	}
	return all
}

// same reports whether two records are the same JSON, however it is escaped.
func same(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	var x, y any
	for _, side := range [...]struct {
		from []byte
		to   *any
	}{{a, &x}, {b, &y}} {
		d := json.NewDecoder(bytes.NewReader(side.from))
		d.UseNumber()
		if d.Decode(side.to) != nil {
			return false
		}
	}
	return reflect.DeepEqual(x, y)
}

// An Entry is one deed in the journal.
type Entry struct {
	Seq     int64
	At      string // RFC 3339, UTC
	Deed    string
	Undoes  int64 // Seq of the entry this one takes back, or 0
	Undone  bool
	Changes []Change
	changes string
	key     string
}

// chain is the entry's hash, which covers the hash of the entry before.
func (e *Entry) chain(last []byte) []byte {
	row, err := json.Marshal([]any{e.Seq, e.At, e.Deed, e.changes, e.Undoes, e.key})
	if err != nil {
		panic(err) // numbers and strings
	}
	sum := sha256.Sum256(append(slices.Clone(last), row...))
	return sum[:]
}

const entryColumns = `SELECT seq, at, deed, coalesce(undoes, 0), changes, coalesce(key, ''),
	EXISTS (SELECT 1 FROM journal later WHERE later.undoes = journal.seq) FROM journal `

func scanEntry(r scanner) (Entry, error) {
	var e Entry
	if err := r.Scan(&e.Seq, &e.At, &e.Deed, &e.Undoes, &e.changes, &e.key, &e.Undone); err != nil {
		return e, err
	}
	if err := json.Unmarshal([]byte(e.changes), &e.Changes); err != nil {
		return e, err
	}
	for i := range e.Changes {
		c := &e.Changes[i]
		var errs [2]error
		c.Before, errs[0] = completed(c.Noun, c.Before)
		c.After, errs[1] = completed(c.Noun, c.After)
		if err := errors.Join(errs[:]...); err != nil {
			return e, err
		}
	}
	return e, nil
}

// scanner is a row of a query, of one or of many.
type scanner interface{ Scan(...any) error }

// Journal is the newest entries before seq (0: from the end), at most limit.
func (tx *Tx) Journal(before int64, limit int) ([]Entry, error) {
	return rows(tx, scanEntry, entryColumns+`WHERE ? = 0 OR seq < ? ORDER BY seq DESC LIMIT ?`, before, before, limit)
}

// LastUndoable is the newest deed that is neither an undo nor undone.
func (tx *Tx) LastUndoable() (Entry, error) {
	all, err := rows(tx, scanEntry, entryColumns+`WHERE undoes IS NULL AND seq NOT IN
		(SELECT undoes FROM journal WHERE undoes IS NOT NULL) ORDER BY seq DESC LIMIT 1`)
	if err == nil && len(all) == 0 {
		return Entry{}, fmt.Errorf("%w: nothing to undo", ErrNotFound)
	}
	if err != nil {
		return Entry{}, err
	}
	return all[0], nil
}

// Undo takes back deed seq, or the newest one for 0, by an entry of its own.
// It fails with ErrStale when something it changed was changed again since.
func (a *Archive) Undo(ctx context.Context, key string, seq int64) (Entry, error) {
	var undone Entry
	done, err := a.do(ctx, key, func(d *Deed) (err error) {
		if undone, err = d.tx.entry(seq); err != nil {
			return err
		}
		d.name, d.undoes = "Took back: "+undone.Deed, undone.Seq
		return d.takeBack(undone)
	})
	if err == nil && undone.Seq == 0 { // the same form again
		err = a.View(ctx, func(tx *Tx) error {
			return tx.one(`SELECT u.seq, u.deed FROM journal j JOIN journal u ON u.seq = j.undoes WHERE j.seq = ?`, []any{done}, &undone.Seq, &undone.Deed)
		})
	}
	return undone, err
}

// takeBack puts every record of e back to what it was before.
func (d *Deed) takeBack(e Entry) error {
	stale := fmt.Errorf("%w: “%s” cannot be taken back before what came after it", ErrStale, e.Deed)
	for _, c := range slices.Backward(e.Changes) {
		now, err := d.tx.record(c.Noun, c.ID)
		if err != nil {
			return err
		}
		if !same(now, c.After) {
			return stale
		}
		err = d.set(c.Noun, c.ID, c.Before)
		if errors.Is(err, ErrInvalid) { // something hangs on it by now
			return stale
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) entry(seq int64) (Entry, error) {
	if seq == 0 {
		return tx.LastUndoable()
	}
	all, err := rows(tx, scanEntry, entryColumns+`WHERE seq = ?`, seq)
	switch {
	case err != nil:
		return Entry{}, err
	case len(all) == 0:
		return Entry{}, ErrNotFound
	case all[0].Undone || all[0].Undoes != 0:
		return Entry{}, fmt.Errorf("%w: it has been taken back already", ErrStale)
	}
	return all[0], nil
}
