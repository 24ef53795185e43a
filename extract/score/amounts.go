package score

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// An AmountCount is how many quantities were found: where they are, with the
// right value, and with the right value and unit. Found is the same in all
// three; Gold in Values and Units is only what the gold gives a value or a
// unit for, and Found then leaves out what met other gold.
type AmountCount struct{ Spans, Values, Units Count }

func (c AmountCount) add(d AmountCount) AmountCount {
	return AmountCount{c.Spans.Add(d.Spans), c.Values.Add(d.Values), c.Units.Add(d.Units)}
}

// An AmountScore is the quantities of a corpus held against gold: over
// everything, and over what is a quantity in running text, as Quantity.Applies
// tells.
type AmountScore struct {
	All, Running AmountCount
	Misses       []string // what went wrong in running text, for people
}

// Lines is the score in lines to print.
func (s AmountScore) Lines() []string {
	lines := []string{fmt.Sprintf("applies to %d of %d", s.Running.Spans.Gold, s.All.Spans.Gold)}
	for _, part := range []struct {
		name string
		AmountCount
	}{{"running text", s.Running}, {"everything", s.All}} {
		for _, c := range []struct {
			name string
			Count
		}{{"span", part.Spans}, {"value", part.Values}, {"value and unit", part.Units}} {
			if c.Gold > 0 {
				lines = append(lines, fmt.Sprintf("%-13s %-15s %v", part.name, c.name, c.Count))
			}
		}
	}
	return lines
}

// Amounts holds the quantities that find gives for the texts of the JSON lines
// at path against the gold there: the values of MEANTIME, the tests of
// quantulum3, or those of Recognizers-Text. A quantity is found when one
// overlaps it; gold marks the number alone where find gives its noun too.
func Amounts(path string, find func(*text.Text) []fact.Amount) (AmountScore, error) {
	all, err := readLines(path, readQuantities)
	family := ""
	for _, d := range all {
		family = cmp.Or(family, d.family)
	}
	var s AmountScore
	for _, d := range all {
		d.family = family
		s.count(d, find(text.Of(d.text)))
	}
	return s, err
}

// count counts the amounts found in d.
func (s *AmountScore) count(d quantities, found []fact.Amount) {
	used := make([]bool, len(found))
	for _, q := range d.gold {
		i := q.match(found, used)
		c := AmountCount{Spans: Count{Gold: 1}}
		var a *fact.Amount
		if i >= 0 {
			used[i], a = true, &found[i]
			c.Spans.Found, c.Spans.Right = 1, 1
		}
		right := true
		if q.valued() {
			c.Values, right = tally(a, q.sameValue), a != nil && q.sameValue(*a)
		}
		if q.valued() && q.Unit != "" {
			c.Units = tally(a, q.same)
			right = a != nil && q.same(*a)
		}
		s.All = s.All.add(c)
		if q.Applies {
			s.Running = s.Running.add(c)
		}
		if q.Applies && (a == nil || !right) {
			s.miss(d.text, q.Span, "missed %q%s", d.text[q.Start:q.End], q.instead(a))
		}
	}
	for i, a := range found {
		if !used[i] && d.covers(a) {
			s.extra(d, a)
		}
	}
}

// instead says what was found in place of q, for people.
func (q Quantity) instead(a *fact.Amount) string {
	switch {
	case a == nil:
		return ""
	case q.sameValue(*a):
		return fmt.Sprintf(" (in %q, not %q)", a.Unit, q.Unit)
	case a.Value != nil:
		return fmt.Sprintf(" (read as %v)", *a.Value)
	}
	return " (read as a range)"
}

// extra counts an amount that met no gold.
func (s *AmountScore) extra(d quantities, a fact.Amount) {
	one := Count{Found: 1}
	c := AmountCount{one, one, one}
	s.All = s.All.add(c)
	if d.running && !slices.ContainsFunc(d.gold, func(q Quantity) bool { return q.Span.Overlaps(a.Span) }) {
		s.Running = s.Running.add(c)
		s.miss(d.text, a.Span, "not in gold: %q by %q", d.text[a.Span.Start:a.Span.End], a.Rule)
	}
}

func (s *AmountScore) miss(in string, at text.Span, format string, args ...any) {
	around := in[max(0, at.Start-50):min(len(in), at.End+40)]
	around = strings.ReplaceAll(strings.ToValidUTF8(around, ""), "\n", " ")
	s.Misses = append(s.Misses, fmt.Sprintf(format, args...)+" in …"+around+"…")
}

// tally is the count of one gold item that a, if any, met.
func tally(a *fact.Amount, same func(fact.Amount) bool) Count {
	c := Count{Gold: 1}
	if a != nil {
		c.Found = 1
		if same(*a) {
			c.Right = 1
		}
	}
	return c
}

// match is the index of the first amount not used that overlaps q, one with
// its value before others, or -1.
func (q Quantity) match(found []fact.Amount, used []bool) int {
	best := -1
	for i, a := range found {
		switch {
		case used[i] || !a.Span.Overlaps(q.Span):
		case q.sameValue(a):
			return i
		case best < 0:
			best = i
		}
	}
	return best
}

// same reports whether a has the value and the unit of q; where gold leaves
// out that it is a rate, "a barrel" of "barrels a day", a need not.
func (q Quantity) same(a fact.Amount) bool {
	unit := a.Unit
	if !strings.Contains(q.Unit, " per ") {
		unit, _, _ = strings.Cut(unit, " per ")
	}
	return q.sameValue(a) && q.Unit == unit
}

// sameValue reports whether a has the value of q, or its bounds where q is a
// range. Values are the same to seven digits, as the corpora round them.
func (q Quantity) sameValue(a fact.Amount) bool {
	if q.Value != nil {
		return alike(q.Value, a.Value)
	}
	return alike(q.Low, a.Low) && alike(q.High, a.High)
}

func alike(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) <= 1e-7*math.Abs(*a)
}
