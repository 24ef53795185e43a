package name

import (
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/name/spot"
)

// spotted records the names that the model finds, cut and joined where words
// show better where a name ends.
func (f *finder) spotted(names []spot.Name) {
	for i := 0; i < len(names); i++ {
		n := names[i]
		if i+1 < len(names) && f.broken(n, names[i+1]) {
			n.Last = names[i+1].Last
			i++
		}
		if f.headless(n.First) {
			n.First, n.Kind = n.First-1, fact.Organization
		}
		if end, ok := f.longest(n.First, f.limit(n.First)); ok && end > n.Last {
			n.Last = end
		}
		for _, part := range f.parted(n) {
			f.spot(part)
		}
	}
}

// limit is the end of the sentence of token i.
func (f *finder) limit(i int) int {
	return f.Sentences[f.SentenceAt(f.Tokens[i].Start)].Last
}

// broken reports whether a stray full stop breaks one name into n and next:
// "Trade Organization. of the South".
func (f *finder) broken(n, next spot.Name) bool {
	of := n.Last + 1
	if !f.organization(n.Last-1) || f.Word(n.Last) != "." || f.Lower(of) != "of" || next.First >= f.limit(n.First) {
		return false
	}
	return next.First == of+1 || next.First == of+2 && f.Lower(of+1) == "the"
}

// parted is the names in n: a town and its country beside it are two, and so
// are an organization and what it is in, an agency and the paper it writes for,
// a party and who leads it, a state and its ministry, and two organizations,
// unless the gazetteer knows n.
func (f *finder) parted(n spot.Name) []spot.Name {
	var parts []spot.Name
	for i := n.First + 1; i+1 < n.Last && !f.known(n.First, n.Last); i++ {
		next := fact.Place
		switch w := f.Word(i); {
		case n.Kind == fact.Place && w == ",", n.Kind == fact.Organization && w == "in":
		case n.Kind == fact.Organization && w == "," && f.grammar("preposition", f.Lower(i+1)):
			next = fact.Organization
		case n.Kind == fact.Organization && w == "of" && f.somebody(i+1, n.Last) && f.grammar("led by somebody", f.Lower(i-1)):
			next = fact.Person
		case n.Kind == fact.Organization && w == "and" && f.organization(i-1) && (f.organization(n.Last-1) || f.known(i+1, n.Last)):
			next = fact.Organization
		case n.Kind == fact.Organization && f.possessive(i) == 1 && f.lists.stateNouns[f.Lower(n.Last-1)]:
			next, n.Kind = fact.Organization, fact.Place
		default:
			continue
		}
		parts = append(parts, spot.Name{First: n.First, Last: i, Kind: n.Kind, Score: n.Score})
		n = spot.Name{First: i + 1, Last: n.Last, Kind: next, Score: n.Score}
	}
	return append(parts, n)
}

// somebody reports whether [first, last) is a first name and one or two more.
func (f *finder) somebody(first, last int) bool {
	n := last - first
	return n > 1 && n < 4 && f.hasFirst(f.Word(first)) && f.capital(last-1) && !f.known(first, last) && !f.organization(last-1)
}

// sure is the percent from which a name that the model finds is no longer
// taken for another thing that the gazetteer knows by that name.
const sure = 80

// spot records n, unless it is a title with nobody's name or a language.
func (f *finder) spot(n spot.Name) {
	n = f.trimmed(n)
	if n.First >= n.Last || f.language(n.First, n.Last) || f.nobody(n.Kind, n.First, n.Last) {
		return
	}
	m := mention{first: n.First, last: n.Last, how: fact.ByName, kind: n.Kind, open: true, rule: "learned", score: float64(n.Score) / 100}
	if known, ok := f.naming(n.First, n.Last); ok && f.accepts(n, known) {
		m.known, m.kind, m.rule, m.open = known.entry, known.kind, "gazetteer", false
		if known.demonym {
			m.how, m.rule = fact.ByDemonym, "demonym"
		}
	}
	if n.Last-n.First == 1 && f.lists.groups[f.Word(n.First)] {
		m.kind, m.open, m.rule = fact.Group, false, "people"
	}
	f.add(m)
}

// trimmed is n without the titles and the plain words that it begins with or
// the plain noun that it ends with, "the Elde agency", and with the particles
// that a person's surname keeps: "von Elde".
func (f *finder) trimmed(n spot.Name) spot.Name {
	for n.Kind == fact.Organization && n.Last-n.First > 1 && f.lists.common[f.Word(n.Last-1)] {
		n.Last--
	}
	if n.Kind == fact.Person {
		for f.lists.leading[f.Word(n.First-1)] && !f.Tokens[n.First].Paragraph {
			n.First--
		}
		n.First = f.title(n.First, n.Last)
	}
	for n.Last-n.First > 2 && f.begins(n.First) && f.lists.companyNouns[f.Lower(n.First)] {
		n.First++
	}
	for n.First < n.Last && (f.lists.closed[f.Word(n.First)] || f.lists.common[f.Word(n.First)]) {
		n.First, n.Score = n.First+1, 50
	}
	return n
}

// begins reports whether token i begins a sentence.
func (f *finder) begins(i int) bool {
	return f.Sentences[f.SentenceAt(f.Tokens[i].Start)].First == i
}

// nobody reports whether the words of a name of that kind are a title, creed or
// direction and no name: "Prime Minister", "Western".
func (f *finder) nobody(kind fact.Kind, first, last int) bool {
	switch kind {
	case fact.Place:
		return false
	case fact.Person:
		return f.addresses(first, last) || f.office(first, last)
	}
	if f.addresses(first, last) || last-first > 3 && f.plainWords(first, last) {
		return true
	}
	return f.office(first, last) || last-first == 1 && (f.notName(first) || f.lists.creeds[f.Lower(first)])
}

// addresses reports whether all of [first, last) are forms of address: "Rt Rev".
func (f *finder) addresses(first, last int) bool {
	for i := first; i < last; i++ {
		if !f.address(i) {
			return false
		}
	}
	return true
}

// plainWords reports whether all of [first, last) are common words, none of
// which names an organization: a headline.
func (f *finder) plainWords(first, last int) bool {
	for i := first; i < last; i++ {
		if w := f.Lower(i); !f.lists.common[w] && !f.lists.closed[w] || f.organization(i) {
			return false
		}
	}
	return true
}

// accepts reports whether the name n is what the gazetteer knows by its words.
func (f *finder) accepts(n spot.Name, known naming) bool {
	if n.Kind == known.kind || known.demonym && n.Kind == fact.Group {
		return true
	}
	return n.Score < sure && !(known.demonym && n.Kind == fact.Person)
}

// language reports whether the demonym [first, last) is a language: "speaks
// French", "in French".
func (f *finder) language(first, last int) bool {
	known, ok := f.naming(first, last)
	if !ok || !known.demonym {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(f.Word(last)); unicode.IsLetter(r) && !f.lists.closed[f.Lower(last)] {
		return false
	}
	return f.grammar("before a language", f.Lower(first-1))
}
