package number

import (
	"math"
	"strconv"
	"strings"
)

// Digits reads the figures at the start of word, "1,500" or "2.5", and gives
// what is glued to them: "km" of "10km". Commas must part thousands, so that
// "1,50" is no number; neither is "10:35" or "1.2.3".
func Digits(word string) (value float64, rest string, ok bool) {
	end := 0
	for end < len(word) && strings.IndexByte("0123456789.,:", word[end]) >= 0 {
		end++
	}
	figures, rest := word[:end], word[end:]
	whole, fraction, _ := strings.Cut(figures, ".")
	if whole == "" || strings.ContainsAny(fraction, ".,:") || !grouped(whole) {
		return 0, "", false
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(figures, ",", ""), 64)
	if err != nil || math.IsInf(value, 0) {
		return 0, "", false
	}
	return value, rest, true
}

// grouped reports whether the commas in a whole number, if any, part it into
// thousands.
func grouped(whole string) bool {
	if strings.Contains(whole, ":") {
		return false
	}
	head, groups, found := strings.Cut(whole, ",")
	if !found {
		return true
	}
	if len(head) == 0 || len(head) > 3 {
		return false
	}
	for group := range strings.SplitSeq(groups, ",") {
		if len(group) != 3 {
			return false
		}
	}
	return true
}
