package event

import (
	_ "embed"
	"strings"
)

//go:embed data/stances.txt
var stanceFile string

//go:embed data/words.txt
var wordFile string

var (
	determiners = readSection(wordFile, "determiners")
	future      = readSection(wordFile, "future")
	doubtful    = readSection(wordFile, "doubtful")
	negations   = readSection(wordFile, "negations")
	clauses     = readSection(wordFile, "clauses")

	refusals  = readLines(stanceFile, "not")
	supports  = readLines(stanceFile, "for")
	lightVerb = readSection(stanceFile, "light")
	answers   = readSection(stanceFile, "answers")
)

// readLines is the lines of a section of a data file.
func readLines(file, name string) []string {
	_, rest, _ := strings.Cut(file, "\n["+name+"]")
	_, rest, _ = strings.Cut(rest, "\n") // what follows the heading is a remark
	part, _, _ := strings.Cut(rest, "\n[")
	return strings.Split(strings.TrimSpace(part), "\n")
}

// readSection is the words of a section of a data file.
func readSection(file, name string) map[string]bool {
	m := map[string]bool{}
	for _, line := range readLines(file, name) {
		for _, w := range strings.Fields(line) {
			m[w] = true
		}
	}
	return m
}
