package store

import (
	"strings"

	"onrecord/extract/fact"
)

// keepFellows has the facts kept that stand at the place of a kept one.
func (c *carrier) keepFellows() {
	k := c.keys
	places := map[string]bool{}
	for key := range c.kept {
		places[placeOf(key)] = true
	}
	for _, keys := range [...][]string{k.Statements, k.Entities, k.Times, k.Amounts, k.Events, k.Positions} {
		for _, key := range keys {
			if places[placeOf(key)] {
				c.kept[key] = true
			}
		}
	}
}

// fellows is which of keys name a fact at the place of the one that key names,
// itself among them.
func fellows(keys []string, key string) []int {
	var all []int
	for i, k := range keys {
		if placeOf(k) == placeOf(key) {
			all = append(all, i)
		}
	}
	return all
}

// placeOf is a key without its number among the facts at one place.
func placeOf(key string) string {
	parts := strings.SplitN(key, "-", 4)
	return strings.Join(parts[:min(3, len(parts))], "-")
}

// keepStatements has the statements kept that kept facts refer to and the new
// reading does not have.
func (c *carrier) keepStatements() {
	there, at := map[int]bool{0: true}, map[int]int{}
	for _, s := range c.fresh.Statements {
		there[s.ID] = true
	}
	for i, s := range c.old.Statements {
		at[s.ID] = i
	}
	speaking := append([]*fact.Facts{c.staying(c.now), c.staying(c.old)}, c.own...)
	follow(all(speaking, toStatements), func(id int) []int {
		i, ok := at[id]
		if !ok || there[id] {
			return nil
		}
		var next []int
		for _, i := range fellows(c.keys.Statements, c.keys.Statements[i]) {
			s := c.old.Statements[i]
			there[s.ID], c.kept[c.keys.Statements[i]] = true, true
			next = append(next, s.Inside, s.Continues)
		}
		return next
	})
}

// keepEntities has the entities kept that the facts now refer to and the new
// reading does not have.
func (c *carrier) keepEntities() {
	there, at := map[int]bool{0: true}, map[int]int{}
	for _, e := range c.fresh.Entities {
		there[e.ID] = true
	}
	for i, e := range c.old.Entities {
		at[e.ID] = i
	}
	speaking := append([]*fact.Facts{&c.fresh, c.staying(c.now)}, c.own...)
	follow(all(speaking, toEntities), func(id int) []int {
		i, ok := at[id]
		if !ok || there[id] {
			return nil
		}
		var next []int
		for _, i := range fellows(c.keys.Entities, c.keys.Entities[i]) {
			e := c.old.Entities[i]
			there[e.ID], c.kept[c.keys.Entities[i]] = true, true
			next = append(next, e.Of)
		}
		return next
	})
}

// follow calls next for each of ids and for each that it gives.
func follow(ids []int, next func(id int) []int) {
	for len(ids) > 0 {
		ids = append(ids[1:], next(ids[0])...)
	}
}

// all is what several facts refer to.
func all(facts []*fact.Facts, to func(*fact.Facts) []int) []int {
	var ids []int
	for _, f := range facts {
		ids = append(ids, to(f)...)
	}
	return ids
}

// staying is the kept facts of f alone, which is the old reading or what the
// user made of it.
func (c *carrier) staying(f *fact.Facts) *fact.Facts {
	return &fact.Facts{
		Entities:   those(f.Entities, c.keys.Entities, c.kept),
		Statements: those(f.Statements, c.keys.Statements, c.kept),
		Amounts:    those(f.Amounts, c.keys.Amounts, c.kept),
		Events:     those(f.Events, c.keys.Events, c.kept),
		Positions:  those(f.Positions, c.keys.Positions, c.kept),
	}
}

func those[T any](all []T, keys []string, kept map[string]bool) []T {
	var some []T
	for i, key := range keys {
		if kept[key] {
			some = append(some, all[i])
		}
	}
	return some
}

// toStatements is the statements that the facts refer to, some more than once.
func toStatements(f *fact.Facts) []int {
	var all []int
	for _, s := range f.Statements {
		all = append(all, s.Inside, s.Continues)
	}
	for _, a := range f.Amounts {
		all = append(all, a.Statement)
	}
	for _, e := range f.Events {
		all = append(all, e.Statement)
	}
	for _, p := range f.Positions {
		all = append(all, p.Statement)
	}
	return all
}

// toEntities is the entities that the facts refer to, some more than once.
func toEntities(f *fact.Facts) []int {
	var all []int
	for _, e := range f.Entities {
		all = append(all, e.Of)
	}
	for _, s := range f.Statements {
		all = append(all, s.Speaker)
		for _, v := range s.Via {
			all = append(all, v.Entity)
		}
	}
	for _, a := range f.Amounts {
		all = append(all, a.Where)
	}
	for _, e := range f.Events {
		all = append(append(all, e.Where), e.Who...)
	}
	for _, p := range f.Positions {
		all = append(all, p.Actor)
	}
	return all
}
