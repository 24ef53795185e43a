package gold

import "slices"

// times pairs the times by their place.
func (s *scorer) times() {
	want, found := s.gold.Times, s.found.Times
	of, extra := pairs(len(want), len(found), func(g int) bool { return want[g].Optional }, func(g, i int) int {
		at, _ := place(s.raw, want[g].Text, want[g].Occurrence)
		switch {
		case !at.Overlaps(found[i].Span):
			return 0
		case slices.Contains(want[g].Value, found[i].Value):
			return 2
		}
		return 1
	})
	for g, i := range of {
		w := &want[g]
		if w.Optional {
			continue
		}
		s.Times.Gold++
		if i < 0 {
			owed(&s.Values, w.Value)
			s.missf("no time %q", w.Text)
			continue
		}
		s.Times.Right++
		s.Times.Found++
		s.gradeWord(&s.Values, w.Value, found[i].Value, "time "+s.around(found[i].Span)+" is")
	}
	for _, i := range extra {
		s.Times.Found++
		s.missf("extra time %s is %s", s.around(found[i].Span), found[i].Value)
	}
}
