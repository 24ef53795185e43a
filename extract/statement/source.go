package statement

// sourceReach is how many words a source can have, appositions included.
const sourceReach = 60

// subjectBefore is the noun phrase that ends right before token end and is
// the subject of what stands there, with its appositions and relative
// clauses. It does not reach before token from.
func (r *reader) subjectBefore(from, end int) run {
	from = max(from, end-sourceReach)
	last := end - 1
	switch {
	case last < from:
		return run{}
	case r.is(last, relative) && (r.word(last) != "that" || r.is(last-1, mention) || !r.is(last-1, mark)):
		return r.antecedent(from, last)
	case r.is(last, subject) || r.is(last, pronoun) && !r.is(last, determiner):
		return run{last, end}
	case r.word(last) == "," || r.word(last) == ")" || r.dash(last):
		return r.apposed(from, last)
	case r.is(last, mark) && !r.is(last, quoteMark), r.is(last, conjunction|subordinator|preposition|object):
		return run{}
	}
	return r.phrase(from, end)
}

func (r *reader) dash(i int) bool {
	switch r.word(i) {
	case "—", "–", "--", "-":
		return true
	}
	return false
}

// antecedent is the noun phrase before the relative pronoun at token rel,
// with the pronoun.
func (r *reader) antecedent(from, rel int) run {
	end := rel
	if r.word(end-1) == "," {
		end--
	}
	noun := r.phrase(from, end)
	if end < rel {
		noun.from = r.afterLast(noun)
	}
	if noun.empty() {
		return run{rel, rel + 1}
	}
	return run{noun.from, rel + 1}
}

// afterLast is where the last noun phrase in p starts that hangs on a
// preposition which seldom joins nouns: "through", "with".
func (r *reader) afterLast(p run) int {
	for i := p.to - 1; i > p.from; i-- {
		switch r.word(i) {
		case "through", "with", "by", "to", "against", "about", "via":
			return i + 1
		}
	}
	return p.from
}

// phrase is the noun phrase that ends before token end: it runs left until a
// mark, a verb, or a word that opens a clause.
func (r *reader) phrase(from, end int) run {
	i := end
	for i > from {
		k := i - 1
		if start, ok := r.overRelative(from, k); ok {
			i = start
			continue
		}
		if r.bounds(from, k) {
			break
		}
		i = k
	}
	return r.trim(run{i, end})
}

// overRelative tells where a relative clause starts whose verb is at token k:
// at its pronoun.
func (r *reader) overRelative(from, k int) (int, bool) {
	if !r.is(k, finite) || r.is(k, mention) {
		return 0, false
	}
	for p := k - 1; p >= max(from+1, k-4); p-- {
		if r.is(p, relative) && !r.is(p-1, mark) && !r.is(p-1, finite) {
			return p, true
		}
		if r.is(p, mark|finite) && !r.is(p, auxiliary) {
			break
		}
	}
	return 0, false
}

// bounds reports whether a noun phrase cannot reach over token k to the left.
func (r *reader) bounds(from, k int) bool {
	c := r.class[k]
	switch {
	case c&mark != 0:
		return !r.innerMark(k)
	case r.lower[k] == "and" || r.lower[k] == "or":
		return r.finiteIn(from, k)
	case c&mention != 0:
		return false
	case c&(conjunction|subject) != 0 || r.lower[k] == "not":
		return true
	case c&subordinator != 0 && c&determiner == 0 && (r.lower[k] != "as" || r.word(k-1) == ","):
		return true
	case c&finite != 0 && c&capital == 0:
		return !r.reduced(k)
	}
	return false
}

// innerMark reports whether the mark at token k can stand inside a noun
// phrase: in "A.B.", "co-founder", or a quoted title.
func (r *reader) innerMark(k int) bool {
	switch r.lower[k] {
	case "-", "&", "/", "$", "%", "£", "€", "'", "’", "#", "@":
		return true
	case "(", ")":
		return true
	case ".":
		return k+1 < r.n && r.t.SentenceAt(r.t.Tokens[k].Start) == r.t.SentenceAt(r.t.Tokens[k+1].Start)
	}
	return false
}

// reduced reports whether the past form at token k is a participle after its
// noun: "data published by".
func (r *reader) reduced(k int) bool {
	w := r.lower[k]
	if r.word(k+1) == "by" && r.class[k]&auxiliary == 0 {
		return true
	}
	if len(w) < 4 || r.class[k]&auxiliary != 0 || w[len(w)-1] != 'd' && w[len(w)-1] != 'n' {
		return false
	}
	return r.is(k+1, preposition) && !r.is(k-1, mark) && !r.is(k-1, subject)
}

// trim drops what stands before the noun phrase in p: adverbs, time
// expressions, and an opening "In a statement".
func (r *reader) trim(p run) run {
	for p.from < p.to {
		switch {
		case r.is(p.from, timed) && !r.is(p.from+1, finite) && r.time[p.from] != 0 && r.timeEnd(p.from) < p.to && r.word(r.timeEnd(p.from)) != "'s":
			p.from = r.timeEnd(p.from)
		case r.is(p.from, adverb|conjunction) && !r.is(p.from, determiner|capital) || r.is(p.from, adverb) && !r.is(p.from, determiner|mention) && p.to-p.from > 1 || r.is(p.from, mark) && !r.is(p.from, quoteMark) && r.word(p.from) != "$" && r.word(p.from) != "@":
			p.from++
		case r.is(p.from, preposition|subordinator) && !r.is(p.from, determiner|mention):
			p.from = r.afterAdverbial(p)
		default:
			return p
		}
	}
	return run{}
}

func (r *reader) timeEnd(i int) int {
	k := i
	for k < r.n && r.time[k] == r.time[i] {
		k++
	}
	return k
}

// afterAdverbial is where the noun phrase starts in p, which opens with a
// preposition: at the first determiner, pronoun or name that no preposition
// asks for; p.to when there is none.
func (r *reader) afterAdverbial(p run) int {
	for i := p.from + 2; i < p.to; i++ {
		prev := i - 1
		starts := r.is(i, determiner|subject) || r.is(i, mention) && r.entity[i] != r.entity[prev] && !r.is(prev, capital)
		if starts && !r.is(prev, preposition|determiner|conjunction) && !r.is(prev, adverb) && r.word(prev) != "'s" && r.word(prev) != "to" {
			return i
		}
		if r.is(prev, timed) && !r.is(i, timed) && !r.is(i, preposition) {
			return i
		}
	}
	return p.to
}

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
			for first > from && r.is(first-1, adverb|auxiliary) {
				first--
			}
			if p := r.subjectBefore(from, first); !p.empty() && !r.is(p.to-1, relative) {
				return p
			}
		}
	}
	return run{}
}

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
	return r.is(k, object) || r.is(k, conjunction) && r.cueAt(k+1)
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

// speaker is the entity that the head of source is: the last word of its
// first noun phrase, or else of the apposition after it.
func (r *reader) speaker(source run) int {
	for i := source.from; i < source.to; {
		end := i
		for end < source.to && !r.endsHead(i, end) {
			end++
		}
		if id := r.headEntity(i, end); id != 0 {
			return id
		}
		for end < source.to && r.word(end) != "," {
			end++
		}
		i = end + 1
		if r.is(i, relative|linker|preposition|conjunction) || r.is(i-1, relative) {
			return 0
		}
	}
	return 0
}

// endsHead reports whether the first noun phrase that starts at token i ends
// before token k.
func (r *reader) endsHead(i, k int) bool {
	if k > i && r.entity[k] != 0 && r.entity[k] == r.entity[k-1] {
		return false // inside a name
	}
	return r.word(k) == "," || r.is(k, relative) && k > i || r.is(k, mark) && !r.innerMark(k) || r.word(k) == "(" ||
		k > i && r.is(k, preposition) || r.word(k) == "and" || k > i && r.reduced(k)
}

func (r *reader) headEntity(from, end int) int {
	for end > from && r.is(end-1, adverb|mark) {
		end--
	}
	if end-1 > from && r.is(end-1, body) && r.entity[end-1] == 0 {
		end--
	}
	if end > from {
		return int(r.entity[end-1])
	}
	return 0
}
