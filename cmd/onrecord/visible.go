package main

import (
	"strings"
	"unicode"
)

// visible is s on one line, fit for a terminal: characters that steer one, or
// turn the direction of the text, are shown as � and not obeyed.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, oneLine(s))
}

// oneLine is s with every run of white space, line ends included, as a space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
