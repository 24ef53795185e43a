package statement

// A group is a verb that is a cue with its auxiliaries, negation and adverbs.
type group struct {
	run        // from the first auxiliary to past the verb
	at         int
	verb       verb
	finite     bool // can have a subject of its own
	passive    bool
	negated    bool
	infinitive bool // "to say"
	phrasal    bool // what it reports is no clause of its own
}

// groupReach is how many auxiliaries and adverbs can stand before the verb.
const groupReach = 6

// findGroups fills r.groups with every cue verb outside quotation marks.
func (r *reader) findGroups() {
	for i := range r.n {
		v, ok := cueVerbs[r.lower[i]]
		if !ok || r.quoted[i] != 0 || r.class[i]&timed != 0 {
			continue
		}
		if g, ok := r.group(i, v); ok {
			r.groups = append(r.groups, g)
			for k := g.from; k < g.to; k++ {
				r.grouped[k] = int32(len(r.groups))
			}
		}
	}
}

// groupAt is the group that token k lies in; there must be one.
func (r *reader) groupAt(k int) group { return r.groups[r.grouped[k]-1] }

// group reads the verb group around the cue form v at token i; not ok when
// the word is no verb there.
func (r *reader) group(i int, v verb) (group, bool) {
	g := group{run: run{i, i + 1}, at: i, verb: v}
	if i > 0 && r.joins(i-1) {
		return g, false // "so-called"
	}
	if r.class[i]&(capital|mention) != 0 && !(r.sentenceStart(i) && v.shape&gerund != 0) {
		return g, false
	}
	var has class
	for k := i - 1; k >= max(0, i-groupReach) && !r.t.Tokens[k+1].Paragraph; k-- {
		c := r.class[k]
		if r.lower[k] == "to" && v.shape&base == 0 || r.quoted[k] != 0 || r.grouped[k] != 0 {
			break
		}
		if c&(auxiliary|adverb|negation|hedge) == 0 && r.lower[k] != "to" || c&timed != 0 || r.lower[k] == "'s" && !r.isVerbS(k) {
			break
		}
		if r.lower[k] == "no" {
			break
		}
		g.from = k
		has |= c & (auxiliary | modal | be | negation)
		g.negated = g.negated || c&negation != 0
		g.infinitive = g.infinitive || r.lower[k] == "to"
	}
	return r.inflected(g, has)
}

// isVerbS reports whether the "'s" at token k is "is" or "has": it follows a
// pronoun.
func (r *reader) isVerbS(k int) bool { return r.is(k-1, pronoun|question) }

func (r *reader) sentenceStart(i int) bool {
	s := r.t.SentenceAt(r.t.Tokens[i].Start)
	return s < len(r.t.Sentences) && r.t.Sentences[s].First == i
}

// inflected decides by the form of the verb and its auxiliaries whether g is
// a verb and of what kind.
func (r *reader) inflected(g group, has class) (group, bool) {
	s := g.verb.shape
	before := g.from - 1
	switch {
	case has&modal != 0 && s&base != 0:
		g.finite = !g.infinitive
		return g, true
	case s&gerund != 0 && has&be != 0:
		g.finite = true
		return g, true
	case s&gerund != 0:
		return g, !r.is(before, determiner|possessive) && r.word(before) != "'s"
	case has&be != 0 && s&participle != 0:
		g.finite, g.passive = true, true
		return g, true
	case has&auxiliary != 0 && s&participle != 0:
		g.finite = true
		return g, true
	case s&(third|base) != 0 && s&past == 0:
		g.finite = true
		return g, r.verbal(g, s)
	}
	g.finite = true
	byPhone := r.is(g.to+1, venue) // "said by telephone"
	return g, (r.word(g.to) != "by" || byPhone) && !r.is(before, determiner) || r.is(before, pronoun)
}

// verbal reports whether a present form without auxiliary, which might as
// well be a noun, stands where a verb does.
func (r *reader) verbal(g group, s shape) bool {
	before, next := g.from-1, g.to
	if before < 0 || r.t.Tokens[g.from].Paragraph {
		return false
	}
	if r.word(before) == "whose" {
		return false // "the agency, whose report"
	}
	if r.is(before, subject|relative) || r.is(before, pronoun) && !r.is(before, determiner) {
		return true
	}
	if r.is(before, determiner|possessive|preposition|finite|object) && !r.is(before, mention) || r.owns(before) {
		return false
	}
	if r.is(next, finite) && !r.is(next, determiner|pronoun) || r.word(next) == "of" {
		return false
	}
	noun := homographs[r.lower[g.at]]
	if s&base != 0 {
		if !noun && (r.word(next) == "that" || g.verb.takes(asQuote) && r.is(before, mention|capital)) {
			return true // "advisers to Lee say"
		}
		return r.plural(before) && (!noun || r.is(next, determiner|pronoun|capital|question) || r.word(next) == "that" || r.word(next) == "to")
	}
	if r.class[before]&(mark|conjunction) != 0 {
		return r.word(next) == "that" || !noun || r.is(next, determiner|pronoun)
	}
	return !noun || r.is(next, determiner|pronoun|capital|mention|quoteMark|question|preposition) || r.word(next) == "that"
}

// owns reports whether token i is the mark of a possessive.
func (r *reader) owns(i int) bool {
	switch r.word(i) {
	case "'s", "'", "’":
		return true
	}
	return false
}

// plural reports whether token i looks like a plural or a name of several.
func (r *reader) plural(i int) bool {
	w := r.word(i)
	return len(w) > 2 && w[len(w)-1] == 's' || w == "people" || w == "police" || w == "data" || r.is(i, mark) || w == "and" || w == "men" || w == "women"
}
