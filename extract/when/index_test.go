package when

import (
	"slices"
	"testing"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// The index leaves out no rule that matches.
func TestIndexHasEveryRuleThatMatches(t *testing.T) {
	for _, r := range rules() {
		for _, source := range r.Examples {
			e := parseExample(t, source)
			words := text.Of(e.in)
			tags := tag.Find(words)
			f := finderOf(words, tags, tree.Find(words, tags), e.published)
			for _, s := range f.t.Sentences {
				f.first, f.last = s.First, s.Last
				for i := f.first; i < f.last; i++ {
					for _, other := range rules() {
						var c captures
						if f.match(&other.pattern, 0, i, &c) <= i {
							continue
						}
						from := f.index[key(f.lower[i])]
						if from == nil || !slices.Contains(from.at(key(f.at(i+1))), other) {
							t.Errorf("%q matches %q at %q but is not in the index", other.Pattern, e.in, f.lower[i])
						}
					}
				}
			}
		}
	}
}
