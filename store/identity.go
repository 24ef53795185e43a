package store

import (
	"errors"
	"fmt"

	"onrecord/extract/fact"
)

// Who is who. What an article calls someone is a name, and a name has a key
// (keyOf). Whom a name means in an article is found in two steps:
//
//  1. The name's stand-in: the name the user gave for it in this article
//     (part); else, in an article that came after the user said so, the one
//     given for the name with this role (part_role), the newest where there are
//     several; else the name itself.
//  2. The root of the stand-in: the end of the user's merges from there.
//
// A row of entity is a name. Statements and appearances refer to stand-ins, so
// a merge, however much was said, changes the root of a few names and nothing
// else.

// A name is a key with the words to show for it.
type name struct{ key, words string }

// standIn is whom the words name, with a role, stand for in an article.
func (tx *Tx) standIn(article int64, parts map[string]name, kind fact.Kind, words, role string) (name, error) {
	n := name{keyOf(kind, words), words}
	if into, ok := parts[n.key]; ok {
		return into, nil
	}
	if role = fold(role); role == "" {
		return n, nil
	}
	into := name{}
	err := tx.one(`SELECT "into", into_name FROM part_role WHERE name = ?1 AND role = ?2
		AND seen < (SELECT document FROM article WHERE id = ?3) ORDER BY seen DESC LIMIT 1`, []any{n.key, role, article}, &into.key, &into.words)
	if errors.Is(err, ErrNotFound) {
		return n, nil
	}
	return into, err
}

// parts is whom names of an article stand for where the user said so of it.
func (tx *Tx) parts(article int64) (map[string]name, error) {
	parts := map[string]name{}
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var key string
		var into name
		err := r.Scan(&key, &into.key, &into.words)
		parts[key] = into
		return struct{}{}, err
	}, `SELECT name, "into", into_name FROM part WHERE article = ?`, article)
	return parts, err
}

// standIns is the stand-ins of an article's entities, by their number in it.
// Entities that the user rejected have none.
func (tx *Tx) standIns(article int64, f *ArticleFacts) (map[int]name, error) {
	parts, err := tx.parts(article)
	if err != nil {
		return nil, err
	}
	all := map[int]name{}
	f.others = map[int]bool{}
	for i, e := range f.Entities {
		if f.State(f.Keys.Entities[i]) == Rejected {
			continue
		}
		if _, twice := all[e.ID]; twice {
			continue
		}
		if all[e.ID], err = tx.standIn(article, parts, e.Kind, e.Name, f.role(e)); err != nil {
			return nil, err
		}
		if all[e.ID].key != keyOf(e.Kind, e.Name) {
			f.others[e.ID] = true
		}
	}
	return all, nil
}

// role is what an entity is called, with what that is of: "foreign minister,
// Norland".
func (f *ArticleFacts) role(e fact.Entity) string {
	if of, ok := f.Entity(e.Of); ok && e.Role != "" {
		return e.Role + ", " + of.Name
	}
	return e.Role
}

// Who is the archive's entities behind those of an article, by their number in
// it, without their counts. A name of which the user said nothing is spelled as
// in the article.
func (tx *Tx) Who(article int64, f *ArticleFacts) (map[int]Entity, error) {
	names, err := tx.standIns(article, f)
	if err != nil {
		return nil, err
	}
	who := map[int]Entity{}
	for _, x := range f.Entities {
		n, ok := names[x.ID]
		if !ok {
			continue
		}
		var e Entity
		respelled := false
		err := tx.one(`SELECT e.id, e.key, e.kind, coalesce(e.shown, e.name), e.shown IS NOT NULL
			FROM entity m JOIN entity e ON e.id = m.root WHERE m.key = ?`, []any{n.key}, &e.ID, &e.Key, &e.Kind, &e.Name, &respelled)
		if errors.Is(err, ErrNotFound) {
			continue // which Check tells of; the article can be read all the same
		}
		if err != nil {
			return nil, err
		}
		if e.Key == keyOf(x.Kind, x.Name) && !respelled {
			e.Name = x.Name
		}
		who[x.ID] = e
	}
	return who, nil
}

// maxChain is more merges than anyone makes one upon another.
const maxChain = 10_000

// errEndless is what a damaged archive gives: setRecord lets no circle in.
var errEndless = fmt.Errorf("%w: names mean each other in a circle", ErrDamaged)

// root is the end of the merges from n, and how the user would have its name
// spelled, "" where nothing was said of that.
func (tx *Tx) root(n name) (root name, shown string, err error) {
	for range maxChain {
		into, found, err := tx.into(n.key)
		switch {
		case err != nil || !found:
			return n, "", err
		case into.key == n.key:
			return n, into.words, nil
		}
		n = into
	}
	return n, "", errEndless
}

// into is the name that the name of key was merged into.
func (tx *Tx) into(key string) (n name, found bool, err error) {
	err = tx.one(`SELECT "into", into_name FROM merge WHERE id = ?`, []any{key}, &n.key, &n.words)
	if errors.Is(err, ErrNotFound) {
		return n, false, nil
	}
	return n, err == nil, err
}

// row is the id of the row of a name, made if new.
func (tx *Tx) row(n name) (id int64, err error) {
	err = tx.one(`SELECT id FROM entity WHERE key = ?`, []any{n.key}, &id)
	if !errors.Is(err, ErrNotFound) {
		return id, err
	}
	root, shown, err := tx.root(n)
	if err != nil {
		return 0, err
	}
	kind, _ := splitKey(n.key)
	if root.key == n.key {
		err = tx.one(`INSERT INTO entity (kind, name, key, shown) VALUES (?, ?, ?, nullif(?, '')) RETURNING id`, []any{kind, n.words, n.key, shown}, &id)
		return id, err
	}
	into, err := tx.row(root)
	if err != nil {
		return 0, err
	}
	err = tx.one(`INSERT INTO entity (kind, name, key, root) VALUES (?, ?, ?, ?) RETURNING id`, []any{kind, n.words, n.key, into}, &id)
	return id, err
}

// tidy drops the rows of names that no article uses and no other name means.
func (tx *Tx) tidy(ids ...int64) error {
	for _, id := range ids {
		root := id
		err := tx.one(`DELETE FROM entity WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM appearance WHERE entity = ?1)
			AND NOT EXISTS (SELECT 1 FROM statement WHERE speaker = ?1)
			AND NOT EXISTS (SELECT 1 FROM entity m WHERE m.root = ?1 AND m.id <> ?1) RETURNING root`, []any{id}, &root)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		if root != id {
			if err := tx.tidy(root); err != nil {
				return err
			}
		}
	}
	return nil
}
