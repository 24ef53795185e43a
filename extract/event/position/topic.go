package position

// topicReach is how many words a topic can have.
const topicReach = 30

// gap is how many words, adverbs or a day, can stand between a word and its
// topic.
const gap = 3

// topicAt is the topic that token i has at p; not ok when there is none.
func (r *reader) topicAt(i int, p place) (topic, bool) {
	switch p {
	case object, thing:
		return r.objectOf(i, p == thing)
	case measure:
		x, ok := r.objectOf(i, true)
		return x, ok && (r.means(x.head, rule) || r.childWith(x.head, rule))
	case hurting:
		x, ok := r.objectOf(i, true)
		return x, ok && r.means(x.head, blow|menace)
	case shared:
		return r.pactOf(i)
	case reason:
		return r.behindObject(i, "for")
	case small:
		return r.calledBad(i)
	case clause, willing:
		return r.clauseOf(i, p == willing)
	case told:
		return r.thatBehind(i, true)
	case deed, order:
		return r.infinitiveOf(i, p == order)
	case gerund:
		return r.gerundOf(i)
	case before:
		h := r.arcs[i].Head
		if h <= i || r.arcs[i].Label != "case" || r.childAs(h, "cop") < 0 {
			return topic{}, false
		}
		return r.ended(topic{first: i + 1, last: int(r.last[h]), head: h}), true
	}
	return r.behind(i, string(p))
}

// gerundOf is the gerund that follows token i.
func (r *reader) gerundOf(i int) (topic, bool) {
	k := i + 1
	if k >= r.end() || r.tags[k].XPOS() != "VBG" {
		return topic{}, false
	}
	head := r.top(k, i)
	return r.ended(topic{first: k, last: int(r.last[head]), head: head}), true
}

// top is the highest word above token k that stands behind token i.
func (r *reader) top(k, i int) int {
	for range topicReach {
		h := r.arcs[k].Head
		if h <= i {
			break
		}
		k = h
	}
	return k
}

// bare reports whether token o is a pronoun that names nothing, by itself.
func (r *reader) bare(o int) bool {
	if r.last[o]-r.first[o] > 1 && r.childAs(o, "nmod", "acl:relcl") >= 0 {
		return false // "all of these"
	}
	switch r.tags[o].UPOS() {
	case "PRON", "DET":
		return true
	}
	return false
}

// someone reports whether token o means an entity and nothing else.
func (r *reader) someone(o int) bool { return r.entity[o] != 0 }
