// Package name finds who and what an article names: people, organizations,
// places and groups, the roles they hold, and everywhere else the article
// means them: by surname, abbreviation, office, demonym or pronoun. What comes
// in is the words of the text; what goes out is the entities in the order in
// which they first appear, their mentions in order of the text. Names are
// found by package spot, a learned model; what they are short for, who bears
// them and who is meant elsewhere is told by rules over word lists. It reads
// English only, and looks nothing up outside.
package name

import (
	"onrecord/extract/fact"
	"onrecord/extract/name/spot"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// Find is every entity of t, whose tokens have the given tags. Identifiers count
// from 1, and no two mentions overlap.
func Find(t *text.Text, tags []tag.Tag) []fact.Entity {
	f := newFinder(t)
	f.mark(spot.Find(t, tags))
	f.kinds()
	f.link()
	f.holders()
	f.governments()
	f.generics()
	f.pronouns()
	return f.facts()
}

func newFinder(t *text.Text) *finder {
	f := &finder{Text: t, lists: lists(), lower: make([]string, len(t.Tokens)), at: make([]int, len(t.Tokens)), worded: make([]bool, len(t.Tokens)),
		long: map[string]string{}, plain: map[string]bool{}, stems: map[string]bool{}, seats: map[string]bool{}}
	for i := range f.lower {
		f.lower[i] = t.Lower(i)
	}
	return f
}

// mark finds the mentions by name and what stands beside them.
func (f *finder) mark(names []spot.Name) {
	f.datelines()
	f.spotted(f.unspotted(names))
	f.passed()
	f.surnames()
	f.order()
	f.unplace()
	f.adjectives()
	f.seated()
	f.roles()
	f.abbreviations()
}

// A finder holds what is known of one text while it is read.
type finder struct {
	*text.Text
	lists    *wordLists
	lower    []string // per token, its Lower
	mentions []mention
	at       []int             // per token, 1 + the index of the mention that holds it
	worded   []bool            // per token, whether it words the role of a name
	long     map[string]string // abbreviations bound by brackets, to the long form
	stems    map[string]bool   // names of which adjectives stand in the text
	seats    map[string]bool   // names of towns by what has its seat there: "University of Elde"
	plain    map[string]bool   // abbreviations of common words
	entities []*entity
}

// A mention is a sequence of tokens that names something.
type mention struct {
	first, last int // tokens [first, last)
	how         fact.How
	kind        fact.Kind
	known       *entry
	open        bool // the clues about it may yet tell another kind
	rule        string
	score       float64
	gender      byte // 'm', 'f' or 0
	role        role
	entity      *entity
}

// An entity is what one or more mentions name.
type entity struct {
	id         int
	name       string
	kind       fact.Kind
	known      *entry
	gender     byte
	role       string
	of         *entity
	rule       string
	score      float64
	noun       string   // that stands beside the name: "agency"
	offices    []string // the nouns that a person was called by: "minister", "wife"
	words      []string // of the fullest name
	mentions   []mention
	firstToken int
	age        int // in years, 0 when the text does not give it
	heard      int // times it was mentioned, up to where pronouns are being read
}

// Lower is what text.Text.Lower gives, which is asked many times of each token.
func (f *finder) Lower(i int) string {
	if i < 0 || i >= len(f.lower) {
		return ""
	}
	return f.lower[i]
}

// words is the words of the tokens [first, last).
func (f *finder) words(first, last int) []string {
	words := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		words = append(words, f.Word(i))
	}
	return words
}

// possessive is the number of tokens that "’s" takes at token i, 0 for none.
func (f *finder) possessive(i int) int {
	switch f.Word(i) {
	case "'s", "’s":
		return 1
	case "'", "’":
		if f.Word(i+1) == "s" {
			return 2 // tokenised text
		}
		return 1
	}
	return 0
}

// grammar reports whether w is in the set of that name.
func (f *finder) grammar(set, w string) bool { return f.lists.grammar[set][w] }

// add records a mention unless one of its tokens is taken.
func (f *finder) add(m mention) {
	for i := m.first; i < m.last; i++ {
		if f.at[i] != 0 {
			return
		}
	}
	f.mentions = append(f.mentions, m)
	for i := m.first; i < m.last; i++ {
		f.at[i] = len(f.mentions)
	}
}

// mentionAt is the mention that holds token i, nil for none.
func (f *finder) mentionAt(i int) *mention {
	if i < 0 || i >= len(f.at) || f.at[i] == 0 {
		return nil
	}
	return &f.mentions[f.at[i]-1]
}
