package spot

import "onrecord/extract/fact"

// kinds is the kinds that are told apart, in the order of the labels.
var kinds = [...]fact.Kind{fact.Person, fact.Organization, fact.Place, fact.Group, fact.Other}

// A label says what a token is of a name: outside all, or the first, inner,
// last or only token of a name of one kind (BILOU; Ratinov and Roth 2009).
type label uint8

const (
	outside label = 0
	labels        = 1 + 4*len(kinds)
)

// A part is where in a name a token stands.
type part uint8

const (
	first part = iota
	inner
	last
	only
)

// partOf is where token i stands in the name [from, to).
func partOf(i, from, to int) part {
	switch {
	case to-from == 1:
		return only
	case i == from:
		return first
	case i == to-1:
		return last
	}
	return inner
}

// labelOf is the label of that part of a name of the kind numbered k.
func labelOf(k int, p part) label { return label(1 + 4*k + int(p)) }

// kind is the number of the kind of name that l is part of; none for outside.
func (l label) kind() int {
	if l == outside {
		return none
	}
	return (int(l) - 1) / 4
}

// none is what stands for the number of a kind where there is no name.
const none = len(kinds)

func (l label) part() part { return part((l - 1) % 4) }

// opens reports whether what l is part of, if anything, begins with it.
func (l label) opens() bool { return l == outside || l.part() == first || l.part() == only }

// closes reports whether what l is part of, if anything, ends with it.
func (l label) closes() bool { return l == outside || l.part() == last || l.part() == only }

// follows reports whether l may stand after k.
func (l label) follows(k label) bool {
	if k.closes() {
		return l.opens()
	}
	return !l.opens() && l.kind() == k.kind()
}

// before and after list, for each label, those that may stand there.
var before, after = func() (before, after [labels][]label) {
	for l := range label(labels) {
		for k := range label(labels) {
			if l.follows(k) {
				before[l] = append(before[l], k)
				after[k] = append(after[k], l)
			}
		}
	}
	return before, after
}()
