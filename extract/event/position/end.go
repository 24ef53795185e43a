package position

import "onrecord/extract/text"

// ended looks through what only says that the rest is to end or not to be: "an
// end to the strike", "no troops".
func (r *reader) ended(x topic) topic {
	if x.head < x.first || x.head >= x.last {
		return x
	}
	if r.means(x.head, ending) {
		if y, ok := r.ending(x); ok {
			return y
		}
	}
	k := x.first
	if r.childAs(x.head, "expl") >= 0 {
		for k < min(x.last, x.first+negatedReach) && r.word(k) != "no" {
			k++ // "there be no expansion"
		}
	}
	if k < x.head+negatedReach && r.word(k) == "no" && r.arcs[k].Label == "det" && k+1 < x.last {
		return topic{first: k + 1, last: x.last, head: x.head, turned: true}
	}
	return x
}

// negatedReach is how many words into a topic "no" can stand.
const negatedReach = 5

// ending is what the word at the head of x puts an end to. What follows "to" and
// "of" counts wherever its tree hangs it.
func (r *reader) ending(x topic) (topic, bool) {
	next := x.head + 1
	if o := r.childAs(x.head, "obj", "xcomp"); o >= next && r.tags[x.head].UPOS() == "VERB" {
		return r.grown(topic{first: max(next, int(r.first[o])), last: int(r.last[o]), head: o, turned: true, ends: &x}), true
	}
	if w := r.word(next); r.tags[x.head].UPOS() != "NOUN" || w != "to" && w != "of" || next+1 >= r.end() {
		return x, false
	}
	top := r.top(next+1, x.head)
	return topic{first: next + 1, last: int(r.last[top]), head: top, turned: true}, true
}

// words is the words of x as they stand, in several parts where something stands
// between them that is no word of it: "not", or what is told beside it.
func (r *reader) words(x topic) []text.Span {
	var out []text.Span
	if r.is(x.first, tail) {
		return nil
	}
	from := x.first
	last := min(x.last, x.first+topicReach)
	for k := x.first; k < last; k++ {
		at, next := r.outside(k, x)
		switch {
		case at < from || next <= k:
		case next > x.head && at > x.head:
			last = at
		default:
			out = r.trimmed(out, from, at)
			from = next
		}
	}
	return r.trimmed(out, from, last)
}

// outside is the tokens [first, last) around token k that are no words of x; none
// for a word of it.
func (r *reader) outside(k int, x topic) (first, last int) {
	if r.arcs[k].Head == x.head && (r.word(k) == "not" || r.word(k) == "n't" || r.duty(k)) && k < x.head {
		return k, k + 1
	}
	if (k > x.head || r.arcs[k].Label == "acl:relcl") && r.tail(k, x) {
		return int(r.first[k]), int(r.last[k])
	}
	return k, k
}

// trimmed adds tokens [from, to) to out without what only joins them to others.
// A quotation mark or bracket stays where its other half does.
func (r *reader) trimmed(out []text.Span, from, to int) []text.Span {
	for from < to {
		last := to - 1
		switch other := r.closer(from, to); {
		case r.closes(last) && r.opener(from, last) < 0:
			to--
		case !r.opens(from) || from < other && other < last:
			return append(out, r.t.Range(from, to))
		case other == last:
			from, to = from+1, last
		default:
			from++
		}
	}
	return out
}

// halves is the marks that open what others close.
var halves = map[string]string{")": "(", "”": "“", "’": "‘", "\"": "\""}

// opener is the token at or after from that opens what token i closes, -1 for
// none.
func (r *reader) opener(from, i int) int {
	mark := halves[r.word(i)]
	for k := i - 1; k >= from && mark != ""; k-- {
		if r.word(k) == mark {
			return k
		}
	}
	return -1
}

// closer is the token before to that closes what token i opens, -1 for none.
func (r *reader) closer(i, to int) int {
	for k := i + 1; k < to; k++ {
		if halves[r.word(k)] == r.word(i) && r.opener(i, k) == i {
			return k
		}
	}
	return -1
}

// duty reports whether token k is the "must" of its clause.
func (r *reader) duty(k int) bool { return r.arcs[k].Label == "aux" && r.is(k, duty) }

// tail reports whether what hangs on token k is no part of x.
func (r *reader) tail(k int, x topic) bool {
	at := int(r.first[k])
	comma := at > x.first && (r.word(at-1) == "," || r.word(at) == ",")
	switch r.arcs[k].Label {
	case "acl:relcl":
		return !r.relative(r.arcs[k].Head) // "what happened"
	case "parataxis", "advcl:relcl":
		return true
	case "obl:unmarked", "nmod:unmarked":
		return r.tags[k].XPOS() != "CD" && r.arcs[k].Head == x.head
	case "appos":
		return comma
	case "advcl", "acl", "ccomp":
		return comma || r.is(at, tail)
	case "obl", "nmod":
		return r.is(at, tail) || comma
	case "conj":
		if c := r.childAs(k, "cc"); c >= 0 && r.word(c) == "but" {
			return true
		}
		return r.childAs(k, "nsubj", "nsubj:pass", "expl", "mark") >= 0 || comma && r.tags[k].UPOS() == "VERB" || r.tags[k].UPOS() == "VERB" && r.tags[r.arcs[k].Head].UPOS() != "VERB"
	case "mark", "advmod":
		return r.is(k, tail) && k > x.first
	}
	return false
}

// opens reports whether token i is no word of a topic that it opens.
func (r *reader) opens(i int) bool {
	switch r.arcs[i].Label {
	case "mark", "punct", "cc":
		return true
	}
	return false
}

// closes reports whether token i is no word of a topic that it closes.
func (r *reader) closes(i int) bool {
	switch r.arcs[i].Label {
	case "punct":
		return r.word(i) != "%"
	case "cc", "mark":
		return true
	}
	switch r.tags[i].UPOS() {
	case "ADP":
		return r.arcs[i].Label == "case"
	case "DET", "CCONJ":
		return true
	}
	return false
}
