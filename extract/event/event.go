// Package event finds what happened or will. What comes in is a text with its
// tags, trees, entities, times and statements; what goes out is events, each
// once however often the text names it. An event is known by a trigger, a verb
// or a noun that stands in its sentence as a frame of data/triggers.txt needs;
// who, where, when and whether are read off the tree around it. An event of
// which the text says neither who nor where nor when is none. It does not join
// events of different articles. Time is in proportion to the text.
package event

import (
	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Find is the events in t, whose tokens have the given tags and arcs, in the
// order of their first mentions. entities are its entities, whose mentions
// include resolved pronouns; times are its time expressions, statements its
// statements.
func Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, times []fact.Time, statements []fact.Statement) []fact.Event {
	f := newFinder(t, tags, arcs, entities, times, statements)
	var all record
	for number, s := range t.Sentences {
		var before *candidate
		for _, g := range f.triggers(s) {
			c := f.candidate(g, number)
			f.share(before, c)
			f.weigh(c)
			before = all.add(c)
		}
	}
	return all.events()
}

// A finder holds one text, what is known of it already and its trees, while
// its events are found.
type finder struct {
	*reader
	*forest
	dated map[int][]int    // the times that tell when what a token says is, by the token
	drawn map[int]*trigger // triggers by their token
}

func newFinder(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, times []fact.Time, statements []fact.Statement) *finder {
	return &finder{
		reader: newReader(t, entities, times, statements), forest: forestOf(t, tags, arcs),
		drawn: map[int]*trigger{},
	}
}

// A candidate is an event while it is not known whether it is a new one.
type candidate struct {
	fact.Event
	g        *trigger
	sentence int
	places   []int // where it was, in the words of the text: a town, then its country
	patients []int // those of who it was done to
	count    string
	own      string // the noun, where no other names the same event
	open     bool   // nothing says whether it took place
	definite bool   // the reader is expected to know it
	fresh    bool   // it is told to be one more
	told     bool   // enough is said of it to stand alone
}

// candidate is the event that g tells of.
func (f *finder) candidate(g *trigger, sentence int) *candidate {
	c := &candidate{g: g, sentence: sentence}
	c.Span, c.Kind = f.doc.Tokens[g.at].Span, g.frame.kind
	c.Mentions = []text.Span{c.Span}
	c.Statement = f.statementAt(c.Span.Start)
	c.Rule = g.frame.class + " " + f.base(g.at)
	if noun := f.base(g.at); words["own"][noun] {
		c.own = noun
	}
	f.setWho(c)
	f.setWhere(c)
	c.When = f.when(g)
	f.inherit(c)
	c.Who = without(c.Who, c.Where)
	f.setStatus(c)
	g.event = c
	return c
}

// inherit gives c the place and the day of what it is a part of: "a bombing in
// the harbour on Monday killed nine".
func (f *finder) inherit(c *candidate) {
	whole := f.whole(c.g)
	if whole == nil {
		return
	}
	if c.Where == 0 {
		c.Where, c.places = whole.Where, whole.places
	}
	if c.When == "" {
		c.When = whole.When
	}
}

// share gives each of a and b the place and the day that only the other has,
// where "and" joins two that befell people at once: "nine were killed and two
// wounded in Graz". a can be nil.
func (f *finder) share(a, b *candidate) {
	if a == nil || !casualties(a) || !casualties(b) || b.g.at-a.g.at > sharedReach {
		return
	}
	for i := a.g.at + 1; ; i++ {
		if i == b.g.at {
			return
		}
		if f.label(i) == "cc" {
			break
		}
	}
	if a.Where == 0 {
		a.Where, a.places, a.Who = b.Where, b.places, without(a.Who, b.Where)
	}
	if b.Where == 0 {
		b.Where, b.places, b.Who = a.Where, a.places, without(b.Who, a.Where)
	}
	if a.When == "" {
		a.When = b.When
	}
	if b.When == "" {
		b.When = a.When
	}
}

// sharedReach is how many words lie at most between two verbs that share their
// place and day.
const sharedReach = 12

func casualties(c *candidate) bool {
	return c.g.frame.class == "verb" && (c.Kind == fact.Death || c.Kind == fact.Injury)
}

// whole is the event that the one of g is a part or a consequence of: its
// subject, what it happened in, or what the verb that it goes on from tells.
func (f *finder) whole(g *trigger) *candidate {
	if g.frame.class != "verb" {
		return nil
	}
	inner := f.dependent(g.at, "obl")
	if inner >= 0 && !words["inner"][f.preposition(inner)] {
		inner = -1 // "arrested before the summit"
	}
	for _, i := range [...]int{f.subject(g.at), inner, f.above(g.at)} {
		if t := f.drawn[i]; i >= 0 && t != nil && t.event != nil && t.at < g.at {
			return t.event
		}
	}
	return nil
}

// above is the token that the verb at token i goes on from without a subject of
// its own: "attacked the town, killing nine"; -1 for none.
func (f *finder) above(i int) int {
	switch f.label(i) {
	case "advcl":
		if f.xpos(i) == "VBG" && f.dependent(i, "mark") < 0 {
			return f.head(i)
		}
	case "conj":
		if f.dependent(i, "nsubj", "aux") < 0 {
			return f.head(i)
		}
	case "acl", "acl:relcl":
		return f.head(i)
	}
	return -1
}

// definite tells of the noun of c whether the reader is expected to know it,
// "the meeting", "Tuesday's talks", and whether it is one more of its kind.
func (f *finder) definite(c *candidate) (known, fresh bool) {
	i := c.g.at
	if c.g.frame.class == "verb" {
		return false, f.particle(i, "again") >= 0 || f.particle(i, "also") >= 0
	}
	for k := range f.children(i) {
		if k > i {
			if p := f.preposition(k); f.relation(k) == "nmod" && words["partners"][p] && len(f.actors(k)) == 0 && f.time[k] == 0 {
				return false, fresh // "the attack on a convoy" may be another
			}
			continue
		}
		switch f.relation(k) {
		case "det":
			known = known || words["known"][f.lower[k]]
		case "nmod":
			known = known || f.label(k) == "nmod:poss"
		}
		fresh = fresh || words["fresh"][f.base(k)]
	}
	return known && !fresh, fresh
}
