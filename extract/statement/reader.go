package statement

import (
	"onrecord/extract/fact"
	"onrecord/extract/statement/attribute"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A reader holds one text while its statements are found.
type reader struct {
	t      *text.Text
	tags   []tag.Tag
	arcs   []tree.Arc
	n      int      // tokens
	lower  []string // each token in lower case, apostrophes plain
	class  []class
	time   []int32      // 1 + index into times of the expression a token lies in
	entity []int32      // ID of the innermost entity mentioned by a token
	person []bool       // tokens that lie in a person's name
	people map[int]bool // entities that are people
	times  []fact.Time

	quotes []attribute.Quotation
	quoted []int32 // 1 + index into quotes of the quotation a token lies in
	used   []bool  // tokens that serve a statement
	drafts []draft
	told   []relay
}

func newReader(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, times []fact.Time) *reader {
	n := len(t.Tokens)
	r := &reader{
		t: t, tags: tags, arcs: arcs, n: n, times: times,
		lower: make([]string, n), class: make([]class, n),
		time: make([]int32, n), entity: make([]int32, n), person: make([]bool, n), used: make([]bool, n), quoted: make([]int32, n), people: map[int]bool{},
	}
	for i := range n {
		r.lower[i] = t.Lower(i)
		r.class[i] = classOf(t.Word(i), r.lower[i])
	}
	r.markQuotations()
	r.markTimes()
	r.markEntities(entities)
	return r
}

// markQuotations notes which tokens lie in a quotation.
func (r *reader) markQuotations() {
	r.quotes = attribute.Quotations(r.t, run{From: 0, To: r.n})
	for i, q := range r.quotes {
		for k := q.From; k < q.To; k++ {
			r.quoted[k] = int32(i + 1)
		}
	}
}

// markTimes notes which tokens lie in a time expression.
func (r *reader) markTimes() {
	for k, x := range r.times {
		for i := r.t.TokenAt(x.Span.Start); i < r.n && r.t.Tokens[i].Start < x.Span.End; i++ {
			r.time[i] = int32(k + 1)
			r.class[i] |= timed
		}
	}
}

// markEntities notes which tokens lie in a mention; where mentions nest the
// shorter one is kept for its own tokens.
func (r *reader) markEntities(entities []fact.Entity) {
	size := make([]int, r.n)
	for _, e := range entities {
		r.people[e.ID] = e.Kind == fact.Person
		for _, m := range e.Mentions {
			for i := r.t.TokenAt(m.Span.Start); i < r.n && r.t.Tokens[i].Start < m.Span.End; i++ {
				if size[i] == 0 || m.Span.Len() < size[i] {
					size[i], r.entity[i] = m.Span.Len(), int32(e.ID)
				}
				r.person[i] = r.person[i] || e.Kind == fact.Person && (m.How == fact.ByName || m.How == fact.ByAlias)
			}
		}
	}
}

// is reports whether token i exists and has one of the classes c.
func (r *reader) is(i int, c class) bool { return i >= 0 && i < r.n && r.class[i]&c != 0 }

// word is token i in lower case, "" when there is none.
func (r *reader) word(i int) string {
	if i < 0 || i >= r.n {
		return ""
	}
	return r.lower[i]
}

// sentenceFirst is the first token of the sentence of token i.
func (r *reader) sentenceFirst(i int) int {
	return r.t.Sentences[r.t.SentenceAt(r.t.Tokens[i].Start)].First
}

// sentenceStart reports whether token i begins a sentence.
func (r *reader) sentenceStart(i int) bool { return r.sentenceFirst(i) == i }

// verbIn reports whether a verb stands among tokens [from, to).
func (r *reader) verbIn(from, to int) bool {
	for i := from; i < to; i++ {
		if u := r.tags[i].UPOS(); u == "VERB" || u == "AUX" {
			return true
		}
	}
	return false
}

// paragraphEnd is the first token of the paragraph after the one of token i.
func (r *reader) paragraphEnd(i int) int {
	for i++; i < r.n && !r.t.Tokens[i].Paragraph; i++ {
	}
	return i
}
