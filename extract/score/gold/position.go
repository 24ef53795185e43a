package gold

import (
	"slices"

	"onrecord/extract/fact"
)

// half is the likeness from which two wordings are taken for one topic.
const half = 0.5

// How much of a position is right beside its topic. One that has it all goes
// before one whose words are more alike.
const (
	stanceRight = 100
	actorRight  = 200
	whole       = stanceRight + actorRight
)

// positions pairs the positions by their topic, those that are right first.
func (s *scorer) positions() {
	want, found := s.gold.Positions, s.found.Positions
	of, extra := pairs(len(want), len(found), func(g int) bool { return want[g].Optional }, func(g, i int) int {
		n := s.agrees(&want[g], &found[i])
		if n < whole && (want[g].Optional || s.claimed(i)) {
			return 0
		}
		return n
	})
	for g, i := range of {
		w := &want[g]
		if w.Optional {
			continue
		}
		s.Topics.Gold++
		s.Stances.Gold++
		s.Actors.Gold++
		s.Positions.Gold++
		if i < 0 {
			s.missf("no position of %s %s %q", w.Actor[0], w.Stance, w.Topic[0])
			continue
		}
		s.position(w, &found[i])
	}
	for _, i := range extra {
		s.Topics.Found++
		s.Positions.Found++
		s.missf("extra position of %q %s %q", s.name(found[i].Actor), found[i].Stance, Words(s.raw, found[i].Topic))
	}
}

// claimed reports whether the position found at i is just what one of gold
// says, so that it is not taken for another that shares its topic.
func (s *scorer) claimed(i int) bool {
	return slices.ContainsFunc(s.gold.Positions, func(w Position) bool { return s.agrees(&w, &s.found.Positions[i]) >= whole })
}

// agrees is 0 when p has another topic than w, and the more the more of p is
// right.
func (s *scorer) agrees(w *Position, p *fact.Position) int {
	like := 0.0
	for _, t := range w.Topic {
		like = max(like, Likeness(t, Words(s.raw, p.Topic)))
	}
	if like < half {
		return 0
	}
	n := int(10 * like)
	if p.Stance == w.Stance {
		n += stanceRight
	}
	if Called(s.found.Entities, p.Actor, w.Actor, s.raw) {
		n += actorRight
	}
	return n
}

// position counts what is right of p, which has the topic of w.
func (s *scorer) position(w *Position, p *fact.Position) {
	s.Topics.Right++
	s.Topics.Found++
	s.Stances.Found++
	s.Actors.Found++
	s.Positions.Found++
	stance, actor := p.Stance == w.Stance, Called(s.found.Entities, p.Actor, w.Actor, s.raw)
	if stance {
		s.Stances.Right++
	}
	if actor {
		s.Actors.Right++
	}
	if stance && actor {
		s.Positions.Right++
		return
	}
	s.missf("position of %q %s %q, want %s %s", s.name(p.Actor), p.Stance, Words(s.raw, p.Topic), w.Actor[0], w.Stance)
}
