package amount

import (
	"math"

	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
)

// between reads "between 6,000 and 9,000 sailors".
func (r *reader) between(i int) (fact.Amount, int, bool) {
	if r.t.Lower(i) != "between" {
		return fact.Amount{}, 0, false
	}
	sign, low, ok := r.sum(i + 1)
	if !ok {
		return fact.Amount{}, 0, false
	}
	next, unit := r.own(low, sign)
	if r.t.Lower(next) != "and" {
		return fact.Amount{}, 0, false
	}
	return r.bound(low, unit, sign, next+1)
}

// own reads the unit of the lower number of a range where it has one: "5
// percent" of "between 5 percent and 10 percent".
func (r *reader) own(n figure, sign string) (int, string) {
	if sign != "" {
		return n.Next, sign
	}
	for _, c := range rules[:scaled] {
		if unit, next, ok := c.read(r, n); ok && next < r.last {
			return next, unit
		}
	}
	return n.Next, ""
}

// upTo reads the rest of "80 to 100 boats", "80-100 boats", "44 kg to 50 kg"
// and "$5-10 million" after its first number, at token i. What rose from 80 to
// 100, or rose 80 to 100, is no range.
func (r *reader) upTo(i int, low figure, sign string) (fact.Amount, int, bool) {
	next, unit := r.own(low, sign)
	if r.numbers(i - 1) {
		return fact.Amount{}, 0, false // "pages 5 to 7"
	}
	switch r.t.Lower(next) {
	case "to":
		if r.t.Lower(i-1) == "from" || i > r.first && syntax["changes"].has(r.t.Lower(i-1)) {
			return fact.Amount{}, 0, false
		}
	case "or":
		if next != low.Next {
			return fact.Amount{}, 0, false
		}
	case "-", "–", "—":
	default:
		return fact.Amount{}, 0, false
	}
	return r.bound(low, unit, sign, next+1)
}

// bound reads the upper number of a range at token i, and its unit. The lower
// one has the unit given, of a sign before it where there is one.
func (r *reader) bound(low figure, unit, sign string, i int) (fact.Amount, int, bool) {
	second, high, ok := r.sum(i)
	if !ok || second != "" && second != sign || low.Glued != "" && unit == "" {
		return fact.Amount{}, 0, false
	}
	if low.Exact && high.Scale > 1 && low.Value < high.Value/high.Scale {
		low.Value *= high.Scale // "5 to 10 million"
	}
	a := fact.Amount{Low: &low.Value, High: &high.Value, Unit: sign, Rule: "range of money", Confidence: 0.9}
	next, ok := high.Next, low.Value < high.Value
	if sign == "" {
		var c rule
		a.Unit, c, next, ok = r.unit(high, rules)
		ok = ok && (unit == "" || unit == a.Unit) && low.Value < high.Value
		a.Rule, a.Confidence = "range, "+c.name, c.confidence
	}
	return a, next, ok && !r.sequence(low, high, a.Unit, next)
}

// sequence reports whether two numbers with nothing to count are rather a
// score, a year and a year, or a number and the next: "2 or 3".
func (r *reader) sequence(low, high figure, unit string, next int) bool {
	if unit != "" {
		return false
	}
	year := low.Value == math.Trunc(low.Value) && low.Value >= 1000 && low.Value < 2200 && high.Value < 2200
	return year || tie(r.t.Word(low.Next)) && low.Digits || tie(r.t.Word(next)) && number.Touch(r.t, next-1)
}
