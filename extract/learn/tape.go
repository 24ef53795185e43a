package learn

import (
	"math"
	"math/rand/v2"
)

// A Tape holds examples run through a network as it stands, and the slope of
// the loss that is to be learned from them.
type Tape struct {
	t      *Trainer
	drop   float32
	random *rand.Rand
	rows   []int32
	rowEnd []int // by example
	layers []float32
	slope  []float32 // at the layers
	deltas []delta
	outEnd []int // by example
}

// A delta is the slope at an output.
type delta struct {
	output int
	by     float32
}

// NewTape is an empty tape for t. Of the units of a layer the share drop is
// left out of every example by chance (Srivastava et al. 2014).
func (t *Trainer) NewTape(drop float32) *Tape { return &Tape{t: t, drop: drop} }

// Reset empties the tape; random says which units are dropped from here on.
func (tape *Tape) Reset(random *rand.Rand) {
	tape.rows, tape.rowEnd = tape.rows[:0], tape.rowEnd[:0]
	tape.layers, tape.slope = tape.layers[:0], tape.slope[:0]
	tape.deltas, tape.outEnd = tape.deltas[:0], tape.outEnd[:0]
	tape.random = random
}

// Forward runs an example with the given rows, row 0 among them, and keeps it
// as the last one of the tape.
func (tape *Tape) Forward(rows []int32) {
	tape.rows = append(tape.rows, rows...)
	tape.rowEnd = append(tape.rowEnd, len(tape.rows))
	tape.outEnd = append(tape.outEnd, len(tape.deltas))
	tape.layers = grow(tape.layers, tape.t.hidden)
	tape.slope = grow(tape.slope, tape.t.hidden)
	layer := tape.last(tape.layers)
	tape.t.sum(layer, rows)
	tape.activate(layer)
}

// grow appends n zeros.
func grow(list []float32, n int) []float32 {
	at := len(list)
	if at+n > cap(list) {
		list = append(make([]float32, 0, 2*(at+n)), list...)
	}
	list = list[:at+n]
	clear(list[at:])
	return list
}

// last is the part of list that belongs to the last example.
func (tape *Tape) last(list []float32) []float32 { return list[len(list)-tape.t.hidden:] }

func (t *Trainer) sum(layer []float32, rows []int32) {
	n := len(layer)
	for ; len(rows) >= 4; rows = rows[4:] {
		a := t.rows.value[int(rows[0])*n:][:n]
		b := t.rows.value[int(rows[1])*n:][:n]
		c := t.rows.value[int(rows[2])*n:][:n]
		d := t.rows.value[int(rows[3])*n:][:n]
		for i := range layer {
			layer[i] += (a[i] + b[i]) + (c[i] + d[i])
		}
	}
	for _, row := range rows {
		add(layer, t.rows.value[int(row)*n:][:n])
	}
}

// top is the highest activation.
const top = float32(clip) / rowOne

// activate clips the layer as a Net does and drops units, raising the others.
func (tape *Tape) activate(layer []float32) {
	keep := uint64((1 - tape.drop) * (1 << 16))
	var chance uint64
	for i, x := range layer {
		if i%4 == 0 && tape.drop > 0 {
			chance = tape.random.Uint64()
		}
		if chance&0xFFFF < keep {
			layer[i] = min(max(x, 0), top) * tape.raise()
		} else {
			layer[i] = 0
		}
		chance >>= 16
	}
}

// raise is what the units that are not dropped are multiplied by.
func (tape *Tape) raise() float32 { return 1 / (1 - tape.drop) }

// Score is the score of an output in the last example, as a natural logarithm.
func (tape *Tape) Score(output int) float32 {
	layer := tape.last(tape.layers)
	weights := tape.t.out.value[output*len(layer):][:len(layer)]
	var a, b, c, d float32
	for len(weights) >= 4 && len(layer) >= 4 {
		a += float32(weights[0] * layer[0])
		b += float32(weights[1] * layer[1])
		c += float32(weights[2] * layer[2])
		d += float32(weights[3] * layer[3])
		weights, layer = weights[4:], layer[4:]
	}
	return tape.t.bias.value[output] + ((a + b) + (c + d))
}

// Shares is the softmax of the scores of outputs in the last example.
func (tape *Tape) Shares(outputs []int) []float32 {
	shares := make([]float32, len(outputs))
	most := float32(math.Inf(-1))
	for i, o := range outputs {
		shares[i] = tape.Score(o)
		most = max(most, shares[i])
	}
	var total float32
	for i, s := range shares {
		shares[i] = float32(math.Exp(float64(s - most)))
		total += shares[i]
	}
	for i := range shares {
		shares[i] /= total
	}
	return shares
}

// Slope says that the loss of the last example rises by by when the score of
// an output rises by one.
func (tape *Tape) Slope(output int, by float32) {
	if by < 1e-4 && by > -1e-4 {
		return
	}
	tape.deltas = append(tape.deltas, delta{output, by})
	tape.outEnd[len(tape.outEnd)-1] = len(tape.deltas)
	slope := tape.last(tape.slope)
	addTimes(slope, tape.t.out.value[output*len(slope):][:len(slope)], by)
}

// stop ends the slopes at units that were clipped or dropped.
func (tape *Tape) stop() {
	raise := tape.raise()
	most := top * raise
	slope := tape.slope[:len(tape.layers)]
	for i, x := range tape.layers {
		if x <= 0 || x >= most {
			slope[i] = 0
		} else {
			slope[i] *= raise
		}
	}
}
