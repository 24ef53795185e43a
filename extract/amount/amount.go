// Package amount finds the quantities of an English text: counts of people
// and things, money, percentages, measures and ranges of them. What comes in
// is a text with its times and statements; what goes out is fact.Amounts in
// order that do not overlap. Times, ordinals, scores, telephone numbers and
// names with a number in them are no amounts.
package amount

import (
	"cmp"
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Find is the quantities of t, in order, none overlapping another or one of
// times. Each has the innermost of statements that tells it.
func Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, times []fact.Time, statements []fact.Statement) []fact.Amount {
	r := reader{t: t}
	var found []fact.Amount
	for _, s := range t.Sentences {
		r.first, r.last = s.First, s.Last
		for i := s.First; i < s.Last; {
			a, next, ok := r.read(i)
			if !ok {
				i++
				continue
			}
			found = append(found, a)
			i = next
		}
	}
	found = withoutTimes(found, times)
	attribute(found, statements)
	return found
}

// withoutTimes is found without what overlaps one of times; both are in order.
func withoutTimes(found []fact.Amount, times []fact.Time) []fact.Amount {
	next := 0
	return slices.DeleteFunc(found, func(a fact.Amount) bool {
		for next < len(times) && times[next].Span.End <= a.Span.Start {
			next++
		}
		return next < len(times) && times[next].Span.Overlaps(a.Span)
	})
}

// content is one span of a statement's content.
type content struct {
	text.Span
	statement int
}

// attribute gives each amount the statement with the shortest content around
// it.
func attribute(found []fact.Amount, statements []fact.Statement) {
	var contents []content
	for _, s := range statements {
		for _, span := range s.Content {
			contents = append(contents, content{span, s.ID})
		}
	}
	slices.SortStableFunc(contents, func(a, b content) int { return cmp.Compare(a.Start, b.Start) })
	var open []content
	for i := range found {
		a := &found[i]
		for len(contents) > 0 && contents[0].Start <= a.Span.Start {
			open, contents = append(open, contents[0]), contents[1:]
		}
		open = slices.DeleteFunc(open, func(c content) bool { return c.End <= a.Span.Start })
		shortest := 0
		for _, c := range open {
			if c.Contains(a.Span) && (shortest == 0 || c.Len() < shortest) {
				a.Statement, shortest = c.statement, c.Len()
			}
		}
	}
}
