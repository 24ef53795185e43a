package when

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

const corpora = "../../../shared/corpora/times"

// document is one line of a TIMEX3 corpus; offsets are code points.
type document struct {
	ID, DCT, Text string
	Timex         []gold
}

type gold struct {
	Start, End        int
	Type, Value, Text string
	Nested            bool
}

func read(t *testing.T, name string) []document {
	t.Helper()
	file, err := os.Open(filepath.Join(corpora, name))
	if err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	defer file.Close()
	var docs []document
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatalf("reading %s: %v", name, err)
		}
		docs = append(docs, d)
	}
	return docs
}

// score counts as TempEval-3 does: strict is equal spans, relaxed is spans
// that share a character, value is relaxed with the same value.
type score struct{ gold, found, strict, relaxed, value int }

func f1(hits int, s score) float64 {
	if hits == 0 {
		return 0
	}
	return 200 * float64(hits) / float64(s.gold+s.found)
}

func (s score) String() string {
	return fmt.Sprintf("strict %.1f relaxed %.1f value %.1f (%d in gold, %d found)", f1(s.strict, s), f1(s.relaxed, s), f1(s.value, s), s.gold, s.found)
}

// add scores one document and gives the disagreements.
func (s *score) add(d document) (misses []string) {
	published, _ := time.Parse(time.DateOnly, d.DCT[:min(len(d.DCT), 10)])
	found := findIn(text.Of(d.Text), published)
	want := slices.DeleteFunc(slices.Clone(d.Timex), func(g gold) bool { return g.Nested })
	offsets := make([]int, 0, len(d.Text)+1)
	for i := range d.Text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(d.Text))
	s.gold, s.found = s.gold+len(want), s.found+len(found)
	used := make([]bool, len(found))
	for _, g := range want {
		span := text.Span{Start: offsets[g.Start], End: offsets[g.End]}
		j := slices.IndexFunc(found, func(x fact.Time) bool { return x.Span == span })
		if j < 0 {
			j = slices.IndexFunc(found, func(x fact.Time) bool { return x.Span.Overlaps(span) })
		}
		if j < 0 || used[j] {
			misses = append(misses, fmt.Sprintf("missed %q %s in …%s…", g.Text, g.Value, around(d.Text, span)))
			continue
		}
		used[j] = true
		s.relaxed++
		if found[j].Span == span {
			s.strict++
		} else {
			misses = append(misses, fmt.Sprintf("span %q, want %q", d.Text[found[j].Span.Start:found[j].Span.End], g.Text))
		}
		if found[j].Value == g.Value {
			s.value++
		} else {
			misses = append(misses, fmt.Sprintf("value %s, want %s of %q (%s) in …%s…", found[j].Value, g.Value, g.Text, d.DCT, around(d.Text, span)))
		}
	}
	for j, x := range found {
		if !used[j] {
			misses = append(misses, fmt.Sprintf("not in gold %q by %q in …%s…", d.Text[x.Span.Start:x.Span.End], x.Rule, around(d.Text, x.Span)))
		}
	}
	return misses
}

func around(in string, s text.Span) string {
	in = in[max(0, s.Start-60):min(len(in), s.End+30)]
	return strings.ReplaceAll(strings.ToValidUTF8(in, ""), "\n", " ")
}

func TestScore(t *testing.T) {
	held, err := os.ReadFile(filepath.Join(corpora, "suggested_dev_ids.txt"))
	if err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	dev := strings.Fields(string(held))
	var tuned, heldOut score
	shown := 0
	for _, d := range slices.Concat(read(t, "timebank.jsonl"), read(t, "aquaint.jsonl")) {
		if slices.Contains(dev, d.ID) {
			heldOut.add(d)
			continue
		}
		for _, miss := range tuned.add(d) {
			if shown++; shown <= misses() && testing.Verbose() {
				t.Log(miss)
			}
		}
	}
	t.Logf("held out: %v", heldOut)
	t.Logf("tuned on: %v", tuned)
	for _, floor := range []struct {
		name string
		got  float64
		want float64
	}{{"strict", f1(heldOut.strict, heldOut), 90}, {"relaxed", f1(heldOut.relaxed, heldOut), 93}, {"value", f1(heldOut.value, heldOut), 85}} {
		if floor.got < floor.want {
			t.Errorf("%s F1 of the held-out documents = %.1f, want at least %.1f", floor.name, floor.got, floor.want)
		}
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
		found := findIn(text.Of(body), published)
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
