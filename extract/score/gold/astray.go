package gold

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/extract/fact"
)

// stands reports whether the parts of quote stand in raw in their order.
func stands(raw, quote string) bool {
	for part := range strings.SplitSeq(quote, " … ") {
		_, rest, found := strings.Cut(raw, part)
		if !found {
			return false
		}
		raw = rest
	}
	return true
}

// Astray says of every quote of l that does not stand in raw, the text of the
// article, or does not tell where, what is wrong with it.
func (l *List) Astray(raw string) []string {
	var wrong []string
	for _, kind := range l.quotes() {
		for _, q := range kind.quotes {
			if !stands(raw, q) {
				wrong = append(wrong, fmt.Sprintf("%s: %q does not stand in the article", kind.name, q))
			}
		}
	}
	for _, t := range l.Times {
		if _, ok := place(raw, t.Text, t.Occurrence); !ok {
			wrong = append(wrong, fmt.Sprintf("time: %q does not occur %d times in the article", t.Text, max(1, t.Occurrence)))
		}
	}
	for _, a := range l.Amounts {
		if _, ok := place(raw, a.Text, a.Occurrence); !ok {
			wrong = append(wrong, fmt.Sprintf("amount: %q does not occur %d times in the article", a.Text, max(1, a.Occurrence)))
		}
	}
	for _, e := range l.Events {
		wrong = append(wrong, e.astray(raw)...)
	}
	for _, p := range l.Positions {
		if p.Stance != fact.For && p.Stance != fact.Against {
			wrong = append(wrong, fmt.Sprintf("position: %q is %q, want for or against", p.Topic, p.Stance))
		}
	}
	return wrong
}

// astray is Astray for one event.
func (e *Event) astray(raw string) []string {
	var wrong []string
	for _, w := range e.What {
		if n := strings.Count(raw, w); n != 1 {
			wrong = append(wrong, fmt.Sprintf("event: %q occurs %d times in the article, want words that occur once", w, n))
		}
	}
	for _, k := range e.Kind {
		if !slices.Contains(fact.EventKinds[:], fact.EventKind(k)) {
			wrong = append(wrong, fmt.Sprintf("event: %q has the kind %q, which there is not", e.What, k))
		}
	}
	for _, s := range e.Status {
		if !slices.Contains([]fact.Status{fact.Occurred, fact.Planned, fact.Denied, fact.Possible}, fact.Status(s)) {
			wrong = append(wrong, fmt.Sprintf("event: %q has the status %q, which there is not", e.What, s))
		}
	}
	return wrong
}

type quotes struct {
	name   string
	quotes []string
}

// quotes is everything l says stands in the article. Of the names that are
// right for a speaker or an actor, the first does.
func (l *List) quotes() []quotes {
	entity, source, content, statement := quotes{name: "entity"}, quotes{name: "source"}, quotes{name: "content"}, quotes{"optional", l.Optional}
	amount, event, position := quotes{name: "amount"}, quotes{name: "event"}, quotes{name: "position"}
	for _, e := range l.Entities {
		entity.quotes = append(append(entity.quotes, e.Name, e.Role), e.Also...)
	}
	for _, s := range l.Statements {
		content.quotes = append(content.quotes, s.Content...)
		source.quotes = append(append(append(source.quotes, s.Source...), s.Via), s.Speaker[:min(1, len(s.Speaker))]...)
	}
	for _, a := range l.Amounts {
		amount.quotes = append(append(append(amount.quotes, a.Of...), a.Where...), a.Speaker[:min(1, len(a.Speaker))]...)
	}
	for _, e := range l.Events {
		event.quotes = append(append(event.quotes, e.Where...), e.May...)
		for _, w := range e.Who {
			event.quotes = append(event.quotes, w...)
		}
	}
	for _, p := range l.Positions {
		position.quotes = append(append(position.quotes, p.Actor[0]), p.Topic...)
	}
	return []quotes{entity, source, content, statement, amount, event, position}
}
