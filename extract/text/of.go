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

// Given is raw with the words and sentences of a treebank in place of those Of
// would find: the tokens of each sentence, in order and without overlap.
func Given(raw string, sentences [][]Span) *Text {
	t := &Text{raw: raw}
	at := 0
	for _, tokens := range sentences {
		first := len(t.Tokens)
		for _, s := range tokens {
			paragraph := strings.ContainsAny(raw[at:s.Start], "\n\u2029")
			t.Tokens = append(t.Tokens, Token{s, paragraph})
			at = s.End
		}
		if last := len(t.Tokens); last > first {
			t.Sentences = append(t.Sentences, Sentence{t.Range(first, last), first, last})
		}
	}
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
		} else if r == '\'' || r == '’' {
			end = t.detached(at, size)
		}
		word := t.clitic(Span{at, end})
		t.Tokens = append(t.Tokens, Token{word, paragraph})
		if word.End < end {
			t.Tokens = append(t.Tokens, Token{Span: Span{word.End, end}})
		}
		paragraph = false
		at = end
	}
}

// detached is the end of the apostrophe at start, with the ending after it
// where a space parts both from their word, as some agencies send: "Elde 's".
func (t *Text) detached(start, size int) int {
	end := start + size
	if start == 0 || t.raw[start-1] != ' ' || !strings.HasPrefix(t.raw[end:], "s") {
		return end
	}
	if next, _ := utf8.DecodeRuneInString(t.raw[end+1:]); isWord(next) {
		return end
	}
	return end + 1
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
		case r == '.' && at-start < longestAbbreviation && (unicode.IsLetter(next) && at-start <= 3 || next != '.' && t.abbreviates(start, at+1)):
		default:
			return at
		}
		at += size
	}
	return at
}

// abbreviates reports whether the word [start, end) keeps its full stop. "No."
// and its like do before a number only.
func (t *Text) abbreviates(start, end int) bool {
	w := t.raw[start:end]
	if !Abbreviation(w) {
		return false
	}
	if !numbered[strings.ToLower(w)] {
		return true
	}
	after := strings.TrimLeft(t.raw[end:min(len(t.raw), end+3)], " ")
	return after != "" && '0' <= after[0] && after[0] <= '9'
}

// clitic is the span s of a word without the possessive or contracted ending
// that stands as a token of its own: "Elde’s", "don’t".
func (t *Text) clitic(s Span) Span {
	word := t.Slice(s)
	mark := strings.LastIndexAny(word, "'’")
	if mark <= 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(word[mark:])
	switch strings.ToLower(word[mark+size:]) {
	case "s", "re", "ve", "ll", "d", "m":
		return Span{s.Start, s.Start + mark}
	case "t":
		if mark > 1 && (word[mark-1] == 'n' || word[mark-1] == 'N') {
			return Span{s.Start, s.Start + mark - 1}
		}
	}
	return s
}
