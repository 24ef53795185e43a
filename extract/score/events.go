package score

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// EventCounts is how events were found: every trigger, the kind of those that
// were, who, where and when of those, and which of them tell of one event, in
// pairs. Who and where are named entities; a corpus that does not mark
// something has no gold for it.
type EventCounts struct {
	Trigger, Kind, Who, Where, When, Pairs Count
}

// Add sums two counts.
func (c EventCounts) Add(d EventCounts) EventCounts {
	return EventCounts{
		c.Trigger.Add(d.Trigger), c.Kind.Add(d.Kind), c.Who.Add(d.Who),
		c.Where.Add(d.Where), c.When.Add(d.When), c.Pairs.Add(d.Pairs),
	}
}

// Lines is the counts for people, one a line.
func (c EventCounts) Lines() []string {
	var out []string
	for _, l := range []struct {
		name string
		Count
	}{{"trigger", c.Trigger}, {"kind", c.Kind}, {"who", c.Who}, {"where", c.Where}, {"when", c.When}, {"pairs", c.Pairs}} {
		out = append(out, fmt.Sprintf("%-8s %v", l.name, l.Count))
	}
	return out
}

// A Finder of events is what is scored: the entities and events in a text that
// was published on a day.
type Finder func(t *text.Text, published time.Time) ([]fact.Entity, []fact.Event)

// An EventDocument is a text with the events that a corpus marks in it up to
// End.
type EventDocument struct {
	ID, Text  string
	Published time.Time
	End       int
	Triggers  []EventTrigger
	Sentence  bool // a line of PLOVER: any of Triggers found finds its one event
}

// An EventTrigger is a word or some that tell of an event.
type EventTrigger struct {
	text.Span
	Kinds []fact.EventKind // what it can be called
	Who   [][]text.Span    // the names of each who takes part
	Where [][]text.Span    // and of each place
	When  []string         // TIMEX3 values
	Event string           // triggers with the same one tell of one event; "" when it is not marked
}

// Events holds what find gives in the file at path, MEANTIME's or PLOVER's
// JSON lines, against what is marked there: the counts of the documents with
// an even number, which rules were made on, and of those with an odd one.
func Events(path string, find Finder) (even, odd EventCounts, err error) {
	documents, err := ReadEvents(path)
	for i, d := range documents {
		entities, events := find(text.Of(d.Text), d.Published)
		c := d.Count(entities, events)
		if i%2 == 0 {
			even = even.Add(c)
		} else {
			odd = odd.Add(c)
		}
	}
	return even, odd, err
}

// ReadEvents reads the file at path: MEANTIME's or PLOVER's JSON lines. Lines
// of PLOVER whose code has no kind of event are left out.
func ReadEvents(path string) ([]EventDocument, error) {
	all, err := readLines(path, readEventLine)
	return slices.Concat(all...), err
}

// readEventLine reads a line of either corpus, one document; none where none of
// its events can be of a kind.
func readEventLine(line []byte) ([]EventDocument, error) {
	var l eventLine
	if err := json.Unmarshal(line, &l); err != nil {
		return nil, err
	}
	if l.Markables != nil {
		d, err := l.meantime()
		return []EventDocument{d}, err
	}
	kinds := eventKinds()["plover "+l.Code]
	if len(kinds) == 0 {
		return nil, nil
	}
	d, err := l.plover(kinds)
	return []EventDocument{d}, err
}

// An eventLine is a line of either corpus.
type eventLine struct {
	ID, Text string

	Code  string `json:"event"` // PLOVER
	Spans []struct {
		Role       string
		Start, End int
	}

	Date         string // PLOVER: of all its lines the same
	Dct          string // MEANTIME
	AnnotatedEnd int    `json:"annotated_end"`
	Markables    []markable
	Relations    []struct {
		Kind           string
		Source, Target []string
		Role           string `json:"sem_role"`
		RelType        string `json:"reltype"`
	}
}

// plover is a line of PLOVER, a sentence with one event, which can be of kinds.
func (l *eventLine) plover(kinds []fact.EventKind) (EventDocument, error) {
	published, err := time.Parse(time.DateOnly, l.Date)
	if err != nil {
		return EventDocument{}, fmt.Errorf("day of publication: %w", err)
	}
	d := EventDocument{ID: l.ID, Text: l.Text, Published: published, End: len(l.Text), Sentence: true}
	points := text.PointsOf(l.Text)
	var who [][]text.Span
	for _, s := range l.Spans {
		span := spanOf(points, s.Start, s.End)
		if s.Role == "EVT" {
			d.Triggers = append(d.Triggers, EventTrigger{Span: span, Kinds: kinds})
		} else {
			who = append(who, []text.Span{span})
		}
	}
	for i := range d.Triggers {
		d.Triggers[i].Who = who
	}
	return d, nil
}

//go:embed data/event-kinds.txt
var eventKindFile string

// eventKinds is the kinds of a code, "plover FIGHT", or a word, "lemma die".
var eventKinds = sync.OnceValue(func() map[string][]fact.EventKind {
	all := map[string][]fact.EventKind{}
	for line := range strings.Lines(eventKindFile) {
		head, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
		corpus, key, _ := strings.Cut(head, " ")
		switch {
		case !ok || strings.HasPrefix(line, "#"):
		case corpus == "plover":
			for k := range strings.SplitSeq(rest, ", ") {
				all[head] = append(all[head], fact.EventKind(k))
			}
		default:
			for w := range strings.FieldsSeq(rest) {
				w = corpus + " " + strings.ReplaceAll(w, "_", " ")
				all[w] = append(all[w], fact.EventKind(key))
			}
		}
	}
	return all
})
