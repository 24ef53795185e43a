package spot

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDecode holds the best path, and how much better it is at each word than
// any other, to be what trying all paths gives.
func TestDecode(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		var steps [labels]weights
		for x := range steps {
			for y := range steps[x] {
				steps[x][y] = random.Int32N(200) - 100
			}
		}
		scores := make([]weights, 1+n%3)
		for i := range scores {
			for y := range scores[i] {
				scores[i][y] = random.Int32N(400) - 200
			}
		}
		begins, ends := n%2 == 0, n%5 == 0
		l := lattice{steps: &steps}
		path, sure := make([]label, len(scores)), make([]int32, len(scores))
		l.decode(path, scores, begins, ends)
		l.margins(sure, path, scores, ends)
		want, margins := l.exhaust(scores, begins, ends)
		if !slices.Equal(path, want) || !slices.Equal(sure, margins) {
			t.Fatalf("decode = %v, surer by %v, want %v by %v", path, sure, want, margins)
		}
	}
}

// exhaust is the best of all paths, and by how much at each word.
func (l *lattice) exhaust(scores []weights, begins, ends bool) (best []label, sure []int32) {
	top := unlikely
	most := make([]weights, len(scores)) // of the paths through each label
	for i := range most {
		for y := range most[i] {
			most[i][y] = unlikely
		}
	}
	path := make([]label, len(scores))
	var try func(i int, sum int32)
	try = func(i int, sum int32) {
		if i == len(scores) {
			if !path[i-1].closes() {
				return
			}
			sum += l.edge(path[i-1], outside, ends)
			if sum > top {
				top, best = sum, slices.Clone(path)
			}
			for j, y := range path {
				most[j][y] = max(most[j][y], sum)
			}
			return
		}
		for y := range label(labels) {
			step := int32(0)
			switch {
			case i > 0 && !y.follows(path[i-1]), i == 0 && !y.opens():
				continue
			case i > 0:
				step = l.steps[path[i-1]][y]
			default:
				step = l.edge(outside, y, begins)
			}
			path[i] = y
			try(i+1, sum+step+scores[i][y])
		}
	}
	try(0, 0)
	for i := range scores {
		other := unlikely
		for y := range label(labels) {
			if y != best[i] {
				other = max(other, most[i][y])
			}
		}
		sure = append(sure, top-other)
	}
	return best, sure
}
