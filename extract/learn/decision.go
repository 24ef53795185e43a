package learn

import (
	"fmt"
	"math/bits"
)

// A Decision answers yes or no by hashed features: yes where the sum of their
// weights is above zero. All features share one table, without fingerprints: it
// is small and quick, and what features lose by sharing a place the training
// has seen and made up for (feature hashing, Weinberger et al. 2009).
type Decision struct {
	weight []int8
}

// decisionUnit is what a weight of one, in natural logarithms of the odds, is
// kept as.
const decisionUnit = 32

// Score is the logarithm of the odds for yes, in 1/32ths.
func (d *Decision) Score(features []uint64) int32 {
	sum := int32(0)
	for _, f := range features {
		sum += int32(d.weight[place(f, len(d.weight))])
	}
	return sum
}

// place is where feature lies in a table of size places (Lemire 2019).
func place(feature uint64, size int) uint64 {
	high, _ := bits.Mul64(feature, uint64(size))
	return high
}

// Put adds the table to f under name.
func (d *Decision) Put(f *File, name string) { Put(f, name, d.weight) }

// GetDecision reads the table name.
func GetDecision(f *File, name string) (*Decision, error) {
	weight, err := Get[int8](f, name)
	if err != nil {
		return nil, err
	}
	if len(weight) == 0 {
		return nil, fmt.Errorf("the table %q of a decision is empty", name)
	}
	return &Decision{weight}, nil
}
