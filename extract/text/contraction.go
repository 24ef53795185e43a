package text

import (
	"strings"
	"unicode/utf8"
)

// parts appends the token s of chunk c, its possessive or contracted ending
// apart: "Elde|’s", "do|n't", "can|not".
func (t *Text) parts(c chunk, s Span) {
	if c.holds&apostrophes != 0 {
		if cut := clitic(t.Slice(s)); cut > 0 {
			t.contracted(Span{s.Start, s.Start + cut})
			s.Start += cut
			t.Tokens = append(t.Tokens, Token{Span: s})
			return
		}
	}
	t.contracted(s)
}

// contracted appends the token s, in its parts when it is a contraction
// without apostrophe.
func (t *Text) contracted(s Span) {
	if s.Len() >= 2 && s.Len() <= longestContraction {
		for _, cut := range lists().contractions[strings.ToLower(t.Slice(s))] {
			end := s.Start + cut
			t.Tokens = append(t.Tokens, Token{Span: Span{s.Start, end}})
			s.Start = end
		}
	}
	t.Tokens = append(t.Tokens, Token{Span: s})
}

// clitic is the offset of the possessive or contracted ending in word, 0 when
// it has none.
func clitic(word string) int {
	mark := strings.LastIndexAny(word, "'’`´ʼ")
	if mark <= 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(word[mark:])
	switch strings.ToLower(word[mark+size:]) {
	case "s", "re", "ve", "ll", "d", "m":
		if decade := word[mark-1] == '0' && isDigitByte(word[0]); !decade {
			return mark
		}
	case "t":
		if mark > 1 && (word[mark-1] == 'n' || word[mark-1] == 'N') {
			return mark - 1
		}
	case "all":
		if mark == 1 && (word[0] == 'y' || word[0] == 'Y') {
			return mark + size // "y'|all"
		}
	case "mon":
		if mark == 1 && (word[0] == 'c' || word[0] == 'C') {
			return mark + size + len("m") // "c'm|on"
		}
	}
	return 0
}
