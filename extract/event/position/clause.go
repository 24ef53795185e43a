package position

import "slices"

// clauseOf is the clause that token i has for its content.
func (r *reader) clauseOf(i int, willing bool) (topic, bool) {
	for c := range r.children(i) {
		if l := r.arcs[c].Label; c < i || l != "ccomp" && l != "acl" && (l != "advcl" || !r.opensThat(c)) {
			continue
		}
		if r.unsure(c) || r.questions(int(r.first[c])) || r.childAs(c, "nsubj", "nsubj:pass", "expl", "csubj") < 0 || willing && !r.wills(c) {
			continue
		}
		x := topic{first: max(i+1, int(r.first[c])), last: int(r.last[c]), head: c}
		if x.first > i+1+gap {
			continue
		}
		for x.first < x.head && (r.arcs[x.first].Label == "mark" || r.arcs[x.first].Label == "punct") {
			x.first++
		}
		return r.ended(x), true
	}
	if !willing {
		return r.thatBehind(i, false)
	}
	return topic{}, false
}

// thatBehind is the clause with "that" which follows token i, or whom it tells
// something, "assured Hydra that", wherever its tree hangs it; any is whether a
// thing can be told too.
func (r *reader) thatBehind(i int, any bool) (topic, bool) {
	from := i + 1
	if o := r.childAs(i, "obj", "iobj"); o > i && (any || r.someone(o) || r.arcs[o].Label == "iobj") {
		from = o + 1
	} else if r.tags[i].UPOS() == "VERB" {
		return topic{}, false
	}
	for k := from; k < min(r.end(), from+gap); k++ {
		if head := r.arcs[k].Head; r.word(k) == "that" && head > k {
			return r.ended(topic{first: k + 1, last: int(r.last[head]), head: head}), true
		}
		if !r.is(k, day) {
			break
		}
	}
	return topic{}, false
}

// opensThat reports whether the clause of token c opens with "that".
func (r *reader) opensThat(c int) bool {
	m := r.childAs(c, "mark")
	return m >= 0 && r.word(m) == "that"
}

// wills reports whether the verb at token c says what must or will be, or stands
// in the subjunctive.
func (r *reader) wills(c int) bool {
	for a := range r.children(c) {
		switch r.arcs[a].Label {
		case "aux":
			if r.is(a, duty|coming) {
				return true
			}
		case "aux:pass", "cop":
			if r.word(a) == "be" {
				return true
			}
		}
	}
	return r.tags[c].XPOS() == "VB"
}

// infinitiveOf is the infinitive of token i; other wants one that another is to
// do, whoever that is being part of it: "Hydra to leave".
func (r *reader) infinitiveOf(i int, other bool) (topic, bool) {
	from := i + 1
	for k := from; k < min(r.end(), i+topicReach); k++ {
		if r.word(k) != "to" || r.arcs[k].Label != "mark" || !r.under(k, i) {
			continue
		}
		if r.is(k-1, open) || r.questions(k-1) {
			return topic{}, false // "decided whether to leave"
		}
		head := r.arcs[k].Head
		turned := k > from && r.word(k-1) == "not" && r.word(k+1) != "only"
		between := r.addressee(from, k)
		if between >= 0 && !other && r.arcs[head].Head == i && !r.orders(i) {
			between = -1 // "agreed in Port Ellin to"
		}
		if between < 0 != !other {
			return topic{}, false
		}
		x := topic{first: k + 1, last: int(r.last[head]), head: head, turned: turned}
		if other && !turned {
			x.first = between
		}
		y := r.ended(topic{first: k + 1, last: x.last, head: head})
		if y.turned {
			y.turned = !turned
			if y.ends != nil {
				y.ends.turned = turned
			}
			return y, true
		}
		return x, true
	}
	return topic{}, false
}

// orders reports whether token i can have an infinitive that another is to do.
func (r *reader) orders(i int) bool {
	return slices.ContainsFunc(r.views(i), func(v view) bool { return v.place == order })
}

// addressee is where among tokens [from, to) the one is named who is to do
// something, behind any preposition; -1 for none. Days are passed over.
func (r *reader) addressee(from, to int) int {
	for k := from; k < to; k++ {
		switch r.tags[k].UPOS() {
		case "NOUN", "PROPN", "PRON", "NUM":
			if r.is(k, day) {
				continue
			}
			first := max(from, int(r.first[k]))
			for first < k && (r.arcs[first].Label == "case" || r.arcs[first].Label == "advmod") {
				first++
			}
			return first
		}
	}
	return -1
}

// under reports whether token k hangs on token i, however far down.
func (r *reader) under(k, i int) bool {
	return k >= int(r.first[i]) && k < int(r.last[i])
}
