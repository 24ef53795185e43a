package statement

// sourceReach is how many words a source can have, appositions included.
const sourceReach = 60

// subjectBefore is the noun phrase that ends right before token end and is
// the subject of what stands there, with its appositions and relative
// clauses. It does not reach before token from.
func (r *reader) subjectBefore(from, end int) run {
	from = max(from, end-sourceReach)
	if k := r.beforeTime(end); k > from && (r.is(k-1, relative) || k == end-1 && !r.is(k-1, mark|preposition|conjunction|determiner|timed) && r.word(k) == "now") {
		end = k // "who on Tuesday had said", "the bank now expects"
	}
	last := end - 1
	switch {
	case last < from:
		return run{}
	case r.is(last, relative) && (r.word(last) != "that" || r.is(last-1, mention) || !r.is(last-1, mark)):
		return r.antecedent(from, last)
	case r.is(last, subject) || r.is(last, pronoun) && !r.is(last, determiner) && r.word(last-1) != "of":
		return run{last, end}
	case r.word(last) == "," || r.word(last) == ")" || r.dash(last):
		return r.apposed(from, last)
	case r.is(last, object) && r.word(last-1) == "of":
		return r.phrase(from, end)
	case r.is(last, mark) && !r.is(last, quoteMark), r.is(last, conjunction|subordinator|preposition|object):
		return run{}
	}
	return r.phrase(from, end)
}

// beforeTime is the token that the phrases of time before token end start at.
func (r *reader) beforeTime(end int) int {
	for end > 0 && r.is(end-1, timed) {
		end--
		if end > 0 && !r.is(end-1, timed) && r.is(end-1, adjunct) {
			end--
		}
	}
	return end
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
	if end > 0 && r.used[end-1] {
		from = max(r.sentenceFirst(rel), end-sourceReach) // "said Lee, who recalled"
	}
	noun := r.phrase(from, end)
	if end < rel || r.is(noun.from, be) {
		noun.from = r.afterLast(noun) // "has been added to the list that"
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
	case r.lower[k] == "that":
		return r.opensNominal(k+1, r.n) // "a leak that her office had told"
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
		i := p.from
		switch {
		case r.is(i, timed) && r.timeEnd(i) < p.to && r.word(r.timeEnd(i)) != "'s":
			p.from = r.timeEnd(i)
		case r.is(i, conjunction) && !r.is(i, mention), r.is(i, adverb) && r.idle(p), r.strayMark(i), r.word(i) == "that" && r.opensNominal(i+1, p.to):
			p.from++
		case r.is(i, preposition|subordinator) && !r.is(i, determiner|mention):
			p.from = r.afterAdverbial(p)
		default:
			return p
		}
	}
	return run{}
}

// opensNominal reports whether a noun phrase of its own starts at token i
// before end, so that a "that" before it joins clauses.
func (r *reader) opensNominal(i, end int) bool {
	return i < end && r.is(i, determiner|possessive|subject|mention|capital)
}

// idle reports whether the adverb that opens p says nothing of the noun
// phrase after it: "however the mayor", not "more voters".
func (r *reader) idle(p run) bool {
	if r.is(p.from, determiner) {
		return false
	}
	return !r.is(p.from, capital) || p.to-p.from > 1 && !r.is(p.from, mention)
}

// strayMark reports whether the mark at token i cannot open a noun phrase.
func (r *reader) strayMark(i int) bool {
	return r.is(i, mark) && !r.is(i, quoteMark) && r.word(i) != "$" && r.word(i) != "@"
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
