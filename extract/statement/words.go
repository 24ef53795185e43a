package statement

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/words.txt
var wordFile string

// A class is a set of the kinds of token that the rules tell apart.
type class uint16

const (
	negation class = 1 << iota
	hedge
	witness  // who tells without a name: "officials"
	relaying // passes on what others say: "according"
	notice   // opens a paragraph and is no speaker: "update"
	body     // what an organization can be called after its name: "agency"
	mark     // punctuation
	quoteMark
	terminal // ends a sentence
	capital  // starts with a capital letter or digit
	timed    // inside a time expression
)

// sections pairs the headings of data/words.txt with their classes.
var sections = []struct {
	name string
	class
}{{"negations", negation}, {"hedges", hedge}, {"witnesses", witness}, {"relaying", relaying}, {"bodies", body}, {"notices", notice}}

// classes is the classes of every word in the package's lists.
var classes = sync.OnceValue(func() map[string]class {
	m := map[string]class{}
	for _, s := range sections {
		for _, w := range strings.Fields(section(wordFile, s.name)) {
			m[w] |= s.class
		}
	}
	return m
})

// section is the part of a data file under the line "[name]".
func section(file, name string) string {
	_, rest, _ := strings.Cut(file, "\n["+name+"]\n")
	part, _, _ := strings.Cut(rest, "\n[")
	return part
}

// classOf is the classes of a word by itself; lower is the word in lower case
// with plain apostrophes.
func classOf(word, lower string) class {
	c := classes()[lower]
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsUpper(r) || unicode.IsDigit(r):
		c |= capital
	case !unicode.IsLetter(r) && (len(lower) < 2 || lower[0] != '\''):
		c |= markOf(r)
	}
	return c
}

// markOf is the classes of a token that is no word and starts with r.
func markOf(r rune) class {
	switch {
	case strings.ContainsRune("“”\"«»‘’'„`", r):
		return mark | quoteMark
	case strings.ContainsRune(".!?…", r):
		return mark | terminal
	}
	return mark
}
