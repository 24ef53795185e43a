package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
)

// order sorts the mentions by place and notes anew which token each holds.
func (f *finder) order() {
	slices.SortFunc(f.mentions, func(a, b mention) int { return a.first - b.first })
	for i, m := range f.mentions {
		for j := m.first; j < m.last; j++ {
			f.at[j] = i + 1
		}
	}
}

// A register finds entities by what they have been called.
type register struct {
	known map[*entry]*entity
	full  map[string]*entity
	ends  map[string][]*entity // persons by first and last word, organizations by first
	short map[string]*entity   // persons by the one word they were last called by
}

// sameWord is how many entities that share a word are kept apart: an article
// with more Smiths than that has its first ones forgotten.
const sameWord = 8

// link makes entities of the mentions: first of those with a full name, then
// of the rest, which may be short for one of them.
func (f *finder) link() {
	r := register{map[*entry]*entity{}, map[string]*entity{}, map[string][]*entity{}, map[string]*entity{}}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.known != nil || m.last-m.first > 1 {
			f.entity(m, &r)
		}
	}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.entity == nil && m.kind == fact.Place {
			f.short(m, &r)
		}
	}
	demonyms := f.demonyms()
	for i := range f.mentions {
		m := &f.mentions[i]
		switch {
		case m.known == nil && m.last-m.first == 1 && m.entity == nil:
			if e := demonyms[f.Word(m.first)]; e != nil && m.kind != fact.Person {
				m.entity, m.how, m.kind = e, fact.ByDemonym, fact.Place
				continue
			}
			f.short(m, &r)
		case m.known != nil && m.kind == fact.Place && m.how == fact.ByName && !m.known.state && m.last-m.first == 1:
			f.rename(m, &r)
		}
	}
}

// entity puts m with the entity of its name, which is made when new.
func (f *finder) entity(m *mention, r *register) {
	if m.known != nil {
		f.knownEntity(m, r)
		return
	}
	k := f.bound(m)
	e := r.full[k]
	if e == nil {
		e = f.longer(m, r)
	}
	if e == nil {
		e = &entity{name: f.display(m), kind: m.kind, rule: m.rule, score: m.score, words: f.words(m.first, m.last), firstToken: m.first}
		f.entities = append(f.entities, e)
		r.full[k] = e
		r.index(e)
	}
	f.unite(m, e)
}

// unite makes m a mention of e, and what m tells of a person known of e.
func (f *finder) unite(m *mention, e *entity) {
	m.entity, m.kind = e, e.kind
	if e.kind != fact.Person {
		return
	}
	if e.gender == 0 {
		e.gender = f.gender(m)
	}
	if e.age == 0 {
		e.age = f.age(m)
	}
	for _, noun := range []string{f.headNoun(m.role.span), f.personNoun(m)} {
		if noun != "" && !slices.Contains(e.offices, noun) {
			e.offices = append(e.offices, noun)
		}
	}
}

func (f *finder) knownEntity(m *mention, r *register) {
	known := m.known
	if known.capital != nil && m.how == fact.ByName && f.acts(m) {
		known, m.how = known.capital, fact.ByAlias
	}
	e := r.known[known]
	if e == nil {
		e = &entity{name: known.name, kind: known.kind, known: known, rule: m.rule, score: m.score, words: strings.Fields(known.name), firstToken: m.first}
		f.entities = append(f.entities, e)
		r.known[known] = e
	}
	m.entity = e
}

func (r *register) index(e *entity) {
	add := func(w string) {
		r.ends[w] = append(r.ends[w], e)
		if n := len(r.ends[w]); n > sameWord {
			r.ends[w] = r.ends[w][n-sameWord:]
		}
	}
	add(e.words[0])
	if last := e.words[len(e.words)-1]; e.kind == fact.Person && len(e.words) > 1 {
		add(last)
	}
}

// longer is the person of whose name m is the end ("von Elde"), or who is
// called the same but for the middle names.
func (f *finder) longer(m *mention, r *register) *entity {
	if m.kind != fact.Person && m.kind != fact.Other {
		return nil
	}
	words := f.words(m.first, m.last)
	all := r.ends[words[len(words)-1]]
	for i := len(all) - 1; i >= 0; i-- {
		e := all[i]
		if e.kind != fact.Person || f.another(m, e) {
			continue
		}
		if n := len(e.words) - len(words); n > 0 && slices.Equal(e.words[n:], words) {
			m.kind = fact.Person
			return e
		}
		if len(words) > 1 && len(e.words) > 1 && e.words[0] == words[0] && e.words[len(e.words)-1] == words[len(words)-1] && m.kind == fact.Person {
			return e
		}
	}
	return nil
}

// short puts a single word with the entity that it is short for: a surname or
// first name, the first word of an organization, an abbreviation bound to it.
func (f *finder) short(m *mention, r *register) {
	w := f.Word(m.first)
	if e := r.full[f.bound(m)]; e != nil && !f.another(m, e) {
		f.unite(m, e)
		return
	}
	if e := f.called(m, w, r); e != nil {
		f.unite(m, e)
		if e.kind == fact.Person {
			r.short[w] = e
		}
		return
	}
	f.entity(m, r)
}

// called is the entity of whose name w is the surname, first name or first
// word. Of several it is the one with the title that m bears, else the one that
// was called w before, else the last one named before m or first after it.
func (f *finder) called(m *mention, w string, r *register) *entity {
	var found *entity
	for _, e := range r.ends[w] {
		if !f.shortFor(m, w, e) || f.another(m, e) {
			continue
		}
		if f.sameTitle(m, e) {
			return e
		}
		if found == nil || e.firstToken < m.first && r.short[w] != found {
			found = e
		}
	}
	return found
}

// another reports whether the title of m tells that it is not e: "Mrs Osk" is
// not Peter Osk.
func (f *finder) another(m *mention, e *entity) bool {
	return e.kind == fact.Person && m.gender != 0 && e.gender != 0 && m.gender != e.gender
}

// sameTitle reports whether m bears the office that e was named with.
func (f *finder) sameTitle(m *mention, e *entity) bool {
	return m.role.title && slices.Contains(e.offices, f.headNoun(m.role.span))
}

func (f *finder) shortFor(m *mention, w string, e *entity) bool {
	switch {
	case len(e.words) < 2:
		return false
	case e.kind == fact.Person:
		return m.kind != fact.Organization || e.words[len(e.words)-1] == w
	case e.kind == fact.Organization && f.within(m):
		return false // "in Osk" is not the Osk Courier
	case e.kind == fact.Organization:
		return m.kind == fact.Organization || m.kind == fact.Other || m.score < 0.7
	}
	return false
}

// within reports whether m is where something is, which only a place can be.
func (f *finder) within(m *mention) bool {
	before := f.Lower(m.first - 1)
	return before == "in" || before == "near" || before == "outside"
}

// rename takes a place for a person whose surname it is: "Jordan said".
func (f *finder) rename(m *mention, r *register) {
	if f.inBefore(m) || f.Lower(m.first-1) == "to" || f.Lower(m.first-1) == "from" {
		return
	}
	w := f.Word(m.first)
	for _, e := range r.ends[w] {
		if e.kind == fact.Person && len(e.words) > 1 && e.words[len(e.words)-1] == w && e.firstToken < m.first {
			f.unite(m, e)
		}
	}
}

// display is the name of m as a reader would write it: "MELK" is "Melk".
func (f *finder) display(m *mention) string {
	s := f.Slice(f.Range(m.first, m.last))
	if m.rule != "dateline" || strings.ToUpper(s) != s {
		return strings.Join(strings.Fields(s), " ")
	}
	words := f.words(m.first, m.last)
	for i, w := range words {
		_, size := utf8.DecodeRuneInString(w)
		words[i] = w[:size] + strings.Map(unicode.ToLower, w[size:])
	}
	return strings.Join(words, " ")
}

// bound is the name under which m is registered: an abbreviation goes under
// the long form that the text binds it to.
func (f *finder) bound(m *mention) string {
	k := f.surface(m)
	if m.rule == "dateline" {
		k = f.display(m)
	}
	if long, ok := f.long[k]; ok {
		return long
	}
	return k
}
