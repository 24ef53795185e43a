package statement

import "onrecord/extract/fact"

// A sentence is what is known while the cues of one sentence are read.
type sentence struct {
	*reader
	first, last int // tokens, without a dateline before and the mark at the end
	cues        []group
	open        []run // contents that may hold what comes later, innermost last
	source      run   // of the last finite cue that lies in no other's content
}

// indirect finds the statements in tokens [first, last), one sentence, other
// than whole quotations.
func (r *reader) indirect(first, last int) {
	s := &sentence{reader: r, first: r.bodyStart(first, last), last: last}
	for s.last > s.first && r.is(s.last-1, terminal) {
		s.last--
	}
	for r.nextAt < len(r.groups) && r.groups[r.nextAt].at < last {
		s.cues = append(s.cues, r.groups[r.nextAt])
		r.nextAt++
	}
	for _, g := range s.cues {
		if !r.used[g.at] {
			s.trailing(g)
		}
	}
	for _, g := range s.cues {
		if !r.used[g.at] {
			s.forward(g)
		}
	}
	s.nouns()
	s.according()
}

// datelineReach is how many words a dateline can have.
const datelineReach = 12

// bodyStart is the first token after a dateline: "PORT ELLIN (Wire) —".
func (r *reader) bodyStart(first, last int) int {
	if !r.t.Tokens[first].Paragraph && first > 0 {
		return first
	}
	for k := first; k < min(last, first+datelineReach); k++ {
		if r.dash(k) && !r.joins(k) {
			return k + 1
		}
		if !r.is(k, capital|mark|timed|preposition) {
			break
		}
	}
	return first
}

// sourceOf is the subject of g, looked for from token from.
func (r *reader) sourceOf(g group, from int) run {
	if !g.finite && g.verb.shape&gerund != 0 && r.word(g.from-1) != "," {
		return r.mainSubject(from, g.from)
	}
	if p := r.subjectBefore(from, g.from); !p.empty() {
		return p
	}
	return r.mainSubject(from, g.from)
}

// subject is the subject of g in s: its own, or one it shares.
func (s *sentence) subject(g group) run {
	from := s.clauseFrom(s.first, g.from)
	if len(s.open) > 0 {
		from = max(from, s.open[len(s.open)-1].from)
	}
	if g.finite {
		if p := s.subjectBefore(from, g.from); !p.empty() {
			return p
		}
	} else if p := s.absolute(from, g); !p.empty() {
		return p
	}
	if len(s.open) == 0 && !s.source.empty() {
		return s.source
	}
	if p := s.quoter(g); !p.empty() {
		return p
	}
	return s.mainSubject(from, g.from)
}

// quoter is who said the quotation that the words right before g attribute:
// "“…,” she told reporters, adding that"; empty when there is none.
func (s *sentence) quoter(g group) run {
	if g.finite || s.word(g.from-1) != "," {
		return run{}
	}
	for k := g.from - 2; k >= max(s.first, g.from-2*venueReach); k-- {
		if s.byCue[k] != 0 && s.used[k] {
			return s.drafts[s.byCue[k]-1].source
		}
		if s.quoted[k] != 0 {
			break
		}
	}
	return run{}
}

// absolute is the subject of a participle that has one of its own: "with the
// mayor, Ann Lee, warning of".
func (s *sentence) absolute(from int, g group) run {
	with := -1
	for k := g.from - 1; k >= max(from, g.from-sourceReach); k-- {
		if s.word(k) == "with" {
			with = k
			break
		}
		if s.is(k, finite) && !s.is(k, mention) && !s.reduced(k) {
			return run{}
		}
	}
	if with < 0 || !s.nominal(with+1) {
		return run{}
	}
	p := run{with + 1, g.from}
	for p.to > p.from && s.word(p.to-1) == "," {
		p.to--
	}
	return p
}

// forward reads what comes after g as its content.
func (s *sentence) forward(g group) {
	for len(s.open) > 0 && s.open[len(s.open)-1].to <= g.from {
		s.open = s.open[:len(s.open)-1]
	}
	limit := s.last
	if len(s.open) > 0 {
		limit = s.open[len(s.open)-1].to
	}
	if g.passive {
		s.passive(g, limit)
		return
	}
	if g.infinitive || !g.finite && !s.participle(g) || s.cites(g.at) {
		return
	}
	d, ok := s.content(g, limit)
	if !ok {
		return
	}
	if d.source = s.subject(g); g.from == s.first {
		d.source = s.mainSubject(d.last()+1, s.last)
	}
	if d.source.empty() || s.word(d.source.from-1) == "to" && s.word(d.source.from-2) == "according" {
		return // "according to the paper, which cites": what it cites is not said here
	}
	if d.rule == ruleNoun && d.act == fact.State && s.word(d.source.to-1) == "that" && g.verb.shape&past == 0 {
		return // "all articles that repeat the number": which ones, not what they say
	}
	s.gap(g, &d)
	d.said = s.said(run{g.from, d.cue.to}, d.source, d.content[len(d.content)-1].from)
	s.keep(g, d)
}

// keep adds d to the drafts and remembers it for the cues that follow.
func (s *sentence) keep(g group, d draft) {
	s.add(d)
	if len(s.open) == 0 && g.finite {
		s.source = d.source
	}
	s.open = append(s.open, d.content[len(d.content)-1])
}

// participle reports whether g is a participle that reports by itself: after
// a comma, at the start, or with a subject of its own.
func (s *sentence) participle(g group) bool {
	before := g.from - 1
	if g.verb.takes(asQuote) && g.verb.takes(asThat) && !s.is(before, preposition|be|adverb|mark) && g.from > s.first {
		return true
	}
	return g.from == s.first || s.word(before) == "," || s.dash(before) || s.is(g.from-1, conjunction) || s.is(g.from-1, quoteMark)
}

// gap adds the relative pronoun to a content that lacks its subject: "repairs,
// which he said would be finished".
func (s *sentence) gap(g group, d *draft) {
	rel := d.source.from - 1
	if d.rule == ruleBare && s.is(d.at(), finite) && s.is(rel, relative) {
		d.content = append([]run{{rel, rel + 1}}, d.content...)
		d.rule = ruleGap
	}
}

// passive reads "it was announced by the board that" and "residents were told
// that": what follows has a that-clause, and the source is behind "by".
func (s *sentence) passive(g group, limit int) {
	k := s.adjuncts(g.to, limit)
	var source run
	if s.word(k) == "by" {
		source = s.byPhrase(k+1, limit)
		k = source.to
	}
	if s.word(k) != "that" || !g.verb.takes(asThat) {
		return
	}
	p := s.tidy(run{k + 1, s.clauseEnd(k+1, limit, g)})
	if p.empty() {
		return
	}
	d := draft{content: []run{p}, cue: g.run, source: source, act: g.verb.frames[asThat], negated: g.negated, rule: rulePassive}
	s.keep(g, d)
}

// byPhrase is the noun phrase that starts at token i, up to "that" or a mark.
func (s *sentence) byPhrase(i, limit int) run {
	k := i
	for k < min(limit, i+sourceReach) && s.word(k) != "that" && !s.is(k, mark|finite) {
		k++
	}
	return run{i, k}
}

// act is the act of g with content read as f.
func (g group) act(f frame) fact.Act { return g.verb.frames[f] }
