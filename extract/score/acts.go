package score

import (
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"

	"onrecord/extract/text"
)

//go:embed data/plover.txt
var ploverFile string

// A Coded is a sentence with the type of event that it tells of and the words
// that tell of it (PLOVER, Open Event Data Alliance).
type Coded struct {
	ID, Type, Text string
	Triggers       []text.Span
}

// An Action is something found in a sentence that can be of an event type: an
// act or a kind of event, and the words that tell of it.
type Action struct {
	What string
	Span text.Span
}

// types is the event types that acts and kinds of events can be, by what is
// found, as data/plover.txt has them.
var types = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(ploverFile) {
		parts := strings.Split(line, " | ")
		if len(parts) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, what := range strings.Fields(parts[1]) {
			m[what] = append(m[what], parts[0])
		}
	}
	return m
})

// ActTypes is the event types that are acts, sorted.
func ActTypes() []string {
	all := map[string]bool{}
	for _, of := range types() {
		for _, t := range of {
			all[t] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// IsAct reports whether an event type is one of ActTypes.
func IsAct(t string) bool { return slices.Contains(ActTypes(), t) }

// Of reports whether what is found, an act or a kind of event, is of event type t.
func Of(what, t string) bool { return slices.Contains(types()[what], t) }

// ActScore counts sentences by event type: Gold is all, Found those in which
// something is found that is of any type, Right those where it is of theirs.
// Told is by the words that gold says tell of it, Alone without a look at them.
type ActScore struct{ Told, Alone map[string]Count }

// Acts holds what find gives in the sentences of the file at path against their
// event types. keep says by its index which sentences count.
func Acts(path string, keep func(i int) bool, find func(string) []Action) (ActScore, error) {
	coded, err := ReadCoded(path)
	s := ActScore{map[string]Count{}, map[string]Count{}}
	for i, c := range coded {
		if keep(i) {
			s.Add(c, find(c.Text))
		}
	}
	return s, err
}

// Add counts one sentence.
func (s ActScore) Add(c Coded, found []Action) {
	s.Told[c.Type] = s.Told[c.Type].Add(c.count(c.Told(found)))
	s.Alone[c.Type] = s.Alone[c.Type].Add(c.count(first(found, nil)))
}

// count is what the answer what counts for c; "" is none.
func (c Coded) count(what string) Count {
	n := Count{Gold: 1}
	if what != "" {
		n.Found = 1
	}
	if Of(what, c.Type) {
		n.Right = 1
	}
	return n
}

// Told is the one answer for c: what is found first on the words that tell of
// its event or, where nothing is, first in the sentence.
func (c Coded) Told(found []Action) string {
	if what := first(found, c.Triggers); what != "" {
		return what
	}
	return first(found, nil)
}

// first is what of an event type is found first in the text, of what shares
// words with one of spans where there are any; "" for nothing. What only passes
// words on, "officials said", is of no type.
func first(found []Action, spans []text.Span) string {
	best := -1
	for i, a := range found {
		on := spans == nil || slices.ContainsFunc(spans, a.Span.Overlaps)
		if on && types()[a.What] != nil && (best < 0 || a.Span.Start < found[best].Span.Start) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return found[best].What
}

// Sum is the counts of the types that are acts together.
func (s ActScore) Sum(of map[string]Count) Count {
	sum := Count{}
	for _, t := range ActTypes() {
		sum = sum.Add(of[t])
	}
	return sum
}

// Every is the counts of all types together. A sentence of a type that is no act
// is right where nothing is found.
func (s ActScore) Every(of map[string]Count) Count {
	sum := s.Sum(of)
	for t, c := range of {
		if !IsAct(t) {
			sum = sum.Add(Count{Right: c.Gold - c.Found, Gold: c.Gold, Found: c.Found})
		}
	}
	return sum
}

// ReadCoded reads the JSON lines at path: {"id","event","text","spans":
// [{"role","start","end"}]} with offsets in code points. The spans whose role is
// EVT tell of the event.
func ReadCoded(path string) ([]Coded, error) { return readLines(path, readCoded) }

func readCoded(line []byte) (Coded, error) {
	var raw struct {
		ID, Event, Text string
		Spans           []struct {
			Role       string
			Start, End int
		}
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		return Coded{}, err
	}
	c := Coded{ID: raw.ID, Type: raw.Event, Text: raw.Text}
	points := text.PointsOf(raw.Text)
	for _, s := range raw.Spans {
		if s.Role == "EVT" {
			c.Triggers = append(c.Triggers, spanOf(points, s.Start, s.End))
		}
	}
	return c, nil
}
