package name

import (
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/name/spot"
)

// unspotted adds to names the runs of capitals that the model passed over and
// that look like the name of an organization: "Osk Harbour Company".
func (f *finder) unspotted(names []spot.Name) []spot.Name {
	all := slices.Clone(names)
	next := 0
	for i := 0; i < len(f.Tokens); {
		if next < len(names) && names[next].First <= i {
			i = max(i+1, names[next].Last)
			next++
			continue
		}
		limit := f.limit(i)
		if next < len(names) {
			limit = min(limit, names[next].First)
		}
		end := i
		for end < limit && f.capital(end) {
			end++
		}
		if first, ok := f.nameIn(i, end); ok && f.alone(i, end) {
			all = append(all, spot.Name{First: first, Last: end, Kind: fact.Organization, Score: 50})
		}
		i = max(i+1, end)
	}
	slices.SortFunc(all, func(a, b spot.Name) int { return a.First - b.First })
	return all
}

// nameIn is where the name of an organization begins in the run of capitals
// [first, last), if that ends as such a name does or begins as that of a paper.
// At the start of a sentence, where every word has a capital, "The" or a word
// that is not common must begin it and a verb follow.
func (f *finder) nameIn(first, last int) (int, bool) {
	if last-first < 2 {
		return first, false
	}
	opens := f.begins(first)
	the := opens && f.Word(first) == "The"
	if opens && !(f.verb(last) && (the || f.uncommon(first))) {
		return first, false
	}
	if the {
		first++
	}
	return first, last-first > 1 && (f.organization(last-1) || f.lists.outletHeads[f.Lower(first)])
}

// uncommon reports whether token i is a word that is seldom more than a name.
func (f *finder) uncommon(i int) bool {
	w := f.Lower(i)
	return !f.lists.common[w] && !f.lists.closed[w] && !f.notName(i)
}

// passed records what the model passed over: states, organizations and their
// like that the gazetteer knows, and things told by their first word, "Storm
// Elde".
func (f *finder) passed() {
	for i := range f.Tokens {
		if f.at[i] != 0 || !f.capital(i) {
			continue
		}
		if end, ok := f.longest(i, f.limit(i)); ok && f.alone(i, end) && !f.lists.common[f.Lower(i)] {
			f.listed(i, end)
		} else if f.acting(i) && f.alone(i, i+1) {
			f.add(mention{first: i, last: i + 1, how: fact.ByName, kind: fact.Person, open: true, rule: "acts", score: 0.5})
		} else if f.lists.thingHeads[f.Lower(i)] && f.capital(i+1) && i+1 < f.limit(i) && f.alone(i, i+2) {
			f.add(mention{first: i, last: i + 2, how: fact.ByName, kind: fact.Other, open: true, rule: "thing", score: 0.8})
		}
	}
}

// acting reports whether the capital at token i, inside a sentence, belongs to
// somebody who says or does something: "On Monday Elde spoke".
func (f *finder) acting(i int) bool {
	w := f.Lower(i)
	return f.lists.cues[f.Lower(i+1)] && !f.begins(i) && !f.lists.common[w] && !f.lists.closed[w] && !f.notName(i) && !f.lists.roles[w] && !f.organization(i)
}

// listed records the name [first, last) of the gazetteer where it is no town,
// which may be something else: a state, an organization, a demonym.
func (f *finder) listed(first, last int) {
	n, _ := f.naming(first, last)
	town := n.kind == fact.Place && !n.state && !n.demonym && n.capital == nil && last-first == 1
	if town || f.language(first, last) {
		return
	}
	m := mention{first: first, last: last, how: fact.ByName, kind: n.kind, known: n.entry, rule: "gazetteer", score: 0.9}
	if n.demonym {
		m.how, m.rule = fact.ByDemonym, "demonym"
	}
	f.add(m)
}

// alone reports whether no capital and no hyphen stands beside [first, last),
// and no name holds a part of it.
func (f *finder) alone(first, last int) bool {
	for i := first; i < last; i++ {
		if f.at[i] != 0 {
			return false
		}
	}
	beside := func(i int) bool { return f.capital(i) && !f.notName(i) }
	return !beside(first-1) && !beside(last) && !isHyphen(f.Word(first-1))
}

// longestSurname bounds the tokens of a surname with its particles, so that
// looking for them stays linear.
const longestSurname = 8

// surnames records the surnames with a particle of people who are named in
// full elsewhere: "von der Elde" beside "Ursel von der Elde".
func (f *finder) surnames() {
	longest := map[string]int{} // tokens of the longest surname that begins with a word
	full := map[string]bool{}
	for i := range f.mentions {
		m := &f.mentions[i]
		for k := m.first + 1; m.kind == fact.Person && k+1 < m.last; k++ {
			if w := f.Word(k); f.lists.leading[w] && m.last-k <= longestSurname {
				longest[w] = max(longest[w], m.last-k)
				full[strings.Join(f.words(k, m.last), " ")] = true
				break
			}
		}
	}
	for i := range f.Tokens {
		for n := longest[f.Word(i)]; n > 1; n-- {
			if i+n <= f.limit(i) && full[strings.Join(f.words(i, i+n), " ")] {
				f.add(mention{first: i, last: i + n, how: fact.ByName, kind: fact.Person, rule: "surname", score: 0.8})
				break
			}
		}
	}
}
