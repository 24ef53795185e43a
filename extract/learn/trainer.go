package learn

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// A Trainer learns a Net in floating point. Examples are run forward and back
// on Tapes, any number at once; Learn then takes one step by all of them. What
// the weights become depends on the tapes and their order alone, not on how
// many goroutines share the work.
type Trainer struct {
	hidden, outputs int
	rows            weights // hidden a row
	out             weights // hidden an output
	bias            weights // one an output

	step    int
	slots   []int32     // by row: 1 + where in touched it stands in this step
	touched []int32     // rows of the examples of this step
	slopes  [][]float32 // at the layer, by example
	users   []int32     // examples that have a row, row by row as in touched
	begin   []int32     // where the users of a row begin, then where they end
}

// Rates say how far a step of learning goes: for the rows, and for the outputs
// and their bias.
type Rates struct{ Rows, Outputs float32 }

// NewTrainer is a network with small random weights.
func NewTrainer(rows, hidden, outputs int, random *rand.Rand) *Trainer {
	t := &Trainer{
		hidden: hidden, outputs: outputs,
		rows:  newWeights(rows*hidden, 0.05, random),
		out:   newWeights(outputs*hidden, 0.1, random),
		bias:  newWeights(outputs, 0, random),
		slots: make([]int32, rows),
	}
	t.out.slope = make([]float32, outputs*hidden)
	t.bias.slope = make([]float32, outputs)
	for i := range hidden {
		t.rows.value[i] = 0.2 // row 0 is the bias of the layer
	}
	return t
}

// Learn takes a step by the examples of tapes. The work is shared between
// workers goroutines by units of the layer.
func (t *Trainer) Learn(tapes []*Tape, rates Rates, workers int) {
	t.step++
	t.touch(tapes)
	rows, outputs := newAdam(rates.Rows, t.step), newAdam(rates.Outputs, t.step)
	t.slopeBias(tapes)
	outputs.move(&t.bias, 0, t.bias.slope)
	var all sync.WaitGroup
	for w := range workers {
		from, to := w*t.hidden/workers, (w+1)*t.hidden/workers
		all.Go(func() {
			t.learnRows(rows, from, to)
			t.learnOutputs(tapes, outputs, from, to)
		})
	}
	all.Wait()
}

// touch finds the rows of the examples, and for each the examples that have
// it.
func (t *Trainer) touch(tapes []*Tape) {
	for _, row := range t.touched {
		t.slots[row] = 0
	}
	t.touched, t.begin = t.touched[:0], append(t.begin[:0], 0)
	for _, tape := range tapes {
		tape.stop()
		for _, row := range tape.rows {
			if t.slots[row] == 0 {
				t.touched, t.begin = append(t.touched, row), append(t.begin, 0)
				t.slots[row] = int32(len(t.touched))
			}
			t.begin[t.slots[row]]++
		}
	}
	for slot := range t.touched {
		t.begin[slot+1] += t.begin[slot]
	}
	t.listUsers(tapes)
}

// listUsers writes the examples of every row where begin says, and moves begin
// to where they end.
func (t *Trainer) listUsers(tapes []*Tape) {
	n := int(t.begin[len(t.touched)])
	t.users = slices.Grow(t.users[:0], n)[:n]
	t.slopes = t.slopes[:0]
	for _, tape := range tapes {
		from := 0
		for example, to := range tape.rowEnd {
			for _, row := range tape.rows[from:to] {
				at := &t.begin[t.slots[row]-1]
				t.users[*at] = int32(len(t.slopes))
				*at++
			}
			t.slopes = append(t.slopes, tape.slope[example*t.hidden:][:t.hidden])
			from = to
		}
	}
}

// learnRows moves the units [lo, hi) of the rows touched. Rows that are in no
// example stay, and what they remember of older slopes with them.
func (t *Trainer) learnRows(by adam, lo, hi int) {
	slope := make([]float32, hi-lo)
	from := int32(0)
	for slot, row := range t.touched {
		to := t.begin[slot]
		t.addSlopes(slope, t.users[from:to], lo, hi)
		by.move(&t.rows, int(row)*t.hidden+lo, slope)
		from = to
	}
}

// addSlopes adds the slopes of examples at the units [lo, hi), in order.
func (t *Trainer) addSlopes(sum []float32, examples []int32, lo, hi int) {
	for ; len(examples) >= 4; examples = examples[4:] {
		a, b := t.slopes[examples[0]][lo:hi], t.slopes[examples[1]][lo:hi]
		c, d := t.slopes[examples[2]][lo:hi], t.slopes[examples[3]][lo:hi]
		a, b, c, d = a[:len(sum)], b[:len(sum)], c[:len(sum)], d[:len(sum)]
		for i, s := range sum {
			s += a[i]
			s += b[i]
			s += c[i]
			s += d[i]
			sum[i] = s
		}
	}
	for _, example := range examples {
		add(sum, t.slopes[example][lo:hi])
	}
}

// learnOutputs moves the weights from the units [lo, hi) to the outputs.
func (t *Trainer) learnOutputs(tapes []*Tape, by adam, lo, hi int) {
	for _, tape := range tapes {
		from := 0
		for example, to := range tape.outEnd {
			layer := tape.layers[example*t.hidden:][lo:hi]
			for _, d := range tape.deltas[from:to] {
				addTimes(t.out.slope[d.output*t.hidden:][lo:hi], layer, d.by)
			}
			from = to
		}
	}
	for o := range t.outputs {
		by.move(&t.out, o*t.hidden+lo, t.out.slope[o*t.hidden:][lo:hi])
	}
}

func (t *Trainer) slopeBias(tapes []*Tape) {
	for _, tape := range tapes {
		for _, d := range tape.deltas {
			t.bias.slope[d.output] += d.by
		}
	}
}

// Net is the network in whole numbers.
func (t *Trainer) Net() *Net {
	n := &Net{Hidden: t.hidden, Outputs: t.outputs}
	n.rows = make([]uint64, len(t.rows.value)/8)
	for i, w := range t.rows.value {
		unit := i % t.hidden
		at := i - unit + byteOf(unit)
		n.rows[at/8] |= uint64(rounded(w*rowOne, -rowZero, rowZero-1)+rowZero) << (8 * (at % 8))
	}
	for _, w := range t.out.value {
		n.weights = append(n.weights, int16(rounded(w*outOne, math.MinInt16, math.MaxInt16)))
	}
	for _, b := range t.bias.value {
		n.bias = append(n.bias, int32(rounded(b*rowOne*outOne, -1<<30, 1<<30)))
	}
	n.pack()
	return n
}

func rounded(x, low, high float32) int64 {
	return int64(math.Round(float64(min(max(x, low), high))))
}

// byteOf is the byte of a row for a unit: Activate reads the even bytes of
// eight before the odd ones.
func byteOf(unit int) int { return unit&^7 + unit&3*2 + unit&7>>2 }
