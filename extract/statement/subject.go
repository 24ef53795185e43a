package statement

// complete gives d the source that its model left out: that of the statement
// before it, if its cue is joined to that, or else the subject of its cue, its
// own or one that it shares with the verb it hangs on.
func (r *reader) complete(d *draft) {
	if len(d.source) > 0 {
		return
	}
	if before := r.latest(d); before != nil {
		d.source = before.source
	} else if p := r.subject(d.head); !p.Empty() && !within(d.content, p.From) {
		d.source = []run{p}
	}
}

// latest is the statement to whose cue that of d is joined: "told the paper that
// it was late, and denied that", "said it was late, adding that"; nil for none.
func (r *reader) latest(d *draft) *draft {
	if len(r.drafts) == 0 || len(d.cue) == 0 || r.passive(d.head) {
		return nil
	}
	last, k := &r.drafts[len(r.drafts)-1], d.cue[0].From-1
	joined := k > 0 && (r.conjoins(k) || r.word(k) == "," && r.tags[k+1].XPOS() == "VBG")
	if !joined || len(last.cue) == 0 || last.cue[0].From > k || within(last.content, d.head) || r.sentenceFirst(last.head) != r.sentenceFirst(d.head) {
		return nil
	}
	return last
}

// passive reports whether the verb at token i is one.
func (r *reader) passive(i int) bool {
	for k := i - 1; k >= max(0, i-subjectReach); k-- {
		if r.arcs[k].Head == i && (r.arcs[k].Label == "aux:pass" || r.arcs[k].Label == "nsubj:pass") {
			return true
		}
	}
	return false
}

// restore gives back to the source of d the words right before it that its model
// took for content, "…, the operator | Hydra said"; where they were all of it,
// the content is the clause before them.
func (r *reader) restore(d *draft) {
	if len(d.source) != 1 || len(d.content) == 0 {
		return
	}
	last := len(d.content) - 1
	c, s := d.content[last], &d.source[0]
	if c.To != s.From || r.quoted[c.From] != 0 || r.verbIn(c.From, c.To) || r.word(c.From-1) != "," {
		return
	}
	clause := run{From: r.sentenceFirst(c.From), To: c.From - 1}
	switch {
	case last > 0:
		s.From, d.content = c.From, d.content[:last:last]
	case r.verbIn(clause.From, clause.To):
		s.From, d.content = c.From, []run{clause}
	}
}

// subject is the words of the subject of the verb at token i; of one without,
// that of the verb it goes on from: "left, saying that", "promised help and
// warned". A passive has none here.
func (r *reader) subject(i int) run {
	for range longestClimb {
		for k := i - 1; k >= max(0, i-subjectReach); k-- {
			if r.arcs[k].Head != i {
				continue
			}
			switch r.arcs[k].Label {
			case "nsubj":
				return r.phrase(k)
			case "nsubj:pass", "expl", "csubj", "aux:pass":
				return run{}
			}
		}
		switch r.arcs[i].Label {
		case "conj", "xcomp", "advcl":
			i = r.arcs[i].Head
		default:
			return run{}
		}
		if i < 0 {
			return run{}
		}
	}
	return run{}
}

// subjectReach is how many words before its verb the head of a subject can
// stand.
const subjectReach = 60

// phrase is token k and the tokens around it that hang on it, without gaps.
func (r *reader) phrase(k int) run {
	p := run{From: k, To: k + 1}
	for p.From > 0 && r.under(p.From-1, k) {
		p.From--
	}
	for p.To < r.n && r.under(p.To, k) {
		p.To++
	}
	for p.From < k && (r.is(p.From, mark) || r.conjoins(p.From)) {
		p.From++
	}
	for p.To > k+1 && r.is(p.To-1, mark) {
		p.To--
	}
	return p
}

// deepest bounds how far up a tree is climbed.
const deepest = 50

// longestClimb is how many steps lie between words that belong together: a day
// and its verb, "said after Wednesday’s meeting in Orland", a verb and the one
// whose subject it shares, a title and a name.
const longestClimb = 4

// under reports whether token i hangs on token k, near or far.
func (r *reader) under(i, k int) bool {
	for range deepest {
		if i == k {
			return true
		}
		if i < 0 {
			return false
		}
		i = r.arcs[i].Head
	}
	return false
}
