package statement

import (
	"cmp"

	"onrecord/extract/fact"
	"onrecord/extract/statement/attribute"
)

// deepestNest is how many statements can stand in each other.
const deepestNest = 3

// How sure, in percent, an attribution must be to be a statement: any; one whose
// source is not given; one inside another, or inside a quotation, of which the
// model has seen none. On the development half of PolNeAR what falls below is
// wrong more often than right, and the scores stay the same without.
const (
	leastSure      = 40
	leastUnsourced = 60
	leastInside    = 55
	leastQuoted    = 70
)

// attributed adds what a says, and what is said inside it.
func (r *reader) attributed(a attribute.Attribution) {
	if !r.used[a.Head] && a.Sure >= leastSure && (a.Sure >= leastUnsourced || len(a.Source) > 0) {
		r.nested(a, 0)
	}
}

func (r *reader) nested(a attribute.Attribution, depth int) {
	for _, b := range r.joined(&a) {
		r.nested(b, depth)
	}
	d := draft{head: a.Head, cue: a.Cue, source: nearest(a.Source, a.Head), content: a.Content, sure: float64(a.Sure) / 100, rule: ruleLearned}
	var inner []attribute.Attribution
	for _, p := range a.Content {
		inner = append(inner, r.within(p, depth)...)
	}
	from := len(r.drafts)
	relayed := r.relayed(&d, inner)
	if !relayed {
		depth++
		r.take(d)
	}
	for _, x := range inner {
		r.nested(x, depth)
	}
	if relayed {
		for i := from; i < len(r.drafts); i++ {
			r.drafts[i].via = append(r.drafts[i].via, d.source...)
		}
	}
}

// nearest is the run of a source that stands next to its cue. Where the model
// gives more, the others are of another clause.
func nearest(source []run, head int) []run {
	for i, p := range source {
		if i+1 == len(source) || source[i+1].From > head && (p.To <= head && head-p.To <= source[i+1].From-head) {
			return source[i : i+1]
		}
	}
	return nil
}

// within is what is said inside the content p, by someone who is named, at the
// given depth. Of what is too doubtful, what is said inside it may still be sure.
func (r *reader) within(p run, depth int) []attribute.Attribution {
	if depth >= deepestNest {
		return nil
	}
	var sure []attribute.Attribution
	for _, a := range attribute.Within(r.t, r.tags, r.arcs, p) {
		if a.Sure >= r.leastIn(p, a.Head) && len(a.Source) > 0 {
			sure = append(sure, a)
			continue
		}
		for _, c := range a.Content {
			sure = append(sure, r.within(c, depth+1)...)
		}
	}
	return sure
}

// leastIn is how sure what the cue at token head says inside p must be.
func (r *reader) leastIn(p run, head int) int {
	switch q := r.quoted[p.From]; {
	case q != 0 && r.quotes[q-1].Holds(p):
		return leastQuoted
	case r.tags[head].UPOS() == "NOUN":
		return leastSure // "the board’s claim that"
	}
	return leastInside
}

// relayed reports whether d only passes on what one of inner says: its cue
// names a medium, and what it gives begins with the other.
func (r *reader) relayed(d *draft, inner []attribute.Attribution) bool {
	if len(inner) == 0 || len(d.content) == 0 || !r.is(d.head, relaying) || r.witness(d.source) {
		return false
	}
	x := &inner[0]
	whole := (&draft{cue: x.Cue, source: x.Source, content: x.Content}).whole()
	if last := d.last(); whole.From <= d.at()+relayReach && x.Content[len(x.Content)-1].To == whole.To {
		x.Content[len(x.Content)-1].To = last
		return true
	}
	return 2*whole.Len() >= d.last()-d.at()
}

// relayReach is how many words can stand before what is relayed.
const relayReach = 2

// witness reports whether source is a person, or people nobody names, whose
// account the content is, with what others say in it. An agency or paper only
// passes on what it says others said.
func (r *reader) witness(source []run) bool {
	if len(source) == 0 {
		return true
	}
	return r.is(r.top(source[0]), witness) || r.people[r.speaker(source)]
}

// take keeps d, each part that is a statement of its own by itself.
func (r *reader) take(d draft) {
	r.complete(&d)
	r.restore(&d)
	r.quotedAs(&d)
	d.act, d.negated = r.act(&d)
	d.said = r.said(&d)
	for i, part := range r.apart(&d) {
		x := d
		if x.content = part; i > 0 {
			x = r.runOn(d, part)
		}
		r.add(x)
	}
}

// apart is the content of d, parted where a quotation behind the cue begins a
// sentence of its own.
func (r *reader) apart(d *draft) [][]run {
	parts := [][]run{nil}
	for i, p := range d.content {
		if i > 0 && p.From > d.head && r.ownSentence(p) {
			parts = append(parts, nil)
		}
		last := len(parts) - 1
		parts[last] = append(parts[last], p)
	}
	return parts
}

// ownSentence reports whether p is a quotation that begins a sentence.
func (r *reader) ownSentence(p run) bool {
	q := r.quoted[p.From]
	if q == 0 || r.quotes[q-1].From != p.From || !r.is(p.From+1, capital) {
		return false
	}
	goesOn := r.t.Tokens[p.From].Paragraph && q > 1 && r.quotes[q-2].Open
	return r.sentenceStart(p.From) && !goesOn
}

// runOn is content as a statement of the speaker of d.
func (r *reader) runOn(d draft, content []run) draft {
	return draft{
		content: content, source: d.source, via: d.via, act: fact.State, said: d.said,
		after: cmp.Or(d.after, d.head+1), rule: ruleRunsOn, sure: min(d.sure, precision[ruleRunsOn]),
	}
}

// add keeps d.
func (r *reader) add(d draft) {
	for _, runs := range [][]run{d.content, d.cue, d.source} {
		for _, p := range runs {
			for i := p.From; i < p.To; i++ {
				r.used[i] = true
			}
		}
	}
	r.drafts = append(r.drafts, d)
}
