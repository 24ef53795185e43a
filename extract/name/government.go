package name

import "onrecord/extract/fact"

// governments finds "the government of X": another word for X where X is a
// place, an organization of its own where X is a person.
func (f *finder) governments() {
	own := map[*entity]*entity{} // the government of each person
	for i := range f.Tokens {
		if f.at[i] != 0 || !f.grammar("government", f.Lower(i)) || f.Lower(i-1) != "the" || f.Lower(i+1) != "of" {
			continue
		}
		of := i + 2
		if f.Lower(of) == "the" {
			of++
		}
		n := f.mentionAt(of)
		if n == nil || n.first != of || n.entity == nil || f.at[i-1] != 0 {
			continue
		}
		e := n.entity
		if e.kind == fact.Person {
			if own[e] == nil {
				own[e] = f.government(i, e)
			}
			e = own[e]
		}
		if e.kind == fact.Place || e != n.entity {
			f.add(mention{first: i - 1, last: i + 1, how: fact.ByRole, kind: e.kind, entity: e})
		}
	}
	f.order()
}

// government makes the entity for the government at token i, led by e.
func (f *finder) government(i int, e *entity) *entity {
	g := &entity{name: f.Word(i) + " of " + e.name, kind: fact.Organization, of: e, rule: "government of", score: 0.7}
	f.entities = append(f.entities, g)
	return g
}
