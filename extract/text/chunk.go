package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A chunk is a run of text without white space, in which words are looked for.
type chunk struct {
	raw        string // the whole text
	start, end int
	holds      kinds
}

// kinds is a set of kinds of bytes; what a chunk holds none of, no rule about
// it is tried on.
type kinds uint16

const (
	letters kinds = 1 << iota
	digits
	dots
	apostrophes
	hyphens
	ats
	slashes
	marks // any other mark of ASCII
	high  // bytes beyond ASCII
)

// kindOf is the kind of every byte; 0 for the white space of ASCII.
var kindOf = func() (table [256]kinds) {
	for b := range table {
		switch r := rune(b); {
		case b >= utf8.RuneSelf:
			table[b] = high
		case unicode.IsSpace(r):
		case unicode.IsLetter(r):
			table[b] = letters
		case unicode.IsDigit(r):
			table[b] = digits
		default:
			table[b] = marks
		}
	}
	table['.'], table['-'], table['@'], table['/'] = dots, hyphens, ats, slashes
	table['\''], table['`'] = apostrophes, apostrophes
	return table
}()

// chunkAt is the chunk that begins at start, which is no white space.
func chunkAt(raw string, start int) chunk {
	c := chunk{raw: raw, start: start, end: start}
	for c.end < len(raw) {
		kind := kindOf[raw[c.end]]
		size := 1
		if kind == high {
			var r rune
			if r, size = utf8.DecodeRuneInString(raw[c.end:]); unicode.IsSpace(r) {
				break
			}
			if isApostrophe(r) {
				kind |= apostrophes
			}
		} else if kind == 0 {
			break
		}
		c.holds |= kind
		c.end += size
	}
	return c
}

// at is the rune at offset i of the text and its bytes; 0 outside the chunk.
func (c chunk) at(i int) (rune, int) {
	if i < c.start || i >= c.end {
		return 0, 0
	}
	if b := c.raw[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.raw[i:c.end])
}

// before is the rune that ends at offset i; 0 at the start of the chunk.
func (c chunk) before(i int) rune {
	if i <= c.start {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(c.raw[c.start:i])
	return r
}

// while is the end of the run of bytes from i that keep accepts, at most limit
// of them.
func (c chunk) while(i, limit int, keep func(byte) bool) int {
	for stop := min(c.end, i+limit); i < stop && keep(c.raw[i]); i++ {
	}
	return i
}

// lower is the lower-case form of raw[from:to], "" when that
// is longer than the longest word in any list.
func (c chunk) lower(from, to int) string {
	if to-from > longestListed {
		return ""
	}
	return strings.ToLower(c.raw[from:to])
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return kindOf[byte(r)]&(letters|digits) != 0
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || isJoiner(r)
}

// isJoiner reports whether r is not seen and parts no word: the soft hyphen of
// pages, the joiners of scripts, the word joiner.
func isJoiner(r rune) bool {
	return r == '\u00AD' || r == '\u200C' || r == '\u200D' || r == '\u2060'
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '`' || r == '´' || r == 'ʼ'
}

func isLetterByte(b byte) bool { return kindOf[b] == letters }
func isDigitByte(b byte) bool  { return kindOf[b] == digits }
func isWordByte(b byte) bool   { return kindOf[b]&(letters|digits) != 0 }
