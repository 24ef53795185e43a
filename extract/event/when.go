package event

import (
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// date notes for every day in sentence s what it tells the time of: the
// nearest trigger or verb above it in the tree. A day that is a limit, "before
// Monday", tells none.
func (f *finder) date(s text.Sentence, triggers []*trigger) {
	f.dated = map[int][]int{}
	trailed := f.trailed(triggers)
	for i := s.First; i < s.Last; i++ {
		n := int(f.time[i])
		if n == 0 || i > s.First && int(f.time[i-1]) == n || !day(f.times[n-1]) {
			continue
		}
		last := i
		for last < s.Last && int(f.time[last]) == n {
			last++
		}
		if top := f.top(i, last); !f.limit(i, top) {
			g, ok := trailed[top]
			if !ok {
				g = f.dates(top)
			}
			if g >= 0 {
				f.dated[g] = append(f.dated[g], n-1)
			}
		}
	}
}

// trailed is the times that stand behind a noun and its place, "the talks in
// Graz on Monday", with the noun.
func (f *finder) trailed(triggers []*trigger) map[int]int {
	all := map[int]int{}
	for _, g := range triggers {
		placed := false
		for k := range f.behind(g.at) {
			if f.time[k] == 0 {
				placed = true
			} else if placed && g.clause < 0 {
				all[k] = g.at
			}
		}
	}
	return all
}

// day reports whether x is a time that an event can have.
func day(x fact.Time) bool {
	return (x.Type == fact.Date || x.Type == fact.Clock) && len(x.Value) >= 4 && x.Value[0] >= '0' && x.Value[0] <= '9'
}

// top is the token of [first, last) that hangs on one outside.
func (f *finder) top(first, last int) int {
	for i := first; i < last; i++ {
		if h := f.head(i); h < first || h >= last {
			return i
		}
	}
	return first
}

// limit reports whether the time whose first token and top are given is a
// limit, or stands in brackets after a name.
func (f *finder) limit(first, top int) bool {
	return f.word(first-1) == "(" || words["bounds"][f.word(first-1)] || words["bounds"][f.word(first)] || words["bounds"][f.preposition(top)]
}

// dates is the trigger or verb that the time at token i belongs to, -1 for none.
// Of "fears a repeat of the raid in 1921" it is the raid, whatever it hangs on.
func (f *finder) dates(i int) int {
	at := i
	for range longestClimb {
		if i = f.head(i); i < 0 {
			return -1
		}
		if f.drawn[i] != nil || f.tags[i].UPOS() == "VERB" || f.relation(i) == "root" {
			return i
		}
		for k := range f.children(i) {
			if f.drawn[k] != nil && f.relation(k) == "nmod" && k < at {
				return k
			}
		}
	}
	return -1
}

// when is the day of the event of g: of the times that belong to its trigger,
// else to the verb that carries it, the nearest one.
func (f *finder) when(g *trigger) string {
	for _, i := range []int{g.at, g.clause} {
		best := -1
		for _, n := range f.dated[i] {
			if best < 0 || f.far(n, g) < f.far(best, g) {
				best = n
			}
		}
		if best >= 0 {
			return f.times[best].Value
		}
	}
	return ""
}

// far is how many bytes lie between time n and the trigger g.
func (f *finder) far(n int, g *trigger) int {
	d := f.times[n].Span.Start - f.doc.Tokens[g.at].Start
	return max(d, -d)
}
