package amount

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// document is one line of the MEANTIME values; offsets are code points.
type document struct {
	Text   string
	Values []struct {
		Start, End int
		Type, Text string
	}
}

// TestScore measures what share of the amounts of MEANTIME is found. Its
// spans leave hedges and most nouns out, so spans are compared by overlap,
// and its bare numbers ("15 a year") are not all amounts here.
func TestScore(t *testing.T) {
	file, err := os.Open("../../../shared/corpora/amounts/meantime_values.jsonl")
	if err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	defer file.Close()
	gold, found, hits, falsely := map[string]int{}, 0, map[string]int{}, 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		amounts := find(d.Text)
		found += len(amounts)
		offsets := slices.Collect(func(yield func(int) bool) {
			for i := range d.Text {
				if !yield(i) {
					return
				}
			}
		})
		offsets = append(offsets, len(d.Text))
		used := map[int]bool{}
		for _, g := range d.Values {
			span := text.Span{Start: offsets[g.Start], End: offsets[g.End]}
			gold[g.Type]++
			i := slices.IndexFunc(amounts, func(a fact.Amount) bool { return a.Span.Overlaps(span) })
			if i < 0 {
				t.Logf("missed %s %q in …%s…", g.Type, g.Text, around(d.Text, span))
				continue
			}
			used[i] = true
			hits[g.Type]++
		}
		for i, a := range amounts {
			if !used[i] {
				falsely++
				t.Logf("not in gold: %q by %q in …%s…", d.Text[a.Span.Start:a.Span.End], a.Rule, around(d.Text, a.Span))
			}
		}
	}
	all, right := 0, 0
	for kind, n := range gold {
		t.Logf("%s: recall %.1f of %d", kind, 100*float64(hits[kind])/float64(n), n)
		all, right = all+n, right+hits[kind]
	}
	precision, recall := 100-100*float64(falsely)/float64(found), 100*float64(right)/float64(all)
	t.Logf("precision %.1f of %d, recall %.1f of %d", precision, found, recall, all)
	if precision < 96 || recall < 74 {
		t.Errorf("precision %.1f and recall %.1f, want at least 96 and 74", precision, recall)
	}
}

func around(in string, s text.Span) string {
	in = in[max(0, s.Start-50):min(len(in), s.End+40)]
	return strings.ReplaceAll(strings.ToValidUTF8(in, ""), "\n", " ")
}

// TestStories looks for the amounts of the stories' gold lists.
func TestStories(t *testing.T) {
	names, _ := filepath.Glob("../../../shared/story/*.gold.json")
	if len(names) == 0 {
		t.Skip("the stories are not here")
	}
	for _, name := range names {
		var story struct {
			Amounts []struct {
				Text, Unit  string
				Value       float64
				Approximate bool
			}
		}
		gold, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(gold, &story); err != nil {
			t.Fatal(err)
		}
		in, err := os.ReadFile(strings.TrimSuffix(name, ".gold.json") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		found := find(string(in))
		for _, want := range story.Amounts {
			if !slices.ContainsFunc(found, func(a fact.Amount) bool {
				return string(in[a.Span.Start:a.Span.End]) == want.Text && a.Value != nil && *a.Value == want.Value && a.Unit == want.Unit && a.Approximate == want.Approximate
			}) {
				t.Errorf("%s: %q is not among %s", filepath.Base(name), want.Text, showAll(string(in), found))
			}
		}
	}
}
