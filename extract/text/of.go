package text

import "strings"

// Of finds the words and sentences of raw. It takes time in proportion to
// len(raw), whatever the bytes; bytes that are not UTF-8 are tokens of their
// own.
func Of(raw string) *Text {
	t := &Text{raw: raw}
	t.words()
	t.sentences()
	return t
}

// Given is raw with the words and sentences of a treebank in place of those Of
// would find: the tokens of each sentence, in order and without overlap.
func Given(raw string, sentences [][]Span) *Text {
	t := &Text{raw: raw}
	at := 0
	for _, tokens := range sentences {
		first := len(t.Tokens)
		for _, s := range tokens {
			paragraph := strings.ContainsAny(raw[at:s.Start], "\n\u2029")
			t.Tokens = append(t.Tokens, Token{s, paragraph})
			at = s.End
		}
		if last := len(t.Tokens); last > first {
			t.Sentences = append(t.Sentences, Sentence{t.Range(first, last), first, last})
		}
	}
	return t
}

// SentenceSpans is the span of every sentence, in order.
func (t *Text) SentenceSpans() []Span {
	spans := make([]Span, len(t.Sentences))
	for i, s := range t.Sentences {
		spans[i] = s.Span
	}
	return spans
}
