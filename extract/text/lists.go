package text

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/*.txt
var data embed.FS

// longestListed is the bytes of the longest word in any list but those of
// abbreviations and whole lines.
const longestListed = 16

// longestContraction is the bytes of the longest contraction in its list.
const longestContraction = 8

// longestEmoticon is the bytes of the longest emoticon in its list.
const longestEmoticon = 4

// use says how an abbreviation stands to what follows it.
type use uint8

const (
	title     use = iota + 1 // a name follows
	numbered                 // a number follows, or else the full stop ends a sentence
	ambiguous                // also a word; an abbreviation before a comma or a number
	inside                   // no sentence ends with it
	other
)

// wordLists is the lists of package text by their sections; all in lower case
// but units, emoticons and countries, which are as they are written.
type wordLists struct {
	abbreviation                               map[string]use
	inner                                      map[string]bool // what stands before a full stop inside an abbreviation: "ph."
	domains, countries, newsgroups, extensions map[string]bool
	prefixes, hyphened, elided, strokes, units map[string]bool
	emoticons                                  map[string]bool
	contractions                               map[string][]int // where a contraction without its apostrophe parts, in bytes
	starters, speech, continuers, afterHours   map[string]bool
}

// lists is the word lists, read when first needed. That cannot fail: the files
// are part of the program, and a test reads them.
var lists = sync.OnceValue(func() *wordLists {
	short, address, word := file("abbreviations"), file("addresses"), file("words")
	l := &wordLists{
		abbreviation: map[string]use{},
		inner:        set(section(short, "inner")),
		domains:      set(section(address, "domains")),
		countries:    set(section(address, "countries")),
		newsgroups:   set(section(address, "newsgroups")),
		extensions:   set(section(address, "extensions")),
		prefixes:     set(section(word, "prefixes")),
		hyphened:     set(section(word, "hyphened")),
		elided:       set(section(word, "elided")),
		strokes:      set(section(word, "strokes")),
		units:        set(section(word, "units")),
		emoticons:    set(file("emoticons")),
		contractions: contractions(file("contractions")),
		starters:     set(section(file("sentences"), "starters")),
		speech:       set(section(file("sentences"), "speech")),
		continuers:   set(section(file("sentences"), "continuers")),
		afterHours:   set(section(file("sentences"), "hours")),
	}
	for use, name := range map[use]string{title: "titles", numbered: "numbers", ambiguous: "ambiguous", inside: "inside", other: "others"} {
		for w := range set(section(short, name)) {
			l.abbreviation[w] = use
		}
	}
	return l
})

// file is the text of a file in data.
func file(name string) string {
	b, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(fmt.Sprintf("text: no list of %s: %v", name, err))
	}
	return string(b)
}

// section is the part of a data file under the line "[name]".
func section(file, name string) string {
	_, rest, _ := strings.Cut(file, "\n["+name+"]\n")
	part, _, _ := strings.Cut(rest, "\n[")
	return part
}

// set is the words in a data file, without its # lines.
func set(file string) map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(file) {
		if !strings.HasPrefix(line, "# ") {
			for _, w := range strings.Fields(line) {
				words[w] = true
			}
		}
	}
	return words
}

// contractions reads lines of parts into where their joined word parts.
func contractions(file string) map[string][]int {
	cuts := map[string][]int{}
	for line := range strings.Lines(file) {
		parts := strings.Fields(line)
		if len(parts) < 2 || parts[0] == "#" {
			continue
		}
		at := make([]int, len(parts)-1)
		for i := range at {
			if i > 0 {
				at[i] = at[i-1]
			}
			at[i] += len(parts[i])
		}
		cuts[strings.Join(parts, "")] = at
	}
	return cuts
}
