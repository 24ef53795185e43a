package statement

// subjectAfter is the noun phrase that starts at token i, after an inverted
// verb: "said Ann Lee, who runs it".
func (r *reader) subjectAfter(i, end int) run {
	if i >= end || !r.nominal(i) {
		return run{}
	}
	if r.is(i, subject) {
		return run{i, i + 1}
	}
	k := i
	for k < min(end, i+sourceReach) && !r.endsInverted(i, k) {
		k++
	}
	for k > i && r.is(k-1, mark) && !r.is(k-1, quoteMark) {
		k--
	}
	return run{i, k}
}

// endsInverted reports whether token k cannot belong to the noun phrase that
// starts at token i after an inverted verb.
func (r *reader) endsInverted(i, k int) bool {
	switch {
	case r.is(k, terminal):
		return !r.innerMark(k)
	case r.word(k) == ";" || r.word(k) == ":" || r.is(k, quoteMark) && r.quoted[k] != 0:
		return true
	case r.word(k) == ",":
		return !r.nominal(k+1) && !r.is(k+1, relative) || r.is(k+1, timed|linker|subject) || r.cueAt(k+1) ||
			r.is(k+1, relative) && r.cueAt(k+2)
	case r.is(k, timed):
		return k > i
	case r.is(k, adjunct):
		return k > i && (r.is(k+1, timed) || r.venueEnd(k) > 0 || !r.is(k, preposition) || r.word(k) == "during" || r.word(k) == "after")
	case r.word(k) == "to" && r.is(k+1, hearer):
		return true
	}
	return r.is(k, object) && !r.is(k, possessive) || r.is(k, conjunction) && r.cueAt(k+1)
}

// cueAt reports whether a cue verb's group holds token k.
func (r *reader) cueAt(k int) bool { return k < r.n && r.grouped[k] != 0 }

// nominal reports whether a noun phrase can start at token i.
func (r *reader) nominal(i int) bool {
	if i >= r.n || r.is(i, mark) {
		return r.word(i) == "$"
	}
	if r.is(i, mention|determiner|subject|possessive) || r.is(i, capital) && !r.sentenceStart(i) {
		return true
	}
	return !r.is(i, finite|preposition|conjunction|subordinator|adverb|object|auxiliary) && r.word(i) != "to"
}
