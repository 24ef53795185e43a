package learn

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A Chain learns a linear-chain conditional random field (Lafferty, McCallum
// and Pereira 2001): the classes of a sequence's places by their features and
// by the class before. It climbs the likelihood one sequence at a time, every
// weight by steps of its own (AdaGrad; Duchi, Hazan and Singer 2011), and
// leaves features out at random, so that no few of them are relied on. Class 0
// may begin a sequence and end it, as may whatever can stand beside it.
type Chain struct {
	classes   int
	before    [][]int // per class, those it may follow
	ids       map[uint64]int32
	counts    []int32  // by number, places
	features  []uint64 // by number
	sequences [][]Place
	weights   adaptive // by feature and class
	steps     adaptive // by class before and class
}

// A Place is the features of one member of a sequence, as Intern numbers them,
// and its right class. A place without features is of class 0, and nothing is
// learned from it.
type Place struct {
	Features []int32
	Gold     int
}

// NewChain learns to tell classes apart, of which next may follow before only
// where follows says so.
func NewChain(classes int, follows func(before, next int) bool) *Chain {
	c := &Chain{classes: classes, ids: map[uint64]int32{}, before: make([][]int, classes)}
	for next := range classes {
		for before := range classes {
			if follows(before, next) {
				c.before[next] = append(c.before[next], before)
			}
		}
	}
	return c
}

// Intern is the numbers of the features, each of which is counted.
func (c *Chain) Intern(features []uint64) []int32 {
	ids := make([]int32, len(features))
	for i, f := range features {
		id, known := c.ids[f]
		if !known {
			id = int32(len(c.counts))
			c.ids[f] = id
			c.counts, c.features = append(c.counts, 0), append(c.features, f)
		}
		c.counts[id]++
		ids[i] = id
	}
	return ids
}

// Add takes in an example. The chain keeps places.
func (c *Chain) Add(places []Place) { c.sequences = append(c.sequences, places) }

// Prune forgets the features that were counted fewer than least times. It comes
// after the last example and before the first epoch.
func (c *Chain) Prune(least int) {
	kept := make([]int32, len(c.counts))
	features, counts := c.features[:0], c.counts[:0]
	for id, n := range c.counts {
		kept[id] = -1
		if int(n) >= least {
			kept[id] = int32(len(features))
			features, counts = append(features, c.features[id]), append(counts, n)
		}
	}
	c.features, c.ids, c.counts = features, nil, counts
	for _, places := range c.sequences {
		for i := range places {
			ids := places[i].Features
			for k, id := range ids {
				ids[k] = kept[id]
			}
			places[i].Features = slices.DeleteFunc(ids, func(id int32) bool { return id < 0 })
		}
	}
	c.weights, c.steps = newAdaptive(len(features)*c.classes), newAdaptive(c.classes*c.classes)
}

// Epoch learns from every example once, in an order that random gives. Rate is
// the first step of a weight, drop the share of features left out at a time.
func (c *Chain) Epoch(random *rand.Rand, rate, drop float64) {
	t := &trellis{chain: c, random: random, drop: uint32(drop * math.MaxUint32)}
	t.stepped = make([]float64, c.classes*c.classes)
	t.slope = make([]float64, c.classes)
	for _, n := range random.Perm(len(c.sequences)) {
		t.learn(c.sequences[n], rate)
	}
}

// Rows is what was learned of each feature. What a weight does is taken to be
// its size times the fourth root of the places of its feature: a small one that
// stands often does as much as a large one that stands seldom. A weight that
// does less than slight is nothing, and a feature of which the weights together
// do less than least is left out.
func (c *Chain) Rows(slight, least float64) []Row {
	var rows []Row
	for id, f := range c.features {
		row, sum := Row{f, make([]float64, c.classes)}, 0.0
		often := math.Sqrt(math.Sqrt(float64(c.counts[id])))
		for y, w := range c.weights.value[id*c.classes : (id+1)*c.classes] {
			w := float64(w)
			if does := math.Abs(w) * often; does >= slight {
				row.Weights[y] = w
				sum += does
			}
		}
		if sum >= least {
			rows = append(rows, row)
		}
	}
	return rows
}

// Steps is the weight of every class after every class, that before first.
func (c *Chain) Steps() []float32 { return c.steps.value }

// An adaptive list of weights has for each the sum of its squared slopes, by
// which its steps grow shorter.
type adaptive struct{ value, squares []float32 }

func newAdaptive(n int) adaptive { return adaptive{make([]float32, n), make([]float32, n)} }

// climb moves weight i up the slope.
func (a adaptive) climb(i int, slope, rate float64) {
	a.squares[i] += float32(slope * slope)
	a.value[i] += float32(rate * slope / math.Sqrt(float64(a.squares[i])))
}
