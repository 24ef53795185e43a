// Package tag gives every word of a text its part of speech: a Penn Treebank
// tag and a universal one (universaldependencies.org/u/pos), which are chosen
// together. What comes in is a text with its words and sentences; what goes
// out is a tag a word. It does not change where words begin and end.
package tag

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"onrecord/extract/text"
)

// A Tag is a part of speech. The zero Tag is none.
type Tag uint8

//go:embed data/tags.txt
var list string

// pairs is the tags there are; the first is none.
var pairs = sync.OnceValue(func() []pair {
	all := []pair{{}}
	for line := range strings.Lines(list) {
		if xpos, upos, ok := strings.Cut(strings.TrimSpace(line), " "); ok && xpos != "#" {
			all = append(all, pair{xpos, upos})
		}
	}
	return all
})

// inventory is the tags there are, for people to read.
func inventory() []string {
	var all []string
	for i := range pairs() {
		all = append(all, Tag(i).String())
	}
	return all
}

type pair struct{ xpos, upos string }

// XPOS is the Penn Treebank tag, "VBD", as the English treebanks of Universal
// Dependencies extend the set: "HYPH", "NFP", "ADD", "GW", "AFX".
func (t Tag) XPOS() string { return pairs()[t].xpos }

// UPOS is the universal tag: "VERB".
func (t Tag) UPOS() string { return pairs()[t].upos }

// String is both, for people: "VBD/VERB".
func (t Tag) String() string { return t.XPOS() + "/" + t.UPOS() }

// Of is the tag of a Penn and a universal tag that go together.
func Of(xpos, upos string) (Tag, error) {
	for i, p := range pairs()[1:] {
		if p == (pair{xpos, upos}) {
			return Tag(i + 1), nil
		}
	}
	return 0, fmt.Errorf("no word is tagged %s and %s together", xpos, upos)
}

// Near is Of, and where no word is tagged both ways a tag with the same Penn
// tag, or the zero Tag.
func Near(xpos, upos string) Tag {
	if t, err := Of(xpos, upos); err == nil {
		return t
	}
	for i, p := range pairs() {
		if p.xpos == xpos {
			return Tag(i)
		}
	}
	return 0
}

//go:embed data/tag.model
var model []byte

// embedded is the tagger this program carries; a program whose model is
// damaged was built wrongly, and does not run.
var embedded = sync.OnceValue(func() *Tagger {
	t, err := Open(model)
	if err != nil {
		panic(fmt.Sprintf("tag: the embedded model: %v", err))
	}
	return t
})

// Find is the tag of every token of t.
func Find(t *text.Text) []Tag { return embedded().Find(t) }
