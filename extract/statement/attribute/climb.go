package attribute

import (
	"math/rand/v2"

	"onrecord/extract/learn"
)

// early is a field that has learned a little from c.
func (t *trainer) early(c *learn.Chain, classes int) *field {
	t.climb(c, t.settings.early, 0)
	return t.pack(c.Rows(0, 0), sumSteps(nil, c.Steps()), classes, 1)
}

// kept is a field with the most features that weigh most after a first look.
func (t *trainer) kept(build func(fold int, only selection) *learn.Chain, classes, most int) *field {
	c := build(-1, nil)
	t.climb(c, t.settings.early, 0)
	only := heaviest(c.Rows(0, 0), most)
	var rows []learn.Row
	var steps []float64
	for run := range t.runs {
		c = build(-1, only)
		t.climb(c, t.epochs, run)
		rows, steps = sum(rows, c.Rows(0, 0)), sumSteps(steps, c.Steps())
	}
	return t.pack(rows, steps, classes, t.runs)
}

// sum adds b to a, rows of the same features in the same order; a may be nil.
func sum(a, b []learn.Row) []learn.Row {
	for i := range a {
		for y, w := range b[i].Weights {
			a[i].Weights[y] += w
		}
	}
	if a == nil {
		return b
	}
	return a
}

func sumSteps(a []float64, b []float32) []float64 {
	if a == nil {
		a = make([]float64, len(b))
	}
	for i, w := range b {
		a[i] += float64(w)
	}
	return a
}

func (t *trainer) climb(c *learn.Chain, epochs, run int) {
	c.Prune(t.least)
	random := rand.New(rand.NewPCG(t.seed, uint64(run)))
	for e := range epochs {
		c.Epoch(random, t.rate, t.drop)
		t.report.Report("attributions", e+1, epochs)
	}
}

// unit is what one unit of a kept weight is worth.
const unit = 1.0 / 24

// pack is the mean of so many runs in whole numbers. As many features as were
// left out while learning now weigh in, so each weighs less.
func (t *trainer) pack(rows []learn.Row, steps []float64, classes, runs int) *field {
	f := &field{rows: learn.NewSparse(rows, unit*float64(runs)/(1-t.drop))}
	for _, w := range steps {
		f.steps = append(f.steps, int32(w/(unit*float64(runs))))
	}
	return f
}
