package tag

import (
	"fmt"
	"math"
	"slices"
	"sync"

	"onrecord/extract/learn"
	"onrecord/extract/text"
)

// A Tagger is a model: it reads a sentence from left to right and gives every
// word the tag that its features speak for most.
type Tagger struct {
	words lexicon
	rows  *learn.Sparse

	searches sync.Pool // of *search
}

const kind = "tags 2"

// Open reads a model that Train made.
func Open(data []byte) (*Tagger, error) {
	f, err := learn.Open(data, kind)
	if err != nil {
		return nil, err
	}
	t := &Tagger{}
	tags, err := f.Words("tags")
	if err != nil {
		return nil, err
	}
	if !slices.Equal(tags, inventory()) {
		return nil, fmt.Errorf("the model was trained for other tags than there are")
	}
	if t.words, err = getLexicon(f); err != nil {
		return nil, err
	}
	t.rows, err = learn.GetSparse(f, "", maxTags)
	return t, err
}

// longestPiece is how many words are read as one sentence; of a longer one the
// pieces are.
const longestPiece = 1024

// Find is the tag of every token of t.
func (g *Tagger) Find(t *text.Text) []Tag {
	tags := make([]Tag, len(t.Tokens))
	s, _ := g.searches.Get().(*search)
	if s == nil {
		s = &search{tagger: g}
	}
	defer g.searches.Put(s)
	for _, sentence := range t.Sentences {
		for first := sentence.First; first < sentence.Last; first += longestPiece {
			last := min(first+longestPiece, sentence.Last)
			s.see(t, first, last)
			s.lookUp(&g.words)
			s.read(tags[first:last])
		}
	}
	return tags
}

// A search holds what is used again from text to text.
type search struct {
	window
	tagger   *Tagger
	memo     memo
	features []uint64
	scores   [256]int32 // a place for every class there can be
}

// read fills tags for the words in the window.
func (s *search) read(tags []Tag) {
	t1, t2 := Tag(0), Tag(0)
	for i := range tags {
		found, sure := s.sure(i)
		if !sure {
			found = s.word(i, t1, t2)
		}
		tags[i] = found
		t1, t2 = found, t1
	}
}

// word is the best tag of word i.
func (s *search) word(i int, t1, t2 Tag) Tag {
	clear(s.scores[:])
	for place := range places {
		s.memo.add(&s.scores, &s.views[i+place], place, s.tagger.rows, s.features)
	}
	s.features = s.pairs(s.features[:0], i)
	s.features = s.after(s.features, i, t1, t2)
	s.tagger.rows.Add(s.scores[:], s.features)
	return best(s.scores[:len(pairs())], 0)
}

// best is the tag with the highest score, the first of several, leaving one
// out.
func best(scores []int32, but Tag) Tag {
	at, most := Tag(0), int32(math.MinInt32)
	for i, s := range scores {
		if s > most && i > 0 && Tag(i) != but {
			at, most = Tag(i), s
		}
	}
	return at
}
