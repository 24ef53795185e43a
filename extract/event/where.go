package event

import "onrecord/extract/fact"

// setWhere fills in where c is: the place that it happens to, "the annexation
// of Orland", else one that "in" or "at" joins to its trigger, else to the verb
// that carries it. Of "Graz, Austria" it is the first.
func (f *finder) setWhere(c *candidate) {
	g := c.g
	if placed[c.Kind] {
		f.happened(c)
	}
	for _, i := range []int{g.at, g.clause} {
		for _, deep := range []bool{false, true} {
			if c.Where == 0 && i >= 0 {
				f.locate(c, i, deep)
			}
		}
	}
	if g.frame.class != "verb" && hosted[c.Kind] {
		f.settle(c, f.before(g.at))
	}
	if o := f.object(g.at); c.Where == 0 && g.frame.class == "verb" && o >= 0 {
		f.locate(c, o, false) // "killed a baker in Graz"
	}
	if k := f.subject(g.at); c.Where == 0 && g.frame.class == "verb" && popular[c.Kind] && k >= 0 {
		f.locate(c, k, false) // "voters in Orland"
	}
}

// popular is the kinds of event that are where those are who take part.
var popular = map[fact.EventKind]bool{fact.Election: true, fact.Protest: true, fact.Vote: true}

// hosted is the kinds of event that a place before their noun is the place of:
// "the Graz summit".
var hosted = map[fact.EventKind]bool{
	fact.Meeting: true, fact.Agreement: true, fact.Attack: true, fact.Election: true, fact.Protest: true, fact.Vote: true,
}

// before is the one place whose name stands right before the noun at token i;
// nil when there is none. Two, "Orland-Vessen talks", are those who take part.
func (f *finder) before(i int) *mentioned {
	var found *mentioned
	for k := range f.children(i) {
		m := f.mentionAt(k)
		if k > i || m == nil || f.relation(k) != "compound" {
			continue
		}
		if found != nil || m.entity.Kind != fact.Place || m.how == fact.ByDemonym || f.dependent(k, "conj", "compound", "punct") >= 0 {
			return nil
		}
		found = m
	}
	return found
}

// happened fills in the place that an event of the kind of c happens to.
func (f *finder) happened(c *candidate) {
	i := c.g.at
	if c.g.frame.class == "verb" {
		if o := f.object(i); o >= 0 {
			depth := longestClimb
			if c.Kind == fact.TroopMovement {
				depth = 0 // "crossed Orland", and not "withdrew its troops"
			}
			f.settle(c, f.placeIn(o, depth, false))
		}
		return
	}
	for k := range f.joined(i) {
		p := f.preposition(k)
		if k > i && (p == "of" || p == "to" || p == "on") && f.time[k] == 0 {
			f.settle(c, f.placeIn(k, 2, false))
		}
	}
}

// locate looks for the place of c among what hangs on token i; deep also in
// what hangs on that: "killed in a raid near Graz".
func (f *finder) locate(c *candidate, i int, deep bool) {
	if k := f.dependent(i, "xcomp"); k >= 0 && deep {
		f.locate(c, k, false) // "shot dead in Graz"
	}
	for k := range f.joined(i) {
		p := f.preposition(k)
		direct := words["locatives"][p] && !f.targeted(c.Kind, p) && (p != "on" || f.is(k, "site")) || f.moves(c.Kind, p) || p == "to" && f.cameFor(c.g, i)
		if !direct && !(deep && (words["inner"][p] || f.time[k] != 0)) {
			continue
		}
		if m := f.placeIn(k, 2, deep && !direct); m != nil {
			f.settle(c, m)
			return
		}
	}
}

// cameFor reports whether the verb at token i says where they came for what g
// tells of: "flew to Graz for talks".
func (f *finder) cameFor(g *trigger, i int) bool {
	return g.role == "at" && i == g.clause && f.preposition(g.at) == "for"
}

// targeted reports whether preposition p joins whom an event of kind is about:
// "sanctions on Orland", "agreed on".
func (f *finder) targeted(kind fact.EventKind, p string) bool {
	return p == "on" && (kind == fact.Sanction || kind == fact.Agreement || kind == fact.Vote)
}

// moves reports whether preposition p says where an event of kind leads to or
// starts from.
func (f *finder) moves(kind fact.EventKind, p string) bool {
	switch kind {
	case fact.Visit, fact.TroopMovement:
		return words["towards"][p] || p == "from" && kind == fact.TroopMovement
	case fact.Expulsion:
		return p == "from"
	case fact.Protest:
		return p == "through"
	}
	return false
}

// placeIn is the place that the phrase headed by token i names, itself or by
// what hangs on it; inner only by what a preposition of place joins to it.
func (f *finder) placeIn(i, depth int, inner bool) *mentioned {
	if m := f.mentionAt(i); m != nil && !inner {
		if m.entity.Kind == fact.Place && m.how != fact.ByDemonym {
			return m
		}
		if m.entity.Kind == fact.Person {
			return nil
		}
	}
	if depth == 0 {
		return nil
	}
	for k := range f.children(i) {
		switch r := f.relation(k); {
		case r == "nmod" && k > i:
			p := f.preposition(k)
			if words["locatives"][p] || (!inner || f.time[k] != 0) && (p == "of" || p == "") {
				if m := f.placeIn(k, depth-1, false); m != nil {
					return m
				}
			}
		case !inner && (r == "flat" || r == "appos" || r == "compound" || f.label(k) == "nmod:poss"):
			if m := f.placeIn(k, 0, false); m != nil {
				return m
			}
		}
	}
	return nil
}

// settle makes m the place of c, and notes what m says more: its country.
func (f *finder) settle(c *candidate, m *mentioned) {
	if m == nil || c.Where != 0 {
		return
	}
	c.Where = m.entity.ID
	c.places = []int{c.Where}
	for i := m.first; i < m.last; i++ {
		for k := range f.children(i) {
			if r := f.relation(k); r == "appos" || f.label(k) == "nmod:unmarked" {
				if n := f.mentionAt(k); n != nil && n.entity.Kind == fact.Place {
					c.places = union(c.places, []int{n.entity.ID})
				}
			}
		}
	}
}
