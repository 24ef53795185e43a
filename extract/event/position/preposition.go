package position

// behind is what follows the preposition w behind token i.
func (r *reader) behind(i int, w string) (topic, bool) {
	from := i + 1
	if r.isPhrasal(i) {
		from++
	}
	return r.after(i, from, w)
}

// behindObject is what follows the preposition w behind the object of token i.
func (r *reader) behindObject(i int, w string) (topic, bool) {
	o := r.childAs(i, "obj", "iobj")
	if o <= i {
		return topic{}, false
	}
	return r.after(i, r.objectEnd(o, w), w)
}

// after is what follows the preposition w at token from or, behind adverbs and
// days, a little later.
func (r *reader) after(i, from int, w string) (topic, bool) {
	for k := from; k < min(r.end(), from+gap); k++ {
		if r.word(k) != w || k+1 < r.end() && r.is(k+1, day) {
			if u := r.tags[k].UPOS(); u != "ADV" && u != "PART" && r.arcs[k].Label != "compound:prt" && !r.is(k, day) && !r.is(k+1, day) {
				return topic{}, false
			}
			continue
		}
		if k+1 >= r.end() || r.word(k) == "to" && r.tags[k+1].XPOS() == "VB" {
			return topic{}, false
		}
		first, turned := k+1, r.word(k+1) == "not"
		if turned {
			first++ // "for not leaving"
		}
		if first >= r.end() {
			return topic{}, false
		}
		head := r.top(first, i)
		if r.bare(head) || r.means(head, day) {
			return topic{}, false
		}
		x := r.ended(r.grown(topic{first: first, last: int(r.last[head]), head: head}))
		x.turned = x.turned != turned
		return x, true
	}
	return topic{}, false
}

// grown is x with what belongs to its noun though its tree hangs it higher: "the
// demand to leave", "the end of it".
func (r *reader) grown(x topic) topic {
	if x.last >= r.end() || r.arcs[x.last].Head < x.last {
		return x
	}
	if w := r.word(x.last); w == "of" || w == "to" && r.arcs[x.last].Label == "mark" && r.means(x.head, aimed) {
		x.last = int(r.last[r.arcs[x.last].Head])
	}
	return x
}

// objectEnd is the token after the object o, or the preposition w in it where
// its tree hangs that on the object.
func (r *reader) objectEnd(o int, w string) int {
	for k := o + 1; k < min(int(r.last[o]), o+topicReach); k++ {
		if r.word(k) == w {
			return k
		}
	}
	return int(r.last[o])
}
