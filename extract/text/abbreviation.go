package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestAbbreviation is the bytes of the longest abbreviation that is looked
// for; letters with full stops ("U.S.S.R.") count up to it.
const longestAbbreviation = 12

// Abbreviation reports whether w, with its full stop, is a known
// abbreviation, a single initial, or letters each with a full stop.
func Abbreviation(w string) bool {
	if len(w) > longestAbbreviation {
		return false
	}
	return lists().abbreviation[strings.ToLower(w)] != 0 || dotted(w)
}

// Initial reports whether w is one capital letter and a full stop.
func Initial(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && w[size:] == "."
}

// joinsPronoun reports whether before ends with a word after which "I" is the
// pronoun and not an initial.
func joinsPronoun(before string) bool {
	for _, w := range []string{" and ", " or ", " than ", " as ", " am ", " do ", " did ", " will ", " can "} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// isSingle reports whether w is one letter and a full stop.
func isSingle(w string) bool {
	_, size := utf8.DecodeRuneInString(w)
	return w[size:] == "."
}

// dotted reports whether every second character of w is a full stop: "U.S.",
// "e.g.", "J.".
func dotted(w string) bool {
	letters := 0
	for len(w) > 0 {
		r, size := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) || !strings.HasPrefix(w[size:], ".") {
			return false
		}
		letters++
		w = w[size+1:]
	}
	return letters > 0
}

// abbreviates reports whether the word raw[start:end] keeps its full stop. "No."
// and its like do before a number only, "Sun." and its like before a comma or
// a number, "al." after "et", "etc." inside a sentence, and a single letter
// inside a paragraph.
func abbreviates(raw string, start, end int) bool {
	w := raw[start:end]
	if !Abbreviation(w) {
		return false
	}
	lower := strings.ToLower(w)
	after := strings.TrimLeft(raw[end:min(len(raw), end+3)], " ")
	closing := after == "" || after[0] == '\n' || after[0] == '\r'
	switch lists().abbreviation[lower] {
	case numbered:
		if Initial(w) {
			break // "P." is a page in lower case only
		}
		return after != "" && isDigitByte(after[0])
	case ambiguous:
		return lower != w && after != "" && (isDigitByte(after[0]) || strings.IndexByte(",);:", after[0]) >= 0)
	}
	switch {
	case lower == "al.":
		return w == lower && strings.HasSuffix(raw[:start], "et ")
	case w == "I.":
		return !joinsPronoun(raw[:start])
	case lower == "etc.":
		return !closing && !isUpperByte(after[0])
	}
	return !closing || !isSingle(w)
}

func isUpperFirst(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
