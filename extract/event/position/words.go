package position

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/words.txt
var wordFile string

// A set is some of the classes that the rules tell apart.
type set uint32

const (
	negation set = 1 << iota
	doubt
	open
	tail
	carrier
	unheld
	answer
	light
	holder
	ending
	bad
	duty
	coming
	friendly
	hostile
	aimed
	day
	rule
	unwanted
	gift
	giver
	pact
	carried
	blow
	menace
	severing
	tie
	vague
	appetite
)

// sections pairs the headings of data/words.txt with their classes.
var sections = []struct {
	name string
	set  set
}{
	{"negations", negation}, {"doubts", doubt}, {"open", open}, {"tails", tail}, {"carriers", carrier},
	{"unheld", unheld}, {"answers", answer}, {"light", light}, {"holders", holder}, {"ends", ending}, {"bad", bad},
	{"duties", duty}, {"coming", coming}, {"friendly", friendly}, {"hostile", hostile}, {"aimed", aimed},
	{"days", day}, {"rules", rule}, {"unwanted", unwanted}, {"gifts", gift}, {"givers", giver}, {"carried", carried}, {"blows", blow}, {"menaces", menace}, {"severing", severing}, {"ties", tie}, {"vague", vague}, {"pacts", pact},
	{"appetites", appetite},
}

// classes is the classes of every listed word.
var classes = sync.OnceValue(func() map[string]set {
	m := map[string]set{}
	for _, s := range sections {
		for _, w := range strings.Fields(section(s.name)) {
			m[w] |= s.set
		}
	}
	return m
})

// section is the words of data/words.txt under a heading; what follows the
// heading on its line is a remark.
func section(name string) string {
	_, rest, _ := strings.Cut(wordFile, "\n["+name+"]")
	_, rest, _ = strings.Cut(rest, "\n")
	part, _, _ := strings.Cut(rest, "\n[")
	return part
}

// is reports whether token i, as it stands, has one of the classes s.
func (r *reader) is(i int, s set) bool { return classes()[r.word(i)]&s != 0 }

// means reports whether the lemma of token i has one of the classes s.
func (r *reader) means(i int, s set) bool { return classes()[r.lemma(i)]&s != 0 }
