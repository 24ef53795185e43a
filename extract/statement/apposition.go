package statement

// apposed is the noun phrase before the comma, bracket or dash at token last,
// which closes an apposition or a relative clause: "Ann Lee, who runs it,".
func (r *reader) apposed(from, last int) run {
	starts := r.segments(from, last)
	head := -1
	for k, s := range starts { // from right to left
		end := last
		if k > 0 {
			end = starts[k-1] - 1
		}
		if r.finiteIn(s, end) && !r.is(s, relative) && !(r.is(s, preposition) && r.is(s+1, relative)) {
			if p := r.nounBeforeRelative(s, end); !p.empty() {
				return run{p.from, last}
			}
			break
		}
		if !r.is(s, relative) && !r.adverbial(s, end) {
			head = s
		}
	}
	if head < 0 {
		return run{}
	}
	end := head
	for end < last && !r.is(end, mark) {
		end++
	}
	p := r.trim(run{head, end})
	if p.empty() {
		return run{}
	}
	return run{p.from, last}
}

// nounBeforeRelative is the noun phrase of a segment whose only verb is in a
// relative clause at its end.
func (r *reader) nounBeforeRelative(s, end int) run {
	for i := s + 1; i < end; i++ {
		if r.is(i, relative) && !r.is(i, determiner) && !r.finiteIn(s, i) {
			return r.trim(run{s, i})
		}
	}
	return run{}
}

// adverbial reports whether the words [s, end) between two commas only set
// the time, place or manner.
func (r *reader) adverbial(s, end int) bool {
	if r.word(s) == "and" || r.word(s) == "with" || r.word(s) == "but" {
		s++
	}
	return end <= s || r.is(s, mark) || r.is(s, preposition|subordinator|conjunction) && !r.is(s, mention|determiner) && r.word(s) != "one" ||
		r.is(s, adverb) && end-s < 3 || r.is(s, timed) && r.timeEnd(s) >= end || r.word(s) == "according"
}

// maxSegments is how many comma-separated parts a source can have.
const maxSegments = 7

// segments is the starts of the comma-separated parts of [from, last), from
// right to left; the part before a mark that ends a clause is not looked at.
func (r *reader) segments(from, last int) []int {
	var starts []int
	for i := last - 1; i >= from && len(starts) < maxSegments; i-- {
		switch {
		case r.word(i) == "," || r.dash(i) && !r.joins(i):
			starts = append(starts, i+1)
		case r.word(i) == ";" || r.word(i) == ":" || r.is(i, quoteMark) && r.quoted[i] != 0 && r.quotes[r.quoted[i]-1].inner.to == i && r.word(i-1) == ",":
			return append(starts, i+1)
		case i == from:
			starts = append(starts, i)
		case r.word(i) == "with" && !r.finiteIn(i, last) && (r.word(i-1) == "and" || r.word(i-1) == ","):
			return append(starts, i+1)
		}
	}
	return starts
}

// joins reports whether the dash at token i has no spaces around it.
func (r *reader) joins(i int) bool {
	return i > 0 && i+1 < r.n && r.dash(i) && r.t.Tokens[i-1].End == r.t.Tokens[i].Start && r.t.Tokens[i].End == r.t.Tokens[i+1].Start && len(r.word(i)) == 1
}

// mainSubject is the subject of the first verb of the clause in [from, end).
func (r *reader) mainSubject(from, end int) run {
	for i := from; i < min(end, from+sourceReach); i++ {
		if r.is(i, finite) && !r.is(i, mention) && !r.reduced(i) {
			first := i
			for first > from && r.is(first-1, adverb|auxiliary|negation) {
				first--
			}
			if p := r.subjectBefore(from, first); !p.empty() && !r.is(p.to-1, relative) {
				return p
			}
		}
	}
	return run{}
}
