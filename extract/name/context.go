package name

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The functions here each tell whether one clue holds for a mention.

func (f *finder) afterTitle(m *mention) bool { return m.role.title }

// hasRole leaves out what a company may be called too: "X, the developer".
func (f *finder) hasRole(m *mention) bool {
	if m.role.title || m.role.span.Empty() {
		return false
	}
	return !f.lists.companyNouns[f.Lower(f.TokenAt(m.role.span.End)-1)]
}

func (f *finder) nounOfPerson(m *mention) bool { return f.personNoun(m) != "" }

func (f *finder) firstName(m *mention) bool {
	return m.last-m.first > 1 && f.hasFirst(f.Word(m.first)) && !f.lists.organizations[f.Lower(m.last-1)]
}

func (f *finder) initialInside(m *mention) bool {
	for i := m.first; i < m.last-1; i++ {
		if w := f.Word(i); len(w) == 2 && w[1] == '.' && f.capital(i) {
			return true
		}
	}
	return false
}

func (f *finder) surnameLast(m *mention) bool {
	return m.last-m.first > 1 && f.lists.surnames[f.Word(m.last-1)]
}

func (f *finder) particleInside(m *mention) bool {
	for i := m.first + 1; i < m.last-1; i++ {
		if f.lists.particles[f.Word(i)] {
			return true
		}
	}
	return false
}

func (f *finder) ageAfter(m *mention) bool {
	age, err := strconv.Atoi(f.Word(m.last + 1))
	mark := f.Word(m.last)
	return err == nil && age > 0 && age < 120 && (mark == "," && strings.Contains(",.—", f.Word(m.last+2)) || mark == "(" && f.Word(m.last+2) == ")")
}

func (f *finder) whoAfter(m *mention) bool {
	return f.Word(m.last) == "who" || f.Word(m.last) == "," && f.Word(m.last+1) == "who"
}

func (f *finder) firstAlone(m *mention) bool {
	return m.last-m.first == 1 && f.hasFirst(f.Word(m.first))
}

func (f *finder) surnameAlone(m *mention) bool {
	return m.last-m.first == 1 && f.lists.surnames[f.Word(m.first)]
}

func (f *finder) speaks(m *mention) bool {
	if f.Lower(m.first-1) == "of" {
		return false // "the harbour guard of Elde said"
	}
	return f.lists.cues[f.Lower(m.last)] || m.first > 0 && f.Word(m.first-1) == "said"
}

func (f *finder) twoWords(m *mention) bool {
	for i := m.first; i < m.last; i++ {
		if r, _ := utf8.DecodeRuneInString(f.Word(i)); !unicode.IsUpper(r) || f.lists.common[f.Lower(i)] || acronym(f.Word(i)) {
			return false
		}
	}
	n := m.last - m.first
	return n == 2 || n == 3
}

func (f *finder) organizationLast(m *mention) bool {
	return m.last-m.first > 1 && f.organization(m.last-1)
}

func (f *finder) organizationFirst(m *mention) bool {
	for i := m.first; i+1 < m.last; i++ {
		if w := f.Word(i + 1); f.organization(i) && (w == "of" || w == "for" || w == ".") {
			return true
		}
	}
	return false
}

func (f *finder) organizationInside(m *mention) bool {
	for i := m.first; i+1 < m.last; i++ {
		if f.organization(i) {
			return true
		}
	}
	return false
}

func (f *finder) acronymAlone(m *mention) bool {
	return m.last-m.first == 1 && acronym(f.Word(m.first)) && !f.plain[f.Word(m.first)]
}

// theBefore asks for a mark, verb or word of grammar after the name too: in
// "the Elde family" the article belongs to the family.
func (f *finder) theBefore(m *mention) bool {
	if f.Lower(m.first-1) != "the" {
		return false
	}
	next := f.Lower(m.last)
	r, _ := utf8.DecodeRuneInString(next)
	return !unicode.IsLetter(r) || f.lists.closed[next] || f.lists.cues[next] || f.auxiliary(m.last)
}

func (f *finder) theOne(m *mention) bool { return f.theBefore(m) && m.last-m.first == 1 }

func (f *finder) theMore(m *mention) bool { return f.theBefore(m) && m.last-m.first > 1 }

// plural reports whether m is one word in the plural: "the Victorians".
func (f *finder) plural(m *mention) bool {
	w := f.Word(m.first)
	return m.last-m.first == 1 && f.Lower(m.first-1) == "the" && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !acronym(w)
}

func (f *finder) ampersand(m *mention) bool {
	for i := m.first; i < m.last; i++ {
		if strings.Contains(f.Word(i), "&") {
			return true
		}
	}
	return false
}

func (f *finder) companyBeside(m *mention) bool {
	if f.Word(m.first-1) == "," && f.Word(m.last) == "," && f.lists.companyNouns[f.Lower(m.first-2)] {
		return true // "the operator, Elde,"
	}
	return m.first > 0 && f.lists.companyNouns[f.Lower(m.first-1)] || f.lists.companyNouns[f.Lower(m.last)] || f.Word(m.last) == "," && f.lists.companyNouns[f.Lower(m.last+2)] && (f.Word(m.last+1) == "a" || f.Word(m.last+1) == "the")
}

// camel reports whether a capital stands inside a word of m after a small
// letter, as in "PetroElde", not as in "McElde".
func (f *finder) camel(m *mention) bool {
	w := f.Word(m.first)
	for i, r := range w {
		if i > 3 && unicode.IsUpper(r) && w[i-1] >= 'a' && w[i-1] <= 'z' {
			return m.last-m.first == 1
		}
	}
	return false
}

// stateCompany reports whether "state-run" or its like stands before m.
func (f *finder) stateCompany(m *mention) bool {
	return isHyphen(f.Word(m.first-2)) && f.grammar("state company", f.Lower(m.first-1))
}

// adjectival reports whether the text has an adjective made of m: "Eldean".
func (f *finder) adjectival(m *mention) bool {
	return m.last-m.first == 1 && f.stems[f.Word(m.first)]
}

// seat reports whether a university or its like is named after m.
func (f *finder) seat(m *mention) bool {
	return m.last-m.first == 1 && f.seats[f.Word(m.first)]
}

// ambassador reports whether m is where an ambassador is.
func (f *finder) ambassador(m *mention) bool {
	before := f.Lower(m.first - 2)
	return f.Lower(m.first-1) == "to" && (before == "ambassador" || before == "envoy")
}

func (f *finder) placeFirst(m *mention) bool {
	end, ok := f.longest(m.first, m.last)
	return ok && end < m.last && f.lists.known.names[strings.Join(f.words(m.first, end), " ")].kind == "place"
}

func (f *finder) placeLast(m *mention) bool {
	return m.last-m.first > 1 && f.lists.places[f.Lower(m.last-1)]
}

func (f *finder) placeHead(m *mention) bool {
	return m.last-m.first > 1 && f.lists.placeHeads[f.Lower(m.first)]
}

func (f *finder) inBefore(m *mention) bool {
	return f.grammar("before a place", f.Lower(m.first-1))
}

// wayTo reports whether a verb of going leads to m.
func (f *finder) wayTo(m *mention) bool {
	before := f.Lower(m.first - 1)
	return before == "to" && f.grammar("goes to", f.Lower(m.first-2)) || f.grammar("visits", before) && f.Word(m.last) != "'s" && f.Word(m.last) != "’s"
}

func (f *finder) whereAfter(m *mention) bool {
	return f.Word(m.last) == "where" || f.Word(m.last) == "," && f.Word(m.last+1) == "where"
}

// placeEndings is how the names of places often end.
var placeEndings = []string{"land", "stan", "burg", "grad", "ville", "pur", "abad"}

func (f *finder) placeEnding(m *mention) bool {
	w := f.Word(m.first)
	return m.last-m.first == 1 && len(w) > 6 && slices.ContainsFunc(placeEndings, func(e string) bool { return strings.HasSuffix(w, e) })
}

func (f *finder) countryAfter(m *mention) bool {
	if f.Word(m.last) != "," {
		return false
	}
	next := f.mentionAt(m.last + 1)
	return next != nil && next.kind == "place" && next.how == "name" && (f.Word(next.last) == "," || f.Word(next.last) == "." || f.Word(m.first-1) == "in")
}

func (f *finder) stateAfter(m *mention) bool {
	n := f.possessive(m.last)
	return n > 0 && (f.lists.stateNouns[f.Lower(m.last+n)] || f.lists.stateNouns[f.Lower(m.last+n+1)])
}

func (f *finder) placeBeside(m *mention) bool {
	if f.lists.places[f.Lower(m.last)] || f.lists.places[f.Lower(m.first-1)] {
		return true
	}
	noun := f.Lower(m.first - 2)
	return f.Lower(m.first-1) == "of" && noun != "minister" && noun != "ministry" && (f.lists.places[noun] || f.lists.stateNouns[noun])
}

func (f *finder) thingAfter(m *mention) bool {
	return m.first > 0 && f.Lower(m.first-1) == "the" && f.lists.thingNouns[f.Lower(m.last)]
}

func (f *finder) thingHead(m *mention) bool {
	return m.last-m.first > 1 && f.lists.thingHeads[f.Lower(m.first)]
}

func (f *finder) thingLast(m *mention) bool {
	last := f.Lower(m.last - 1)
	return f.lists.thingNouns[last] || m.last-m.first > 2 && f.lists.thingNouns[f.Lower(m.last-2)] && (f.lists.notNames[last] || f.lists.closed[last] || !f.capital(m.last-1))
}
