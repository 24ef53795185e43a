package tree

import (
	"unicode"
	"unicode/utf8"

	"onrecord/extract/learn"
	"onrecord/extract/syntax/cluster"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// An attribute is one thing known of a word, as a small number.
type attribute int

const (
	form   attribute = iota // letters folded, when it is a known one
	penn                    // the tag
	upos                    // its universal part
	suffix                  // last three letters
	shape
	fine // class of the form, in three sizes
	middle
	coarse
	guess  // the label that the guide gave it
	label  // of the arc to its head, once it has one
	holds  // groups of labels of the words that hang on it: a set of bits
	lefts  // how many words hang on it to the left, 3 at most
	rights // and to the right
	attributes
)

// mostClasses is how many fine classes of words there can be.
const mostClasses = 1 << 10

// A sentence is a part of a text with its tags, to be read forwards or
// backwards. Its words are numbered from 1 in the order of reading.
type sentence struct {
	text        *text.Text
	tags        []tag.Tag // of the whole text
	first, last int       // tokens [first, last)
	back        bool
}

func (s sentence) words() int { return s.last - s.first }

// reversed is s to be read the other way.
func (s sentence) reversed() sentence {
	s.back = !s.back
	return s
}

// token is the token of the i-th word.
func (s sentence) token(i int) int {
	if s.back {
		return s.last - i
	}
	return s.first + i - 1
}

// values are the attributes of the words of a sentence: of 0 for no word, of
// the words from 1, of the root behind them, and behind that the
// circumstances of the state.
type values struct {
	list   []uint16
	marks  []int    // by word, what lies before it: see mark
	groups []uint16 // by label, the bit of holds
}

func (v *values) of(word int) []uint16 {
	return v.list[word*int(attributes):][:attributes:attributes]
}

// join notes that an arc of label l goes from head to word.
func (v *values) join(head, word, l int) {
	v.of(word)[label] = uint16(l)
	v.of(head)[holds] |= v.groups[l]
}

// read fills v with what is known of a sentence before it has a tree; guide,
// if there is one, is the tree that another reading gave it.
func (x *lexicon) read(v *values, s sentence, guide *gold) {
	n := (s.words() + 3) * int(attributes)
	if cap(v.list) < n {
		v.list = make([]uint16, n)
	}
	v.list = v.list[:n]
	clear(v.list)
	v.groups = x.groups
	v.marks = append(v.marks[:0], 0, 0)
	before := 0
	for i := range s.words() {
		token := s.token(i + 1)
		t := x.numbers[s.tags[token]]
		of := v.of(i + 1)
		x.word(of, s.text.Word(token), t, token == s.first)
		if guide != nil {
			of[guess] = uint16(guide.label[i+1])
		}
		before = count(before, x.tags[t].mark)
		v.marks = append(v.marks, before)
	}
	root := v.of(s.words() + 1)
	root[penn], root[upos] = x.root()
}

func (x *lexicon) word(of []uint16, word string, t uint8, first bool) {
	of[form] = uint16(x.forms.Of(fold(word)))
	of[penn], of[upos] = uint16(t), uint16(x.tags[t].upos)
	of[suffix] = uint16(x.suffixes.Of(fold(ending(word))))
	of[shape] = shapeOf(word, first)
	if class := cluster.Of(word); class.Fine < mostClasses {
		of[fine], of[middle], of[coarse] = class.Fine, uint16(class.Middle), uint16(class.Coarse)
	}
}

// ending is the last three letters of word.
func ending(word string) string {
	at := len(word)
	for range 3 {
		_, size := utf8.DecodeLastRuneInString(word[:at])
		at -= size
	}
	return word[at:]
}

// fold is the hash of word with its letters in lower case, its digits 0 and
// its apostrophes straight.
func fold(word string) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range word {
		switch {
		case 'A' <= r && r <= 'Z':
			r |= 0x20
		case '0' <= r && r <= '9':
			r = '0'
		case r == '’':
			r = '\''
		case r >= utf8.RuneSelf:
			r = unicode.ToLower(r)
		}
		h = (h ^ uint64(r)) * 1099511628211
	}
	return learn.Mix(h, 0)
}
