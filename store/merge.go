package store

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ErrKinds says that two entities are of different kinds, which the user can
// overrule.
var ErrKinds = fmt.Errorf("%w: the articles have them as different kinds", ErrInvalid)

// Merge says that two entities are the same, in every article there is and
// will be; kept is the one whose name shows. Entities of different kinds are
// refused with ErrKinds unless across is true. Like Unmerge, Rename and Part,
// it gives the deed its name.
func (d *Deed) Merge(gone, kept int64, across bool) error {
	from, err := d.tx.Entity(gone)
	if err != nil {
		return err
	}
	into, err := d.tx.Entity(kept)
	if err != nil {
		return err
	}
	if from.ID == into.ID {
		return fmt.Errorf("%w: they are the same already", ErrInvalid)
	}
	if from.Kind != into.Kind && !across {
		return fmt.Errorf("%w, %s as %s and %s as %s", ErrKinds, from.Name, a(from.Kind), into.Name, a(into.Kind))
	}
	d.name = fmt.Sprintf("Said that %s and %s are the same", from.Name, into.Name)
	return d.Put("merge", from.Key, merge{from.Name, into.Key, into.Name, d.tx.stamp()})
}

// a is a word with its article.
func a(word string) string {
	if word != "" && strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

// Unmerge takes apart what Merge or Rename put together: the name of that key
// means itself again, and what was merged into it goes along.
func (d *Deed) Unmerge(key string) error {
	var m merge
	err := d.tx.one(`SELECT name, "into", into_name FROM merge WHERE id = ?`, []any{key}, &m.Name, &m.Into, &m.IntoName)
	if err != nil {
		return err
	}
	d.name = fmt.Sprintf("Said that %s and %s are not the same", m.Name, m.IntoName)
	return d.Put("merge", key, nil)
}

// Rename gives an entity another name to show. Articles that use the new name
// speak of this entity too; the old name goes on to mean it. A name that
// another entity has is refused. It returns the entity as it is now.
func (d *Deed) Rename(entity int64, to string) (Entity, error) {
	e, err := d.tx.Entity(entity)
	if err != nil {
		return e, err
	}
	n, err := newName(e, to)
	if err != nil {
		return e, err
	}
	root, _, err := d.tx.root(n)
	if err != nil {
		return e, err
	}
	had, err := d.tx.EntityOf(root.key)
	if err == nil && had.ID != e.ID {
		return e, fmt.Errorf("%w: there is %s of the name %s already; say that they are the same instead", ErrInvalid, a(had.Kind), had.Name)
	}
	if err != nil && !errors.Is(err, ErrNotFound) {
		return e, err
	}
	if root.key != n.key { // the name that is to show is one that was merged away
		if err := d.Put("merge", n.key, merge{n.words, n.key, n.words, d.tx.stamp()}); err != nil {
			return e, err
		}
	}
	if err := d.Put("merge", e.Key, merge{e.Name, n.key, n.words, d.tx.stamp()}); err != nil {
		return e, err
	}
	d.name = fmt.Sprintf("Renamed %s to %s", e.Name, n.words)
	return d.tx.EntityOf(n.key)
}

// newName is a name that the user gives, of e's kind.
func newName(e Entity, words string) (name, error) {
	words = strings.Join(strings.Fields(words), " ")
	if fold(words) == "" {
		return name{}, fmt.Errorf("%w: a name needs letters", ErrInvalid)
	}
	if len(words) > maxName {
		return name{}, fmt.Errorf("%w: this is too long for a name", ErrInvalid)
	}
	kind, _ := splitKey(e.Key)
	return name{keyOf(kind, words), words}, nil
}

// maxName is the most bytes of a name that the user gives.
const maxName = 200

// Name is the key of the name that a change says something of, "" when it is
// about no name.
func (c *Change) Name() string {
	switch c.Noun {
	case "merge":
		return c.ID
	case "part", "part_role":
		var was, is struct{ Name string }
		if errors.Join(json.Unmarshal(c.Before, &was), json.Unmarshal(c.After, &is)) == nil {
			return cmp.Or(is.Name, was.Name)
		}
	}
	return ""
}

// A merge is the record of what a name means, under the name's key.
type merge struct {
	Name     string `json:"name"`
	Into     string `json:"into"`
	IntoName string `json:"into_name"`
	Made     string `json:"made"` // RFC 3339, UTC; "" where it was before schema 4
}

// merged brings the root of a name, and of all names that mean it, up to date
// after its merge was set or dropped.
func (tx *Tx) merged(key string) error {
	if err := tx.acyclic(key); err != nil {
		return err
	}
	type row struct {
		id, root int64
		key      string
	}
	names, err := rows(tx, func(r scanner) (n row, err error) {
		return n, r.Scan(&n.id, &n.root, &n.key)
	}, upstream+`SELECT e.id, e.root, e.key FROM u JOIN entity e ON e.key = u.key ORDER BY e.id`, key)
	if err != nil || len(names) == 0 {
		return err
	}
	root, shown, err := tx.root(name{key: names[0].key})
	if err != nil {
		return err
	}
	into, err := tx.row(root)
	if err != nil {
		return err
	}
	if root.key != key {
		shown = ""
	}
	if err := tx.exec(`UPDATE entity SET shown = nullif(?2, '') WHERE key = ?1`, key, shown); err != nil {
		return err
	}
	for _, n := range names {
		if err := tx.exec(`UPDATE entity SET root = ?2 WHERE id = ?1`, n.id, into); err != nil {
			return err
		}
	}
	for _, n := range names {
		if err := tx.tidy(n.id, n.root); err != nil {
			return err
		}
	}
	return nil
}

// upstream is the keys of all names that mean the name of key ?1, and itself.
const upstream = `WITH RECURSIVE u (key) AS (SELECT ?1 UNION SELECT m.id FROM merge m JOIN u ON m."into" = u.key) `

// acyclic refuses a merge by which names would mean each other in a circle, as
// taking back an older deed could bring about.
func (tx *Tx) acyclic(key string) error {
	at := key
	for range maxChain {
		into, found, err := tx.into(at)
		if err != nil || !found || into.key == at {
			return err
		}
		if into.key == key {
			return fmt.Errorf("%w: the other name means this one already", ErrInvalid)
		}
		at = into.key
	}
	return errEndless
}
