package position

import (
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// stances is the stance that a statement takes by its act on its content.
var stances = map[fact.Act]fact.Stance{
	fact.Demand: fact.For, fact.Request: fact.For, fact.Agree: fact.For, fact.Reject: fact.Against,
}

// rest keeps the positions of statements whose cue says what they do but took
// none by its tree.
func (r *reader) rest() {
	for i, s := range r.statements {
		stance, ok := stances[s.Act]
		if !ok || r.done[i] || s.Speaker == 0 || s.Negated || s.Form != fact.Indirect || len(s.Cue) == 0 {
			continue
		}
		if topic := r.contentTopic(s); len(topic) > 0 && !r.openCue(s) {
			r.found = append(r.found, fact.Position{
				Span: s.Cue[0], Actor: s.Speaker, Act: s.Act, Stance: stance, Topic: topic, Statement: s.ID,
				Rule: "what is said", Confidence: sureContent * s.Confidence,
			})
		}
	}
}

// openCue reports whether the cue of s leaves open that it was said: "may ask".
func (r *reader) openCue(s fact.Statement) bool {
	for _, c := range s.Cue {
		first, last := r.tokens(c)
		for i := first; i < last; i++ {
			if r.tags[i].UPOS() == "VERB" && r.leftOpen(i) {
				return true
			}
		}
	}
	return false
}

// contentTopic is the content of s as a topic.
func (r *reader) contentTopic(s fact.Statement) []text.Span {
	first, last := r.tokens(s.Content[0])
	if last <= first || s.Content[0].Start < s.Cue[0].Start {
		return nil
	}
	r.sentence = r.t.SentenceAt(s.Content[0].Start)
	head := r.top(first, first-1)
	clause := r.childAs(head, "nsubj", "nsubj:pass", "expl") >= 0
	if r.bare(head) || r.questions(first) || r.is(first, open) || r.tags[first].UPOS() == "ADP" && r.word(first) != "to" || head == first && r.entity[first] != 0 || clause && s.Act != fact.Demand && s.Act != fact.Request {
		return nil
	}
	if s.Act == fact.Demand && !clause && r.word(first) != "to" && !r.asksFor(first, last) {
		return nil // "ordered two boats"
	}
	if r.word(first) == "to" {
		if first++; s.Act == fact.Reject && r.is(first, answer) || s.Act == fact.Request {
			return nil
		}
	}
	return r.words(topic{first: first, last: last, head: head})
}

// asksFor reports whether tokens [first, last) open with a preposition or hold an
// infinitive: "for talks", "Hydra to leave".
func (r *reader) asksFor(first, last int) bool {
	for i := first; i < last; i++ {
		if r.word(i) == "to" && r.arcs[i].Label == "mark" {
			return true
		}
	}
	return r.tags[first].UPOS() == "ADP"
}

// tokens is the tokens [first, last) of s.
func (r *reader) tokens(s text.Span) (first, last int) {
	first = r.t.TokenAt(s.Start)
	for last = first; last < len(r.t.Tokens) && r.t.Tokens[last].Start < s.End; last++ {
	}
	return first, last
}
