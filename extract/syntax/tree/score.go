package tree

import (
	"fmt"
	"strings"

	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
)

// An Attachment is how many words of gold trees got the right head, and of
// those how many the right label, whole and without its subtype. All words
// count, punctuation too.
type Attachment struct{ Words, Heads, Labels, Universal int }

// UAS is the share of words with the right head, in percent.
func (a Attachment) UAS() float64 { return share(a.Heads, a.Words) }

// LAS is the share of words with the right head and label, in percent.
func (a Attachment) LAS() float64 { return share(a.Labels, a.Words) }

// UniversalLAS is LAS with subtypes of labels left out: "nsubj" for
// "nsubj:pass".
func (a Attachment) UniversalLAS() float64 { return share(a.Universal, a.Words) }

func share(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

func (a Attachment) String() string {
	return fmt.Sprintf("UAS %.2f  LAS %.2f  universal LAS %.2f  (%d words)", a.UAS(), a.LAS(), a.UniversalLAS(), a.Words)
}

// Score parses the trees of the CoNLL-U file at path, by their gold words and
// the tags that package tag finds, and counts what is right.
func Score(path string) (Attachment, error) {
	banks, err := score.ReadTrees(path)
	if err != nil {
		return Attachment{}, err
	}
	var a Attachment
	for _, b := range banks {
		t := b.Given()
		arcs := Find(t, tag.Find(t))
		for i, s := range t.Sentences {
			a.add(b.Trees[i].Words, arcs[s.First:s.Last], s.First)
		}
	}
	return a, nil
}

// add counts the arcs of one sentence, whose first token is number first.
func (a *Attachment) add(gold []score.Word, arcs []Arc, first int) {
	for i, w := range gold {
		a.Words++
		head := w.Head
		if head >= 0 {
			head += first
		}
		if arcs[i].Head != head {
			continue
		}
		a.Heads++
		if arcs[i].Label == w.Deprel {
			a.Labels++
		}
		if universal(arcs[i].Label) == universal(w.Deprel) {
			a.Universal++
		}
	}
}

func universal(label string) string {
	label, _, _ = strings.Cut(label, ":")
	return label
}
