package tag

import (
	"strings"
	"unicode/utf8"

	"onrecord/extract/score"
	"onrecord/extract/text"
)

// An example is a sentence with its tags, and the numbers of the features of
// its words that hang on no tag.
type example struct {
	window
	gold    []Tag
	numbers [][]uint32
}

// examples is the sentences of trees, and some of them again in the capitals
// of headlines, in capitals only and in none.
func examples(trees []score.Treebank) []example {
	var all, again []example
	for _, b := range trees {
		given := b.Given()
		for i, tree := range b.Trees {
			all = append(all, newExample(given, i, gold(tree)))
			if len(all)%restyled == 0 {
				for _, restyle := range []func(string, Tag) string{headlined, shouted, whispered} {
					again = append(again, rewritten(&b, tree, restyle))
				}
			}
		}
	}
	return append(all, again...)
}

func newExample(t *text.Text, sentence int, gold []Tag) example {
	e := example{gold: gold, numbers: make([][]uint32, len(gold))}
	s := t.Sentences[sentence]
	e.see(t, s.First, s.Last)
	return e
}

// static appends the features of word i that hang on no tag.
func (e *example) static(to []uint64, i int) []uint64 {
	for place := range places {
		to = e.views[i+place].alone(to, place)
	}
	return e.pairs(to, i)
}

// gold is the tags of a tree.
func gold(tree score.Tree) []Tag {
	tags := make([]Tag, len(tree.Words))
	for i, w := range tree.Words {
		tags[i] = Near(w.XPOS, w.UPOS)
	}
	return tags
}

// rewritten is a tree with its words put in other capitals.
func rewritten(b *score.Treebank, tree score.Tree, restyle func(string, Tag) string) example {
	tags := gold(tree)
	var raw strings.Builder
	var spans []text.Span
	for i, w := range tree.Words {
		start := raw.Len()
		raw.WriteString(restyle(b.Text[w.Start:w.End], tags[i]))
		spans = append(spans, text.Span{Start: start, End: raw.Len()})
		raw.WriteByte(' ')
	}
	return newExample(text.Given(raw.String(), [][]text.Span{spans}), 0, tags)
}

func shouted(word string, _ Tag) string   { return strings.ToUpper(word) }
func whispered(word string, _ Tag) string { return strings.ToLower(word) }

// headlined is word as headlines write it: with a capital, unless it is a
// short article, preposition or conjunction.
func headlined(word string, t Tag) string {
	switch t.UPOS() {
	case "ADP", "CCONJ", "DET", "PART":
		if len(word) <= shortest {
			return word
		}
	}
	first, size := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(first)) + word[size:]
}

// shortest is how long in bytes the words are that headlines leave small.
const shortest = 3
