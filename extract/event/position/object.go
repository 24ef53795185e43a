package position

// objectOf is what the verb at token i does it to.
func (r *reader) objectOf(i int, thing bool) (topic, bool) {
	if r.tags[i].UPOS() != "VERB" {
		return topic{}, false
	}
	o := r.childAs(i, "obj")
	if r.passive(i) {
		if o = r.childAs(i, "nsubj:pass"); o < 0 && r.arcs[i].Label == "acl" {
			o = r.arcs[i].Head
		}
	}
	if o < 0 || r.bare(o) || r.is(o, day) || thing && r.someone(o) {
		return topic{}, false
	}
	x := topic{first: int(r.first[o]), last: int(r.last[o]), head: o}
	if o < i {
		x.last = min(x.last, i)
	} else {
		x.first = max(x.first, i+1)
	}
	for x.first < o && (r.arcs[x.first].Label == "case" || r.arcs[x.first].Label == "punct") {
		x.first++ // "in a march backed by Orland"
	}
	return r.ended(r.grown(x)), true
}

// pactOf is what the verb at token i does to something shared: what it signs,
// leaves or pulls out of.
func (r *reader) pactOf(i int) (topic, bool) {
	x, ok := r.objectOf(i, true)
	for _, w := range [...]string{"from", "of", "on", "off"} {
		if ok {
			break
		}
		x, ok = r.behind(i, w)
	}
	return x, ok && r.means(x.head, pact)
}

// childWith reports whether a noun behind "of" that hangs on token i means one of
// s: "a state of emergency".
func (r *reader) childWith(i int, s set) bool {
	for c := range r.children(i) {
		if r.arcs[c].Label == "nmod" && r.means(c, s) {
			return true
		}
	}
	return false
}

// calledBad is the object that the verb at token i calls bad: "considers the
// terms unacceptable".
func (r *reader) calledBad(i int) (topic, bool) {
	o := r.childAs(i, "obj", "nsubj")
	if o < i {
		o = r.childAfter(i)
	}
	if o <= i || r.bare(o) {
		return topic{}, false
	}
	for k := o + 1; k < min(r.end(), o+topicReach); k++ {
		if r.is(k, bad) && (r.arcs[k].Head == i || r.arcs[k].Head == o) {
			for k > o+1 && (r.tags[k-1].UPOS() == "ADV" || r.tags[k-1].UPOS() == "AUX" || r.tags[k-1].UPOS() == "PART") {
				k--
			}
			return topic{first: max(i+1, int(r.first[o])), last: k, head: o}, true
		}
	}
	return topic{}, false
}

// childAfter is the first noun behind token i that hangs on it, -1 for none.
func (r *reader) childAfter(i int) int {
	for c := range r.children(i) {
		if u := r.tags[c].UPOS(); c > i && (u == "NOUN" || u == "PROPN") {
			return c
		}
	}
	return -1
}
