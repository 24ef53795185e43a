package learn

import "math/bits"

// An Index numbers 64-bit keys from 1 in the order they were given. Keys that
// agree in their low 32 bits and in their place in the table are taken for
// one.
type Index struct {
	keys  []uint64
	slots []numbered // open addressing, at most two thirds full
}

type numbered struct {
	print  uint32 // the low half of the key; the high half places it
	number uint32 // 0 for a free slot
}

// NewIndex numbers keys.
func NewIndex(keys []uint64) *Index {
	x := &Index{keys, make([]numbered, 1<<bits.Len(uint(len(keys)+len(keys)/2)))}
	mask := uint64(len(x.slots) - 1)
	for i, key := range keys {
		at := key >> 32 & mask
		for x.slots[at].number != 0 {
			at = (at + 1) & mask
		}
		x.slots[at] = numbered{uint32(key), uint32(i + 1)}
	}
	return x
}

// Of is the number of key, 0 when it has none.
func (x *Index) Of(key uint64) int {
	mask := uint64(len(x.slots) - 1)
	for at := key >> 32 & mask; ; at = (at + 1) & mask {
		if s := x.slots[at]; s.number == 0 || s.print == uint32(key) {
			return int(s.number)
		}
	}
}

// Len is how many keys have numbers.
func (x *Index) Len() int { return len(x.keys) }

// Put adds the keys to f under name.
func (x *Index) Put(f *File, name string) { Put(f, name, x.keys) }

// GetIndex numbers the keys under name.
func GetIndex(f *File, name string) (*Index, error) {
	keys, err := words(f, name)
	if err != nil {
		return nil, err
	}
	return NewIndex(keys), nil
}
