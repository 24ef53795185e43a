package event

import (
	_ "embed"
	"strings"
)

//go:embed data/grammar.txt
var grammarFile string

// words is the lists of data/grammar.txt by name.
var words = readLists(grammarFile)

// readLists is the sections of file, each a set of words.
func readLists(file string) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	var list map[string]bool
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			list = map[string]bool{}
			all[strings.Trim(line, "[]")] = list
		default:
			for w := range strings.FieldsSeq(line) {
				list[w] = true
			}
		}
	}
	return all
}
