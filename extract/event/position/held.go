package position

import (
	"slices"

	"onrecord/extract/fact"
)

// negated reports whether token i is: "did not back", "no longer supports".
func (r *reader) negated(i int) bool {
	switch r.tags[i].UPOS() {
	case "ADP":
		i = r.arcs[i].Head
	case "NOUN":
		if h := r.arcs[i].Head; h >= 0 && r.arcs[i].Label == "obj" && r.childAs(i, "nmod:poss") < 0 && r.negatedAt(h) {
			return true
		}
	}
	return i >= 0 && r.negatedAt(i)
}

func (r *reader) negatedAt(i int) bool {
	for c := range r.children(i) {
		switch r.arcs[c].Label {
		case "advmod", "det", "cc:preconj":
			if r.is(c, negation) && r.word(c+1) != "only" {
				return true
			}
		}
	}
	return false
}

// byNone reports whether none or not all do what token i says: "nobody backs".
func (r *reader) byNone(i int) bool {
	s := r.childAs(i, "nsubj", "nsubj:pass")
	return s >= 0 && (r.is(s, negation) || r.is(int(r.first[s]), negation))
}

// held reports whether what token i says is said outright: not that it may be,
// nor if it is, nor what is hoped, doubted or asked of someone.
func (r *reader) held(i int) bool {
	if r.asked(i) {
		return false
	}
	if r.purpose(i) {
		i = r.arcs[i].Head
	}
	noun := r.tags[i].UPOS() == "NOUN" && !r.inFavour(i)
	if r.tags[i].UPOS() == "ADP" {
		if i = r.arcs[i].Head; i < 0 {
			return false
		}
	}
	if noun {
		return !r.given(i) && !r.supposed(i)
	}
	for n := 0; n < longestClimb; n++ {
		if r.leftOpen(i) || r.byNone(i) {
			return false
		}
		h := r.arcs[i].Head
		if h < 0 {
			return true
		}
		switch r.arcs[i].Label {
		case "ccomp":
			if r.means(h, unheld) || r.negatedAt(h) {
				return false
			}
		case "xcomp", "advcl", "acl", "obl", "nmod", "csubj":
			if !r.follows(i, h) || r.means(h, unheld) {
				return false
			}
		case "amod", "compound":
			return false
		case "acl:relcl", "appos":
			return true
		}
		i = h
	}
	return true
}

// purpose reports whether token i says what its head is done for, and by that
// what whoever does it wants: "marched to demand".
func (r *reader) purpose(i int) bool {
	m, h := r.childAs(i, "mark"), r.arcs[i].Head
	if r.arcs[i].Label != "advcl" || m < 0 || r.word(m) != "to" || r.views(h) != nil || r.cue[h] != 0 && r.cue[h] != r.cue[i] {
		return false
	}
	return slices.ContainsFunc(r.views(i), func(v view) bool { return v.act == fact.Demand || v.act == fact.Criticize })
}

// asked reports whether token i lies in what someone asks for, hopes or denies.
func (r *reader) asked(i int) bool {
	c := r.content[i]
	if c == 0 || r.cue[i] == c {
		return false
	}
	switch s := r.statements[c-1]; s.Act {
	case fact.Demand, fact.Request, fact.Deny, fact.Fear, fact.Hope, fact.Predict, fact.Ask, fact.Threaten, fact.Promise, fact.Reject:
		return true
	default:
		return s.Negated
	}
}

// leftOpen reports whether the clause of token i is: it may be so, or is so
// only if.
func (r *reader) leftOpen(i int) bool {
	unable := r.negatedAt(i)
	for c := range r.children(i) {
		switch r.arcs[c].Label {
		case "aux":
			if r.is(c, doubt) && !(unable && (r.word(c) == "can" || r.word(c) == "could")) {
				return true
			}
		case "mark", "advmod":
			if r.is(c, open) && c < i {
				return true
			}
		}
	}
	return false
}

// follows reports whether who does h does i too, that hangs on it: a participle,
// or the infinitive of "began to".
func (r *reader) follows(i, h int) bool {
	if m := r.childAs(i, "mark"); m >= 0 && r.word(m) == "to" {
		return r.means(h, carrier) && r.tags[h].UPOS() == "VERB"
	}
	switch r.arcs[i].Label {
	case "advcl":
		return r.childAs(i, "mark") < 0 || r.tags[i].XPOS() != "VBG" || r.tags[h].UPOS() == "VERB"
	case "xcomp":
		return r.means(h, carrier)
	case "csubj":
		return false
	}
	return true
}

// supposed reports whether the noun at token i names a position that may never
// be taken: "could make a threat". One that has an owner is there already.
func (r *reader) supposed(i int) bool {
	h := r.arcs[i].Head
	return h >= 0 && r.arcs[i].Label == "obj" && r.childAs(i, "nmod:poss") < 0 && r.leftOpen(h)
}

// given reports whether the position that the noun at token i names is given up:
// "withdrew its support".
func (r *reader) given(i int) bool {
	h := r.arcs[i].Head
	return h >= 0 && r.arcs[i].Label == "obj" && r.tags[h].UPOS() == "VERB" && r.means(h, ending|severing)
}
