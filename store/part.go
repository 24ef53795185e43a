package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Part says that in some articles an entity is someone else: the one of that
// name, made if there is none, which it returns. Articles that come later are
// taken to speak of that one when they use a name of the entity with a role from
// the chosen articles, unless the articles that stay have this role too, so that
// it tells nobody apart.
func (d *Deed) Part(entity int64, articles []int64, as string) (Entity, error) {
	e, err := d.tx.Entity(entity)
	if err != nil {
		return Entity{}, err
	}
	into, err := newName(e, as)
	if err != nil {
		return Entity{}, err
	}
	articles = slices.Compact(slices.Sorted(slices.Values(articles)))
	if err := d.mayPart(e, articles, into); err != nil {
		return Entity{}, err
	}
	uses, err := d.part(e, articles, into)
	if err != nil {
		return Entity{}, err
	}
	if err := d.partRoles(e, uses, into); err != nil {
		return Entity{}, err
	}
	in := fmt.Sprintf("%d articles", len(articles))
	if len(articles) == 1 {
		in = "an article"
	}
	d.name = fmt.Sprintf("Said that %s in %s is %s", e.Name, in, into.words)
	return d.tx.EntityOf(into.key)
}

// mayPart refuses what would part nothing.
func (d *Deed) mayPart(e Entity, articles []int64, into name) error {
	root, _, err := d.tx.root(into)
	switch {
	case err != nil:
		return err
	case root.key == e.Key:
		return fmt.Errorf("%w: give the other one a name that tells them apart, such as “%s (harbour master)”", ErrInvalid, e.Name)
	case len(articles) == 0:
		return fmt.Errorf("%w: choose the articles that speak of someone else", ErrInvalid)
	case len(articles) >= e.Articles:
		return fmt.Errorf("%w: these are all the articles; give %s another name instead", ErrInvalid, e.Name)
	}
	return nil
}

// A use is a name with a role, both folded, and the role in an article's words.
type use struct{ key, role, words string }

// part gives every name by which the articles speak of e another meaning there,
// and returns the roles the names have in them.
func (d *Deed) part(e Entity, articles []int64, into name) ([]use, error) {
	var uses []use
	for _, id := range articles {
		f, err := d.tx.Facts(id)
		if err != nil {
			return nil, err
		}
		who, err := d.tx.Who(id, f)
		if err != nil {
			return nil, err
		}
		found := false
		for _, x := range f.Entities {
			if who[x.ID].ID != e.ID {
				continue
			}
			u := use{keyOf(x.Kind, x.Name), fold(f.role(x)), f.role(x)}
			uses, found = append(uses, u), true
			if err := d.Put("part", fmt.Sprintf("%d/%s", id, u.key), part{id, u.key, into.key, into.words}); err != nil {
				return nil, err
			}
		}
		if !found {
			return nil, fmt.Errorf("%w: article %d does not speak of %s", ErrInvalid, id, e.Name)
		}
	}
	return uses, nil
}

// partRoles has later articles follow the roles of the uses that no other
// article gives e, by whichever name of e they use.
func (d *Deed) partRoles(e Entity, uses []use, into name) error {
	stay, err := d.tx.rolesOf(e.ID)
	if err != nil {
		return err
	}
	keys, err := rows(d.tx, scanKey, upstream+`SELECT key FROM u ORDER BY key`, e.Key)
	if err != nil {
		return err
	}
	var seen int64
	if err := d.tx.one(`SELECT coalesce(max(id), 0) FROM document`, nil, &seen); err != nil {
		return err
	}
	given := map[string]bool{}
	for _, u := range uses {
		if u.role == "" || stay[u.role] {
			continue
		}
		for _, key := range append([]string{u.key}, keys...) {
			id := fmt.Sprintf("%s/%s/%d", key, u.role, seen)
			if given[id] {
				continue
			}
			given[id] = true
			if err := d.Put("part_role", id, partRole{key, u.role, u.words, into.key, into.words, seen}); err != nil {
				return err
			}
		}
	}
	return nil
}

// rolesOf is every role that articles give an entity, folded.
func (tx *Tx) rolesOf(entity int64) (map[string]bool, error) {
	all, err := rows(tx, scanKey, `SELECT DISTINCT p.role FROM entity m JOIN appearance p ON p.entity = m.id WHERE m.root = ? AND p.role <> ''`, entity)
	roles := map[string]bool{}
	for _, role := range all {
		roles[fold(role)] = true
	}
	return roles, err
}

// A part is the record of whom a name means in one article.
type part struct {
	Article  int64  `json:"article"`
	Name     string `json:"name"`
	Into     string `json:"into"`
	IntoName string `json:"into_name"`
}

// A partRole is the record of whom a name means with a role.
type partRole struct {
	Name     string `json:"name"`
	Role     string `json:"role"`
	Words    string `json:"words"`
	Into     string `json:"into"`
	IntoName string `json:"into_name"`
	Seen     int64  `json:"seen"`
}

// parted draws the article of a part again.
func (tx *Tx) parted(id string) error {
	number, _, _ := strings.Cut(id, "/")
	article, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return fmt.Errorf("%w: no article in %q", ErrInvalid, id)
	}
	return tx.redraw(article)
}

// partedByRole draws the articles again that a part_role concerns: of those
// that came after it, the ones in which its name has its role, and the ones
// that speak of the stand-in.
func (tx *Tx) partedByRole(before, after json.RawMessage) error {
	var was, is partRole
	if err := errors.Join(json.Unmarshal(before, &was), json.Unmarshal(after, &is)); err != nil {
		return fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	rule := is
	if rule.Name == "" { // it was dropped
		rule = was
	}
	type place struct {
		article   int64
		key, role string
	}
	places, err := rows(tx, func(r scanner) (p place, err error) { return p, r.Scan(&p.article, &p.key, &p.role) },
		`SELECT p.article, e.key, p.role FROM entity e JOIN appearance p ON p.entity = e.id JOIN article a ON a.id = p.article
		WHERE e.key IN (?1, ?2, ?3) AND a.document > ?4`, rule.Name, was.Into, is.Into, rule.Seen)
	if err != nil {
		return err
	}
	for _, p := range places {
		if p.key == rule.Name && fold(p.role) != rule.Role {
			continue
		}
		if err := tx.redraw(p.article); err != nil {
			return err
		}
	}
	unnamed, err := rows(tx, scanID, `SELECT DISTINCT t.article FROM lesson l JOIN taught t ON t.lesson = l.id JOIN article a ON a.id = t.article
		WHERE l.kind = 'name' AND l.name = ? AND a.document > ? ORDER BY 1`, rule.Name, rule.Seen)
	if err != nil {
		return err
	}
	for _, article := range unnamed { // where it is a name again if it is somebody's
		if err := tx.redraw(article); err != nil {
			return err
		}
	}
	return nil
}
