package amount

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/text"
)

var (
	//go:embed data/hedges.txt
	hedgeFile string
	//go:embed data/units.txt
	unitFile string
	//go:embed data/nouns.txt
	nounFile string
	//go:embed data/vague.txt
	vagueFile string
)

var (
	hedges  = sections(hedgeFile)
	unitsOf = sections(unitFile)
	nouns   = sections(nounFile)
	vague   = sections(vagueFile)
)

// A phrase is words in lower case and what they stand for.
type phrase struct {
	words []string
	value string
}

// phrases is the phrases of one list by their first word, longest first.
type phrases map[string][]phrase

// sections reads a data file of "[name]" lines, each followed by a phrase a
// line, with its value after " = " where it has one.
func sections(file string) map[string]phrases {
	lists := map[string]phrases{}
	var list phrases
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case line[0] == '[':
			list = phrases{}
			lists[strings.Trim(line, "[]")] = list
		default:
			key, value, _ := strings.Cut(line, " = ")
			words := strings.Fields(key)
			list[words[0]] = append(list[words[0]], phrase{words, value})
		}
	}
	for _, list := range lists {
		for _, same := range list {
			slices.SortStableFunc(same, func(a, b phrase) int { return len(b.words) - len(a.words) })
		}
	}
	return lists
}

// at is the longest phrase that starts at token i of t, and the token after.
func (p phrases) at(t *text.Text, i int) (value string, next int, ok bool) {
	for _, c := range p[t.Lower(i)] {
		j := 0
		for j < len(c.words) && t.Lower(i+j) == c.words[j] {
			j++
		}
		if j == len(c.words) {
			return c.value, i + j, true
		}
	}
	return "", i, false
}

// number is the value of word as a number, 0 when it is not in the list.
func (p phrases) number(word string) float64 {
	for _, c := range p[word] {
		n, err := strconv.ParseFloat(c.value, 64)
		if len(c.words) == 1 && err == nil {
			return n
		}
	}
	return 0
}

// has reports whether word alone is in the list.
func (p phrases) has(word string) bool {
	for _, c := range p[word] {
		if len(c.words) == 1 {
			return true
		}
	}
	return false
}
