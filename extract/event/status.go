package event

import (
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// status tells from the words before g in its clause whether the event took
// place. A definite noun ("the annexation of") is taken for a fact unless a
// verb of the future rules it.
func (r *reader) status(s text.Sentence, g trigger, statement int) fact.Status {
	status := fact.Occurred
	if g.noun && r.willBe(g.at, s.Last) {
		return fact.Planned
	}
	for i := g.at - 1; i >= max(s.First, g.at-statusReach); i-- {
		w := r.t.Lower(i)
		switch {
		case w == ";" || w == "—" || (clauses[w] && w != "and" && !doubtful[w]) || w == "," && !g.noun:
			return r.settle(status, g, statement)
		case negations[w] && g.at-i <= negationReach:
			return fact.Denied
		case future[w] && !r.backward(w):
			return fact.Planned
		case doubtful[w] && !(g.noun && r.definite(g.at)):
			status = fact.Possible
		}
	}
	return r.settle(status, g, statement)
}

// willBe reports whether the verb after the noun at token i is of the future:
// "talks will be held", "a vote is due".
func (r *reader) willBe(i, end int) bool {
	for k := i + 1; k < min(end, i+willBeReach); k++ {
		w := r.t.Lower(k)
		switch {
		case w == "will" || w == "due" || w == "scheduled" || w == "planned":
			return true
		case w == "," || w == "." || w == ";" || clauses[w] && w != "and":
			return false
		}
	}
	return false
}

// How many words after a trigger (willBeReach) and before it can still tell
// whether it took place.
const (
	willBeReach   = 10
	statusReach   = 16
	negationReach = 4
)

// backward reports whether w only looks like a word of the future.
func (r *reader) backward(w string) bool { return w == "set" }

// settle is status, or possible where the statement around g only demands,
// fears or threatens what is new in it.
func (r *reader) settle(status fact.Status, g trigger, statement int) fact.Status {
	if status != fact.Occurred || statement == 0 {
		return status
	}
	switch r.statements[statement-1].Act {
	case fact.Fear, fact.Hope, fact.Predict:
		if g.noun && r.definite(g.at) {
			return status
		}
		return fact.Possible
	case fact.Demand, fact.Request, fact.Threaten:
		return fact.Possible
	case fact.Promise, fact.Agree, fact.Announce:
		if r.t.Lower(g.at-1) == "to" {
			return fact.Planned
		}
	}
	return status
}

// definite reports whether the noun at token i is one that the reader is
// expected to know: "the meeting", "Tuesday's meeting", "its annexation".
func (r *reader) definite(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch r.t.Lower(k) {
		case "the", "this", "that", "these", "those", "its", "their", "his", "her", "'s":
			return true
		case "a", "an", ",", ".", "of":
			return false
		}
	}
	return false
}
