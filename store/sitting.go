package store

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
)

// A Sitting is what was decided in a queue since an entry of the journal: it is
// told from the journal, so it is the same after a restart and in two windows.
type Sitting struct {
	Accepted, Edited, Rejected int
	Last                       int64 // the newest deed of it that can be taken back, 0 for none
	facts                      []ref // that were decided
}

// Decided is how many suggestions were decided on.
func (s Sitting) Decided() int { return s.Accepted + s.Edited + s.Rejected }

// A ref names a fact of an article.
type ref struct {
	article int64
	key     string
}

// longest is how many deeds of a sitting are looked at, the newest ones.
const longest = 2000

// An outcome is what one deed made of one fact.
type outcome struct {
	ref
	seq           int64
	before, after string // states, "" for undecided
	undoable      bool
}

// Sitting is what was decided in q by the entries after seq since.
func (tx *Tx) Sitting(q Queue, since int64) (Sitting, error) {
	turns, err := tx.turns(since)
	if err != nil {
		return Sitting{}, err
	}
	var s Sitting
	var order []ref
	whole := map[ref]outcome{} // what all of its turns made of a fact
	for _, t := range turns {  // newest first
		all, seen := whole[t.ref]
		if !seen {
			in, err := tx.within(q, t.ref)
			if err != nil {
				return s, err
			}
			if !in {
				continue
			}
			all, order = t, append(order, t.ref)
		}
		all.before = t.before
		whole[t.ref] = all
		if t.undoable {
			s.Last = max(s.Last, t.seq)
		}
	}
	for _, r := range order {
		if whole[r].before == "" {
			s.add(r, whole[r].after)
		}
	}
	return s, nil
}

// add counts a fact that came to state, "" for one that waits again.
func (s *Sitting) add(r ref, state string) {
	if state != "" {
		s.facts = append(s.facts, r)
	}
	switch state {
	case Accepted:
		s.Accepted++
	case Edited:
		s.Edited++
	case Rejected:
		s.Rejected++
	}
}

// turns is what the newest entries after seq since decided, newest first.
func (tx *Tx) turns(since int64) ([]outcome, error) {
	var all []outcome
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var t outcome
		var body []byte
		if err := r.Scan(&t.seq, &t.undoable, &body); err != nil {
			return struct{}{}, err
		}
		var changes []struct {
			Noun, ID      string
			Before, After struct{ State string }
		}
		err := json.Unmarshal(body, &changes)
		for _, c := range changes {
			if c.Noun != "decision" {
				continue
			}
			number, key, _ := strings.Cut(c.ID, "/")
			t.article, _ = strconv.ParseInt(number, 10, 64) // the journal has no other
			t.key, t.before, t.after = key, c.Before.State, c.After.State
			all = append(all, t)
		}
		return struct{}{}, err
	}, `SELECT seq, undoes IS NULL AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.deed = j.seq AND s.done = 0), changes
		FROM journal j INDEXED BY journal_decision
		WHERE (instr(changes, '"noun":"decision"') > 0) = 1 AND seq > ? ORDER BY seq DESC LIMIT ?`, since, longest)
	return all, err
}

// within reports whether q is about the fact that r names.
func (tx *Tx) within(q Queue, r ref) (bool, error) {
	switch {
	case q.Kind != "" && KindOf(r.key) != q.Kind, q.Article != 0 && q.Article != r.article:
		return false, nil
	case q.Story != 0:
		return tx.exists(`SELECT EXISTS (SELECT 1 FROM story_item WHERE story = ? AND article = ? AND belongs = 1)`, q.Story, r.article)
	case q.Who != 0:
		return tx.exists(`SELECT EXISTS (SELECT 1 FROM statement s JOIN entity m ON m.id = s.speaker
			WHERE s.article = ? AND s.key = ? AND m.root = ?)`, r.article, r.key, q.Who)
	}
	return true, nil
}

func (tx *Tx) exists(query string, args ...any) (there bool, err error) {
	return there, tx.one(query, args, &there)
}

// Previous is the fact before the place of s among those that wait in q and
// those decided in the sitting; ErrNotFound when s is the first.
func (tx *Tx) Previous(q Queue, s Suggestion, sitting Sitting) (Suggestion, error) {
	best, err := tx.previous(q, s)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return best, err
	}
	for _, r := range sitting.facts {
		at, err := tx.Place(q, r.article, r.key)
		if errors.Is(err, ErrNotFound) { // a later reading has it no more
			continue
		}
		if err != nil {
			return best, err
		}
		if q.Compare(at, s) < 0 && (best.Key == "" || q.Compare(best, at) < 0) {
			best = at
		}
	}
	if best.Key == "" {
		return best, ErrNotFound
	}
	return best, nil
}

// LastDeed is the number of the newest entry of the journal, 0 for none.
func (tx *Tx) LastDeed() (seq int64, err error) {
	return seq, tx.one(`SELECT coalesce(max(seq), 0) FROM journal`, nil, &seq)
}
