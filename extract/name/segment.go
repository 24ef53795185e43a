package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// segment cuts the run of capitalised words [first, last) into the mentions
// in it: what a gazetteer knows, titles before names, and the rest.
func (f *finder) segment(first, last int, s text.Sentence, headline bool) {
	for first < last {
		if n := f.prefix(first, last, s, headline); n > first {
			first = n
			continue
		}
		end := f.inner(first, last)
		f.rest(first, end, s, headline)
		first = end
	}
}

// inner is where titles start inside the run, before which the name of an
// organization or place ends: "Osk Harbour Chairman Tarvo Elde"; last if nowhere.
func (f *finder) inner(first, last int) int {
	for i := first + 1; i+1 < last; i++ {
		w := f.Lower(i)
		if !f.lists.roles[w] && !f.lists.modifiers[w] && !f.honorific(w) || f.organization(i) {
			continue
		}
		if f.title(i, last) > i {
			return i
		}
	}
	return last
}

// prefix takes one known name, demonym or title off the front of the run and
// returns where it ended; first when nothing could be taken.
func (f *finder) prefix(first, last int, s text.Sentence, headline bool) int {
	w := f.Lower(first)
	opens := headline || f.opens(first, s)
	if (f.notName(first) || f.lists.closed[w]) && !f.gazetted(first, last) {
		return first + 1
	}
	if opens && (f.lists.common[w] || f.lists.companyNouns[w] && last-first > 1) && !f.trusted(first, last) {
		return first + 1
	}
	if end := f.title(first, last); end > first {
		return end
	}
	if f.lists.groups[f.Word(first)] && f.person(first+1, last) {
		f.group(first)
		return first + 1
	}
	end, ok := f.gazetteEnd(first, last)
	if !ok {
		return first
	}
	n, _ := f.naming(first, end)
	switch {
	case end == last, f.title(end, last) > end, f.office(end, last), n.demonym && f.person(end, last), f.holder(first, end, last, n):
		f.gazetteer(first, end, n)
		return end
	}
	return first
}

// holder reports whether the known place [first, end) ends a role before a
// name: "senator from Vermont Anna Elde", "president of the United States
// Anna Elde".
func (f *finder) holder(first, end, last int, n naming) bool {
	if n.kind != fact.Place || last-end < 2 || !f.hasFirst(f.Word(end)) || f.organization(last-1) {
		return false
	}
	noun, of := f.officeOf(first)
	return of && f.lists.roles[f.Lower(noun)]
}

// officeOf is the token before "of", "of the" or "from" that stands before
// token i, and whether it does.
func (f *finder) officeOf(i int) (int, bool) {
	if f.Lower(i-1) == "the" {
		i--
	}
	w := f.Lower(i - 1)
	return i - 2, w == "of" || w == "from"
}

// group records a people or camp that is named by one word.
func (f *finder) group(i int) {
	f.add(mention{first: i, last: i + 1, how: fact.ByName, kind: fact.Group, rule: "people", score: 0.8})
}

// notName reports whether token i is a capitalised word that names nobody:
// "Monday", "Sept.", and a creed or direction that begins no organization.
func (f *finder) notName(i int) bool {
	return f.lists.notNames[strings.TrimSuffix(f.Lower(i), ".")] || isHyphen(f.Word(i))
}

// person reports whether what follows a demonym is a name of its own: "Russian
// Ivan Elde", and no organization or thing, "Russian Orthodox Church".
func (f *finder) person(first, last int) bool {
	if first >= last {
		return false
	}
	return last-first == 1 && !f.organization(first) && !f.lists.thingNouns[f.Lower(first)] ||
		f.hasFirst(f.Word(first)) && !f.organization(last-1) && !f.lists.thingNouns[f.Lower(last-1)]
}

// gazetted reports whether a gazetteer name of two words or more starts here.
func (f *finder) gazetted(first, last int) bool {
	end, ok := f.longest(first, last)
	return ok && (end > first+1 || strings.ToUpper(f.Word(first)) == f.Word(first))
}

func (f *finder) gazetteEnd(first, last int) (int, bool) {
	if end, ok := f.longest(first, last); ok {
		return end, true
	}
	if _, ok := f.shouted(first); ok {
		return first + 1, true
	}
	return 0, false
}

// shouted is the gazetteer's entry for a word in capitals: "MOSCOW".
func (f *finder) shouted(i int) (naming, bool) {
	w := f.Word(i)
	if len(w) < 5 || strings.ToUpper(w) != w {
		return naming{}, false
	}
	r, size := utf8.DecodeRuneInString(w)
	n, ok := f.lists.known.names[string(unicode.ToUpper(r))+strings.ToLower(w[size:])]
	return n, ok
}

func (f *finder) naming(first, last int) (naming, bool) {
	if n, ok := f.lists.known.names[strings.Join(f.words(first, last), " ")]; ok {
		return n, true
	}
	if last-first == 1 {
		return f.shouted(first)
	}
	return naming{}, false
}

// trusted reports whether a common word that opens a sentence begins a name.
func (f *finder) trusted(first, last int) bool {
	if f.gazetted(first, last) || f.title(first, last) > first || f.named[f.Word(first)] && last-first == 1 && f.known(first, last) {
		return true
	}
	if f.lists.thingHeads[f.Lower(first)] && last-first == 2 {
		return true // "Storm Elde"
	}
	if f.named[f.Word(first)] && acronym(f.Word(first)) {
		return true // "CUT leader Elde"
	}
	return last-first > 1 && !f.lists.notNames[f.Lower(first+1)] && f.organization(last-1) && f.capital(first+1) && !f.lists.closed[f.Lower(first)] ||
		last-first > 2 && f.head(f.Lower(first)) && !f.capital(first+1)
}

// organization reports whether token i is a word that ends an organization's name.
func (f *finder) organization(i int) bool {
	return f.lists.organizations[strings.TrimSuffix(f.Lower(i), ".")]
}

// gazetteer records what is known by name.
func (f *finder) gazetteer(first, last int, n naming) {
	if n.demonym && f.language(first, last) {
		return
	}
	m := mention{first: first, last: last, how: fact.ByName, kind: n.kind, known: n.entry, rule: "gazetteer", score: 0.95}
	if n.demonym {
		m.how, m.rule = fact.ByDemonym, "demonym"
	}
	f.add(m)
}

// language reports whether the demonym [first, last) is a language: "speaks
// French", "in French".
func (f *finder) language(first, last int) bool {
	if r, _ := utf8.DecodeRuneInString(f.Word(last)); unicode.IsLetter(r) && !f.lists.closed[f.Lower(last)] {
		return false
	}
	before := f.Lower(first - 1)
	return before == "in" || before == "into" || strings.HasPrefix(before, "sp") && (before == "spoke" || strings.HasPrefix(before, "speak"))
}

// rest records what is left of a run: one name, of which the kind is found
// later, unless it is a title or common word alone.
func (f *finder) rest(first, last int, s text.Sentence, headline bool) {
	if n, ok := f.naming(first, last); ok {
		f.gazetteer(first, last, n)
		return
	}
	if last-first == 1 && f.lists.groups[f.Word(first)] {
		f.group(first)
		return
	}
	if last-first == 1 && !f.single(first, s, headline) {
		return
	}
	if f.office(first, last) {
		return
	}
	for f.lists.leading[f.Word(first-1)] && f.at[first-1] == 0 && !f.Tokens[first].Paragraph {
		first-- // "von Elde"
	}
	f.add(mention{first: first, last: last, how: fact.ByName})
}

// single reports whether one capitalised word is a name.
func (f *finder) single(i int, s text.Sentence, headline bool) bool {
	w, lower := f.Word(i), f.Lower(i)
	if utf8.RuneCountInString(w) < 2 || f.notName(i) || f.lists.roles[lower] || f.lists.creeds[lower] || f.lists.placeHeads[lower] && !f.hasFirst(w) {
		return false
	}
	if f.organization(i) || f.lists.places[lower] {
		return false // "the Bureau": a noun that stands for one named before
	}
	common := f.lists.common[lower] || f.lists.common[strings.TrimSuffix(lower, "s")]
	if acronym(w) && f.named[w] {
		common = false
	}
	if headline || f.opens(i, s) {
		return !common && (f.named[w] || f.derived(w) || f.derives(w) || f.lists.surnames[w] || f.hasFirst(w) || acronym(w) || f.lists.cues[f.Lower(i+1)] || f.Word(i+1) == "’s" || f.Word(i+1) == "'s")
	}
	return !common || acronym(w) && len(w) > 1
}

// derived reports whether w looks like the adjective of a name that stands
// with a capital inside a sentence: "Dalmoran" beside "Dalmora".
func (f *finder) derived(w string) bool {
	for _, ending := range demonymEndings {
		stem, ok := strings.CutSuffix(w, ending)
		if ok && len(stem) > 3 && (f.named[stem] || f.named[stem+"a"] || f.named[stem+"o"]) {
			return true
		}
	}
	return false
}

// derives reports whether the adjective of w stands with a capital inside a
// sentence: "Dalmora" beside "Dalmoran".
func (f *finder) derives(w string) bool {
	if len(w) < 4 {
		return false
	}
	for _, ending := range demonymEndings {
		if f.named[w+ending] || f.named[strings.TrimRight(w, "aeoy")+ending] {
			return true
		}
	}
	return false
}

func (f *finder) hasFirst(w string) bool {
	_, ok := f.lists.first[w]
	return ok
}

// acronym reports whether w is two to six capitals.
func acronym(w string) bool {
	w = strings.ReplaceAll(w, ".", "")
	if n := len(w); n < 2 || n > 6 {
		return false
	}
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// office reports whether the words are a title with nobody's name: "Prime
// Minister", "Deputy Foreign Minister".
func (f *finder) office(first, last int) bool {
	for i := first; i < last; i++ {
		w := strings.TrimSuffix(f.Lower(i), "s")
		if !f.lists.roles[w] && !f.lists.modifiers[f.Lower(i)] && !isHyphen(w) && !f.lists.notNames[w] {
			return false
		}
	}
	return f.lists.roles[strings.TrimSuffix(f.Lower(last-1), "s")]
}
