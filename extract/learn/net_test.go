package learn

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// taught is a network that has learned which of three outputs a pair of rows
// stands for: a problem that no sum of rows alone can solve.
func taught(workers int) *Trainer {
	random := rand.New(rand.NewPCG(1, 1))
	t := NewTrainer(7, 64, 3, random)
	tapes := []*Tape{t.NewTape(0.1), t.NewTape(0.1)}
	for range 600 {
		for _, tape := range tapes {
			tape.Reset(random)
			for range 4 {
				a, b := random.IntN(3), random.IntN(3)
				tape.Forward([]int32{0, int32(1 + a), int32(4 + b)})
				for output, p := range tape.Shares([]int{0, 1, 2}) {
					if output == (a+b)%3 {
						p--
					}
					tape.Slope(output, p)
				}
			}
		}
		t.Learn(tapes, Rates{Rows: 0.01, Outputs: 0.01}, workers)
	}
	return t
}

func TestTrainerLearnsPairs(t *testing.T) {
	n := taught(1).Net()
	layer, hidden := n.NewLayer(), make([]int16, n.Hidden)
	for pair := range 9 {
		a, b := pair/3, pair%3
		layer.Reset()
		n.Add(layer, []int32{0, int32(1 + a), int32(4 + b)})
		n.Activate(hidden, layer)
		scores := make([]int32, 3)
		scores[0], scores[1] = n.Pair(hidden, 0)
		scores[2], _ = n.Pair(hidden, 1)
		if got := best(scores); got != (a+b)%3 {
			t.Errorf("rows %d and %d score %v, want %d best", a, b, scores, (a+b)%3)
		}
	}
}

func TestTrainerIsTheSameOnManyCores(t *testing.T) {
	one, three := netBytes(t, taught(1).Net()), netBytes(t, taught(3).Net())
	if !bytes.Equal(one, three) {
		t.Error("three goroutines learn another network than one")
	}
}

func netBytes(t testing.TB, n *Net) []byte {
	t.Helper()
	f := NewFile("test 1")
	n.Put(f, "")
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestNetAddsLikeNumbers compares the sums in lanes with plain ones.
func TestNetAddsLikeNumbers(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	tr := NewTrainer(40, 128, 1, random)
	for i := range tr.rows.value {
		tr.rows.value[i] = (random.Float32() - 0.5) * 5 // some beyond what a row can hold
	}
	n := tr.Net()
	var rows []int32
	for range 257 {
		rows = append(rows, int32(random.IntN(40)))
	}
	layer, hidden := n.NewLayer(), make([]int16, n.Hidden)
	n.Add(layer, rows)
	n.Activate(hidden, layer)
	for unit, got := range hidden {
		sum := 0
		for _, row := range rows {
			sum += int(rounded(tr.rows.value[int(row)*128+unit]*rowOne, -rowZero, rowZero-1))
		}
		if want := clipped(sum); got != want {
			t.Errorf("unit %d is %d, want %d of sum %d", unit, got, want, sum)
		}
	}
}

// TestMergedAddsLikeItsRows compares rows made of several with those they were
// made of, whose sums do not leave seven bits.
func TestMergedAddsLikeItsRows(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	tr := NewTrainer(9, 64, 1, random)
	for i := range tr.rows.value {
		tr.rows.value[i] = (random.Float32() - 0.5) / 2
	}
	n := tr.Net()
	sums := [][]int32{{0}, {3, 4, 5}, {}, {8, 8}}
	m := n.Merged(sums)
	for i, rows := range sums {
		whole, merged := n.NewLayer(), m.NewLayer()
		n.Add(whole, append([]int32{0}, rows...))
		m.Add(merged, []int32{0, int32(i)})
		want, got := make([]int16, n.Hidden), make([]int16, n.Hidden)
		n.Activate(want, whole)
		m.Activate(got, merged)
		if !slices.Equal(got, want) {
			t.Errorf("row %d adds %v, want what the rows %v add, %v", i, got, rows, want)
		}
	}
	if got := (&Net{Hidden: 8, rows: []uint64{0x7F7F, 0x7F00}}).Merged([][]int32{{0, 1}}).rows[0]; got != 0x7F3F {
		t.Errorf("a sum that does not fit is %x, want 7f3f", got)
	}
}

// TestPairIsTwoSums compares the scores of outputs with plain sums, at the
// largest weights and activations there are.
func TestPairIsTwoSums(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for _, extreme := range []bool{false, true} {
		n := &Net{Hidden: mostHidden, Outputs: 3, bias: []int32{7, -7, 0}}
		hidden := make([]int16, n.Hidden)
		for i := range hidden {
			hidden[i] = clipped(random.IntN(300) - 100)
			if extreme {
				hidden[i] = clip
			}
		}
		for i := range n.Hidden * n.Outputs {
			w := int16(random.Uint32())
			if extreme {
				w = []int16{math.MinInt16, math.MaxInt16, math.MinInt16}[i/n.Hidden]
			}
			n.weights = append(n.weights, w)
		}
		n.pack()
		for output := range n.Outputs {
			want := n.bias[output]
			for i, h := range hidden {
				want += int32(h) * int32(n.weights[output*n.Hidden+i])
			}
			even, odd := n.Pair(hidden, output/2)
			if got := []int32{even, odd}[output%2]; got != want {
				t.Errorf("output %d scores %d, want %d", output, got, want)
			}
		}
	}
}

func TestGetNet(t *testing.T) {
	data := netBytes(t, taught(1).Net())
	f, err := Open(data, "test 1")
	if err != nil {
		t.Fatal(err)
	}
	n, err := GetNet(f, "")
	if err != nil {
		t.Fatal(err)
	}
	if again := netBytes(t, n); !bytes.Equal(data, again) {
		t.Error("a network read and written again is another")
	}
	for _, shape := range [][]uint32{nil, {0, 3}, {12, 3}, {64, 4}, {128, 3}, {1 << 20, 3}} {
		bad := NewFile("test 1")
		n.Put(bad, "other ")
		Put(bad, "shape", shape)
		Put(bad, "rows", n.rows)
		Put(bad, "weights", n.weights)
		Put(bad, "bias", n.bias[:n.Outputs])
		if _, err := GetNet(bad, ""); err == nil {
			t.Errorf("GetNet of the shape %v gives no error", shape)
		}
	}
	n.rows[1] |= 1 << 63
	bad := NewFile("test 1")
	n.Put(bad, "")
	if _, err := GetNet(bad, ""); err == nil {
		t.Error("GetNet of a weight with eight bits gives no error")
	}
}

func TestIndex(t *testing.T) {
	var keys []uint64
	for i := range 500 {
		keys = append(keys, Hash(fmt.Sprint("key", i)))
	}
	x := NewIndex(keys)
	for i, key := range keys {
		if got := x.Of(key); got != i+1 {
			t.Errorf("Of(key %d) = %d, want %d", i, got, i+1)
		}
	}
	if got := x.Of(Hash("another")); got != 0 {
		t.Errorf("Of(another) = %d, want 0", got)
	}
	if got := NewIndex(nil).Of(7); got != 0 {
		t.Errorf("Of in an empty index = %d, want 0", got)
	}
}
