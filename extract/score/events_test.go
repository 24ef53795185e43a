package score

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A line of each corpus's shape; offsets are in code points.
const (
	eventStory = `{"id":"s","dct":"2031-05-07","text":"Élan: Tollo met Lee in Vessen on Monday. The meeting was long. Lee met Tollo.","annotated_end":62,` +
		`"markables":[{"kind":"ENTITY_MENTION","id":"1","start":6,"end":11,"syntactic_type":"NAM","text":"Tollo"},` +
		`{"kind":"ENTITY_MENTION","id":"2","start":16,"end":19,"syntactic_type":"NAM","text":"Lee"},` +
		`{"kind":"ENTITY_MENTION","id":"3","start":23,"end":29,"syntactic_type":"NAM","text":"Vessen"},` +
		`{"kind":"TIMEX3","id":"4","start":33,"end":39,"text":"Monday","value":"2031-05-05","functionInDocument":"NONE"},` +
		`{"kind":"EVENT_MENTION","id":"5","start":12,"end":15,"text":"met","pred":"meet"},` +
		`{"kind":"EVENT_MENTION","id":"6","start":45,"end":52,"text":"meeting"},` +
		`{"kind":"EVENT_MENTION","id":"7","start":53,"end":56,"text":"was","pred":"be"}],` +
		`"relations":[{"kind":"REFERS_TO","source":["1"],"target":["e1"]},{"kind":"REFERS_TO","source":["2"],"target":["e2"]},` +
		`{"kind":"REFERS_TO","source":["3"],"target":["e3"]},{"kind":"REFERS_TO","source":["5","6"],"target":["e4"]},` +
		`{"kind":"HAS_PARTICIPANT","sem_role":"Arg0","source":["5"],"target":["1"]},{"kind":"HAS_PARTICIPANT","sem_role":"Arg1","source":["5"],"target":["2"]},` +
		`{"kind":"HAS_PARTICIPANT","sem_role":"Argm-LOC","source":["5"],"target":["3"]},` +
		`{"kind":"TLINK","reltype":"IS_INCLUDED","source":["5"],"target":["4"]}]}` + "\n"
	eventSentence = `{"id":"p","event":"PROTEST","date":"2000-01-01","text":"Tollo marched in Vessen and sang.",` +
		`"spans":[{"role":"SRC","start":0,"end":5,"text":"Tollo"},{"role":"EVT","start":6,"end":13,"text":"marched"},{"role":"EVT","start":28,"end":32,"text":"sang"}]}` + "\n" +
		`{"id":"q","event":"PRAISE","date":"2000-01-01","text":"Tollo sang.","spans":[]}` + "\n"
)

func readEvents(t *testing.T, lines string) []EventDocument {
	t.Helper()
	path := filepath.Join(t.TempDir(), "events.jsonl")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := ReadEvents(path)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// spans is every place of word in s.
func spans(s, word string) []text.Span {
	var all []text.Span
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return all
		}
		all = append(all, text.Span{Start: at + i, End: at + i + len(word)})
		at += i + len(word)
	}
}

func entitiesIn(s string, names ...string) []fact.Entity {
	var all []fact.Entity
	for i, n := range names {
		e := fact.Entity{ID: i + 1, Name: n}
		for _, span := range spans(s, n) {
			e.Mentions = append(e.Mentions, fact.Mention{Span: span, How: fact.ByName})
		}
		all = append(all, e)
	}
	return all
}

func TestCountEvents(t *testing.T) {
	story, sentence := readEvents(t, eventStory)[0], readEvents(t, eventSentence)
	if len(sentence) != 1 {
		t.Fatalf("ReadEvents(%q) has %d lines, want 1: no kind of event is praise", eventSentence, len(sentence))
	}
	if want := time.Date(2031, 5, 7, 0, 0, 0, 0, time.UTC); !story.Published.Equal(want) {
		t.Errorf("published %v, want %v", story.Published, want)
	}
	met, meeting, marched := spans(story.Text, "met"), spans(story.Text, "meeting"), spans(sentence[0].Text, "marched")
	one := Count{1, 1, 1}
	for _, c := range []struct {
		name  string
		in    EventDocument
		found []fact.Event
		want  EventCounts
	}{
		{"all right", story, []fact.Event{{Mentions: []text.Span{met[0], meeting[0]}, Kind: fact.Meeting, Who: []int{1, 2}, Where: 3, When: "2031-05-05"}},
			EventCounts{Trigger: Count{2, 2, 2}, Kind: Count{2, 2, 2}, Who: Count{2, 2, 4}, Where: Count{1, 1, 2}, When: Count{1, 1, 2}, Pairs: one}},
		{"two events of one, and one after the end", story, []fact.Event{
			{Mentions: []text.Span{met[0]}, Kind: fact.Visit, Who: []int{3}}, {Mentions: []text.Span{meeting[0]}, Kind: fact.Meeting}, {Mentions: []text.Span{met[1]}, Kind: fact.Meeting}},
			EventCounts{Trigger: Count{2, 2, 2}, Kind: Count{1, 2, 2}, Who: Count{0, 2, 1}, Where: Count{0, 1, 0}, When: Count{0, 1, 0}, Pairs: Count{0, 1, 0}}},
		{"nothing", story, nil, EventCounts{Trigger: Count{0, 2, 0}}},
		{"sentence", sentence[0], []fact.Event{{Mentions: marched, Kind: fact.Protest, Who: []int{1}}}, EventCounts{Trigger: one, Kind: one, Who: one}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.in.Count(entitiesIn(c.in.Text, "Tollo", "Lee", "Vessen"), c.found); got != c.want {
				t.Errorf("Count(%+v) = %+v, want %+v", c.found, got, c.want)
			}
		})
	}
}

func TestEventKinds(t *testing.T) {
	known := map[fact.EventKind]bool{}
	for _, k := range fact.EventKinds {
		known[k] = true
	}
	for word, kinds := range eventKinds() {
		for _, k := range kinds {
			if !known[k] {
				t.Errorf("data/event-kinds.txt: %q is of kind %q, want one of fact.EventKinds", word, k)
			}
		}
	}
}
