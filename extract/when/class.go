package when

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/amount/number"
)

//go:embed data/phrases.txt
var phraseFile string

var phrases = phrasesOf(phraseFile)

// phrasesOf is, for each class, its phrases by their first word, longest
// first.
func phrasesOf(file string) map[string]map[string][][]string {
	classes := map[string]map[string][][]string{}
	class := ""
	for line := range strings.Lines(file) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || words[0] == "#":
		case line[0] == '[':
			class = strings.Trim(words[0], "[]")
			classes[class] = map[string][][]string{}
		default:
			classes[class][words[0]] = append(classes[class][words[0]], words)
		}
	}
	for _, class := range classes {
		for _, list := range class {
			slices.SortFunc(list, func(a, b []string) int { return len(b) - len(a) })
		}
	}
	return classes
}

// figure stands for any digit in the first words of a pattern.
const figure = "0"

// classStarts is the words, and figure for a digit, that can begin a class.
func classStarts(class string) []string {
	var words []string
	switch class {
	case "NUM", "ORD", "DAY", "YEAR":
		return append(number.Starts(), figure)
	case "DECADE", "SHORT":
		return append(keys(decades), figure, "'", "’", "‘")
	case "CLOCK", "ISO", "SLASHED":
		return []string{figure}
	case "HOLIDAY":
		return keys(holidayStarts)
	}
	if list, ok := phrases[class]; ok {
		return keys(list)
	}
	return append(words, keys(lexicon[class])...)
}

func keys[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

// class matches class at token i: the token after it, and its value as a word
// and as a number.
func (f *finder) class(class string, i int) (next int, value string, n float64, ok bool) {
	switch class {
	case "NUM":
		num, ok := number.At(f.t, i)
		return num.Next, "", num.Value, ok && num.Glued == ""
	case "ORD":
		n, next, ok := number.Ordinal(f.t, i)
		return next, "", n, ok
	case "DAY":
		return f.dayOfMonth(i)
	case "YEAR":
		return f.year(i)
	case "SHORT":
		return f.shortYear(i)
	case "DECADE":
		return f.decade(i)
	case "CLOCK":
		return f.clock(i)
	case "ISO":
		return f.iso(i)
	case "SLASHED":
		return f.slashed(i)
	case "HOLIDAY":
		return f.holiday(i)
	}
	if list, ok := phrases[class]; ok {
		next, ok := f.phrase(list, i)
		return next, "", 0, ok
	}
	value, ok = lexicon[class][f.lower[i]]
	return i + 1, value, float64(whole(value)), ok && f.proper(class, i)
}

// proper reports whether token i is written as words of class are: months,
// days of the week and zones have a capital letter.
func (f *finder) proper(class string, i int) bool {
	word := f.t.Word(i)
	r, _ := utf8.DecodeRuneInString(word)
	switch class {
	case "MONTH", "WEEKDAY", "WEEKDAYS":
		return unicode.IsUpper(r)
	case "ZONE":
		return strings.ToUpper(word) == word
	}
	return true
}

func (f *finder) phrase(list map[string][][]string, i int) (int, bool) {
	for _, words := range list[f.lower[i]] {
		if i+len(words) <= f.last && slices.Equal(f.lower[i:i+len(words)], words) {
			return i + len(words), true
		}
	}
	return 0, false
}
