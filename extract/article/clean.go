package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes every line end a "\n" and drops the control characters that are
// neither that nor a tab, and byte order marks. All else stays as it is.
func clean(s string) string {
	if strings.IndexFunc(s, unclean) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch {
		case r == '\r' && strings.HasPrefix(s[i+1:], "\n"):
		case r == '\r' || r == '\f' || r == '\v' || r == '\u0085':
			b.WriteByte('\n')
		case !unclean(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unclean(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\uFEFF'
}

// spaced is s on one line, every run of white space in it one blank.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// titleLength is the most characters of a text that stand in for its title.
const titleLength = 90

// opening is the beginning of text as far as it serves for a title: its first
// sentence, cut at a word.
func opening(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	line := spaced(first)
	count, space := 0, 0
	for i, r := range line {
		if count == titleLength {
			if space == 0 || unicode.IsSpace(r) {
				space = i // at the end of a word, or within a very long one
			}
			return strings.TrimRight(line[:space], " ,;:–—-") + "…"
		}
		if unicode.IsSpace(r) {
			space = i
			if sentenceEnd(line[:i], line[i:]) {
				return line[:i]
			}
		}
		count++
	}
	return line
}

// sentenceEnd reports whether before ends a sentence that after does not
// continue: a mark after a word longer than an abbreviation, then a capital.
func sentenceEnd(before, after string) bool {
	word := before[strings.LastIndexByte(before, ' ')+1:]
	word = strings.TrimRight(word, `"'”’»)`)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, ` "'“‘«(`))
	switch {
	case strings.HasSuffix(word, "?"), strings.HasSuffix(word, "!"):
		return unicode.IsUpper(next)
	case strings.HasSuffix(word, "."):
		stem := strings.TrimSuffix(word, ".")
		return len(stem) > 3 && !strings.Contains(stem, ".") && !unicode.IsLower(next)
	}
	return false
}
