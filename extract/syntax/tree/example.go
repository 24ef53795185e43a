package tree

import (
	"slices"

	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// An example is a sentence with its gold tree.
type example struct {
	sentence
	head   []int    // by word, from 1; the root is one more than the last word
	labels []string // by word, from 1
	gold   *gold    // the tree made projective, in the numbers of a lexicon
	guide  *gold    // the tree that another reading gave; nil for none
}

// newExample is a sentence of a text with its tree; nil when the heads make no
// tree.
func newExample(s sentence, tree score.Tree) *example {
	e := &example{sentence: s, labels: []string{""}, head: []int{0}}
	for _, w := range tree.Words {
		e.labels = append(e.labels, w.Deprel)
		if w.Head < 0 {
			e.head = append(e.head, len(tree.Words)+1)
		} else {
			e.head = append(e.head, w.Head+1)
		}
	}
	if !whole(e.head) {
		return nil
	}
	return e
}

// whole reports whether heads, by word from 1, make one tree under one child
// of the root.
func whole(head []int) bool {
	roots := 0
	for word := 1; word < len(head); word++ {
		if head[word] == len(head) {
			roots++
		}
		at := word
		for range head {
			if at < 1 || at >= len(head) {
				break
			}
			at = head[at]
		}
		if at != len(head) {
			return false
		}
	}
	return roots == 1
}

// number sets the gold tree, made projective, in the numbers of x.
func (e *example) number(x *lexicon) {
	label := make([]int, len(e.labels))
	for i, name := range e.labels {
		for n, l := range x.labels {
			if n > 0 && l == name {
				label[i] = n
			}
		}
	}
	head := slices.Clone(e.head)
	lift(head)
	e.gold = newGold(head, label)
}

// examples are the sentences of a treebank, laid out as text, with tags.
func examples(b score.Treebank, t *text.Text, tags []tag.Tag) []*example {
	var list []*example
	for i, s := range t.Sentences {
		if e := newExample(sentence{t, tags, s.First, s.Last, false}, b.Trees[i]); e != nil {
			list = append(list, e)
		}
	}
	return list
}

// backwards is e to be read from the end, without a guide.
func (e *example) backwards() *example {
	r := *e
	r.back, r.guide = true, nil
	r.gold = newGold(e.gold.head, e.gold.label).reverse()
	return &r
}
