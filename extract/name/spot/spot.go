// Package spot finds the names in a text and tells of what kind each is: a
// person, an organization, a place, a group, or another thing. What comes in
// is words, sentences and tags; what goes out is the names, in order, none
// inside another. It is a model learned from texts in which people marked the
// names (data/spot.model.md says which); it reads a text three times, the second
// and the third knowing what each word was elsewhere the time before. Who bears a name is not its business.
package spot

import (
	_ "embed"
	"fmt"
	"sync"

	"onrecord/extract/fact"
	"onrecord/extract/learn"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// A Name is the tokens [First, Last) of a text that name something.
type Name struct {
	First, Last int
	Kind        fact.Kind
	Score       int // how sure its place and kind are, in percent: from 50, a guess, to 99
}

//go:embed data/spot.model
var model []byte

// embedded is the model this program carries; a program whose model is damaged
// was built wrongly, and does not run.
var embedded = sync.OnceValue(func() *Spotter {
	m, err := Open(model)
	if err != nil {
		panic(fmt.Sprintf("spot: the embedded model: %v", err))
	}
	return m
})

// Find is the names of t, whose tokens have the given tags.
func Find(t *text.Text, tags []tag.Tag) []Name { return embedded().Find(t, tags) }

// A Spotter is a model.
type Spotter struct {
	lexicon *lexicon
	rows    *learn.Sparse
	steps   [labels]weights
}

// modelKind is the kind of file that a model is kept in.
const modelKind = "names 1"

// Open reads a model that Train made.
func Open(data []byte) (*Spotter, error) {
	f, err := learn.Open(data, modelKind)
	if err != nil {
		return nil, err
	}
	return open(f)
}

func open(f *learn.File) (*Spotter, error) {
	m := &Spotter{}
	var err error
	if m.lexicon, err = getLexicon(f); err != nil {
		return nil, err
	}
	if m.rows, err = learn.GetSparse(f, "", labels); err != nil {
		return nil, err
	}
	steps, err := learn.Get[int32](f, "steps")
	if err != nil {
		return nil, err
	}
	if len(steps) != labels*labels {
		return nil, fmt.Errorf("the model has %d weights for one label after another, not %d", len(steps), labels*labels)
	}
	for i, w := range steps {
		if w < -mostStep || w > mostStep {
			return nil, fmt.Errorf("the weight %d of a label after another is out of range", w)
		}
		m.steps[i/labels][i%labels] = w
	}
	return m, nil
}

// mostStep bounds the weights of one label after another, so that the sum over
// a unit stays a number of 32 bits.
const mostStep = 1 << 16
