package learn

import "math"

// A Logistic learns a Decision by logistic regression, one example after the
// other, each weight at its own rate (AdaGrad, Duchi et al. 2011). The weights
// are averaged over the examples since Average.
type Logistic struct {
	rate float64
	rows []logisticRow
	step float64 // examples since averaging began; 0 before
}

type logisticRow struct {
	weight, squares float64
	total, since    float64 // of the average: sum of the weight over the steps up to since
}

// NewLogistic has a table of size places and learns at a rate: 0.05 is slow and
// leaves rare features small, 0.2 quick.
func NewLogistic(size int, rate float64) *Logistic {
	return &Logistic{rate: rate, rows: make([]logisticRow, size)}
}

// Average begins the average anew: it is taken over what is learned from here.
func (l *Logistic) Average() {
	l.step = 1
	for i := range l.rows {
		l.rows[i].total, l.rows[i].since = 0, 1
	}
}

// Learn takes one example, which counts as weight examples.
func (l *Logistic) Learn(features []uint64, yes bool, weight float64) {
	sum := 0.0
	for _, f := range features {
		sum += l.rows[place(f, len(l.rows))].weight
	}
	slope := 1 / (1 + math.Exp(-sum))
	if yes {
		slope--
	}
	if l.step > 0 {
		l.step++
	}
	if slope *= weight; math.Abs(slope) < settled {
		return
	}
	for _, f := range features {
		l.rows[place(f, len(l.rows))].learn(slope, l.rate, l.step)
	}
}

// settled is the slope below which an example has nothing left to teach.
const settled = 1e-4

func (r *logisticRow) learn(slope, rate, step float64) {
	r.total += (step - r.since) * r.weight
	r.since = step
	r.squares += slope * slope
	r.weight -= rate * slope / (math.Sqrt(r.squares) + 1e-3)
}

// Decision is the averaged weights as whole numbers; a weight beyond what a
// byte holds is cut.
func (l *Logistic) Decision() *Decision {
	d := &Decision{make([]int8, len(l.rows))}
	for i, r := range l.rows {
		w := r.weight
		if l.step > 1 {
			w = (r.total + (l.step-r.since)*r.weight) / (l.step - 1)
		}
		d.weight[i] = int8(max(-127, min(127, math.Round(w*decisionUnit))))
	}
	return d
}
