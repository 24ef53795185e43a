package text

import (
	"strings"
	"unicode"
)

// numberEnd is the end of the number at offset at, with the mark or letters
// that belong to it: "1,200.5", "3rd", "80's", "+44", "US$". A unit after it is
// a token of its own.
func numberEnd(c chunk, at int) int {
	before := c.before(at)
	switch b := c.raw[at]; {
	case isDigitByte(b) && !isWord(before):
		return c.suffix(at, c.figures(at))
	case (b == '+' || b == '.') && before == 0 && at+1 < c.end && isDigitByte(c.raw[at+1]):
		return c.figures(at + 1)
	case isUpperByte(b) && !isWord(before):
		return c.currency(at)
	}
	return c.decade(at)
}

func isUpperByte(b byte) bool { return 'A' <= b && b <= 'Z' }

// figures is the end of the digits from offset at, joined by points, commas
// and colons.
func (c chunk) figures(at int) int {
	for {
		end := c.digitsEnd(at)
		if r := c.rune(end); r != '.' && r != ',' && r != ':' || !unicode.IsDigit(c.rune(end+1)) {
			return end
		}
		at = end + 1
	}
}

func (c chunk) digitsEnd(at int) int { return c.while(at, c.end, isDigitByte) }

// suffix is the end of the number raw[at:end] with the letters after it,
// unless they are a unit.
func (c chunk) suffix(at, end int) int {
	if r, size := c.at(end); isApostrophe(r) && c.raw[end-1] == '0' {
		if s, n := c.at(end + size); s == 's' && !isWord(c.rune(end+size+n)) {
			return end + size + n // "80's"
		}
	}
	last := c.while(end, longestListed+1, isLetterByte)
	if last == end {
		if r, _ := c.at(end); isWord(r) && r != 'º' {
			return wordEnd(c, at)
		}
		return end
	}
	if unit := c.raw[end:last]; lists().units[unit] && !isWord(c.rune(last)) {
		return end
	}
	return wordEnd(c, at)
}

// rune is the rune at offset i, 0 outside the chunk.
func (c chunk) rune(i int) rune {
	r, _ := c.at(i)
	return r
}

// currency is the end of a sign of currency with the letters of its country at
// offset at: "US$", "HK$".
func (c chunk) currency(at int) int {
	end := c.while(at, 3, isUpperByte)
	if end < c.end && c.raw[end] == '$' && unicode.IsDigit(c.rune(end+1)) {
		return end + 1
	}
	return at
}

// decade is the end of a year's last two digits and their apostrophe at offset
// at: "'90s", "’02".
func (c chunk) decade(at int) int {
	mark, size := c.at(at)
	if !isApostrophe(mark) || c.before(at) != 0 {
		return at
	}
	end := c.digitsEnd(at + size)
	if end-at-size != 2 {
		return at
	}
	if c.rune(end) == 's' {
		end++
	}
	if r := c.rune(end); isWord(r) || isApostrophe(r) {
		return at
	}
	return end
}

// dateEnd is the end of the date or fraction in figures at offset at:
// "11/29/2000", "2022-01-12", "9/11"; at when there is none.
func dateEnd(c chunk, at int) int {
	return c.pattern(at, "9/9/99", "9/9/9999", "9999-99-99", "9999/99/99", "9-9-9999", "9/9")
}

// telephoneEnd is the end of the telephone number, or of the long post code, at
// offset at.
func telephoneEnd(c chunk, at int) int {
	return c.pattern(at, "9-999-999-9999", "999-999-9999", "999/999-9999", "99999-9999", "999-9999")
}

// pattern is the end of the figures at offset at that follow one of patterns
// and nothing of a word or number besides; at when none fits. In a pattern 9
// stands for a digit, and a 9 alone for one or two.
func (c chunk) pattern(at int, patterns ...string) int {
	if !isDigitByte(c.raw[at]) || isWord(c.before(at)) || strings.ContainsRune("-/.", c.before(at)) && c.before(at) != 0 {
		return at
	}
	for _, p := range patterns {
		if end := c.follow(at, p); end > at && !c.goesOn(end) {
			return end
		}
	}
	return at
}

func (c chunk) follow(at int, pattern string) int {
	end := at
	for len(pattern) > 0 {
		if pattern[0] != '9' {
			if end >= c.end || c.raw[end] != pattern[0] {
				return at
			}
			pattern, end = pattern[1:], end+1
			continue
		}
		width := len(pattern) - len(strings.TrimLeft(pattern, "9"))
		n := c.digitsEnd(end) - end
		if n != width && !(width == 1 && n == 2) {
			return at
		}
		pattern, end = pattern[width:], end+n
	}
	return end
}

// goesOn reports whether the figures that end at offset end go on behind it.
func (c chunk) goesOn(end int) bool {
	switch r := c.rune(end); r {
	case '-', '/', '.', ',':
		next := c.rune(end + 1)
		return isWord(next)
	default:
		return isWord(r)
	}
}
