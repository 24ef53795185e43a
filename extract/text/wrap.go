package text

import (
	"strings"
	"unicode/utf8"
)

// A text is wrapped when its lines, of at most widest characters, break inside
// sentences again and again; a line that ends more than slack characters early
// then ends a paragraph.
const (
	widest     = 100
	narrowest  = 40
	slack      = 12
	leastWraps = 3
)

// wrapWidth is the characters of a line in a text that was wrapped, 0 when raw
// was not: its line breaks part paragraphs.
func wrapWidth(raw string) int {
	width, wraps, breaks := 0, 0, 0
	before := ""
	for line := range strings.Lines(raw) {
		line = strings.TrimRight(line, " \r\n")
		if before != "" && line != "" {
			breaks++
			if n := utf8.RuneCountInString(before); n >= narrowest && endsInside(before) && 'a' <= line[0] && line[0] <= 'z' {
				wraps++
				width = max(width, n)
			}
		}
		before = line
	}
	if wraps < leastWraps || 4*wraps < breaks || width > widest {
		return 0
	}
	return width
}

// endsInside reports whether no sentence ends with line: its last character is
// a letter in lower case or a comma.
func endsInside(line string) bool {
	last := line[len(line)-1]
	return last == ',' || 'a' <= last && last <= 'z'
}

// wraps reports whether the line break at offset at of raw, wrapped at width,
// stands for a space: a line follows at once that is no item of a list, and its
// first word is in lower case or had no room on the line before.
func wraps(raw string, at, width int) bool {
	line := raw[max(0, at-4*(width+slack)):at]
	line = strings.TrimRight(line[strings.LastIndexByte(line, '\n')+1:], " \r")
	next := raw[at+1 : min(len(raw), at+1+4*width)]
	word, _, _ := strings.Cut(next[:max(0, strings.IndexAny(next+"\n", " \n"))], "\r")
	length := utf8.RuneCountInString(line)
	if line == "" || word == "" || length > width+slack || isItem(word) {
		return false
	}
	return 'a' <= word[0] && word[0] <= 'z' || length+1+utf8.RuneCountInString(word)+slack > width
}

// isItem reports whether the first word of a line marks an item of a list.
func isItem(word string) bool {
	mark := strings.TrimLeft(word, "0123456789")
	return strings.Contains("- * • – —", word) || len(mark) < len(word) && (mark == "." || mark == ")")
}
