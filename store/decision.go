package store

import (
	"strconv"
	"strings"

	"onrecord/extract/text"
)

// A Decision is one deed that decided on a fact, or on many at once.
type Decision struct {
	Seq      int64
	At, Deed string
	Facts    int // that it decided on
	Article  int64
	Key      string // of the first of them
	Title    string // of its article
	Words    string // of the fact, as they stand in the article
	Undone   bool
}

// LastDecisions is the newest deeds that decided on facts, newest first, but
// for those that took others back.
func (tx *Tx) LastDecisions(limit int) ([]Decision, error) {
	all, err := rows(tx, func(r scanner) (d Decision, err error) {
		var id string
		err = r.Scan(&d.Seq, &d.At, &d.Deed, &d.Facts, &id, &d.Undone)
		number, key, _ := strings.Cut(id, "/")
		d.Article, _ = strconv.ParseInt(number, 10, 64) // the journal has no other
		d.Key = key
		return d, err
	}, `SELECT j.seq, j.at, j.deed, json_array_length(j.changes), j.changes ->> '$[0].id',
			EXISTS (SELECT 1 FROM standing s WHERE s.deed = j.seq AND s.done = 0)
		FROM journal j INDEXED BY journal_decision WHERE (instr(changes, '"noun":"decision"') > 0) = 1 AND undoes IS NULL
			AND changes ->> '$[0].noun' = 'decision' ORDER BY seq DESC LIMIT ?`, limit)
	for i := range all {
		d := &all[i]
		at := spanOf(d.Key)
		if err := tx.one(`SELECT title, `+bytesOfText+` FROM article WHERE id = ?3`, []any{at.Start, at.Len(), d.Article}, &d.Title, &d.Words); err != nil {
			return nil, err
		}
	}
	return all, err
}

// bytesOfText is the SQL of the ?2 bytes of an article's text from ?1 on.
const bytesOfText = `CAST(substr(CAST(text AS BLOB), ?1 + 1, ?2) AS TEXT)`

// spanOf is where in its article the fact of a key stands, as the key says: of
// a name the first time it is named.
func spanOf(key string) text.Span {
	var s text.Span
	if parts := strings.Split(key, "-"); len(parts) >= 3 {
		start, errStart := strconv.Atoi(parts[1])
		end, errEnd := strconv.Atoi(parts[2])
		if errStart == nil && errEnd == nil && 0 <= start && start < end {
			s = text.Span{Start: start, End: end}
		}
	}
	return s
}
