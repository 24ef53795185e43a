package amount

import (
	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
)

// vague reads "dozens of goats" and "tens of thousands of people". Of its
// value only the least that the word allows is known.
func (r *reader) vague(i int) (fact.Amount, int, bool) {
	low, ok := plurals[r.t.Lower(i)]
	at := i + 1
	for ok && r.t.Lower(at) == "of" && plurals[r.t.Lower(at+1)] > 0 {
		low *= plurals[r.t.Lower(at+1)]
		at += 2
	}
	if !ok || low > 1e15 {
		return fact.Amount{}, 0, false
	}
	if r.t.Lower(at) == "of" {
		at++
	}
	n := number.Number{Value: low, Next: at}
	for _, read := range []rule{rules[1], rules[2], rules[3]} {
		if unit, next, ok := read.read(r, n); ok && next <= r.last {
			return fact.Amount{Low: &low, Unit: unit, Approximate: true, Rule: "vague count", Confidence: 0.8}, next, true
		}
	}
	return fact.Amount{}, 0, false
}

// plurals is the least that a number word in the plural stands for.
var plurals = map[string]float64{
	"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3,
	"millions": 1e6, "billions": 1e9, "trillions": 1e12,
}

// parts is the words for equal parts of a whole.
var parts = map[string]float64{
	"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4,
	"fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10,
}

// share reads "a quarter of", "two-thirds of" and "half of"; the unit is
// "share" of a whole that is 1.
func (r *reader) share(i int) (fact.Amount, int, bool) {
	over, at := 1.0, i
	if w := r.t.Lower(i); w == "a" || w == "one" {
		at++
	} else if n, ok := number.At(r.t, i); ok && !n.Digits && n.Value < 10 {
		over, at = n.Value, n.Next
	}
	if at > i && r.t.Word(at) == "-" {
		at++
	}
	under := parts[r.t.Lower(at)]
	if under == 0 || r.t.Lower(at+1) != "of" || at == i && under != 2 || over >= under {
		return fact.Amount{}, 0, false
	}
	if r.t.Lower(at) == "quarter" && digit(r.t.Word(at+2)) {
		return fact.Amount{}, 0, false // "a quarter of 2019"
	}
	value := over / under
	return fact.Amount{Value: &value, Unit: "share", Rule: "share", Confidence: 0.85}, at + 1, true
}
