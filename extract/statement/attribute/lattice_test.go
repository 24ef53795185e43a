package attribute

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDecode holds the best path, its margins and its gain to what trying all
// paths gives.
func TestDecode(t *testing.T) {
	const n, labels = 5, 3
	random := rand.New(rand.NewPCG(1, 1))
	after := func(before, next int) bool { return before != 1 || next != 0 } // 1 is never the last, 2 closes it
	for range 50 {
		step := make([]int32, labels*labels)
		for i := range step {
			step[i] = random.Int32N(41) - 20
		}
		l := newLattice(labels, after, step)
		l.start(n)
		for i := range l.scores {
			l.scores[i] = random.Int32N(101) - 50
		}
		path := slices.Clone(l.decode())
		l.backward()
		top, without, with := trials(l, n)
		if got := l.scoreOf(path); got != top {
			t.Fatalf("decode = %v of score %d, want score %d", path, got, top)
		}
		if got, want := l.gain(), top-l.scoreOf(make([]label, n)); got != want {
			t.Fatalf("gain = %d, want %d", got, want)
		}
		for i, y := range path {
			if got, want := l.margin(i, int(y)), top-without[i][y]; got != want {
				t.Fatalf("margin(%d, %d) = %d, want %d", i, y, got, want)
			}
		}
		if through := l.decodeThrough(2); !slices.Contains(through, 2) || l.scoreOf(through) != with[2] {
			t.Fatalf("decodeThrough(2) = %v of score %d, want score %d", through, l.scoreOf(through), with[2])
		}
	}
}

// trials is the best score of all paths, of those without a label at a place,
// and of those with a label anywhere.
func trials(l *lattice, n int) (top int32, without [][]int32, through []int32) {
	top = unlikely
	without = make([][]int32, n)
	for i := range without {
		without[i] = slices.Repeat([]int32{unlikely}, l.labels)
	}
	through = slices.Repeat([]int32{unlikely}, l.labels)
	path := make([]label, n)
	var try func(i int)
	try = func(i int) {
		if i < n {
			for y := range l.labels {
				path[i] = label(y)
				try(i + 1)
			}
			return
		}
		s := l.scoreOf(path)
		top = max(top, s)
		for k, y := range path {
			through[y] = max(through[y], s)
			for other := range l.labels {
				if other != int(y) {
					without[k][other] = max(without[k][other], s)
				}
			}
		}
	}
	try(0)
	return top, without, through
}

// scoreOf is the score of a path, unlikely for one that may not be.
func (l *lattice) scoreOf(path []label) int32 {
	s, before := int32(0), 0
	for i, y := range path {
		if !slices.Contains(l.before[y], before) {
			return unlikely
		}
		if i > 0 {
			s += l.step[before*l.labels+int(y)]
		}
		s += l.scores[i*l.labels+int(y)]
		before = int(y)
	}
	if !slices.Contains(l.before[0], before) {
		return unlikely
	}
	return s
}
