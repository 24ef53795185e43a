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

// attributed is the statement that q is the content of.
func (r *reader) attributed(q quotation) (draft, bool) {
	if d, ok := r.signed(q); ok {
		return d, true
	}
	if r.comma(q) {
		if d, ok := r.saidAfter(q); ok {
			return d, true
		}
		return r.saidBefore(q)
	}
	if d, ok := r.saidBefore(q); ok {
		return d, true
	}
	if r.is(r.final(q), terminal) && q.closed {
		return r.saidAfter(q)
	}
	return draft{}, false
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

// final is the last token in q, quotation marks nested in it aside.
func (r *reader) final(q quotation) int {
	k := q.inner.to - 1
	for k > q.inner.from && r.is(k, quoteMark) {
		k--
	}
	return k
}

// comma reports whether q ends in a comma or dash, on either side of its mark.
func (r *reader) comma(q quotation) bool {
	return q.closed && (r.word(r.final(q)) == "," || r.word(q.after) == "," || r.dash(r.final(q)) || r.dash(q.after))
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

// saidAfter reads the words after q as its attribution: "…," X said, and
// "…," said X.
func (r *reader) saidAfter(q quotation) (draft, bool) {
	i := q.after
	for r.word(i) == "," || r.dash(i) {
		i++
	}
	if i >= r.n || r.t.Tokens[i].Paragraph {
		return draft{}, false
	}
	end := r.sentenceEnd(i)
	d := draft{content: []run{q.inner}, rule: ruleQuoteAfter}
	if r.word(i) == "according" && r.word(i+1) == "to" {
		d.cue, d.source, d.act = run{i, i + 2}, r.subjectAfter(i+2, end), fact.State
		return d, !d.source.empty()
	}
	g, ok := r.nextGroup(i, end)
	if !ok || g.passive || !g.verb.takes(asQuote) {
		return draft{}, false
	}
	if g.from == i {
		d.source = r.subjectAfter(g.to, end)
	} else if s := r.subjectBefore(i, g.from); !r.finiteIn(i, s.from) && (s.from == i || r.adverbial(i, s.from) || r.is(i, conjunction)) {
		d.source = s
	}
	d.cue, d.act, d.negated = g.run, g.verb.frames[asQuote], g.negated
	d.said = r.said(run{g.from, max(g.to, d.source.to)}, d.source, end)
	if r.sentenceStart(i) && (!r.sentenceStart(q.open) || r.introduces(max(g.to, d.source.to), end)) {
		return draft{}, false // the words after q belong to what follows them
	}
	return d, !d.source.empty() && r.word(g.to) != "that" && g.finite
}

// introduces reports whether the words from token i on lead up to another
// quotation: "…?” She added, “…"
func (r *reader) introduces(i, end int) bool {
	i = r.adjuncts(i, end)
	if r.word(i) == "," || r.word(i) == ":" {
		i++
	}
	return i < r.n && r.is(i, quoteMark) && r.quoted[i] != 0
}

// nextGroup is the first verb group that starts in [i, end) before a
// quotation mark.
func (r *reader) nextGroup(i, end int) (group, bool) {
	for k := i; k < min(end, i+sourceReach); k++ {
		if r.is(k, quoteMark) && r.quoted[k] != 0 {
			break
		}
		if r.grouped[k] != 0 {
			g := r.groups[r.grouped[k]-1]
			return g, g.from >= i
		}
	}
	return group{}, false
}

// sentenceEnd is the token after the sentence of token i.
func (r *reader) sentenceEnd(i int) int {
	return r.t.Sentences[r.t.SentenceAt(r.t.Tokens[i].Start)].Last
}

func (r *reader) sentenceFirst(i int) int {
	return r.t.Sentences[r.t.SentenceAt(r.t.Tokens[i].Start)].First
}

// beforeReach is how many words can stand between a cue and the quotation
// after it.
const beforeReach = 25

// saidBefore reads the words before q as its attribution: X said, "…", and
// X: "…".
func (r *reader) saidBefore(q quotation) (draft, bool) {
	b, colon := q.open, r.word(q.open-1) == ":"
	if q.open == 0 || r.t.Tokens[q.open].Paragraph && !colon {
		return draft{}, false
	}
	first := r.sentenceFirst(q.open - 1)
	if colon || r.word(q.open-1) == "," {
		b--
	}
	for k := b - 1; k >= max(first, b-beforeReach); k-- {
		if r.grouped[k] != 0 {
			g := r.groups[r.grouped[k]-1]
			return r.cueBefore(g, q, first, b, colon)
		}
		if r.is(k, mark) && r.word(k) != "," && !r.innerMark(k) {
			break
		}
	}
	if colon && b-first <= 12 && !r.finiteIn(first, b) && r.t.Tokens[first].Paragraph == (first > 0) && b > first {
		return draft{content: []run{q.inner}, cue: run{b, b + 1}, source: run{first, b}, act: fact.State, rule: ruleQuoteColon}, true
	}
	return draft{}, false
}

// cueBefore is the statement that g introduces and q is the content of. b is
// the token after the words between them.
func (r *reader) cueBefore(g group, q quotation, first, b int, colon bool) (draft, bool) {
	if g.passive || !g.verb.takes(asQuote) || r.used[g.at] || g.infinitive {
		return draft{}, false
	}
	between := r.adjuncts(g.to, b)
	switch {
	case between >= b:
	case colon && !r.finiteIn(g.to, b):
	case g.verb.takes(asHearer) && !r.finiteIn(g.to, b) && r.nominal(g.to):
	case g.verb.takes(asHearer) && b == g.to+1:
	case b < q.open && b-g.to <= venueReach && !r.finiteIn(g.to, b):
	default:
		return draft{}, false
	}
	if b == q.open && (!r.is(q.inner.from, capital) || !r.wholeSentence(q)) {
		return draft{}, false
	}
	d := draft{content: []run{q.inner}, cue: g.run, act: g.verb.frames[asQuote], negated: g.negated, rule: ruleQuoteBefore}
	d.source = r.sourceOf(g, r.clauseFrom(first, g.from))
	d.said = r.said(g.run, d.source, b)
	return d, !d.source.empty()
}

// wholeSentence reports whether q ends as a sentence does.
func (r *reader) wholeSentence(q quotation) bool {
	return !q.closed || r.is(r.final(q), terminal) || r.word(r.final(q)) == "," || r.is(q.after, terminal)
}

// clauseFrom is the first token after the last quotation or used words in
// [first, at).
func (r *reader) clauseFrom(first, at int) int {
	for k := at - 1; k >= max(first, at-sourceReach); k-- {
		if r.used[k] {
			return k + 1
		}
	}
	return first
}
