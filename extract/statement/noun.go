package statement

// nouns reads nouns and adjectives that report: "the board's claim that it
// paid", "she was certain that it would".
func (s *sentence) nouns() {
	for k := s.first; k < s.last; k++ {
		if s.quoted[k] != 0 || s.used[k] || s.grouped[k] != 0 {
			continue
		}
		if c := cueNouns[s.lower[k]]; c != nil {
			s.nounCue(k, c)
		} else if c := cueAdjectives[s.lower[k]]; c != nil {
			s.adjectiveCue(k, c)
		}
	}
}

// nounCue reads the noun c at token k when it says whose it is.
func (s *sentence) nounCue(k int, c *cue) {
	source := s.owner(k)
	if source.empty() && s.given(k) {
		source = s.mainSubject(s.first, k)
	}
	if source.empty() {
		return
	}
	d := draft{cue: run{k, k + 1}, source: source, rule: ruleNounCue}
	next := k + 1
	var ok bool
	switch act, prep := c.after[s.word(next)]; {
	case s.word(next) == "that" && c.takes(asThat):
		d.act, ok = c.frames[asThat], true
		next++
	case s.word(next) == "to" && c.takes(asTo):
		d.act, ok = c.frames[asTo], true
	case prep:
		d.act, ok = act, true
		next++
	}
	if !ok {
		return
	}
	if d, ok := s.fill(d, next, s.subjectEnd(k, next, d.rule == ruleNounCue && s.word(next-1) != "that"), group{at: k, phrasal: true}); ok {
		s.add(d)
	}
}

// subjectEnd is where what the noun at token k reports must end: with its
// holder, or before the verb of which a noun and its phrase are the subject, as
// in "the mayor's demand for money was".
func (s *sentence) subjectEnd(k, next int, phrase bool) int {
	h := s.holder(k)
	if !phrase || s.finiteIn(h.from, k) {
		return h.to
	}
	for i := next; i < min(h.to, next+contentReach); i++ {
		switch {
		case s.is(i, relative|subordinator) && !s.is(i, preposition):
			return h.to
		case s.is(i, finite) && !s.is(i, mention) && !s.reduced(i):
			return i
		}
	}
	return h.to
}

// given reports whether the noun at token k is what the subject of the clause
// gives: "left, with a warning that".
func (s *sentence) given(k int) bool {
	if s.word(k+1) != "that" || s.word(k-1) != "a" && s.word(k-1) != "an" && s.word(k-1) != "the" {
		return false
	}
	return s.word(k-2) == "with" || givings[s.word(k-2)]
}

// ownerReach is how many words can stand between an owner and the noun.
const ownerReach = 4

// owner is the possessor of the noun at token k: "its", or the noun phrase
// before "'s".
func (s *sentence) owner(k int) run {
	for i := k - 1; i >= max(s.first, k-ownerReach); i-- {
		switch {
		case s.is(i, possessive):
			return run{i, i + 1}
		case s.word(i) == "'s" || s.word(i) == "'" || s.word(i) == "’" && s.quoted[i] == 0:
			return s.possessor(i)
		case s.is(i, mark|preposition|finite|determiner|conjunction|pronoun):
			return run{}
		}
	}
	return run{}
}

// adjectiveCue reads the adjective c at token k after a form of "be".
func (s *sentence) adjectiveCue(k int, c *cue) {
	i := k
	verb := false
	for i > s.first && s.is(i-1, auxiliary|adverb|negation) && i > k-groupReach {
		i--
		verb = verb || s.is(i, be)
	}
	if !verb {
		return
	}
	source := s.subjectBefore(max(s.holder(k).from, s.clauseFrom(s.first, i)), i)
	next := k + 1
	f := asThat
	switch {
	case source.empty():
		return
	case s.word(next) == "that" && c.takes(asThat):
		next++
	case s.word(next) == "to" && c.takes(asTo):
		f = asTo
	case c.takes(asBare) && s.is(next, subject|determiner) && s.clause(next, s.last):
		f = asBare
	default:
		return
	}
	d := draft{cue: run{i, k + 1}, source: source, act: c.frames[f], rule: ruleAdjectiveCue}
	for j := i; j < k; j++ {
		d.negated = d.negated || s.is(j, negation)
	}
	if d, ok := s.fill(d, next, s.holder(k).to, group{at: k, phrasal: true}); ok {
		s.add(d)
	}
}

// holder is the innermost content of the sentence that holds token k, or the
// whole sentence.
func (s *sentence) holder(k int) run {
	h := run{s.first, s.last}
	for j := len(s.drafts) - 1; j >= max(0, len(s.drafts)-maxDepth); j-- {
		for _, p := range s.drafts[j].content {
			if p.holds(run{k, k + 1}) && h.holds(p) {
				h = p
			}
		}
	}
	return h
}

// possessor is the short noun phrase that ends before the "'s" at token end:
// a name, or a noun back to its determiner.
func (s *sentence) possessor(end int) run {
	i := end - 1
	for i > s.first && s.inMention(i) {
		i--
	}
	if s.is(i, mention) {
		if s.is(i-1, determiner) && i > s.first && s.word(i-1) != "that" {
			i--
		}
		return run{i, end}
	}
	for i > s.first && i > end-ownerReach && !s.is(i, determiner) && !s.is(i-1, mark|finite|conjunction|subject|preposition) && s.word(i-1) != "to" {
		if s.is(i, capital) && !s.is(i-1, capital|determiner) {
			break
		}
		i--
	}
	return s.trim(run{i, end})
}
