package attribute

import (
	"sort"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A page is a text as the models see it: a list of pieces, each one token or
// one whole quotation. No cue stands inside a quotation whose words it gives,
// and none gives a part of one: of the quotations around PolNeAR's cues, one in
// a thousand is parted.
type page struct {
	t          *text.Text
	pieces     []Run
	open       []bool // a quotation without its closing mark
	words      []word
	counts     []counts // over the pieces before each, and at the end over all
	sentence   []int32  // of every piece
	sentences  []Run    // in pieces
	paragraph  []int32  // of every piece
	paragraphs []Run    // in pieces
	forest     *forest

	// What the first reading found.
	sketch  []label // of every piece
	margins []strengths
	heads   []int32 // how many likely heads of cues stand before each piece, and at the end all
	owner   []int32 // the nearest piece above, or the piece itself, that is a likely head; -1 for none
}

// counts is how many pieces are of some kinds.
type counts struct{ finite, comma, conjunction, opener, stop, colon int32 }

// shortest is how many tokens, with its marks, a quotation has that is one
// piece.
const shortest = 4

// pageOf prepares the tokens of r for reading; arcs are its trees, nil for
// none.
func pageOf(t *text.Text, tags []tag.Tag, arcs []tree.Arc, r Run) *page {
	p := &page{t: t}
	at := r.From
	for _, q := range Quotations(t, r) {
		if q.To-q.From < shortest {
			continue
		}
		p.tokens(tags, at, q.From)
		p.pieces, p.open = append(p.pieces, q.Run), append(p.open, q.Open)
		p.words = append(p.words, quotationOf(t, tags, q))
		at = q.To
	}
	p.tokens(tags, at, r.To)
	p.count()
	p.forest = p.grow(arcs)
	p.places()
	return p
}

// tokens adds the tokens [from, to) as pieces.
func (p *page) tokens(tags []tag.Tag, from, to int) {
	for i := from; i < to; i++ {
		p.pieces, p.open = append(p.pieces, Run{i, i + 1}), append(p.open, false)
		p.words = append(p.words, wordOf(p.t, i, tags[i]))
	}
}

func (p *page) count() {
	p.counts = make([]counts, len(p.words)+1)
	for i, w := range p.words {
		c := p.counts[i]
		c.finite += bit(w.kind, finite)
		c.comma += bit(w.kind, comma)
		c.conjunction += bit(w.kind, conjunction)
		c.opener += bit(w.kind, opener)
		c.stop += bit(w.kind, stop)
		c.colon += bit(w.kind, colon)
		p.counts[i+1] = c
	}
}

func bit(k, of kind) int32 {
	if k&of != 0 {
		return 1
	}
	return 0
}

// places finds the sentence and paragraph of every piece. A quotation is in
// the sentence in which something outside hangs on it or it on that; else in
// its first.
func (p *page) places() {
	n := len(p.pieces)
	p.sentence, p.paragraph = make([]int32, n), make([]int32, n)
	last := -1 // of the sentences of t
	for i, r := range p.pieces {
		if i == 0 || p.t.Tokens[r.From].Paragraph {
			p.paragraphs = append(p.paragraphs, Run{i, i})
		}
		p.paragraphs[len(p.paragraphs)-1].To = i + 1
		p.paragraph[i] = int32(len(p.paragraphs) - 1)
		at := r.From
		if p.forest != nil && p.isQuotation(i) {
			at = int(p.forest.top[i])
		}
		if last < 0 || p.t.Sentences[last].Last <= at {
			last = p.t.SentenceAt(p.t.Tokens[at].Start)
			p.sentences = append(p.sentences, Run{i, i})
		}
		p.sentences[len(p.sentences)-1].To = i + 1
		p.sentence[i] = int32(len(p.sentences) - 1)
	}
}

// word is the i-th word, the edge where there is none.
func (p *page) word(i int) *word {
	if i < 0 || i >= len(p.words) {
		return &edge
	}
	return &p.words[i]
}

// isQuotation reports whether piece i is a whole quotation.
func (p *page) isQuotation(i int) bool { return p.word(i).kind&quotation != 0 }

// piece is the piece that holds a token, -1 for one not on the page.
func (p *page) piece(token int) int {
	n := len(p.pieces)
	if n == 0 || token < p.pieces[0].From || token >= p.pieces[n-1].To {
		return -1
	}
	return sort.Search(n, func(i int) bool { return p.pieces[i].To > token })
}

// inPieces is the pieces that hold the tokens of r.
func (p *page) inPieces(r Run) Run { return Run{p.piece(r.From), p.piece(r.To-1) + 1} }

// inTokens is the tokens of the pieces of r.
func (p *page) inTokens(r Run) Run { return Run{p.pieces[r.From].From, p.pieces[r.To-1].To} }
