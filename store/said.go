package store

import (
	"encoding/json"
	"math"
)

// An ActCount is how many statements of an entity do one thing.
type ActCount struct {
	Act string // fact.Act
	N   int
}

// actCounts counts name by name, so that the index has the order too, and takes
// away what is in articles that were removed, few as those are.
const actCounts = `SELECT act, sum(n) AS n FROM (
		SELECT s.act, count(*) AS n FROM entity m JOIN statement s ON s.speaker = m.id
			WHERE m.root = ?1 AND s.state <> 'rejected' GROUP BY m.id, s.act
		UNION ALL
		SELECT s.act, -count(*) FROM removal r CROSS JOIN statement s ON s.article = r.article CROSS JOIN entity m ON m.id = s.speaker
			WHERE m.root = ?1 AND s.state <> 'rejected' GROUP BY s.act)
	GROUP BY act HAVING sum(n) > 0 ORDER BY n DESC, act`

// ActsOf is how much an entity said of each kind of act, the most first.
func (tx *Tx) ActsOf(entity int64) ([]ActCount, error) {
	return rows(tx, func(r scanner) (c ActCount, err error) { return c, r.Scan(&c.Act, &c.N) }, actCounts, entity)
}

// standing is the statements of an entity's names that stand: those neither
// rejected nor in an article that was removed, which their id tells. So an
// index has all of it.
const standing = `speaker IN (SELECT id FROM entity WHERE root = ?1) AND state <> 'rejected'
	AND id / 4096 NOT IN (SELECT article FROM removal) `

// NewestOfActs is the newest statements of an entity by each of some acts, at
// most each of one, newest first.
func (tx *Tx) NewestOfActs(entity int64, acts []ActCount, each int) ([]Statement, error) {
	names := make([]string, len(acts))
	for i, c := range acts {
		names[i] = c.Act
	}
	list, err := json.Marshal(names)
	if err != nil {
		return nil, err
	}
	return rows(tx, scanStatement, statementColumns+`WHERE s.id IN (SELECT n.id FROM json_each(?2) a JOIN statement n ON n.id IN (
			SELECT id FROM statement WHERE act = a.value AND `+standing+`ORDER BY id DESC LIMIT ?3))
		ORDER BY s.id DESC`, entity, string(list), each)
}

// SaidAs is what an entity said by one act, newest first, from before a
// statement id (0: from the newest), at most limit.
func (tx *Tx) SaidAs(entity int64, act string, before int64, limit int) ([]Statement, error) {
	if before == 0 {
		before = math.MaxInt64
	}
	return rows(tx, scanStatement, statementColumns+`WHERE s.id IN (SELECT id FROM statement
			WHERE act = ?2 AND id < ?3 AND `+standing+`ORDER BY id DESC LIMIT ?4)
		ORDER BY s.id DESC`, entity, act, before, limit)
}
