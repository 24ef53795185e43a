package event

import (
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A trigger is a token that tells of an event.
type trigger struct {
	at     int
	frame  *frame
	clause int        // the verb that says when, where and whether; -1 for none
	role   string     // how a noun stands to it: "obj", "subj", or "at" for what it was at or came for
	part   int        // the trigger that a noun hangs on as "at" or "during" it, or a verb describes; -1 for none
	event  *candidate // what it told, once it is read
}

// triggers is the triggers of sentence s, in order.
func (f *finder) triggers(s text.Sentence) []*trigger {
	var out []*trigger
	for i := s.First; i < s.Last; i++ {
		if g := f.trigger(i); g != nil {
			f.drawn[i] = g
			out = append(out, g)
		}
	}
	if len(out) > 0 {
		f.date(s, out)
	}
	return out
}

// trigger is what token i tells of, nil when it tells of nothing.
func (f *finder) trigger(i int) *trigger {
	class := ""
	switch f.tags[i].UPOS() {
	case "VERB":
		class = "verb"
	case "NOUN", "PROPN":
		class = "noun"
	default:
		return nil
	}
	w := f.frame(i, class)
	if w == nil || f.time[i] != 0 || f.word(i-1) == "-" || class == "noun" && !f.particular(i) {
		return nil
	}
	g := &trigger{at: i, frame: w, clause: i, part: -1}
	if class == "verb" && f.relation(i) == "acl" {
		g.part = f.head(i) // "an agreement signed in May"
	}
	if class == "noun" {
		g.clause, g.role = f.carrier(i)
		g.part = f.during(i)
		if g.role == "obj" && words["ending"][f.base(g.clause)] && (w.kind == fact.Agreement || w.kind == fact.Sanction) {
			g.clause, g.role = -1, "" // the day that it ends is not its day
		}
	}
	if t := f.drawn[g.part]; class == "noun" && t != nil && g.clause < 0 && t.clause >= 0 {
		g.clause, g.role = t.clause, "at"
	}
	return g
}

// frame is the first frame that token i fits as a verb or a noun, one of two
// words before others; nil when it fits none. Frames are listed by lemma, and
// by form where a lemma has other readings or is hard to tell.
func (f *finder) frame(i int, class string) *frame {
	var found *frame
	for _, list := range [...][]frame{frames[f.lower[i]], frames[f.base(i)]} {
		for k := range list {
			w := &list[k]
			if (w.class == "verb") != (class == "verb") || found != nil && w.with == "" || !f.fits(w, i) {
				continue
			}
			if w.with != "" {
				return w
			}
			found = w
		}
	}
	return found
}

// particular reports whether the noun at token i can name an event: it does not
// only modify another, as in "election campaign", and is no part of a name.
func (f *finder) particular(i int) bool {
	switch f.relation(i) {
	case "compound", "flat", "amod":
		return false
	}
	if f.tags[i].UPOS() == "PROPN" {
		return false
	}
	for k := range f.children(i) {
		if words["any"][f.lower[k]] {
			return false
		}
	}
	if head := f.head(i); f.child[i] < 0 || f.preposition(i) != "" && f.dependent(i, "det", "nmod:poss", "amod") < 0 {
		if head >= 0 && words["charges"][f.base(head)] {
			return false // "charged with murder"
		}
	}
	m := f.mentionAt(i)
	return (m == nil || m.last-m.first == 1) && !f.several(i)
}

// several reports whether the noun at token i is of events told elsewhere, "the
// three meetings", "both attacks".
func (f *finder) several(i int) bool {
	known, numbered := false, false
	for k := range f.children(i) {
		known = known || words["known"][f.lower[k]]
		numbered = numbered || f.relation(k) == "nummod" || f.lower[k] == "both"
	}
	return known && numbered && f.xpos(i) == "NNS" || f.word(i-1) == "both"
}

// during is the trigger at which the noun at token i says that something was:
// "a debate at a conference"; -1 for none.
func (f *finder) during(i int) int {
	p := f.preposition(i)
	if f.drawn[f.head(i)] != nil && (p == "at" || p == "during") {
		return f.head(i)
	}
	return -1
}

// carrier is the verb that carries the noun at token i, as "held" does in "held
// talks" and "began" in "talks began", and how; -1 for none.
func (f *finder) carrier(i int) (verb int, role string) {
	for k := range f.children(i) {
		switch {
		case f.label(k) == "cop" && f.preposition(i) == "in":
			return i, "obj" // "they are in talks"
		case f.label(k) == "acl" && f.xpos(k) == "VBN" && words["carriers"][f.base(k)]:
			return k, "subj" // "the deal reached in May"
		}
	}
	top := i
	for range longestClimb {
		head := f.head(top)
		if head < 0 || !f.noun(head) || f.relation(top) != "conj" && !(f.relation(top) == "nmod" && words["partitives"][f.base(head)]) {
			break
		}
		top = head
	}
	if verb, role = f.governor(top); verb < 0 {
		return f.relative(i)
	}
	return verb, role
}

// relative is the verb of the relative clause that carries the noun at token i,
// as "held" does in "the talks, which were held in May"; -1 for none.
func (f *finder) relative(i int) (verb int, role string) {
	for k := range f.children(i) {
		if f.label(k) != "acl:relcl" {
			continue
		}
		if s := f.dependent(k, "nsubj"); s >= 0 && f.xpos(s) == "WDT" && f.bears(k, f.label(s)) {
			return k, "subj"
		}
	}
	return -1, ""
}

// bears reports whether the verb at token i carries its subject, which hangs on
// it by label.
func (f *finder) bears(i int, label string) bool {
	carries, happens := words["carriers"][f.base(i)], words["happenings"][f.base(i)]
	switch label {
	case "nsubj:pass":
		return carries || happens
	case "nsubj":
		return happens && (f.base(i) != "be" || f.dependent(i, "expl") >= 0)
	}
	return false
}

// governor is the verb that the noun at token i hangs on as what it carries.
func (f *finder) governor(i int) (verb int, role string) {
	head := f.head(i)
	if head < 0 {
		return -1, ""
	}
	switch label := f.label(i); label {
	case "obj":
		if words["carriers"][f.base(head)] {
			return head, "obj"
		}
	case "nsubj", "nsubj:pass":
		if f.bears(head, label) {
			return head, "subj"
		}
	case "obl":
		p := f.preposition(i)
		if p == "at" || p == "during" || p == "for" && words["gathering"][f.base(head)] {
			return head, "at"
		}
	}
	return -1, ""
}
