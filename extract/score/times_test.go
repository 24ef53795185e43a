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

// timesIn is what is between brackets in marked, "[Monday=2022-01-10]", and the
// text without them.
func timesIn(marked string) (string, []Timex) {
	var plain strings.Builder
	var all []Timex
	for part := range strings.SplitSeq(marked, "[") {
		inside, behind, ok := strings.Cut(part, "]")
		if !ok {
			plain.WriteString(part)
			continue
		}
		words, value, _ := strings.Cut(inside, "=")
		start := plain.Len()
		plain.WriteString(words)
		all = append(all, Timex{text.Span{Start: start, End: plain.Len()}, "DATE", value})
		plain.WriteString(behind)
	}
	return plain.String(), all
}

func TestTimeScore(t *testing.T) {
	for _, c := range []struct {
		name, gold, found string
		want              TimeScore
	}{
		{"all right", "Shut [on Monday=1] and [May=2]", "Shut [on Monday=1] and [May=2]", TimeScore{2, 2, 2, 2, 2, 2}},
		{"another span", "Shut [on Monday=1]", "Shut on [Monday=1]", TimeScore{1, 1, 0, 1, 1, 1}},
		{"another value", "Shut [on Monday=1]", "Shut [on Monday=2]", TimeScore{1, 1, 1, 1, 0, 1}},
		{"missed and invented", "Shut [on Monday=1] and May", "Shut on Monday and [May=2]", TimeScore{1, 1, 0, 0, 0, 0}},
		{"two in one count once", "Shut [on Monday in May=1]", "Shut [on Monday=1] [in May=2]", TimeScore{1, 2, 0, 1, 1, 1}},
		{"the equal span goes first", "Shut [Monday in=1] [May=2]", "Shut Monday [in=1] [May=2]", TimeScore{2, 2, 1, 2, 2, 2}},
		{"the longer overlap goes first", "[äöü Monday in May=1]", "[äöü=3] [Monday in May=1]", TimeScore{1, 2, 0, 1, 1, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, gold := timesIn(c.gold)
			_, times := timesIn(c.found)
			var found []fact.Time
			for _, x := range times {
				found = append(found, fact.Time{Span: x.Span, Type: fact.Date, Value: x.Value})
			}
			var got TimeScore
			misses := got.Add(Timed{Text: in, Times: gold}, found)
			if got != c.want {
				t.Errorf("Add(%q, %q) = %+v, want %+v", c.gold, c.found, got, c.want)
			}
			if perfect := got.Strict == 2 && got.Value == 2; perfect != (len(misses) == 0) {
				t.Errorf("Add(%q, %q) gives the disagreements %q", c.gold, c.found, misses)
			}
		})
	}
}

func TestTimesOfTheDocumentsHeldOut(t *testing.T) {
	folder := t.TempDir()
	write := func(name, lines string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	path := write("mill.jsonl", `{"id":"a","dct":"2022-01-13T08:00","text":"é Monday","timex":[{"start":2,"end":8,"type":"DATE","value":"2022-01-13"}]}
{"id":"b","text":"May May","timex":[{"start":0,"end":3,"type":"DATE","value":"x"},{"start":0,"end":7,"nested":true}]}
`)
	find := func(t *text.Text, published time.Time) []fact.Time {
		if published.IsZero() {
			return nil
		}
		return []fact.Time{{Span: text.Span{Start: 3, End: 9}, Type: fact.Date, Value: published.Format(time.DateOnly)}}
	}
	got, err := Times(path, find)
	if want := (TimeScores{Rest: TimeScore{2, 1, 1, 1, 1, 1}}); err != nil || got != want {
		t.Errorf("Times without a list = %+v, %v, want %+v", got, err, want)
	}
	write(HeldOut, "b\nz\n")
	got, err = Times(path, find)
	if want := (TimeScores{HeldOut: TimeScore{Gold: 1}, Rest: TimeScore{1, 1, 1, 1, 1, 1}}); err != nil || got != want {
		t.Errorf("Times with a list = %+v, %v, want %+v", got, err, want)
	}
	if _, err := Times(write("bad.jsonl", "{\n"), find); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("Times of a broken file = %v, want an error that names line 1", err)
	}
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		answer answer
		found  string
		want   bool
	}{
		{answer{Timex: "2016-11-08"}, "2016-11-08", true},
		{answer{Timex: "2016-11-08"}, "2016-11", false},
		{answer{Timex: "2016-11-08T08"}, "2016-11-08T08:00", true},
		{answer{Timex: "T19:30"}, "2016-11-07T19:30", true},
		{answer{Timex: "TMO"}, "2016-11-07TMO", true},
		{answer{Timex: "TMO"}, "", false},
		{answer{Timex: "PT3M"}, "PT3M", true},
		{answer{Timex: "XXXX-WXX-5", Value: "2016-11-11"}, "2016-11-11", true},
		{answer{Timex: "XXXX-WXX-5", Value: "2016-11-11"}, "2016-11-04", false},
		{answer{Timex: "XXXX-WXX-5T10", Value: "2016-11-11 10:00:00"}, "2016-11-11T10:00", true},
		{answer{Timex: "XXXX-04", Start: "2018-04-01"}, "2018-04", true},
		{answer{Timex: "XXXX-04", Start: "2018-04-01"}, "2018-05", false},
		{answer{Timex: "XXXX-WXX", Start: "2017-11-13"}, "2017-W46", true},
	} {
		if got := c.answer.is(c.found); got != c.want {
			t.Errorf("%+v.is(%q) = %v, want %v", c.answer, c.found, got, c.want)
		}
	}
}

func TestClassesOfWhatIsAsked(t *testing.T) {
	for words, want := range map[string]struct{ kind, timex, class string }{
		"on 3 March":              {"datetimeV2.date", "XXXX-03-03", "date"},
		"last week":               {"datetimeV2.daterange", "2018-W11", "period"},
		"from 2014 to 2018":       {"datetimeV2.daterange", "(2014-01-01,2018-01-01,P4Y)", "range"},
		"in 5 minutes":            {"datetimeV2.datetime", "2016-11-07T00:05:00", "countdown"},
		"in two weeks":            {"datetimeV2.date", "2018-04-06", "sum"},
		"2 weeks before Easter":   {"datetimeV2.date", "2018-03-18", "sum"},
		"two years from now":      {"datetimeV2.date", "2024-01-13", "date"},
		"next tuesday":            {"datetimeV2.date", "2018-04-03", "lower case"},
		"8 in the morning":        {"datetimeV2.time", "T08", "time"},
		"three weeks":             {"datetimeV2.duration", "P3W", "duration"},
		"every day":               {"datetimeV2.set", "P1D", "set"},
		"Wed Oct 26 15:50 2016":   {"", "2016-10-26T15:50", "untyped"},
		"Pacific time":            {"datetimeV2.timezone", "", "untyped"},
		"the same time next year": {"datetimeV2.datetimerange", "2019-01-01T10", "time"},
	} {
		a := Asked{Text: words}
		if got := a.class(text.Span{End: len(words)}, want.kind, []answer{{Timex: want.timex}}); got != want.class {
			t.Errorf("class(%q, %s) = %q, want %q", words, want.timex, got, want.class)
		}
	}
}
