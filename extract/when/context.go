package when

import (
	_ "embed"
	"strings"
)

//go:embed data/context.txt
var contextFile string

var (
	timely   = set(contextFile, "timely")   // before a month or year
	monthly  = set(contextFile, "monthly")  // before a month and hardly ever before a name
	unyear   = set(contextFile, "unyear")   // before four digits that are no year
	after    = set(contextFile, "counted")  // after four digits that are no year
	whose    = set(contextFile, "whose")    // before decades of a life, "in her 30s"
	scores   = set(contextFile, "scores")   // before figures with a colon that are no time
	american = set(contextFile, "american") // before a day of the United States
	money    = set(contextFile, "money")    // before a number that is no day
	renowned = set(contextFile, "renowned") // before a weekday that has a name of its own
	moved    = set(contextFile, "moved")    // what is done to a day that becomes another
)

func set(file, section string) map[string]bool {
	words := map[string]bool{}
	for w := range sections(file)[section] {
		words[w] = true
	}
	return words
}

// counted reports whether word, after four digits, is what they count.
func counted(word string) bool {
	return after[word] || strings.HasSuffix(word, "000")
}
