package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/text"
)

// seen collects the words that stand with a capital where lower case was
// possible: what may be trusted as a name at the start of a sentence too.
func (f *finder) seen() {
	for _, s := range f.Sentences {
		if f.headline(s) {
			continue
		}
		for i := s.First + 1; i < s.Last; i++ {
			if f.capital(i) && !f.opens(i, s) {
				f.named[f.Word(i)] = true
			}
		}
	}
}

// sentence finds the mentions in s by their capitals.
func (f *finder) sentence(s text.Sentence) {
	headline := f.headline(s)
	for i := s.First; i < s.Last; {
		if f.at[i] != 0 || !f.capital(i) && !f.lowerName(i) || f.lists.closed[f.Lower(i)] && !f.gazetted(i, s.Last) {
			i++
			continue
		}
		end := f.runEnd(i, s.Last)
		f.segment(i, end, s, headline)
		i = end
	}
}

// capital reports whether token i is a word with a capital first.
func (f *finder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.Word(i))
	return unicode.IsUpper(r)
}

// lowerName reports whether a known name starts in lower case at i: "al-Shabaab".
func (f *finder) lowerName(i int) bool {
	w := f.Word(i)
	return w == "al" && f.joins(i+1) && f.capital(i+2)
}

// opens reports whether a capital at token i of s says nothing, since a
// sentence or quotation opens there.
func (f *finder) opens(i int, s text.Sentence) bool {
	if i <= s.First {
		return true
	}
	switch before := f.Word(i - 1); before {
	case "“", "‘", "«", ":", "—", "–", "•", "*", "...", "…", ";":
		return true
	case `"`, "'":
		return f.touches(i - 1)
	case "-", "(":
		return i-1 == s.First
	}
	return false
}

// headline reports whether most words of s have capitals, so that capitals
// tell no names.
func (f *finder) headline(s text.Sentence) bool {
	long, capitals, plain := 0, 0, 0
	for i := s.First; i < s.Last; i++ {
		w := f.Word(i)
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) || len(w) < 4 {
			continue
		}
		long++
		if f.capital(i) {
			capitals++
			if f.lists.common[strings.ToLower(w)] {
				plain++
			}
		}
	}
	return long >= 4 && plain >= 2 && capitals*10 >= long*8
}

// runOn is the end of a run of which [first, at) is a known name.
func (f *finder) runOn(first, at, limit int) int {
	for at < limit && at-first < 14 {
		next := f.join(first, at, limit)
		if next == 0 {
			break
		}
		at = next
	}
	return at
}

// runEnd is the end of the run of capitalised words that starts at first:
// initials, hyphens, particles and, in the name of an organization, "of",
// "for" and "and" join it.
func (f *finder) runEnd(first, limit int) int {
	at := f.runOn(first, first+1, limit)
	if end, ok := f.longest(first, limit); ok && end > at {
		return f.runOn(first, end, limit)
	}
	return at
}

// join is the end of the run that started at first and came to at, with what
// follows joined; 0 when nothing joins.
func (f *finder) join(first, at, limit int) int {
	if f.Tokens[at].Paragraph || f.at[at] != 0 {
		return 0
	}
	w := f.Word(at)
	switch {
	case f.capital(at):
		if f.touches(at-1) && !isHyphen(f.Word(at-1)) && f.Word(at-1) != "." {
			return 0
		}
		return at + 1
	case f.joins(at) && f.word(at+1, limit):
		return f.hyphen(first, at)
	case w == "&" && f.capital(at+1) && at+1 < limit:
		return at + 2
	case f.lists.particles[w]:
		return f.particle(at, limit)
	case w == "of" || w == "for" || w == "on" || w == "and" || w == "." || f.possessive(at) > 0:
		return f.connector(first, at, limit)
	}
	return 0
}

func isHyphen(w string) bool { return w == "-" || w == "‑" || w == "–" }

func (f *finder) word(i, limit int) bool {
	r, _ := utf8.DecodeRuneInString(f.Word(i))
	return i < limit && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// hyphen joins the word after the hyphen at a name ("Jean-Claude",
// "Ki-moon", "Al-Qaeda"), not two names side by side ("Franco-German",
// "Russia-NATO") nor an adjective ("London-based").
func (f *finder) hyphen(first, at int) int {
	left, right := f.Word(at-1), f.Word(at+1)
	if at-first == 1 && strings.EqualFold(left, "al") {
		return at + 2
	}
	if !f.capital(at + 1) {
		if at-first > 1 && len(left) <= 5 && len(right) <= 5 && !f.lists.hyphenEndings[right] && !f.lists.cues[right] && !f.known(at-1, at) {
			return at + 2 // "Ban Ki-moon"
		}
		return 0
	}
	if known := f.known(at-1, at); f.known(at+1, at+2) && (known || f.spaced) || known && f.spaced {
		if n, ok := f.longest(first, at+2); !ok || n != at+2 {
			return 0
		}
	}
	return at + 2
}

func (f *finder) known(first, last int) bool {
	_, ok := f.lists.known.names[strings.Join(f.words(first, last), " ")]
	return ok
}

// particle joins "van der Berg": one to three particles and a capital.
func (f *finder) particle(at, limit int) int {
	if f.lists.common[f.Lower(at-1)] && f.lists.first[f.Word(at-1)] == 0 && !f.named[f.Word(at-1)] {
		return 0
	}
	for n := 0; n < 3 && at < limit; n++ {
		at++
		if f.joins(at) {
			at++
		}
		if f.capital(at) && at < limit {
			return at + 1
		}
		if !f.lists.particles[f.Word(at)] {
			return 0
		}
	}
	return 0
}

// connector joins "of", "for", "and", "’s" or a stray full stop inside the
// name of an organization or place.
func (f *finder) connector(first, at, limit int) int {
	next := at + 1
	if f.Word(at) == "." { // "Trade Organization. of the South (TOS)"
		if f.Word(next) != "of" {
			return 0
		}
		next++
	}
	head := f.Lower(at - 1)
	switch w := f.Word(at); w {
	case "and":
		if !f.list(first, at, next) {
			return 0
		}
	case "’s", "'s", "’", "'":
		if f.capital(next) && next < limit && f.apostrophe(first, next) {
			return next + 1
		}
		return 0
	case "for":
		if !f.lists.organizations[head] {
			return 0
		}
	case "on":
		if !f.grammar("on goes on", head) {
			return 0
		}
	default:
		if !f.head(head) {
			return 0
		}
	}
	if f.Word(next) == "the" {
		next++
	}
	if next >= limit || !f.capital(next) || f.notName(next) || f.Word(at) == "of" && f.somebody(next, limit) || f.title(next, min(limit, next+3)) > next {
		return 0
	}
	return next + 1
}

// somebody reports whether a first name and another name start at token i:
// "the Harbour Union of Anna Elde" ends before her.
func (f *finder) somebody(i, limit int) bool {
	return f.lists.first[f.Word(i)] != 0 && !f.known(i, i+1) && i+1 < limit && f.capital(i+1) && !f.organization(i+1) && !f.lists.places[f.Lower(i+1)]
}

// head reports whether "of" after w goes on with a name.
func (f *finder) head(w string) bool {
	return f.lists.organizations[w] && !f.grammar("no name goes on after of", w) || f.grammar("place goes on after of", w)
}

// list reports whether "and" at token at goes on with the name from first:
// "Department of Housing and Urban Development".
func (f *finder) list(first, at, next int) bool {
	if !f.capital(next) || f.known(next, next+1) || f.lists.first[f.Word(next)] != 0 {
		return false
	}
	if f.Lower(first-1) == "the" && f.Word(at) == "and" && !f.organization(at-1) && !f.known(first, at) {
		end := next
		for f.capital(end) && !f.Tokens[end].Paragraph && end-next < 4 {
			end++
		}
		if end > next+1 && f.organization(end-1) {
			return true
		}
	}
	for i := first; i < at; i++ {
		if w := f.Word(i); w == "of" || w == "for" {
			return !f.known(at-1, at)
		}
	}
	return false
}

// apostrophe reports whether "’s" before next stands inside a name, as the
// gazetteer knows it or an organization's last word shows: "Children's Fund".
func (f *finder) apostrophe(first, next int) bool {
	if n, ok := f.longest(first, next+1); ok && n > next {
		return true
	}
	owner := f.Lower(next - 2)
	if !f.capital(next) || !f.organization(next) && !f.lists.places[f.Lower(next)] {
		return f.capital(next) && f.grammar("plural owner", owner) && f.touches(next-2)
	}
	saint := f.Lower(first) == "st" || f.Lower(first) == "st."
	return saint || f.grammar("plural owner", owner)
}

// longest is the end of the longest gazetteer name that starts at first and
// ends by limit.
func (f *finder) longest(first, limit int) (int, bool) {
	most := f.lists.known.longest[f.Word(first)]
	for n := min(most, limit-first); n > 0; n-- {
		if f.known(first, first+n) {
			return first + n, true
		}
	}
	return 0, false
}
