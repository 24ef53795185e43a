package position

import (
	"iter"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/lemma"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A reader holds one text while its positions are found.
type reader struct {
	t          *text.Text
	tags       []tag.Tag
	arcs       []tree.Arc
	lower      []string    // each token in lower case
	child      []int32     // 1 + the first token that hangs on a token, 0 for none
	sibling    []int32     // 1 + the next token with the same head
	first      []int32     // the first token of what hangs on a token, itself included
	last       []int32     // the token after the last
	entity     []int32     // ID of the innermost entity that a token mentions
	person     []bool      // tokens that lie in a person's name
	of         map[int]int // by entity, the one that its role belongs to
	statements []fact.Statement
	content    []int32 // 1 + index of the innermost statement whose content a token lies in
	cue        []int32 // 1 + index of the statement whose cue a token lies in
	sentence   int     // the one that is being read
	done       []bool  // by index, statements that took a position or that left one open
	found      []fact.Position
}

func newReader(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, statements []fact.Statement) *reader {
	n := len(t.Tokens)
	r := &reader{
		t: t, tags: tags, arcs: arcs, lower: make([]string, n),
		child: make([]int32, n), sibling: make([]int32, n), first: make([]int32, n), last: make([]int32, n),
		entity: make([]int32, n), person: make([]bool, n), of: map[int]int{},
		statements: statements, content: make([]int32, n), cue: make([]int32, n), done: make([]bool, len(statements)),
	}
	for i := range n {
		r.lower[i] = t.Lower(i)
	}
	r.markTrees()
	r.markEntities(entities)
	r.markStatements()
	return r
}

// markTrees lists the words that hang on each word and how far they reach.
func (r *reader) markTrees() {
	for i := len(r.arcs) - 1; i >= 0; i-- {
		r.first[i], r.last[i] = int32(i), int32(i+1)
		if h := r.arcs[i].Head; h >= 0 {
			r.sibling[i], r.child[h] = r.child[h], int32(i+1)
		}
	}
	for i := range r.arcs {
		if r.arcs[i].Head < 0 {
			r.reach(i)
		}
	}
}

// reach sets how far the tree below root reaches, from its leaves up.
func (r *reader) reach(root int) {
	order := []int{root}
	for k := 0; k < len(order); k++ {
		for c := r.child[order[k]]; c > 0; c = r.sibling[c-1] {
			order = append(order, int(c-1))
		}
	}
	for k := len(order) - 1; k > 0; k-- {
		i := order[k]
		h := r.arcs[i].Head
		r.first[h], r.last[h] = min(r.first[h], r.first[i]), max(r.last[h], r.last[i])
	}
}

// mostChildren is how many words that hang on one are looked at: more than any
// sentence has, so that lists without an end take no longer than others.
const mostChildren = 100

// children is the tokens that hang on token i, in order.
func (r *reader) children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		c := r.child[i]
		for n := 0; c > 0 && n < mostChildren && yield(int(c-1)); n++ {
			c = r.sibling[c-1]
		}
	}
}

// markEntities notes which tokens lie in a mention; where mentions nest the
// shorter one is kept for its own tokens.
func (r *reader) markEntities(entities []fact.Entity) {
	size := make([]int, len(r.entity))
	for _, e := range entities {
		r.of[e.ID] = e.Of
		for _, m := range e.Mentions {
			named := e.Kind == fact.Person && (m.How == fact.ByName || m.How == fact.ByAlias)
			for i := r.t.TokenAt(m.Span.Start); i < len(size) && r.t.Tokens[i].Start < m.Span.End; i++ {
				if size[i] == 0 || m.Span.Len() < size[i] {
					size[i], r.entity[i] = m.Span.Len(), int32(e.ID)
				}
				r.person[i] = r.person[i] || named
			}
		}
	}
}

// maxNesting bounds how often one token is marked for the statements around
// it; deeper ones count as the statement at that depth.
const maxNesting = 8

// markStatements marks each token with its innermost statement. Statements come
// in text order, so that inner ones overwrite outer ones.
func (r *reader) markStatements() {
	depth := make([]int, len(r.statements)+1)
	for i, s := range r.statements {
		if s.Inside > 0 && s.Inside <= i {
			depth[i+1] = depth[s.Inside] + 1
		}
		if depth[i+1] >= maxNesting {
			continue
		}
		r.mark(r.content, s.Content, i+1)
		r.mark(r.cue, s.Cue, i+1)
	}
}

// mark writes value over the tokens of spans.
func (r *reader) mark(over []int32, spans []text.Span, value int) {
	for _, s := range spans {
		for i := r.t.TokenAt(s.Start); i < len(over) && r.t.Tokens[i].Start < s.End; i++ {
			over[i] = int32(value)
		}
	}
}

// word is token i in lower case, "" when there is none.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.lower) {
		return ""
	}
	return r.lower[i]
}

// lemma is the dictionary form of token i.
func (r *reader) lemma(i int) string { return lemma.Of(r.t.Word(i), r.tags[i]) }

// childAs is the first token that hangs on token i by one of labels, -1 for
// none.
func (r *reader) childAs(i int, labels ...string) int {
	for c := range r.children(i) {
		for _, l := range labels {
			if r.arcs[c].Label == l {
				return c
			}
		}
	}
	return -1
}

// end is the token after the sentence that is being read.
func (r *reader) end() int { return r.t.Sentences[r.sentence].Last }

// start is the first token of the sentence that is being read.
func (r *reader) start() int { return r.t.Sentences[r.sentence].First }
