package when

import (
	"strings"
	"testing"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// example is "2022-03-10: It opens [next March] = 2023-03" taken apart. Some go
// on with the reason, "because …", and the contradiction, "but …".
type example struct {
	published               time.Time
	in                      string
	span                    text.Span
	value, reason, conflict string
}

func parseExample(t *testing.T, source string) example {
	t.Helper()
	e := example{published: time.Date(2022, 1, 13, 0, 0, 0, 0, time.UTC)}
	if day, rest, ok := strings.Cut(source, ": "); ok && len(day) == len(time.DateOnly) {
		published, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatalf("example %q: %v", source, err)
		}
		e.published, source = published, rest
	}
	marked, value, ok := strings.Cut(source, " = ")
	before, rest, ok2 := strings.Cut(marked, "[")
	inside, behind, ok3 := strings.Cut(rest, "]")
	if !ok || !ok2 || !ok3 {
		t.Fatalf("example %q is not of the form before [span] behind = value", source)
	}
	value, e.conflict, _ = strings.Cut(value, " but ")
	e.value, e.reason, _ = strings.Cut(value, " because ")
	e.in = before + inside + behind
	e.span = text.Span{Start: len(before), End: len(before) + len(inside)}
	return e
}

func TestExamplesOfRules(t *testing.T) {
	for _, r := range rules() {
		if len(r.Examples) == 0 {
			t.Errorf("rule %q (%s) has no example", r.Name, r.Pattern)
		}
		if n := len(r.pattern.elements); n > elementLimit {
			t.Errorf("rule %q has %d elements, want at most %d", r.Name, n, elementLimit)
		}
		for _, source := range r.Examples {
			e := parseExample(t, source)
			found := Read(text.Of(e.in), e.published)
			want := fact.Time{Span: e.span, Type: r.Type, Value: e.value, Reason: e.reason, Conflict: e.conflict, Rule: r.Name, Confidence: r.confidence()}
			if !holds(found, want) {
				t.Errorf("Find(%q) = %+v, want %+v", e.in, found, want)
			}
		}
	}
}

func holds(found []fact.Time, want fact.Time) bool {
	for _, f := range found {
		if want.Reason == "" {
			f.Reason = ""
		}
		if f == want {
			return true
		}
	}
	return false
}
