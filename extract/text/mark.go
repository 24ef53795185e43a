package text

import "strings"

// alike are the marks of which a run is one token: "...", "--", "!!!", "****".
// Quotation marks are not among them: two typed apostrophes may be two marks.
const alike = `.-!?*_=<>+~#$/\`

// marksEnd is the end of the run of marks at offset at that is one token; at
// when the mark there stands alone.
func marksEnd(c chunk, at int) int {
	mark := c.raw[at]
	switch {
	case mark == '.' || mark == '!' || mark == '?':
		return c.stops(at)
	case strings.IndexByte(alike, mark) < 0:
		return at
	}
	return c.while(at, c.end, func(b byte) bool { return b == mark })
}

// stops is the end of the marks at offset at that end a sentence: full stops
// alone, or exclamation and question marks however they are mixed, with one
// full stop before them.
func (c chunk) stops(at int) int {
	dots := c.while(at, c.end, func(b byte) bool { return b == '.' })
	if dots > at+1 {
		return dots
	}
	return c.while(dots, c.end, func(b byte) bool { return b == '!' || b == '?' })
}

// emoticonEnd is the end of the emoticon at offset at, at when there is none.
func emoticonEnd(c chunk, at int) int {
	if isWordByte(c.raw[at]) && c.before(at) != 0 || !emoticonFirst(c.raw[at]) {
		return at
	}
	for size := min(longestEmoticon, c.end-at); size > 1; size-- {
		if lists().emoticons[c.raw[at:at+size]] {
			if next := c.rune(at + size); !isWord(next) && next != '/' {
				return at + size
			}
		}
	}
	return at
}

// emoticonFirst reports whether an emoticon can begin with b.
func emoticonFirst(b byte) bool { return strings.IndexByte(":;=(<^xXD-", b) >= 0 }
