package event

import (
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// who is the entities that take part: for a verb those right before it, for a
// noun those that own or modify it; for both those that "between", "with" or
// "of" joins to it.
func (r *reader) who(s text.Sentence, g trigger, near [2]int) []int {
	var ids []int
	add := func(m *mentioned) {
		if !contains(ids, m.entity.ID) {
			ids = append(ids, m.entity.ID)
		}
	}
	for i := g.at - 1; i >= max(near[0], s.First, g.at-subjectReach); i-- {
		if m := r.mentionAt(i); m != nil {
			if !r.placeBefore(m) {
				add(m)
			}
			i = m.first
			continue
		}
		if r.endsSubject(i, g) {
			break
		}
	}
	r.partners(g, min(near[1], s.Last), add)
	return ids
}

// subjectReach is how many words before its trigger an actor can stand.
const subjectReach = 14

// endsSubject reports whether no actor is looked for before token i: a mark
// or a clause begins there, or for a noun anything that does not modify it.
func (r *reader) endsSubject(i int, g trigger) bool {
	w := r.t.Lower(i)
	if g.noun {
		return w == "," || w == "." || prepositions[w] || doubtful[w] || clauses[w] && w != "and"
	}
	return w == "," || w == ";" || clauses[w] && w != "and"
}

// placeBefore reports whether m says where and not who: "in Graz".
func (r *reader) placeBefore(m *mentioned) bool {
	return m.entity.Kind == fact.Place && locatives[r.t.Lower(m.first-1)]
}

// partners adds the entities that a preposition joins to g, and those that
// "and" joins to them.
func (r *reader) partners(g trigger, to int, add func(*mentioned)) {
	joined := !g.noun && g.word.kind != "meeting" // "arrested Lee": an object needs no preposition
	for i := g.at + 1; i < min(to, g.at+subjectReach); i++ {
		w := r.t.Lower(i)
		if m := r.mentionAt(i); m != nil {
			if joined {
				add(m)
			}
			i = m.last - 1
			continue
		}
		switch {
		case partners[w]:
			joined = w != "and" || joined
		case prepositions[w]:
			joined = false
		case w == ";" || w == "." || clauses[w]:
			return
		}
	}
}
