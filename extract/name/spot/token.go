package spot

import (
	"unicode"
	"unicode/utf8"

	"onrecord/extract/learn"
	"onrecord/extract/syntax/cluster"
	"onrecord/extract/syntax/tag"
)

// A word is what the features tell of one token by itself. Words, shapes and
// endings stand as hashes.
type word struct {
	exact   uint64
	lower   uint64    // in lower case, digits as 0, quotation marks and dashes as one
	shape   uint64    // "Aa", "A.", "00": classes of letters, no more than two alike in a row
	heads   [3]uint64 // its first 2, 3 and 4 bytes in lower case
	tails   [3]uint64 // its last 2, 3 and 4
	attrs   attr
	class   cluster.Class
	tag     tag.Tag
	size    int  // bytes
	initial byte // its first letter in lower case; 0 when that is not ASCII
	upper   bool // it has a capital
	all     bool // it has two letters at least, all of them capitals
}

// A reader tells of words; it keeps its room for them.
type reader struct {
	lexicon *lexicon
	low     []byte
	shape   []byte
}

// read fills w with what the token s tells.
func (r *reader) read(w *word, s string) {
	r.low, r.shape = r.low[:0], r.shape[:0]
	letters, capitals := 0, 0
	for _, c := range s {
		class, plain := classOf(c)
		switch class {
		case 'A':
			capitals++
			letters++
		case 'a':
			letters++
		}
		r.low = utf8.AppendRune(r.low, plain)
		if n := len(r.shape); n < 2 || r.shape[n-1] != class || r.shape[n-2] != class {
			r.shape = append(r.shape, class)
		}
	}
	w.size = len(s)
	w.upper, w.all = capitals > 0, capitals > 1 && capitals == letters
	w.exact, w.lower, w.shape = learn.Hash(s), learn.Hash(r.low), learn.Hash(r.shape)
	n := len(r.low)
	for i := range w.heads {
		w.heads[i] = learn.Hash(r.low[:min(n, i+2)])
		w.tails[i] = learn.Hash(r.low[max(0, n-i-2):])
	}
	if n > 0 && 'a' <= r.low[0] && r.low[0] <= 'z' {
		w.initial = r.low[0]
	}
	w.attrs = r.lexicon.attrs(w.lower)
	w.class = cluster.Of(s)
}

// classOf is the class of c in a shape, and what c is in lower case: a mark of
// punctuation is a class of its own, and quotation marks and dashes of every
// form are the plain ones.
func classOf(c rune) (class byte, plain rune) {
	switch {
	case 'a' <= c && c <= 'z':
		return 'a', c
	case 'A' <= c && c <= 'Z':
		return 'A', c + 'a' - 'A'
	case '0' <= c && c <= '9':
		return '0', '0'
	case c < utf8.RuneSelf:
		return byte(c), c
	}
	switch c {
	case '“', '”', '„', '«', '»':
		return '"', '"'
	case '‘', '’':
		return '\'', '\''
	case '–', '—', '‑':
		return '-', '-'
	}
	switch {
	case unicode.IsUpper(c):
		return 'A', unicode.ToLower(c)
	case unicode.IsLetter(c):
		return 'a', c
	}
	return 'u', c
}
