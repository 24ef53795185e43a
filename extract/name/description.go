package name

import (
	"strings"

	"onrecord/extract/text"
)

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

// unread reports whether a name of no sure kind holds token i, so that what
// stands before it is its own title.
func (f *finder) unread(i int) bool {
	n := f.mentionAt(i)
	return n != nil && n.open
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
		case f.lists.modifiers[w] || f.tied(j):
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
		} else if f.at[i] != 0 && i-end > 3 && f.grammar("before a place", f.Lower(i-1)) {
			return f.Range(first, i-1), of // "head of its office in Osk"
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
	if f.Word(comma) != "," || !m.open {
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
	if w := f.Lower(comma - 1); f.lists.roles[w] || f.several(comma+1) && f.lists.roles[strings.TrimSuffix(w, "s")] {
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
