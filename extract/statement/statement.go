// Package statement finds who said what. What comes in is a text with its
// tags, trees, entities and time expressions; what goes out is every statement
// with its source, cue and content as spans, in text order. Package attribute,
// a learned model, tells what is attributed to whom; the rules here tell the
// rest: who the source is, what the cue does, on what day and in whose words,
// who relays it, and what stands inside what. Content is given as the words
// stand, a clause with its "that", direct speech with its quotation marks. It
// does not judge whether a statement is true, and it does
// not say who a pronoun is: the names stage did. Time is in proportion to the
// text.
package statement

import (
	"cmp"
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/statement/attribute"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Find is the statements in t, whose tokens have the given tags and arcs.
// entities are its entities, whose mentions include resolved pronouns; times
// are its time expressions.
func Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, times []fact.Time) []fact.Statement {
	r := newReader(t, tags, arcs, entities, times)
	r.labelled()
	for _, a := range r.cited(attribute.Find(t, tags, arcs)) {
		r.attributed(a)
	}
	r.citing()
	r.orphans()
	return r.statements()
}

// A run is some tokens that stand together.
type run = attribute.Run

// A draft is a statement in tokens, before it gets its number.
type draft struct {
	content []run
	head    int // the token by which the cue is known, if there is one
	cue     []run
	source  []run
	via     []run
	act     fact.Act
	form    fact.Form // "" until it is read off the quotation marks
	said    string
	negated bool
	rule    string
	sure    float64
	after   int // 1 + the head of the statement that it runs on from
}

// at is where d stands in the text: its first content token.
func (d *draft) at() int { return d.content[0].From }

// last is the token after the content of d.
func (d *draft) last() int { return d.content[len(d.content)-1].To }

// whole is everything from d's first to its last word.
func (d *draft) whole() run {
	w := run{From: d.at(), To: d.last()}
	for _, runs := range [][]run{d.cue, d.source} {
		for _, p := range runs {
			w = run{From: min(w.From, p.From), To: max(w.To, p.To)}
		}
	}
	return w
}

// statements turns the drafts into statements in text order.
func (r *reader) statements() []fact.Statement {
	slices.SortStableFunc(r.drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.at(), b.at()), cmp.Compare(b.last(), a.last()))
	})
	out := make([]fact.Statement, len(r.drafts))
	byHead := map[int]int{}
	for i := range r.drafts {
		out[i] = r.statement(&r.drafts[i])
		out[i].ID = i + 1
		if d := &r.drafts[i]; len(d.cue) > 0 {
			byHead[d.head+1] = i + 1
		}
	}
	for i := range out {
		out[i].Continues = byHead[r.drafts[i].after]
	}
	r.nest(out)
	return out
}

// statement is d with its spans in bytes and everything read off them.
func (r *reader) statement(d *draft) fact.Statement {
	s := fact.Statement{
		Content:    r.spans(d.content),
		Cue:        r.spans(d.cue),
		Source:     r.spans(d.source),
		Speaker:    r.speaker(d.source),
		Form:       cmp.Or(d.form, r.form(d.content)),
		Act:        d.act,
		Said:       d.said,
		Hedged:     r.hedged(d),
		Negated:    d.negated,
		Rule:       d.rule,
		Confidence: d.sure,
	}
	for _, v := range d.via {
		s.Via = append(s.Via, fact.Relay{Span: r.t.Range(v.From, v.To), Entity: r.speaker([]run{v})})
	}
	return s
}

// spans is runs as spans of the text.
func (r *reader) spans(runs []run) []text.Span {
	var out []text.Span
	for _, p := range runs {
		out = append(out, r.t.Range(p.From, p.To))
	}
	return out
}

// form tells from the quotation marks whose words the content is in.
func (r *reader) form(content []run) fact.Form {
	words, quoted := 0, 0
	for _, p := range content {
		for i := p.From; i < p.To; i++ {
			if r.class[i]&mark == 0 {
				words++
				if r.quoted[i] != 0 {
					quoted++
				}
			}
		}
	}
	switch quoted {
	case 0:
		return fact.Indirect
	case words:
		return fact.Direct
	}
	return fact.Mixed
}

// hedged reports whether the cue or the opening of the content marks doubt.
func (r *reader) hedged(d *draft) bool {
	for _, p := range slices.Concat(d.cue, d.content) {
		for i := p.From; i < min(p.To, p.From+hedgeReach); i++ {
			if r.class[i]&hedge != 0 && r.class[i]&timed == 0 {
				return true
			}
		}
	}
	return false
}

// hedgeReach is how many words into a clause its main verb can be hedged.
const hedgeReach = 25

// nest sets Inside of each statement to the innermost one whose content holds
// its cue, or all of it when it has none. The statements are in text order.
func (r *reader) nest(out []fact.Statement) {
	var open []int
	for i := range out {
		start := r.drafts[i].at()
		for len(open) > 0 && r.drafts[open[len(open)-1]].last() <= start {
			open = open[:len(open)-1]
		}
		for k := len(open) - 1; k >= max(0, len(open)-maxDepth); k-- {
			if r.drafts[open[k]].contains(&r.drafts[i]) {
				out[i].Inside = out[open[k]].ID
				break
			}
		}
		open = append(open, i)
	}
}

// maxDepth bounds how many statements that are still open are looked at.
const maxDepth = 16

// contains reports whether one content run of d holds the cue, or the
// content when there is no cue, of inner.
func (d *draft) contains(inner *draft) bool {
	core := inner.content[0]
	if len(inner.cue) > 0 {
		core = inner.cue[0]
	}
	for _, p := range d.content {
		if p.Holds(core) && p.Overlaps(inner.content[0]) {
			return true
		}
	}
	return false
}
