package learn

import (
	"math"
	"math/rand/v2"
)

// A trellis is the room in which a Chain sums over the classes of a sequence.
// Lists by place and class lie place by place.
type trellis struct {
	chain    *Chain
	random   *rand.Rand
	drop     uint32
	kept     [][]int32 // the features seen this time
	score    []float64 // by place and class: exponentials
	forward  []float64
	backward []float64 // times forward: the probability
	scale    []float64 // by place
	stepped  []float64 // by class before and class: exponentials
	slope    []float64 // by class
}

// faint is the least error of a probability from which is learned.
const faint = 0.004

// learn climbs the likelihood of one sequence.
func (t *trellis) learn(places []Place, rate float64) {
	t.resize(len(places))
	t.thin(places)
	for i := range places {
		t.weigh(t.row(t.score, i), t.kept[i])
	}
	for i, w := range t.chain.steps.value {
		t.stepped[i] = math.Exp(float64(w))
	}
	t.goForward(len(places))
	t.goBackward(len(places))
	for i := range places {
		if len(t.kept[i]) > 0 && t.wrong(i, places[i].Gold) {
			t.update(t.kept[i], rate)
			if i > 0 {
				t.updateSteps(i, places[i-1].Gold, places[i].Gold, rate)
			}
		}
	}
}

func (t *trellis) resize(places int) {
	if n := places * t.chain.classes; len(t.score) < n {
		t.score, t.forward, t.backward = make([]float64, n), make([]float64, n), make([]float64, n)
	}
	for len(t.scale) < places {
		t.scale, t.kept = append(t.scale, 0), append(t.kept, nil)
	}
}

func (t *trellis) row(list []float64, place int) []float64 {
	return list[place*t.chain.classes : (place+1)*t.chain.classes]
}

// thin keeps a random part of the features of each place; all, where none were.
func (t *trellis) thin(places []Place) {
	for i, p := range places {
		kept := t.kept[i][:0]
		for _, f := range p.Features {
			if t.random.Uint32() >= t.drop {
				kept = append(kept, f)
			}
		}
		if len(kept) == 0 {
			kept = append(kept, p.Features...)
		}
		t.kept[i] = kept
	}
}

// weigh fills row with the exponentials of the scores of a place, the highest
// as 1.
func (t *trellis) weigh(row []float64, features []int32) {
	clear(row)
	if len(features) == 0 {
		row[0] = 1
		return
	}
	k := t.chain.classes
	for _, id := range features {
		for y, w := range t.chain.weights.value[int(id)*k : (int(id)+1)*k] {
			row[y] += float64(w)
		}
	}
	top := row[0]
	for _, v := range row {
		top = max(top, v)
	}
	for y, v := range row {
		row[y] = math.Exp(v - top)
	}
}

// goForward sums over the paths up to each place and class, of which the sum
// at a place is scaled to 1.
func (t *trellis) goForward(n int) {
	k := t.chain.classes
	for i := range n {
		score, forward := t.row(t.score, i), t.row(t.forward, i)
		sum := 0.0
		for y, before := range t.chain.before {
			into := 0.0
			for _, b := range before {
				switch {
				case i > 0:
					into += t.row(t.forward, i-1)[b] * t.stepped[b*k+y]
				case b == 0:
					into = 1
				}
			}
			forward[y] = into * score[y]
			sum += forward[y]
		}
		t.scale[i] = 1 / sum
		for y := range forward {
			forward[y] *= t.scale[i]
		}
	}
}

// goBackward sums over the paths from each place and class on.
func (t *trellis) goBackward(n int) {
	k := t.chain.classes
	end := t.row(t.backward, n-1)
	clear(end)
	total := 0.0
	for _, y := range t.chain.before[0] {
		total += t.row(t.forward, n-1)[y]
	}
	for _, y := range t.chain.before[0] {
		end[y] = 1 / total
	}
	for i := n - 1; i > 0; i-- {
		row, next, score := t.row(t.backward, i-1), t.row(t.backward, i), t.row(t.score, i)
		clear(row)
		for y, before := range t.chain.before {
			v := next[y] * score[y] * t.scale[i]
			for _, b := range before {
				row[b] += v * t.stepped[b*k+y]
			}
		}
	}
}

// wrong fills slope with the error of the probabilities at place i, and reports
// whether there is one to learn from.
func (t *trellis) wrong(i, gold int) bool {
	forward, backward := t.row(t.forward, i), t.row(t.backward, i)
	found := false
	for y := range t.slope {
		t.slope[y] = errorOf(forward[y]*backward[y], y == gold)
		found = found || t.slope[y] != 0
	}
	return found
}

// errorOf is what is missing from the probability of what is right or not, 0
// where that is faint.
func errorOf(probability float64, right bool) float64 {
	missing := -probability
	if right {
		missing++
	}
	if math.Abs(missing) < faint {
		return 0
	}
	return missing
}

func (t *trellis) update(features []int32, rate float64) {
	k := t.chain.classes
	for y, slope := range t.slope {
		if slope == 0 {
			continue
		}
		for _, id := range features {
			t.chain.weights.climb(int(id)*k+y, slope, rate)
		}
	}
}

// updateSteps learns from the classes side by side at places i-1 and i.
func (t *trellis) updateSteps(i, goldBefore, gold int, rate float64) {
	k := t.chain.classes
	past, next, score := t.row(t.forward, i-1), t.row(t.backward, i), t.row(t.score, i)
	for y, before := range t.chain.before {
		v := next[y] * score[y] * t.scale[i]
		for _, b := range before {
			slope := errorOf(v*past[b]*t.stepped[b*k+y], b == goldBefore && y == gold)
			if slope != 0 {
				t.chain.steps.climb(b*k+y, slope, rate)
			}
		}
	}
}
