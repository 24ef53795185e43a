package position

import "slices"

// longestClimb bounds how many arcs up a sentence are followed for one word.
const longestClimb = 8

// actors is the IDs of the entities that take the position at token i: who
// speaks where it is the cue of a statement, and else whom its subject, its
// agent or its owner mentions, with those joined to it. None when nobody is
// named.
func (r *reader) actors(i int) []int {
	if c := r.cue[i]; c > 0 && r.statements[c-1].Speaker > 0 && !r.passive(i) {
		ids := []int{r.statements[c-1].Speaker}
		return r.joined(ids, r.subject(i))
	}
	s := r.subject(i)
	if s < 0 {
		return nil
	}
	id := r.named(s)
	if id == 0 {
		return nil
	}
	return r.joined([]int{id}, s)
}

// joined is ids with the entities that stand beside the one at token s: "Orland
// and Hydra".
func (r *reader) joined(ids []int, s int) []int {
	if s < 0 {
		return ids
	}
	for c := range r.children(s) {
		if r.arcs[c].Label != "conj" {
			continue
		}
		if id := r.named(c); id != 0 && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// named is the entity that token s and the name or title beside it mention, 0
// when there is none.
func (r *reader) named(s int) int {
	if r.entity[s] != 0 {
		return int(r.entity[s])
	}
	if c := r.content[s]; c > 0 && (r.word(s) == "we" || r.word(s) == "i") {
		return r.statements[c-1].Speaker
	}
	best := 0
	for c := range r.children(s) {
		switch r.arcs[c].Label {
		case "appos", "flat", "nmod:desc":
			if id := int(r.entity[c]); id != 0 && (best == 0 || r.person[c]) {
				best = id
			}
		}
	}
	return best
}

// subject is the token that says who holds the position at token i, -1 for none.
func (r *reader) subject(i int) int {
	switch r.tags[i].UPOS() {
	case "NOUN":
		return r.owner(i)
	case "ADP":
		return r.doer(r.arcs[i].Head)
	}
	if r.passive(i) && r.childAs(i, "compound:prt") < 0 && !r.adjective(i) {
		return r.childAs(i, "obl:agent")
	}
	return r.doer(i)
}

// adjective reports whether the participle at token i is read as an adjective.
func (r *reader) adjective(i int) bool {
	return takers().words["adjectives"][r.word(i)] != nil && r.childAs(i, "obl:agent") < 0
}

// doer is the subject of token i, or of what it shares one with.
func (r *reader) doer(i int) int {
	for range longestClimb {
		if i < 0 {
			return -1
		}
		s := r.childAs(i, "nsubj", "nsubj:pass")
		if e := r.childAs(i, "expl"); s < 0 && e >= 0 && r.entity[e] != 0 {
			s = e // "it is willing": no dummy when it means somebody
		}
		if s >= 0 {
			return r.antecedent(s)
		}
		switch label := r.arcs[i].Label; label {
		case "conj", "xcomp", "advcl", "parataxis":
			i = r.arcs[i].Head
		case "acl", "acl:relcl":
			return r.speaks(r.arcs[i].Head)
		default:
			return -1
		}
	}
	return -1
}

// antecedent is what the relative pronoun at token s stands for; s itself when
// it is none.
func (r *reader) antecedent(s int) int {
	if !r.relative(s) || r.entity[s] != 0 {
		return s
	}
	for i, n := s, 0; n < longestClimb && r.arcs[i].Head >= 0; n++ {
		if r.arcs[i].Label == "acl:relcl" {
			return r.arcs[i].Head
		}
		i = r.arcs[i].Head
	}
	return s
}

// relative reports whether token i is "who", "which" or a "that" like them.
func (r *reader) relative(i int) bool {
	x := r.tags[i].XPOS()
	return x == "WP" || x == "WDT"
}

// speaks is who says what the noun at token i says: itself, or whoever issues
// it, "Orland issued a statement rejecting the plan".
func (r *reader) speaks(i int) int {
	if r.entity[i] == 0 && r.arcs[i].Label == "obj" {
		return r.doer(r.arcs[i].Head)
	}
	return i
}

// owner is who holds the position that the noun at token i names: its
// possessor, an entity that modifies it, or the subject of "is in favour of",
// "voiced support for".
func (r *reader) owner(i int) int {
	for c := range r.children(i) {
		switch r.arcs[c].Label {
		case "nmod:poss", "compound", "amod":
			if r.entity[c] != 0 {
				return c
			}
		}
	}
	head := r.arcs[i].Head
	switch {
	case r.inFavour(i):
		if r.childAs(i, "cop") >= 0 || head < 0 {
			return r.doer(i)
		}
		return r.doer(head)
	case head >= 0 && r.arcs[i].Label == "obj" && r.means(head, holder):
		return r.doer(head)
	}
	return -1
}

// inFavour reports whether the noun at token i follows "in".
func (r *reader) inFavour(i int) bool {
	c := r.childAs(i, "case")
	return c >= 0 && r.word(c) == "in"
}
