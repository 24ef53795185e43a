package statement

import "onrecord/extract/fact"

// content reads what stands after g, up to limit, as one of the readings that
// the verb has.
func (s *sentence) content(g group, limit int) (draft, bool) {
	d := draft{cue: g.run, negated: g.negated}
	i := g.to
	if g.verb.out {
		if s.word(i) == "out" {
			i++
			d.cue.to = i
		} else if s.word(i) != "to" {
			return d, false
		}
	}
	if act, ok := g.verb.after[s.word(i)]; ok && s.prepositional(g, i) {
		d.cue.to, d.act, d.rule = i+1, act, rulePreposition
		return s.fill(d, i+1, limit, g)
	}
	k := s.adjuncts(i, limit)
	if g.verb.takes(asHearer) {
		if h := s.hearerEnd(i); h > i {
			k = s.adjuncts(h, limit)
		}
	}
	if s.word(k) == "," && (s.word(k+1) == "that" || k > i && s.nominal(k+1)) {
		k++
	}
	f, rule := s.reading(g, i, k, limit)
	if rule == "" {
		return d, false
	}
	if f == asThat {
		k = s.that(k, limit) + 1
	}
	if f == asNoun && k != i {
		k = i
	}
	d.act, d.rule = g.act(f), rule
	g.phrasal = f == asTo || f == asNoun || f == asSmall
	return s.fill(d, k, limit, g)
}

// prepositional reports whether the preposition at token i opens what g
// reports; "to" must not open an infinitive.
func (s *sentence) prepositional(g group, i int) bool {
	return !(s.word(i) == "to" && g.verb.takes(asTo)) && !s.is(i+1, timed) && s.venueEnd(i) == 0
}

// fill gives d the content from token i on.
func (s *sentence) fill(d draft, i, limit int, g group) (draft, bool) {
	p := s.tidy(run{i, s.clauseEnd(i, limit, g)})
	if p.empty() || !s.hasWord(p) {
		return d, false
	}
	d.content = []run{p}
	if d.rule == ruleNoun && g.verb.takes(asSmall) && rejections[s.word(s.lastWord(p))] {
		d.act = fact.Reject
	}
	return d, true
}

// lastWord is the last token of p that is no mark.
func (r *reader) lastWord(p run) int {
	k := p.to - 1
	for k > p.from && r.is(k, mark) {
		k--
	}
	return k
}

func (r *reader) hasWord(p run) bool {
	for i := p.from; i < p.to; i++ {
		if r.class[i]&mark == 0 {
			return true
		}
	}
	return false
}

// reading decides how the words at token k, which come after g and the
// phrases of time and hearer from token i on, are to be read.
func (s *sentence) reading(g group, i, k, limit int) (frame, string) {
	v := g.verb
	if k >= limit {
		return "", ""
	}
	switch {
	case s.that(k, limit) >= 0 && v.takes(asThat):
		return asThat, ruleThat
	case s.is(k, question) && v.takes(asWh):
		return asWh, ruleWh
	case s.word(k) == "to" && v.takes(asTo) && !s.is(k+1, determiner|capital):
		return asTo, ruleTo
	case v.takes(asBare) && s.clause(k, s.clauseEnd(k, limit, g)):
		return asBare, ruleBare
	case v.takes(asNoun) && (s.nominal(i) || s.is(i, object|quoteMark)):
		return asNoun, ruleNoun
	case v.takes(asSmall) && s.nominal(i):
		return asSmall, ruleNoun
	}
	return "", ""
}

// thatReach is how many words can stand between a verb and its "that".
const thatReach = 14

// that is the token of the "that" that opens the content of a verb, -1 when
// there is none. k is the token after the phrases of time and hearer.
func (s *sentence) that(k, limit int) int {
	if s.word(k) == "that" {
		return k
	}
	if !s.is(k, adjunct) && s.word(k) != "to" {
		return -1
	}
	for j := k + 1; j < min(limit, k+thatReach); j++ {
		if s.word(j) == "that" && !s.is(j+1, finite) {
			return j
		}
		if s.is(j, mark|finite) && s.word(j) != "'s" && !s.is(j, mention) {
			return -1
		}
	}
	return -1
}

// clause reports whether a clause with its own subject and verb starts at
// token k.
func (s *sentence) clause(k, limit int) bool {
	if !s.nominal(k) && !s.is(k, finite|quoteMark|preposition|adverb|subordinator) && !s.is(k, auxiliary) {
		return false
	}
	if s.is(k, object) && !s.is(k, subject|possessive) {
		return false
	}
	for j := k; j < min(limit, k+sourceReach); j++ {
		if s.grouped[j] != 0 && s.groupAt(j).finite || s.is(j, finite) && !s.is(j, mention) && !s.reduced(j) || s.word(j) == "'s" && s.isVerbS(j) || s.is(j, auxiliary) && s.word(j) != "'s" && s.word(j) != "be" {
			return true
		}
		if s.word(j) == ";" || s.used[j] || j > k && s.word(j) == "," && s.is(j+1, conjunction) {
			return false
		}
	}
	return false
}

// hearerReach is how many words name who is told.
const hearerReach = 10

// hearerEnd is the token after the noun phrase at token i that names who is
// told; i when there is none.
func (s *sentence) hearerEnd(i int) int {
	if s.is(i, object|subject) || s.word(i) == "it" {
		return i + 1
	}
	if !s.nominal(i) || s.word(i) == "that" {
		return i
	}
	if k := s.upToThat(i); k > i {
		return k
	}
	for k := i + 1; k < min(s.last, i+hearerReach); k++ {
		switch {
		case s.inMention(k):
		case s.is(k, mark|question|timed) || s.word(k) == "that" || s.word(k) == "to":
			return k
		case s.is(k, determiner|subject|mention) && !s.is(k-1, preposition|conjunction|determiner) && s.word(k-1) != "'s":
			return k
		case s.is(k, adjunct) && (s.is(k+1, timed) || s.venueEnd(k) > 0):
			return k
		case s.is(k, finite) && !s.is(k, capital):
			return i
		}
	}
	if i+hearerReach >= s.last {
		return s.last
	}
	return i
}

// upToThat is the token of a "that" which nothing but names and nouns part
// from token i: "told the newspaper Dagen that"; i when there is none.
func (s *sentence) upToThat(i int) int {
	for k := i + 1; k < min(s.last, i+hearerReach); k++ {
		if s.word(k) == "that" {
			return k
		}
		if s.is(k, mark|finite|subject) && !s.is(k, mention) {
			break
		}
	}
	return i
}

// inMention reports whether token k goes on with the name that token k-1 is
// in.
func (r *reader) inMention(k int) bool {
	return r.is(k, mention) && r.is(k-1, mention) && r.entity[k] == r.entity[k-1]
}
