package extract

import (
	"encoding/json"

	"onrecord/extract/article"
	"onrecord/extract/syntax/lemma"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A RecordToken is a word as `onrecord extract --tokens` prints it:
// [start, end, "UPOS", "XPOS", "lemma", head, "deprel"]. Head is the index of
// the word's head among the tokens of the article, -1 for the root of a
// sentence.
type RecordToken struct {
	Span                      pair
	UPOS, XPOS, Lemma, Deprel string
	Head                      int
}

// MarshalJSON is the token as a list.
func (t RecordToken) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{t.Span[0], t.Span[1], t.UPOS, t.XPOS, t.Lemma, t.Head, t.Deprel})
}

// Tokens is every word of a with its tags, lemma and place in the dependency
// tree of its sentence; none for an article in another language than English.
func Tokens(a *article.Article) []RecordToken {
	if !Reads(a.Language) {
		return []RecordToken{}
	}
	t := text.Of(a.Text)
	tags := tag.Find(t)
	arcs := tree.Find(t, tags)
	p := points{text.PointsOf(a.Text)}
	tokens := make([]RecordToken, len(t.Tokens))
	for i, w := range t.Tokens {
		tokens[i] = RecordToken{p.span(w.Span), tags[i].UPOS(), tags[i].XPOS(), lemma.Of(t.Word(i), tags[i]), arcs[i].Label, arcs[i].Head}
	}
	return tokens
}
