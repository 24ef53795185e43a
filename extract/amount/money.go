package amount

import (
	"strings"

	"onrecord/extract/amount/number"
)

// sum reads a number with the sign or code of its currency before it, if any:
// "$5 million", "-$5", "US$ 40 billion", "EUR 5m", "RM5m". The unit is "" for
// other numbers.
func (r *reader) sum(i int) (string, figure, bool) {
	at, negative := r.minus(i)
	unit, next, ok := r.symbol(at)
	if !ok {
		if unit, n, ok := r.prefixed(at); ok {
			return unit, n, true
		}
		n, ok := r.figure(i)
		return "", n, ok
	}
	n, ok := r.figure(next)
	if !ok || !n.Digits && !n.short(r) {
		return "", figure{}, false
	}
	if negative {
		n.Value = -n.Value
	}
	return unit, r.suffixed(n), true
}

// suffixed multiplies n, a sum of money, by the letters that touch it: "$2t",
// "US$ 3MM".
func (r *reader) suffixed(n figure) figure {
	letters, next := n.Glued, n.Next
	if letters == "" && n.Exact && number.Touch(r.t, n.Next-1) && n.Next < r.last {
		letters, next = r.t.Lower(n.Next), n.Next+1
	}
	if by := money["suffixes"].number(letters); by > 0 {
		n.Value, n.Next, n.Glued, n.Exact, n.Scale = n.Value*by, next, "", false, by
	}
	return n
}

// short reports whether n, in words, is one as a sign of a currency can have
// it: "$ half a million".
func (n figure) short(r *reader) bool { return n.Next-n.first > 1 && r.t.Lower(n.first) != "a" }

// symbol reads the sign of a currency or its code before a number.
func (r *reader) symbol(i int) (string, int, bool) {
	if unit, next, ok := money["symbols"].at(r.t, i); ok {
		return unit, next, true
	}
	if unit := money["codes"].value(r.t.Lower(i)); unit != "" && r.t.Word(i+1) == "$" {
		return unit, i + 2, true // "MXN$ 15"
	}
	return r.code(i)
}

// code reads the code of a currency: "EUR".
func (r *reader) code(i int) (string, int, bool) {
	word := r.t.Word(i)
	unit := money["codes"].value(r.t.Lower(i))
	return unit, i + 1, unit != "" && word == strings.ToUpper(word)
}

// prefixed reads a number that touches the code or the sign in letters before
// it: "USD115", "RM5m".
func (r *reader) prefixed(i int) (string, figure, bool) {
	word := r.t.Word(i)
	at := strings.IndexAny(word, "0123456789")
	if at < 2 || at > 3 || !upper(word) {
		return "", figure{}, false
	}
	unit := money["codes"].value(r.t.Lower(i)[:at])
	if unit == "" {
		unit = money["symbols"].value(r.t.Lower(i)[:at])
	}
	if unit == "" || len(r.t.Lower(i)) != len(word) {
		return "", figure{}, false
	}
	n, ok := number.From(r.t, i, at)
	return unit, figure{n, i}, ok && n.Glued == "" && n.Next <= r.last
}

// currency reads the name, code or sign of a currency after a number.
func currency(r *reader, n figure) (string, int, bool) {
	if n.Glued != "" {
		unit := money["codes"].value(n.Glued) // "115USD"
		return unit, n.Next, unit != ""
	}
	at := r.unhyphen(n.Next) // "20-dollar", "one-yen"
	if unit, next, ok := money["currencies"].named(r.t, at); ok {
		last := r.t.Word(next - 1)
		title := upper(last) && last != strings.ToUpper(last)
		return unit, next, (r.t.Lower(at) != "won" || !n.Exact) && !title
	}
	if unit, next, ok := r.code(at); ok {
		return unit, next, true
	}
	unit, next, ok := money["symbols"].at(r.t, at)
	sign := ok && at == n.Next && next == at+1 && !letters(r.t.Word(at))
	return unit, next, sign && !(digit(r.t.Word(next)) && number.Touch(r.t, at)) // "10 €", not "in 2010 $5"
}

// unhyphen is the token after the hyphen at token i, if there is one that
// joins a number to its unit.
func (r *reader) unhyphen(i int) int {
	if r.t.Word(i) == "-" && number.Touch(r.t, i-1) {
		return i + 1
	}
	return i
}
