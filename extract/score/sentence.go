package score

import (
	"fmt"
	"strings"

	"onrecord/extract/text"
)

// Sentences counts the sentences text.Of finds in the documents at path (JSON
// lines, see ReadDocuments, or a treebank in CoNLL-U) from their raw text:
// right are those with both ends right.
func Sentences(path string) (Count, error) {
	if strings.HasSuffix(path, ".conllu") {
		banks, err := ReadTrees(path)
		c := Count{}
		for _, b := range banks {
			c = c.Add(Match(b.Sentences(), text.Of(b.Text).SentenceSpans()))
		}
		return c, err
	}
	documents, err := ReadDocuments(path)
	c := Count{}
	for _, d := range documents {
		c = c.Add(Match(d.Sentences, text.Of(d.Text).SentenceSpans()))
	}
	return c, err
}

// Words counts the words text.Of finds in the raw text of the treebank at
// path: right are those with both ends right.
func Words(path string) (Count, error) {
	banks, err := ReadTrees(path)
	c := Count{}
	for _, b := range banks {
		var found []text.Span
		for _, t := range text.Of(b.Text).Tokens {
			found = append(found, t.Span)
		}
		c = c.Add(Match(b.words(), found))
	}
	return c, err
}

// Samples is the raw texts of the treebanks at paths with their sentences, for
// text.Train.
func Samples(paths ...string) ([]text.Sample, error) {
	var all []text.Sample
	for _, path := range paths {
		banks, err := ReadTrees(path)
		if err != nil {
			return nil, fmt.Errorf("reading sentences: %w", err)
		}
		for _, b := range banks {
			all = append(all, text.Sample{Raw: b.Text, Sentences: b.Sentences()})
		}
	}
	return all, nil
}

// Sentences is the span of every tree.
func (b Treebank) Sentences() []text.Span {
	spans := make([]text.Span, len(b.Trees))
	for i, t := range b.Trees {
		spans[i] = t.Span
	}
	return spans
}

// words is the span of every word.
func (b Treebank) words() []text.Span {
	var spans []text.Span
	for _, t := range b.Trees {
		for _, w := range t.Words {
			spans = append(spans, w.Span)
		}
	}
	return spans
}
