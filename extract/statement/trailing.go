package statement

import "strings"

// trailing reads g as what closes or interrupts the clause before it: "…, the
// ministry said." and "The bridge, she said, is safe."
func (s *sentence) trailing(g group) {
	if !g.finite || g.passive || g.infinitive || !(g.verb.takes(asBare) || g.verb.takes(asQuote)) {
		return
	}
	if g.verb.out {
		if s.word(g.to) != "out" {
			return
		}
		g.to++
	}
	from := s.clauseFrom(s.first, g.from)
	source, end := s.trailingSource(g, from)
	if source.empty() {
		return
	}
	open := min(source.from, g.from) - 1
	if s.word(open) == "as" {
		open--
	}
	if open <= from || !s.afterComma(open+1) && !s.dash(open) {
		return
	}
	stop := open
	if s.is(open, quoteMark) {
		stop++ // the mark closes words of the content
	}
	before := s.tidy(run{s.afterLinker(max(from, open-contentReach)), stop})
	if before.to-before.from < 1 {
		return
	}
	d := draft{content: []run{before}, cue: g.run, source: source, act: g.verb.act, negated: g.negated, rule: ruleTrailing}
	if rest := s.tidy(run{end, s.last}); s.word(end) == "," && s.resumes(before, end+1) && !rest.empty() {
		rest.to = s.clauseEnd(rest.from, rest.to, g)
		d.content = append(d.content, s.tidy(rest))
		d.rule = ruleParenthesis
	} else if !s.finiteIn(before.from, before.to) {
		return
	}
	d.said = s.said(run{g.from, max(g.to, source.to)}, source, end)
	for k := open; k < end; k++ {
		s.used[k] = true
	}
	s.add(d)
	s.source = source
}

// afterComma reports whether a comma stands before token i, or before the
// quotation mark there.
func (r *reader) afterComma(i int) bool {
	return r.word(i-1) == "," || r.is(i-1, quoteMark) && (r.word(i-2) == "," || r.is(i-2, quoteMark) && r.word(i-3) == ",")
}

// afterLinker skips a conjunction that joins the clause at token from to what
// was said before it.
func (s *sentence) afterLinker(from int) int {
	for s.word(from) == "," || s.word(from) == "and" && from > s.first {
		from++
	}
	return from
}

// trailingSource is the source of g read as trailing, and the token after the
// words that go with it; empty when content follows g instead.
func (s *sentence) trailingSource(g group, from int) (run, int) {
	k := s.adjuncts(g.to, s.last)
	if s.afterComma(g.from) && s.nominal(g.to) && s.word(g.to) != "that" && !s.gerund(g.to) && !g.verb.takes(asTold) && g.verb.shape&(past|third) != 0 && g.at == g.from {
		p := s.subjectAfter(g.to, s.last)
		end := s.adjuncts(p.to, s.last)
		if !s.finiteIn(p.from, p.to) && (end >= s.last || s.word(end) == ",") {
			return p, end
		}
		return run{}, 0
	}
	if g.verb.takes(asHearer) && k < s.last && s.word(k) != "," {
		k = s.hearerEnd(k)
		k = s.adjuncts(k, s.last)
	}
	if k < s.last && s.word(k) != "," && !s.dash(k) {
		return run{}, 0
	}
	p := s.subjectBefore(from, g.from)
	if s.is(p.to-1, relative) {
		return run{}, 0
	}
	return p, k
}

// gerund reports whether token i is a verb that ends in "ing", which is what is
// said and not who says it: "denied having".
func (s *sentence) gerund(i int) bool {
	return strings.HasSuffix(s.word(i), "ing") && !s.is(i, capital|mention|determiner|pronoun)
}

// resumes reports whether the clause that was interrupted goes on at token i:
// it had no verb yet, or what follows is no new phrase of time or reason.
func (s *sentence) resumes(before run, i int) bool {
	if s.word(i) == "that" || s.is(i, finite) && !s.is(i, determiner) {
		return true
	}
	if s.is(before.from, subordinator) || s.is(before.from+1, subordinator) && s.is(before.from, adverb) {
		return !s.is(i, linker|subordinator)
	}
	if s.finiteIn(before.from, before.to) {
		return false
	}
	return !s.is(i, linker|timed|conjunction)
}
