package event

import "onrecord/extract/fact"

// weigh decides whether enough is said of c for it to stand alone, and how
// sure it is.
func (f *finder) weigh(c *candidate) {
	settled := c.When != "" || c.Where != 0
	c.definite, c.fresh = f.definite(c)
	switch c.g.frame.class {
	case "verb":
		c.told = f.tells(c, settled)
		c.Confidence = sureVerb
	case "noun":
		c.told = settled || len(c.Who) > 0 && (c.g.clause >= 0 || !f.bare(c.g.at))
		c.Confidence = sureNoun
	default:
		c.told = settled || len(c.Who) > 1 || len(c.Who) > 0 && c.g.clause >= 0 && !f.bare(c.g.at)
		c.Confidence = sureWeak
	}
	if settled && len(c.Who) > 0 {
		c.Confidence += sureMore
	}
}

// How often an event is right that a verb, a noun or a weak noun tells of, and
// how much more often where who and a place or a day are told too: estimates,
// from reading some hundreds in the news.
const (
	sureVerb = 0.7
	sureNoun = 0.6
	sureWeak = 0.5
	sureMore = 0.1
)

// acted is the kinds of event that are none without somebody named: of
// "visiting the town is cheap" there is nothing to tell.
var acted = map[fact.EventKind]bool{
	fact.Meeting: true, fact.Call: true, fact.Visit: true, fact.Vote: true, fact.Election: true,
	fact.Resignation: true, fact.Expulsion: true, fact.Sanction: true, fact.Agreement: true,
}

// suffered is the kinds of event that somebody suffers. A number of victims
// tells enough of one, as that of those who take part does of a protest.
var suffered = map[fact.EventKind]bool{fact.Death: true, fact.Injury: true, fact.Arrest: true}

// tells reports whether the verb of c tells of something that was or is to be,
// at some time, to somebody.
func (f *finder) tells(c *candidate, settled bool) bool {
	i := c.g.at
	switch {
	case f.habitual(i):
		return false
	case f.general(i) && c.When == "" && (c.Status == fact.Occurred || c.Status == fact.Denied) && c.sentence > 0:
		return false
	case c.Kind == fact.Vote && c.Status == fact.Possible && f.infinitive(i):
		return false // "urged them to vote for what they believe"
	case f.label(i) == "acl" && len(c.Who) == 0 && c.When == "":
		return false // "those detained in Graz"
	case acted[c.Kind] && len(c.Who) == 0 && c.When == "":
		return false
	case !settled && f.intended(i) != "" && lookup(f.base(f.head(i))) == "":
		return false // "sued to be allowed to vote"
	case f.gerund(i):
		return c.When != "" || c.Where != 0 && len(c.Who) > 0
	}
	return settled || len(c.Who) > 0 || (suffered[c.Kind] || c.Kind == fact.Protest) && c.count != ""
}

// bare reports whether nothing stands before the plural noun at token i that
// makes it more than a sort of thing: "phone calls across the border".
func (f *finder) bare(i int) bool {
	if f.xpos(i) != "NNS" || f.label(i) == "root" {
		return false
	}
	for k := range f.children(i) {
		if p := f.preposition(k); k > i && (p == "with" || p == "between") {
			return false
		}
		if r := f.relation(k); k < i && r != "case" && r != "punct" && r != "cc" && f.label(k) != "compound" {
			return false
		}
	}
	return f.head(i) < 0 || !f.verb(f.head(i)) || f.relation(i) != "nsubj"
}

// habitual reports whether the verb at token i tells of what is done often.
func (f *finder) habitual(i int) bool {
	for k := range f.children(i) {
		if words["habits"][f.lower[k]] {
			return true
		}
	}
	return false
}

// general reports whether the verb at token i is in the simple present, in
// which the body of an article tells of what is so at any time; headlines tell
// the news in it.
func (f *finder) general(i int) bool {
	tense := f.xpos(i)
	for k := range f.children(i) {
		if f.relation(k) == "aux" && k < i {
			if tense == "VBG" || f.xpos(k) != "VBZ" && f.xpos(k) != "VBP" || f.base(k) == "have" {
				return false
			}
			tense = f.xpos(k)
		}
	}
	return tense == "VBZ" || tense == "VBP"
}

// gerund reports whether the verb at token i only names a doing: "nervous about
// meeting her", and not "attacked the town, killing nine".
func (f *finder) gerund(i int) bool {
	if f.xpos(i) != "VBG" || f.dependent(i, "aux") >= 0 {
		return false
	}
	if f.label(i) == "conj" && f.head(i) >= 0 {
		i = f.head(i)
	}
	return f.label(i) != "advcl" || f.dependent(i, "mark") >= 0
}
