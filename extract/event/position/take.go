package position

import "onrecord/extract/fact"

// A topic is tokens [first, last) that hang on token head. Turned is one whose
// words are what the opposite is wanted of: "an end to the strike".
type topic struct {
	first, last, head int
	turned            bool
	ends              *topic // the deed by which it is to end: "stop the strike"
}

// How often a position is right that a word takes by its tree, that is read off
// what someone says must or will be or asks in return, and that is the content of
// a statement: estimates, from reading some hundreds in the news.
const (
	sureTaken     = 0.8
	sureDuty      = 0.6
	sureIntent    = 0.6
	sureCondition = 0.6
	sureContent   = 0.5
)

// take keeps the positions that token i takes by what it means, and reports
// whether it has a topic for one.
func (r *reader) take(i int) bool {
	views := r.views(i)
	if views == nil {
		return false
	}
	if !r.held(i) {
		r.close(i)
		return false
	}
	negated := r.negated(i)
	for _, v := range views {
		if !negated && r.idle(i, v) {
			continue
		}
		if x, ok := r.topicAt(i, v.place); ok {
			r.close(i)
			r.takeAs(i, v, x, negated)
			return true
		}
	}
	return false
}

// takeAs keeps the position that token i takes by v on x.
func (r *reader) takeAs(i int, v view, x topic, negated bool) {
	act, stance := v.act, v.plain
	if negated {
		stance = v.negated
	}
	if stance != v.plain {
		act = fact.Reject
	}
	if x.ends != nil && act == fact.Promise {
		x = *x.ends // who promises to end a thing is for ending it
	}
	if v.place != small {
		x = r.whole(i, x)
	}
	switch {
	case v.place == deed && act == fact.Promise && r.harms(x.head) && !x.turned,
		v.place == thing && act == fact.Promise && r.means(x.head, blow):
		act = fact.Threaten // "vowed to retaliate", "promised revenge"
	case v.place == deed:
		x, stance = r.through(i, v, x, stance)
	case !negated && r.comes(i) && r.harms(i):
		act = fact.Threaten // "would boycott the vote"
	}
	if x.turned {
		stance = -stance
	}
	if act == fact.Promise && v.place == "to" && r.someone(x.head) {
		return // "its commitment to Hydra"
	}
	if r.demanded(i, act, act == fact.Reject) && act != fact.Reject {
		return // the deed hangs on it
	}
	r.keep(i, act, stance, x, v.group, sureTaken)
}

// idle reports whether token i, which could take v, says no more than what is
// done every day: "the rule allows", "I want to", "heating oil demand".
func (r *reader) idle(i int, v view) bool {
	switch {
	case r.tags[i].UPOS() == "NOUN" && r.is(i, appetite):
		return r.childAs(i, "det", "nmod:poss") < 0
	case v.place == order && v.negated != 0 && v.act == fact.Agree:
		x, s := r.tags[i].XPOS(), r.subject(i)
		return x == "VBZ" || x == "VBP" || x == "VBG" || s >= 0 && r.named(s) == 0
	case v.wish():
		s := r.subject(i)
		return s >= 0 && r.word(s) == "i"
	}
	return false
}

// close notes that the statement whose cue token i is has been read.
func (r *reader) close(i int) {
	if c := r.cue[i]; c > 0 {
		r.done[c-1] = true
	}
}

// whole is x up to the end of what the statement of the cue at token i says,
// where its tree lets it end too early.
func (r *reader) whole(i int, x topic) topic {
	c := r.cue[i]
	if c == 0 || x.first < i {
		return x
	}
	for _, s := range r.statements[c-1].Content {
		if first, last := r.tokens(s); x.first >= first && x.first < last {
			x.last = max(x.last, min(last, r.end()))
		}
	}
	return x
}

// through looks through an infinitive that takes a position itself or only
// carries a noun: who refuses to support a ban is against the ban.
func (r *reader) through(i int, v view, x topic, stance int) (topic, int) {
	if x.turned {
		return x, stance
	}
	for _, in := range r.views(x.head) {
		if inner, ok := r.topicAt(x.head, in.place); ok && in.place != deed && in.place != order {
			if stance < 0 && in.plain < 0 {
				return x, 0
			}
			return inner, stance * in.plain
		}
	}
	if (stance < 0 || v.wish()) && r.tags[i].UPOS() == "VERB" && r.means(x.head, answer) {
		return x, 0
	}
	if o := r.childAs(x.head, "obj"); o >= 0 && r.means(x.head, light) && r.means(o, carried|pact) && r.childAs(x.head, "compound:prt") < 0 {
		return r.ended(topic{first: max(x.head+1, int(r.first[o])), last: x.last, head: o}), stance
	}
	return x, stance
}
