// Package number reads numbers, in figures and in words, at a token of a
// text: "100,000", "2.5 million", "1.5m", "twenty-six", "two hundred and
// fifty", "5 1/2", "five point two", "half a million", "two and a half",
// "1'000'000", "12,34,567", "twenty-one fifths". It gives the value and where
// the number ends; what is counted is not its business.
package number

import (
	"maps"
	"math"
	"slices"

	"onrecord/extract/text"
)

// longest bounds how many tokens one number can have, so that reading at
// every token of a text stays linear.
const longest = 12

// A Number is a number that starts at the token it was asked for.
type Number struct {
	Value  float64
	Next   int     // the first token after it
	Glued  string  // letters glued to the figures that are not part of it: "km" of "10km"
	Digits bool    // written in figures
	Parted bool    // thousands are parted: "1,500", "40 000"
	Exact  bool    // no scale word or suffix: 40, not 40 million
	Scale  float64 // what the scale at its end multiplies it by, 1 for none
}

// At reads the longest number that starts at token i of t.
func At(t *text.Text, i int) (Number, bool) {
	if n, ok := From(t, i, 0); ok {
		return n, true
	}
	if n, ok := partOf(t, i); ok {
		return n, true
	}
	if w := t.Lower(i); w == "a" || w == "an" {
		return multiple(t, i)
	}
	n, ok := words(t, i, i+longest)
	if !ok {
		return Number{}, false
	}
	if q, ok := quotient(t, i, n); ok {
		return q, true
	}
	return pointed(t, n), true
}

// From reads a number in figures that starts skip bytes into token i, with a
// scale or a fraction after it: "5m" of "RM5m".
func From(t *text.Text, i, skip int) (Number, bool) {
	value, rest, parted, ok := digits(t.Lower(i)[min(skip, len(t.Lower(i))):])
	if !ok {
		return Number{}, false
	}
	n := Number{Value: value, Next: i + 1, Glued: rest, Digits: true, Parted: parted, Exact: true, Scale: 1}
	if by, ok := suffixes[rest]; ok {
		n.Value, n.Glued, n.Exact, n.Scale = times(value, by), "", false, by
		return n, true
	}
	if by, ok := suffixes[t.Lower(i+1)]; ok && rest == "" && Touch(t, i) {
		n.Value, n.Next, n.Exact, n.Scale = times(value, by), i+2, false, by
		return n, true
	}
	if rest != "" {
		return n, true
	}
	if part, next, ok := Fraction(t, i+1); ok {
		n.Value, n.Next = n.Value+part, next
	}
	return added(t, scaled(t, spaced(t, i, n))), true
}

// added adds the rest of a number whose scale is a word: "3 hundred and one",
// "4 thousand 3 hundred".
func added(t *text.Text, n Number) Number {
	for by := n.Scale; by >= 100; {
		at := n.Next
		if t.Lower(at) == "and" {
			at++
		}
		value, rest, ok := Digits(t.Lower(at))
		if _, in := units[t.Lower(at)]; in {
			value, ok = units[t.Lower(at)], true
		}
		scale, again := scales[t.Lower(at+1)]
		if !again {
			scale = 1
		}
		if !ok || rest != "" || value < 1 || scale >= by || value*scale >= by || at == n.Next && !again {
			break
		}
		n.Value, n.Next, by = n.Value+value*scale, at+1, scale
		if again {
			n.Next++
		}
	}
	return n
}

// scaled multiplies n by the scale words that follow it: "5 million",
// "3 hundred thousand".
func scaled(t *text.Text, n Number) Number {
	for range 3 {
		at := n.Next
		if t.Word(at) == "-" && Touch(t, at-1) && Touch(t, at) {
			at++ // "5-million"
		}
		by, ok := scales[t.Lower(at)]
		if !ok {
			by, ok = suffixes[t.Lower(at)]
			ok = ok && len(t.Word(at)) > 1
		}
		if !ok {
			return n
		}
		n.Value, n.Next, n.Exact, n.Scale = times(n.Value, by), at+1, false, n.Scale*by
	}
	return n
}

// times multiplies value by a scale: 32.2 million is a whole number, which the
// product of the two is not quite.
func times(value, by float64) float64 {
	product := value * by
	if whole := math.Round(product); math.Abs(product-whole) < 1e-12*math.Abs(whole) {
		return whole
	}
	return product
}

// multiple reads "a hundred", "a million", "a thousand".
func multiple(t *text.Text, i int) (Number, bool) {
	if _, ok := scales[t.Lower(i+1)]; !ok {
		return Number{}, false
	}
	s := sum{current: 1}
	return s.read(t, i+1, i+longest)
}

// Touch reports whether token i and the one after it have nothing between
// them.
func Touch(t *text.Text, i int) bool {
	return i >= 0 && i+1 < len(t.Tokens) && t.Tokens[i].End == t.Tokens[i+1].Start
}

// Starts is the words that a number or an ordinal in words can begin with.
func Starts() []string {
	list := []string{"a", "an", "half", "quarter"}
	for _, words := range []map[string]float64{units, tens, ordinals} {
		list = slices.AppendSeq(list, maps.Keys(words))
	}
	slices.Sort(list)
	return list
}
