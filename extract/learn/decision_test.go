package learn

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// decided learns whether a number is even from a hash of it and noise.
func decided() *Decision {
	l := NewLogistic(5000, 0.2)
	random := rand.New(rand.NewPCG(1, 2))
	for pass := range 4 {
		if pass == 2 {
			l.Average()
		}
		for range 2000 {
			n := random.IntN(100)
			l.Learn(parity(n, random), n%2 == 0, 1)
		}
	}
	return l.Decision()
}

func parity(n int, random *rand.Rand) []uint64 {
	return []uint64{Mix(1, uint64(n)), Mix(2, uint64(random.IntN(50)))}
}

func TestLogistic(t *testing.T) {
	d := decided()
	random := rand.New(rand.NewPCG(3, 4))
	for n := range 100 {
		if score := d.Score(parity(n, random)); score > 0 != (n%2 == 0) {
			t.Errorf("Score(%d) = %d", n, score)
		}
	}
}

func TestDecisionFile(t *testing.T) {
	write := func() []byte {
		f := NewFile("test 1")
		decided().Put(f, "even")
		var b bytes.Buffer
		if _, err := f.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	data := write()
	if !bytes.Equal(data, write()) {
		t.Error("training twice gives other bytes")
	}
	f, err := Open(data, "test 1")
	if err != nil {
		t.Fatal(err)
	}
	d, err := GetDecision(f, "even")
	if err != nil {
		t.Fatal(err)
	}
	feature := []uint64{Mix(1, 7)}
	if got, want := d.Score(feature), decided().Score(feature); got != want {
		t.Errorf("Score after Open = %d, want %d", got, want)
	}
	if _, err := GetDecision(f, "odd"); err == nil {
		t.Error("GetDecision of a table that is not there gives no error")
	}
}
