package score

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/extract/text"
)

// A markable is what MEANTIME marks: a mention of an entity or event, a time,
// or an entity or event that mentions refer to.
type markable struct {
	Kind, ID   string
	Start, End int
	Text, Pred string
	Value      string
	Function   string `json:"functionInDocument"`
	Syntactic  string `json:"syntactic_type"`
}

// meantime is a document of MEANTIME. Its text is read whole, its events count
// up to where they are marked; those whose lemma has no kind are no gold.
func (l *eventLine) meantime() (EventDocument, error) {
	points := text.PointsOf(l.Text)
	m := meantime{line: l, at: map[string]*markable{}, of: map[string]string{}, names: map[string][]text.Span{}}
	for i := range l.Markables {
		x := &l.Markables[i]
		m.at[x.ID] = x
		x.Start, x.End = points.Offset(x.Start), points.Offset(x.End)
	}
	for _, r := range l.Relations {
		if r.Kind != "REFERS_TO" || len(r.Target) == 0 {
			continue
		}
		for _, s := range r.Source {
			m.of[s] = r.Target[0]
		}
	}
	m.name()
	var published time.Time
	if l.Dct != "" { // one document has none
		var err error
		if published, err = time.Parse(time.DateOnly, l.Dct); err != nil {
			return EventDocument{}, fmt.Errorf("day of publication: %w", err)
		}
	}
	d := EventDocument{ID: l.ID, Text: l.Text, Published: published, End: points.Offset(l.AnnotatedEnd)}
	for i := range l.Markables {
		x := &l.Markables[i]
		kinds := eventKinds()["lemma "+strings.ToLower(x.Pred)]
		if x.Pred == "" {
			kinds = eventKinds()["lemma "+strings.ToLower(x.Text)]
		}
		if x.Kind == "EVENT_MENTION" && len(kinds) > 0 {
			t := EventTrigger{Span: text.Span{Start: x.Start, End: x.End}, Kinds: kinds, Event: m.of[x.ID]}
			m.arguments(&t, x.ID)
			d.Triggers = append(d.Triggers, t)
		}
	}
	return d, nil
}

// A meantime is a line of MEANTIME with its identifiers resolved.
type meantime struct {
	line  *eventLine
	at    map[string]*markable
	of    map[string]string      // what a mention refers to
	names map[string][]text.Span // the mentions of an entity that is named
}

// name collects the mentions of the entities that a name refers to.
func (m *meantime) name() {
	named := map[string]bool{}
	for _, x := range m.line.Markables {
		named[m.of[x.ID]] = named[m.of[x.ID]] || x.Syntactic == "NAM"
	}
	for _, x := range m.line.Markables {
		if e := m.of[x.ID]; x.Kind == "ENTITY_MENTION" && e != "" && named[e] {
			m.names[e] = append(m.names[e], text.Span{Start: x.Start, End: x.End})
		}
	}
}

// arguments fills in who, where and when of the event mention with an ID.
func (m *meantime) arguments(t *EventTrigger, id string) {
	for _, r := range m.line.Relations {
		if !slices.Contains(r.Source, id) {
			continue
		}
		for _, target := range r.Target {
			switch names := m.names[m.of[target]]; {
			case r.Kind == "HAS_PARTICIPANT" && names != nil && r.Role == "Argm-LOC":
				t.Where = append(t.Where, names)
			case r.Kind == "HAS_PARTICIPANT" && names != nil:
				t.Who = append(t.Who, names)
			case r.Kind == "TLINK" && (r.RelType == "IS_INCLUDED" || r.RelType == "SIMULTANEOUS"):
				if x := m.at[target]; x != nil && x.Kind == "TIMEX3" && x.Function != "CREATION_TIME" && x.Value != "" {
					t.When = append(t.When, x.Value)
				}
			}
		}
	}
}
