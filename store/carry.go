package store

import (
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// carry is fresh, the facts of a newer reading of an article, with those of
// old that kept names as they were; now is old with the user's edits, and own
// what the user added. Both speak of entities and statements by number: so an
// entity or statement that both readings have keeps its old number, new ones
// get numbers never given, and what a kept or added fact refers to is kept with
// it. Keys number the facts at one place in their order: so those at the place
// of a kept one are kept too.
func carry(old, now *ArticleFacts, own []*fact.Facts, fresh fact.Facts, kept map[string]bool) recorded {
	c := carrier{old: &old.Facts, now: &now.Facts, own: own, keys: &old.Keys, fresh: fresh, kept: kept, given: old.given}
	c.numberEntities()
	c.numberStatements()
	c.keepFellows()
	c.keepStatements()
	f, keys := &c.fresh, keysOf(&c.fresh)
	f.Times = merged(c.old.Times, f.Times, c.keys.Times, keys.Times, kept, timePlace)
	f.Amounts = merged(c.old.Amounts, f.Amounts, c.keys.Amounts, keys.Amounts, kept, amountPlace)
	f.Events = merged(c.old.Events, f.Events, c.keys.Events, keys.Events, kept, eventPlace)
	f.Positions = merged(c.old.Positions, f.Positions, c.keys.Positions, keys.Positions, kept, positionPlace)
	f.Statements = merged(c.old.Statements, f.Statements, c.keys.Statements, keys.Statements, kept, statementPlace)
	c.keepEntities()
	c.mergeEntities()
	return recorded{c.fresh, c.given}
}

// mergeEntities puts the kept entities in the place of those with the same
// number. One that the new reading alone has at such a place comes behind them.
func (c *carrier) mergeEntities() {
	kept := those(c.old.Entities, c.keys.Entities, c.kept)
	out := slices.DeleteFunc(slices.Clone(c.fresh.Entities), func(e fact.Entity) bool {
		return slices.ContainsFunc(kept, func(k fact.Entity) bool { return k.ID == e.ID })
	})
	for _, k := range slices.Backward(kept) {
		at := slices.IndexFunc(out, func(e fact.Entity) bool {
			return firstName(e) == firstName(k) || firstName(e).Start > firstName(k).Start
		})
		if at < 0 {
			at = len(out)
		}
		out = slices.Insert(out, at, k)
	}
	c.fresh.Entities = out
}

// A carrier holds two readings of one article while the newer one takes over
// what must stay of the older.
type carrier struct {
	old   *fact.Facts
	now   *fact.Facts
	own   []*fact.Facts // as it was added, and as it was edited since
	keys  *Keys         // of old and now
	fresh fact.Facts
	kept  map[string]bool
	given given
}

// merged is fresh with the facts of old whose keys are kept, in the place of
// those with the same key or where they stand in the text.
func merged[T any](old, fresh []T, oldKeys, freshKeys []string, kept map[string]bool, place func(T) text.Span) []T {
	out, keys := slices.Clone(fresh), slices.Clone(freshKeys)
	for i, key := range oldKeys {
		if !kept[key] {
			continue
		}
		if at := slices.Index(keys, key); at >= 0 {
			out[at] = old[i]
			continue
		}
		at := berth(out, place(old[i]), place)
		out, keys = slices.Insert(out, at, old[i]), slices.Insert(keys, at, key)
	}
	return out
}

// berth is where among facts one at a place belongs: behind the last at that
// very place, or before the first that begins later.
func berth[T any](facts []T, at text.Span, place func(T) text.Span) int {
	for i := len(facts) - 1; i >= 0; i-- {
		if place(facts[i]) == at {
			return i + 1
		}
	}
	if i := slices.IndexFunc(facts, func(f T) bool { return place(f).Start > at.Start }); i >= 0 {
		return i
	}
	return len(facts)
}

// numberEntities gives the entities of the new reading the numbers of those in
// the old one that have their name or stand at the same place.
func (c *carrier) numberEntities() {
	taken, last := map[int]bool{}, c.given.Entities
	for _, e := range c.old.Entities {
		last = max(last, e.ID)
	}
	numbers := map[int]int{}
	for _, like := range [...]func(a, b fact.Entity) bool{sameName, samePlace} {
		for _, e := range c.fresh.Entities {
			i := slices.IndexFunc(c.old.Entities, func(o fact.Entity) bool { return !taken[o.ID] && like(o, e) })
			if i >= 0 && numbers[e.ID] == 0 {
				numbers[e.ID] = c.old.Entities[i].ID
				taken[c.old.Entities[i].ID] = true
			}
		}
	}
	for _, e := range c.fresh.Entities {
		if numbers[e.ID] == 0 {
			last++
			numbers[e.ID] = last
		}
	}
	c.given.Entities = last
	renumberEntities(&c.fresh, numbers)
}

func sameName(a, b fact.Entity) bool { return keyOf(a.Kind, a.Name) == keyOf(b.Kind, b.Name) }

func samePlace(a, b fact.Entity) bool { return a.Kind == b.Kind && firstName(a) == firstName(b) }

// renumberEntities gives every entity of f, and all that refers to it, the
// number it has in numbers.
func renumberEntities(f *fact.Facts, numbers map[int]int) {
	f.Entities = each(f.Entities, func(e *fact.Entity) { e.ID, e.Of = numbers[e.ID], numbers[e.Of] })
	f.Statements = each(f.Statements, func(s *fact.Statement) {
		s.Speaker = numbers[s.Speaker]
		s.Via = each(s.Via, func(v *fact.Relay) { v.Entity = numbers[v.Entity] })
	})
	f.Amounts = each(f.Amounts, func(a *fact.Amount) { a.Where = numbers[a.Where] })
	f.Events = each(f.Events, func(e *fact.Event) {
		e.Where = numbers[e.Where]
		e.Who = each(e.Who, func(id *int) { *id = numbers[*id] })
	})
	f.Positions = each(f.Positions, func(p *fact.Position) { p.Actor = numbers[p.Actor] })
}

// each is a copy of all with every element changed.
func each[T any](all []T, change func(*T)) []T {
	out := slices.Clone(all)
	for i := range out {
		change(&out[i])
	}
	return out
}

// numberStatements gives the statements of the new reading the numbers of
// those in the old one that stand at the same place.
func (c *carrier) numberStatements() {
	last := c.given.Statements
	for _, s := range c.old.Statements {
		last = max(last, s.ID)
	}
	numbers := map[int]int{}
	for i, key := range keysOf(&c.fresh).Statements {
		id := c.fresh.Statements[i].ID
		if at := slices.Index(c.keys.Statements, key); at >= 0 {
			numbers[id] = c.old.Statements[at].ID
			continue
		}
		last++
		numbers[id] = last
	}
	c.given.Statements = last
	c.fresh.Statements = each(c.fresh.Statements, func(s *fact.Statement) {
		s.ID, s.Inside, s.Continues = numbers[s.ID], numbers[s.Inside], numbers[s.Continues]
	})
	c.fresh.Amounts = each(c.fresh.Amounts, func(a *fact.Amount) { a.Statement = numbers[a.Statement] })
	c.fresh.Events = each(c.fresh.Events, func(e *fact.Event) { e.Statement = numbers[e.Statement] })
	c.fresh.Positions = each(c.fresh.Positions, func(p *fact.Position) { p.Statement = numbers[p.Statement] })
}
