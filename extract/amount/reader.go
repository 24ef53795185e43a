package amount

import (
	"strings"
	"unicode/utf8"

	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A reader reads the amounts of one sentence, the tokens [first, last).
type reader struct {
	t           *text.Text
	tags        []tag.Tag
	arcs        []tree.Arc
	known       gazetteer
	seen        seen // the number read last, which several rules ask for in turn
	first, last int
}

// A reading is an amount and its tokens, [first, next).
type reading struct {
	fact.Amount
	first, next int
}

// opens reports whether an amount can begin with token i.
func (r *reader) opens(i int) bool {
	word := r.t.Word(i)
	if word[0] >= utf8.RuneSelf {
		return true
	}
	for i := range len(word) {
		if digit(word[i:]) {
			return true
		}
	}
	return openers[r.t.Lower(i)]
}

// read reads the amount whose first token is i.
func (r *reader) read(i int) (reading, bool) {
	if !r.opens(i) {
		return reading{}, false
	}
	h, at := r.hedged(i)
	for _, one := range [...]func(int) (fact.Amount, int, bool){r.between, r.vague, r.ratio, r.multiple, r.portion, r.quantity, r.share} {
		if a, next, ok := one(at); ok {
			return r.finish(a, h, i, next)
		}
	}
	return reading{}, false
}

// finish adds the hedges before and after to a, which ends before next.
func (r *reader) finish(a fact.Amount, h hedge, first, next int) (reading, bool) {
	behind, next := r.hedgedAfter(next)
	if next > r.last {
		return reading{}, false
	}
	h.mark(&a)
	behind.mark(&a)
	a.Span = r.t.Range(first, next)
	if a.Unit != "share" {
		a.Unit = strings.TrimSpace(a.Unit + r.rate(next))
	}
	return reading{a, first, next}, true
}

// quantity reads a number, or two that bound a range, with what they count.
func (r *reader) quantity(i int) (fact.Amount, int, bool) {
	sign, n, ok := r.sum(i)
	if !ok || sign == "" && (r.named(i, n) || r.base(i)) {
		return fact.Amount{}, 0, false
	}
	if a, next, ok := r.upTo(i, n, sign); ok {
		return a, next, true
	}
	if r.joined(i, n) {
		return fact.Amount{}, 0, false
	}
	if sign != "" {
		return fact.Amount{Value: &n.Value, Unit: sign, Rule: "money", Confidence: 0.95}, n.Next, n.Glued == ""
	}
	h, after := r.hedgedAfter(n.Next)
	if n.Glued == "" {
		n.Next = after // "30 or more sheep"
	}
	unit, c, next, ok := r.unit(n, rules[:nounless])
	if !ok {
		unit, c, next, ok = r.lent(n)
	}
	if !ok {
		unit, c, next, ok = r.unit(n, rules[nounless:])
	}
	if !ok {
		return fact.Amount{}, 0, false
	}
	if part, after := r.smaller(unit, next); after > next {
		n.Value, next = n.Value+part, after
	}
	a := fact.Amount{Value: &n.Value, Unit: unit, Rule: c.name, Confidence: c.confidence}
	h.mark(&a)
	return a, next, true
}

// unit reads what n counts or measures by one of rules. A fraction in figures
// is a number only with a unit: "1/4 mile", but "9/11 attacks".
func (r *reader) unit(n figure, rules []rule) (string, rule, int, bool) {
	if strings.Contains(r.t.Word(n.first), "/") {
		rules = rules[:min(scaled, len(rules))]
	}
	for _, c := range rules {
		if unit, next, ok := c.read(r, n); ok && next <= r.last {
			return unit, c, next, true
		}
	}
	return "", rule{}, 0, false
}

// lent reads the unit that stands once, after the second of two numbers: "5
// and 6 percent" is two amounts.
func (r *reader) lent(n figure) (string, rule, int, bool) {
	if r.t.Lower(n.Next) != "and" || n.Glued != "" {
		return "", rule{}, 0, false
	}
	second, ok := r.figure(n.Next + 1)
	if !ok || second.Digits != n.Digits {
		return "", rule{}, 0, false
	}
	for _, c := range rules[:scaled] {
		if unit, _, ok := c.read(r, second); ok {
			return unit, c, n.Next, true
		}
	}
	return "", rule{}, 0, false
}

// smaller reads the part of an amount in a smaller unit after it, in its own
// unit: the two inches of "five feet two inches" are a sixth of a foot.
func (r *reader) smaller(unit string, i int) (float64, int) {
	at := i
	if r.t.Lower(at) == "and" {
		at++
	}
	n, ok := r.figure(at)
	if !ok || n.Value < 0 {
		return 0, i
	}
	if unit == "feet" && n.Digits && r.t.Lower(n.Next) == "in" && n.Next < r.last {
		return n.Value / unitsOf["parts"].pair("feet", "inches"), n.Next + 1 // "5 ft 3 in"
	}
	for _, c := range rules[:scaled] {
		if small, next, ok := c.read(r, n); ok && next <= r.last {
			if parts := unitsOf["parts"].pair(unit, small); parts > n.Value {
				return n.Value / parts, next
			}
			break
		}
	}
	return 0, i
}

// named reports whether the number belongs to a name before it, "Boeing 747", is
// marked as a number of something, "No. 5", or is a code, "020", or one to dial.
func (r *reader) named(i int, n figure) bool {
	word := r.t.Word(n.first)
	if n.Digits && len(word) > 1 && word[0] == '0' && digit(word[1:]) {
		return true
	}
	if i == r.first || !n.Exact {
		return false
	}
	before := r.t.Word(i - 1)
	if n.Parted && n.Next > n.first+2 && nouns["dialled"].has(strings.ToLower(before)) {
		return true
	}
	if nouns["numbered"].has(strings.ToLower(before)) && (n.Digits || upper(word)) {
		return true
	}
	return n.Digits && i-1 > r.first && strings.ToLower(before) != before && letters(before) && !r.starts(i-1)
}

// base reports whether the number at token i is what a rate is for: "40 deaths
// per 100,000 people".
func (r *reader) base(i int) bool { return i > r.first && r.t.Lower(i-1) == "per" }

// word is token i as a noun is called: in lower case, but for names.
func (r *reader) word(i int) string {
	word := r.t.Word(i)
	if r.tags[i].UPOS() == "PROPN" || len(word) > 1 && upper(word[1:]) {
		return word
	}
	return r.t.Lower(i)
}

// starts reports whether token i is the first word of a line or a quotation,
// where any word has a capital.
func (r *reader) starts(i int) bool { return strings.ContainsAny(r.t.Word(i-1), "\"“‘`:") }

// joined reports whether a hyphen, stroke or colon joins the number to
// another: scores, telephone numbers, dates.
func (r *reader) joined(i int, n figure) bool {
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
