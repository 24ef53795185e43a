package amount

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A reader reads the amounts of one sentence, the tokens [first, last).
type reader struct {
	t           *text.Text
	first, last int
}

// A hedge is how the words beside a number say that it is meant.
type hedge struct{ about, low, high bool }

// read reads the amount whose first token is i and gives the token after it.
func (r *reader) read(i int) (fact.Amount, int, bool) {
	h, at := r.hedged(i)
	if a, next, ok := r.between(at); ok {
		return r.finish(a, h, i, next)
	}
	if a, next, ok := r.vague(at); ok {
		return r.finish(a, h, i, next)
	}
	if a, next, ok := r.share(at); ok {
		return r.finish(a, h, i, next)
	}
	a, next, ok := r.quantity(at)
	if !ok {
		return fact.Amount{}, 0, false
	}
	return r.finish(a, h, i, next)
}

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

// finish adds the hedges before and after to a, which ends before next.
func (r *reader) finish(a fact.Amount, h hedge, first, next int) (fact.Amount, int, bool) {
	behind, next := r.hedgedAfter(next)
	if next > r.last {
		return fact.Amount{}, 0, false
	}
	h.mark(&a)
	behind.mark(&a)
	a.Span = r.t.Range(first, next)
	return a, next, true
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

// quantity reads a number, or two that bound a range, with what they count.
func (r *reader) quantity(i int) (fact.Amount, int, bool) {
	symbol, at, money := r.symbol(i)
	n, ok := number.At(r.t, at)
	if !ok || n.Next > r.last || !money && r.named(i, n) {
		return fact.Amount{}, 0, false
	}
	n = r.dozen(n)
	if a, next, ok := r.upTo(i, n, symbol); ok {
		return a, next, true
	}
	if r.joined(i, n) {
		return fact.Amount{}, 0, false
	}
	if money {
		return fact.Amount{Value: &n.Value, Unit: symbol, Rule: "money", Confidence: 0.95}, n.Next, n.Glued == ""
	}
	h, after := r.hedgedAfter(n.Next)
	if n.Glued == "" {
		n.Next = after // "30 or more sheep"
	}
	unit, rule, next, ok := r.unit(n)
	a := fact.Amount{Value: &n.Value, Unit: unit, Rule: rule.name, Confidence: rule.confidence}
	h.mark(&a)
	return a, next, ok
}

func (r *reader) unit(n number.Number) (string, rule, int, bool) {
	for _, c := range rules {
		if unit, next, ok := c.read(r, n); ok && next <= r.last {
			return unit, c, next, true
		}
	}
	return "", rule{}, 0, false
}

// symbol reads the sign of a currency or its code before a number.
func (r *reader) symbol(i int) (string, int, bool) {
	if unit, next, ok := unitsOf["symbols"].at(r.t, i); ok {
		return unit, next, true
	}
	if unit, next, ok := unitsOf["codes"].at(r.t, i); ok && upper(r.t.Word(i)) {
		return unit, next, true
	}
	return "", i, false
}

func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// dozen multiplies n by the "dozen" after it.
func (r *reader) dozen(n number.Number) number.Number {
	if w := r.t.Lower(n.Next); n.Exact && n.Glued == "" && (w == "dozen" || w == "dozens") {
		n.Value, n.Next = n.Value*12, n.Next+1
	}
	return n
}

// named reports whether the number in figures belongs to a name before it,
// "Boeing 747", or is marked as a number of something: "No. 5".
func (r *reader) named(i int, n number.Number) bool {
	if !n.Digits || !n.Exact || i == r.first {
		return false
	}
	before := r.t.Word(i - 1)
	if nouns["numbered"].has(strings.ToLower(before)) {
		return true
	}
	return i-1 > r.first && strings.ToLower(before) != before && letters(before)
}

// joined reports whether a hyphen, stroke or colon joins the number to
// another: scores, telephone numbers, dates.
func (r *reader) joined(i int, n number.Number) bool {
	if i > r.first && number.Touch(r.t, i-1) && tie(r.t.Word(i-1)) {
		return true
	}
	return n.Next+1 < r.last && n.Digits && tie(r.t.Word(n.Next)) && number.Touch(r.t, n.Next-1) && digit(r.t.Word(n.Next+1))
}

func tie(word string) bool {
	switch word {
	case "-", "–", "/", ":", "_":
		return true
	}
	return false
}

func digit(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }
