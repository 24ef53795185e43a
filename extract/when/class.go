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

// A class reads one kind of word or phrase at a token: the token after it,
// and its value as a word and as a number.
type class struct {
	read   func(f *finder, i int) (next int, value string, n float64, ok bool)
	starts []string // the words, and figure for a digit, it can begin with
	single bool     // it is one token
}

// classOf is the class that a pattern calls name: a kind of number or date in
// figures, a list of phrases or one of the classes of the lexicon.
func classOf(name string) class {
	numeric := append(number.Starts(), figure)
	short := append(keys(decades), figure, "'", "’", "‘")
	switch name {
	case "NUM":
		return class{read: (*finder).number, starts: numeric}
	case "ORD":
		return class{read: (*finder).ordinal, starts: numeric}
	case "DAY":
		return class{read: (*finder).dayOfMonth, starts: numeric}
	case "YEAR":
		return class{read: (*finder).year, starts: numeric}
	case "SHORT":
		return class{read: (*finder).shortYear, starts: short}
	case "DECADE":
		return class{read: (*finder).decade, starts: short}
	case "CLOCK":
		return class{read: (*finder).clock, starts: []string{figure}}
	case "ISO":
		return class{read: (*finder).iso, starts: []string{figure}}
	case "SLASHED":
		return class{read: (*finder).slashed, starts: []string{figure}}
	case "HOLIDAY":
		return class{read: (*finder).holiday, starts: keys(holidayStarts)}
	}
	if list, ok := phrases[name]; ok {
		return class{read: phraseReader(list), starts: keys(list)}
	}
	return class{read: wordReader(name, lexicon[name]), starts: keys(lexicon[name]), single: true}
}

func keys[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

func phraseReader(list map[string][][]string) func(*finder, int) (int, string, float64, bool) {
	return func(f *finder, i int) (int, string, float64, bool) {
		next, ok := f.phrase(list, i)
		return next, "", 0, ok
	}
}

func wordReader(name string, words map[string]string) func(*finder, int) (int, string, float64, bool) {
	return func(f *finder, i int) (int, string, float64, bool) {
		value, ok := words[f.lower[i]]
		return i + 1, value, float64(whole(value)), ok && f.proper(name, i)
	}
}

func (f *finder) number(i int) (int, string, float64, bool) {
	n, ok := number.At(f.t, i)
	return n.Next, "", n.Value, ok && n.Glued == ""
}

func (f *finder) ordinal(i int) (int, string, float64, bool) {
	n, next, ok := number.Ordinal(f.t, i)
	return next, "", n, ok
}

// proper reports whether token i is written as words of class are: months,
// days of the week and zones have a capital letter.
func (f *finder) proper(class string, i int) bool {
	word := f.t.Word(i)
	r, _ := utf8.DecodeRuneInString(word)
	switch class {
	case "MONTH", "WEEKDAY", "WEEKDAYS", "QSIGN":
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
