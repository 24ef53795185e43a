package statement

import (
	"onrecord/extract/fact"
	"onrecord/extract/statement/attribute"
	"onrecord/extract/syntax/lemma"
	"onrecord/extract/syntax/tag"
)

// joined cuts from the content of a what another cue of the same speaker
// begins, and gives that as attributions of their own: "said it was late and
// warned of floods".
func (r *reader) joined(a *attribute.Attribution) []attribute.Attribution {
	for i, p := range a.Content {
		for k := max(p.From, a.Head+1) + 1; k < p.To; k++ {
			if !r.conjoins(k-1) || r.quoted[k] != 0 || !r.goesOn(a.Head, k) {
				continue
			}
			if found := r.beginning(k, p.To, a.Source); found != nil {
				found[0].Content = append(found[0].Content, a.Content[i+1:]...)
				a.Content = append(a.Content[:i:i], r.before(run{From: p.From, To: k}))
				return append(r.joined(&found[0]), found...)
			}
		}
	}
	return nil
}

// beginning is the attributions in the tokens [k, to), of which the first has
// its cue there, with source if it has none of its own.
func (r *reader) beginning(k, to int, source []run) []attribute.Attribution {
	found := attribute.Within(r.t, r.tags, r.arcs, run{From: k, To: to})
	if len(found) == 0 || len(found[0].Source) > 0 || len(found[0].Cue) == 0 || found[0].Cue[0].From != k {
		return nil
	}
	found[0].Source = source
	return found
}

// before is p without the marks and conjunctions at its end.
func (r *reader) before(p run) run {
	for p.Len() > 1 && (r.is(p.To-1, mark) || r.conjoins(p.To-1)) && r.quoted[p.To-1] == 0 {
		p.To--
	}
	return p
}

// goesOn reports whether the verb at token k, behind a conjunction, can have
// the subject of the cue at token head: "estimates … and fears", but not "said
// he was sorry and hoped", where hope may be what is said.
func (r *reader) goesOn(head, k int) bool {
	a, b := r.tags[head].XPOS(), r.tags[k].XPOS()
	next := r.listed(k)
	if b == "NNS" && k+1 < r.n && r.tags[k+1].XPOS() == "DT" {
		b = "VBZ"
		next = cues().verbs[lemma.Of(r.t.Word(k), tag.Near(b, "VERB"))] // "fears an invasion"
	}
	if next == nil || r.listed(head) == nil {
		return false
	}
	switch {
	case a == "VBD" && b == "VBD":
		return next.takes(asQuote) || judges(next.act) || r.word(k+1) == "that"
	case a == "VBZ":
		return b == "VBZ" || b == "VBD" && next.takes(asQuote)
	case a == "VBG":
		return b == "VBG"
	}
	return false
}

// conjoins reports whether token i is a conjunction.
func (r *reader) conjoins(i int) bool { return r.tags[i].XPOS() == "CC" }

// judges reports whether act is something that one says of someone else.
func judges(act fact.Act) bool {
	switch act {
	case fact.Accuse, fact.Reject, fact.Criticize, fact.Praise, fact.Deny:
		return true
	}
	return false
}
