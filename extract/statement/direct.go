package statement

import "onrecord/extract/fact"

// direct finds who says each quotation that is attributed in its own
// paragraph: before it, after it, or in its middle.
func (r *reader) direct() {
	for i := 0; i < len(r.quotes); i++ {
		q := r.quotes[i]
		if !r.speech(q) {
			continue
		}
		d, ok := r.attributed(q)
		if !ok {
			continue
		}
		r.take(q, d)
		i = r.resume(i, d)
	}
}

// speech reports whether q is long enough, or ends so, that it can be what
// someone said and not a title or a word held at arm's length.
func (r *reader) speech(q quotation) bool {
	words := 0
	for i := q.inner.from; i < q.inner.to && words < 3; i++ {
		if r.class[i]&mark == 0 {
			words++
		}
	}
	return words >= 3 || words > 0 && (r.is(r.final(q), terminal) || r.word(r.final(q)) == "," || r.word(q.after) == ",")
}

// take keeps d, whose content starts with q, and marks its words as used.
func (r *reader) take(q quotation, d draft) {
	for i := q.open; i < q.after; i++ {
		r.used[i] = true
	}
	for _, p := range []run{d.cue, d.source} {
		for i := p.from; i < p.to; i++ {
			r.used[i] = true
		}
	}
	r.add(d)
}

// resume gives the quotations right after the words that attribute quotation
// i to the same speaker, and is the index of the last one it used. A part
// that goes on in lower case belongs to the same statement; another sentence
// is a statement of its own, without a cue.
func (r *reader) resume(i int, d draft) int {
	for ; i+1 < len(r.quotes); i++ {
		q, next := r.quotes[i], r.quotes[i+1]
		at := &r.drafts[len(r.drafts)-1]
		switch {
		case !q.closed && r.t.Tokens[min(next.open, r.n-1)].Paragraph && next.open == q.after:
			at.content = append(at.content, next.inner)
		case d.rule == ruleQuoteAfter && r.follows(d, next):
			if r.continues(next) {
				at.content = append(at.content, next.inner)
				at.rule = ruleQuoteSplit
			} else {
				r.add(r.runOn(d, next))
			}
		default:
			return i
		}
		for k := next.open; k < next.after; k++ {
			r.used[k] = true
		}
	}
	return i
}

// follows reports whether next comes after the words that attribute d with
// nothing but phrases of time and place and a mark between.
func (r *reader) follows(d draft, next quotation) bool {
	end := max(d.cue.to, d.source.to, d.last())
	if next.open < end || next.open-end > 2*venueReach {
		return false
	}
	k := r.adjuncts(end, next.open)
	for k < next.open && r.is(k, mark) {
		k++
	}
	if k == next.open {
		return !r.t.Tokens[next.open].Paragraph && r.speech(next)
	}
	// "…," he said of the plan. "…" and "…," he said, meaning the plan, "…"
	if r.word(end) == "," && r.word(next.open-1) == "," && !r.finiteIn(end, next.open) {
		return true
	}
	return r.is(next.open-1, terminal) && !r.finiteIn(end, next.open) && !r.t.Tokens[next.open].Paragraph
}

// continues reports whether q goes on with the sentence before it.
func (r *reader) continues(q quotation) bool {
	return r.word(q.open-1) != "." && !r.is(q.inner.from, capital)
}

// runOn is q as a statement of the speaker of d.
func (r *reader) runOn(d draft, q quotation) draft {
	return draft{content: []run{q.inner}, source: d.source, via: d.via, act: fact.State, said: d.said, rule: ruleRunsOn}
}
