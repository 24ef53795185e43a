package event

import (
	_ "embed"
	"strings"

	"onrecord/extract/fact"
)

//go:embed data/nouns.txt
var nounFile string

// A class is a set of things that an event can happen to: nouns by their
// lemma, and entities by their kind.
type class struct {
	nouns   map[string]bool
	kinds   map[fact.Kind]bool
	pronoun bool // "he", "them"
	number  bool // "three", "dozens"
}

var classes = readClasses(nounFile)

// readClasses is the sections of data/nouns.txt.
func readClasses(file string) map[string]class {
	all := map[string]class{}
	name := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			name = strings.Trim(line, "[]")
			all[name] = class{nouns: map[string]bool{}, kinds: map[fact.Kind]bool{}}
		default:
			c := all[name]
			for w := range strings.FieldsSeq(line) {
				c.add(all, w)
			}
			all[name] = c
		}
	}
	return all
}

// add puts a noun into c, or what a word with a sign in front stands for: an
// entity's kind, or another class.
func (c *class) add(all map[string]class, w string) {
	sign, rest := w[0], w[1:]
	switch {
	case w == "@pronoun":
		c.pronoun = true
	case w == "@number":
		c.number = true
	case sign == '@':
		c.kinds[fact.Kind(rest)] = true
	case sign == '+':
		other := all[rest]
		for n := range other.nouns {
			c.nouns[n] = true
		}
		for k := range other.kinds {
			c.kinds[k] = true
		}
		c.pronoun, c.number = c.pronoun || other.pronoun, c.number || other.number
	default:
		c.nouns[w] = true
	}
}

// is reports whether the phrase headed by token i is of class name. "Any" is
// every phrase. Of "a group of diplomats" the diplomats count.
func (f *finder) is(i int, name string) bool {
	if i < 0 || name == "any" {
		return i >= 0
	}
	c, listed := classes[name]
	if !listed {
		return f.base(i) == name
	}
	for range longestClimb {
		if c.holds(f, i) {
			return true
		}
		inner := f.counted(i)
		if inner < 0 {
			return false
		}
		i = inner
	}
	return false
}

func (c *class) holds(f *finder, i int) bool {
	m := f.titled(i)
	if m != nil && c.kinds[m.entity.Kind] {
		return true
	}
	if m != nil && m.how != fact.ByPronoun {
		natives := m.how == fact.ByDemonym && strings.HasSuffix(f.xpos(i), "S") // "Orlanders"
		return natives && c.kinds[fact.Group] || c.nouns[f.base(i)]
	}
	switch f.tags[i].UPOS() {
	case "NUM":
		return c.number
	case "PRON":
		return c.pronoun && personal[f.lower[i]]
	case "DET", "ADJ":
		if r := f.relation(i); c.number && r != "amod" && r != "det" {
			return true
		}
	}
	return c.nouns[f.base(i)]
}

// titled is the mention over token i or, when that is a title, over the name
// behind it: "Gen. Ilse Marek".
func (f *finder) titled(i int) *mentioned {
	if m := f.mentionAt(i); m != nil {
		return m
	}
	if k := f.dependent(i, "flat"); k >= 0 {
		return f.mentionAt(k)
	}
	return nil
}

// counted is what the noun at token i counts or gathers, "people" in "dozens
// of people"; -1 when it does neither.
func (f *finder) counted(i int) int {
	if !words["partitives"][f.base(i)] && f.tags[i].UPOS() != "NUM" {
		return -1
	}
	for k := range f.children(i) {
		if f.label(k) == "nmod" && f.preposition(k) == "of" {
			return k
		}
	}
	return -1
}

var personal = words["persons"]
