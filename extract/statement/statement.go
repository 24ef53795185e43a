// Package statement finds who said what. What comes in is a text with its
// entities and time expressions; what goes out is every statement with its
// source, cue and content as spans, in text order. It works by rules over
// words, without a parse, in time proportional to the text. Content is given
// as the words stand: without the opening "that" of a clause, without the
// quotation marks around direct speech. It does not judge whether a statement
// is true, and it does not say who a pronoun is: the names stage did.
package statement

import (
	"cmp"
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// Find is the statements in t. entities are its entities, whose mentions
// include resolved pronouns; times are its time expressions.
func Find(t *text.Text, entities []fact.Entity, times []fact.Time) []fact.Statement {
	r := newReader(t, entities, times)
	r.quotations()
	r.findGroups()
	r.direct()
	r.labelled()
	for _, s := range t.Sentences {
		r.indirect(s.First, s.Last)
	}
	r.orphans()
	return r.statements()
}

// A run is the tokens [from, to).
type run struct{ from, to int }

func (a run) empty() bool         { return a.to <= a.from }
func (a run) holds(b run) bool    { return a.from <= b.from && b.to <= a.to }
func (a run) overlaps(b run) bool { return a.from < b.to && b.from < a.to }

// A draft is a statement in tokens, before it gets its number.
type draft struct {
	content []run
	cue     run
	source  run
	via     []run
	act     fact.Act
	form    fact.Form // "" until it is read off the quotation marks
	said    string
	negated bool
	rule    string
	speaker int // set when it is carried over from another statement
}

// add keeps d.
func (r *reader) add(d draft) {
	r.drafts = append(r.drafts, d)
	if !d.cue.empty() {
		r.byCue[d.cue.from] = int32(len(r.drafts))
	}
}

// at is where d stands in the text: its first content token.
func (d *draft) at() int { return d.content[0].from }

// whole is everything from d's first to its last word.
func (d *draft) whole() run {
	w := run{d.content[0].from, d.content[len(d.content)-1].to}
	for _, p := range []run{d.cue, d.source} {
		if !p.empty() {
			w = run{min(w.from, p.from), max(w.to, p.to)}
		}
	}
	return w
}

// statements turns the drafts into statements in text order.
func (r *reader) statements() []fact.Statement {
	slices.SortStableFunc(r.drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.at(), b.at()), cmp.Compare(b.content[0].to, a.content[0].to))
	})
	out := make([]fact.Statement, len(r.drafts))
	for i := range r.drafts {
		out[i] = r.statement(&r.drafts[i])
		out[i].ID = i + 1
	}
	r.nest(out)
	return out
}

// statement is d with its spans in bytes and everything read off them.
func (r *reader) statement(d *draft) fact.Statement {
	s := fact.Statement{
		Content: r.spans(d.content...),
		Cue:     r.spans(d.cue),
		Source:  r.spans(r.beforeRelative(d.source)),
		Speaker: cmp.Or(d.speaker, r.speaker(d.source)),
		Form:    cmp.Or(d.form, r.form(d.content)),
		Act:     d.act,
		Said:    d.said,
		Hedged:  r.hedged(d),
		Negated: d.negated,
		Rule:    d.rule,
	}
	s.Confidence = confidence(d.rule)
	for _, v := range d.via {
		s.Via = append(s.Via, fact.Relay{Span: r.t.Range(v.from, v.to), Entity: r.speaker(v)})
	}
	return s
}

// beforeRelative is p without the relative pronoun that ends it, and the comma
// before that: "a clerk, who".
func (r *reader) beforeRelative(p run) run {
	if p.to-p.from < 2 || !r.is(p.to-1, relative) {
		return p
	}
	p.to--
	if p.to-p.from > 1 && r.word(p.to-1) == "," {
		p.to--
	}
	return p
}

// spans is the runs that are not empty, as spans of the text.
func (r *reader) spans(runs ...run) []text.Span {
	var out []text.Span
	for _, p := range runs {
		if !p.empty() {
			out = append(out, r.t.Range(p.from, p.to))
		}
	}
	return out
}

// form tells from the quotation marks whose words the content is in.
func (r *reader) form(content []run) fact.Form {
	words, quoted := 0, 0
	for _, p := range content {
		for i := p.from; i < p.to; i++ {
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
	for _, p := range append([]run{d.cue}, d.content...) {
		for i := p.from; i < min(p.to, p.from+hedgeReach); i++ {
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
			outer := &r.drafts[open[k]]
			if !outer.contains(&r.drafts[i]) {
				continue
			}
			out[i].Inside = out[open[k]].ID
			if !outer.object() || r.drafts[i].rule != ruleNounCue {
				break
			}
		}
		open = append(open, i)
	}
}

// maxDepth bounds how many statements that are still open are looked at.
const maxDepth = 16

// object reports whether the content of d is no clause but what its verb has
// for an object. A noun in it that reports ("did not accept the board's claim
// that …") is said inside the clause around d.
func (d *draft) object() bool { return d.rule == ruleNoun || d.rule == rulePreposition }

func (d *draft) last() int { return d.content[len(d.content)-1].to }

// contains reports whether one content run of d holds the cue, or the
// content when there is no cue, of inner.
func (d *draft) contains(inner *draft) bool {
	core := inner.cue
	if core.empty() {
		core = inner.content[0]
	}
	for _, p := range d.content {
		if p.holds(core) && p.overlaps(inner.content[0]) {
			return true
		}
	}
	return false
}
