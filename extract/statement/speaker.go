package statement

import (
	"cmp"
	"strings"
)

// speaker is the entity that source is: the word that the others hang on, or
// an apposition to it: "the inspector, Ilse Marek". Of a relative pronoun it is
// what the pronoun stands for. It is 0 when nobody is named.
func (r *reader) speaker(source []run) int {
	if len(source) == 0 {
		return 0
	}
	p := source[0]
	top := r.top(p)
	if p.Len() == 1 && r.asks(top) {
		if top = r.antecedent(top); top < 0 {
			return 0
		}
	}
	id := int(r.entity[top])
	if !r.people[id] {
		id = cmp.Or(r.titled(p, true), r.apposed(p, top, true), r.named(p), id, r.apposed(p, top, false), r.titled(p, false))
	}
	if id == 0 && r.is(top, body) && top > p.From {
		id = int(r.entity[top-1]) // "the Meridian agency"
	}
	return id
}

// titled is the entity whose name closes p behind nothing but titles, "police
// chief Ilse Marek", "the operator Hydra"; a person, or else anything but one.
// It is 0 when there is none.
func (r *reader) titled(p run, person bool) int {
	last := r.lastWord(p)
	id := int(r.entity[last])
	if r.people[id] != person || person && !r.person[last] {
		return 0
	}
	for i := last; i >= p.From; i-- {
		switch r.tags[i].UPOS() {
		case "NOUN", "PROPN", "ADJ", "DET":
		default:
			return 0
		}
	}
	return id
}

// apposed is the entity that words of p name beside token top: "inspector Ilse
// Marek", "her deputy, Dr. Ann Lee"; a person, or else anything but one. It is
// 0 when there is none.
func (r *reader) apposed(p run, top int, person bool) int {
	seen := int32(0)
	for i := p.From; i < p.To; i++ {
		id := r.entity[i]
		if h := r.arcs[i].Head; id == 0 || id == seen || h >= p.From && h < p.To && r.entity[h] == id {
			continue // not the first word by which the name hangs on others
		}
		seen = id
		if r.people[int(id)] == person && (r.person[i] || !person) && r.beside(i, top) {
			return int(id)
		}
	}
	return 0
}

// beside reports whether token i hangs on token top by what joins names and
// titles only, or as a second subject on what it hangs on.
func (r *reader) beside(i, top int) bool {
	for range longestClimb {
		a, b := r.arcs[i], r.arcs[top]
		if i != top && a.Head == b.Head && strings.HasPrefix(a.Label, "nsubj") && strings.HasPrefix(b.Label, "nsubj") {
			return true
		}
		switch a.Label {
		case "appos", "flat", "nmod:desc":
		default:
			return false
		}
		if i = a.Head; i == top {
			return true
		}
	}
	return false
}

// named is the person whose name stands in p behind a comma, "the envoy, Ilse
// Marek,", or opens it before one, "Ilse Marek, whose office burnt"; 0 when there
// is none.
func (r *reader) named(p run) int {
	for i := p.From; i < p.To; i++ {
		id := int(r.entity[i])
		if !r.people[id] || !r.person[i] || i > p.From && (r.entity[i-1] == r.entity[i] || r.word(i-1) != ",") {
			continue
		}
		end := i
		for end < p.To && r.entity[end] == r.entity[i] {
			end++
		}
		if i > p.From || r.word(end) == "," {
			return id
		}
	}
	return 0
}

// antecedent is what the relative pronoun at token i stands for: the word that
// its clause hangs on, -1 for none.
func (r *reader) antecedent(i int) int {
	for range longestClimb {
		if i = r.arcs[i].Head; i < 0 {
			return -1
		}
		if r.arcs[i].Label == "acl:relcl" {
			return r.arcs[i].Head
		}
	}
	return -1
}
