// Package tree finds the syntax of sentences: for every word the word it hangs
// on and how, as Universal Dependencies describe English
// (universaldependencies.org). What comes in is a text with its words,
// sentences and tags; what goes out is one arc a word. Every sentence is one
// projective tree: it has one root, and no arcs cross. It alters no tags and
// looks at no other sentence.
//
// A sentence is read word by word with a stack (the arc-hybrid system), first
// backwards and then forwards with the first tree for a guide; a small network
// chooses every step. The time is linear in the number of words.
package tree

import (
	_ "embed"
	"errors"
	"fmt"
	"sync"

	"onrecord/extract/learn"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// An Arc joins a word to its head.
type Arc struct {
	Head  int    // index of the head in the tokens of the text, -1 for the root
	Label string // the relation, with its subtype: "nsubj:pass"
}

//go:embed data/tree.model
var model []byte

// embedded is the parser this program carries; a program whose model is
// damaged was built wrongly, and does not run.
var embedded = sync.OnceValue(func() *Parser {
	p, err := Open(model)
	if err != nil {
		panic(fmt.Sprintf("tree: the embedded model: %v", err))
	}
	return p
})

// Find is the arc of every token of t to its head, by the tags of the tokens.
func Find(t *text.Text, tags []tag.Tag) []Arc { return embedded().Find(t, tags) }

// A Parser is a trained model. It may be used by any number of goroutines.
type Parser struct {
	lexicon *lexicon
	back    *reading // from the last word to the first
	forth   *reading // guided by it (stacking: Nivre and McDonald 2008)
}

const kind = "trees 2"

// Open reads a model that Train made.
func Open(data []byte) (*Parser, error) {
	p, err := read(data)
	if err != nil {
		return nil, err
	}
	return p, errors.Join(p.back.merge(), p.forth.merge())
}

// read reads a model as it was trained.
func read(data []byte) (*Parser, error) {
	f, err := learn.Open(data, kind)
	if err != nil {
		return nil, err
	}
	p := &Parser{}
	if p.lexicon, err = getLexicon(f); err != nil {
		return nil, err
	}
	if p.back, err = getReading(f, "back ", p.lexicon, &unguided); err != nil {
		return nil, err
	}
	p.forth, err = getReading(f, "forth ", p.lexicon, &guided)
	return p, err
}

func (p *Parser) file() *learn.File {
	f := learn.NewFile(kind)
	p.lexicon.put(f)
	p.back.put(f, "back ")
	p.forth.put(f, "forth ")
	return f
}

// Find is the arc of every token of t to its head. There is a tag for every
// token.
func (p *Parser) Find(t *text.Text, tags []tag.Tag) []Arc {
	arcs := make([]Arc, len(t.Tokens))
	back, forth := p.back.reader(), p.forth.reader()
	var guide gold
	for _, s := range t.Sentences {
		of := sentence{text: t, tags: tags, first: s.First, last: s.Last}
		back.parse(of.reversed(), nil)
		guide.set(back.tree())
		forth.parse(of, guide.reverse())
		for word := 1; word <= of.words(); word++ {
			arc := &arcs[of.token(word)]
			arc.Label = p.lexicon.labels[forth.state.label[word]]
			if arc.Head = -1; forth.state.head[word] <= of.words() {
				arc.Head = of.token(forth.state.head[word])
			}
		}
	}
	return arcs
}
