package statement

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/words.txt
var wordFile string

//go:embed data/verbs.txt
var verbFile string

// A class is a set of the kinds of word that the rules tell apart.
type class uint32

const (
	determiner class = 1 << iota
	possessive
	pronoun
	subject  // a pronoun that can only be a subject: "he"
	object   // a pronoun that can only be an object: "him"
	relative // opens a relative clause: "who"
	preposition
	adjunct      // a preposition that opens a time, place or manner of speaking
	subordinator // opens a subordinate clause
	question     // opens an indirect question
	conjunction
	auxiliary
	finite // a finite verb, auxiliaries too
	modal
	be
	negation
	hedge
	adverb
	aside     // opens a clause that the writer adds to an object
	linker    // opens a clause or participle that goes on from a statement
	venue     // where things are said: "interview"
	hearer    // who is told: "reporters"
	witnesses // who tells without a name: "officials"
	body      // what an organization can be called after its name: "agency"
	mark      // punctuation
	quoteMark
	terminal // ends a sentence
	capital  // starts with a capital letter or digit
	timed    // inside a time expression
	mention  // inside a mention of an entity, pronouns aside
)

// sections pairs the headings of data/words.txt with their classes.
var sections = []struct {
	name string
	class
}{
	{"determiners", determiner}, {"possessives", possessive}, {"pronouns", pronoun},
	{"subjects", subject}, {"objects", object}, {"relatives", relative},
	{"prepositions", preposition}, {"adjuncts", adjunct}, {"subordinators", subordinator},
	{"questions", question}, {"witnesses", witnesses}, {"conjunctions", conjunction}, {"auxiliaries", auxiliary},
	{"finite", finite}, {"modals", modal}, {"be", be}, {"negations", negation},
	{"hedges", hedge}, {"adverbs", adverb}, {"asides", aside}, {"linkers", linker}, {"venues", venue}, {"hearers", hearer}, {"bodies", body},
}

var classes = readClasses()

// readClasses is the classes of every word in the package's lists.
func readClasses() map[string]class {
	m := map[string]class{}
	for _, s := range sections {
		for _, w := range strings.Fields(section(wordFile, s.name)) {
			m[w] |= s.class
		}
	}
	for line := range strings.Lines(verbFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			m[w] |= finite
		}
	}
	return m
}

// section is the part of a data file under the line "[name]".
func section(file, name string) string {
	_, rest, _ := strings.Cut(file, "\n["+name+"]\n")
	part, _, _ := strings.Cut(rest, "\n[")
	return part
}

// classOf is the classes of a word by itself; lower is the word in lower case
// with plain apostrophes.
func classOf(word, lower string) class {
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (len(lower) < 2 || lower[0] != '\'') {
		return markOf(word, r)
	}
	c, known := classes[lower]
	if unicode.IsUpper(r) || unicode.IsDigit(r) {
		c |= capital
	}
	if v, ok := cueVerbs[lower]; ok && v.shape&(third|past) != 0 && !homographs[lower] {
		c |= finite
	}
	switch {
	case known:
	case strings.HasSuffix(lower, "ly") && len(lower) > 4:
		c |= adverb
	case strings.HasSuffix(lower, "ed") && len(lower) > 4 && c&capital == 0:
		c |= finite
	}
	return c
}

// markOf is the classes of a token that is no word.
func markOf(word string, r rune) class {
	c := mark
	switch {
	case strings.ContainsRune("“”\"«»‘’'„`", r):
		c |= quoteMark
	case strings.ContainsRune(".!?…", r):
		c |= terminal
	}
	return c
}
