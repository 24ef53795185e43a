package text

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/abbreviations.txt
var abbreviationFile string

//go:embed data/starters.txt
var starterFile string

//go:embed data/speech.txt
var speechFile string

var (
	titles        = words(section(abbreviationFile, "titles"))
	numbered      = words(section(abbreviationFile, "numbers"))
	inside        = words(section(abbreviationFile, "inside"))
	abbreviations = words(section(abbreviationFile, "others"))
	starters      = words(starterFile)
	speech        = words(speechFile)
)

// longestAbbreviation is the bytes of the longest abbreviation that is looked
// for; letters with full stops ("U.S.S.R.") count up to it.
const longestAbbreviation = 12

// Abbreviation reports whether w, with its full stop, is a known
// abbreviation, a single initial, or letters each with a full stop.
func Abbreviation(w string) bool {
	if len(w) > longestAbbreviation {
		return false
	}
	lower := strings.ToLower(w)
	return titles[lower] || numbered[lower] || inside[lower] || abbreviations[lower] || dotted(w)
}

// Initial reports whether w is one capital letter and a full stop.
func Initial(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && w[size:] == "."
}

// dotted reports whether every second character of w is a full stop: "U.S.",
// "e.g.", "J.".
func dotted(w string) bool {
	letters := 0
	for len(w) > 0 {
		r, size := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) || !strings.HasPrefix(w[size:], ".") {
			return false
		}
		letters++
		w = w[size+1:]
	}
	return letters > 0
}

// sentenceStarter reports whether w, which follows an abbreviation, is a word
// that begins sentences and not names: "The", "But", "He".
func sentenceStarter(w string) bool { return starters[strings.ToLower(w)] }

// section is the part of a data file under the line "[name]".
func section(file, name string) string {
	_, rest, _ := strings.Cut(file, "["+name+"]\n")
	part, _, _ := strings.Cut(rest, "\n[")
	return part
}

// words is the set of the words in a data file, without its # lines.
func words(file string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(file) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				set[w] = true
			}
		}
	}
	return set
}
