package tree

import (
	"testing"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// TestDecided holds what follows from an attribute to what words are read to
// have.
func TestDecided(t *testing.T) {
	of := text.Of("The mayor of Lowport told two engineers on Tuesday that Xzqvrk 17 would sink.")
	tags := tag.Find(of)
	x := embedded().lexicon
	var v values
	x.read(&v, sentence{text: of, tags: tags, first: 0, last: len(of.Tokens)}, nil)
	for i := range len(of.Tokens) + 1 { // the root comes last
		word := v.of(i + 1)
		for by, list := range decided {
			for _, a := range list {
				if got := x.decides(by, int(word[by]), a); got != int(word[a]) {
					t.Errorf("attribute %d of word %d follows to be %d, want %d", a, i, got, word[a])
				}
			}
		}
	}
}
