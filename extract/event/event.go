// Package event finds what happened or will, and what actors are for or
// against. What comes in is a text with its entities, times and statements;
// what goes out is events, each once however often the text names it, and
// positions. It works by trigger words and what stands near them in the
// sentence. It knows no event that the text does not name by a trigger, and
// it does not join events of different articles.
package event

import (
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Find is the events in t, in text order.
func Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, times []fact.Time, statements []fact.Statement) []fact.Event {
	r := newReader(t, entities, times, statements)
	var found []fact.Event
	for _, s := range t.Sentences {
		triggers := r.triggers(s)
		for i, g := range triggers {
			e, ok := r.event(s, g, around(triggers, i, s))
			if ok {
				found = merge(found, e, r.definite(g.at))
			}
		}
	}
	return found
}

// A trigger is a token that tells of an event.
type trigger struct {
	at   int
	word word
	noun bool
}

// triggers is the triggers of sentence s, in order.
func (r *reader) triggers(s text.Sentence) []trigger {
	var out []trigger
	for i := s.First; i < s.Last; i++ {
		w, ok := triggerWords[r.t.Lower(i)]
		if !ok || r.named(i) || r.time[i] != 0 || r.briefing(i) {
			continue
		}
		noun := w.noun && (!w.verb || r.nounAt(i))
		if !noun && !w.verb {
			continue
		}
		out = append(out, trigger{i, w, noun})
	}
	return out
}

// briefing reports whether token i is the "conference" of "news conference",
// where things are said and nobody meets.
func (r *reader) briefing(i int) bool {
	before := r.t.Lower(i - 1)
	return before == "news" || before == "press"
}

// named reports whether token i is part of a name of more than one word, as
// "Council" is in "Council of Europe".
func (r *reader) named(i int) bool {
	m := r.mentionAt(i)
	return m != nil && m.last-m.first > 1
}

// nounAt reports whether the word at token i, which could be a verb too, is a
// noun there.
func (r *reader) nounAt(i int) bool {
	before := r.t.Lower(i - 1)
	return determiners[before] || prepositions[before] || before == "'s"
}

// around is the tokens of s that can belong to trigger i: up to the triggers
// beside it, and to the ends of the sentence.
func around(all []trigger, i int, s text.Sentence) [2]int {
	from, to := s.First, s.Last
	if i > 0 {
		from = all[i-1].at + 1
	}
	if i+1 < len(all) {
		to = all[i+1].at
	}
	return [2]int{from, to}
}

// event is the event that g tells of; not ok when too little is said of it.
// near is the tokens that belong to g more than to another trigger.
func (r *reader) event(s text.Sentence, g trigger, near [2]int) (fact.Event, bool) {
	e := fact.Event{
		Span: r.t.Tokens[g.at].Span, Mentions: []text.Span{r.t.Tokens[g.at].Span}, Kind: g.word.kind,
		Who: r.who(s, g, near), Where: r.where(g, s, near), When: r.when(g, s, near),
		Statement: r.statementAt(r.t.Tokens[g.at].Start),
	}
	e.Status = r.status(s, g, e.Statement)
	if e.Status == fact.Occurred && g.noun && r.toCome(e.When) {
		e.Status = fact.Planned
	}
	e.Who = without(e.Who, e.Where)
	e.Rule, e.Confidence = "verb", 0.7
	if g.noun {
		e.Rule, e.Confidence = "noun", 0.6
	}
	settled := e.When != "" || e.Where != 0
	if g.noun && g.word.weak {
		e.Rule, e.Confidence = "weak noun", 0.5
		return e, settled
	}
	return e, settled || len(e.Who) > 0
}

// toCome reports whether the day when lies so far after the last day on which
// anything was said that nobody can have told of it as past.
func (r *reader) toCome(when string) bool {
	if r.latest.IsZero() || len(when) < len(time.DateOnly) {
		return false
	}
	day, err := time.Parse(time.DateOnly, when[:len(time.DateOnly)])
	return err == nil && day.Sub(r.latest) > newsReach
}

// newsReach is how long after the last statement an article can appear.
const newsReach = 3 * 24 * time.Hour

// merge adds e to found, or to the event there that it names again. Two
// mentions are one event when they are of one kind and nothing they say
// differs; a mention that says neither where nor when must be definite ("the
// meeting").
func merge(found []fact.Event, e fact.Event, definite bool) []fact.Event {
	for i := len(found) - 1; i >= max(0, len(found)-mergeReach); i-- {
		f := &found[i]
		if f.Kind != e.Kind || f.Status != e.Status || !agree(f.When, e.When) || !agree(f.Where, e.Where) {
			continue
		}
		same := e.When != "" && f.When == e.When || e.Where != 0 && f.Where == e.Where
		if !same && !definite {
			continue
		}
		if f.When == "" {
			f.When = e.When
		}
		if f.Where == 0 {
			f.Where = e.Where
		}
		f.Who = union(f.Who, e.Who)
		f.Mentions = append(f.Mentions, e.Mentions...)
		return found
	}
	return append(found, e)
}

// mergeReach is how many events back a mention can name one again.
const mergeReach = 12

// agree reports whether a and b do not contradict each other.
func agree[T comparable](a, b T) bool {
	var none T
	return a == b || a == none || b == none
}

// union is a with what b has more.
func union(a, b []int) []int {
	for _, id := range b {
		if !contains(a, id) {
			a = append(a, id)
		}
	}
	return a
}

// without is ids less id.
func without(ids []int, id int) []int {
	var rest []int
	for _, x := range ids {
		if x != id {
			rest = append(rest, x)
		}
	}
	return rest
}

func contains(ids []int, id int) bool {
	for _, x := range ids {
		if x == id {
			return true
		}
	}
	return false
}
