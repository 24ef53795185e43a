package tag

import (
	"math/rand/v2"

	"onrecord/extract/learn"
	"onrecord/extract/score"
)

// How the tagger is trained, as it scored best on the development parts of the
// treebanks.
const (
	runs     = 3    // over which the weights are averaged, each from the beginning
	epochs   = 5    // of a run
	margin   = 8    // by which the right tag is to win
	dropped  = 0.25 // share of features that an example does without
	unit     = 1.4  // of the weights kept, in updates
	restyled = 20   // one in so many sentences is learned in other capitals, too
)

// Train learns from trees. The same trees and seed give the same bytes.
func Train(trees []score.Treebank, seed uint64, p learn.Progress) *learn.File {
	t := newTrainer(trees, rand.New(rand.NewPCG(seed, 0)))
	for epoch := range runs * epochs {
		p.Report("tags", epoch, runs*epochs)
		if epoch%epochs == 0 {
			t.model.Restart()
		}
		for _, i := range t.random.Perm(len(t.examples)) {
			t.example(&t.examples[i])
		}
	}
	p.Report("tags", runs*epochs, runs*epochs)
	f := learn.NewFile(kind)
	f.PutWords("tags", inventory())
	t.words.put(f)
	t.model.Sparse(unit).Put(f, "")
	return f
}

// A trainer learns from examples, one word at a time.
type trainer struct {
	words    lexicon
	examples []example
	model    *learn.Margin
	random   *rand.Rand
	features []uint64
	numbers  []uint32
	scores   []int32
}

func newTrainer(trees []score.Treebank, random *rand.Rand) *trainer {
	t := &trainer{model: learn.NewMargin(len(pairs())), random: random, scores: make([]int32, len(pairs()))}
	t.examples = examples(trees)
	t.words = newLexicon(t.examples)
	seen := map[uint64]uint8{}
	t.static(func(e *example, i int) {
		for _, f := range t.features {
			seen[f] = min(seen[f]+1, 2)
		}
	})
	t.static(func(e *example, i int) {
		for _, f := range t.features {
			if seen[f] > 1 {
				e.numbers[i] = append(e.numbers[i], t.model.Number(f))
			}
		}
	})
	return t
}

// static calls each for all words to be learned, with their static features
// in t.features.
func (t *trainer) static(each func(e *example, i int)) {
	for n := range t.examples {
		e := &t.examples[n]
		e.lookUp(&t.words)
		for i := range e.gold {
			t.features = e.static(t.features[:0], i)
			each(e, i)
		}
	}
}

// example reads a sentence as the tagger does, with the tags it finds itself
// before each word, and learns from it; sure words have something to teach of
// their like.
func (t *trainer) example(e *example) {
	t1, t2 := Tag(0), Tag(0)
	for i := range e.gold {
		found := t.word(e, i, t1, t2)
		if only, sure := e.sure(i); sure {
			found = only
		}
		t1, t2 = found, t1
	}
}

// word is the tag found for word i; the weights are mended when the right one
// does not win clearly.
func (t *trainer) word(e *example, i int, t1, t2 Tag) Tag {
	t.numbers = t.numbers[:0]
	for _, n := range e.numbers[i] {
		t.keep(n)
	}
	t.features = e.after(t.features[:0], i, t1, t2)
	for _, f := range t.features {
		t.keep(t.model.Number(f))
	}
	clear(t.scores)
	t.model.Add(t.scores, t.numbers)
	gold := e.gold[i]
	found := best(t.scores, 0)
	rival := found
	if found == gold {
		rival = best(t.scores, gold)
	}
	t.model.Step()
	if t.scores[gold]-t.scores[rival] < margin {
		t.model.Update(int(gold), t.numbers, 1)
		t.model.Update(int(rival), t.numbers, -1)
	}
	return found
}

// keep adds the number of a feature, unless it is dropped this time.
func (t *trainer) keep(number uint32) {
	if t.random.Float64() >= dropped {
		t.numbers = append(t.numbers, number)
	}
}
