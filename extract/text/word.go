package text

import (
	"strings"
	"unicode"
)

// wordEnd is the end of the word at offset at: letters and digits, joined by
// an apostrophe, by a point or comma between digits, or by the points of an
// abbreviation; at when no word begins there.
func wordEnd(c chunk, at int) int {
	start := at
	for at < c.end {
		r, size := c.at(at)
		if !isWord(r) && !c.joins(start, at, r, size) {
			return at
		}
		at += size
		if r == '.' && c.wordFollows(at) && !unicode.IsDigit(c.before(at-1)) {
			return at
		}
	}
	return at
}

// joins reports whether the mark r at offset at belongs to the word that
// begins at start.
func (c chunk) joins(start, at int, r rune, size int) bool {
	if at == start {
		return false
	}
	before, next := c.before(at), c.rune(at+size)
	switch {
	case isApostrophe(r):
		return unicode.IsLetter(next) && (unicode.IsLetter(before) || unicode.IsDigit(before))
	case r == '.' || r == ',' || r == ':':
		if unicode.IsDigit(before) && unicode.IsDigit(next) {
			return true
		}
		return r == '.' && c.point(start, at, next)
	case r == '&':
		return unicode.IsLetter(before) && unicode.IsLetter(next) && unicode.IsUpper(before) == unicode.IsUpper(next) && c.end-c.start <= 8
	case r == '_':
		return isWord(before) && (isWord(next) || next == '_')
	case r == '*':
		return unicode.IsLetter(before) && unicode.IsLetter(rune(c.raw[min(c.end-1, c.while(at, 8, isStar))]))
	}
	return false
}

func isStar(b byte) bool { return b == '*' }

// point reports whether the full stop at offset at belongs to the word that
// begins at start: it is among the letters of an abbreviation, or it ends one.
func (c chunk) point(start, at int, next rune) bool {
	if at-start >= longestAbbreviation {
		return false
	}
	w := c.raw[start : at+1]
	if unicode.IsLetter(next) && (dotted(w) || lists().inner[strings.ToLower(w)]) {
		return true
	}
	doubled := next == '.' && c.rune(at+2) != '.' // "Inc.|."
	return (next != '.' || doubled) && abbreviates(c.raw, start, at+1)
}

// wordFollows reports whether a number or a word of two letters or more begins
// at offset at, so that the abbreviation before it ends there: "St.|Osk".
func (c chunk) wordFollows(at int) bool {
	end := c.while(at, 4, isWordByte)
	return end-at >= 2 && c.rune(end) != '.' || end > at && isDigitByte(c.raw[at])
}

// prefixEnd is the end of the word at offset at when it is a prefix that
// Universal Dependencies leaves joined to its word, with hyphen and word:
// "non-stop"; at when it is none.
func prefixEnd(c chunk, at int) int {
	if isWord(c.before(at)) {
		return at
	}
	hyphen := c.while(at, longestListed, isLetterByte)
	if hyphen == at || hyphen+1 >= c.end || c.raw[hyphen] != '-' || !isWord(c.rune(hyphen+1)) {
		return at
	}
	end := wordEnd(c, hyphen+1)
	if lists().prefixes[c.lower(at, hyphen)] || lists().hyphened[c.lower(at, end)] {
		return end
	}
	return at
}

// strokeEnd is the end of a word at offset at that keeps its stroke, "s/he"; at
// when it is none.
func strokeEnd(c chunk, at int) int {
	if c.before(at) != 0 {
		return at
	}
	end := c.while(at, longestListed, isLetterByte)
	if end == c.end || c.raw[end] != '/' {
		return at
	}
	if end = c.while(end+1, longestListed, isLetterByte); lists().strokes[c.lower(at, end)] {
		return end
	}
	return at
}

// elidedEnd is the end of a word at offset at that begins with an apostrophe,
// "'em", or of an ending that stands apart from its word; at when it is none.
func elidedEnd(c chunk, at int) int {
	if before := c.before(at); before != 0 && !isWord(before) {
		return at
	}
	r, size := c.at(at)
	if !isApostrophe(r) {
		return at
	}
	end := c.while(at+size, longestListed, isLetterByte)
	if lists().elided[c.lower(at+size, end)] && !isApostrophe(c.rune(end)) {
		return end
	}
	return at
}
