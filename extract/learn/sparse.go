package learn

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// A Sparse is a linear model over hashed features of which a few score a few
// classes each. A weight takes a byte, and a feature is known by 32 bits of its
// hash. Where most features looked for are not there, a filter small enough for
// the processor's cache says so of most of them.
type Sparse struct {
	prints []uint32 // of the features, ascending
	counts []uint8  // how many weights each has
	class  []uint8
	weight []int8

	filter []uint64 // a bit for every print that may be there
	slots  []uint64 // a print, where its cells begin and how many there are; 0 for a free slot
	cells  []uint16 // a class and its weight
	shift  int      // brings a print to its slot
}

// A sparseRow is what a feature says: class[begin:end].
type sparseRow struct {
	print      uint32
	begin, end int
}

// A Row is the weights of one feature, one a class.
type Row struct {
	Feature uint64
	Weights []float64
}

// NewSparse keeps rows as whole numbers, unit being the weight that becomes 1;
// what rounds to nothing is left out, and what is more than 127 is cut.
func NewSparse(list []Row, unit float64) *Sparse {
	var rows []sparseRow
	var class []uint8
	var weight []int8
	for _, row := range list {
		begin := len(class)
		for c, w := range row.Weights {
			if w := small(w / unit); w != 0 {
				class, weight = append(class, uint8(c)), append(weight, w)
			}
		}
		if end := len(class); end > begin {
			rows = append(rows, sparseRow{sparsePrint(row.Feature), begin, end})
		}
	}
	return newSparse(rows, class, weight)
}

// newSparse orders rows; of those that cannot be told apart the first counts.
func newSparse(rows []sparseRow, class []uint8, weight []int8) *Sparse {
	slices.SortStableFunc(rows, func(a, b sparseRow) int { return cmp.Compare(a.print, b.print) })
	s := &Sparse{}
	for i, row := range rows {
		if i > 0 && row.print == rows[i-1].print {
			continue
		}
		s.prints, s.counts = append(s.prints, row.print), append(s.counts, uint8(row.end-row.begin))
		s.class = append(s.class, class[row.begin:row.end]...)
		s.weight = append(s.weight, weight[row.begin:row.end]...)
	}
	s.index()
	return s
}

// small is a weight as a byte.
func small(w float64) int8 { return int8(max(-127, min(127, math.Round(w)))) }

// sparsePrint is the bits of a feature's hash by which it is known.
func sparsePrint(feature uint64) uint32 { return uint32(feature >> 32) }

// filterBits is how many bits of the filter there are for a slot.
const filterBits = 4

// index lays the features out for Add.
func (s *Sparse) index() {
	size := max(4, bits.Len(uint(len(s.prints)+len(s.prints)/2)))
	s.filter, s.slots, s.shift = make([]uint64, filterBits<<size/64), make([]uint64, 1<<size), 32-size
	s.cells = make([]uint16, len(s.class))
	for i, class := range s.class {
		s.cells[i] = uint16(class)<<8 | uint16(uint8(s.weight[i]))
	}
	begin := 0
	for i, p := range s.prints {
		bit := s.bit(p)
		s.filter[bit/64] |= 1 << (bit % 64)
		at := s.place(p)
		for s.slots[at] != 0 {
			at = s.next(at)
		}
		s.slots[at] = uint64(p)<<32 | uint64(begin)<<8 | uint64(s.counts[i])
		begin += int(s.counts[i])
	}
}

// place is where the look-up of a print begins, in the order of prints, so
// that the table fills from its start; next is where it goes on, and bit the
// print's bit of the filter.
func (s *Sparse) place(print uint32) uint32 { return print >> s.shift }
func (s *Sparse) next(at uint32) uint32     { return (at + 1) & uint32(len(s.slots)-1) }
func (s *Sparse) bit(print uint32) uint32   { return print & uint32(64*len(s.filter)-1) }

// Add adds the weights of features to scores, which has a place a class. It
// asks the filter for many features, then looks up those that passed, then adds
// what was found: so the processor waits for many look-ups at once, and tags,
// names and trees together take 3 % less time.
func (s *Sparse) Add(scores []int32, features []uint64) {
	var prints [sparseRound]uint32
	var found [sparseRound]uint64
	for len(features) > 0 {
		round := features[:min(len(features), sparseRound)]
		features = features[len(round):]
		n := 0
		for _, f := range round {
			p := sparsePrint(f)
			bit := s.bit(p)
			prints[n%sparseRound] = p
			n += int(s.filter[bit/64] >> (bit % 64) & 1)
		}
		k := 0
		for _, p := range prints[:n] {
			if slot := s.slot(p); slot != 0 {
				found[k%sparseRound] = slot
				k++
			}
		}
		for _, slot := range found[:k] {
			begin := uint32(slot) >> 8
			for _, c := range s.cells[begin : begin+uint32(slot&0xFF)] {
				scores[c>>8] += int32(int8(c))
			}
		}
	}
}

// sparseRound is how many features are looked up together.
const sparseRound = 64

// slot is the slot of a print, 0 when there is none.
func (s *Sparse) slot(print uint32) uint64 {
	at := s.place(print)
	for s.slots[at] != 0 && uint32(s.slots[at]>>32) != print {
		at = s.next(at)
	}
	return s.slots[at]
}

// Put adds the model to f under prefix.
func (s *Sparse) Put(f *File, prefix string) {
	Put(f, prefix+"prints", s.prints)
	Put(f, prefix+"counts", s.counts)
	Put(f, prefix+"class", s.class)
	Put(f, prefix+"weight", s.weight)
}

// GetSparse reads the model of so many classes under prefix and proves it
// whole: no look-up in it can go astray.
func GetSparse(f *File, prefix string, classes int) (*Sparse, error) {
	s := &Sparse{}
	var err error
	if s.prints, err = Get[uint32](f, prefix+"prints"); err != nil {
		return nil, err
	}
	if s.counts, err = Get[uint8](f, prefix+"counts"); err != nil {
		return nil, err
	}
	if s.class, err = Get[uint8](f, prefix+"class"); err != nil {
		return nil, err
	}
	if s.weight, err = Get[int8](f, prefix+"weight"); err != nil {
		return nil, err
	}
	if err := s.whole(classes); err != nil {
		return nil, err
	}
	s.index()
	return s, nil
}

// whole reports what is wrong with the tables, if anything.
func (s *Sparse) whole(classes int) error {
	if len(s.prints) != len(s.counts) || len(s.class) != len(s.weight) || len(s.class) >= 1<<24 {
		return fmt.Errorf("the tables of a sparse model do not fit each other")
	}
	sum := 0
	for i, n := range s.counts {
		if sum += int(n); n == 0 || i > 0 && s.prints[i] <= s.prints[i-1] {
			return fmt.Errorf("feature %d of a sparse model has no weights or is out of order", i)
		}
	}
	if sum != len(s.class) {
		return fmt.Errorf("a sparse model has %d weights where it counts %d", len(s.class), sum)
	}
	for _, c := range s.class {
		if int(c) >= classes {
			return fmt.Errorf("a sparse model has a weight for class %d of %d", c, classes)
		}
	}
	return nil
}
