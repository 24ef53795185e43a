package tag

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"onrecord/extract/learn"
)

// A lexicon knows the tags that frequent words were given in training.
type lexicon struct {
	index *learn.Index // of words by their hashes, as view.lower
	known []entry      // by number; the first stands for all other words
}

// An entry is what a lexicon says of a word.
type entry struct {
	set  uint16 // the number of the set of its tags; 0 for none
	only Tag    // the one tag it has where it stands without a capital, if it has
}

// of is what is known of a word by its hash.
func (l *lexicon) of(word uint64) entry { return l.known[l.index.Of(word)] }

// A word is in the lexicon when it was seen so often in training, and a mark
// when marks.txt has it.
const frequent = 100

// A word of which all but one in sure have the same tag has no other.
const sure = 500

// newLexicon knows the frequent words of examples, and the marks.
func newLexicon(examples []example) lexicon {
	counts := map[uint64][]int{} // by word and tag
	for i := range examples {
		words := examples[i].words()
		for j, tag := range examples[i].gold {
			if counts[words[j].lower] == nil {
				counts[words[j].lower] = make([]int, len(pairs()))
			}
			counts[words[j].lower][tag]++
		}
	}
	for word, tag := range marks() {
		counts[word] = make([]int, len(pairs()))
		counts[word][tag] = frequent
	}
	var words []uint64
	for word, tags := range counts {
		if total(tags) >= frequent {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	l := lexicon{learn.NewIndex(words), make([]entry, 1, 1+len(words))}
	sets := map[string]uint16{}
	for _, word := range words {
		l.known = append(l.known, entryOf(counts[word], sets))
	}
	return l
}

func total(counts []int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// entryOf is the entry for counts of tags; sets numbers the sets met so far.
func entryOf(counts []int, sets map[string]uint16) entry {
	var tags []byte
	for t, n := range counts {
		if n > 0 {
			tags = append(tags, byte(t))
		}
	}
	if sets[string(tags)] == 0 {
		sets[string(tags)] = uint16(1 + len(sets))
	}
	e := entry{set: sets[string(tags)]}
	if most := slices.Max(counts); most*sure >= total(counts)*(sure-1) {
		e.only = Tag(slices.Index(counts, most))
	}
	return e
}

//go:embed data/marks.txt
var markList string

// marks is the marks of punctuation that have one tag, by their hashes.
func marks() map[uint64]Tag {
	all := map[uint64]Tag{}
	for line := range strings.Lines(markList) {
		if f := strings.Fields(line); len(f) == 3 && f[0] != "#" {
			var v view
			v.look(f[0])
			all[v.lower] = Near(f[1], f[2])
		}
	}
	return all
}

func (l *lexicon) put(f *learn.File) {
	var sets []uint16
	var only []Tag
	for _, e := range l.known {
		sets, only = append(sets, e.set), append(only, e.only)
	}
	l.index.Put(f, "words")
	learn.Put(f, "sets", sets)
	learn.Put(f, "only", only)
}

func getLexicon(f *learn.File) (lexicon, error) {
	index, err := learn.GetIndex(f, "words")
	if err != nil {
		return lexicon{}, err
	}
	sets, err := learn.Get[uint16](f, "sets")
	if err != nil {
		return lexicon{}, err
	}
	only, err := learn.Get[Tag](f, "only")
	if err != nil {
		return lexicon{}, err
	}
	if len(sets) != 1+index.Len() || len(only) != len(sets) {
		return lexicon{}, fmt.Errorf("%d words of the lexicon have %d sets of tags and %d tags", index.Len(), len(sets), len(only))
	}
	l := lexicon{index, make([]entry, len(sets))}
	for i := range sets {
		if int(only[i]) >= len(pairs()) {
			return lexicon{}, fmt.Errorf("the lexicon has a tag %d of %d", only[i], len(pairs()))
		}
		l.known[i] = entry{sets[i], only[i]}
	}
	return l, nil
}
