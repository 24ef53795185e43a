package event

import (
	"time"

	"onrecord/extract/fact"
)

// setStatus tells whether c took place. Denied is what is said not to have
// happened, refused, or called off; planned what is to come; possible what is
// feared, asked for or not known. A noun that the reader is expected to know
// ("the annexation of Orland") is taken for a fact unless the verb that carries
// it says otherwise.
func (f *finder) setStatus(c *candidate) {
	known := false
	if c.g.frame.class == "verb" {
		c.Status = f.verbStatus(c.g.at)
	} else {
		known, _ = f.definite(c)
		c.Status = f.nounStatus(c.g, known)
	}
	past := f.past(c.g.clause)
	if c.Status == "" && !past && foreseen[c.Kind] && f.toCome(c.When) {
		c.Status = fact.Planned
	}
	c.open = c.Status == "" && known && !past
	if c.Status == "" {
		c.Status = f.claimed(c, known)
	}
}

// verbStatus is what stands with and above the verb at token i says of it, ""
// when that says nothing.
func (f *finder) verbStatus(i int) fact.Status {
	if s := f.tense(i); s != "" {
		return s
	}
	s := f.ruled(i, longestClimb)
	if s == fact.Planned && f.infinitive(i) && f.dependent(i, "aux") >= 0 && f.xpos(i) == "VBN" && !f.passive(i) {
		return "" // "announced to have died"
	}
	return s
}

// nounStatus is what is said of the noun of g: by the words on it, by the verb
// that carries it, by what it hangs on.
func (f *finder) nounStatus(g *trigger, known bool) fact.Status {
	if s := f.described(g.at); s != "" {
		return s
	}
	if f.ahead(g.at) && foreseen[g.frame.kind] && !f.earlier(f.when(g)) {
		return fact.Planned
	}
	if g.clause < 0 {
		if known {
			return f.sought(g)
		}
		return f.ruled(g.at, longestClimb)
	}
	carrier := f.base(g.clause)
	s := f.tense(g.clause)
	switch {
	case known && words["ending"][carrier]:
		return ""
	case g.role == "at":
		if s == fact.Planned || s == "" && f.ruled(g.clause, longestClimb) == fact.Planned {
			return fact.Planned // "is due to speak at a summit"
		}
		return ""
	case s == fact.Denied && words["sharing"][carrier]:
		return "" // who did not win the election was at it
	case s != "":
		return s
	case known && f.intended(g.clause) != "":
		return ""
	}
	if s := lookup(carrier); s != "" && f.carried(g.clause) {
		return f.turned(g.clause, s) // "talks were cancelled"
	}
	return f.ruled(g.clause, longestClimb)
}

// described is what the words on the noun at token i say: "planned talks", "no
// agreement".
func (f *finder) described(i int) fact.Status {
	for k := range f.children(i) {
		if k > i {
			break
		}
		w := f.base(k)
		switch f.relation(k) {
		case "det":
			if w == "no" {
				return fact.Denied
			}
		case "amod", "nmod", "compound":
			if s := lookup(w); s != "" {
				return s
			}
			if s := lookup(f.lower[k]); s != "" {
				return s
			}
		case "case":
			if w == "without" {
				return fact.Denied
			}
		}
	}
	return ""
}

// claimed is occurred, or possible where the statement around c only demands,
// fears or threatens what is new in it and not told as past.
func (f *finder) claimed(c *candidate, known bool) fact.Status {
	if c.Statement == 0 || known {
		return fact.Occurred
	}
	switch s := &f.statements[f.statement[c.g.at]-1]; s.Act {
	case fact.Fear, fact.Hope, fact.Predict, fact.Demand, fact.Request, fact.Threaten:
		if form := f.xpos(c.g.clause); form == "VBD" || form == "VBN" {
			return fact.Occurred // "will discuss the deal signed in May"
		}
		return fact.Possible
	case fact.Deny:
		return fact.Denied
	}
	return fact.Occurred
}

// ahead reports whether the noun at token i stands after "ahead of".
func (f *finder) ahead(i int) bool {
	for k := range f.children(i) {
		if k > i {
			break
		}
		if w := f.lower[k]; f.label(k) == "case" && (w == "ahead" || w == "of" && f.word(k-1) == "ahead") {
			return true
		}
	}
	return false
}

// earlier reports whether the TIMEX3 value when lies before the last day on
// which anything was said.
func (r *reader) earlier(when string) bool {
	last := r.latest.Format(time.DateOnly)
	n := min(len(when), len(last))
	return n > 0 && !r.latest.IsZero() && when[:n] < last[:n]
}

// foreseen is the kinds of event that have their day before they come.
var foreseen = map[fact.EventKind]bool{
	fact.Meeting: true, fact.Call: true, fact.Visit: true, fact.Agreement: true, fact.Vote: true,
	fact.Election: true, fact.Protest: true,
}

// toCome reports whether the day when lies so far after the last day on which
// anything was said that nobody can have told of it as past.
func (r *reader) toCome(when string) bool {
	if r.latest.IsZero() || len(when) < len(time.DateOnly) {
		return false
	}
	day, err := time.Parse(time.DateOnly, when[:len(time.DateOnly)])
	return err == nil && day.Sub(r.latest) > newsReach
}

// newsReach is how long after the last statement an article can appear.
const newsReach = 3 * 24 * time.Hour
