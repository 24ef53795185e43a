package learn

import (
	"encoding/binary"
	"fmt"
)

// A Net scores outputs by one hidden layer over sparse features. Every
// feature that is there adds its row of weights to the layer; the layer is
// clipped to [0, 127] and every output is a weighted sum of it. It is the
// network of Chen and Manning (2014) in the whole numbers of an efficiently
// updated one (Nasu 2018): weights of rows have seven bits, so that eight of
// them, in the bytes of a machine word, can be added to eight others at a time
// before they are parted.
type Net struct {
	Hidden  int // units of the hidden layer, a multiple of 64
	Outputs int
	rows    []uint64 // Hidden/8 a row; each byte is a weight and rowZero
	weights []int16  // Hidden an output
	bias    []int32  // one an output, and one more if they are odd
	pairs   []int64  // the weights of two outputs in one number
}

const (
	rowOne     = 64  // what the weight 1 of a row becomes, and the activation 1
	rowZero    = 64  // what the weight 0 becomes, so that bytes are never negative and two make no more than a byte
	outOne     = 256 // what the weight 1 of an output becomes
	clip       = 127 // the highest activation
	mostHidden = 512 // units before the scores of a pair run into each other
	lowBytes   = 0x00FF00FF00FF00FF
	sevenBits  = 0x7F7F7F7F7F7F7F7F
	line       = 8 // words of a row that are added together: a line of the processor's cache
)

// A Layer is a hidden layer being summed, two words for every word of a row:
// the sum of its even bytes, sixteen bits a unit, and that of the whole word
// shifted by a byte, which is the odd bytes and the even ones over them. The
// even ones are taken from it in the end, not masked out of every row.
type Layer struct {
	lanes []uint64
	added int
}

// NewLayer is an empty layer for n.
func (n *Net) NewLayer() *Layer { return &Layer{lanes: make([]uint64, n.Hidden/4)} }

// Reset makes l empty.
func (l *Layer) Reset() {
	clear(l.lanes)
	l.added = 0
}

// Set makes l a copy of other.
func (l *Layer) Set(other *Layer) {
	copy(l.lanes, other.lanes)
	l.added = other.added
}

// Sum makes l the sum of a and b.
func (l *Layer) Sum(a, b *Layer) {
	x, y := a.lanes[:len(l.lanes)], b.lanes[:len(l.lanes)]
	for i := range l.lanes {
		l.lanes[i] = x[i] + y[i]
	}
	l.added = a.added + b.added
}

// Rows is how many rows n has.
func (n *Net) Rows() int { return len(n.rows) / (n.Hidden / 8) }

// Add adds the given rows to l, which takes 516 before its lanes run over.
func (n *Net) Add(l *Layer, rows []int32) {
	l.added += len(rows)
	width := n.Hidden / 8
	for at := 0; at < width; at += line {
		lanes := (*[2 * line]uint64)(l.lanes[2*at:])
		left := rows
		for ; len(left) >= 4; left = left[4:] {
			a, b := n.line(left[0], at), n.line(left[1], at)
			c, d := n.line(left[2], at), n.line(left[3], at)
			for i := range a {
				x, y := a[i]+b[i], c[i]+d[i]
				lanes[2*i] += x&lowBytes + y&lowBytes
				lanes[2*i+1] += x>>8 + y>>8
			}
		}
		for _, row := range left {
			for i, x := range n.line(row, at) {
				lanes[2*i] += x & lowBytes
				lanes[2*i+1] += x >> 8
			}
		}
	}
}

// Merged is a network of which row i adds what the rows sums[i] of n add
// together, as far as a weight of seven bits goes.
func (n *Net) Merged(sums [][]int32) *Net {
	m := *n
	width := n.Hidden / 8
	m.rows = make([]uint64, len(sums)*width)
	for i, rows := range sums {
		to := m.rows[i*width:][:width]
		if len(rows) == 1 {
			copy(to, n.rows[int(rows[0])*width:])
			continue
		}
		for word := range to {
			to[word] = n.sum(rows, word)
		}
	}
	return &m
}

// sum is a word of the sum of rows.
func (n *Net) sum(rows []int32, word int) (sum uint64) {
	for at := 0; at < 64; at += 8 {
		weight := 0
		for _, row := range rows {
			weight += int(n.rows[int(row)*(n.Hidden/8)+word]>>at&0xFF) - rowZero
		}
		sum |= uint64(min(max(weight, -rowZero), rowZero-1)+rowZero) << at
	}
	return sum
}

// line is the part of a row that begins at a word.
func (n *Net) line(row int32, at int) *[line]uint64 {
	return (*[line]uint64)(n.rows[int(row)*(n.Hidden/8)+at:])
}

// Activate writes the clipped layer to hidden, which has Hidden places.
func (n *Net) Activate(hidden []int16, l *Layer) {
	zero := rowZero * l.added
	for i := 0; i+2 <= len(l.lanes); i += 2 {
		even := l.lanes[i]
		activate((*[4]int16)(hidden[4*i:]), even, zero)
		activate((*[4]int16)(hidden[4*i+4:]), l.lanes[i+1]-even>>16<<8, zero)
	}
}

func activate(four *[4]int16, x uint64, zero int) {
	four[0] = clipped(int(x&0xFFFF) - zero)
	four[1] = clipped(int(x>>16&0xFFFF) - zero)
	four[2] = clipped(int(x>>32&0xFFFF) - zero)
	four[3] = clipped(int(x>>48) - zero)
}

func clipped(x int) int16 { return int16(min(max(x, 0), clip)) }

// Pair is the scores of the outputs 2*pair and 2*pair+1, in units of
// 1/(64*256). One product makes both: their weights stand in the halves of one
// number.
func (n *Net) Pair(hidden []int16, pair int) (even, odd int32) {
	weights := n.pairs[pair*n.Hidden:][:n.Hidden]
	var a, b int64
	for i := 0; i+8 <= len(weights) && i+8 <= len(hidden); i += 8 {
		w, h := (*[8]int64)(weights[i:]), (*[8]int16)(hidden[i:])
		a += w[0]*int64(h[0]) + w[1]*int64(h[1]) + w[2]*int64(h[2]) + w[3]*int64(h[3])
		b += w[4]*int64(h[4]) + w[5]*int64(h[5]) + w[6]*int64(h[6]) + w[7]*int64(h[7])
	}
	low := int32(a + b)
	high := int32((a + b - int64(low)) >> 32)
	return low + n.bias[2*pair], high + n.bias[2*pair+1]
}

// pack lays the weights of outputs out in pairs.
func (n *Net) pack() {
	n.pairs = make([]int64, (n.Outputs+1)/2*n.Hidden)
	for i, w := range n.weights {
		output, unit := i/n.Hidden, i%n.Hidden
		n.pairs[output/2*n.Hidden+unit] += int64(w) << (output % 2 * 32)
	}
	n.bias = append(n.bias, make([]int32, n.Outputs%2)...)
}

// Put adds the network to f under prefix.
func (n *Net) Put(f *File, prefix string) {
	Put(f, prefix+"shape", []uint32{uint32(n.Hidden), uint32(n.Outputs)})
	Put(f, prefix+"rows", n.rows)
	Put(f, prefix+"weights", n.weights)
	Put(f, prefix+"bias", n.bias[:n.Outputs])
}

// GetNet reads the network under prefix. Tables that do not fit each other
// are an error.
func GetNet(f *File, prefix string) (*Net, error) {
	shape, err := Get[uint32](f, prefix+"shape")
	if err != nil {
		return nil, err
	}
	if len(shape) != 2 || shape[0] == 0 || shape[0]%(8*line) != 0 || shape[0] > mostHidden || shape[1] > 1<<12 {
		return nil, fmt.Errorf("a network cannot have the shape %v", shape)
	}
	n := &Net{Hidden: int(shape[0]), Outputs: int(shape[1])}
	if n.rows, err = words(f, prefix+"rows"); err != nil {
		return nil, err
	}
	if n.weights, err = Get[int16](f, prefix+"weights"); err != nil {
		return nil, err
	}
	if n.bias, err = Get[int32](f, prefix+"bias"); err != nil {
		return nil, err
	}
	for _, x := range n.rows {
		if x&^sevenBits != 0 {
			return nil, fmt.Errorf("a row of a network has a weight of more than seven bits")
		}
	}
	if len(n.rows)%(n.Hidden/8) != 0 || len(n.weights) != n.Hidden*n.Outputs || len(n.bias) != n.Outputs {
		return nil, fmt.Errorf("the tables of a network of shape %v do not fit it", shape)
	}
	n.pack()
	return n, nil
}

// words is a section of 64-bit numbers, read without the detour over package
// binary's reflection: it is most of a model.
func words(f *File, name string) ([]uint64, error) {
	data, ok := f.sections[name]
	if !ok || len(data)%8 != 0 {
		return nil, fmt.Errorf("model %q has no whole section %q", f.kind, name)
	}
	list := make([]uint64, len(data)/8)
	for i := range list {
		list[i] = binary.LittleEndian.Uint64(data[8*i:])
	}
	return list, nil
}
