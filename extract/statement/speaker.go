package statement

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
