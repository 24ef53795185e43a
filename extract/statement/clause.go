package statement

import "onrecord/extract/fact"

// contentReach is how many words a clause can have. Longer ones are cut; it
// keeps the time linear.
const contentReach = 250

// clauseEnd is the token after the clause that starts at token start and is
// what g reports: it runs to limit unless something else begins before.
func (r *reader) clauseEnd(start, limit int, g group) int {
	depth := 0
	limit = min(limit, start+contentReach)
	for k := start; k < limit; k++ {
		switch {
		case r.used[k], r.word(k) == ";", g.phrasal && r.word(k) == ":" && k > start:
			return k
		case r.word(k) == "(":
			depth++
		case r.word(k) == ")":
			if depth--; depth < 0 {
				return k
			}
		case r.quoted[k] != 0:
		case k > start && r.breaks(k, limit, g):
			return k
		}
	}
	return limit
}

// breaks reports whether token k starts something that is no longer what g
// reports: another cue of the same subject, or a participle that goes on.
func (r *reader) breaks(k, limit int, g group) bool {
	comma := r.word(k) == ","
	if g.phrasal && (r.leavesPhrase(k) || comma && r.is(k+1, aside)) {
		return true
	}
	if r.dash(k) && !r.joins(k) && r.is(k+1, conjunction) {
		return true
	}
	next := k + 1
	if comma && r.is(next, conjunction) {
		next++
	}
	if g.phrasal && r.word(k) == "through" && r.is(k+1, possessive) || g.phrasal && r.venueEnd(k) > 0 && r.is(k, adjunct) {
		return true
	}
	if !comma && !r.is(k, conjunction) && !r.dash(k) {
		return false
	}
	if comma && r.word(next) == "according" {
		return true
	}
	if comma && r.word(k+1) == "but" && r.is(k+2, finite) && !r.is(k+2, auxiliary|mention) {
		return true // "…, but offered no proof"
	}
	if comma && next > k+1 && g.finite && !g.phrasal && r.newSpeaker(next, limit, g) {
		return true
	}
	if comma && r.inRelative(g) && !r.is(next, mention) && (r.is(next, finite) || next < limit && r.grouped[next] != 0 && r.groupAt(next).from == next && r.groupAt(next).finite) {
		return true // "Lee, who is leading the revolt, said"
	}
	for next < limit && r.is(next, adverb) && r.grouped[next] == 0 {
		next++
	}
	if next >= limit || r.grouped[next] == 0 {
		return false
	}
	h := r.groupAt(next)
	if h.passive || h.infinitive {
		return false
	}
	if h.verb.shape&gerund != 0 && !h.finite {
		return comma && g.at != h.at
	}
	return h.finite && r.sameTense(g, h) && !r.is(next, relative)
}

// inRelative reports whether g is the verb of a relative clause, with no more
// than a phrase of time after its pronoun.
func (r *reader) inRelative(g group) bool {
	return r.is(r.beforeTime(g.from)-1, relative)
}

// newSpeakerReach is how many words a speaker can have that takes over in the
// middle of a sentence.
const newSpeakerReach = 8

// newSpeaker reports whether a clause starts at token i in which someone else
// speaks: "…, but Lee warned that".
func (r *reader) newSpeaker(i, limit int, g group) bool {
	for k := i; k < min(limit, i+newSpeakerReach); k++ {
		if r.is(k, mark) {
			return false
		}
		if r.grouped[k] == 0 {
			continue
		}
		h := r.groupAt(k)
		return k > i && h.finite && !h.passive && h.verb.takes(asQuote) && h.verb.shape&g.verb.shape != 0 && !r.finiteIn(i, h.from) && !r.is(h.from-1, subject)
	}
	return false
}

// leavesPhrase reports whether the conjunction at token k joins a new verb to
// the one that g's infinitive or noun depends on: "willing to talk, but would
// not yield".
func (r *reader) leavesPhrase(k int) bool {
	if r.word(k) == "," {
		k++
	}
	if r.word(k) == "but" && r.is(k+1, finite) && !r.is(k+1, mention|determiner) {
		return true // "praised the team but stopped short of"
	}
	return r.is(k, conjunction) && r.is(k+1, auxiliary)
}

// judges reports whether h is something that one says of someone else.
func judges(h group) bool {
	switch h.verb.act {
	case fact.Accuse, fact.Reject, fact.Criticize, fact.Praise, fact.Deny:
		return true
	}
	return false
}

// sameTense reports whether h can share the subject of g: "estimates … and
// fears", not "said … and would".
func (r *reader) sameTense(g, h group) bool {
	if h.at == g.at || g.verb.cue == nil {
		return false
	}
	if !g.finite {
		return g.verb.shape&gerund != 0 // the main clause goes on: "…, calling it late, and said"
	}
	if g.verb.shape&past != 0 && !h.verb.takes(asQuote) && !judges(h) {
		return false // "said he was sorry and hoped": reported hope is past too
	}
	if g.verb.shape&past == 0 && h.verb.shape&past != 0 && h.verb.takes(asQuote) {
		return true // "says it is early but noted that"
	}
	return g.verb.shape&h.verb.shape != 0 && (h.at == h.from || r.is(h.from, adverb|negation) || g.at > g.from)
}

// tidy drops the marks around p, and the quotation marks when they hold all
// of it.
func (r *reader) tidy(p run) run {
	for p.from < p.to && (r.word(p.from) == "," || r.dash(p.from) || r.word(p.from) == ":") {
		p.from++
	}
	for p.from < p.to && r.is(p.to-1, mark) && r.closesNothing(p) {
		p.to--
	}
	if q := r.quoted[min(p.from, r.n-1)]; q != 0 && !p.empty() {
		if x := r.quotes[q-1]; x.open == p.from && x.after == p.to && x.closed {
			return x.inner
		}
	}
	return p
}

// closesNothing reports whether the last token of p is a mark that belongs to
// the sentence and not to what is in p.
func (r *reader) closesNothing(p run) bool {
	k := p.to - 1
	switch {
	case r.word(k) == "%" || r.word(k) == ")" || r.word(k) == "]":
		return false
	case r.quoted[k] != 0:
		return r.quotes[r.quoted[k]-1].open == k
	}
	return true
}
