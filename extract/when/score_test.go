package when

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/text"
)

const corpora = "../../../shared/corpora/times"

// corpus is the path of a corpus; the test is skipped where there is none.
func corpus(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(corpora, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	return path
}

// The documents held out of TimeBank are never tuned on.
func TestScoreOfNews(t *testing.T) {
	for _, c := range []struct {
		file                   string
		strict, relaxed, value float64
	}{
		{"timebank.jsonl", 91, 94, 86},
		{"meantime.jsonl", 89.5, 93, 85},
	} {
		t.Run(c.file, func(t *testing.T) {
			scores, err := Score(corpus(t, c.file))
			if err != nil {
				t.Fatal(err)
			}
			t.Log(strings.Join(scores.Lines(), "\n"))
			s := scores.HeldOut
			if s.Gold == 0 {
				s = scores.Rest
			}
			for name, floor := range map[string][2]float64{"strict": {s.F1(s.Strict), c.strict}, "relaxed": {s.F1(s.Relaxed), c.relaxed}, "value": {s.F1(s.Value), c.value}} {
				if floor[0] < floor[1] {
					t.Errorf("%s F1 of %s = %.1f, want at least %.1f", name, c.file, floor[0], floor[1])
				}
			}
		})
	}
}

// TestMisses prints, with -v, the first disagreements with the documents that
// may be tuned on.
func TestMisses(t *testing.T) {
	path := corpus(t, "timebank.jsonl")
	held, err := os.ReadFile(filepath.Join(corpora, score.HeldOut))
	if err != nil {
		t.Skipf("the list of documents held out is not here: %v", err)
	}
	docs, err := score.ReadTimes(path)
	if err != nil {
		t.Fatal(err)
	}
	var s score.TimeScore
	var all []string
	for _, d := range docs {
		if !slices.Contains(strings.Fields(string(held)), d.ID) {
			all = append(all, s.Add(d, Read(text.Of(d.Text), d.Published))...)
		}
	}
	for _, miss := range all[:min(len(all), misses())] {
		t.Log(miss)
	}
	if got := s.F1(s.Value); got < 82 {
		t.Errorf("value F1 of the documents tuned on = %.1f, want at least 82", got)
	}
}

func TestScoreOfSentencesToACalendar(t *testing.T) {
	s, err := ScoreAsked(corpus(t, "recognizers.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	t.Log(strings.Join(s.Lines(), "\n"))
	if got := s.Half[0].Add(s.Half[1]).Recall(); got < 55 {
		t.Errorf("right values of the expressions in scope = %.1f %%, want at least 55", got)
	}
}

// misses is how many disagreements -v prints: 40, or ONRECORD_MISSES.
func misses() int {
	if n := whole(os.Getenv("ONRECORD_MISSES")); n > 0 {
		return n
	}
	return 40
}

// story is a gold file's day of publication and times, each with the values
// that are right.
type story struct {
	Article struct{ Published string }
	Times   []struct {
		Text       string
		Occurrence int
		Value      any
	}
}

func TestStories(t *testing.T) {
	names, _ := filepath.Glob("../../../shared/story/*.gold.json")
	if len(names) == 0 {
		t.Skip("the stories are not here")
	}
	for _, name := range names {
		var s story
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(file, &s); err != nil {
			t.Fatal(err)
		}
		in, err := os.ReadFile(strings.TrimSuffix(name, ".gold.json") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		body := string(in)[len("date 2006-01-02 "):] // a saved story starts with its date
		published, _ := time.Parse(time.DateOnly, s.Article.Published)
		found := Read(text.Of(body), published)
		for _, want := range s.Times {
			if at := occurrence(body, want.Text, max(1, want.Occurrence)); !right(found, at, at+len(want.Text), want.Value) {
				t.Errorf("%s: %q, occurrence %d, want %v; found %s", filepath.Base(name), want.Text, want.Occurrence, want.Value, show(body, found))
			}
		}
	}
}

func occurrence(in, words string, n int) int {
	at := -1
	for range n {
		next := strings.Index(in[at+1:], words)
		if next < 0 {
			return -1
		}
		at += 1 + next
	}
	return at
}

func right(found []fact.Time, start, end int, want any) bool {
	span := text.Span{Start: start, End: end}
	return slices.ContainsFunc(found, func(x fact.Time) bool {
		list, several := want.([]any)
		return x.Span.Overlaps(span) && (x.Value == want || several && slices.Contains(list, any(x.Value)))
	})
}
