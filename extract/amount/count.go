package amount

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// modifiers is how many words can stand between a number and its noun.
const modifiers = 4

// counted reads "Vostrian sailors" after a number: by the tree where it joins
// the number to a noun, by the words alone where it does not.
func counted(r *reader, n figure) (string, int, bool) {
	if n.Glued != "" || n.Value == 1 && n.Exact {
		return single(r, n)
	}
	if r.unhyphen(n.Next) > n.Next {
		return r.hyphened(n) // in "five-star hotels" it counts no hotels
	}
	if unit, next, ok := r.noun(n); ok {
		return unit, next, true
	}
	return r.plural(n)
}

// plural reads up to the first word in the plural that no function word parts
// from the number.
func (r *reader) plural(n figure) (string, int, bool) {
	first := n.Next
	if r.t.Lower(first) == "of" && nouns["determiners"].has(r.t.Lower(first+1)) {
		first += 2 // "ten of its plants"
	}
	reach := first + modifiers
	if n.Exact && n.Value != math.Trunc(n.Value) {
		reach = first // "6.3 points", but no "6.3 magnitude quakes"
	}
	for i := first; i <= reach && i < r.last; i++ {
		switch word := r.t.Lower(i); {
		case nouns["times"].has(word) || nouns["stops"].has(word):
			return "", 0, false
		case i == first && r.inverted(n, i):
			return "", 0, false
		case plural(r.t.Word(i), word):
			for i+1 < r.last && i < reach && compound(r.t.Lower(i+1)) {
				i++
			}
			return r.word(i), i + 1, true
		case word != "-" && !letters(word), i > n.Next && r.counts(i), r.finite(i):
			return "", 0, false
		}
	}
	return "", 0, false
}

// finite reports whether token i is a finite verb: "34 remain missing".
func (r *reader) finite(i int) bool {
	switch r.tags[i].XPOS() {
	case "VBD", "VBP", "VBZ", "MD":
		return true
	}
	return false
}

// inverted reports whether token i, after n, is a verb whose subject follows:
// "Between the two stands a wall".
func (r *reader) inverted(n figure, i int) bool {
	if n.Digits || n.Value > 10 || r.t.Lower(n.Next-2) != "the" || !strings.HasSuffix(r.t.Lower(i), "s") {
		return false
	}
	switch r.t.Lower(i + 1) {
	case "a", "an", "the", "another", "no":
		return true
	}
	return false
}

// counts reports whether token i starts a number of its own.
func (r *reader) counts(i int) bool {
	_, ok := r.figure(i)
	return ok
}

// single reads what there is one of, which only some nouns tell.
func single(r *reader, n figure) (string, int, bool) {
	word := r.t.Lower(n.Next)
	return word, n.Next + 1, n.Glued == "" && n.Next < r.last && nouns["singulars"].has(word)
}

// hyphened reads what a compound tells the number of: "seats" of "a 30,000-seat
// hall".
func (r *reader) hyphened(n figure) (string, int, bool) {
	unit := nouns["hyphened"].value(r.t.Lower(n.Next + 1))
	return unit, n.Next + 2, unit != ""
}

// compound reports whether word, after a plural, is the noun that the plural
// goes with: "police officers".
func compound(word string) bool {
	return plural(word, word) && !nouns["plurals"].has(word) && !nouns["stops"].has(word) && !nouns["times"].has(word) && !strings.HasSuffix(word, "ss")
}

// plural reports whether word can be a noun in the plural.
func plural(word, lower string) bool {
	if nouns["plurals"].has(lower) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(word)
	if len(lower) < 4 || !unicode.IsLower(r) || !letters(lower) || nouns["stops"].has(lower) {
		return false
	}
	return strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") && !strings.HasSuffix(lower, "us") && !strings.HasSuffix(lower, "is")
}

// letters reports whether word is one of letters, as an adjective or noun is,
// or starts with one: "A320", "mid-air".
func letters(word string) bool {
	for _, r := range word {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-' {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r)
}
