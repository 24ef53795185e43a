package spot

import (
	"fmt"
	"slices"

	"onrecord/extract/learn"
)

// attr is what lists tell of a word or name, as bits.
type attr uint8

const (
	firstName attr = 1 << iota
	surname
	city
	region
	country
	start // of a longer name

	place = city | region | country
)

// A lexicon tells what lists know of words, and of places of several words. A
// word is known by 32 bits of its hash.
type lexicon struct {
	keys  []uint32 // ascending
	known []attr
	slots []uint32 // 1 + the number of a key; open addressing, at most half full
	shift int
}

// key is the bits by which the words of that hash are known.
func key(hash uint64) uint32 { return uint32(learn.Mix(hash, 0) >> 32) }

// newLexicon keeps what is told of words, by their hashes.
func newLexicon(words map[uint64]attr) *lexicon {
	merged := map[uint32]attr{}
	for hash, a := range words {
		merged[key(hash)] |= a
	}
	l := &lexicon{}
	for k := range merged {
		l.keys = append(l.keys, k)
	}
	slices.Sort(l.keys)
	for _, k := range l.keys {
		l.known = append(l.known, merged[k])
	}
	l.index()
	return l
}

func (l *lexicon) index() {
	size := 1
	for 1<<size < 2*len(l.keys) {
		size++
	}
	l.shift = 32 - size
	l.slots = make([]uint32, 1<<size)
	for n, k := range l.keys {
		at := l.place(k)
		for l.slots[at] != 0 {
			at = l.next(at)
		}
		l.slots[at] = uint32(n + 1)
	}
}

// place is where the look-up of a key begins; next is where it goes on.
func (l *lexicon) place(key uint32) uint32 { return key * 0x9E3779B1 >> l.shift }
func (l *lexicon) next(at uint32) uint32   { return (at + 1) & uint32(len(l.slots)-1) }

// attrs is what is known of the words of that hash; 0 for nothing.
func (l *lexicon) attrs(hash uint64) attr {
	k := key(hash)
	for at := l.place(k); l.slots[at] != 0; at = l.next(at) {
		if n := l.slots[at] - 1; l.keys[n] == k {
			return l.known[n]
		}
	}
	return 0
}

func (l *lexicon) put(f *learn.File) {
	learn.Put(f, "lexicon keys", l.keys)
	learn.Put(f, "lexicon", l.known)
}

func getLexicon(f *learn.File) (*lexicon, error) {
	l := &lexicon{}
	var err error
	if l.keys, err = learn.Get[uint32](f, "lexicon keys"); err != nil {
		return nil, err
	}
	if l.known, err = learn.Get[attr](f, "lexicon"); err != nil {
		return nil, err
	}
	if len(l.keys) != len(l.known) || len(l.keys) > 1<<28 {
		return nil, fmt.Errorf("the lexicon has %d words and tells of %d", len(l.keys), len(l.known))
	}
	l.index()
	return l, nil
}
