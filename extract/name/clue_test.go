package name

import (
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/name/spot"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// TestClueExamples holds every clue to the example beside it.
func TestClueExamples(t *testing.T) {
	for _, c := range clues {
		before, rest, _ := strings.Cut(c.example, "«")
		named, after, ok := strings.Cut(rest, "»")
		if !ok {
			t.Errorf("clue %q: no name is marked in %q", c.name, c.example)
			continue
		}
		f := newFinder(text.Of(before + named + after))
		first := f.TokenAt(len(before))
		f.mark(namesAround(f, first, f.TokenAt(len(before)+len(named)-1)+1))
		m := f.mentionAt(first)
		if m == nil || f.Slice(f.Range(m.first, m.last)) != named {
			t.Errorf("clue %q: no mention %q in %q", c.name, named, f.String())
		} else if !c.holds(f, m) {
			t.Errorf("clue %q does not hold for %q in %q", c.name, named, f.String())
		}
	}
}

// namesAround is the tokens [first, last), as a thing, among the names that the
// model finds elsewhere.
func namesAround(f *finder, first, last int) []spot.Name {
	names := []spot.Name{{First: first, Last: last, Kind: fact.Other}}
	for _, n := range spot.Find(f.Text, tag.Find(f.Text)) {
		if n.Last <= first || n.First >= last {
			names = append(names, n)
		}
	}
	slices.SortFunc(names, func(a, b spot.Name) int { return a.First - b.First })
	return names
}

// TestClueExamplesDiffer holds every clue to be more than true everywhere.
func TestClueExamplesDiffer(t *testing.T) {
	f := newFinder(text.Of("We saw that Tibor left with Elde."))
	f.mark([]spot.Name{{First: 3, Last: 4, Kind: fact.Other}, {First: 6, Last: 7, Kind: fact.Other}})
	for i := range f.mentions {
		for _, c := range clues {
			if c.holds(f, &f.mentions[i]) && !strings.HasPrefix(c.name, "known") {
				t.Errorf("clue %q holds for %q, which has none", c.name, f.surface(&f.mentions[i]))
			}
		}
	}
}
