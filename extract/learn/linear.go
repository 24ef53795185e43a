package learn

import (
	"fmt"
	"math/bits"
)

// A Linear scores classes by hashed features: the score of a class is the sum
// of its weights for the features that are there. Features without a weight
// are not kept; two features whose hashes agree in 32 bits and in their place
// in the table are taken for one.
type Linear struct {
	Classes int
	shift   int
	slots   []uint32 // pairs: fingerprint, 1 + number of the feature; 0 for none
	begin   []uint32 // per feature, where its weights begin; one more at the end
	class   []uint8
	weight  []int16
}

// Add adds the weights of feature to scores, which has a place a class.
func (l *Linear) Add(scores []int32, feature uint64) {
	n := l.find(feature)
	if n < 0 {
		return
	}
	from, to := l.begin[n], l.begin[n+1]
	classes, weights := l.class[from:to], l.weight[from:to]
	for i, c := range classes {
		scores[c] += int32(weights[i])
	}
}

// find is the number of feature, -1 when it has no weights.
func (l *Linear) find(feature uint64) int {
	mask := uint32(len(l.slots)/2 - 1)
	print := fingerprint(feature)
	for at := uint32(feature>>l.shift) & mask; ; at = (at + 1) & mask {
		switch number := l.slots[2*at+1]; {
		case number == 0:
			return -1
		case l.slots[2*at] == print:
			return int(number) - 1
		}
	}
}

// fingerprint is what is kept of a feature: the bits that place it least.
func fingerprint(feature uint64) uint32 { return uint32(feature) }

// index places the features in a table at most two thirds full.
func (l *Linear) index(features []uint32, places []uint64) {
	size := 1 << bits.Len(uint(len(features)+len(features)/2))
	l.slots = make([]uint32, 2*size)
	for n, print := range features {
		at := uint32(places[n]>>l.shift) & uint32(size-1)
		for l.slots[2*at+1] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		l.slots[2*at], l.slots[2*at+1] = print, uint32(n+1)
	}
}

// Put adds the model to f under prefix.
func (l *Linear) Put(f *File, prefix string) {
	Put(f, prefix+"classes", []uint32{uint32(l.Classes)})
	Put(f, prefix+"slots", l.slots)
	Put(f, prefix+"begin", l.begin)
	Put(f, prefix+"class", l.class)
	Put(f, prefix+"weight", l.weight)
}

// GetLinear reads the model under prefix and proves it whole: no look-up in it
// can go astray.
func GetLinear(f *File, prefix string) (*Linear, error) {
	l := &Linear{shift: placeShift}
	classes, err := Get[uint32](f, prefix+"classes")
	if err != nil {
		return nil, err
	}
	if l.slots, err = Get[uint32](f, prefix+"slots"); err != nil {
		return nil, err
	}
	if l.begin, err = Get[uint32](f, prefix+"begin"); err != nil {
		return nil, err
	}
	if l.class, err = Get[uint8](f, prefix+"class"); err != nil {
		return nil, err
	}
	if l.weight, err = Get[int16](f, prefix+"weight"); err != nil {
		return nil, err
	}
	if len(classes) != 1 {
		return nil, fmt.Errorf("model section %q does not give one number", prefix+"classes")
	}
	l.Classes = int(classes[0])
	return l, l.whole()
}

// whole reports what is wrong with the tables, if anything.
func (l *Linear) whole() error {
	n := len(l.slots) / 2
	if n == 0 || n&(n-1) != 0 || len(l.begin) == 0 || len(l.class) != len(l.weight) || l.begin[len(l.begin)-1] != uint32(len(l.class)) {
		return fmt.Errorf("the tables of a linear model do not fit each other")
	}
	free := false
	for i := 1; i < len(l.slots); i += 2 {
		free = free || l.slots[i] == 0
		if int(l.slots[i]) >= len(l.begin) {
			return fmt.Errorf("a feature of a linear model has no weights")
		}
	}
	for i := 1; i < len(l.begin); i++ {
		if l.begin[i-1] > l.begin[i] {
			return fmt.Errorf("the weights of a linear model are out of order")
		}
	}
	for _, c := range l.class {
		if int(c) >= l.Classes {
			return fmt.Errorf("a weight of a linear model is for class %d of %d", c, l.Classes)
		}
	}
	if !free {
		return fmt.Errorf("the table of a linear model is full")
	}
	return nil
}
