package amount

import "onrecord/extract/fact"

// A hedge is how the words beside a number say that it is meant.
type hedge struct{ about, low, high bool }

// hedged reads the words before a number that hedge it.
func (r *reader) hedged(i int) (hedge, int) {
	var h hedge
	for range 2 { // "about" can follow "up to"
		start := i
		if _, next, ok := hedges["about"].at(r.t, i); ok {
			h.about, i = true, next
		} else if _, next, ok := hedges["low"].at(r.t, i); ok {
			h.low, i = true, next
		} else if _, next, ok := hedges["high"].at(r.t, i); ok {
			h.high, i = true, next
		} else if _, next, ok := hedges["exact"].at(r.t, i); ok {
			i = next
		}
		if i == start {
			break
		}
	}
	return h, i
}

// hedgedAfter reads the words after a number or its noun that hedge it.
func (r *reader) hedgedAfter(i int) (hedge, int) {
	if _, next, ok := hedges["after about"].at(r.t, i); ok {
		return hedge{about: true}, next
	}
	if _, next, ok := hedges["after low"].at(r.t, i); ok {
		return hedge{low: true}, next
	}
	if _, next, ok := hedges["after high"].at(r.t, i); ok {
		return hedge{high: true}, next
	}
	return hedge{}, i
}

// mark writes h into a: a number that is a bound stays the number stated.
func (h hedge) mark(a *fact.Amount) {
	a.Approximate = a.Approximate || h.about
	if h.low && a.Value != nil {
		a.Low = a.Value
	}
	if h.high && a.Value != nil {
		a.High = a.Value
	}
}
