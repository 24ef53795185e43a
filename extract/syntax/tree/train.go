package tree

import (
	"fmt"

	"onrecord/extract/learn"
	"onrecord/extract/score"
	"onrecord/extract/text"
)

// settings are the choices of a training, found on the dev parts.
type settings struct {
	name      string
	templates *templates
	least     thresholds
	hidden    int         // units of the layer
	epochs    int         // times the examples are gone through
	batch     int         // sentences a step of learning
	rates     learn.Rates // at the beginning; they fall to nothing
	drop      float32     // share of units dropped
	forget    float64     // words seen n times are taken for unknown at forget/(forget+n)
	explore   float64     // share of actions the model chooses itself from the second epoch on
}

// backwards are the settings for the guide. It is small: its faults are what
// the parser learns to see through.
var backwards = settings{
	name: "guide", templates: &unguided, least: thresholds{60, 200}, hidden: 64, epochs: 3, batch: 16,
	rates: learn.Rates{Rows: 0.004, Outputs: 0.006}, drop: 0.1, forget: 0.3, explore: 0.9,
}

// forwards are those for the parser itself.
var forwards = settings{
	name: "trees", templates: &guided, least: thresholds{60, 180}, hidden: 128, epochs: 10, batch: 16,
	rates: learn.Rates{Rows: 0.004, Outputs: 0.006}, drop: 0.35, forget: 0.3, explore: 0.9,
}

// Train learns from treebanks. The same treebanks and seed give the same
// bytes on any number of processors.
//
// The trees are tagged by taggers, and guided by guides, that did not see
// them. A tree with more than one root, or none, is left out; one that is not
// projective is made so.
func Train(banks []score.Treebank, seed uint64, p learn.Progress) (*learn.File, error) {
	list, err := sentences(banks, seed, p)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("there are no trees to train the parser with")
	}
	x := newLexicon(list)
	if len(x.labels) > mostLabels {
		return nil, fmt.Errorf("the trees have %d relations, more than the %d a parser can learn", len(x.labels)-1, mostLabels-1)
	}
	for _, e := range list {
		e.number(x)
	}
	parser := &Parser{lexicon: x, back: guide(x, list, seed, p)}
	parser.forth = train(x, list, seed, forwards, p)
	return parser.file(), nil
}

// sentences are the sentences of banks with tags by jackknife.
func sentences(banks []score.Treebank, seed uint64, p learn.Progress) ([]*example, error) {
	texts := make([]*text.Text, len(banks))
	for i := range banks {
		texts[i] = banks[i].Given()
	}
	tags, err := jackknife(banks, texts, seed, p)
	if err != nil {
		return nil, err
	}
	var list []*example
	for i, b := range banks {
		list = append(list, examples(b, texts[i], tags[i])...)
	}
	return list, nil
}

// guide gives every example a guide that did not see it, and returns one that
// saw all.
func guide(x *lexicon, list []*example, seed uint64, p learn.Progress) *reading {
	all := make([]*example, len(list))
	for i, e := range list {
		all[i] = e.backwards()
	}
	for fold := range folds {
		var others []*example
		for i, e := range all {
			if foldOf(i) != fold {
				others = append(others, e)
			}
		}
		r := train(x, others, seed, backwards, p).reader()
		for i, e := range all {
			if foldOf(i) == fold {
				r.parse(e.sentence, nil)
				list[i].guide = newGold(r.tree()).reverse()
			}
		}
	}
	return train(x, all, seed, backwards, p)
}

// foldOf is the fold of the i-th sentence: ten in a row are together, as they
// are often of one text.
func foldOf(i int) int { return i / 10 % folds }

// train is a reading learned from examples.
func train(x *lexicon, examples []*example, seed uint64, c settings, p learn.Progress) *reading {
	t := newTrainer(x, examples, seed, c)
	for epoch := range c.epochs {
		t.epoch(epoch, p)
	}
	return t.reading()
}
