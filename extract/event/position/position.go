// Package position finds who is for or against what. What comes in is a text
// with its tags, trees, entities and statements; what goes out is positions,
// each with the words that take it, the entity that holds it and the words of
// its topic. A position is read off a word that takes one ("rejected", "its
// opposition to", "open to"), off what someone says must or will be done, and
// off the conditions someone sets. It takes the sentence at its word: it does
// not weigh irony, and what a text leaves open (might, if, a question, what
// others urge) is no position. Time is in proportion to the text.
package position

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// Find is the positions in t, whose tokens have the given tags and arcs, in
// text order. Of those that one actor takes on the same words the surest is
// kept.
func Find(t *text.Text, tags []tag.Tag, arcs []tree.Arc, entities []fact.Entity, statements []fact.Statement) []fact.Position {
	r := newReader(t, tags, arcs, entities, statements)
	for i, s := range t.Sentences {
		r.sentence = i
		asks := r.question(s)
		for k := s.First; k < s.Last; k++ {
			if asks {
				r.close(k)
				continue
			}
			if !r.take(k) {
				r.intend(k)
			}
			r.require(k)
			r.judge(k)
		}
	}
	r.rest()
	return r.once()
}

// question reports whether s asks something.
func (r *reader) question(s text.Sentence) bool {
	for i := s.Last - 1; i >= max(s.First, s.Last-2); i-- {
		if r.word(i) == "?" {
			return true
		}
	}
	return false
}

// once is the positions found, in text order, without those told again.
func (r *reader) once() []fact.Position {
	slices.SortStableFunc(r.found, func(a, b fact.Position) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Topic[0].Start, b.Topic[0].Start))
	})
	kept := map[stand]int{}
	var out []fact.Position
	for _, p := range r.found {
		key := stand{actor: p.Actor, stance: p.Stance, topic: r.topicWords(p.Topic)}
		if p.Actor == 0 {
			key.statement = p.Statement
		}
		if at, told := kept[key]; !told {
			kept[key] = len(out)
			out = append(out, p)
		} else if p.Confidence > out[at].Confidence {
			out[at] = p
		}
	}
	slices.SortStableFunc(out, func(a, b fact.Position) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

// A stand is what makes two positions the same.
type stand struct {
	actor, statement int // the statement where no actor is known
	stance           fact.Stance
	topic            string
}

// topicWords is the words of a topic that name it: in lower case, without
// determiners and marks.
func (r *reader) topicWords(topic []text.Span) string {
	var words []string
	for _, s := range topic {
		for i := r.t.TokenAt(s.Start); i < len(r.t.Tokens) && r.t.Tokens[i].Start < s.End; i++ {
			if r.arcs[i].Label != "det" && r.arcs[i].Label != "punct" {
				words = append(words, r.word(i))
			}
		}
	}
	return strings.Join(words, " ")
}
