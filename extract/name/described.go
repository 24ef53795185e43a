package name

import (
	"slices"
	"strings"

	"onrecord/extract/fact"
)

// present is the people whom a description may mean at some place of the text.
type present struct {
	recent []sighting // those named last, no one twice
	aged   []*entity
}

// A sighting is a person and the sentence that named it last.
type sighting struct {
	entity   *entity
	sentence int
}

// remembered is how many people are kept of whom a description may speak, and
// how many sentences back they may be named.
const (
	remembered = 6
	recently   = 2
)

// meet notes that m is read.
func (f *finder) meet(p *present, m *mention) {
	if m.entity == nil || m.entity.kind != fact.Person {
		return
	}
	p.recent = slices.DeleteFunc(p.recent, func(n sighting) bool { return n.entity == m.entity })
	if len(p.recent) == remembered {
		p.recent = slices.Delete(p.recent, 0, 1)
	}
	p.recent = append(p.recent, sighting{m.entity, f.SentenceAt(f.Tokens[m.first].Start)})
	if m.entity.age != 0 && len(p.aged) < remembered && !slices.Contains(p.aged, m.entity) {
		p.aged = append(p.aged, m.entity)
	}
}

// describe finds "the 42-year-old engineer", "the boy" and "the politician",
// which end at the noun at token i, and reports whether there is one: of whom
// alone the text gives such an age, or who alone of those named just before
// holds an office of that kind.
func (f *finder) describe(p *present, i int) bool {
	if f.goesOn(i) {
		return false
	}
	if the, age := f.aged(i); age > 0 {
		e := only(p.aged, func(e *entity) bool { return e.age == age })
		return e != nil && f.refer(the, i, e)
	}
	the := f.theBeforeNoun(i)
	if the < 0 {
		return false
	}
	w := f.Lower(i)
	if e := only(p.aged, func(e *entity) bool { return f.byAge(e, w) }); e != nil {
		return f.refer(the, i, e)
	}
	var near []*entity
	for _, n := range p.recent {
		if f.SentenceAt(f.Tokens[i].Start)-n.sentence <= recently {
			near = append(near, n.entity)
		}
	}
	e := only(near, func(e *entity) bool {
		return slices.ContainsFunc(e.offices, func(office string) bool {
			return f.lists.broader[strings.TrimPrefix(office, "former ")][w]
		})
	})
	return e != nil && f.refer(the, i, e)
}

// only is the one of all for whom fits holds, nil for none or several.
func only(all []*entity, fits func(*entity) bool) *entity {
	var found *entity
	for _, e := range all {
		if fits(e) {
			if found != nil {
				return nil
			}
			found = e
		}
	}
	return found
}

// goesOn reports whether the noun phrase goes on after its noun at token i, and
// so may say of whom else it speaks.
func (f *finder) goesOn(i int) bool {
	switch f.Lower(i + 1) {
	case "of", "for", "who", "whose", "in", "at", "from", "with", "behind":
		return true
	}
	return f.mentionAt(i+1) != nil || isHyphen(f.Word(i+1)) || f.Word(i+1) == "," && f.mentionAt(i+2) != nil
}

// refer records that "the" and the words up to token i mean e, unless they say
// what somebody is: "Elde was the mayor".
func (f *finder) refer(the, i int, e *entity) bool {
	if f.grammar("is", f.Lower(the-1)) && e.kind == fact.Person {
		return false
	}
	for j := the; j <= i; j++ {
		if f.at[j] != 0 || f.worded[j] {
			return false
		}
	}
	f.add(mention{first: the, last: i + 1, how: fact.ByRole, kind: e.kind, entity: e})
	return true
}

// aged is the token of "the" and the age in "the 42-year-old", which ends at
// token i or before the noun there; 0 for none.
func (f *finder) aged(i int) (the, age int) {
	old := i
	if f.Lower(old) != "old" {
		old--
	} else if w := f.Lower(i + 1); f.lists.roles[w] || f.lists.nouns[w] != 0 {
		return 0, 0 // the noun comes after
	}
	if number := old - 4; number > 0 && f.yearOld(number) && f.Lower(number-1) == "the" {
		return number - 1, f.number(number)
	}
	return 0, 0
}

// theBeforeNoun is the token of "the" before the noun at token i and its
// adjectives; -1 for none.
func (f *finder) theBeforeNoun(i int) int {
	the := i - 1
	for i-the < 3 && the > 0 && (f.adjective(the) || f.grammar("age", f.Lower(the))) {
		the--
	}
	if f.Lower(the) != "the" {
		return -1
	}
	return the
}
