// Package when finds the time expressions of an English text and gives them
// TIMEX3 values (ISO 8601 with the additions of TIDES and TimeML), resolved
// against the day of publication. What comes in is a text with its syntax and
// that day; what goes out is fact.Times in order that do not overlap, each with
// the reason of its value in a line and with the contradiction, if any, in what
// the text says of it. Reasons are made where values are: a date carries how it
// was come by, and what counts from it says so. The clock is never read: without
// a day of publication "yesterday" is found but has no value.
package when

import (
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Find is the time expressions of t, in order, none overlapping. The tags and
// arcs of its words tell the tense of a clause. The zero published means that
// the day of publication is not known.
func Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc, published time.Time) []fact.Time {
	f := finderOf(t, tags, arcs, published)
	for _, s := range f.t.Sentences {
		f.first, f.last = s.First, s.Last
		f.forget(f.t.Tokens[s.First].Paragraph)
		f.sentence()
	}
	return f.found
}

// finderOf is a finder before the first sentence.
func finderOf(words *text.Text, tags []tag.Tag, arcs []tree.Arc, published time.Time) *finder {
	t := pieces(words)
	f := finder{t: t, index: index(), surnames: map[string]bool{}, lower: make([]string, len(t.Tokens)), syntax: syntaxOf(t, words, tags, arcs)}
	if !published.IsZero() {
		y, m, d := published.Date()
		f.published, _ = dayOf(y, int(m), d)
		f.published.why = "when the article appeared"
	}
	for i := range t.Tokens {
		f.lower[i] = t.Lower(i)
	}
	return &f
}

// A finder reads one text from front to back.
type finder struct {
	syntax
	t           *text.Text
	index       map[string]*start
	lower       []string // the tokens in lower case
	first, last int      // the tokens of the sentence
	published   date
	found       []fact.Time
	end         int             // the token after the last expression found
	anchor      anchor          // for "the next day"
	fixed       [8]date         // the day each weekday has by the day of the month beside it
	scratch     [2]match        // the best match so far and the one being tried
	givenYear   int             // the year that the words before have given, 0 for none
	surnames    map[string]bool // months that the words before have as surnames
}

// forget drops, at a paragraph, what only holds inside one. The year that the
// sentences before gave is dropped there and when it is so close to
// publication that a bare month more likely means the news than the story
// told.
func (f *finder) forget(paragraph bool) {
	f.anchor.here = f.anchor.here && !paragraph
	f.anchor.near = f.anchor.near && !paragraph
	if paragraph || !f.published.day.IsZero() && f.givenYear >= f.published.day.Year()-1 {
		f.givenYear = 0
	}
}

// at is token i in lower case, "" outside the sentence.
func (f *finder) at(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.lower[i]
}

func (f *finder) sentence() {
	for i := f.first; i < f.last; {
		m, r, ok := f.best(i)
		if !ok {
			i++
			continue
		}
		f.keep(m, r)
		i = m.next
	}
}

// keep adds what m found and remembers its date for what refers back to it.
func (f *finder) keep(m *match, r reading) {
	if r.conflict == "" {
		r.conflict = m.backwards(r.value)
	}
	f.found = append(f.found, fact.Time{
		Span: f.t.Range(m.first, m.next), Type: m.rule.Type, Value: r.value,
		Reason: line(r.why), Conflict: r.conflict,
		Rule: m.rule.Name, Confidence: m.rule.confidence(),
	})
	f.end = m.next
	if m.rule.Aside || m.rule.Type != fact.Date && m.rule.Type != fact.Clock {
		return
	}
	if d, ok := parse(r.value); ok {
		f.anchor.keep(d, f.published)
		if _, written := m.capture("YEAR"); written && f.tellsOn(m, d) {
			f.givenYear = d.day.Year()
		}
	}
}

// tellsOn reports whether the year of d, which m found, holds for what is told
// after it: one with a month, one that opens its sentence, and one that
// something happened in long before publication. Other years are mostly what
// the news is compared with: "the best since 2015".
func (f *finder) tellsOn(m *match, d date) bool {
	switch {
	case d.grain != byYear, m.first <= f.first+1:
		return true
	case f.published.day.IsZero(), d.day.Year() < f.published.day.Year()-10:
		return f.at(m.first-1) == "in" || f.at(m.first-1) == "of"
	}
	return false
}

// A match is a rule that fits the tokens [first, next).
type match struct {
	*finder
	rule        *rule
	first, next int
	captures    captures
}

// best is the longest match at token i whose rule gives it a value; of two of
// one length the rule that comes first.
func (f *finder) best(i int) (*match, reading, bool) {
	word := f.lower[i]
	if word == "," || word == "-" {
		return nil, reading{}, false
	}
	from := f.index[key(word)]
	if from == nil {
		return nil, reading{}, false
	}
	var best *match
	var told reading
	m, spare := &f.scratch[0], &f.scratch[1]
	for _, r := range from.at(key(f.at(i + 1))) {
		m.finder, m.rule, m.first = f, r, i
		m.next = f.match(&r.pattern, 0, i, &m.captures)
		if m.next <= i || best != nil && m.next <= best.next || !r.follows(f.at(i-1)) {
			continue
		}
		for m.lower[m.next-1] == "," && m.next > i+1 {
			m.next-- // the comma before a year that did not come
		}
		if v, ok := r.Value(m); ok {
			best, told = m, v
			m, spare = spare, m
		}
	}
	return best, told, best != nil
}

// capture is what the class with that label matched.
func (m *match) capture(label string) (capture, bool) {
	for _, c := range m.captures[:len(m.rule.pattern.elements)] {
		if c.label == label {
			return c, true
		}
	}
	return capture{}, false
}

// value is the word value of a class, "" when it matched nothing.
func (m *match) value(label string) string {
	c, _ := m.capture(label)
	return c.value
}

// int is the number of a class, 0 when it matched nothing.
func (m *match) int(label string) int {
	c, _ := m.capture(label)
	return int(min(c.n, 1e9))
}

// has reports whether one of words is in the expression.
func (m *match) has(words ...string) bool {
	for _, w := range words {
		for i := m.first; i < m.next; i++ {
			if m.lower[i] == w {
				return true
			}
		}
	}
	return false
}
