package position

import "onrecord/extract/fact"

// A condition is a clause by which someone says on what their deed hangs.
type condition struct {
	topic
	opener string // "if", "unless", "until"
	only   bool   // "only if"
}

// demanded keeps what someone asks in return: what one who will not act waits
// for, and on what one who will act depends. Threats ask for what they open with
// "unless", and against what they open with "if".
func (r *reader) demanded(i int, act fact.Act, refuses bool) bool {
	c, ok := r.conditionOf(i)
	stance := 1
	switch {
	case !ok:
		return false
	case refuses && c.opener != "if", !refuses && c.opener == "if" && (c.only || r.pledges(i, act)):
		act = fact.Demand
	case refuses || act != "" && act != fact.Threaten:
		return false
	case c.opener == "unless":
		act = fact.Threaten
	case c.opener == "if" && act == fact.Threaten:
		stance = -1
	default:
		return false
	}
	if r.ownSide(i) {
		r.say(i, act, stance, c.topic, "condition", sureCondition)
	} else {
		r.keep(i, act, stance, c.topic, "condition", sureCondition)
	}
	return true
}

// pledges reports whether what the verb at token i says, by act, is a pledge:
// even what is no promise otherwise is one by the word of who will do it.
func (r *reader) pledges(i int, act fact.Act) bool {
	return act == fact.Promise || act == fact.Agree || act == "" && (r.ownWord(i) || r.ownSide(i))
}

// conditionOf is the condition of what the verb at token i says; not ok when it
// has none.
func (r *reader) conditionOf(i int) (condition, bool) {
	for k := i + 1; k < min(int(r.last[i]), i+conditionReach); k++ {
		w := r.word(k)
		if w != "unless" && w != "if" && w != "until" {
			continue
		}
		head := r.arcs[k].Head
		if head <= k || !r.belongs(head, i) || r.childAs(head, "nsubj", "nsubj:pass", "expl") < 0 {
			continue
		}
		only := r.word(k-1) == "only" || r.word(i-1) == "only"
		return condition{topic{first: k + 1, last: int(r.last[head]), head: head}, w, only}, true
	}
	return condition{}, false
}

// conditionReach is how many words behind a verb its condition can stand.
const conditionReach = 60

// belongs reports whether the clause of token c hangs on the verb at token i or
// on its infinitive.
func (r *reader) belongs(c, i int) bool {
	h := r.arcs[c].Head
	return h == i || h > i && r.arcs[h].Head == i && (r.arcs[h].Label == "xcomp" || r.arcs[h].Label == "ccomp" || r.arcs[h].Label == "advcl")
}
