package statement

import (
	_ "embed"
	"strings"
	"sync"

	"onrecord/extract/fact"
)

//go:embed data/cues.txt
var cueFile string

// A frame is one reading that the content of a cue can have.
type frame string

const (
	asQuote frame = "quote"
	asThat  frame = "that"
	asBare  frame = "bare"
	asWh    frame = "wh"
	asTo    frame = "to"
	asNoun  frame = "np"
	asSmall frame = "small"
	asAt    frame = "at" // an object and a number: "put the dead at 40"
)

// A cue is a word that reports what someone said, thinks or wants.
type cue struct {
	act    fact.Act
	frames map[frame]fact.Act  // every reading with its act
	after  map[string]fact.Act // prepositions before the content, with the act
}

// takes reports whether c can be read as f.
func (c *cue) takes(f frame) bool {
	_, ok := c.frames[f]
	return ok
}

// as is the act of the first of frames that c takes, or else its own.
func (c *cue) as(frames ...frame) fact.Act {
	for _, f := range frames {
		if act, ok := c.frames[f]; ok {
			return act
		}
	}
	return c.act
}

// A cueList is the cues of data/cues.txt by lemma.
type cueList struct {
	verbs, nouns, adjectives map[string]*cue
	rejections               map[string]bool // what a speaker who rejects something calls it
}

var cues = sync.OnceValue(func() *cueList {
	l := &cueList{readCues("verbs"), readCues("nouns"), readCues("adjectives"), map[string]bool{}}
	for _, w := range strings.Fields(section(cueFile, "rejections")) {
		l.rejections[w] = true
	}
	return l
})

// readCues is the cues of a section of data/cues.txt.
func readCues(name string) map[string]*cue {
	m := map[string]*cue{}
	for line := range strings.Lines(section(cueFile, name)) {
		if lemma, c, ok := readCue(line); ok {
			m[lemma] = c
		}
	}
	return m
}

// readCue reads one line: lemma | act | readings. Not ok is one without.
func readCue(line string) (lemma string, c *cue, ok bool) {
	parts := strings.Split(strings.TrimSpace(line), "|")
	if len(parts) != 3 {
		return "", nil, false
	}
	c = &cue{act: fact.Act(strings.TrimSpace(parts[1])), frames: map[frame]fact.Act{}, after: map[string]fact.Act{}}
	for _, f := range strings.Fields(parts[2]) {
		c.add(f)
	}
	return strings.TrimSpace(parts[0]), c, true
}

// add adds the reading that f writes down: "that", "+for@demand".
func (c *cue) add(f string) {
	f, act, given := strings.Cut(f, "@")
	if !given {
		act = string(c.act)
	}
	if p, ok := strings.CutPrefix(f, "+"); ok {
		c.after[p] = fact.Act(act)
		return
	}
	c.frames[frame(f)] = fact.Act(act)
}
