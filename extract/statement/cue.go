package statement

import (
	_ "embed"
	"strings"

	"onrecord/extract/fact"
)

//go:embed data/cues.txt
var cueFile string

// A frame is one reading that the content of a cue can have.
type frame string

const (
	asQuote  frame = "quote"
	asThat   frame = "that"
	asBare   frame = "bare"
	asWh     frame = "wh"
	asTo     frame = "to"
	asNoun   frame = "np"
	asSmall  frame = "small"
	asHearer frame = "hearer"
	asTold   frame = "told"
	asAt     frame = "at" // an object and a number: "put the dead at 40"
)

// A cue is a word that reports what someone said, thinks or wants.
type cue struct {
	lemma  string
	act    fact.Act
	frames map[frame]fact.Act  // every reading with its act
	after  map[string]fact.Act // prepositions before the content, with the act
	out    bool                // "out" stands after the verb: "pointed out"
}

// takes reports whether c can be read as f.
func (c *cue) takes(f frame) bool {
	_, ok := c.frames[f]
	return ok
}

// A shape is the inflection of a verb form.
type shape uint8

const (
	base shape = 1 << iota
	third
	past
	participle
	gerund
)

// A verb is a cue in one of its forms.
type verb struct {
	*cue
	shape
}

var (
	cueVerbs      = readVerbs()
	homographs    = readForms("homographs") // verbs whose present forms are nouns too
	rejections    = readForms("rejections") // what a speaker who rejects something calls it
	silences      = readForms("silences")   // what one does who answers, or refuses to
	givings       = readForms("givings")    // what one does with a promise or warning
	cueNouns      = readPlain("nouns", true)
	cueAdjectives = readPlain("adjectives", false)
)

// readVerbs is the verbs of data/cues.txt by form.
func readVerbs() map[string]verb {
	m := map[string]verb{}
	for line := range strings.Lines(section(cueFile, "verbs")) {
		forms, c := readCue(line)
		for i, f := range inflect(forms) {
			m[f] = verb{c, m[f].shape | 1<<i}
		}
	}
	return m
}

// readForms is the words of a section of data/cues.txt, with an "s" added too.
func readForms(name string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(section(cueFile, name)) {
		m[w] = true
		m[inflect([]string{w})[1]] = true
	}
	return m
}

// readPlain is the nouns or adjectives of data/cues.txt; nouns with plurals.
func readPlain(name string, plural bool) map[string]*cue {
	m := map[string]*cue{}
	for line := range strings.Lines(section(cueFile, name)) {
		forms, c := readCue(line)
		m[c.lemma] = c
		if plural {
			m[inflect(forms)[1]] = c
		}
	}
	return m
}

// readCue reads one line: forms | act | readings.
func readCue(line string) ([]string, *cue) {
	parts := strings.Split(strings.TrimSpace(line), "|")
	for len(parts) < 3 {
		parts = append(parts, "")
	}
	forms := append(strings.Fields(parts[0]), "")[:max(1, len(strings.Fields(parts[0])))]
	c := &cue{
		lemma:  forms[0],
		act:    fact.Act(strings.TrimSpace(parts[1])),
		frames: map[frame]fact.Act{},
		after:  map[string]fact.Act{},
	}
	for _, f := range strings.Fields(parts[2]) {
		c.add(f)
	}
	return forms, c
}

// add adds the reading that f writes down: "that", "+for@demand", "out>that".
func (c *cue) add(f string) {
	f, act, given := strings.Cut(f, "@")
	if !given {
		act = string(c.act)
	}
	if rest, ok := strings.CutPrefix(f, "out>"); ok {
		c.out = true
		f = rest
	}
	if p, ok := strings.CutPrefix(f, "+"); ok {
		c.after[p] = fact.Act(act)
		return
	}
	c.frames[frame(f)] = fact.Act(act)
}

// inflect is the five forms of a verb: as given, or regular.
func inflect(forms []string) []string {
	if len(forms) == 5 {
		return forms
	}
	b := forms[0]
	switch {
	case strings.HasSuffix(b, "e"):
		return []string{b, b + "s", b + "d", b + "d", strings.TrimSuffix(b, "e") + "ing"}
	case strings.HasSuffix(b, "y") && !strings.HasSuffix(b, "ay") && !strings.HasSuffix(b, "ey"):
		stem := strings.TrimSuffix(b, "y")
		return []string{b, stem + "ies", stem + "ied", stem + "ied", b + "ing"}
	case strings.HasSuffix(b, "s") || strings.HasSuffix(b, "sh") || strings.HasSuffix(b, "ch"):
		return []string{b, b + "es", b + "ed", b + "ed", b + "ing"}
	}
	return []string{b, b + "s", b + "ed", b + "ed", b + "ing"}
}
