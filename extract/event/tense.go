package event

import "onrecord/extract/fact"

// past reports whether the verb at token i is in the past; -1 is none.
func (f *finder) past(i int) bool {
	if i < 0 {
		return false
	}
	for k := range f.children(i) {
		if f.relation(k) == "aux" && k < i {
			return words["past"][f.lower[k]]
		}
	}
	return f.xpos(i) == "VBD" || f.xpos(i) == "VBN"
}

// tense is what the auxiliaries and the negation of the verb at token i say, ""
// when they say nothing.
func (f *finder) tense(i int) fact.Status {
	status := fact.Status("")
	for k := range f.children(i) {
		w := f.lower[k]
		switch r := f.relation(k); {
		case r == "advmod" && (w == "not" || w == "n't" || w == "never"), k < i && (w == "nobody" || w == "none"):
			return fact.Denied
		case r == "aux" && words["will"][w], w == "to" && r == "mark" && (f.label(i) == "root" || f.label(i) == "acl:relcl"):
			status = fact.Planned
		case r == "aux" && w == "would" && f.foretold(i):
			status = fact.Planned
		case r == "aux" && words["may"][w]:
			status = fact.Possible
		case r == "mark" && (w == "if" || w == "unless" || w == "whether"):
			return fact.Possible
		case (r == "advmod" || r == "aux") && words["possible"][w]:
			status = fact.Possible
		case r == "nsubj" && f.noneOf(k):
			return fact.Denied
		}
	}
	return status
}

// foretold reports whether the verb at token i tells what is to come from a time
// past, "said that he would resign", on no condition.
func (f *finder) foretold(i int) bool {
	head := f.head(i)
	if f.label(i) != "ccomp" || head < 0 || lookup(f.base(head)) == fact.Possible {
		return false
	}
	for k := range f.children(i) {
		if m := f.dependent(k, "mark"); f.label(k) == "advcl" && m >= 0 && (f.lower[m] == "if" || f.lower[m] == "unless") {
			return false
		}
	}
	return f.past(head)
}

// noneOf reports whether the phrase headed by token i says that there is none:
// "no agreement".
func (f *finder) noneOf(i int) bool {
	k := f.dependent(i, "det")
	return k >= 0 && f.lower[k] == "no"
}
