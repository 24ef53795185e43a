package statement

import (
	"onrecord/extract/fact"
	"onrecord/extract/syntax/lemma"
)

// act is what the cue of d does with its content, and whether it says that it
// does not.
func (r *reader) act(d *draft) (fact.Act, bool) {
	negated := false
	for _, p := range d.cue {
		for i := p.From; i < p.To; i++ {
			negated = negated || r.is(i, negation)
		}
	}
	c := r.cueOf(d)
	if c == nil {
		return fact.State, negated
	}
	return r.reading(c, d), negated
}

// cueOf is the listed cue that d has: its head or, where that only states,
// another of its words that does more, "voiced opposition to"; nil for none.
func (r *reader) cueOf(d *draft) *cue {
	found := r.listed(d.head)
	for _, p := range d.cue {
		for i := p.From; i < p.To; i++ {
			c := r.listed(i)
			if c != nil && (found == nil || found.act == fact.State && c.act != fact.State && r.tags[i].UPOS() == "NOUN") {
				found = c
			}
		}
	}
	return found
}

// listed is the cue that token i is, read as its tag has it.
func (r *reader) listed(i int) *cue {
	l := lemma.Of(r.t.Word(i), r.tags[i])
	switch r.tags[i].UPOS() {
	case "NOUN", "PROPN":
		return cues().nouns[l]
	case "ADJ":
		if c := cues().adjectives[l]; c != nil {
			return c
		}
	}
	return cues().verbs[l]
}

// reading is the act of c with the content of d.
func (r *reader) reading(c *cue, d *draft) fact.Act {
	p := d.content[0]
	for _, next := range d.content {
		if p.From < d.head {
			p = next
		}
	}
	if p.From < d.head {
		return c.as(asQuote, asBare)
	}
	k := p.From
	for k < p.To-1 && r.is(k, mark) && !r.is(k, quoteMark) {
		k++
	}
	for _, i := range []int{k, k - 1} {
		if act, ok := c.after[r.word(i)]; ok && !(r.word(i) == "to" && c.takes(asTo)) {
			return act
		}
	}
	switch {
	case r.quoted[k] != 0 && c.takes(asQuote):
		return c.frames[asQuote]
	case r.word(k) == "that" && p.Len() > 1:
		return c.as(asThat, asBare)
	case r.asks(k):
		return c.as(asWh)
	case c.takes(asTo) && r.infinitive(p):
		return c.frames[asTo]
	case c.takes(asSmall) && cues().rejections[r.word(r.lastWord(p))]:
		return fact.Reject
	case r.clause(p):
		return c.as(asBare, asThat)
	}
	return c.as(asNoun, asSmall, asAt)
}

// infinitive reports whether the first verb of p is one: "her workers to bring
// pumps".
func (r *reader) infinitive(p run) bool {
	for i := p.From; i < p.To; i++ {
		if r.verbIn(i, i+1) {
			return i > p.From && r.word(i-1) == "to"
		}
	}
	return false
}

// clause reports whether the words of p are a clause: what holds them together
// has a subject.
func (r *reader) clause(p run) bool {
	top := r.top(p)
	for i := p.From; i < p.To; i++ {
		if r.arcs[i].Head == top {
			switch r.arcs[i].Label {
			case "nsubj", "nsubj:pass", "csubj", "expl":
				return true
			}
		}
	}
	return false
}

// top is the first token of p that hangs on none in p.
func (r *reader) top(p run) int {
	for i := p.From; i < p.To; i++ {
		if h := r.arcs[i].Head; !r.is(i, mark) && (h < p.From || h >= p.To) {
			return i
		}
	}
	return p.From
}

// asks reports whether token i opens an indirect question.
func (r *reader) asks(i int) bool {
	switch r.tags[i].XPOS() {
	case "WDT", "WP", "WP$", "WRB":
		return true
	}
	return r.word(i) == "whether" || r.word(i) == "if"
}

// lastWord is the last token of p that is no mark.
func (r *reader) lastWord(p run) int {
	k := p.To - 1
	for k > p.From && r.is(k, mark) {
		k--
	}
	return k
}
