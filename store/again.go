package store

import (
	"context"
	"encoding/json"
	"fmt"

	"onrecord/extract/fact"
)

// Outdated is how many articles were last read by a version before version.
func (tx *Tx) Outdated(version int) (n int, err error) {
	return n, tx.one(`SELECT count(*) FROM reading WHERE version < ?`, []any{version}, &n)
}

// OutdatedArticles is the articles that were last read by a version before
// version, the newest first.
func (tx *Tx) OutdatedArticles(version int) ([]int64, error) {
	return rows(tx, scanID, `SELECT article FROM reading WHERE version < ? ORDER BY article DESC`, version)
}

// A Rereading is what a newer version finds in an article of the archive.
type Rereading struct {
	Article int64
	Facts   fact.Facts
	Version int
}

// ReadAgain puts rereadings in the place of what was found before, all of
// them or, on an error, none. What the user decided of a fact, and a statement
// linked to a claim, stays as it was, and numbers of entities and statements
// mean what they meant. A rereading that is no newer than what is there
// changes nothing.
func (a *Archive) ReadAgain(ctx context.Context, all []Rereading) error {
	return a.update(ctx, false, func(tx *Tx) error {
		for _, r := range all {
			if err := tx.readAgain(r); err != nil {
				return fmt.Errorf("read article %d again: %w", r.Article, err)
			}
		}
		return nil
	})
}

func (tx *Tx) readAgain(r Rereading) error {
	old, err := tx.Reading(r.Article)
	if err != nil || old.Version >= r.Version {
		return err
	}
	kept, err := tx.kept(r.Article)
	if err != nil {
		return err
	}
	now, err := tx.Facts(r.Article)
	if err != nil {
		return err
	}
	added := &ArticleFacts{states: map[string]string{}}
	if err := tx.addAdditions(r.Article, added); err != nil {
		return err
	}
	body, err := json.Marshal(carry(old, now, []*fact.Facts{now.own(), &added.Facts}, r.Facts, kept))
	if err != nil {
		return err
	}
	if err := tx.exec(`UPDATE reading SET version = ?, facts = ? WHERE article = ?`, r.Version, pack(body), r.Article); err != nil {
		return err
	}
	if err := tx.undraw(r.Article); err != nil {
		return err
	}
	read, err := tx.Reading(r.Article)
	if err != nil {
		return err
	}
	if err := tx.drawRoles(r.Article, read); err != nil {
		return err
	}
	f, err := tx.Facts(r.Article)
	if err != nil {
		return err
	}
	return tx.draw(r.Article, f)
}

// kept is the keys of the facts of an article that a new reading leaves alone.
func (tx *Tx) kept(article int64) (map[string]bool, error) {
	keys := map[string]bool{}
	first, after := endsOf(article)
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var key string
		err := r.Scan(&key)
		keys[key] = !IsAdded(key) // what the user added is not of the reading
		return struct{}{}, err
	}, `SELECT key FROM decision WHERE article = ?1 UNION SELECT key FROM link WHERE article = ?1
		UNION SELECT substr("from", length(?2) + 1) FROM tie WHERE "from" >= ?2 AND "from" < ?3
		UNION SELECT substr("to", length(?2) + 1) FROM tie WHERE "to" >= ?2 AND "to" < ?3`, article, first, after)
	return keys, err
}

// undraw drops the statements, events and positions drawn of an article.
func (tx *Tx) undraw(article int64) error {
	for _, table := range [...]string{"statement", "event", "position"} {
		if err := tx.exec(`DELETE FROM `+table+` WHERE id >= ?1 * 4096 AND id < (?1 + 1) * 4096`, article); err != nil {
			return err
		}
	}
	return nil
}
