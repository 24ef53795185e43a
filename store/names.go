package store

import (
	"cmp"
	"errors"
	"slices"
)

// An Alias is a name that by the user's word means an entity.
type Alias struct {
	Key, Name string
	Into      string // the name it was merged into, which may be an alias too
	Articles  int    // that use it
}

// Aliases is the names that were merged into an entity.
func (tx *Tx) Aliases(e Entity) ([]Alias, error) {
	return rows(tx, func(r scanner) (a Alias, err error) { return a, r.Scan(&a.Key, &a.Name, &a.Into, &a.Articles) },
		upstream+`SELECT m.id, m.name, m.into_name, coalesce(e.articles, 0) FROM u JOIN merge m ON m.id = u.key
			LEFT JOIN entity e ON e.key = u.key WHERE u.key <> ?1 ORDER BY m.name, m.id`, e.Key)
}

// A Merged is a name that by the user's word means another, or itself where it
// is only spelled in another way.
type Merged struct {
	Key, Name      string
	Into, IntoName string // key of the name it means, and that name
	Made           string // RFC 3339, UTC; "" where that is not known
	Articles       int    // of the library that use it
}

const mergedColumns = `SELECT m.id, m.name, m."into", m.into_name, m.made, coalesce((SELECT e.articles FROM entity e WHERE e.key = m.id), 0) FROM merge m `

func scanMerged(r scanner) (m Merged, err error) {
	return m, r.Scan(&m.Key, &m.Name, &m.Into, &m.IntoName, &m.Made, &m.Articles)
}

// Merges is the names that were merged, by key, from behind a key, at most limit.
func (tx *Tx) Merges(after string, limit int) ([]Merged, error) {
	return rows(tx, scanMerged, mergedColumns+`WHERE m.id > ? ORDER BY m.id LIMIT ?`, after, limit)
}

// MergeOf is what was said of the name of a key.
func (tx *Tx) MergeOf(key string) (Merged, error) {
	all, err := rows(tx, scanMerged, mergedColumns+`WHERE m.id = ?`, key)
	if err != nil || len(all) == 0 {
		return Merged{}, notFound(err)
	}
	return all[0], nil
}

// TwinsOf is the entities that the user told apart from e, by name.
func (tx *Tx) TwinsOf(e Entity) ([]Entity, error) {
	keys, err := rows(tx, scanKey, upstream+`SELECT DISTINCT p."into" FROM u JOIN part p ON p.name = u.key
			UNION SELECT DISTINCT p.name FROM u JOIN part p ON p."into" = u.key`, e.Key)
	if err != nil {
		return nil, err
	}
	var twins []Entity
	for _, key := range keys {
		twin, err := tx.EntityOf(key)
		if errors.Is(err, ErrNotFound) || err == nil && twin.ID == e.ID || slices.ContainsFunc(twins, func(t Entity) bool { return t.ID == twin.ID }) {
			continue
		}
		if err != nil {
			return nil, err
		}
		twins = append(twins, twin)
	}
	slices.SortFunc(twins, func(a, b Entity) int { return cmp.Compare(a.Name, b.Name) })
	return twins, nil
}

// LaterRoles is the roles by which articles yet to come are taken to speak of
// an entity though they use another's name.
func (tx *Tx) LaterRoles(e Entity) ([]string, error) {
	return rows(tx, scanKey, upstream+`SELECT DISTINCT p.words FROM u JOIN part_role p ON p."into" = u.key ORDER BY p.words`, e.Key)
}

// A RoleGroup is the articles of the library that give an entity one role.
type RoleGroup struct {
	Role   string   // as the newest of them has it; "" for none
	N      int      // articles
	Newest []Listed // the newest few of them
}

// RoleGroups is an entity's articles by its role in them, the most common role
// first and those without one last, with at most newest articles of each.
func (tx *Tx) RoleGroups(entity int64, newest int) ([]RoleGroup, error) {
	uses, err := tx.uses(entity)
	if err != nil {
		return nil, err
	}
	var groups []RoleGroup
	at := map[string]int{} // the place of a folded role in groups
	for _, u := range uses {
		role := fold(u.role)
		i, ok := at[role]
		if !ok {
			i, at[role] = len(groups), len(groups)
			groups = append(groups, RoleGroup{Role: u.role})
		}
		g := &groups[i]
		if g.N++; len(g.Newest) < newest {
			g.Newest = append(g.Newest, Listed{ID: u.article})
		}
	}
	for _, g := range groups {
		for i := range g.Newest {
			l := &g.Newest[i]
			err := tx.one(`SELECT title, outlet, coalesce(published, '') FROM article WHERE id = ?`, []any{l.ID}, &l.Title, &l.Outlet, &l.Published)
			if err != nil {
				return nil, err
			}
		}
	}
	slices.SortStableFunc(groups, func(a, b RoleGroup) int {
		return cmp.Or(cmp.Compare(min(len(b.Role), 1), min(len(a.Role), 1)), b.N-a.N)
	})
	return groups, nil
}

// A roleUse is an article with the role it gives an entity.
type roleUse struct {
	article int64
	role    string
}

// uses is every article of the library that speaks of an entity, newest first,
// with the role it gives it; where it uses two of its names, the first role.
func (tx *Tx) uses(entity int64) ([]roleUse, error) {
	all, err := rows(tx, func(r scanner) (u roleUse, err error) { return u, r.Scan(&u.article, &u.role) },
		`SELECT p.article, p.role FROM entity m JOIN appearance p ON p.entity = m.id
			WHERE m.root = ? AND p.article NOT IN (SELECT article FROM removal)
			ORDER BY p.article DESC, p.role = '', p.entity`, entity)
	return slices.CompactFunc(all, func(a, b roleUse) bool { return a.article == b.article }), err
}

// WithRoles is the articles of the library that give an entity one of the
// roles; "" is none.
func (tx *Tx) WithRoles(entity int64, roles []string) ([]int64, error) {
	wanted := map[string]bool{}
	for _, role := range roles {
		wanted[fold(role)] = true
	}
	uses, err := tx.uses(entity)
	var articles []int64
	for _, u := range uses {
		if wanted[fold(u.role)] {
			articles = append(articles, u.article)
		}
	}
	return articles, err
}
