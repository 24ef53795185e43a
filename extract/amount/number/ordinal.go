package number

import (
	"strings"

	"onrecord/extract/text"
)

// Ordinal reads "21st", "third", "twenty-first" at token i and gives the
// first token after it.
func Ordinal(t *text.Text, i int) (value float64, next int, ok bool) {
	word := t.Lower(i)
	if v, ok := ordinals[word]; ok {
		return v, i + 1, true
	}
	if v, ok := tens[word]; ok && t.Word(i+1) == "-" {
		if o, ok := ordinals[t.Lower(i+2)]; ok && o < 10 {
			return v + o, i + 3, true
		}
	}
	v, rest, ok := Digits(word)
	switch rest {
	case "st", "nd", "rd", "th":
		return v, i + 1, ok && !strings.ContainsAny(word, ".")
	}
	return 0, i, false
}
