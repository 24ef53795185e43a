package position

import (
	"strings"

	"onrecord/extract/fact"
)

// require keeps the position of who says that something must be: "said the
// troops must leave".
func (r *reader) require(i int) {
	if r.arcs[i].Label != "aux" || !r.is(i, duty) {
		return
	}
	v := r.arcs[i].Head
	c := r.content[i]
	if c == 0 || v <= i || r.asked(i) || r.childAs(v, "cop") >= 0 || r.perfect(v) {
		return
	}
	subject := r.childAs(v, "nsubj", "nsubj:pass")
	if subject < 0 || subject > i || r.word(subject) == "i" || r.relative(subject) || r.tags[v].UPOS() == "AUX" || r.aside(v) || r.unsure(v) {
		return
	}
	x := r.ended(topic{first: int(r.first[subject]), last: int(r.last[v]), head: v})
	stance := 1
	if r.negatedAt(v) || x.turned {
		stance = -1
	}
	r.say(i, fact.Demand, stance, x, "must be", sureDuty)
}

// aside reports whether the clause of token v says what must be only in passing:
// in a relative clause, a question, behind "do not think" or "it should be noted".
func (r *reader) aside(v int) bool {
	if first := int(r.first[v]); r.questions(first) || r.questions(first-1) {
		return true
	}
	if s := r.childAs(v, "nsubj:pass", "expl"); s >= 0 && r.word(s) == "it" && r.childAs(v, "ccomp", "csubj") >= 0 {
		return true
	}
	h := r.arcs[v].Head
	switch r.arcs[v].Label {
	case "acl:relcl":
		return true
	case "acl":
		return !r.opensThat(v)
	case "ccomp":
		return r.means(h, unheld) || r.negatedAt(h)
	}
	return false
}

// questions reports whether token i is "why", "who" and the like.
func (r *reader) questions(i int) bool {
	return i >= 0 && strings.HasPrefix(r.tags[i].XPOS(), "W") && r.word(i) != "that"
}

// judge keeps the position of who says that a thing is what nobody wants: "said
// the terms were unacceptable".
func (r *reader) judge(i int) {
	if u := r.tags[i].UPOS(); u != "ADJ" && u != "NOUN" || !r.is(i, unwanted) || r.content[i] == 0 || r.childAs(i, "cop") < 0 {
		return
	}
	s := r.childAs(i, "nsubj", "csubj")
	if s < 0 || s > i || r.bare(s) || r.negatedAt(i) || r.asked(i) || r.leftOpen(i) {
		return
	}
	r.say(i, fact.Reject, -1, topic{first: int(r.first[s]), last: int(r.last[s]), head: s}, "is unacceptable", sureDuty)
}

// say keeps the position on x that the speaker of the statement around token i
// takes there.
func (r *reader) say(i int, act fact.Act, stance int, x topic, rule string, sure float64) {
	s := &r.statements[r.content[i]-1]
	words := r.words(x)
	if len(words) == 0 || s.Speaker == 0 && !r.described(s) {
		return
	}
	p := fact.Position{Span: r.t.Tokens[i].Span, Actor: s.Speaker, Act: act, Stance: fact.For, Topic: words, Statement: s.ID, Rule: rule, Confidence: sure}
	if stance < 0 {
		p.Stance = fact.Against
	}
	if s.Speaker == 0 {
		p.Confidence *= shareUnnamed
	}
	r.found = append(r.found, p)
}

// perfect reports whether the verb at token v tells of what has been: "must have
// left".
func (r *reader) perfect(v int) bool {
	for c := range r.children(v) {
		if r.arcs[c].Label == "aux" && r.lemma(c) == "have" {
			return true
		}
	}
	return false
}

// unsure reports whether the clause of token v opens with "if" and the like.
func (r *reader) unsure(v int) bool {
	m := r.childAs(v, "mark")
	return m >= 0 && r.is(m, open)
}

// intend keeps what someone promises or threatens by saying that they will do
// what the verb at token i says: "will release the crew", "would invade".
func (r *reader) intend(i int) {
	if r.tags[i].UPOS() != "VERB" || !r.comes(i) || r.passive(i) || !r.held(i) {
		return
	}
	act, stance := r.intent(i)
	negated := r.negatedAt(i)
	if stance == 0 && negated && r.ownWord(i) {
		act, stance = fact.Reject, -1
	}
	if r.demanded(i, act, negated) && !negated {
		return
	}
	r.keep(i, act, stance, topic{first: i, last: int(r.last[i]), head: i}, "will be", sureIntent)
}

// ownWord reports whether who is to do what the verb at token i says gives their
// word on it: "Tollo said he would not resign".
func (r *reader) ownWord(i int) bool {
	c := r.content[i]
	return c != 0 && !r.means(i, answer) && r.statements[c-1].Speaker != 0 && r.doerID(i) == r.statements[c-1].Speaker
}

// ownSide reports whether who speaks says what the side that they hold office in
// will do: "the president said Orland would".
func (r *reader) ownSide(i int) bool {
	c := r.content[i]
	if c == 0 || r.means(i, answer) {
		return false
	}
	side := r.of[r.statements[c-1].Speaker]
	return side != 0 && r.doerID(i) == side
}

// doerID is the ID of the entity that does what the verb at token i says, 0 for
// none.
func (r *reader) doerID(i int) int {
	d := r.doer(i)
	if d < 0 {
		return 0
	}
	return r.named(d)
}

// comes reports whether the verb at token i is still to come: "will", or "would"
// as someone says.
func (r *reader) comes(i int) bool {
	for c := range r.children(i) {
		if r.arcs[c].Label == "aux" && r.is(c, coming) {
			return r.word(c) != "would" || r.content[i] != 0
		}
	}
	return false
}

// intent is what it is to say that one will do the verb at token v, and the
// stance on it; 0 when it is neither promise nor threat.
func (r *reader) intent(v int) (fact.Act, int) {
	negated := r.negatedAt(v)
	harm := r.harms(v)
	switch {
	case harm && negated:
		return fact.Promise, -1
	case harm:
		return fact.Threaten, 1
	case !r.means(v, friendly) && !r.gives(v):
		return "", 0
	case negated:
		return fact.Reject, -1
	}
	return fact.Promise, 1
}

// harms reports whether to do what the verb at token v says is to hurt others:
// to retaliate, to launch attacks, to suspend aid.
func (r *reader) harms(v int) bool {
	if r.means(v, hostile) {
		return true
	}
	o := r.childAs(v, "obj")
	return o > v && (r.means(o, blow) || r.means(v, severing) && r.means(o, tie))
}

// gives reports whether the object of the verb at token v is a gift.
func (r *reader) gives(v int) bool {
	o := r.childAs(v, "obj")
	return o > v && r.means(v, giver) && r.means(o, gift)
}
