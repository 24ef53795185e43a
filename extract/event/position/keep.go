package position

import (
	"cmp"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// keep adds the position on x that token i takes, once for each of its actors.
func (r *reader) keep(i int, act fact.Act, stance int, x topic, rule string, sure float64) {
	words := r.words(x)
	if stance == 0 || len(words) == 0 || r.bare(x.head) || r.missing(i, x) || r.beyond(i, words[0]) {
		return
	}
	p := fact.Position{Span: r.span(i), Act: act, Stance: fact.For, Topic: words, Rule: rule, Confidence: sure}
	if stance < 0 {
		p.Stance = fact.Against
	}
	c := cmp.Or(r.cue[i], r.content[i])
	if c > 0 {
		p.Statement = r.statements[c-1].ID
	}
	actors := r.actors(i)
	for _, p.Actor = range actors {
		r.found = append(r.found, p)
	}
	if len(actors) == 0 && c > 0 && r.sourced(i, c) {
		p.Confidence *= shareUnnamed
		r.found = append(r.found, p)
	}
}

// beyond reports whether a topic stands behind a semicolon, which parts it from
// token i before it: "voted against; 23 of the members".
func (r *reader) beyond(i int, topic text.Span) bool {
	first := r.t.TokenAt(topic.Start)
	return first > i && r.word(first-1) == ";"
}

// missing reports whether x lacks its object, that stands before a relative
// clause: "an offer which they refused to accept".
func (r *reader) missing(i int, x topic) bool {
	return r.arcs[i].Label == "acl:relcl" && x.last == x.head+1 && r.tags[x.head].UPOS() == "VERB"
}

// shareUnnamed is what is left of a confidence when only words say who it is.
const shareUnnamed = 0.7

// sourced reports whether the source of statement c, that no entity stands
// behind, takes the position at token i: its cue does, or a pronoun in it.
func (r *reader) sourced(i int, c int32) bool {
	s := &r.statements[c-1]
	if s.Speaker != 0 || !r.described(s) {
		return false
	}
	if r.cue[i] == c {
		return true
	}
	d := r.subject(i)
	return d >= 0 && r.entity[d] == 0 && r.tags[d].UPOS() == "PRON" && r.content[d] == c
}

// described reports whether the source of s says who it is: more than a pronoun
// or a number, and not "not everyone".
func (r *reader) described(s *fact.Statement) bool {
	if len(s.Source) == 0 {
		return false
	}
	first, last := r.tokens(s.Source[0])
	if r.is(first, negation|vague) || r.tags[first].UPOS() == "PRON" && r.arcs[first].Label != "nmod:poss" {
		return false
	}
	for i := first; i < min(last, first+gap); i++ {
		if r.tags[i].UPOS() == "NUM" {
			return false // "40 people", "about half of voters"
		}
	}
	return true
}

// span is the words of token i that take its position: with its auxiliaries and
// adverbs before it and its particle behind.
func (r *reader) span(i int) text.Span {
	if c := r.cue[i]; c > 0 {
		for _, s := range r.statements[c-1].Cue {
			if s.Contains(r.t.Tokens[i].Span) {
				return s
			}
		}
	}
	first, last := i, i+1
	for first > r.start() && r.arcs[first-1].Head == i && r.helps(first-1) {
		first--
	}
	if r.isPhrasal(i) {
		last++
	}
	for last < r.end() && r.arcs[last].Head == i && r.arcs[last].Label == "compound:prt" {
		last++
	}
	return r.t.Range(first, last)
}

// helps reports whether token i is an auxiliary or an adverb of its head.
func (r *reader) helps(i int) bool {
	switch r.arcs[i].Label {
	case "aux", "aux:pass", "cop", "advmod":
		return true
	}
	return false
}
