package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
)

// abbreviations binds an abbreviation in brackets to the long form before it,
// "the World Trade Forum (WTF)", and takes both for an organization.
func (f *finder) abbreviations() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if f.spelled(m) {
			m.kind, m.open, m.rule, m.score = fact.Other, false, "abbreviation of common words", 0.6
			f.plain[f.surface(m)] = true
			continue
		}
		if f.Word(m.last) != "(" || m.last-m.first < 2 {
			continue
		}
		n := f.mentionAt(m.last + 1)
		if n == nil || f.Word(n.last) != ")" || n.last-n.first != 1 || !f.abbreviates(n, m) {
			continue
		}
		f.bind(m, n)
	}
}

// bind makes m and its abbreviation n one.
func (f *finder) bind(m, n *mention) {
	switch {
	case n.known != nil && m.known == nil:
		m.known, m.kind = n.known, n.kind
	case m.known != nil:
		n.known, n.kind = m.known, m.kind
	default:
		f.long[f.surface(n)] = f.surface(m)
		m.kind, n.kind = fact.Organization, fact.Organization
		if f.thingLast(m) {
			m.kind, n.kind = fact.Other, fact.Other
		} else if f.placeLast(m) {
			m.kind, n.kind = fact.Place, fact.Place
		}
	}
	m.open, n.open = false, false
	m.rule, m.score = "long form of an abbreviation", 0.95
	n.rule, n.score = "abbreviation in brackets", 0.95
}

// spelled reports whether m is an abbreviation in brackets of the plain words
// before it: "consumer price index (CPI)".
func (f *finder) spelled(m *mention) bool {
	if m.known != nil || m.last-m.first != 1 || f.Word(m.first-1) != "(" || f.Word(m.last) != ")" || !acronym(f.Word(m.first)) {
		return false
	}
	letters := strings.ToLower(f.Word(m.first))
	i := m.first - 2
	for n := len(letters) - 1; n >= 0; n-- {
		if i < 0 || f.at[i] != 0 || !strings.HasPrefix(f.Word(i), letters[n:n+1]) {
			return false
		}
		if i--; isHyphen(f.Word(i)) {
			i--
		}
	}
	return !f.organization(m.first - 2)
}

// abbreviates reports whether the letters of n are the initials of m's words
// in order, small words left out or not, or all of them in another order.
func (f *finder) abbreviates(n, m *mention) bool {
	letters := []rune(strings.ToUpper(strings.ReplaceAll(f.Word(n.first), ".", "")))
	if !acronym(f.Word(n.first)) {
		return false
	}
	if n.known == nil && f.organizationLast(m) {
		return true // in another language: "Workers' Confederation (CUT)"
	}
	var all, capitals []rune
	for _, w := range f.words(m.first, m.last) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) {
			capitals = append(capitals, r)
		}
		if unicode.IsLetter(r) {
			all = append(all, unicode.ToUpper(r))
		}
	}
	if inOrder(letters, all) && len(letters)*2 >= len(capitals) {
		return true
	}
	slices.Sort(letters)
	slices.Sort(capitals)
	return slices.Equal(letters, capitals)
}

// inOrder reports whether the letters stand in initials in their order.
func inOrder(letters, initials []rune) bool {
	at := 0
	for _, r := range initials {
		if at < len(letters) && letters[at] == r {
			at++
		}
	}
	return at == len(letters)
}
