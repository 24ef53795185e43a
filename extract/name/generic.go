package name

import (
	"strings"

	"onrecord/extract/fact"
)

// holders gives each person the first role that a mention words.
func (f *finder) holders() {
	for i := range f.mentions {
		m := &f.mentions[i]
		for j := f.TokenAt(m.role.span.Start); j < len(f.Tokens) && f.Tokens[j].Start < m.role.span.End; j++ {
			f.worded[j] = true
		}
		e := m.entity
		if e == nil || e.kind != fact.Person {
			continue
		}
		if e.role != "" || m.role.span.Empty() {
			continue
		}
		e.role = f.singular(f.Slice(m.role.span))
		if m.role.of > 0 {
			if of := f.mentions[m.role.of-1].entity; of != e {
				e.of = of
			}
		}
	}
}

// singular is the role of one of several: "Senators" before a list of names.
func (f *finder) singular(role string) string {
	if one, ok := strings.CutSuffix(role, "s"); ok {
		words := strings.Fields(strings.ToLower(one))
		if len(words) > 0 && f.lists.roles[words[len(words)-1]] && !f.lists.roles[words[len(words)-1]+"s"] {
			return one
		}
	}
	return role
}

// generics finds "the alliance", "the minister": a noun after "the" that
// fits the organization or holder last mentioned.
func (f *finder) generics() {
	last := map[string]*entity{} // by the noun that may stand for it
	people := &present{}
	next := 0
	named := len(f.mentions)
	for i := range f.Tokens {
		for next < named && f.mentions[next].last <= i {
			f.nouns(&f.mentions[next], last)
			f.meet(people, &f.mentions[next])
			next++
		}
		if f.at[i] != 0 {
			continue
		}
		noun := f.Lower(i)
		if f.Lower(i-1) == "former" {
			noun = "former " + noun
		}
		if e := last[noun]; e == nil || !f.generic(i, e) {
			f.describe(people, i)
		}
	}
	f.order()
}

// nouns notes what may from here on stand for the entity of m.
func (f *finder) nouns(m *mention, last map[string]*entity) {
	e := m.entity
	switch {
	case e == nil || m.how == fact.ByDemonym:
	case e.kind == fact.Person:
		for _, office := range e.offices {
			last[office] = e
		}
	case e.kind == fact.Organization:
		f.organizationNouns(e, last)
		if noun := f.nounBeside(m); noun != "" {
			e.noun = noun
		}
		if e.noun != "" {
			last[e.noun] = e
		}
	}
}

// nounBeside is the noun that stands with m for what it is: "the charity
// Elde", "the Elde agency"; "" for none.
func (f *finder) nounBeside(m *mention) string {
	for _, i := range []int{m.first - 1, m.last} {
		if w := f.Lower(i); f.at[max(0, min(i, len(f.at)-1))] == 0 && f.lists.companyNouns[w] {
			return w
		}
	}
	return ""
}

func (f *finder) organizationNouns(e *entity, last map[string]*entity) {
	if e.known != nil {
		switch e.known.generic {
		case "":
			return
		case "agency", "company", "government", "parliament", "court":
		default:
			last["organization"], last["organisation"] = e, e
		}
		last[e.known.generic] = e
		return
	}
	for i, w := range e.words {
		w = strings.ToLower(strings.TrimSuffix(w, "."))
		if f.lists.organizations[w] && (i == len(e.words)-1 || i+1 < len(e.words) && (e.words[i+1] == "of" || e.words[i+1] == "for")) {
			last[w] = e
			if f.grammar("company ending", w) {
				last["company"] = e
			}
			if last["company"] != e {
				last["group"] = e
			}
			return
		}
	}
	last["company"], last["organization"], last["organisation"], last["group"] = e, e, e, e
}

// generic records the noun at token i with the "the" and the adjectives
// before it as a mention of e, and reports whether it may be one.
func (f *finder) generic(i int, e *entity) bool {
	if next := f.mentionAt(i + 1); next != nil || f.Lower(i+1) == "of" || f.Lower(i+1) == "for" || isHyphen(f.Word(i+1)) {
		return false
	}
	the := i - 1
	for i-the < 3 && the > 0 && f.adjective(the) {
		the--
	}
	if f.Lower(the) != "the" {
		return false
	}
	for j := the + 1; j < i; j++ {
		if !f.agrees(f.Lower(j), e) {
			return false
		}
	}
	return f.refer(the, i, e)
}

// agrees reports whether the adjective w may describe e: a person's must be
// in the role, so that "the prime minister" is not the minister of housing.
func (f *finder) agrees(w string, e *entity) bool {
	return e.kind != fact.Person || strings.Contains(" "+strings.ToLower(e.role)+" ", " "+w+" ")
}

// adjective reports whether token i may stand between "the" and a noun.
func (f *finder) adjective(i int) bool {
	w := f.Lower(i)
	return f.lists.modifiers[w] || strings.HasSuffix(w, "ern") || strings.HasSuffix(w, "al") || strings.HasSuffix(w, "ary") || strings.HasSuffix(w, "ic")
}
