package event

import (
	"slices"

	"onrecord/extract/fact"
)

// A record is the events of an article so far.
type record struct {
	all  []*candidate
	kind map[fact.EventKind][]*candidate // by kind, in order
}

// sameReach is how many events of a kind back a mention can name one again.
const sameReach = 12

// add puts c on record, or joins it to the event there that it names again;
// that is what it gives.
func (r *record) add(c *candidate) *candidate {
	if r.kind == nil {
		r.kind = map[fact.EventKind][]*candidate{}
	}
	before := r.kind[c.Kind]
	for i := len(before) - 1; i >= max(0, len(before)-sameReach); i-- {
		if before[i].compatible(c) && before[i].same(c) {
			before[i].join(c)
			c.g.event = before[i]
			return before[i]
		}
	}
	if c.told {
		r.all = append(r.all, c)
		r.kind[c.Kind] = append(before, c)
	}
	return c
}

// compatible reports whether nothing that a and b say differs.
func (a *candidate) compatible(b *candidate) bool {
	return (a.Status == b.Status || b.open || a.open) &&
		(a.When == "" || b.When == "" || within(a.When, b.When)) &&
		overlap(a.places, b.places) && overlap(a.Who, b.Who) &&
		(!once[a.Kind] || overlap(a.patients, b.patients)) &&
		(a.count == "" || b.count == "" || a.count == b.count) && !b.fresh
}

// same reports whether what the compatible b says is enough to take it for a:
// a noun that the reader is expected to know, the same victims, the same day or
// place and nobody else, the same people and number, or the lead telling what
// the headline told.
func (a *candidate) same(b *candidate) bool {
	switch {
	case b.g.clause == a.g.at, b.g.part == a.g.at, a.victims(b):
		return true
	case !nested(a.Who, b.Who):
		return false
	case b.definite:
		return a.own == b.own && (!a.fresh || a.g.frame.class != "verb") // what was also done is not what is talked about
	}
	shared := common(a.Who, b.Who)
	when := len(b.When) >= len("2006-01-02") && a.When == b.When
	where := b.Where != 0 && slices.Contains(a.places, b.Where)
	switch counted := a.count != "" && a.count == b.count; {
	case when && (shared > 0 || where || len(a.Who) == 0 || len(b.Who) == 0):
		return true
	case where && (shared > 0 || counted):
		return true
	case shared > 1, shared > 0 && counted:
		return true
	}
	return shared > 0 && a.sentence == 0 && b.sentence <= leadSentences
}

// once is the kinds of event that befall the same people once in an article,
// as long as no other day or place is told.
var once = map[fact.EventKind]bool{
	fact.Death: true, fact.Arrest: true, fact.Injury: true, fact.Attack: true, fact.Expulsion: true, fact.Resignation: true,
}

// victims reports whether a and b befall the same people.
func (a *candidate) victims(b *candidate) bool {
	if a.Kind == fact.Resignation {
		return len(a.Who) > 0 && slices.Equal(a.Who, b.Who)
	}
	return once[a.Kind] && a.count == "" && b.count == "" && len(a.patients) > 0 && slices.Equal(a.patients, b.patients)
}

// nested reports whether a or b has nobody that the other has not.
func nested(a, b []int) bool {
	n := common(a, b)
	return n == len(a) || n == len(b)
}

// leadSentences is how many sentences after the first tell again what it said.
const leadSentences = 3

// within reports whether one TIMEX3 value holds the other: "2031-05" and
// "2031-05-06".
func within(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] == b[:n]
}

// overlap reports whether a and b have something in common or one is empty.
func overlap(a, b []int) bool {
	return len(a) == 0 || len(b) == 0 || common(a, b) > 0
}

// common is how many of b are in a.
func common(a, b []int) int {
	n := 0
	for _, x := range b {
		if slices.Contains(a, x) {
			n++
		}
	}
	return n
}

// join adds to a what b says more.
func (a *candidate) join(b *candidate) {
	a.Mentions = append(a.Mentions, b.Mentions...)
	a.Who = union(a.Who, without(b.Who, a.Where))
	a.patients = union(a.patients, b.patients)
	if len(b.When) > len(a.When) {
		a.When = b.When
	}
	if a.Where == 0 {
		a.Where, a.Who = b.Where, without(a.Who, b.Where)
	}
	a.places = union(a.places, b.places)
	if a.count == "" {
		a.count = b.count
	}
	if a.open && !b.open {
		a.Status, a.open = b.Status, false
	}
	a.Confidence = max(a.Confidence, b.Confidence)
}

// events is what is on record.
func (r *record) events() []fact.Event {
	var out []fact.Event
	for _, c := range r.all {
		out = append(out, c.Event)
	}
	return out
}

// union is a with what b has more, up to mostActors.
func union(a, b []int) []int {
	for _, id := range b {
		if id != 0 && len(a) < mostActors && !slices.Contains(a, id) {
			a = append(slices.Clip(a), id) // others may hold a
		}
	}
	return a
}

// mostActors is how many take part in an event at most; a list of more is no
// event of theirs, and comparing them would take long.
const mostActors = 40

// without is ids less id.
func without(ids []int, id int) []int {
	return slices.DeleteFunc(slices.Clone(ids), func(x int) bool { return x == id })
}
