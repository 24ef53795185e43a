package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/syntax/cluster"
	"onrecord/extract/syntax/tag"
)

// A spelling is which capitals a lemma has.
type spelling uint8

const (
	small     spelling = iota // none: "city" for "Cities"
	asWritten                 // those of the word: "NATO"
	titled                    // the first letter: "Melk" for "MELK"
)

// The capitals of a word, of its kind and of its tag together give its
// lemma's.
const (
	noCapital = iota
	firstCapital
	oneCapital // "X"
	allCapitals
	capitals

	caseKinds = int(cluster.Capital) + 1
	tags      = 256
	contexts  = tags * capitals * caseKinds
)

// context numbers what decides how the lemma of word is written.
func context(word string, t tag.Tag) int {
	return (int(t)*capitals+capitalsOf(word))*caseKinds + int(cluster.Of(word).Case)
}

func capitalsOf(word string) int {
	any, all, n := false, true, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			any = true
		case unicode.IsLower(r):
			all = false
		}
		n++
	}
	switch {
	case !any:
		return noCapital
	case n == 1:
		return oneCapital
	case all:
		return allCapitals
	}
	return firstCapital
}

// lower is word in lower case with its apostrophes straight.
func lower(word string) string {
	for i := range len(word) {
		if b := word[i]; b >= utf8.RuneSelf || 'A' <= b && b <= 'Z' {
			return strings.Map(lowerRune, word)
		}
	}
	return word
}

func lowerRune(r rune) rune {
	if r == '’' {
		return '\''
	}
	return unicode.ToLower(r)
}

// fold is r as rules know it.
func fold(r rune) rune {
	if unicode.IsDigit(r) {
		return '0'
	}
	return lowerRune(r)
}

// title is word with its first letter a capital.
func title(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	if !unicode.IsLower(first) {
		return word
	}
	return string(unicode.ToUpper(first)) + word[size:]
}
