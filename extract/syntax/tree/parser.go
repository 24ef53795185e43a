package tree

import (
	"fmt"
	"math/bits"

	"onrecord/extract/learn"
)

// A reading is one way through a sentence.
type reading struct {
	lexicon  *lexicon
	features *features
	labels   labels
	net      *learn.Net
}

// reader is the room one goroutine needs for a reading.
type reader struct {
	*reading
	state  state
	values values
	rows   []int32
	layer  *learn.Layer
	hidden []int16
	pair   int      // of outputs whose scores are known
	scores [2]int32 // of the pair
}

func (r *reading) put(f *learn.File, prefix string) {
	r.features.put(f, prefix)
	learn.Put(f, prefix+"labels", r.labels.seen)
	r.net.Put(f, prefix)
}

// getReading reads a reading under prefix.
func getReading(f *learn.File, prefix string, x *lexicon, t *templates) (r *reading, err error) {
	r = &reading{lexicon: x, labels: labels{tags: len(x.upos) + 1}}
	if r.net, err = learn.GetNet(f, prefix); err != nil {
		return nil, err
	}
	if r.features, err = getFeatures(f, prefix, x, t, r.net.Rows()); err != nil {
		return nil, err
	}
	if r.labels.seen, err = learn.Get[uint64](f, prefix+"labels"); err != nil {
		return nil, err
	}
	if r.net.Outputs != outputs(len(x.labels)) {
		return nil, fmt.Errorf("a network with %d outputs cannot choose between %d labels", r.net.Outputs, len(x.labels)-1)
	}
	return r, r.labels.check(len(x.labels))
}

func (r *reading) reader() *reader {
	return &reader{reading: r, layer: r.net.NewLayer(), hidden: make([]int16, r.net.Hidden)}
}

// parse reads a sentence greedily; the tree is in r.state.
func (r *reader) parse(of sentence, guide *gold) {
	s, v := &r.state, &r.values
	r.lexicon.read(v, of, guide)
	s.start(of.words())
	for !s.done() {
		r.rows = r.features.of(r.rows[:0], s, v, guide)
		r.layer.Reset()
		r.net.Add(r.layer, r.rows)
		r.net.Activate(r.hidden, r.layer)
		r.pair = none
		a := r.action()
		s.take(a, r.label(a), v)
	}
}

// tree is what parse found: heads and labels by word, valid until the next.
func (r *reader) tree() (head, label []int) {
	n := r.state.words + 1
	return r.state.head[:n], r.state.label[:n]
}

// score is the score of an output. The network scores two at a time, and
// outputs next to each other are mostly asked for one after the other.
func (r *reader) score(output int) int32 {
	if pair := output / 2; pair != r.pair {
		r.pair = pair
		r.scores[0], r.scores[1] = r.net.Pair(r.hidden, pair)
	}
	return r.scores[output%2]
}

// action is the open action of highest score, the first of equals.
func (r *reader) action() action {
	best, most := shift, int32(0)
	found := false
	for a := range actions {
		if r.state.can(a) {
			if score := r.score(int(a)); !found || score > most {
				best, most, found = a, score, true
			}
		}
	}
	return best
}

// label is the open label of highest score for the arc that a makes, the first
// of equals; 0 when it makes none.
func (r *reader) label(a action) int {
	if a == shift {
		return 0
	}
	head, word := r.state.arc(a)
	best, most := 0, int32(0)
	for open := r.labels.of(a, r.values.of(head), r.values.of(word)); open != 0; open &= open - 1 {
		l := bits.TrailingZeros64(open)
		if score := r.score(output(a, l, len(r.lexicon.labels))); best == 0 || score > most {
			best, most = l, score
		}
	}
	return best
}
