package store

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"onrecord/extract/fact"
)

// A Record is one of the user's own records as the archive has it: a row of
// the noun's table, without its id, as a JSON object.
type Record struct {
	Noun, ID string
	Body     json.RawMessage
}

// Nouns is the names of the user's records, in the order of Records.
func Nouns() []string {
	names := make([]string, len(nouns))
	for i, n := range nouns {
		names[i] = n.name
	}
	return names
}

// Records hands every record of the user's to f, noun by noun and by id.
func (tx *Tx) Records(f func(Record) error) error {
	for _, n := range nouns {
		_, err := rows(tx, func(r scanner) (struct{}, error) {
			record := Record{Noun: n.name}
			var body string
			if err := r.Scan(&record.ID, &body); err != nil {
				return struct{}{}, err
			}
			record.Body = json.RawMessage(body)
			return struct{}{}, f(record)
		}, `SELECT CAST(id AS TEXT), `+n.object()+` FROM `+n.name+` ORDER BY id`)
		if err != nil {
			return fmt.Errorf("the records of kind %s: %w", n.name, err)
		}
	}
	return nil
}

// A LogLine is an entry of the journal to the letter, from which its hash can
// be computed again.
type LogLine struct {
	Seq     int64
	At      string // RFC 3339, UTC
	Deed    string
	Undoes  int64 // Seq of the entry it takes back, or 0
	Key     string
	Changes json.RawMessage // [{"noun","id","before","after"}]
	Hash    []byte          // SHA-256 of the hash before it and this entry
}

// Log hands every entry of the journal to f, the oldest first.
func (tx *Tx) Log(f func(LogLine) error) error {
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var l LogLine
		var changes string
		if err := r.Scan(&l.Seq, &l.At, &l.Deed, &l.Undoes, &l.Key, &changes, &l.Hash); err != nil {
			return struct{}{}, err
		}
		l.Changes = json.RawMessage(changes)
		return struct{}{}, f(l)
	}, `SELECT seq, at, deed, coalesce(undoes, 0), coalesce(key, ''), changes, hash FROM journal ORDER BY seq`)
	return err
}

// Head is the number and the hash of the journal's newest entry: the state of
// the user's records in a line. An archive without entries has 0 and none.
func (tx *Tx) Head() (seq int64, hash []byte, err error) {
	err = tx.one(`SELECT coalesce(max(seq), 0), coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), x'') FROM journal`, nil, &seq, &hash)
	return seq, hash, err
}

// Origin is the hash of the journal's first entry, which tells this archive
// and its copies from every other. It is empty before the first decision.
func (tx *Tx) Origin() (hash []byte, err error) {
	return hash, tx.one(`SELECT coalesce((SELECT hash FROM journal WHERE seq = 1), x'')`, nil, &hash)
}

// Settings is what the user set, by name.
func (tx *Tx) Settings() (map[string]string, error) {
	all := map[string]string{}
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var name, value string
		err := r.Scan(&name, &value)
		all[name] = value
		return struct{}{}, err
	}, `SELECT name, value FROM setting`)
	return all, err
}

// Named is the entity that somebody is called by, in full; ErrNotFound when
// there is none, or when the name is of several kinds.
func (tx *Tx) Named(name string) (Entity, error) {
	keys := make([]any, 0, 5)
	for _, kind := range [...]fact.Kind{fact.Person, fact.Organization, fact.Group, fact.Place, fact.Other} {
		keys = append(keys, keyOf(kind, name))
	}
	all, err := rows(tx, scanEntity, entityColumns+`WHERE e.id IN (SELECT root FROM entity WHERE key IN (?, ?, ?, ?, ?) AND articles > 0)`, keys...)
	if err != nil || len(all) != 1 {
		return Entity{}, notFound(err)
	}
	return all[0], nil
}

// EachTie hands every tie whose ends begin with prefix ("claim/" or
// "statement/") to f, by id.
func (tx *Tx) EachTie(prefix string, f func(Tie) error) error {
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var t Tie
		if err := r.Scan(&t.ID, &t.From, &t.Relation, &t.To, &t.Why, &t.FromWords, &t.ToWords, &t.Made); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, f(t)
	}, `SELECT id, "from", relation, "to", why, from_words, to_words, made FROM tie WHERE "from" >= ?1 AND "from" < ?1 || '~' ORDER BY id`, prefix)
	return err
}

// EndArticle is the article of an end of a tie that is a statement; 0 for a
// claim.
func EndArticle(end string) int64 {
	ref, ok := strings.CutPrefix(end, "statement/")
	number, _, _ := strings.Cut(ref, "/")
	id, err := strconv.ParseInt(number, 10, 64)
	if !ok || err != nil {
		return 0
	}
	return id
}

// EndClaim is the claim of an end of a tie; 0 for a statement.
func EndClaim(end string) int64 {
	number, ok := strings.CutPrefix(end, "claim/")
	id, err := strconv.ParseInt(number, 10, 64)
	if !ok || err != nil {
		return 0
	}
	return id
}
