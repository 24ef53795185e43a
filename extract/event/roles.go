package event

// passive reports whether the verb at token i is one: "was arrested", "the
// arrested man", "troops massed on the border".
func (f *forest) passive(i int) bool {
	if f.dependent(i, "aux:pass", "nsubj:pass") >= 0 {
		return true
	}
	return f.xpos(i) == "VBN" && f.label(i) == "acl" && f.dependent(i, "aux") < 0 && !words["intransitive"][f.base(i)]
}

// subject is who does what the verb at token i tells, -1 when nobody is said
// to: its own subject or the agent of a passive; of one without, that of the
// verb that it goes on from, or the noun that it describes.
func (f *forest) subject(i int) int {
	if f.passive(i) {
		return f.agent(i)
	}
	for range longestClimb {
		if k := f.nearest(i); k >= 0 {
			return f.antecedent(k, i)
		}
		above := f.head(i)
		if above < 0 {
			return -1
		}
		switch f.relation(i) {
		case "acl":
			if f.noun(above) {
				return above
			}
			return -1
		case "xcomp", "conj", "advcl":
			if k := f.control(i, above); k >= 0 {
				return k
			}
		default:
			return -1
		}
		i = above
	}
	return -1
}

// control is whom the verb above gives as the subject of the one at token i, by
// its object or as a passive: "urged the mayor to resign", "was forced to
// resign"; -1 for none.
func (f *forest) control(i, above int) int {
	asked := f.label(i) == "xcomp" || f.label(i) == "advcl" && f.infinitive(i) && words["sought"][f.base(above)]
	if k := f.dependent(above, "iobj"); k >= 0 && asked {
		return k
	}
	if k := f.dependent(above, "obj"); k >= 0 && asked && f.verb(above) {
		return k
	}
	if k := f.dependent(above, "nsubj:pass"); k >= 0 && !f.passive(i) {
		return f.antecedent(k, above)
	}
	return -1
}

// infinitive reports whether the verb at token i is one with "to".
func (f *forest) infinitive(i int) bool {
	if f.xpos(i) != "VB" && f.xpos(i) != "VBN" {
		return false
	}
	k := f.dependent(i, "mark")
	return k >= 0 && f.lower[k] == "to"
}

// nearest is the subject of the verb at token i, -1 for none; of two, as in
// "founder Ilse Marek dies", the one that stands nearer.
func (f *forest) nearest(i int) int {
	found := -1
	for k := range f.children(i) {
		if l := f.label(k); (l == "nsubj" || l == "nsubj:outer") && (k < i || found < 0) {
			found = k
		}
	}
	return found
}

// agent is who does what the passive at token i tells: "arrested by police".
func (f *forest) agent(i int) int {
	for k := range f.children(i) {
		if f.label(k) == "obl:agent" || f.relation(k) == "obl" && f.preposition(k) == "by" {
			return k
		}
	}
	return -1
}

// object is whom or what the verb at token i does it to, -1 for none; of a
// passive its subject, which it can share with the verb before.
func (f *forest) object(i int) int {
	if active := f.dependent(i, "nsubj") >= 0 || f.xpos(i) != "VBN" || words["intransitive"][f.base(i)]; active && !f.passive(i) {
		return f.dependent(i, "obj")
	}
	for range longestClimb {
		if k := f.dependent(i, "obj"); k >= 0 {
			return k
		}
		if k := f.dependent(i, "nsubj:pass"); k >= 0 {
			return f.antecedent(k, i)
		}
		above := f.head(i)
		switch {
		case above >= 0 && f.label(i) == "acl" && f.xpos(i) == "VBN":
			return above
		case above < 0 || f.relation(i) != "conj" && f.relation(i) != "xcomp" || f.dependent(i, "nsubj", "aux") >= 0:
			return -1
		}
		i = above
	}
	return -1
}

// antecedent is token k, or what it stands for when it is the "who" of a
// relative clause whose verb is token i.
func (f *forest) antecedent(k, i int) int {
	switch f.lower[k] {
	case "who", "which", "that", "whom":
		for range longestClimb {
			if i < 0 || f.label(i) == "acl:relcl" {
				break
			}
			i = f.head(i)
		}
		if i >= 0 && f.head(i) >= 0 {
			return f.head(i)
		}
	}
	return k
}
