package score

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"strings"
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
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []EventDocument
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for n := 1; lines.Scan(); n++ {
		var line eventLine
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		d, ok, err := line.document()
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		if ok {
			all = append(all, d)
		}
	}
	return all, lines.Err()
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

// document is l with its offsets in bytes; not ok when none of its events can
// be of a kind.
func (l *eventLine) document() (EventDocument, bool, error) {
	if l.Markables != nil {
		d, err := l.meantime()
		return d, true, err
	}
	return l.plover()
}

// plover is a line of PLOVER, a sentence with one event.
func (l *eventLine) plover() (EventDocument, bool, error) {
	published, err := time.Parse(time.DateOnly, l.Date)
	if err != nil {
		return EventDocument{}, false, fmt.Errorf("day of publication: %w", err)
	}
	kinds := eventKinds["plover "+l.Code]
	d := EventDocument{ID: l.ID, Text: l.Text, Published: published, End: len(l.Text), Sentence: true}
	points := text.PointsOf(l.Text)
	var who [][]text.Span
	for _, s := range l.Spans {
		span := text.Span{Start: points.Offset(s.Start), End: points.Offset(s.End)}
		if s.Role == "EVT" {
			d.Triggers = append(d.Triggers, EventTrigger{Span: span, Kinds: kinds})
		} else {
			who = append(who, []text.Span{span})
		}
	}
	for i := range d.Triggers {
		d.Triggers[i].Who = who
	}
	return d, len(kinds) > 0, nil
}

//go:embed data/event-kinds.txt
var eventKindFile string

// eventKinds is the kinds of a code, "plover FIGHT", or a word, "lemma die".
var eventKinds = readEventKinds(eventKindFile)

func readEventKinds(file string) map[string][]fact.EventKind {
	all := map[string][]fact.EventKind{}
	for line := range strings.Lines(file) {
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
}
