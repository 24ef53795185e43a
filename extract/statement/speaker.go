package statement

import "cmp"

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
		id = cmp.Or(r.apposed(p, top), r.named(p), id)
	}
	if id == 0 && r.is(top, body) && top > p.From {
		id = int(r.entity[top-1]) // "the Meridian agency"
	}
	return id
}

// apposed is the person that words of p name beside token top: "inspector Ilse
// Marek", "her deputy, Dr. Ann Lee"; 0 when there is none.
func (r *reader) apposed(p run, top int) int {
	for i := p.From; i < p.To; i++ {
		first := i == p.From || r.entity[i-1] != r.entity[i]
		if id := int(r.entity[i]); first && r.people[id] && r.person[i] && r.beside(i, top) {
			return id
		}
	}
	return 0
}

// beside reports whether token i hangs on token top by what joins names and
// titles only, or where it does, as a second subject.
func (r *reader) beside(i, top int) bool {
	for range longestClimb {
		if r.arcs[i] == r.arcs[top] {
			return true
		}
		switch r.arcs[i].Label {
		case "appos", "flat", "nmod:desc":
		default:
			return false
		}
		if i = r.arcs[i].Head; i == top {
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
