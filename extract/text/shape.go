package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/learn"
)

// A shape is what can be seen of a token without knowing the word.
type shape uint8

const (
	noToken shape = iota // before the first and after the last token of a paragraph
	lowerWord
	titleWord
	capitals
	singleCapital
	mixedWord
	figure
	abbreviated // with its full stop
	initials    // "U.S.", "p.m."
	initialOnly // "J."
	fullStop
	question // or exclamation
	ellipsis
	comma
	colon
	semicolon
	dash
	opening  // bracket or quotation mark that can only open
	closing  // … that can only close
	straight // quotation mark that can do both
	otherMark
	shapes
)

// A glimpse is what the sentence model sees of a token.
type glimpse struct {
	word        uint64 // hash of the word in lower case
	shape       shape
	spaceBefore bool
	spaceAfter  bool
}

// glimpseOf sees token i of t.
func glimpseOf(t *Text, i int) glimpse {
	w := t.Word(i)
	return glimpse{
		word:        lowerHash(w),
		shape:       shapeOf(w),
		spaceBefore: i == 0 || t.Tokens[i-1].End < t.Tokens[i].Start,
		spaceAfter:  i+1 == len(t.Tokens) || t.Tokens[i].End < t.Tokens[i+1].Start,
	}
}

// lowerHash is the hash of w in lower case; figures count as the same.
func lowerHash(w string) uint64 {
	var small [24]byte
	if len(w) > len(small) {
		return learn.Hash(w)
	}
	for i := range len(w) {
		b := w[i]
		switch {
		case isUpperByte(b):
			b += 'a' - 'A'
		case isDigitByte(b):
			b = '9'
		}
		small[i] = b
	}
	return learn.Hash(small[:len(w)])
}

// shapeOf is the shape of the token w, which is not empty.
func shapeOf(w string) shape {
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		return figure
	case unicode.IsLetter(r):
		return wordShape(w, r, size)
	}
	switch {
	case w == ".":
		return fullStop
	case strings.HasPrefix(w, "..") || r == '…':
		return ellipsis
	case r == '.' || r == '!' || r == '?' || r == '。' || r == '！' || r == '？':
		return question
	case r == ',':
		return comma
	case r == ':':
		return colon
	case r == ';':
		return semicolon
	case strings.ContainsRune("-‐‑‒–—―", r):
		return dash
	case strings.ContainsRune("([{“‘«„", r):
		return opening
	case strings.ContainsRune(")]}”’»", r):
		return closing
	case w == `"` || w == "'":
		return straight
	}
	return otherMark
}

// wordShape is the shape of the word w, whose first letter r has size bytes.
func wordShape(w string, r rune, size int) shape {
	upper := unicode.IsUpper(r)
	switch {
	case strings.HasSuffix(w, "."):
		switch {
		case upper && size+1 == len(w):
			return initialOnly
		case strings.Count(w, ".") > 1:
			return initials
		}
		return abbreviated
	case !upper && strings.ToLower(w) == w:
		return lowerWord
	case upper && size == len(w):
		return singleCapital
	case upper && strings.ToUpper(w) == w:
		return capitals
	case upper && strings.ToLower(w[size:]) == w[size:]:
		return titleWord
	}
	return mixedWord
}
