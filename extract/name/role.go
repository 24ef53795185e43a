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
		if m.kind != "" && !f.maybePerson(m) || f.organization(m.last-1) {
			continue
		}
		f.roleBefore(m)
		if m.role.span.Empty() {
			f.roleAfter(m)
		}
		if m.role.span.Empty() {
			f.apposition(m)
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
	if m.first-start == 1 && !f.capital(start) && m.kind != "" {
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
		noun := f.lists.roles[w] || f.honorific(w) || f.capital(i) && f.lists.roles[strings.TrimSuffix(w, "s")]
		if start == end && !noun {
			return end
		}
		if noun || f.lists.modifiers[w] {
			start = i
		} else if !isHyphen(w) {
			break
		}
	}
	return start
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
	if m == nil || m.last != i+1 || m.kind == fact.Person || f.Tokens[start].Paragraph {
		return 0
	}
	return f.at[i]
}

// roleAfter reads a description after a comma: "X, the party's leader,".
func (f *finder) roleAfter(m *mention) {
	i := m.last
	if f.Word(i) != "," {
		return
	}
	i++
	if f.grammar("determiner", f.Lower(i)) {
		i++
	}
	of := 0
	if n := f.mentionAt(i); n != nil && n.first == i {
		of = f.at[i]
		i = n.last + f.possessive(n.last)
	}
	if f.possessive(i+1) > 0 && f.mentionAt(i) == nil {
		i += 1 + f.possessive(i+1) // "the party's leader"
	}
	end := f.roleEnd(i)
	if end == i || f.unread(end) {
		return
	}
	m.role.span, m.role.of = f.complement(i, end, of)
}

// unread reports whether a name of no known kind holds token i, so that what
// stands before it is its own title.
func (f *finder) unread(i int) bool {
	n := f.mentionAt(i)
	return n != nil && n.kind == ""
}

// roleEnd is the end of the role that starts at token i: up to three plain
// words, then its noun; i when there is none.
func (f *finder) roleEnd(i int) int {
	end := i
	for j, plain := i, 0; j < len(f.Tokens) && plain < 3 && f.at[j] == 0; j++ {
		w := f.Lower(j)
		switch {
		case f.lists.roles[w]:
			end = j + 1
		case f.lists.modifiers[w] || isHyphen(w):
		case end == i && f.lists.common[w] && !f.lists.closed[w] && !f.lists.cues[w]:
			plain++
		default:
			return end
		}
	}
	return end
}

// complement is the role [first, end) with what follows "of" or "for": a name
// is what it belongs to, other words are part of the role.
func (f *finder) complement(first, end, of int) (text.Span, int) {
	switch f.Lower(end) {
	case "of", "for", "at", "in", "with", "to":
	default:
		return f.Range(first, end), of
	}
	i := end + 1
	if f.grammar("determiner", f.Lower(i)) {
		i++
	}
	if n := f.mentionAt(i); n != nil {
		if next := n.last + f.possessive(n.last); next > n.last && f.mentionAt(next) != nil {
			i = next // "head of Osk's Harbour Guard"
		}
		if of == 0 {
			of = f.at[i]
		}
		return f.Range(first, end), of
	}
	for i = end + 1; i < len(f.Tokens) && i-end <= 6; i++ {
		if w := f.Word(i); w == "," || w == "." {
			return f.Range(first, i), of
		} else if f.at[i] != 0 || f.lists.cues[w] {
			break
		}
	}
	return f.Range(first, end), of
}

// apposition reads a role that ends with a comma before m: "Melvia's energy
// minister, X".
func (f *finder) apposition(m *mention) {
	first := m.first
	for f.address(first - 1) {
		first--
	}
	if f.Lower(first-1) == "the" {
		first-- // "the bishop, the Rt Rev X"
	}
	comma := first - 1
	if f.Word(comma) != "," || m.kind != "" {
		return
	}
	noun := f.roleNoun(comma)
	if noun < 0 {
		return
	}
	start := f.widen(f.roleStart(noun + 1))
	if start > 0 && f.Word(start-1) == "," || f.address(noun) && !f.lists.roles[f.Lower(noun)] {
		return
	}
	m.role.span, m.role.of = f.complement(start, noun+1, f.belongs(start))
}

// parts reports whether w cannot stand inside "head of the harbours of Osk".
func (f *finder) parts(w string) bool {
	if f.grammar("inside a role", w) {
		return false
	}
	return strings.Contains(",.;:?!", w) || f.lists.closed[w] || f.lists.cues[w]
}

// widen moves the start of a role back over one or two plain words to a
// possessive: "the fund's mission chief".
func (f *finder) widen(start int) int {
	for i := start - 1; i > 0 && start-i <= 3; i-- {
		w := f.Lower(i)
		if f.possessive(i) > 0 {
			return i + 1
		}
		if f.at[i] != 0 || f.capital(i) || !f.lists.common[w] || f.lists.closed[w] {
			break
		}
	}
	return start
}

// roleNoun is the noun of the role that ends at the comma: directly before
// it, or before its "of …"; -1 for none.
func (f *finder) roleNoun(comma int) int {
	if f.lists.roles[f.Lower(comma-1)] {
		return comma - 1
	}
	for i := comma - 2; i > 0 && comma-i < 18 && !f.Tokens[i+1].Paragraph; i-- {
		switch w := f.Lower(i); {
		case f.at[i] == 0 && f.parts(w):
			return -1
		case f.lists.roles[w] && f.at[i] == 0:
			if f.grammar("role goes on", f.Lower(i+1)) {
				return i
			}
			return -1
		}
	}
	return -1
}
