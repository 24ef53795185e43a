package event

import "onrecord/extract/fact"

// lookup is what a word says of what hangs on it.
func lookup(w string) fact.Status {
	switch {
	case words["denied"][w]:
		return fact.Denied
	case words["planned"][w]:
		return fact.Planned
	case words["possible"][w]:
		return fact.Possible
	}
	return ""
}

// ruled is what the words say that the clause or noun at token i hangs on as
// what they are about: "threatened to attack", "fears of an attack", "the visit
// is planned".
func (f *finder) ruled(i, steps int) fact.Status {
	for range steps {
		head := f.head(i)
		if head < 0 || !f.about(i, head) {
			return f.intended(i)
		}
		if f.label(i) == "conj" {
			if s := f.tense(head); s != "" && f.verb(i) && f.dependent(i, "nsubj", "aux") < 0 {
				return s // "will end the drill and return the troops"
			}
			i = head
			continue
		}
		if s := lookup(f.base(head)); s != "" && !f.spared(head) {
			return f.turned(head, s)
		}
		if s := f.intended(i); s != "" || f.label(i) == "ccomp" {
			return s
		}
		if s := f.tense(head); s != "" && f.verb(head) && f.relation(i) != "nmod" {
			if f.relation(i) == "xcomp" {
				return s
			}
			return ""
		}
		i = head
	}
	return ""
}

// sought is possible for a noun that its head asks for, planned for one that it
// prepares, "" for others: what the reader knows of is still to come by them.
func (f *finder) sought(g *trigger) fact.Status {
	head := f.head(g.at)
	switch {
	case head < 0 || !f.about(g.at, head):
		return ""
	case words["sought"][f.base(head)]:
		return fact.Possible
	case foreseen[g.frame.kind] && f.preposition(g.at) == "for" && lookup(f.base(head)) == fact.Planned && f.when(g) == "":
		return fact.Planned // "preparations for the summit"
	}
	return ""
}

// about reports whether what token i says is what its head is about, or i is
// joined by "and" to what is: "fears an attack", "a plan to attack".
func (f *finder) about(i, head int) bool {
	switch f.relation(i) {
	case "xcomp", "ccomp", "csubj", "obj", "conj":
		return true
	case "acl", "advcl":
		return f.label(i) != "acl:relcl" && f.infinitive(i)
	case "nmod":
		p := f.preposition(i)
		return p == "" || words["aims"][p]
	case "nsubj":
		return f.label(i) == "nsubj:pass" || f.copular(head)
	case "obl":
		return words["aims"][f.preposition(i)]
	}
	return false
}

// intended is possible for an infinitive that hangs on no verb by which it took
// place, as in "began to attack": nobody says that it did.
func (f *finder) intended(i int) fact.Status {
	if !f.infinitive(i) || f.dependent(i, "aux") >= 0 && f.xpos(i) == "VBN" && !f.passive(i) {
		return ""
	}
	if head := f.head(i); head < 0 || f.relation(i) == "xcomp" && words["effected"][f.base(head)] {
		return ""
	}
	return fact.Possible
}

// carried reports whether the verb at token i, that carries the noun of an
// event, says by itself whether it takes place.
func (f *finder) carried(i int) bool { return f.drawn[i] == nil && !f.spared(i) }

// copular reports whether token i is a predicate after "is": "due".
func (f *finder) copular(i int) bool { return f.dependent(i, "cop") >= 0 }

// spared reports whether the word at token i has here not the meaning by which
// it is listed: "ruled" without "out", "is set" apart from "set a date".
func (f *finder) spared(i int) bool {
	switch f.base(i) {
	case "agree":
		return f.dependent(i, "obj") >= 0 // "agreed a deal"
	case "fail":
		return f.dependent(i, "xcomp") < 0
	case "face", "await":
		return f.xpos(i) == "VBD" || f.xpos(i) == "VBN"
	case "rule":
		return f.particle(i, "out") < 0
	case "set":
		return f.xpos(i) != "VBN" && f.xpos(i) != "JJ"
	case "call":
		return f.verb(i) && f.particle(i, "off") < 0 && f.dependent(i, "obl", "xcomp") < 0
	}
	return false
}

// turned is s as the negation of the word at token i leaves it: what did not
// fail took place, what is not planned did not.
func (f *finder) turned(i int, s fact.Status) fact.Status {
	if f.base(i) == "call" && f.particle(i, "off") >= 0 {
		return fact.Denied
	}
	if f.tense(i) != fact.Denied {
		return s
	}
	switch s {
	case fact.Planned:
		return fact.Denied
	case fact.Denied:
		return fact.Possible
	}
	return s
}
