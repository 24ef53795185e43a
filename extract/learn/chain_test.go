package learn

import (
	"bytes"
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

func bracketChain() (*Rows, []float32) {
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
	return NewRows(bracketClasses, c.Rows(0.01, 0.05), 1.0/64), c.Steps()
}

// greedy is the best class at each place that may follow the one before.
func greedy(r *Rows, features [][]uint64) []int {
	var path []int
	for _, list := range features {
		scores := make([]int32, bracketClasses)
		for _, f := range list {
			r.Add(scores, f)
		}
		top := -1
		for y := range scores {
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
	rows, steps := bracketChain()
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		gold, features := bracketSequence(random)
		if got := greedy(rows, features); !slices.Equal(got, gold) {
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

func TestRows(t *testing.T) {
	r := NewRows(3, []Row{
		{Mix(1, 1), []float64{0.5, 0, -9}},
		{Mix(1, 2), []float64{0.001, 0, 0}},
		{Mix(1, 1), []float64{7, 7, 7}}, // the same feature again
	}, 0.01)
	f := NewFile("test 1")
	r.Put(f, "")
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	again, err := Open(b.Bytes(), "test 1")
	if err != nil {
		t.Fatal(err)
	}
	if r, err = GetRows(again, ""); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		feature uint64
		want    []int32
	}{
		{Mix(1, 1), []int32{50, 0, -127}},
		{Mix(1, 2), []int32{0, 0, 0}},
		{Mix(1, 3), []int32{0, 0, 0}},
	} {
		got := make([]int32, 3)
		if r.Add(got, c.feature); !slices.Equal(got, c.want) {
			t.Errorf("Add of feature %x = %v, want %v", c.feature, got, c.want)
		}
	}
}

func TestGetRowsRefusesTablesThatDoNotFit(t *testing.T) {
	whole := func() *Rows { return NewRows(2, []Row{{Mix(1, 1), []float64{1, 2}}, {Mix(1, 2), []float64{3, 0}}}, 1) }
	for name, damage := range map[string]func(*Rows){
		"a class too high":     func(r *Rows) { r.class[0] = 2 },
		"a count too many":     func(r *Rows) { r.counts[1]++ },
		"a feature of nothing": func(r *Rows) { r.counts[0] = 0 },
		"features not sorted":  func(r *Rows) { slices.Reverse(r.prints) },
		"a weight missing":     func(r *Rows) { r.weight = r.weight[1:] },
		"a count missing":      func(r *Rows) { r.counts = r.counts[1:] },
	} {
		r := whole()
		damage(r)
		f := NewFile("test 1")
		r.Put(f, "")
		if _, err := GetRows(f, ""); err == nil {
			t.Errorf("GetRows with %s gives no error", name)
		}
	}
	f := NewFile("test 1")
	whole().Put(f, "")
	if _, err := GetRows(f, ""); err != nil {
		t.Errorf("GetRows of whole tables = %v", err)
	}
}
