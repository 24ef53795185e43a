package name

import (
	"strings"
	"testing"

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
		f.mark()
		m := f.mentionAt(f.TokenAt(len(before)))
		if m == nil || f.Slice(f.Range(m.first, m.last)) != named {
			t.Errorf("clue %q: no mention %q in %q", c.name, named, f.String())
		} else if !c.holds(f, m) {
			t.Errorf("clue %q does not hold for %q in %q", c.name, named, f.String())
		}
	}
}

// TestClueExamplesDiffer holds every clue to be more than true everywhere.
func TestClueExamplesDiffer(t *testing.T) {
	f := newFinder(text.Of("We saw that Tibor left with Elde."))
	f.mark()
	for i := range f.mentions {
		for _, c := range clues {
			if c.holds(f, &f.mentions[i]) && !strings.HasPrefix(c.name, "known") {
				t.Errorf("clue %q holds for %q, which has none", c.name, f.surface(&f.mentions[i]))
			}
		}
	}
}
