package tree

import (
	"math/rand/v2"
	"runtime"
	"sync"

	"onrecord/extract/learn"
)

// trainer is a training under way.
type trainer struct {
	settings
	seed     uint64
	examples []*example
	lexicon  *lexicon
	features *features
	labels   labels
	seen     []int // how often each form of the lexicon was
	net      *learn.Trainer
}

func newTrainer(x *lexicon, examples []*example, seed uint64, c settings) *trainer {
	t := &trainer{settings: c, seed: seed, examples: examples, lexicon: x}
	f, rows := newFeatures(x, c.templates, examples, c.least)
	t.features = f
	t.labels = newLabels(x, examples)
	t.seen = make([]int, x.forms.Len()+1)
	for _, e := range examples {
		for i := e.first; i < e.last; i++ {
			t.seen[x.forms.Of(fold(e.text.Word(i)))]++
		}
	}
	t.net = learn.NewTrainer(rows, c.hidden, outputs(len(x.labels)), rand.New(rand.NewPCG(seed, 0)))
	return t
}

// reading is the model as it stands.
func (t *trainer) reading() *reading {
	return &reading{lexicon: t.lexicon, features: t.features, labels: t.labels, net: t.net.Net()}
}

// epoch goes through the examples once. The rate of learning falls to nothing
// over all epochs.
func (t *trainer) epoch(epoch int, p learn.Progress) {
	order := rand.New(rand.NewPCG(t.seed, uint64(epoch)+1)).Perm(len(t.examples))
	pupils := make([]*pupil, t.batch)
	tapes := make([]*learn.Tape, t.batch)
	for i := range pupils {
		tapes[i] = t.net.NewTape(t.drop)
		pupils[i] = &pupil{trainer: t, tape: tapes[i]}
	}
	for from := 0; from < len(order); from += t.batch {
		part := order[from:min(from+t.batch, len(order))]
		each(len(part), func(i int) {
			random := rand.New(rand.NewPCG(t.seed, uint64(epoch+1)<<32+uint64(part[i])))
			pupils[i].read(t.examples[part[i]], random, epoch > 0)
		})
		left := 1 - (float64(epoch)+float64(from)/float64(len(order)))/float64(t.epochs)
		rates := learn.Rates{Rows: t.rates.Rows * float32(left), Outputs: t.rates.Outputs * float32(left)}
		t.net.Learn(tapes[:len(part)], rates, runtime.GOMAXPROCS(0))
		p.Report(t.name, epoch*len(order)+from+len(part), t.epochs*len(order))
	}
}

// each does the numbers below n on as many goroutines as there are processors.
func each(n int, do func(i int)) {
	next := make(chan int)
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	all.Wait()
}
