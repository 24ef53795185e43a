package statement

import (
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A reader holds one text while its statements are found.
type reader struct {
	t      *text.Text
	n      int      // tokens
	lower  []string // each token in lower case, apostrophes plain
	class  []class
	time   []int32 // 1 + index into times of the expression a token lies in
	entity []int32 // ID of the innermost entity mentioned by a token
	person []bool  // tokens that lie in a person's name
	times  []fact.Time

	quotes     []quotation
	quoted     []int32 // 1 + index into quotes of the quotation a token lies in
	lastFinite []int32 // the last finite verb at or before a token, -1 for none
	groups     []group // in text order
	grouped    []int32 // 1 + index into groups of the group a token lies in
	used       []bool  // tokens that serve a statement as cue or as source of trailing words
	drafts     []draft
	byCue      []int32 // 1 + index into drafts of the statement whose cue starts at a token
	nextAt     int     // first group that no sentence has read
}

func newReader(t *text.Text, entities []fact.Entity, times []fact.Time) *reader {
	n := len(t.Tokens)
	r := &reader{
		t: t, n: n, times: times,
		lower: make([]string, n), class: make([]class, n),
		time: make([]int32, n), entity: make([]int32, n), person: make([]bool, n),
		lastFinite: make([]int32, n), grouped: make([]int32, n), used: make([]bool, n), byCue: make([]int32, n),
	}
	for i := range n {
		r.lower[i] = t.Lower(i)
		r.class[i] = classOf(t.Word(i), r.lower[i])
		if r.joins(i-1) && r.class[i]&auxiliary == 0 {
			r.class[i] &^= finite // "state-run"
		}
	}
	r.markTimes()
	r.markEntities(entities)
	r.markFinite()
	return r
}

// markFinite fills r.lastFinite. Names and dates are no verbs: "Will Lee",
// "4 May".
func (r *reader) markFinite() {
	last := int32(-1)
	for i := range r.n {
		if r.is(i, timed) || r.is(i, mention) && r.is(i, capital) {
			r.class[i] &^= finite | auxiliary | modal
		}
		if r.is(i, finite) {
			last = int32(i)
		}
		r.lastFinite[i] = last
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
		for _, m := range e.Mentions {
			for i := r.t.TokenAt(m.Span.Start); i < r.n && r.t.Tokens[i].Start < m.Span.End; i++ {
				if size[i] == 0 || m.Span.Len() < size[i] {
					size[i], r.entity[i] = m.Span.Len(), int32(e.ID)
				}
				r.person[i] = r.person[i] || e.Kind == fact.Person && (m.How == fact.ByName || m.How == fact.ByAlias)
				if m.How != fact.ByPronoun {
					r.class[i] |= mention
				}
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

// finiteIn reports whether a finite verb stands among tokens [from, to).
func (r *reader) finiteIn(from, to int) bool {
	return to > from && to <= r.n && int(r.lastFinite[to-1]) >= from
}
