package tree

import (
	"unicode"
	"unicode/utf8"
)

// The shapes of words; one at the beginning of a sentence has another shape
// than the same inside.
const (
	shapeLower = 1 + iota
	shapeTitle
	shapeCapitals
	shapeInitial
	shapeMixed
	shapeDigits
	shapeWithDigit
	shapeOther
	shapes = 2 * shapeOther
)

func shapeOf(word string, first bool) uint16 {
	s := shapeInside(word)
	if first {
		s += shapeOther
	}
	return uint16(s)
}

func shapeInside(word string) int {
	var upper, lower, digit int
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case unicode.IsDigit(r):
			digit++
		}
	}
	begin, _ := utf8.DecodeRuneInString(word)
	switch {
	case digit > 0 && upper+lower == 0:
		return shapeDigits
	case digit > 0:
		return shapeWithDigit
	case upper+lower == 0:
		return shapeOther
	case upper == 0:
		return shapeLower
	case lower == 0 && upper == 1:
		return shapeInitial
	case lower == 0:
		return shapeCapitals
	case upper == 1 && unicode.IsUpper(begin):
		return shapeTitle
	}
	return shapeMixed
}
