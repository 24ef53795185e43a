// Package number reads numbers, in figures and in words, at a token of a
// text: "100,000", "2.5 million", "1.5m", "twenty-six", "two hundred and
// fifty", "5 1/2", "half a million". It gives the value and where the number
// ends; what is counted is not its business.
package number

import (
	"maps"
	"slices"
	"strings"

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
	Exact  bool    // no scale word or suffix: 40, not 40 million
	Scale  float64 // what the scale after the figures multiplies them by, 1 for none
}

// At reads the longest number that starts at token i of t.
func At(t *text.Text, i int) (Number, bool) {
	if n, ok := figures(t, i); ok {
		return n, true
	}
	switch t.Lower(i) {
	case "a", "an":
		return multiple(t, i)
	case "half":
		return half(t, i)
	}
	return words(t, i)
}

// figures reads a number that starts with a digit, with a scale or a fraction
// after it.
func figures(t *text.Text, i int) (Number, bool) {
	value, rest, ok := Digits(t.Lower(i))
	if !ok {
		return Number{}, false
	}
	n := Number{Value: value, Next: i + 1, Glued: rest, Digits: true, Exact: true, Scale: 1}
	if by, ok := suffixes[rest]; ok {
		n.Value, n.Glued, n.Exact, n.Scale = value*by, "", false, by
		return n, true
	}
	if by, ok := suffixes[t.Lower(i+1)]; ok && rest == "" && Touch(t, i) {
		n.Value, n.Next, n.Exact, n.Scale = value*by, i+2, false, by
		return n, true
	}
	if rest != "" {
		return n, true
	}
	if part, next, ok := fraction(t, i+1); ok {
		n.Value, n.Next = n.Value+part, next
	}
	return scaled(t, n), true
}

// fraction reads "1/2" or "½" at token i.
func fraction(t *text.Text, i int) (float64, int, bool) {
	switch t.Word(i) {
	case "½":
		return 0.5, i + 1, true
	case "¼":
		return 0.25, i + 1, true
	case "¾":
		return 0.75, i + 1, true
	}
	above, below, _ := strings.Cut(t.Word(i), "/")
	over, restOver, ok := Digits(above)
	under, restUnder, ok2 := Digits(below)
	if !ok || !ok2 || restOver+restUnder != "" || over >= under || under > 16 {
		return 0, i, false
	}
	return over / under, i + 1, true
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
		n.Value, n.Next, n.Exact, n.Scale = n.Value*by, at+1, false, n.Scale*by
	}
	return n
}

// multiple reads "a hundred", "a million", "a thousand".
func multiple(t *text.Text, i int) (Number, bool) {
	if _, ok := scales[t.Lower(i+1)]; !ok {
		return Number{}, false
	}
	s := sum{current: 1}
	return s.read(t, i+1)
}

// half reads "half a million" and "half-million".
func half(t *text.Text, i int) (Number, bool) {
	at := i + 1
	if w := t.Lower(at); w == "a" || w == "-" {
		at++
	}
	by, ok := scales[t.Lower(at)]
	if !ok {
		return Number{}, false
	}
	return scaled(t, Number{Value: by / 2, Next: at + 1, Scale: by}), true
}

// Touch reports whether token i and the one after it have nothing between
// them.
func Touch(t *text.Text, i int) bool {
	return i >= 0 && i+1 < len(t.Tokens) && t.Tokens[i].End == t.Tokens[i+1].Start
}

// Starts is the words that a number or an ordinal in words can begin with.
func Starts() []string {
	list := []string{"a", "an", "half"}
	for _, words := range []map[string]float64{units, tens, ordinals} {
		list = slices.AppendSeq(list, maps.Keys(words))
	}
	slices.Sort(list)
	return list
}
