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
	at     [places]int
	rows   []int32
	stack  []sum // by how deep the stack was
	buffer sum
	layer  *learn.Layer
	hidden []int16
	pair   int      // of outputs whose scores are known
	scores [2]int32 // of the pair
}

// A sum is what the words of the stack or the buffer add to the layer: without
// the words that hang on the one which may still get more, and with them.
type sum struct{ bare, whole *learn.Layer }

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
	return &reader{reading: r, layer: r.net.NewLayer(), buffer: r.sum(), hidden: make([]int16, r.net.Hidden)}
}

func (r *reading) sum() sum { return sum{r.net.NewLayer(), r.net.NewLayer()} }

// parse reads a sentence greedily; the tree is in r.state.
func (r *reader) parse(of sentence, guide *gold) {
	r.lexicon.read(&r.values, of, guide)
	r.state.start(of.words())
	for last := shift; !r.state.done(); {
		last = r.step(last, guide)
	}
}

// step takes the best action of the state to which the last one led.
func (r *reader) step(last action, guide *gold) action {
	r.features.look(&r.values, &r.state, &r.at, guide)
	r.add(last)
	r.net.Activate(r.hidden, r.layer)
	r.pair = none
	best := r.action()
	r.state.take(best, r.label(best), &r.values)
	return best
}

// add sums the layer of the state to which a led. What the stack adds is kept
// for every depth: when a word goes, what lies under it is as it was.
func (r *reader) add(a action) {
	depth := len(r.state.stack)
	for len(r.stack) <= depth {
		r.stack = append(r.stack, r.sum())
	}
	top := &r.stack[depth]
	switch a {
	case shift:
		r.fill(top, pushed)
		r.fill(&r.buffer, shifted)
	case leftArc:
		r.extend(&r.buffer, fetched)
	case rightArc:
		r.extend(top, hung)
	}
	r.layer.Sum(top.whole, r.buffer.whole)
	r.net.Add(r.layer, r.features.partOf(append(r.rows[:0], 0), stepped, &r.values, &r.at))
}

// fill sums what a part adds, and the part that follows it.
func (r *reader) fill(of *sum, c change) {
	of.bare.Reset()
	r.rows = r.features.partOf(r.rows[:0], c, &r.values, &r.at)
	r.net.Add(of.bare, r.rows)
	r.extend(of, c+1)
}

func (r *reader) extend(of *sum, c change) {
	of.whole.Set(of.bare)
	r.rows = r.features.partOf(r.rows[:0], c, &r.values, &r.at)
	r.net.Add(of.whole, r.rows)
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
