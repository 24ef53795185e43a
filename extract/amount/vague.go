package amount

import (
	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
)

// vague reads "dozens of goats", "tens of thousands of people", "a handful of
// guards" and "several hundred men". Of its value only the least that the word
// allows is known.
func (r *reader) vague(i int) (fact.Amount, int, bool) {
	low, at, ok := r.least(i)
	if !ok {
		return fact.Amount{}, 0, false
	}
	first := at - 1
	if r.t.Lower(at) == "of" {
		at++
	}
	n := figure{number.Number{Value: low, Next: at}, first}
	for _, read := range [...]func(*reader, figure) (string, int, bool){currency, measure, counted} {
		if unit, next, ok := read(r, n); ok && next <= r.last {
			return fact.Amount{Low: &low, Unit: unit, Approximate: true, Rule: "vague count", Confidence: 0.8}, next, true
		}
	}
	return fact.Amount{}, 0, false
}

// least is the least that the vague number at token i can mean.
func (r *reader) least(i int) (low float64, next int, ok bool) {
	if value, next, ok := vague["several"].at(r.t, i); ok {
		by := vague["least"].number(r.t.Lower(next) + "s")
		if by >= 12 {
			return 2 * by, next + 1, true // "several hundred"
		}
		return 2, next, value == "of" && r.t.Lower(next) == "of" // "a handful of"
	}
	low, at := vague["least"].number(r.t.Lower(i)), i+1
	for low > 0 && low < 1e15 && r.t.Lower(at) == "of" {
		by := vague["least"].number(r.t.Lower(at + 1))
		if by == 0 {
			break
		}
		low, at = low*by, at+2
	}
	return low, at, low > 0
}
