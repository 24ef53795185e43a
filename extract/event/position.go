package event

import (
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// Positions is what the actors in t are for or against, read off what they
// demand, reject, promise and say they will or will not do.
func Positions(t *text.Text, entities []fact.Entity, statements []fact.Statement) []fact.Position {
	r := newReader(t, entities, nil, statements)
	var found []fact.Position
	for _, s := range statements {
		if s.Speaker == 0 || len(s.Content) == 0 || s.Negated && s.Act != fact.Agree {
			continue
		}
		if p, ok := r.byAct(s); ok {
			found = append(found, p)
		}
		found = append(found, r.byPhrase(s)...)
	}
	return found
}

// byAct is the position that the act of s takes on its content.
func (r *reader) byAct(s fact.Statement) (fact.Position, bool) {
	p := fact.Position{Actor: s.Speaker, Act: s.Act, Statement: s.ID, Rule: string(s.Act), Confidence: 0.6 * s.Confidence}
	if len(s.Cue) > 0 {
		p.Span = s.Cue[0]
	}
	first, last := r.tokens(s.Content[0])
	if r.t.Lower(first) == "that" && last-first > 2 {
		first++
	}
	switch s.Act {
	case fact.Demand, fact.Request:
		if at := r.excluded(first, last); at > 0 {
			p.Stance, p.Topic = fact.Against, r.topic(at, last)
			return p, true
		}
		p.Stance = fact.For
	case fact.Promise:
		p.Stance = fact.For
	case fact.Reject:
		if r.t.Lower(first) == "to" && answers[r.t.Lower(first+1)] {
			return p, false
		}
		p.Stance = fact.Against
	case fact.Praise, fact.Criticize: // "praised the accord", not "praised Lee"
		if !determiners[r.t.Lower(first)] {
			return p, false
		}
		p.Stance = fact.For
		if s.Act == fact.Criticize {
			p.Stance = fact.Against
		}
	case fact.Agree:
		p.Stance = fact.For
		if s.Negated {
			p.Stance = fact.Against
		}
	default:
		return p, false
	}
	if s.Act == fact.Reject && last-first > 1 && len(s.Cue) > 0 && strings.Contains(r.t.Slice(s.Cue[0]), "consider") {
		last-- // "considers the offer unacceptable" is against the offer
	}
	p.Topic = r.topic(r.carried(first, last), last)
	return p, s.Form != fact.Direct && len(p.Topic) > 0
}

// carried is the first token of what is really wanted in "to hold talks":
// after "to" and a verb that only carries the noun.
func (r *reader) carried(first, last int) int {
	if r.t.Lower(first) != "to" {
		return first
	}
	if first+2 < last && lightVerb[r.t.Lower(first+1)] {
		return first + 2
	}
	return first + 1
}

// excluded is the token after "there be no", "an end to" or "no" that opens
// what a demand is against; 0 when it is for something.
func (r *reader) excluded(first, last int) int {
	for i := first; i < min(last, first+negatedReach); i++ {
		switch r.t.Lower(i) {
		case "no":
			return i + 1
		case "end", "halt", "stop":
			if next := r.t.Lower(i + 1); next == "to" || next == "of" {
				return i + 2
			}
		}
	}
	return 0
}

// negatedReach is how many words into a demand "no" can stand.
const negatedReach = 5

// topicReach is how many words a topic can have.
const topicReach = 30

// topic is the words from token first to the end of their clause.
func (r *reader) topic(first, last int) []text.Span {
	end := first
	for end < min(last, first+topicReach) {
		w := r.t.Lower(end)
		if w == ";" || w == "." || end > first && (w == "," || w == "and") && clauseWord(r.t.Lower(end+1)) {
			break
		}
		end++
	}
	for end > first && strings.Contains(`.,;:`, r.t.Word(end-1)) {
		end--
	}
	if end <= first {
		return nil
	}
	return []text.Span{r.t.Range(first, end)}
}

// clauseWord reports whether w opens another clause after "," or "and".
func clauseWord(w string) bool { return clauses[w] || future[w] || doubtful[w] }

// byPhrase is the positions that phrases in the content of s take: "would not
// give in to …", "was ready to …". Words that lie in a statement inside s are
// that one's.
func (r *reader) byPhrase(s fact.Statement) []fact.Position {
	var out []fact.Position
	for _, c := range s.Content {
		first, last := r.tokens(c)
		for i := first; i < last; i++ {
			p := fact.Position{Actor: s.Speaker, Act: s.Act, Statement: s.ID, Rule: "phrase", Confidence: 0.5 * s.Confidence}
			if r.statement[i] != 0 && r.statements[r.statement[i]-1].ID != s.ID {
				continue
			}
			var at int
			if negations[r.t.Lower(i)] && r.t.Lower(i) != "without" {
				at = r.phrase(i+1, last, refusals)
				p.Stance = fact.Against
			} else if at = r.phrase(i, last, supports); at > 0 {
				if r.t.Lower(at-1) == "to" {
					at = r.carried(at-1, last)
				}
				p.Stance = fact.For
			}
			if at == 0 {
				continue
			}
			p.Span = r.t.Range(i, at)
			if p.Topic = r.topic(at, last); len(p.Topic) > 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

// phrase is the token after one of phrases that starts at token i, 0 when
// none does.
func (r *reader) phrase(i, last int, phrases []string) int {
	for _, p := range phrases {
		k := i
		ok := true
		for w := range strings.FieldsSeq(p) {
			if k >= last || r.t.Lower(k) != w {
				ok = false
				break
			}
			k++
		}
		if ok {
			return k
		}
	}
	return 0
}
