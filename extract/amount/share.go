package amount

import (
	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
)

// share reads "a quarter of", "two-thirds of" and "half the"; the unit is
// "share" of a whole that is 1. Without what it is a share of, only a part
// with a number of its own is one: "by two-thirds".
func (r *reader) share(i int) (fact.Amount, int, bool) {
	value, next, ok := r.part(i)
	of := r.t.Lower(next) == "of"
	switch {
	case !ok:
		value, next = 0.5, i+1
		after := r.t.Lower(next)
		ok = r.t.Lower(i) == "half" && !r.which(i-1) && (after == "of" || nouns["determiners"].has(after) || r.bare(i, next) || r.than(i, next))
	case !of:
		word := r.t.Lower(i)
		own := word != "a" && word != "an" && (word != "one" || r.t.Word(i+1) == "-")
		ok = r.bare(i, next) || own && r.ends(next)
	case digit(r.t.Word(next+1)) || r.timed(next+2) && r.t.Lower(next+1) != "the":
		ok = false // "a quarter of 2019", "a quarter of a century"
	}
	if !ok || value >= 1 || next > r.last {
		return fact.Amount{}, 0, false
	}
	return fact.Amount{Value: &value, Unit: "share", Rule: "share", Confidence: 0.85}, next, true
}

// part reads a part of a whole in words or, before "of", in figures: "2/3 of",
// "⅔ of".
func (r *reader) part(i int) (value float64, next int, ok bool) {
	if value, next, ok := number.Fraction(r.t, i); ok && r.t.Lower(next) == "of" {
		return value, next, true
	}
	return number.Part(r.t, i)
}

// which reports whether token i says which half is meant: "the second half of
// the season".
func (r *reader) which(i int) bool {
	return i >= r.first && (r.tags[i].UPOS() == "ADJ" || r.t.Lower(i) == "the")
}

// bare reports whether the words before a part of a whole, tokens [i, next),
// make it one without what it is a part of: "nearly a third", "by half".
func (r *reader) bare(i, next int) bool {
	return i > r.first && vague["before parts"].has(r.t.Lower(i-1)) && r.ends(next)
}

// than reports whether a part compared, before token i, goes with the plural at
// token next: "more than half voters".
func (r *reader) than(i, next int) bool {
	return i > r.first && r.t.Lower(i-1) == "than" && next < r.last && r.countable(next)
}

// ends reports whether no noun follows at token i that would take the words
// before it for an ordinal or an adjective, "a third man"; "a two-thirds
// majority" is a share.
func (r *reader) ends(i int) bool {
	if i >= r.last || syntax["shared"].has(r.t.Lower(i)) {
		return true
	}
	switch r.tags[i].UPOS() {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return false
	}
	return r.t.Word(i) != "-"
}

// portion reads a part of a unit: "half a mile", "three-quarters of an inch",
// "a quarter of a percent".
func (r *reader) portion(i int) (fact.Amount, int, bool) {
	value, at, ok := r.part(i)
	if !ok {
		value, at, ok = 0.5, i+1, r.t.Lower(i) == "half"
	}
	if r.t.Lower(at) == "of" {
		at++
		ok = ok && (r.t.Lower(at) == "a" || r.t.Lower(at) == "an")
	}
	if w := r.t.Lower(at); w == "a" || w == "an" {
		at++
	}
	n := figure{number.Number{Value: value, Next: at, Scale: 1}, i}
	if !ok || at >= r.last {
		return fact.Amount{}, 0, false
	}
	unit, c, next, ok := r.unit(n, rules[:scaled])
	return fact.Amount{Value: &n.Value, Unit: unit, Rule: c.name, Confidence: c.confidence}, next, ok
}

// ratio reads "one in three" and "nine out of 10", a share of what follows; in
// "one in 1997" there is a year.
func (r *reader) ratio(i int) (fact.Amount, int, bool) {
	part, ok := r.figure(i)
	if !ok || part.Glued != "" {
		return fact.Amount{}, 0, false
	}
	at := part.Next
	if r.t.Lower(at) == "out" && r.t.Lower(at+1) == "of" {
		at += 2
	} else if r.t.Lower(at) == "in" && part.Value == 1 {
		at++
	} else {
		return fact.Amount{}, 0, false
	}
	whole, ok := r.figure(at)
	if !ok || whole.Glued != "" || part.Value < 0 || part.Value >= whole.Value || r.timed(whole.Next) || whole.Digits != part.Digits && whole.Value >= 1000 && whole.Exact {
		return fact.Amount{}, 0, false
	}
	value := part.Value / whole.Value
	return fact.Amount{Value: &value, Unit: "share", Rule: "ratio", Confidence: 0.8}, whole.Next, true
}

// multiple reads "twice as many" and "three times the"; the unit is "times".
func (r *reader) multiple(i int) (fact.Amount, int, bool) {
	value, next := vague["multiples"].number(r.t.Lower(i)), i+1
	if value == 0 {
		n, ok := r.figure(i)
		if !ok || n.Glued != "" || r.t.Lower(n.Next) != "times" {
			return fact.Amount{}, 0, false
		}
		value, next = n.Value, n.Next+1
	}
	_, _, ok := vague["compared"].at(r.t, next)
	return fact.Amount{Value: &value, Unit: "times", Rule: "multiple", Confidence: 0.8}, next, ok && next <= r.last
}
