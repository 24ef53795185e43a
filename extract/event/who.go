package event

import "onrecord/extract/fact"

// setWho fills in who takes part in c: by the tree, the subject and the object
// of its verb, those who own or modify its noun, and those that "with", "between"
// and the like join to it.
func (f *finder) setWho(c *candidate) {
	g := c.g
	if g.frame.class == "verb" {
		if c.Kind != fact.Death || f.object(g.at) >= 0 {
			c.Who = union(c.Who, f.actors(f.subject(g.at)))
		}
		if o := f.object(g.at); o >= 0 {
			c.patients = f.sufferers(c.Kind, o)
			c.count = f.number(o)
			if !f.takesPlace(c.Kind, o) && c.Kind != fact.Agreement && c.Kind != fact.Vote {
				c.Who = union(c.Who, c.patients)
			}
		} else if c.Kind == fact.Death {
			s := f.subject(g.at)
			c.patients, c.count = f.sufferers(c.Kind, s), f.number(s)
			c.Who = union(c.Who, c.patients)
		} else if s := f.subject(g.at); s >= 0 && c.Kind == fact.Protest {
			c.count = f.number(s)
		}
		f.partners(c, g.at)
		return
	}
	f.owners(c)
	f.partners(c, g.at)
	switch g.role {
	case "obj":
		c.Who = union(c.Who, f.actors(f.subject(g.clause)))
		f.partners(c, g.clause)
	case "subj":
		c.Who = union(c.Who, f.actors(f.agent(g.clause)))
	case "at":
		if c.Kind == fact.Meeting && f.preposition(g.at) != "during" {
			c.Who = union(c.Who, f.actors(f.subject(g.clause)))
		}
	}
}

// takesPlace reports whether the object at token o of an event of kind says
// where it is and not who takes part: "visited Orland".
func (f *finder) takesPlace(kind fact.EventKind, o int) bool {
	m := f.mentionAt(o)
	return m != nil && (m.entity.Kind == fact.Place && placed[kind] || m.entity.Kind == fact.Organization && kind == fact.Visit)
}

// placed is the kinds of event that happen to a place.
var placed = map[fact.EventKind]bool{fact.Visit: true, fact.Attack: true, fact.TerritorialChange: true, fact.TroopMovement: true}

// owners adds those who own or modify the noun of c: "Tollo's visit", "the
// Orland talks", "Russian troops' withdrawal".
func (f *finder) owners(c *candidate) {
	for k := range f.children(c.g.at) {
		if k > c.g.at {
			break
		}
		switch f.relation(k) {
		case "compound", "amod", "nmod":
			if f.label(k) == "nmod:poss" || f.preposition(k) == "" {
				c.Who = union(c.Who, f.actors(k))
			}
		}
	}
}

// partners adds those that a preposition joins to token i, the trigger of c or
// the verb that carries it.
func (f *finder) partners(c *candidate, i int) {
	for k := range f.joined(i) {
		if k < i || f.time[k] != 0 {
			continue
		}
		p := f.preposition(k)
		switch {
		case p == "of" && placed[c.Kind] && f.takesPlace(c.Kind, k):
		case p == "of" || p == "against":
			c.patients = union(c.patients, f.sufferers(c.Kind, k))
			c.Who = union(c.Who, c.patients)
		case words["partners"][p]:
			c.Who = union(c.Who, f.actors(k))
		case p == "on" && (c.Kind == fact.Sanction || c.Kind == fact.Attack) && !f.takesPlace(c.Kind, k),
			p == "to" && c.Kind == fact.Visit && !f.takesPlace(c.Kind, k):
			c.patients = union(c.patients, f.actors(k))
			c.Who = union(c.Who, f.actors(k))
		}
	}
}

// sufferers is the actors in the phrase headed by token i, whom an event of kind
// is done to. Of a death or an arrest they are people: the bank of "a manager of
// the bank was jailed" is none of them.
func (f *finder) sufferers(kind fact.EventKind, i int) []int {
	return f.gather(nil, i, longestClimb, suffered[kind])
}

// actors is the entities that the phrase headed by token i names, and those
// joined to it by "and": "Lee and two envoys of Orland" names Lee and Orland.
func (f *finder) actors(i int) []int {
	return f.gather(nil, i, longestClimb, false)
}

// gather adds the actors in the phrase headed by token i to ids, and looks so
// deep; people leaves out what they only belong to.
func (f *finder) gather(ids []int, i, depth int, people bool) []int {
	if i < 0 || depth == 0 || f.time[i] != 0 {
		return ids
	}
	m := f.mentionAt(i)
	if head := f.head(i); f.label(i) == "appos" && depth == longestClimb && f.mentionAt(head) != nil {
		m = f.mentionAt(head) // "Lee, a baker who died"
	}
	if m != nil && m.entity.Kind != fact.Other {
		ids = union(ids, []int{m.entity.ID})
	}
	called := m != nil || f.called(i)
	for k := range f.children(i) {
		switch r := f.relation(k); {
		case r == "conj":
			ids = f.gather(ids, k, depth-1, people)
		case m != nil:
		case r == "flat", r == "appos", f.label(k) == "nmod:desc":
			ids = f.gather(ids, k, depth-1, people)
		case called:
		case r == "compound", r == "amod", r == "nmod" && belonging(f.preposition(k)):
			ids = f.gatherOf(ids, i, k, depth-1, people)
		}
	}
	return ids
}

// called reports whether a name stands beside the noun at token i, "the
// archbishop of Graz, Ilse Marek".
func (f *finder) called(i int) bool {
	for k := range f.children(i) {
		if m := f.mentionAt(k); m != nil && m.entity.Kind == fact.Person && (f.relation(k) == "appos" || f.relation(k) == "flat" || f.label(k) == "nmod:desc") {
			return true
		}
	}
	return false
}

// belonging reports whether preposition p joins whom a person acts for.
func belonging(p string) bool { return p == "of" || p == "from" || p == "'s" || p == "" }

// gatherOf adds the state or organization that the noun at token i belongs to
// by its modifier k: "leaders of Orland", "Russian diplomats". A person there
// is another one, "Lee's brother", unless the noun only counts persons.
func (f *finder) gatherOf(ids []int, i, k, depth int, people bool) []int {
	if f.counted(i) == k {
		return f.gather(ids, k, depth, people)
	}
	if m := f.mentionAt(k); people && (m == nil || m.how != fact.ByDemonym) {
		return ids
	}
	for _, id := range f.gather(nil, k, depth, people) {
		if e := f.entity(id); e != nil && e.Kind != fact.Person && e.Kind != fact.Other {
			ids = union(ids, []int{id})
		}
	}
	return ids
}

// number is how many the phrase headed by token i counts, as it is written; ""
// when it does not.
func (f *finder) number(i int) string {
	if i < 0 {
		return ""
	}
	if f.tags[i].UPOS() == "NUM" {
		return f.lower[i]
	}
	if k := f.dependent(i, "nummod"); k >= 0 {
		return f.lower[k]
	}
	if k := f.counted(i); k >= 0 {
		return f.base(i)
	}
	return ""
}
