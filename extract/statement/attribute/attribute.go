// Package attribute finds who said what on the words, tags and trees of a
// text: attributions of a content to a source by a cue, speech, belief and
// intention alike, as PolNeAR marks them (Newell, Margolin and Ruths 2018).
// What comes in is words, sentences, tags and trees; what goes out is the
// outermost attributions as runs of tokens, in the order of their cues. It does
// not say who a pronoun is or what act a cue does, and looks for nothing inside
// a content.
//
// Every quotation is read as one word: no attribution gives a part of one. A
// text is read in three steps, all learned (data/attribute.model.md). A first
// reading sketches what every word is to any attribution, and so finds words
// that may head a cue. A second one takes each of these and labels the words
// around it as source, cue and content. A verdict on what both found chooses
// those that stand. Both readings are conditional random fields; scores are
// whole numbers.
package attribute

import (
	_ "embed"
	"fmt"
	"sync"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A Run is the tokens [From, To) of a text; inside this package it can be
// pieces too.
type Run struct{ From, To int }

// An Attribution is a content that is given to a source by a cue. Each is in
// text order and may be parted, as in "…," he said, "…". There is always a
// content; the source may be missing.
type Attribution struct {
	Head    int // the token by which the cue is known, a verb where it has one
	Source  []Run
	Cue     []Run
	Content []Run
	Sure    int // percent of attributions like this one that are right
}

//go:embed data/attribute.model
var model []byte

// embedded is the model this program carries; a program whose model is damaged
// was built wrongly, and does not run.
var embedded = sync.OnceValue(func() *Model {
	m, err := Open(model)
	if err != nil {
		panic(fmt.Sprintf("attribute: the embedded model: %v", err))
	}
	return m
})

// Find is the attributions in t, whose tokens have the given tags and arcs. It
// takes time in proportion to the length of t.
func Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc) []Attribution {
	return embedded().Find(t, tags, arcs, Run{0, len(t.Tokens)})
}

// Within is the attributions in the tokens of r, a content that Find gave, read
// as if nothing stood around it: what is said inside what is said. Of one
// quotation the marks are left out.
func Within(t *text.Text, tags []tag.Tag, arcs []tree.Arc, r Run) []Attribution {
	if q := Quotations(t, r); len(q) == 1 && q[0].From == r.From && q[0].To >= r.To-1 {
		r = q[0].Inner()
	}
	return embedded().Find(t, tags, arcs, r)
}

// Find is the attributions in the tokens of r; arcs is nil for none.
func (m *Model) Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc, r Run) []Attribution {
	p := pageOf(t, tags, arcs, r)
	var found []Attribution
	for _, c := range choose(m.reader().read(p), standing) {
		found = append(found, Attribution{
			Head:    p.pieces[c.head].From,
			Source:  p.allInTokens(c.parts[source]),
			Cue:     p.allInTokens(c.parts[cue]),
			Content: p.allInTokens(c.parts[content]),
			Sure:    m.sure.of(c.verdict),
		})
	}
	return found
}

func (p *page) allInTokens(runs []Run) []Run {
	var all []Run
	for _, r := range runs {
		all = append(all, p.inTokens(r))
	}
	return all
}

// Empty reports whether r holds nothing.
func (r Run) Empty() bool { return r.To <= r.From }

// Len is how many tokens r holds.
func (r Run) Len() int { return r.To - r.From }

// Holds reports whether all of b lies in r.
func (r Run) Holds(b Run) bool { return r.From <= b.From && b.To <= r.To }

// Overlaps reports whether r and b share a token.
func (r Run) Overlaps(b Run) bool { return r.From < b.To && b.From < r.To }
