package amount

import (
	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
)

// vague reads "dozens of goats" and "tens of thousands of people". Of its
// value only the least that the word allows is known.
func (r *reader) vague(i int) (fact.Amount, int, bool) {
	low, at := vague["least"].number(r.t.Lower(i)), i+1
	for low > 0 && low < 1e15 && r.t.Lower(at) == "of" {
		by := vague["least"].number(r.t.Lower(at + 1))
		if by == 0 {
			break
		}
		low, at = low*by, at+2
	}
	if low == 0 {
		return fact.Amount{}, 0, false
	}
	if r.t.Lower(at) == "of" {
		at++
	}
	n := number.Number{Value: low, Next: at}
	for _, read := range []func(*reader, number.Number) (string, int, bool){currency, measure, count} {
		if unit, next, ok := read(r, n); ok && next <= r.last {
			return fact.Amount{Low: &low, Unit: unit, Approximate: true, Rule: "vague count", Confidence: 0.8}, next, true
		}
	}
	return fact.Amount{}, 0, false
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
	under := vague["parts"].number(r.t.Lower(at))
	if under == 0 || r.t.Lower(at+1) != "of" || at == i && under != 2 || over >= under {
		return fact.Amount{}, 0, false
	}
	if r.t.Lower(at) == "quarter" && digit(r.t.Word(at+2)) {
		return fact.Amount{}, 0, false // "a quarter of 2019"
	}
	value := over / under
	return fact.Amount{Value: &value, Unit: "share", Rule: "share", Confidence: 0.85}, at + 1, true
}
