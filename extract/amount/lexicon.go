package amount

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/amount/number"
	"onrecord/extract/text"
)

var (
	//go:embed data/currencies.txt
	currencyFile string
	//go:embed data/hedges.txt
	hedgeFile string
	//go:embed data/units.txt
	unitFile string
	//go:embed data/nouns.txt
	nounFile string
	//go:embed data/tree.txt
	treeFile string
	//go:embed data/vague.txt
	vagueFile string
)

var (
	money   = sections(currencyFile)
	hedges  = sections(hedgeFile)
	nouns   = sections(nounFile)
	syntax  = sections(treeFile)
	unitsOf = sections(unitFile)
	vague   = sections(vagueFile)
)

// openers is the words and signs that an amount can begin with, but for figures
// and what is not ASCII.
var openers = func() map[string]bool {
	all := map[string]bool{"-": true, "between": true, "minus": true, "negative": true}
	for _, word := range number.Starts() {
		all[word] = true
	}
	for _, list := range [...]phrases{
		hedges["about"], hedges["exact"], hedges["high"], hedges["low"],
		money["symbols"], money["codes"], vague["least"], vague["several"], vague["multiples"],
	} {
		for word := range list {
			all[word] = true
		}
	}
	return all
}()

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

// named is at for a list of names in the singular: the last word of the text
// may be the plural, but for abbreviations ("has" is no hectares).
func (p phrases) named(t *text.Text, i int) (value string, next int, ok bool) {
	value, next, ok = p.at(t, i)
	word := t.Lower(i)
	for _, list := range [...][]phrase{p[word], p[strings.TrimSuffix(word, "s")]} {
		for _, c := range list {
			last := len(c.words) - 1
			j := 0
			for j < last && t.Lower(i+j) == c.words[j] {
				j++
			}
			if j == last && i+last >= next && len(c.words[last]) > 2 && t.Lower(i+last) == c.words[last]+"s" {
				value, next, ok = c.value, i+len(c.words), true
			}
		}
	}
	return value, next, ok
}

// number is the value of word as a number, 0 when it is not in the list.
func (p phrases) number(word string) float64 {
	n, err := strconv.ParseFloat(p.value(word), 64)
	if err != nil {
		return 0
	}
	return n
}

// value is what word alone stands for, "" when it is not in the list.
func (p phrases) value(word string) string {
	for _, c := range p[word] {
		if len(c.words) == 1 {
			return c.value
		}
	}
	return ""
}

// pair is the number that two words stand for, 0 when they are not in the list.
func (p phrases) pair(first, second string) float64 {
	for _, c := range p[first] {
		if len(c.words) == 2 && c.words[1] == second {
			n, _ := strconv.ParseFloat(c.value, 64)
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
