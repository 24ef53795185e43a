package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
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
	if err := d.holds(); err != nil {
		return err
	}
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
	return d.index()
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
	Undone  bool  // it is taken back; false for what takes back or does again
	Again   bool  // it was taken back and done again
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

const entryColumns = `SELECT j.seq, j.at, j.deed, coalesce(j.undoes, 0), j.changes, coalesce(j.key, ''),
	coalesce(s.done = 0, 0), coalesce(s.done = 1 AND s.last <> s.deed, 0)
	FROM journal j LEFT JOIN standing s ON s.deed = j.seq `

func scanEntry(r scanner) (Entry, error) {
	var e Entry
	if err := r.Scan(&e.Seq, &e.At, &e.Deed, &e.Undoes, &e.changes, &e.key, &e.Undone, &e.Again); err != nil {
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

// Entry is the entry of the journal of that number.
func (tx *Tx) Entry(seq int64) (Entry, error) {
	all, err := rows(tx, scanEntry, entryColumns+`WHERE j.seq = ?`, seq)
	if err != nil || len(all) == 0 {
		return Entry{}, notFound(err)
	}
	return all[0], nil
}
