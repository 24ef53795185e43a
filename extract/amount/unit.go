package amount

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/amount/number"
)

// A rule reads what a number counts or measures. Its examples are texts of
// the form "[about 40 goats] ran = ~40 goats", where the value is written as
// fact.Amounts are in the tests.
type rule struct {
	name       string
	read       func(r *reader, n number.Number) (unit string, next int, ok bool)
	confidence float64
	examples   []string
}

// rules is tried in order; the first that reads something wins.
var rules = []rule{
	{"percentage", percent, 0.95, []string{
		"Turnout fell by [31 percent] on Monday = 31 percent", "[About 7%] of them = ~7 percent", "[2.5 percentage points] more = 2.5 percentage points"}},
	{"money", currency, 0.95, []string{
		"It cost [about 20 million euros] = ~20000000 EUR", "He paid [50,000 Swiss francs] = 50000 CHF", "He paid [300 pesos] = 300 pesos"}},
	{"measure", measure, 0.9, []string{
		"[10 km] from town = 10 kilometres", "[75ml] of oil = 75 millilitres", "[at least 40 square miles] burned = 40 >=40 square miles", "[200lbs] of rice = 200 pounds"}},
	{"count", count, 0.85, []string{
		"[about 7,000 Vostrian sailors] waited = ~7000 sailors", "[Fourteen people] drowned = 14 people",
		"[more than 60 injured] in the quake = 60 >=60 injured", "[two hundred and six fishing boats] sank = 206 boats",
		"[ten of its mills] shut = 10 mills", "[40 police officers] came = 40 officers", "[one soldier] died = 1 soldier", "[up to 300 seats] = 300 <=300 seats"}},
	{"large number", bare, 0.6, []string{
		"It rose to [2.5 million] = 2500000", "The true figure is [nearly 18,000] = ~18000", "He counted [Sixteen thousand], not one fewer = 16000"}},
}

func percent(r *reader, n number.Number) (string, int, bool) {
	at := n.Next
	if r.t.Word(at) == "-" && number.Touch(r.t, at-1) && number.Touch(r.t, at) {
		at++ // "40-percent"
	}
	unit, next, ok := unitsOf["percent"].at(r.t, at)
	return unit, next, ok && n.Glued == ""
}

func currency(r *reader, n number.Number) (string, int, bool) {
	if n.Glued != "" {
		return "", 0, false
	}
	if unit, next, ok := unitsOf["currencies"].at(r.t, n.Next); ok {
		return unit, next, r.t.Lower(n.Next) != "won" || !n.Exact
	}
	unit, next, ok := unitsOf["codes"].at(r.t, n.Next)
	return unit, next, ok && strings.ToUpper(r.t.Word(n.Next)) == r.t.Word(n.Next)
}

func measure(r *reader, n number.Number) (string, int, bool) {
	if n.Glued != "" {
		for _, c := range unitsOf["measures"][n.Glued] {
			if len(c.words) == 1 {
				return c.value, n.Next, true
			}
		}
		return "", 0, false
	}
	at := n.Next
	if r.t.Word(at) == "-" && number.Touch(r.t, at-1) {
		at++ // "10-kilometre"
	}
	return unitsOf["measures"].at(r.t, at)
}

// modifiers is how many words can stand between a number and its noun.
const modifiers = 4

// count reads "Vostrian sailors" after a number: the noun is the first word in
// the plural that no function word parts from the number.
func count(r *reader, n number.Number) (string, int, bool) {
	if n.Glued != "" || n.Value == 1 && n.Exact {
		return single(r, n)
	}
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
			return r.t.Lower(i), i + 1, true
		case word != "-" && !letters(word), i > first && r.counts(i):
			return "", 0, false
		}
	}
	return "", 0, false
}

// inverted reports whether token i, after n, is a verb whose subject follows:
// "Between the two stands a wall".
func (r *reader) inverted(n number.Number, i int) bool {
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
	_, ok := number.At(r.t, i)
	return ok
}

// single reads what there is one of, which only some nouns tell.
func single(r *reader, n number.Number) (string, int, bool) {
	word := r.t.Lower(n.Next)
	return word, n.Next + 1, n.Glued == "" && n.Next < r.last && nouns["singulars"].has(word)
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
// or starts with one: "A320".
func letters(word string) bool {
	for _, r := range word {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r)
}

// bare reads a large number whose noun stands elsewhere: millions, thousands
// in words, and figures with a comma, which no year or house number has.
func bare(r *reader, n number.Number) (string, int, bool) {
	if n.Glued != "" || tie(r.t.Word(n.Next)) && number.Touch(r.t, n.Next-1) {
		return "", 0, false
	}
	last := r.t.Lower(n.Next - 1)
	return "", n.Next, !n.Exact && n.Value >= 1e6 ||
		n.Value > 1000 && (last == "thousand" || n.Digits && strings.Contains(last, ","))
}
