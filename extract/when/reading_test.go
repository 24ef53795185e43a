package when

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// told checks what holds of every time found: a reason, of one line and not
// too long, that a reader needs no standard for.
func told(t *testing.T, in string, found []fact.Time) {
	t.Helper()
	for _, x := range found {
		switch {
		case x.Reason == "" || len(x.Reason) > lineLength:
			t.Errorf("Find(%q) of %q: Reason = %q, want 1 to %d bytes", in, in[x.Span.Start:x.Span.End], x.Reason, lineLength)
		case strings.ContainsAny(x.Reason+x.Conflict, "\n\r\t"):
			t.Errorf("Find(%q): Reason %q and Conflict %q are not on one line", in, x.Reason, x.Conflict)
		case strings.Contains(x.Reason, "TIMEX") || strings.Contains(x.Reason, "XXXX") || strings.Contains(x.Reason, "_REF"):
			t.Errorf("Find(%q): Reason = %q names codes", in, x.Reason)
		case strings.HasPrefix(x.Reason, ":") || strings.Contains(x.Reason, "  ") || strings.HasSuffix(x.Reason, " "):
			t.Errorf("Find(%q): Reason = %q has a hole", in, x.Reason)
		case x.Conflict != "" && !strings.HasSuffix(x.Conflict, "."):
			t.Errorf("Find(%q): Conflict = %q is no sentence", in, x.Conflict)
		}
	}
}

// Every example tells its reason, whatever day it appears on and on none.
func TestReasonsOfExamples(t *testing.T) {
	days := []time.Time{{}, thursday, time.Date(1999, 12, 31, 0, 0, 0, 0, time.UTC), time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC), time.Date(2020, 9, 30, 0, 0, 0, 0, time.UTC)}
	reasons := 0
	for _, r := range rules() {
		for _, source := range r.Examples {
			e := parseExample(t, source)
			if e.reason != "" {
				reasons++
			}
			for _, day := range append(days, e.published) {
				told(t, e.in, Read(text.Of(e.in), day))
			}
		}
	}
	if reasons < 40 {
		t.Errorf("%d examples give their reason, want at least 40", reasons)
	}
}

// The reasons of a whole corpus keep the same rules.
func TestReasonsOfNews(t *testing.T) {
	docs, err := os.ReadFile(filepath.Join(corpora, "meantime.jsonl"))
	if err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	for line := range strings.Lines(string(docs)) {
		var d struct{ DCT, Text string }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		day, _ := time.Parse(time.DateOnly, d.DCT)
		told(t, d.Text, Read(text.Of(d.Text), day))
	}
}

func TestWords(t *testing.T) {
	for value, want := range map[string]string{
		"2022-01-13": "13 January 2022", "2022-01": "January 2022", "2022": "2022", "2022-W01": "the week of 3 January 2022",
		"2022-W01-WE": "the weekend of 8 January 2022", "1987-W09-WE": "the weekend of 28 February 1987", "2021-Q3": "the third quarter of 2021", "2021-H2": "the second half of 2021",
		"2021-FA": "autumn 2021", "199": "the 1990s", "18": "the 19th century", "20": "the 21st century",
		"XXXX-03-04": "4 March", "XXXX-07": "July", "XXXX-SU": "summer", "XXXX-Q3": "the third quarter",
		"2022-01-13TMO": "the morning of 13 January 2022", "2022-01-13T14:00Z": "14:00 Greenwich time of 13 January 2022",
		"P3D": "3 days", "P1Y6M": "1 year and 6 months", "PT5H30M": "5 hours and 30 minutes", "PXW": "some weeks, how many is not said",
		"P0.5W": "half a week", "P3DT4H": "3 days and 4 hours", "PAST_REF": "the past",
	} {
		if got := words(value); got != want {
			t.Errorf("words(%q) = %q, want %q", value, got, want)
		}
	}
}
