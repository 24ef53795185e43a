package learn

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"
)

// learned tells three classes apart by two features each, with noise.
func learned() *Linear {
	p := NewPerceptron(3)
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		gold, features := example(random)
		scores := make([]float64, 3)
		p.Scores(scores, features)
		p.Step()
		if guess := best(scores); guess != gold {
			p.Update(gold, features, 1)
			p.Update(guess, features, -1)
		}
	}
	return p.Model(1, 100)
}

func example(random *rand.Rand) (gold int, features []uint64) {
	gold = random.IntN(3)
	return gold, []uint64{
		Mix(1, Hash(fmt.Sprint("class", gold))),
		Mix(2, Hash(fmt.Sprint("noise", random.IntN(500)))),
	}
}

func best[T int32 | float64](scores []T) int {
	at := 0
	for i, s := range scores {
		if s > scores[at] {
			at = i
		}
	}
	return at
}

func TestPerceptron(t *testing.T) {
	l := learned()
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		gold, features := example(random)
		scores := make([]int32, 3)
		for _, f := range features {
			l.Add(scores, f)
		}
		if got := best(scores); got != gold {
			t.Fatalf("scores %v for class %d", scores, gold)
		}
	}
}

func saved(t testing.TB) []byte {
	t.Helper()
	f := NewFile("test 1")
	f.PutWords("names", []string{"a", "", "b"})
	learned().Put(f, "")
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFile(t *testing.T) {
	data := saved(t)
	if again := saved(t); !bytes.Equal(data, again) {
		t.Error("training twice gives other bytes")
	}
	f, err := Open(data, "test 1")
	if err != nil {
		t.Fatal(err)
	}
	l, err := GetLinear(f, "")
	if err != nil {
		t.Fatal(err)
	}
	words, err := f.Words("names")
	if err != nil || len(words) != 3 || words[2] != "b" {
		t.Errorf("Words = %q, %v", words, err)
	}
	got, want := make([]int32, 3), make([]int32, 3)
	feature := Mix(1, Hash("class1"))
	l.Add(got, feature)
	learned().Add(want, feature)
	if fmt.Sprint(got) != fmt.Sprint(want) || best(got) != 1 {
		t.Errorf("Add after Open = %v, want %v", got, want)
	}
}

func TestOpenRefusesDamage(t *testing.T) {
	data := saved(t)
	if _, err := Open(data, "test 2"); err == nil {
		t.Error("Open of another kind gives no error")
	}
	for cut := range len(data) {
		if _, err := Open(data[:cut], "test 1"); err == nil {
			t.Fatalf("Open of the first %d of %d bytes gives no error", cut, len(data))
		}
	}
	for at := range data {
		bad := bytes.Clone(data)
		bad[at] ^= 0x10
		if _, err := Open(bad, "test 1"); err == nil {
			t.Fatalf("Open with byte %d altered gives no error", at)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(saved(f))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		// The checksum is mended, so that what lies behind it is reached.
		if len(data) >= 4 {
			data = data[:len(data)-4]
		}
		sum := checksum(data)
		data = append(bytes.Clone(data), byte(sum), byte(sum>>8), byte(sum>>16), byte(sum>>24))
		file, err := Open(data, "test 1")
		if err != nil {
			return
		}
		if l, err := GetLinear(file, ""); err == nil {
			l.Add(make([]int32, l.Classes), Hash(data))
		}
	})
}
