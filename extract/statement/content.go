package statement

import "onrecord/extract/fact"

// content reads what stands after g, up to limit, as one of the readings that
// the verb has.
func (s *sentence) content(g group, limit int) (draft, bool) {
	d := draft{cue: g.run, negated: g.negated}
	i := g.to
	if g.verb.lemma == "ask" && g.at == g.from && s.word(g.from-1) == "," && s.is(i, question) {
		return d, false // "Lee, asked whether it was true, shrugged"
	}
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
	if to := s.pastPlace(k); to > k && g.verb.takes(asTo) {
		k = to
	}
	if that := s.citedThat(k + 1); that > 0 {
		k = that
	}
	if g.verb.takes(asHearer) {
		if h := s.hearerEnd(i); h > i && s.word(h) == "to" && g.verb.takes(asTo) {
			k = h // "told her pupils to bring a book", not "spoke to the press"
		} else if h > i {
			k = s.adjuncts(h, limit)
		}
	}
	if k >= limit && g.verb.takes(asNoun) {
		k = i // "promised a retreat": the object is no hearer
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
	if s.unsaid(g, f, k, d.act) {
		return d, false
	}
	g.phrasal = f == asAt || f == asTo || f == asNoun || f == asSmall
	if f == asNoun && !g.verb.takes(asSmall) && s.standsAlone(k) {
		limit = s.pastPronoun(k, limit)
	}
	return s.fill(d, k, limit, g)
}

// pastPlace is the infinitive after the names of a place at token k, as in
// "agreed in Melk, Ostria, to"; k when there is none.
func (s *sentence) pastPlace(k int) int {
	if s.word(k) != "in" && s.word(k) != "at" {
		return k
	}
	i := k + 1
	for i < min(s.last, k+hearerReach) && (s.is(i, mention|capital) || s.word(i) == "," && i > k+1) {
		i++
	}
	if i > k+1 && s.word(i) == "to" && s.class[i+1]&(determiner|capital|mention) == 0 {
		return i
	}
	return k
}

// unsaid reports whether g, which f reads from token k on, tells that nothing
// was said: "did not mention the troops", "declined to say whether".
func (s *sentence) unsaid(g group, f frame, k int, act fact.Act) bool {
	if f == asTo {
		v, cue := cueVerbs[s.word(k+1)]
		return act == fact.Reject && (silences[s.word(k+1)] || cue && v.takes(asQuote) && v.takes(asThat))
	}
	plain := act == fact.State || act == fact.Report || act == fact.Announce
	return plain && (g.negated && f != asThat && f != asBare || f == asNoun && (s.particle(k) || s.standsAlone(k)))
}

// standsAlone reports whether token k is a pronoun that is a whole object.
func (s *sentence) standsAlone(k int) bool {
	ends := k+1 >= s.n || s.is(k+1, mark|conjunction) && !s.is(k+1, quoteMark)
	switch s.word(k) {
	case "it", "them":
		return ends || s.is(k+1, adjunct|timed)
	case "this", "that", "these", "those":
		return ends
	}
	return s.is(k, object) && !s.is(k, possessive) && ends
}

// pastPronoun is the token after the pronoun at token k and the phrases that go
// with it; another clause may follow.
func (s *sentence) pastPronoun(k, limit int) int {
	for k++; k < limit && !s.is(k, mark|conjunction); k++ {
	}
	return k
}

// particle reports whether token k only goes with the verb: "called back".
func (s *sentence) particle(k int) bool {
	switch s.word(k) {
	case "back", "off", "on", "out", "over", "up":
		return true
	}
	return false
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
	case s.that(k, limit) >= 0 && v.takes(asThat) && !s.standsAlone(k):
		return asThat, ruleThat
	case s.is(k, question) && v.takes(asWh):
		return asWh, ruleWh
	case s.word(k) == "to" && v.takes(asTo) && !s.is(k+1, determiner|capital):
		return asTo, ruleTo
	case v.takes(asBare) && s.clause(k, s.clauseEnd(k, limit, g)):
		return asBare, ruleBare
	case v.takes(asAt) && s.nominal(i) && s.numberAt(i, limit):
		return asAt, ruleNoun
	case v.takes(asNoun) && (s.nominal(i) || s.is(i, object|quoteMark)):
		return asNoun, ruleNoun
	case v.takes(asSmall) && s.nominal(i):
		return asSmall, ruleNoun
	}
	return "", ""
}

// numberReach is how many words can stand between a verb and its "at 40".
const numberReach = 12

// numberAt reports whether "at" and a number follow the object at token i:
// "the dead at “about 40”".
func (s *sentence) numberAt(i, limit int) bool {
	for k := i + 1; k < min(limit, i+numberReach); k++ {
		if s.is(k, mark|finite) && !s.innerMark(k) && !s.is(k, mention) {
			return false
		}
		if s.word(k) != "at" {
			continue
		}
		for k++; k < limit && (s.is(k, quoteMark|adverb|hedge|preposition) || s.word(k) == "$"); k++ {
		}
		w := s.word(k)
		return w != "" && '0' <= w[0] && w[0] <= '9'
	}
	return false
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
		if s.word(j) == ";" || s.word(j) == ":" || s.used[j] || j > k && s.word(j) == "," && s.is(j+1, conjunction) {
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
	if (s.is(i, object|subject) || s.word(i) == "it") && !s.ownsNext(i) {
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

// ownsNext reports whether the pronoun at token i, "her", is the owner of what
// the next word names, as in "told her pupils to".
func (s *sentence) ownsNext(i int) bool {
	next := i + 1
	return s.is(i, possessive) && next < s.last && s.class[next]&^(hearer|witnesses|body|venue) == 0 && s.word(next) != "to" && s.grouped[next] == 0
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
