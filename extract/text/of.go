package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Of finds the words and sentences of raw. It takes time in proportion to
// len(raw), whatever the bytes; bytes that are not UTF-8 are tokens of their
// own.
func Of(raw string) *Text {
	t := &Text{raw: raw}
	t.words()
	t.sentences()
	return t
}

// SentenceSpans is the span of every sentence, in order.
func (t *Text) SentenceSpans() []Span {
	spans := make([]Span, len(t.Sentences))
	for i, s := range t.Sentences {
		spans[i] = s.Span
	}
	return spans
}

// words fills t.Tokens.
func (t *Text) words() {
	paragraph := false
	for at := 0; at < len(t.raw); {
		r, size := utf8.DecodeRuneInString(t.raw[at:])
		if unicode.IsSpace(r) {
			paragraph = paragraph || r == '\n' || r == '\u2029'
			at += size
			continue
		}
		end := at + size
		if isWord(r) {
			end = t.wordEnd(at)
		} else if r == '.' || r == '-' {
			end = runEnd(t.raw, at, r) // "..." and "--" are one token
		}
		for _, s := range t.clitics(Span{at, end}) {
			t.Tokens = append(t.Tokens, Token{Span: s, Paragraph: paragraph})
			paragraph = false
		}
		at = end
	}
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func runEnd(s string, at int, r rune) int {
	for at < len(s) && s[at] == byte(r) {
		at++
	}
	return at
}

// wordEnd is the end of the word that starts at start: letters and digits,
// joined by an apostrophe, by a point or comma between digits, or by the
// points of an abbreviation.
func (t *Text) wordEnd(start int) int {
	at := start
	for at < len(t.raw) {
		r, size := utf8.DecodeRuneInString(t.raw[at:])
		next, _ := utf8.DecodeRuneInString(t.raw[at+size:])
		before, _ := utf8.DecodeLastRuneInString(t.raw[start:at])
		switch {
		case isWord(r):
		case (r == '\'' || r == '’') && unicode.IsLetter(next) && unicode.IsLetter(before):
		case (r == '.' || r == ',' || r == ':') && unicode.IsDigit(before) && unicode.IsDigit(next):
		case r == '&' && unicode.IsUpper(before) && unicode.IsUpper(next):
		case r == '.' && (unicode.IsLetter(next) && at-start <= 3 || Abbreviation(t.raw[start:at+1])):
		default:
			return at
		}
		at += size
	}
	return at
}

// clitics splits a possessive or contracted ending off a word.
func (t *Text) clitics(s Span) []Span {
	word := t.Slice(s)
	mark := strings.LastIndexAny(word, "'’")
	if mark <= 0 {
		return []Span{s}
	}
	_, size := utf8.DecodeRuneInString(word[mark:])
	cut := mark
	switch strings.ToLower(word[mark+size:]) {
	case "s", "re", "ve", "ll", "d", "m":
	case "t":
		if !strings.EqualFold(word[mark-1:mark], "n") || mark < 2 {
			return []Span{s}
		}
		cut = mark - 1
	default:
		return []Span{s}
	}
	return []Span{{s.Start, s.Start + cut}, {s.Start + cut, s.End}}
}
