package store

import "fmt"

// A positionRow is a position of an article as table position has it.
type positionRow struct {
	id          int64
	key         string
	entity      int64
	stance, act string
	topic       string
	words       string
	statement   string
	confidence  float64
	state       string
}

// positionRows is the positions of its article as they now stand, by row; who is the
// rows of its entities.
func (f *ArticleFacts) positionRows(article int64, who map[int]int64) []positionRow {
	var all []positionRow
	for i, p := range f.Positions {
		row, key := rowOf(i, len(f.Positions), f.added.Positions), f.Keys.Positions[i]
		if row < 0 {
			continue
		}
		all = append(all, positionRow{article*perArticle + row, key, who[p.Actor], string(p.Stance), string(p.Act), f.Words(p.Topic),
			f.text[p.Span.Start:p.Span.End], f.statementKey(p.Statement), p.Confidence, f.State(key)})
	}
	return all
}

// drawnPositions is the positions that the archive has of an article.
func (tx *Tx) drawnPositions(article int64) ([]positionRow, error) {
	return rows(tx, func(r scanner) (p positionRow, err error) {
		return p, r.Scan(&p.id, &p.key, &p.entity, &p.stance, &p.act, &p.topic, &p.words, &p.statement, &p.confidence, &p.state)
	}, `SELECT id, key, coalesce(entity, 0), stance, act, topic, words, statement, confidence, state
		FROM position WHERE id >= ?1 * 4096 AND id < (?1 + 1) * 4096 ORDER BY id`, article)
}

// drawPositions writes those positions of an article that differ.
func (tx *Tx) drawPositions(article int64, f *ArticleFacts, who map[int]int64) error {
	if len(f.Positions) == 0 {
		return nil
	}
	had, err := tx.drawnPositions(article)
	if err != nil {
		return err
	}
	for i, p := range f.positionRows(article, who) {
		if i < len(had) && had[i] == p {
			continue
		}
		err := tx.exec(`INSERT OR REPLACE INTO position (id, article, key, entity, stance, act, topic, words, statement, confidence, state)
			VALUES (?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?)`, p.id, article,
			p.key, p.entity, p.stance, p.act, p.topic, p.words, p.statement, p.confidence, p.state)
		if err != nil {
			return fmt.Errorf("draw the position %s: %w", p.key, err)
		}
	}
	return nil
}

// A Position is what an entity is for or against, with the article behind it.
type Position struct {
	ID                       int64
	Article                  int64
	Key                      string // of the position in the article
	Stance                   string // "for" or "against"
	Act                      string // by what it is taken: "demand"
	Topic, Words             string // of what, and the words that take it
	Statement                string // key of the statement that takes it, or ""
	Confidence               float64
	State                    string
	Title, Outlet, Published string
}

// Positions is what an entity is for and against, newest first, from before a
// position's id (0: from the newest), at most limit. Rejected positions are
// left out. stance is "for" or "against" alone, "" for both.
func (tx *Tx) Positions(entity int64, stance string, before int64, limit int) ([]Position, error) {
	names, err := rows(tx, scanID, `SELECT id FROM entity WHERE root = ?`, entity)
	if err != nil {
		return nil, err
	}
	by := `p.entity = ?1` // has an index in the order that is asked for
	if len(names) > 1 {
		by = `p.id IN (SELECT x.id FROM entity m JOIN position x ON x.entity = m.id WHERE m.root = ?1)`
	}
	return rows(tx, func(r scanner) (p Position, err error) {
		return p, r.Scan(&p.ID, &p.Article, &p.Key, &p.Stance, &p.Act, &p.Topic, &p.Words, &p.Statement, &p.Confidence, &p.State,
			&p.Title, &p.Outlet, &p.Published)
	}, `SELECT p.id, p.article, p.key, p.stance, p.act, p.topic, p.words, p.statement, p.confidence, p.state,
			a.title, a.outlet, coalesce(a.published, '')
		FROM position p JOIN article a ON a.id = p.article
		WHERE `+by+` AND (?2 = '' OR p.stance = ?2) AND (?3 = 0 OR p.id < ?3)
			AND p.state <> 'rejected' AND a.removed = 0 ORDER BY p.id DESC LIMIT ?4`, entity, stance, before, limit)
}
