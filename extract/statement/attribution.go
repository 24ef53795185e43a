package statement

import "onrecord/extract/fact"

// attributed is the statement that q is the content of.
func (r *reader) attributed(q quotation) (draft, bool) {
	if d, ok := r.signed(q); ok {
		return d, true
	}
	if r.fragment(q) {
		return draft{}, false
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

// fragment reports whether q goes on with the words before it, so that they
// are part of the content too: "The plan “is absurd,” he said."
func (r *reader) fragment(q quotation) bool {
	before := r.word(q.open - 1)
	return !r.is(q.inner.from, capital) && !r.sentenceStart(q.open) && before != "," && before != ":" && !r.is(q.inner.from, mark) && !r.used[max(0, q.open-1)]
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
	for ok && g.from > i && (g.passive || !g.verb.takes(asQuote)) && r.afterRelative(i, g.from) {
		g, ok = r.nextGroup(g.to, end)
	}
	if !ok || g.passive || !g.verb.takes(asQuote) {
		return draft{}, false
	}
	if source, via := r.quotedAs(g, i); !source.empty() {
		d.cue, d.source, d.act, d.via = g.run, source, g.verb.frames[asQuote], []run{via}
		return d, true
	}
	if g.from == i && !g.verb.takes(asTold) {
		d.source = r.subjectAfter(g.to, end)
	} else if s := r.subjectBefore(i, g.from); !s.empty() && !r.finiteIn(i, s.from) && (s.from == i || r.adverbial(i, s.from) || r.is(i, conjunction)) {
		d.source = s
	}
	d.cue, d.act, d.negated = g.run, g.verb.frames[asQuote], g.negated
	d.said = r.said(run{g.from, max(g.to, d.source.to)}, d.source, end)
	if r.sentenceStart(i) && (!r.sentenceStart(q.open) || r.introduces(max(g.to, d.source.to), end)) {
		return draft{}, false // the words after q belong to what follows them
	}
	return d, !d.source.empty() && r.word(g.to) != "that" && g.finite
}

// quotedAs is whom g, a "saying" in words that start at token i, quotes and who
// relays it: "…,” the agency quoted her as saying". Both are empty for others.
func (r *reader) quotedAs(g group, i int) (source, via run) {
	if g.verb.shape&gerund == 0 || r.word(g.from-1) != "as" {
		return run{}, run{}
	}
	for k := g.from - 2; k > max(i, g.from-hearerReach); k-- {
		switch r.word(k) {
		case "quote", "quotes", "quoted", "cited", "cites":
			via = r.subjectBefore(i, k)
			if via.empty() || k+1 == g.from-1 {
				return run{}, run{}
			}
			return run{k + 1, g.from - 1}, via
		}
	}
	return run{}, run{}
}

// afterRelative reports whether the verb at token k belongs to a relative
// clause that starts after token i.
func (r *reader) afterRelative(i, k int) bool {
	for j := k - 1; j > max(i, k-groupReach); j-- {
		if r.is(j, relative) {
			return true
		}
	}
	return false
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
			g := r.groupAt(k)
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
			g := r.groupAt(k)
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
