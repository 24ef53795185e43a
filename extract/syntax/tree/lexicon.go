package tree

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"onrecord/extract/learn"
	"onrecord/extract/syntax/tag"
)

// How often something must be seen in training to get a number or a row.
const (
	leastForm   = 3
	leastSuffix = 15
)

// A lexicon numbers what the attributes of words can be.
type lexicon struct {
	forms    *learn.Index
	suffixes *learn.Index
	tags     []tagged      // from 1 on; the root follows
	numbers  [1 << 8]uint8 // by tag.Tag, its place in tags
	upos     []string      // from 1 on; the root follows
	labels   []string      // from 1 on
	groups   []uint16      // by label, the bit of the group it belongs to
}

// tagged is what a tag says of a word.
type tagged struct {
	name string // as tag.Tag prints it
	upos int
	mark mark
}

// root is the tag and the universal tag of the root.
func (x *lexicon) root() (penn, upos uint16) { return uint16(len(x.tags)), uint16(len(x.upos)) }

// newLexicon numbers the words, tags and labels of examples.
func newLexicon(examples []*example) *lexicon {
	forms, suffixes := counts[uint64]{}, counts[uint64]{}
	labels := counts[string]{}
	last := tag.Tag(0)
	for _, e := range examples {
		for i := e.first; i < e.last; i++ {
			word := e.text.Word(i)
			forms[fold(word)]++
			suffixes[fold(ending(word))]++
			labels[e.labels[i-e.first+1]]++
			last = max(last, e.tags[i])
		}
	}
	x := &lexicon{
		forms:    learn.NewIndex(forms.least(leastForm)),
		suffixes: learn.NewIndex(suffixes.least(leastSuffix)),
		labels:   append([]string{""}, labels.least(1)...),
	}
	names := []string{""}
	for t := range last {
		names = append(names, (t + 1).String())
	}
	x.addTags(names)
	x.group()
	return x
}

// group sets the groups of the labels.
func (x *lexicon) group() {
	x.groups = make([]uint16, len(x.labels))
	for i, name := range x.labels {
		name, _, _ = strings.Cut(name, ":")
		for bit, group := range labelGroups {
			if slices.Contains(group, name) {
				x.groups[i] = 1 << bit
			}
		}
	}
}

// labelGroups are the kinds of words that a head has one of, or that say what
// it is, by their relations without subtypes.
var labelGroups = [...][]string{
	{"nsubj", "csubj", "expl"},
	{"obj", "iobj"},
	{"ccomp", "xcomp"},
	{"aux", "cop"},
	{"case"},
	{"mark"},
	{"det", "nummod"},
	{"conj", "cc"},
}

// addTags numbers the tags of the given names; the first is no tag.
func (x *lexicon) addTags(names []string) {
	x.upos = []string{""}
	for i, name := range names {
		xpos, universal, _ := strings.Cut(name, "/")
		upos := slices.Index(x.upos, universal)
		if upos < 0 {
			upos = len(x.upos)
			x.upos = append(x.upos, universal)
		}
		x.tags = append(x.tags, tagged{name, upos, markOf(xpos, universal)})
		if t, err := tag.Of(xpos, universal); err == nil {
			x.numbers[t] = uint8(i)
		}
	}
}

type counts[K cmp.Ordered] map[K]int

// least is what was counted n times or more, in order.
func (c counts[K]) least(n int) []K {
	var list []K
	for k, count := range c {
		if count >= n {
			list = append(list, k)
		}
	}
	slices.Sort(list)
	return list
}

func (x *lexicon) put(f *learn.File) {
	x.forms.Put(f, "forms")
	x.suffixes.Put(f, "suffixes")
	f.PutWords("labels", x.labels)
	var names []string
	for _, t := range x.tags {
		names = append(names, t.name)
	}
	f.PutWords("tags", names)
}

// getLexicon reads a lexicon. Tags that package tag no longer has are never
// met; those that are new to the model are no tag to it.
func getLexicon(f *learn.File) (x *lexicon, err error) {
	x = &lexicon{}
	if x.forms, err = learn.GetIndex(f, "forms"); err != nil {
		return nil, err
	}
	if x.suffixes, err = learn.GetIndex(f, "suffixes"); err != nil {
		return nil, err
	}
	if x.labels, err = f.Words("labels"); err != nil {
		return nil, err
	}
	names, err := f.Words("tags")
	if err != nil {
		return nil, err
	}
	if len(x.labels) < 2 || len(x.labels) > mostLabels || len(names) == 0 || len(names) > len(x.numbers) {
		return nil, fmt.Errorf("a parser cannot have %d labels and %d tags", len(x.labels), len(names))
	}
	x.addTags(names)
	x.group()
	return x, nil
}
