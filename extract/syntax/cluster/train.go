package cluster

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/learn"
	"onrecord/extract/text"
)

// The sizes of the classes, the rounds of the exchange, and how often a word
// has to be seen to have a class.
const (
	fineClasses   = 1000
	middleClasses = 200
	coarseClasses = 40
	rounds        = 24
	least         = 4
)

// Train learns the classes of the words of the corpora below dir. It leaves
// nothing to chance: the same texts give the same bytes.
func Train(dir string, p learn.Progress) (*learn.File, error) {
	c := counter{ids: map[string]uint32{}}
	if err := Corpus(dir, c.read); err != nil {
		return nil, err
	}
	words, renumber := c.frequent()
	g := newGraph(len(words), c.pairs(renumber))
	fine := g.classes(fineClasses, rounds, p, "classes")
	middle := g.shrink(fine, fineClasses).classes(middleClasses, rounds, p, "middle classes")
	coarse := g.shrink(fine, fineClasses).shrink(middle, middleClasses).classes(coarseClasses, rounds, p, "coarse classes")
	return file(words, fine, middle, coarse), nil
}

// file orders the words by class, so that a person can read what a class is.
func file(words []word, fine, middle, coarse []int) *learn.File {
	order := make([]int, len(words)-fixed)
	for i := range order {
		order[i] = i + fixed
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(fine[a], fine[b]), cmp.Compare(words[a].form, words[b].form))
	})
	var forms []string
	var classes []uint16
	var cases []Case
	for _, i := range order {
		forms = append(forms, words[i].form)
		classes = append(classes, uint16(1+fine[i]-fixed))
		cases = append(cases, words[i].spelt())
	}
	f := learn.NewFile(kind)
	f.PutWords("words", forms)
	learn.Put(f, "fine", classes)
	learn.Put(f, "case", cases)
	m, c := make([]uint8, 1+fineClasses), make([]uint8, 1+fineClasses)
	for i := range fineClasses {
		in := middle[i+fixed]
		m[i+1], c[i+1] = uint8(1+in-fixed), uint8(1+coarse[in]-fixed)
	}
	learn.Put(f, "middle", m)
	learn.Put(f, "coarse", c)
	return f
}

// A word is how often a folded form was seen, and how it was written where a
// sentence's start and a headline do not decide that.
type word struct {
	form                  string
	count                 int
	lower, title, capital int
}

func (w *word) spelt() Case {
	all := w.lower + w.title + w.capital
	switch {
	case all == 0:
		return NoCase
	case 10*w.lower >= 9*all:
		return Lower
	case 10*w.title >= 9*all:
		return Title
	case 10*w.capital >= 9*all:
		return Capital
	}
	return Mixed
}

// A counter gathers the words of texts, and their order: ids of words, with
// one of boundary between sentences.
type counter struct {
	ids   map[string]uint32
	words []word
	order []uint32
}

const boundary = ^uint32(0)

func (c *counter) read(t *text.Text) {
	for _, s := range t.Sentences {
		c.order = append(c.order, boundary)
		plain := plain(t, s)
		for i := s.First; i < s.Last; i++ {
			surface := t.Word(i)
			form := folded(surface)
			id, known := c.ids[form]
			if !known {
				id = uint32(len(c.words))
				c.ids[form] = id
				c.words = append(c.words, word{form: form})
			}
			w := &c.words[id]
			w.count++
			if plain && i > s.First && letters(t.Word(i-1)) {
				w.see(surface)
			}
			c.order = append(c.order, id)
		}
	}
	c.order = append(c.order, boundary)
}

// plain reports whether a sentence is written as sentences are, and not as
// headlines are: most of its words are in lower case.
func plain(t *text.Text, s text.Sentence) bool {
	lower, upper := 0, 0
	for i := s.First; i < s.Last; i++ {
		switch r, _ := utf8.DecodeRuneInString(t.Word(i)); {
		case unicode.IsLower(r):
			lower++
		case unicode.IsUpper(r):
			upper++
		}
	}
	return lower > upper
}

func letters(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r)
}

func (w *word) see(surface string) {
	first, size := utf8.DecodeRuneInString(surface)
	switch {
	case unicode.IsLower(first):
		w.lower++
	case !unicode.IsUpper(first):
	case len(surface) > size && surface == strings.ToUpper(surface):
		w.capital++
	default:
		w.title++
	}
}

func folded(word string) string { return strings.Map(foldRune, word) }

// frequent is the words seen often enough, the most frequent first, behind the
// two that are no words; renumber gives every old id its place among them.
func (c *counter) frequent() (words []word, renumber []uint32) {
	byCount := make([]int, len(c.words))
	for i := range byCount {
		byCount[i] = i
	}
	slices.SortFunc(byCount, func(a, b int) int {
		return cmp.Or(cmp.Compare(c.words[b].count, c.words[a].count), cmp.Compare(c.words[a].form, c.words[b].form))
	})
	words, renumber = make([]word, fixed), make([]uint32, len(c.words))
	for _, i := range byCount {
		renumber[i] = rare
		if w := c.words[i]; w.count >= least {
			renumber[i] = uint32(len(words))
			words = append(words, w)
		}
	}
	return words, renumber
}

// pairs is the words that follow each other, as pair packs them, sorted.
func (c *counter) pairs(renumber []uint32) []uint64 {
	number := func(id uint32) uint32 {
		if id == boundary {
			return edge
		}
		return renumber[id]
	}
	all := make([]uint64, 0, len(c.order))
	for i := 1; i < len(c.order); i++ {
		all = append(all, pair(number(c.order[i-1]), number(c.order[i])))
	}
	slices.Sort(all)
	return all
}
