package cluster

import (
	"math"
	"slices"

	"onrecord/extract/learn"
)

// The items of a graph that stand for no word keep a class of their own:
// the edge of a sentence, and all words too rare to be sorted.
const (
	edge = iota
	rare
	fixed
)

// pair packs two items, the second following the first.
func pair(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }

// A graph is how often each item follows each other one.
type graph struct {
	after, before [][]arc // of every item
	loops         []int32 // how often an item follows itself
	count         []int32
}

type arc struct {
	item  uint32
	count int32
}

// newGraph counts pairs, which are sorted.
func newGraph(items int, pairs []uint64) *graph {
	g := &graph{
		after: make([][]arc, items), before: make([][]arc, items),
		loops: make([]int32, items), count: make([]int32, items),
	}
	for i := 0; i < len(pairs); {
		same := i
		for i < len(pairs) && pairs[i] == pairs[same] {
			i++
		}
		g.add(uint32(pairs[same]>>32), uint32(pairs[same]), int32(i-same))
	}
	return g
}

func (g *graph) add(a, b uint32, n int32) {
	g.count[b] += n
	if a == b {
		g.loops[a] += n
		return
	}
	g.after[a] = append(g.after[a], arc{b, n})
	g.before[b] = append(g.before[b], arc{a, n})
}

// shrink is the graph of g's classes.
func (g *graph) shrink(class []int, classes int) *graph {
	var all []uint64
	n := map[uint64]int32{}
	count := func(a, b int, by int32) {
		p := pair(uint32(class[a]), uint32(class[b]))
		if n[p] == 0 {
			all = append(all, p)
		}
		n[p] += by
	}
	for a := range g.after {
		for _, to := range g.after[a] {
			count(a, int(to.item), to.count)
		}
		if g.loops[a] > 0 {
			count(a, a, g.loops[a])
		}
	}
	slices.Sort(all)
	small := newGraph(fixed+classes, nil)
	for _, p := range all {
		small.add(uint32(p>>32), uint32(p), n[p])
	}
	return small
}

// An exchange sorts the items of a graph into classes so that the class of an
// item says as much as it can of the class of the next: it moves one item at a
// time to the class where the likelihood of the text under a class bigram
// model is highest (Kneser and Ney 1993; Martin, Liermann and Ney 1998).
type exchange struct {
	*graph
	n      int     // classes, with the fixed ones and the one of items not yet sorted
	class  []int   // of every item
	follow []int32 // [a*n+b]: how often class b follows class a
	turned []int32 // the same, [b*n+a]
	size   []int32 // of every class, the sum of its items' counts
	nlogn  []float64

	out, in neighbours // of the item being moved
	gain    []float64  // of moving it, by class
}

// neighbours is how often an item meets each class, on one side.
type neighbours struct {
	count []int32
	met   []int // the classes with a count
}

// classes sorts the items into fixed+k classes; those of the fixed items come
// first.
func (g *graph) classes(k, rounds int, p learn.Progress, stage string) []int {
	x := newExchange(g, fixed+k)
	for round := range rounds {
		p.Report(stage, round, rounds)
		moved := 0
		for item := fixed; item < len(g.count); item++ {
			if x.move(item) {
				moved++
			}
		}
		if moved == 0 {
			break
		}
	}
	p.Report(stage, rounds, rounds)
	return x.class
}

// newExchange begins with the first items, which are the most frequent words,
// in a class each, and all others in one that is emptied in the first round.
func newExchange(g *graph, classes int) *exchange {
	n := classes + 1
	x := &exchange{
		graph: g, n: n, class: make([]int, len(g.count)), size: make([]int32, n),
		follow: make([]int32, n*n), turned: make([]int32, n*n),
		out: neighbours{count: make([]int32, n)}, in: neighbours{count: make([]int32, n)},
		gain: make([]float64, n), nlogn: make([]float64, 1<<16),
	}
	for i := range x.nlogn {
		x.nlogn[i] = nLogN(float64(i))
	}
	for item := range x.class {
		x.class[item] = min(item, classes)
		x.size[x.class[item]] += g.count[item]
	}
	for a := range g.after {
		x.together(x.class[a], x.class[a], g.loops[a])
		for _, to := range g.after[a] {
			x.together(x.class[a], x.class[to.item], to.count)
		}
	}
	return x
}

func nLogN(n float64) float64 {
	if n == 0 {
		return 0
	}
	return n * math.Log(n)
}

func (x *exchange) f(n int32) float64 {
	if int(n) < len(x.nlogn) {
		return x.nlogn[n]
	}
	return nLogN(float64(n))
}

// together counts by more meetings of class a with class b after it.
func (x *exchange) together(a, b int, by int32) {
	x.follow[a*x.n+b] += by
	x.turned[b*x.n+a] += by
}

// move puts item into the class where it fits best, and reports whether that
// is another one.
func (x *exchange) move(item int) bool {
	x.out.gather(x.after[item], x.class)
	x.in.gather(x.before[item], x.class)
	from := x.class[item]
	x.place(item, from, -1)
	x.gains(item)
	best := from
	if from == x.n-1 {
		best = fixed
	}
	for c := fixed; c < x.n-1; c++ {
		if x.gain[c] > x.gain[best] {
			best = c
		}
	}
	x.place(item, best, 1)
	x.class[item] = best
	return best != from
}

func (n *neighbours) gather(arcs []arc, class []int) {
	for _, c := range n.met {
		n.count[c] = 0
	}
	n.met = n.met[:0]
	for _, a := range arcs {
		c := class[a.item]
		if n.count[c] == 0 {
			n.met = append(n.met, c)
		}
		n.count[c] += a.count
	}
}

// place counts item into class, or with sign -1 out of it.
func (x *exchange) place(item, class int, sign int32) {
	x.size[class] += sign * x.count[item]
	x.together(class, class, sign*x.loops[item])
	for _, c := range x.out.met {
		x.together(class, c, sign*x.out.count[c])
	}
	for _, c := range x.in.met {
		x.together(c, class, sign*x.in.count[c])
	}
}

// gains fills x.gain: by how much the log-likelihood grows when item, which is
// in no class, joins each.
func (x *exchange) gains(item int) {
	n, loop := x.count[item], x.loops[item]
	for c := range x.gain {
		both := x.follow[c*x.n+c]
		x.gain[c] = x.f(both+loop+x.out.count[c]+x.in.count[c]) - x.f(both) - 2*(x.f(x.size[c]+n)-x.f(x.size[c]))
	}
	for _, k := range x.out.met {
		x.gainBeside(k, x.out.count[k], x.turned[k*x.n:(k+1)*x.n])
	}
	for _, k := range x.in.met {
		x.gainBeside(k, x.in.count[k], x.follow[k*x.n:(k+1)*x.n])
	}
}

// gainBeside adds what by more meetings with class k are worth to every class
// but k itself; row is how often each has met k.
func (x *exchange) gainBeside(k int, by int32, row []int32) {
	own, alone := x.gain[k], x.f(by)
	for c, n := range row {
		if n == 0 {
			x.gain[c] += alone
		} else {
			x.gain[c] += x.f(n+by) - x.f(n)
		}
	}
	x.gain[k] = own
}
