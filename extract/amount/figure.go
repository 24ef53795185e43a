package amount

import (
	"unicode"
	"unicode/utf8"

	"onrecord/extract/amount/number"
)

// A figure is a number and the token it starts at.
type figure struct {
	number.Number
	first int
}

// seen is what figure gave for token at-1 of the sentence.
type seen struct {
	at int
	figure
	ok bool
}

// figure reads the number at token i, with the sign before it.
func (r *reader) figure(i int) (figure, bool) {
	if r.seen.at != i+1 {
		n, ok := r.number(i)
		r.seen = seen{i + 1, n, ok}
	}
	return r.seen.figure, r.seen.ok
}

// number is figure, read anew.
func (r *reader) number(i int) (figure, bool) {
	at, negative := r.minus(i)
	n, ok := number.Mixed(r.t, at)
	if value, next, part := number.Fraction(r.t, at); part { // "1/4", "½"
		n, ok = number.Number{Value: value, Next: next, Digits: true, Exact: true, Scale: 1}, true
	}
	if !ok || n.Next > r.last {
		return figure{}, false
	}
	if negative {
		n.Value = -n.Value
	}
	return r.metres(figure{n, at}), true
}

// metres is n without the scale that its letter seems to be where the words
// beside it tell a length: "48m tall", "a height of 48m".
func (r *reader) metres(n figure) figure {
	last := n.Next - 1
	if n.Scale != 1e6 || !n.Digits || r.t.Word(last) != "m" || !number.Touch(r.t, last-1) {
		return n
	}
	after := r.t.Lower(r.unhyphen(n.Next))
	long := unitsOf["lengths"].has(after) || unitsOf["extents"].has(after) && letters(after)
	for i := max(r.first, n.first-modifiers); i < n.first && !long; i++ {
		long = unitsOf["dimensions"].has(r.t.Lower(i)) && r.closed(n.Next)
	}
	if long {
		n.Value, n.Next, n.Exact, n.Scale = n.Value/1e6, last, true, 1
	}
	return n
}

// closed reports whether no noun can follow at token i.
func (r *reader) closed(i int) bool {
	if i >= r.last {
		return true
	}
	switch r.tags[i].UPOS() {
	case "PUNCT", "ADP", "CCONJ", "VERB", "AUX":
		return true
	}
	return false
}

// minus reads the sign of a number: a dash that touches only the figures after
// it, or the word.
func (r *reader) minus(i int) (int, bool) {
	switch r.t.Lower(i) {
	case "minus", "negative":
		return i + 1, i <= r.first || !syntax["tested"].has(r.t.Lower(i-1))
	case "-", "−", "–":
		apart := i == r.first || !number.Touch(r.t, i-1) || r.t.Word(i-1) == "(" || money["symbols"].has(r.t.Lower(i-1))
		if apart && number.Touch(r.t, i) && digit(r.t.Word(i+1)) {
			return i + 1, true
		}
	}
	return i, false
}

func digit(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
