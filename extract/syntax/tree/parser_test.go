package tree

import (
	"slices"
	"testing"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// TestKeptSumsAreThoseOfTheState compares the layer that is put together from
// sums kept since earlier states with that of all rows of the state.
func TestKeptSumsAreThoseOfTheState(t *testing.T) {
	raw := "“We did not, as some say, close the old quay,” the mayor of Lowport, who was elected last year, told the two engineers on Tuesday."
	of := text.Of(raw)
	tags := tag.Find(of)
	s := sentence{text: of, tags: tags, first: 0, last: len(of.Tokens)}
	p := embedded()
	var guide *gold
	for _, r := range []*reader{p.back.reader(), p.forth.reader()} {
		s = s.reversed()
		if guide != nil {
			guide.reverse()
		}
		checkSums(t, r, s, guide)
		guide = newGold(r.tree())
	}
}

func checkSums(t *testing.T, r *reader, s sentence, guide *gold) {
	t.Helper()
	whole, hidden := r.net.NewLayer(), make([]int16, r.net.Hidden)
	r.lexicon.read(&r.values, s, guide)
	r.state.start(s.words())
	last := shift
	for steps := 0; !r.state.done(); steps++ {
		whole.Reset()
		r.net.Add(whole, r.features.of(nil, &r.state, &r.values, guide))
		r.net.Activate(hidden, whole)
		last = r.step(last, guide)
		if !slices.Equal(r.hidden, hidden) {
			t.Fatalf("at step %d of %q the kept sums give the layer\n%v, want\n%v", steps, s.text, r.hidden, hidden)
		}
	}
}
