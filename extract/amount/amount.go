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
// times. There is a tag and an arc for every token. Each amount has the
// innermost of statements that tells it and the place among entities that it
// belongs to.
func Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, times []fact.Time, statements []fact.Statement) []fact.Amount {
	r := reader{t: t, tags: tags, arcs: arcs, known: gazetteerOf(t, entities)}
	var found []fact.Amount
	next := 0
	for _, s := range t.Sentences {
		r.first, r.last, r.seen = s.First, s.Last, seen{}
		for i := s.First; i < s.Last; {
			a, ok := r.read(i)
			if !ok {
				i = r.skip(i)
				continue
			}
			i = a.next
			for next < len(times) && times[next].Span.End <= a.Span.Start {
				next++
			}
			if r.names(a) || !r.outside(&a, times[next:]) {
				continue
			}
			a.Of, a.Where = r.of(a), r.where(a)
			found = append(found, a.Amount)
		}
	}
	attribute(found, statements)
	return found
}

// skip is the token to read on at when there is no amount at token i: never
// inside a number.
func (r *reader) skip(i int) int {
	if r.opens(i) {
		if n, ok := r.figure(i); ok && n.first == i {
			return n.Next
		}
	}
	return i + 1
}

// outside reports whether a is none of times, which are in order. A time
// inside it after its number, "five current models", cuts it short.
func (r *reader) outside(a *reading, times []fact.Time) bool {
	if len(times) == 0 || !times[0].Span.Overlaps(a.Span) {
		return true
	}
	number, ok := r.cardinal(*a)
	if !ok || times[0].Span.Start < r.t.Tokens[number].End {
		return false
	}
	for a.next > number+1 && r.t.Tokens[a.next-1].End > times[0].Span.Start {
		a.next--
	}
	a.Span = r.t.Range(a.first, a.next)
	return !times[0].Span.Overlaps(a.Span)
}

// cardinal is the first token of a that is a number.
func (r *reader) cardinal(a reading) (int, bool) {
	for i := a.first; i < a.next; i++ {
		if r.tags[i].XPOS() == "CD" {
			return i, true
		}
	}
	return 0, false
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
