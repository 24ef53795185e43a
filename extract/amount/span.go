package amount

import (
	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
)

// between reads "between 6,000 and 9,000 sailors".
func (r *reader) between(i int) (fact.Amount, int, bool) {
	if r.t.Lower(i) != "between" {
		return fact.Amount{}, 0, false
	}
	symbol, at, _ := r.symbol(i + 1)
	low, ok := number.At(r.t, at)
	if !ok || low.Glued != "" {
		return fact.Amount{}, 0, false
	}
	next := low.Next
	if unit, _, after, ok := r.unit(low); ok && unit != "" && symbol == "" {
		next = after // "between 5 percent and 10 percent"
	}
	if r.t.Lower(next) != "and" {
		return fact.Amount{}, 0, false
	}
	return r.bound(low, symbol, next+1)
}

// upTo reads the rest of "80 to 100 boats", "80-100 boats" and "$5-10
// million" after its first number, at token i. What rose from 80 to 100 is no
// range.
func (r *reader) upTo(i int, low number.Number, symbol string) (fact.Amount, int, bool) {
	switch r.t.Lower(low.Next) {
	case "to", "or", "-", "–":
	default:
		return fact.Amount{}, 0, false
	}
	if low.Glued != "" || r.t.Lower(i-1) == "from" {
		return fact.Amount{}, 0, false
	}
	return r.bound(low, symbol, low.Next+1)
}

// bound reads the upper number of a range at token i, and its unit.
func (r *reader) bound(low number.Number, symbol string, i int) (fact.Amount, int, bool) {
	second, at, _ := r.symbol(i)
	high, ok := number.At(r.t, at)
	if !ok || high.Next > r.last || second != "" && second != symbol {
		return fact.Amount{}, 0, false
	}
	if low.Exact && high.Scale > 1 && low.Value < high.Value/high.Scale {
		low.Value *= high.Scale // "5 to 10 million"
	}
	a := fact.Amount{Low: &low.Value, High: &high.Value, Unit: symbol, Rule: "range of money", Confidence: 0.9}
	next, ok := high.Next, low.Value < high.Value
	if symbol == "" {
		unit, c, after, found := r.unit(high)
		a.Unit, a.Rule, a.Confidence = unit, "range, "+c.name, c.confidence
		next, ok = after, ok && found
	}
	return a, next, ok
}
