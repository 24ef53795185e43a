package store

import (
	"context"
	"errors"
	"fmt"
)

// Undo and redo append to the journal like any deed. A deed, the entry that
// takes it back, the entry that takes back that one and so on are a chain, in
// which every entry undoes the one before. The last one decides: the deed
// stands when an even number of entries came after it.

// A chain is its deed, its last entry, and whether the deed stands.
type chain struct {
	deed, last int64
	done       bool
}

// A turn is one of the two ways in which a chain goes on.
type turn struct {
	says    string // before the deed's own words
	done    bool   // of the chains that it turns
	newest  string // SQL: the chain it takes when none is named
	nothing string // what to tell when there is none
	already string // what to tell when the chain was turned already
	barred  string // what to tell when the records are others by now
}

var (
	back = turn{says: "Took back: ", done: true,
		newest:  `SELECT deed, last, done FROM standing WHERE done = 1 ORDER BY last DESC LIMIT 1`,
		nothing: "nothing to undo",
		already: "it has been taken back already",
		barred:  "“%s” cannot be taken back before what came after it"}
	again = turn{says: "Did again: ", done: false,
		newest: `SELECT deed, last, done FROM standing WHERE done = 0 AND last > (SELECT max(deed) FROM standing)
			ORDER BY last DESC LIMIT 1`,
		nothing: "nothing to do again",
		already: "it has been done again already",
		barred:  "“%s” cannot be done again, since what it changed is not as it was then"}
)

// Undo takes back deed seq by an entry of its own, or for 0 the newest deed that
// stands, where one that was done again is as new as that. It returns the deed.
// It fails with ErrStale when something the deed changed was changed since.
func (a *Archive) Undo(ctx context.Context, key string, seq int64) (Entry, error) {
	return a.turn(ctx, key, seq, back)
}

// Redo does deed seq again, which was taken back, or for 0 the one taken back
// last, unless another deed was done since. It returns the deed. It fails with
// ErrStale when the records are not as they were when it was taken back.
func (a *Archive) Redo(ctx context.Context, key string, seq int64) (Entry, error) {
	return a.turn(ctx, key, seq, again)
}

func (a *Archive) turn(ctx context.Context, key string, seq int64, t turn) (Entry, error) {
	var deed Entry
	done, err := a.do(ctx, key, func(d *Deed) error {
		chain, err := d.tx.turnable(seq, t)
		if err != nil {
			return err
		}
		if deed, err = d.tx.Entry(chain.deed); err != nil {
			return err
		}
		last, err := d.tx.Entry(chain.last)
		if err != nil {
			return err
		}
		d.name, d.undoes = t.says+deed.Deed, last.Seq
		return d.reverse(last, fmt.Errorf("%w: "+t.barred, ErrStale, deed.Deed))
	})
	if err == nil && deed.Seq == 0 { // the same form again
		err = a.View(ctx, func(tx *Tx) error {
			chain, err := tx.standing(done)
			if err != nil {
				return err
			}
			deed, err = tx.Entry(chain.deed)
			return err
		})
	}
	return deed, err
}

// turnable is the chain of entry seq, or the newest for 0, if t can turn it.
func (tx *Tx) turnable(seq int64, t turn) (c chain, err error) {
	if seq == 0 {
		err = tx.one(t.newest, nil, &c.deed, &c.last, &c.done)
		if errors.Is(err, ErrNotFound) {
			return c, fmt.Errorf("%w: %s", ErrNotFound, t.nothing)
		}
		return c, err
	}
	if c, err = tx.standing(seq); err == nil && c.done != t.done {
		return c, fmt.Errorf("%w: %s", ErrStale, t.already)
	}
	return c, err
}

// standing is the chain of entry seq.
func (tx *Tx) standing(seq int64) (c chain, err error) {
	return c, tx.one(`WITH RECURSIVE below (seq) AS (
			SELECT ?1 UNION ALL SELECT j.undoes FROM below JOIN journal j ON j.seq = below.seq WHERE j.undoes IS NOT NULL)
		SELECT deed, last, done FROM standing WHERE deed = (SELECT min(seq) FROM below)`, []any{seq}, &c.deed, &c.last, &c.done)
}

// stand brings the chain of the deed up to date.
func (d *Deed) stand() error {
	if d.undoes == 0 {
		return d.tx.exec(`INSERT INTO standing (deed, last, done) VALUES (?1, ?1, 1)`, d.seq)
	}
	return d.tx.exec(`UPDATE standing SET last = ?2, done = 1 - done WHERE last = ?1`, d.undoes, d.seq)
}

// reverse puts every record of e back to what it was before e; it fails with
// barred when one is not as e left it, or something hangs on it by now.
func (d *Deed) reverse(e Entry, barred error) error {
	for i := len(e.Changes) - 1; i >= 0; i-- {
		c := e.Changes[i]
		now, err := d.tx.record(c.Noun, c.ID)
		if err != nil {
			return err
		}
		if !same(now, c.After) {
			return barred
		}
		err = d.set(c.Noun, c.ID, c.Before)
		if errors.Is(err, ErrInvalid) {
			return barred
		}
		if err != nil {
			return err
		}
	}
	return nil
}
