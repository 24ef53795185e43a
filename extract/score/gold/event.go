package gold

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// events pairs the events by a mention and the kind. Of several that fit, the
// one that tells most of what gold does is the one, and the others are too
// much: all mentions of an event make one event.
func (s *scorer) events() {
	want, found := s.gold.Events, s.found.Events
	of, extra := pairs(len(want), len(found), func(g int) bool { return want[g].Optional }, func(g, i int) int {
		return s.fits(&want[g], &found[i])
	})
	for g, i := range of {
		w := &want[g]
		if w.Optional {
			continue
		}
		s.Events.Gold++
		if i < 0 {
			s.Mentions.Gold += len(w.What)
			s.Who.Gold += len(w.Who)
			owed(&s.Where, w.Where)
			owed(&s.When, w.When)
			owed(&s.Status, w.Status)
			s.missf("no event %q (%s)", w.What[0], strings.Join(w.Kind, ", "))
			continue
		}
		s.Events.Right++
		s.Events.Found++
		s.event(w, &found[i])
	}
	for _, i := range extra {
		s.Events.Found++
		s.missf("extra event %s (%s, %s, %q)", s.around(found[i].Span), found[i].Kind, found[i].Status, found[i].When)
	}
}

// fits is 0 when e is not the event w, and the more the more of w it tells.
func (s *scorer) fits(w *Event, e *fact.Event) int {
	if !slices.Contains(w.Kind, string(e.Kind)) {
		return 0
	}
	n := 10 * len(s.told(w, e))
	if n == 0 {
		return 0
	}
	if slices.Contains(w.When, e.When) {
		n++
	}
	if slices.Contains(w.Status, string(e.Status)) {
		n++
	}
	return n
}

// told is the mentions of w that are mentions of e.
func (s *scorer) told(w *Event, e *fact.Event) []text.Span {
	var both []text.Span
	for _, words := range w.What {
		at, _ := place(s.raw, words, 0)
		if slices.ContainsFunc(mentions(e), at.Overlaps) {
			both = append(both, at)
		}
	}
	return both
}

func mentions(e *fact.Event) []text.Span {
	if len(e.Mentions) == 0 {
		return []text.Span{e.Span}
	}
	return e.Mentions
}

// mentions counts the mentions that e brings together: those of w and those
// that are of another event or of none.
func (s *scorer) mentions(w *Event, e *fact.Event, about string) {
	both := s.told(w, e)
	s.Mentions.Gold += len(w.What)
	s.Mentions.Right += len(both)
	s.Mentions.Found += len(both)
	for _, m := range mentions(e) {
		if !slices.ContainsFunc(both, m.Overlaps) {
			s.Mentions.Found++
			s.missf("%s is not told of in %s", about, s.around(m))
		}
	}
	if len(both) < len(w.What) {
		s.missf("%s has %d of the mentions %q", about, len(both), w.What)
	}
}

// event grades what e tells of the event w of gold.
func (s *scorer) event(w *Event, e *fact.Event) {
	about := fmt.Sprintf("%s %s", e.Kind, s.around(e.Span))
	s.mentions(w, e, about)
	s.who(w, e.Who, about)
	s.gradeEntity(&s.Where, w.Where, e.Where, about+" was at")
	s.gradeWord(&s.When, w.When, e.When, about+" was on")
	s.gradeWord(&s.Status, w.Status, string(e.Status), about+" is")
}

// who counts those who took part, each for itself.
func (s *scorer) who(w *Event, found []int, about string) {
	right := map[int]bool{}
	for _, names := range w.Who {
		s.Who.Gold++
		i := slices.IndexFunc(found, func(id int) bool { return Called(s.found.Entities, id, names, s.raw) })
		if i < 0 {
			s.missf("%s is without %q", about, names)
			continue
		}
		s.Who.Right++
		s.Who.Found++
		right[found[i]] = true
	}
	for _, id := range found {
		if !right[id] && !Called(s.found.Entities, id, w.May, s.raw) {
			s.Who.Found++
			s.missf("%s is not with %q", about, s.name(id))
		}
	}
}
