package name

import (
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A role is the office or description that the text gives beside a name.
type role struct {
	span  text.Span // the words of the role
	title bool      // it stands directly before the name
	of    int       // 1 + the index of the mention it belongs to
}

// roles finds the role beside every name that may be a person's: "chief
// executive X", "X, a judge", "the council's head of housing, X".
func (f *finder) roles() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if !m.open && !f.maybePerson(m) || f.organization(m.last-1) {
			continue
		}
		f.roleBefore(m)
		if m.role.span.Empty() {
			f.roleAfter(m)
		}
		if m.role.span.Empty() {
			f.apposition(m)
		}
		if m.role.span.Empty() {
			f.shared(m)
		}
		if m.role.title && m.kind == fact.Place {
			m.kind, m.known, m.rule = fact.Person, nil, "title before"
			m.score = 0.9
		}
	}
}

// maybePerson reports whether a place of the gazetteer may be a surname here.
func (f *finder) maybePerson(m *mention) bool {
	return m.known != nil && !m.known.state && m.kind == fact.Place && m.how == fact.ByName && m.last-m.first == 1 && f.lists.surnames[f.Word(m.first)]
}

// roleBefore reads titles directly before m.
func (f *finder) roleBefore(m *mention) {
	start := f.roleStart(m.first)
	if start == m.first {
		f.officeBefore(m)
		return
	}
	if m.first-start == 1 && !f.capital(start) && !m.open {
		return
	}
	m.role.title = true
	end := m.first
	for start < end && f.address(start) {
		m.gender = f.addressed(start, m.gender)
		start++
	}
	for end > start && f.address(end-1) {
		end--
		m.gender = f.addressed(end, m.gender)
	}
	if start < end {
		m.role.span = f.Range(start, end)
		m.role.of = f.belongs(start)
	}
	if n := f.mentionAt(m.last + 1); m.role.of == 0 && f.Word(m.last) == "of" && n != nil && n.kind != fact.Person {
		m.role.of = f.at[m.last+1] // "Senator X of Florida"
	}
}

// officeBefore reads a role that ends with a name directly before m: "senator
// from Vermont X".
func (f *finder) officeBefore(m *mention) {
	n := f.mentionAt(m.first - 1)
	if n == nil || n.how != fact.ByName {
		return
	}
	if noun, ok := f.officeOf(n.first); ok && f.lists.roles[f.Lower(noun)] {
		start := f.roleStart(noun + 1)
		m.role = role{span: f.Range(start, noun+1), title: true, of: f.at[m.first-1]}
	}
}

// address reports whether token i is a form of address and no office.
func (f *finder) address(i int) bool {
	w := strings.TrimSuffix(f.Lower(i), ".")
	return f.honorific(w) && !f.lists.roles[w]
}

func (f *finder) addressed(i int, otherwise byte) byte {
	if g := f.lists.honorifics[strings.TrimSuffix(f.Lower(i), ".")]; g != 0 {
		return g
	}
	return otherwise
}

// roleStart is where the role that ends before token end starts; end when
// the token before end is no role.
func (f *finder) roleStart(end int) int {
	start := end
	for i := end - 1; i >= 0 && end-i <= 8 && f.at[i] == 0 && !f.Tokens[i+1].Paragraph; i-- {
		w := strings.TrimSuffix(f.Lower(i), ".")
		noun := f.lists.roles[w] || f.honorific(w) || (f.capital(i) || i == end-1 && (f.several(end) || f.several(end+1))) && f.lists.roles[strings.TrimSuffix(w, "s")]
		if start == end && !noun {
			return end
		}
		if noun || f.lists.modifiers[w] {
			start = i
		} else if !f.tied(i) {
			break
		}
	}
	return start
}

// tied reports whether token i is a hyphen, or a small word between two as in
// "editor-in-chief".
func (f *finder) tied(i int) bool {
	return isHyphen(f.Word(i)) || f.Lower(i) == "in" && isHyphen(f.Word(i-1)) && isHyphen(f.Word(i+1))
}

// several reports whether the name at token i is the first of two that "and"
// joins: "ministers Anna Elde and Peter Osk".
func (f *finder) several(i int) bool {
	m := f.mentionAt(i)
	if m == nil || f.Lower(m.last) != "and" {
		return false
	}
	n := f.mentionAt(m.last + 1)
	return n != nil && n.first == m.last+1 && n.kind != fact.Place && n.kind != fact.Organization
}

// shared gives m the role of the name that "and" joins to it, when that is
// the role of several.
func (f *finder) shared(m *mention) {
	n := f.mentionAt(m.first - 2)
	if n == nil || n.last != m.first-1 || f.Lower(m.first-1) != "and" || n.role.span.Empty() {
		return
	}
	if noun := f.Lower(f.TokenAt(n.role.span.End) - 1); !f.lists.roles[noun] && f.lists.roles[strings.TrimSuffix(noun, "s")] {
		m.role = n.role
	}
}

// belongs is the mention just before token start that a role there belongs
// to, as 1 + its index: "NATO’s", "Russian"; 0 for none.
func (f *finder) belongs(start int) int {
	i := start - 1
	for n := 1; n <= 2; n++ {
		if f.possessive(start-n) == n {
			i = start - n - 1
		}
	}
	m := f.mentionAt(i)
	if m == nil || m.last != i+1 || f.Tokens[start].Paragraph {
		return 0
	}
	return f.at[i]
}

// headNoun is the noun of the role in span, in lower case, with "former" before
// it where the role is one: "minister" in "deputy minister of ports"; "" for none.
func (f *finder) headNoun(span text.Span) string {
	noun := ""
	first := f.TokenAt(span.Start)
	for i := first; i < len(f.Tokens) && f.Tokens[i].Start < span.End && !f.grammar("role goes on", f.Lower(i)); i++ {
		noun = f.Lower(i)
	}
	noun = f.singular(noun)
	if noun != "" && f.Lower(first) == "former" {
		return "former " + noun
	}
	return noun
}
