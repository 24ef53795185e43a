package learn

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"
)

// example is one of three classes, told by one of its two features.
func example(random *rand.Rand) (gold int, features []uint64) {
	gold = random.IntN(3)
	return gold, []uint64{
		Mix(1, Hash(fmt.Sprint("class", gold))),
		Mix(2, Hash(fmt.Sprint("noise", random.IntN(500)))),
	}
}

func best(scores []int32) int {
	at := 0
	for i, s := range scores {
		if s > scores[at] {
			at = i
		}
	}
	return at
}

// told learns three classes apart from the examples of example, which have
// noise.
func told(unit float64) *Sparse {
	m := NewMargin(3)
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		gold, features := example(random)
		var numbers []uint32
		for _, f := range features {
			numbers = append(numbers, m.Number(f))
		}
		scores := make([]int32, 3)
		m.Add(scores, numbers)
		m.Step()
		if guess := best(scores); guess != gold {
			m.Update(gold, numbers, 1)
			m.Update(guess, numbers, -1)
		}
	}
	return m.Sparse(unit)
}

func TestMargin(t *testing.T) {
	s := told(0.01)
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		gold, features := example(random)
		var scores [256]int32
		s.Add(scores[:], features)
		if got := best(scores[:3]); got != gold {
			t.Fatalf("scores %v for class %d", scores[:3], gold)
		}
	}
	if all, some := len(told(0.01).prints), len(told(1).prints); some >= all || some < 3 {
		t.Errorf("of %d features %d are kept in steps of 1, want fewer, and 3 at least", all, some)
	}
}

// TestAverage proves that a weight counts for as long as it stood.
func TestAverage(t *testing.T) {
	m := NewMargin(2)
	f := m.Number(Mix(1, 1))
	for step := range 10 {
		m.Step()
		if step == 5 {
			m.Update(1, []uint32{f}, 4)
		}
	}
	var scores [256]int32
	m.Sparse(0.1).Add(scores[:], []uint64{Mix(1, 1), Mix(1, 2)})
	if want := int32(16); scores[1] != want { // 4 over 4 of 10 examples, in tenths
		t.Errorf("Add = %d, want %d", scores[1], want)
	}
}

func sparseFile(t testing.TB, change func(*Sparse)) []byte {
	t.Helper()
	s := told(0.1)
	change(s)
	f := NewFile("sparse 1")
	s.Put(f, "a ")
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSparseFile(t *testing.T) {
	f, err := Open(sparseFile(t, func(*Sparse) {}), "sparse 1")
	if err != nil {
		t.Fatal(err)
	}
	s, err := GetSparse(f, "a ", 3)
	if err != nil {
		t.Fatal(err)
	}
	_, features := example(rand.New(rand.NewPCG(5, 6)))
	var got, want [256]int32
	s.Add(got[:], features)
	told(0.1).Add(want[:], features)
	if got != want || got == [256]int32{} {
		t.Errorf("Add after GetSparse = %v, want %v", got[:3], want[:3])
	}
}

func TestGetSparseRefuses(t *testing.T) {
	for name, change := range map[string]func(*Sparse){
		"a feature without weights": func(s *Sparse) { s.counts[0] = 0 },
		"features out of order":     func(s *Sparse) { s.prints[1] = s.prints[0] },
		"a weight too many":         func(s *Sparse) { s.weight, s.class = append(s.weight, 1), append(s.class, 1) },
		"a class too many":          func(s *Sparse) { s.class = append(s.class, 1) },
		"a class too high":          func(s *Sparse) { s.class[0] = 3 },
		"a feature too many":        func(s *Sparse) { s.prints = append(s.prints, ^uint32(0)) },
	} {
		f, err := Open(sparseFile(t, change), "sparse 1")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := GetSparse(f, "a ", 3); err == nil {
			t.Errorf("GetSparse of a model with %s gives no error", name)
		}
	}
}

func TestNewSparse(t *testing.T) {
	s := NewSparse([]Row{
		{Mix(1, 1), []float64{0.5, 0, -9}},
		{Mix(1, 2), []float64{0.001, 0, 0}},
		{Mix(1, 1), []float64{7, 7, 7}}, // the same feature again
	}, 0.01)
	for feature, want := range map[uint64][3]int32{Mix(1, 1): {50, 0, -127}, Mix(1, 2): {}, Mix(1, 3): {}} {
		var got [256]int32
		if s.Add(got[:], []uint64{feature}); [3]int32(got[:3]) != want {
			t.Errorf("Add of feature %x = %v, want %v", feature, got[:3], want)
		}
	}
}
