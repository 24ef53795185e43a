package tag

import (
	"unicode"
	"unicode/utf8"

	"onrecord/extract/learn"
	"onrecord/extract/syntax/cluster"
)

// The longest beginnings and endings of a word that are looked at, in letters.
const (
	longestPrefix = 4
	longestSuffix = 5
)

// A view is what is seen of one word: hashes of its parts and what is known of
// it. Letters of either case and all digits look the same except to form and
// shape.
type view struct {
	form   uint64
	lower  uint64
	prefix [longestPrefix]uint64
	suffix [longestSuffix]uint64
	shape  uint64 // "Xx" for "Elde", "X.X." for "U.S.", "0,0" for "1,000"
	first  letter // of the first letter
	class  cluster.Class
	entry  entry // of the lexicon
}

// A letter is a kind of letter.
type letter uint8

const (
	noLetter letter = iota
	lowerLetter
	upperLetter
	digit
)

const seed = 14695981039346656037

// step is one step of the FNV-1a hash.
func step(h uint64, r rune) uint64 { return (h ^ uint64(r)) * 1099511628211 }

// look fills v with what word looks like.
func (v *view) look(word string) {
	v.form, v.lower, v.shape = seed, seed, seed
	last := rune(0)
	n := 0
	for _, r := range word {
		low, kind := fold(r)
		if n == 0 {
			v.first = kind
		}
		v.form, v.lower = step(v.form, r), step(v.lower, low)
		if mark := shapeOf[kind]; mark == 0 {
			v.shape, last = step(v.shape, r), 0
		} else if mark != last {
			v.shape, last = step(v.shape, mark), mark
		}
		if n < longestPrefix {
			v.prefix[n] = v.lower
		}
		n++
	}
	for i := n; i < longestPrefix; i++ {
		v.prefix[i] = 0
	}
	v.lower = learn.Mix(0, v.lower)
	v.ending(word)
}

var shapeOf = [...]rune{noLetter: 0, lowerLetter: 'x', upperLetter: 'X', digit: '0'}

func (v *view) ending(word string) {
	h := uint64(seed)
	for i := range longestSuffix {
		r, size := utf8.DecodeLastRuneInString(word)
		if size == 0 {
			v.suffix[i] = 0
			continue
		}
		low, _ := fold(r)
		h = step(h, low)
		v.suffix[i] = h
		word = word[:len(word)-size]
	}
}

// fold is r in lower case, any digit 0, any apostrophe straight, and its kind.
func fold(r rune) (rune, letter) {
	switch {
	case 'a' <= r && r <= 'z':
		return r, lowerLetter
	case 'A' <= r && r <= 'Z':
		return r | 0x20, upperLetter
	case '0' <= r && r <= '9':
		return '0', digit
	case r < utf8.RuneSelf:
		return r, noLetter
	case r == '’':
		return '\'', noLetter
	case unicode.IsDigit(r):
		return '0', digit
	case unicode.IsUpper(r):
		return unicode.ToLower(r), upperLetter
	case unicode.IsLetter(r):
		return r, lowerLetter
	}
	return r, noLetter
}
