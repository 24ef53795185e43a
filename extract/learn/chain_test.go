package learn

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// Sequences in which a bracket opens, goes on and closes: class 1 may not end a
// sequence, and 2 follows nothing but 1. What a place shows does not tell the
// last two apart from 0; where they stand does.
const (
	plainClass = iota
	openClass
	closeClass
	bracketClasses
)

func bracketFollows(before, next int) bool {
	return (before == openClass) == (next == closeClass)
}

func bracketSequence(random *rand.Rand) (gold []int, features [][]uint64) {
	for len(gold) < 6 {
		if random.IntN(2) == 0 {
			gold, features = append(gold, plainClass), append(features, []uint64{Mix(1, 0), Mix(3, uint64(random.IntN(50)))})
			continue
		}
		gold = append(gold, openClass, closeClass)
		features = append(features, []uint64{Mix(1, 1), Mix(3, uint64(random.IntN(50)))}, []uint64{Mix(1, 0), Mix(3, uint64(random.IntN(50)))})
	}
	return gold, features
}

func bracketChain() (*Sparse, []float32) {
	c := NewChain(bracketClasses, bracketFollows)
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		gold, features := bracketSequence(random)
		var places []Place
		for i := range gold {
			places = append(places, Place{c.Intern(features[i]), gold[i]})
		}
		c.Add(places)
	}
	c.Prune(2)
	for range 5 {
		c.Epoch(random, 0.1, 0.2)
	}
	return NewSparse(c.Rows(0.01, 0.05), 1.0/64), c.Steps()
}

// greedy is the best class at each place that may follow the one before.
func greedy(s *Sparse, features [][]uint64) []int {
	var path []int
	for _, list := range features {
		var scores [256]int32
		s.Add(scores[:], list)
		top := -1
		for y := range bracketClasses {
			if len(path) == 0 && y != closeClass || len(path) > 0 && bracketFollows(path[len(path)-1], y) {
				if top < 0 || scores[y] > scores[top] {
					top = y
				}
			}
		}
		path = append(path, top)
	}
	return path
}

func TestChain(t *testing.T) {
	model, steps := bracketChain()
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		gold, features := bracketSequence(random)
		if got := greedy(model, features); !slices.Equal(got, gold) {
			t.Fatalf("classes %v, want %v", got, gold)
		}
	}
	if w := steps[openClass*bracketClasses+plainClass]; w != 0 {
		t.Errorf("the weight of a class after one it may not follow = %v, want 0", w)
	}
}

func TestChainLearnsTheSame(t *testing.T) {
	a, steps := bracketChain()
	b, again := bracketChain()
	if fmt.Sprint(a) != fmt.Sprint(b) || !slices.Equal(steps, again) {
		t.Error("learning twice gives other weights")
	}
}
