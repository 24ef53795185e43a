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
	return figure{n, at}, true
}

// minus reads the sign of a number: a dash that touches only the figures after
// it, or the word.
func (r *reader) minus(i int) (int, bool) {
	switch r.t.Lower(i) {
	case "minus", "negative":
		return i + 1, true
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
