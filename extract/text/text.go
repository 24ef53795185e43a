// Package text gives the words and sentences of an article as offsets into
// its unaltered text. What comes in is any string; what goes out is a Text,
// whose spans are half-open byte ranges on rune boundaries, in order. It does
// not tag, parse or name anything.
package text

import "strings"

// A Span is the half-open byte range [Start, End) of a text. In JSON it is
// the pair [start, end]; what the unit is there is the writer's business.
type Span struct{ Start, End int }

// Empty reports whether s holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether inner lies wholly in s.
func (s Span) Contains(inner Span) bool { return s.Start <= inner.Start && inner.End <= s.End }

// Overlaps reports whether s and other share a byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// Cover is the smallest span that holds all of spans; the zero Span for none.
func Cover(spans []Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	c := spans[0]
	for _, s := range spans[1:] {
		c.Start, c.End = min(c.Start, s.Start), max(c.End, s.End)
	}
	return c
}

// A Token is one word, number or mark of punctuation.
type Token struct {
	Span
	// Paragraph says that a blank line lies before the token, or a line break
	// that no wrapping made.
	Paragraph bool
}

// A Sentence is a span of the text and the tokens [First, Last) in it.
type Sentence struct {
	Span
	First, Last int
}

// A Text is an article's text with its words and sentences found.
// Every byte that is not white space belongs to exactly one token, and every
// token to exactly one sentence.
type Text struct {
	raw       string
	Tokens    []Token
	Sentences []Sentence
}

// String is the whole text as it was given.
func (t *Text) String() string { return t.raw }

// Slice is the words of s, exactly as they stand in the text.
func (t *Text) Slice(s Span) string { return t.raw[s.Start:s.End] }

// Word is the i-th token as it stands in the text, "" when there is none.
func (t *Text) Word(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Slice(t.Tokens[i].Span)
}

// Lower is the i-th token in lower case, with typographic apostrophes made
// plain, "" when there is none. It is for comparing, never for offsets.
func (t *Text) Lower(i int) string {
	return strings.ReplaceAll(strings.ToLower(t.Word(i)), "’", "'")
}

// TokenAt is the index of the first token that ends after offset, or
// len(t.Tokens).
func (t *Text) TokenAt(offset int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Tokens[mid].End > offset {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// SentenceAt is the index of the sentence that holds offset, or of the next
// one when it lies between two; len(t.Sentences) after the last.
func (t *Text) SentenceAt(offset int) int {
	lo, hi := 0, len(t.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Sentences[mid].End > offset {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Tokens [first, last) as one span without the white space around them.
func (t *Text) Range(first, last int) Span {
	if first >= last {
		return Span{}
	}
	return Span{t.Tokens[first].Start, t.Tokens[last-1].End}
}
