package learn

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// Rows scores classes by hashed features, as a Linear does, in less room: a
// weight takes a byte, a feature the 32 bits of its hash by which it is told
// from others. Of as many as 400,000 features, fewer than one in ten thousand
// that is not there is taken for one that is.
type Rows struct {
	classes int
	prints  []uint32 // of the features, ascending
	counts  []uint8  // weights of each feature
	class   []uint8
	weight  []int8
	slots   []rowSlot // open addressing, at most two thirds full
	shift   int
}

// A rowSlot is where the weights of a feature begin; count is 0 in a free one.
type rowSlot struct {
	print uint32
	begin uint32
	count uint8
}

// A Row is the weights of one feature, one a class.
type Row struct {
	Feature uint64
	Weights []float64
}

// NewRows keeps rows as whole numbers, step being what one unit of a kept
// weight is worth; a weight that rounds to nothing is left out, one of more than
// 127 steps is cut. Rows of which nothing is left, and any but the first of rows
// that cannot be told apart, are left out.
func NewRows(classes int, rows []Row, step float64) *Rows {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(rowPrint(a.Feature), rowPrint(b.Feature)) })
	r := &Rows{classes: classes}
	for _, row := range rows {
		p := rowPrint(row.Feature)
		if n := len(r.prints); n > 0 && r.prints[n-1] == p {
			continue
		}
		before := len(r.class)
		for c, w := range row.Weights {
			if q := int8(max(-127, min(127, math.Round(w/step)))); q != 0 {
				r.class, r.weight = append(r.class, uint8(c)), append(r.weight, q)
			}
		}
		if n := len(r.class) - before; n > 0 {
			r.prints, r.counts = append(r.prints, p), append(r.counts, uint8(n))
		}
	}
	r.index()
	return r
}

// rowPrint is the bits of a feature's hash by which it is known.
func rowPrint(feature uint64) uint32 { return uint32(feature >> 32) }

// index places the features in the slots.
func (r *Rows) index() {
	size := bits.Len(uint(len(r.prints) + len(r.prints)/2))
	r.shift = 32 - size
	r.slots = make([]rowSlot, 1<<size)
	begin := uint32(0)
	for i, p := range r.prints {
		at := r.place(p)
		for r.slots[at].count != 0 {
			at = r.next(at)
		}
		r.slots[at] = rowSlot{p, begin, r.counts[i]}
		begin += uint32(r.counts[i])
	}
}

// place is where the look-up of a print begins, next where it goes on.
func (r *Rows) place(print uint32) uint32 { return print * 0x9E3779B1 >> r.shift }
func (r *Rows) next(at uint32) uint32     { return (at + 1) & uint32(len(r.slots)-1) }

// Classes is how many classes are scored.
func (r *Rows) Classes() int { return r.classes }

// Add adds the weights of feature to scores, which has a place a class.
func (r *Rows) Add(scores []int32, feature uint64) {
	p := rowPrint(feature)
	at := r.place(p)
	for r.slots[at].print != p && r.slots[at].count != 0 {
		at = r.next(at)
	}
	s := r.slots[at]
	classes, weights := r.class[s.begin:s.begin+uint32(s.count)], r.weight[s.begin:s.begin+uint32(s.count)]
	for i, c := range classes {
		scores[c] += int32(weights[i])
	}
}

// Put adds the model to f under prefix.
func (r *Rows) Put(f *File, prefix string) {
	Put(f, prefix+"classes", []uint32{uint32(r.classes)})
	Put(f, prefix+"prints", r.prints)
	Put(f, prefix+"counts", r.counts)
	Put(f, prefix+"class", r.class)
	Put(f, prefix+"weight", r.weight)
}

// GetRows reads the model under prefix and proves it whole: no look-up in it
// can go astray.
func GetRows(f *File, prefix string) (*Rows, error) {
	r := &Rows{}
	classes, err := Get[uint32](f, prefix+"classes")
	if err != nil {
		return nil, err
	}
	if r.prints, err = Get[uint32](f, prefix+"prints"); err != nil {
		return nil, err
	}
	if r.counts, err = Get[uint8](f, prefix+"counts"); err != nil {
		return nil, err
	}
	if r.class, err = Get[uint8](f, prefix+"class"); err != nil {
		return nil, err
	}
	if r.weight, err = Get[int8](f, prefix+"weight"); err != nil {
		return nil, err
	}
	if len(classes) != 1 {
		return nil, fmt.Errorf("model section %q does not give one number", prefix+"classes")
	}
	r.classes = int(classes[0])
	if err := r.whole(); err != nil {
		return nil, err
	}
	r.index()
	return r, nil
}

// whole reports what is wrong with the tables, if anything.
func (r *Rows) whole() error {
	if len(r.prints) != len(r.counts) || len(r.class) != len(r.weight) || len(r.prints) > 1<<28 {
		return fmt.Errorf("the tables of rows do not fit each other")
	}
	sum := 0
	for i, n := range r.counts {
		if sum += int(n); n == 0 || i > 0 && r.prints[i] <= r.prints[i-1] {
			return fmt.Errorf("feature %d of the rows has no weights or is out of order", i)
		}
	}
	if sum != len(r.class) {
		return fmt.Errorf("the rows have %d weights where they count %d", len(r.class), sum)
	}
	for _, c := range r.class {
		if int(c) >= r.classes {
			return fmt.Errorf("a weight of the rows is for class %d of %d", c, r.classes)
		}
	}
	return nil
}
