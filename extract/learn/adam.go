package learn

import (
	"math"
	"math/rand/v2"
)

// weights are numbers to be learned, with what Adam remembers of each: the
// running means of its slope and of the square of it.
type weights struct {
	value, mean, square []float32
	slope               []float32 // of the step being taken, where one a weight is kept
}

// newWeights is n random weights no further than width from 0.
func newWeights(n int, width float32, random *rand.Rand) weights {
	w := weights{value: make([]float32, n), mean: make([]float32, n), square: make([]float32, n)}
	if width > 0 {
		for i := range w.value {
			w.value[i] = (2*random.Float32() - 1) * width
		}
	}
	return w
}

// adam is the step of Kingma and Ba (2015).
type adam struct{ rate float32 }

const (
	keepMean   = 0.9
	keepSquare = 0.999
	tiny       = 1e-6
)

// newAdam is step number step, from 1, at a rate.
func newAdam(rate float32, step int) adam {
	mean := 1 - math.Pow(keepMean, float64(step))
	square := 1 - math.Pow(keepSquare, float64(step))
	return adam{rate * float32(math.Sqrt(square)/mean)}
}

// move moves the weights from number from on by their slopes, and clears
// those. Products are rounded before they are added, so that no machine fuses
// the two and learns something else.
func (a adam) move(w *weights, from int, slope []float32) {
	n := len(slope)
	value, mean, square := w.value[from:][:n], w.mean[from:][:n], w.square[from:][:n]
	for i, g := range slope {
		m := float32(keepMean*mean[i]) + float32((1-keepMean)*g)
		s := float32(keepSquare*square[i]) + float32((1-keepSquare)*float32(g*g))
		mean[i], square[i] = m, s
		value[i] -= float32(a.rate*m) / (float32(math.Sqrt(float64(s))) + tiny)
	}
	clear(slope)
}

func add(to, from []float32) {
	to = to[:len(from)]
	for i, x := range from {
		to[i] += x
	}
}

func addTimes(to, from []float32, by float32) {
	to = to[:len(from)]
	for i, x := range from {
		to[i] += float32(by * x)
	}
}
