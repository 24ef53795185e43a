package learn

import (
	"cmp"
	"math"
	"slices"
)

// A Perceptron learns a Linear: a multi-class perceptron whose weights are
// averaged over all steps (Freund and Schapire 1999; Collins 2002).
type Perceptron struct {
	classes int
	rows    map[uint64]*row
	step    int64
}

// A row is what one feature says of the classes it was ever wrong or right on.
type row struct {
	cells   []cell
	updates int
}

type cell struct {
	class  uint8
	weight float64
	total  float64 // sum of the weight over the steps up to since
	since  int64
}

// NewPerceptron learns to tell classes apart, at most 256.
func NewPerceptron(classes int) *Perceptron {
	return &Perceptron{classes: classes, rows: map[uint64]*row{}}
}

// Scores adds the weights of features, as they are now, to scores.
func (p *Perceptron) Scores(scores []float64, features []uint64) {
	for _, f := range features {
		if r := p.rows[f]; r != nil {
			for i := range r.cells {
				scores[r.cells[i].class] += r.cells[i].weight
			}
		}
	}
}

// Step counts an example: the weights as they are enter the average once more.
func (p *Perceptron) Step() { p.step++ }

// Update adds by to the weight of class for every one of features.
func (p *Perceptron) Update(class int, features []uint64, by float64) {
	for _, f := range features {
		r := p.rows[f]
		if r == nil {
			r = &row{}
			p.rows[f] = r
		}
		r.updates++
		c := r.cell(uint8(class))
		c.total += float64(p.step-c.since) * c.weight
		c.since = p.step
		c.weight += by
	}
}

func (r *row) cell(class uint8) *cell {
	for i := range r.cells {
		if r.cells[i].class == class {
			return &r.cells[i]
		}
	}
	r.cells = append(r.cells, cell{class: class})
	return &r.cells[len(r.cells)-1]
}

// placeShift takes the place of a feature in the table from bits that its
// fingerprint does not hold.
const placeShift = 32

// Model is the averaged weights as whole numbers. Features updated less than
// least times, and weights that round to nothing, are left out. The largest
// weight becomes 32767 at most, and scale is what one unit of weight becomes
// otherwise.
func (p *Perceptron) Model(least int, scale float64) *Linear {
	l := &Linear{Classes: p.classes, shift: placeShift, begin: []uint32{0}}
	var prints []uint32
	var places []uint64
	features := make([]uint64, 0, len(p.rows))
	for f, r := range p.rows {
		if r.updates >= least {
			features = append(features, f)
		}
	}
	slices.Sort(features)
	for _, f := range features {
		before := len(l.class)
		p.rows[f].quantize(l, float64(max(1, p.step)), p.step, scale)
		if len(l.class) > before {
			l.begin = append(l.begin, uint32(len(l.class)))
			prints, places = append(prints, fingerprint(f)), append(places, f)
		}
	}
	l.index(prints, places)
	return l
}

// quantize appends the row's averages to l.
func (r *row) quantize(l *Linear, steps float64, now int64, scale float64) {
	slices.SortFunc(r.cells, func(a, b cell) int { return cmp.Compare(a.class, b.class) })
	for _, c := range r.cells {
		average := (c.total + float64(now-c.since)*c.weight) / steps
		w := math.Round(average * scale)
		if w = max(-32767, min(32767, w)); w != 0 {
			l.class = append(l.class, c.class)
			l.weight = append(l.weight, int16(w))
		}
	}
}
