package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// OpenKinds are the kinds of open ends in the order they are shown.
var OpenKinds = [...]string{"denial", "claim", "accusation", "deadline", "contradiction"}

// An OpenEnd is something that the archive leaves open: a question that the
// user may want to go after.
type OpenEnd struct {
	ID   string // under which it is settled: 'denial/ARTICLE/KEY'
	Kind string // one of OpenKinds

	Statement Statement // that leaves it open; the zero one for a claim or an event
	Other     Statement // what may answer or contradict it, the zero one for nothing
	Claim     Claim
	Event     OpenEvent

	Who     string // who denied, was accused, promised
	Day     string // the last day of a deadline
	About   string // in words, what two statements differ in, or what a claim rests on
	Context string // what stands around words that alone say little, such as "it"
	Tied    bool   // the user said that the two contradict each other
}

// An OpenEvent is a planned event of which nothing tells whether it came about.
type OpenEvent struct {
	Article                        int64
	Key, Kind, Written, Last       string
	Title, Outlet, Published, Line string
}

// A Scope says where open ends are looked for. Its zero value is every fact
// that the user confirmed.
type Scope struct {
	Articles    []int64 // these alone, nil for all
	Suggestions bool    // also over what nobody has decided on
	Today       string  // deadlines before this day have passed
}

// An OpenGroup is the open ends of one kind, the newest first.
type OpenGroup struct {
	Kind string
	Ends []OpenEnd
	More bool // there are more than were asked for
}

// OpenEnds is what is open within a scope, kind by kind, at most each of a
// kind. What the user settled is left out. A deadline is open once its day has
// passed, even where the archive tells of it in other words.
func (tx *Tx) OpenEnds(scope Scope, each int) ([]OpenGroup, error) {
	var all []OpenGroup
	for i, find := range [...]func(Scope, int) ([]OpenEnd, error){
		tx.openDenials, tx.loneClaims, tx.openAccusations, tx.passedDeadlines, tx.contradictions,
	} {
		found, err := find(scope, each+1)
		if err != nil {
			return nil, fmt.Errorf("look for an open %s: %w", OpenKinds[i], err)
		}
		all = append(all, OpenGroup{OpenKinds[i], found[:min(len(found), each)], len(found) > each})
	}
	return all, nil
}

// confirmed is the condition that a fact of table t is within the scope.
func (s Scope) confirmed(t string) string {
	if s.Suggestions {
		return t + `.state <> 'rejected'`
	}
	return t + `.state IN ('accepted', 'edited')`
}

// within is the condition that a column names an article of the scope, whose
// list is the parameter.
func (s Scope) within(column string) (sql string, list any) {
	if s.Articles == nil {
		return `?1 IS NULL`, nil
	}
	return column + ` IN (SELECT value FROM json_each(?1))`, string(must(json.Marshal(s.Articles)))
}

// A Settled is an open end that the user put aside.
type Settled struct {
	ID    string `json:"-"`
	Words string `json:"words"` // what was open, as it read then
	Made  string `json:"made"`  // RFC 3339, UTC
}

// Settle puts an open end aside.
func (d *Deed) Settle(id string) error {
	words, err := d.tx.openWords(id)
	if errors.Is(err, ErrNotFound) {
		return fmt.Errorf("%w: what was open is no longer in the archive; load the page again", ErrNotFound)
	}
	if err != nil {
		return err
	}
	return d.Put("settled", id, Settled{Words: words, Made: d.tx.stamp()})
}

// Reopen takes an open end out of those put aside.
func (d *Deed) Reopen(id string) error { return d.Put("settled", id, nil) }

// Settled is the open ends that were put aside, the newest first, at most limit.
func (tx *Tx) Settled(limit int) ([]Settled, error) {
	return rows(tx, func(r scanner) (s Settled, err error) { return s, r.Scan(&s.ID, &s.Words, &s.Made) },
		`SELECT id, words, made FROM settled ORDER BY made DESC, id LIMIT ?`, limit)
}

// openWords is how an open end reads that an ID names.
func (tx *Tx) openWords(id string) (string, error) {
	kind, ref, _ := strings.Cut(id, "/")
	parts := strings.Split(ref, "/")
	first, err := strconv.ParseInt(parts[0], 10, 64)
	if err != nil {
		return "", fmt.Errorf("%w: nothing open is called %q", ErrInvalid, id)
	}
	switch {
	case kind == "claim" && len(parts) == 1:
		c, err := tx.Claim(first)
		return c.Words, err
	case kind == "event" && len(parts) == 2:
		var words string
		return words, tx.one(`SELECT kind || ' ' || written FROM event WHERE id >= ?1 * 4096 AND id < (?1 + 1) * 4096 AND key = ?2`, []any{first, parts[1]}, &words)
	case kind == "stance" && len(parts) == 4:
		var words string
		return words, tx.one(`SELECT topic FROM position WHERE id >= ?1 * 4096 AND id < (?1 + 1) * 4096 AND key = ?2`, []any{first, parts[1]}, &words)
	case (kind == "denial" || kind == "accusation" || kind == "promise") && len(parts) == 2,
		kind == "contradiction" && len(parts) == 4:
		s, err := tx.StatementAt(first, parts[1])
		return s.Words, err
	}
	return "", fmt.Errorf("%w: nothing open is called %q", ErrInvalid, id)
}
