// Package cluster sorts words into classes by the company they keep, learned
// from raw text: names of months stand in one class, verbs of saying in
// another. What comes in is a word as it stands in a text; what goes out is its
// class in three sizes, and how the word is usually written. It looks at no
// context: a word has one class.
package cluster

import (
	_ "embed"
	"fmt"
	"math/bits"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/learn"
)

// A Class is what is known of a word; the zero Class is an unknown word's.
// The three numbers are classes of words that stand in like places, from 1 up;
// a coarser class holds finer ones whole.
type Class struct {
	Fine   uint16 // one of about 1,000
	Middle uint8  // one of about 200
	Coarse uint8  // one of about 40
	Case   Case
}

// Case is how a word is written inside a sentence.
type Case uint8

// The cases. A word is one or the other when nine of ten in the middle of a
// sentence are.
const (
	NoCase  Case = iota // never seen inside a sentence, or not of letters
	Lower               // "harbour"
	Mixed               // "house", "House"
	Title               // "Monday"
	Capital             // "NATO"
)

//go:embed data/cluster.model
var model []byte

// embedded is the model this program carries; a program whose model is damaged
// was built wrongly, and does not run.
var embedded = sync.OnceValue(func() *Classes {
	c, err := Open(model)
	if err != nil {
		panic(fmt.Sprintf("cluster: the embedded classes: %v", err))
	}
	return c
})

// Of is the class of word, a token of a text. Letters of either case, and all
// digits, are taken for the same.
func Of(word string) Class { return embedded().Of(word) }

// Within is the class whose fine number is given, with the wider ones it is part
// of; the case is left open. There is none for a number too high.
func Within(fine uint16) Class {
	if c := embedded(); int(fine) < len(c.fine) {
		return c.fine[fine]
	}
	return Class{}
}

// Classes is a model: the class of every word known.
type Classes struct {
	slots []slot // open addressing, at most two thirds full
	fine  []Class
}

type slot struct {
	print uint32 // the low half of the word's hash; the high half places it
	class uint16 // the fine class; 0 for a free slot
	cases Case
}

const kind = "word classes 1"

// Open reads a model that Train made.
func Open(data []byte) (*Classes, error) {
	f, err := learn.Open(data, kind)
	if err != nil {
		return nil, err
	}
	words, err := f.Words("words")
	if err != nil {
		return nil, err
	}
	fine, err := learn.Get[uint16](f, "fine")
	if err != nil {
		return nil, err
	}
	cases, err := learn.Get[Case](f, "case")
	if err != nil {
		return nil, err
	}
	c := &Classes{}
	if c.fine, err = coarser(f); err != nil {
		return nil, err
	}
	if len(fine) != len(words) || len(cases) != len(words) {
		return nil, fmt.Errorf("%d words have %d classes and %d cases", len(words), len(fine), len(cases))
	}
	c.slots = make([]slot, 1<<bits.Len(uint(len(words)+len(words)/2)))
	for i, w := range words {
		if fine[i] == 0 || int(fine[i]) >= len(c.fine) {
			return nil, fmt.Errorf("the word %q has class %d of %d", w, fine[i], len(c.fine))
		}
		c.add(fold(w), fine[i], cases[i])
	}
	return c, nil
}

// coarser reads, for every fine class, the classes it is part of.
func coarser(f *learn.File) ([]Class, error) {
	middle, err := learn.Get[uint8](f, "middle")
	if err != nil {
		return nil, err
	}
	coarse, err := learn.Get[uint8](f, "coarse")
	if err != nil {
		return nil, err
	}
	if len(middle) != len(coarse) || len(middle) == 0 || len(middle) > 1<<16 {
		return nil, fmt.Errorf("%d fine classes lie in middle ones, %d in coarse ones", len(middle), len(coarse))
	}
	fine := make([]Class, len(middle))
	for i := range fine {
		fine[i] = Class{Fine: uint16(i), Middle: middle[i], Coarse: coarse[i]}
	}
	return fine, nil
}

func (c *Classes) add(hash uint64, fine uint16, cases Case) {
	mask := uint64(len(c.slots) - 1)
	at := hash >> 32 & mask
	for c.slots[at].class != 0 {
		at = (at + 1) & mask
	}
	c.slots[at] = slot{uint32(hash), fine, cases}
}

// Of is the class of word.
func (c *Classes) Of(word string) Class {
	hash := fold(word)
	mask := uint64(len(c.slots) - 1)
	for at := hash >> 32 & mask; c.slots[at].class != 0; at = (at + 1) & mask {
		if s := c.slots[at]; s.print == uint32(hash) {
			class := c.fine[s.class]
			class.Case = s.cases
			return class
		}
	}
	return Class{}
}

// fold is the hash of word with its letters in lower case, its digits 0 and
// its apostrophes straight.
func fold(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		b := word[i]
		switch {
		case b >= utf8.RuneSelf:
			return learn.Mix(foldRunes(h, word[i:]), 0)
		case 'A' <= b && b <= 'Z':
			b |= 0x20
		case '0' <= b && b <= '9':
			b = '0'
		}
		h = (h ^ uint64(b)) * 1099511628211
	}
	return learn.Mix(h, 0)
}

func foldRunes(h uint64, rest string) uint64 {
	for _, r := range rest {
		h = (h ^ uint64(foldRune(r))) * 1099511628211
	}
	return h
}

func foldRune(r rune) rune {
	switch {
	case r == '’':
		return '\''
	case unicode.IsDigit(r):
		return '0'
	}
	return unicode.ToLower(r)
}
