package event

import (
	_ "embed"
	"strings"

	"onrecord/extract/fact"
)

//go:embed data/triggers.txt
var triggerFile string

//go:embed data/stances.txt
var stanceFile string

//go:embed data/words.txt
var wordFile string

// A word is what a trigger word tells of.
type word struct {
	kind             fact.EventKind
	verb, noun, weak bool
}

// An example is a sentence that has an event of a kind in it.
type example struct {
	kind fact.EventKind
	text string
}

var (
	triggerWords, examples = readTriggers()

	determiners  = readSection(wordFile, "determiners")
	prepositions = readSection(wordFile, "prepositions")
	locatives    = readSection(wordFile, "locatives")
	partners     = readSection(wordFile, "partners")
	future       = readSection(wordFile, "future")
	doubtful     = readSection(wordFile, "doubtful")
	negations    = readSection(wordFile, "negations")
	bounds       = readSection(wordFile, "bounds") // what makes a date a limit
	clauses      = readSection(wordFile, "clauses")

	refusals  = readLines(stanceFile, "not")
	supports  = readLines(stanceFile, "for")
	lightVerb = readSection(stanceFile, "light")
	answers   = readSection(stanceFile, "answers")
)

// readTriggers is the words and examples of data/triggers.txt.
func readTriggers() (map[string]word, []example) {
	words := map[string]word{}
	var found []example
	kind := fact.EventKind("")
	for line := range strings.Lines(triggerFile) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			kind = fact.EventKind(strings.Trim(line, "[]"))
		}
		key, rest, ok := strings.Cut(line, ": ")
		if !ok || kind == "" {
			continue
		}
		if key == "example" {
			found = append(found, example{kind, rest})
			continue
		}
		for _, w := range strings.Fields(rest) {
			x := words[w]
			x.kind = kind
			x.verb = x.verb || key == "verbs"
			x.noun = x.noun || key != "verbs"
			x.weak = x.weak || key == "weak"
			words[w] = x
		}
	}
	return words, found
}

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
