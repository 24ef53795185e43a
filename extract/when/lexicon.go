package when

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed data/lexicon.txt
var lexiconFile string

// lexicon is, for each class, its words and their values.
var lexicon = sections(lexiconFile)

// sections reads a data file of "[name]" lines, each followed by lines of a
// word and, where it has one, its value.
func sections(file string) map[string]map[string]string {
	classes := map[string]map[string]string{}
	var words map[string]string
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case line[0] == '[':
			words = map[string]string{}
			classes[strings.Trim(line, "[]")] = words
		default:
			word, value, _ := strings.Cut(line, " ")
			words[word] = value
		}
	}
	return classes
}

// whole is the value of a word of a class as a number, 0 when it has none.
func whole(value string) int {
	if value == "" || value[0] > '9' {
		return 0 // most classes; an error would cost more than the answer
	}
	n, _ := strconv.Atoi(value)
	return n
}
