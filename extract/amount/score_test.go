package amount

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/text"
)

// TestScore holds Find against the corpora; the floors lie a little below what
// it reaches. MEANTIME gives no values; its spans leave hedges and most nouns
// out, and some of its quantities are ages or count nothing.
func TestScore(t *testing.T) {
	for _, c := range []struct {
		file        string
		span, value float64 // F1 of what is a quantity in running text
	}{
		{"meantime_values", 91, 0},
		{"quantulum3_tests", 83, 73},
		{"recognizers-number", 95, 93.5},
		{"recognizers-currency", 96, 89},
		{"recognizers-percent", 95, 95},
		{"recognizers-dimension", 95, 92.5},
	} {
		t.Run(c.file, func(t *testing.T) {
			s, err := score.Amounts("../../../shared/corpora/amounts/"+c.file+".jsonl", func(x *text.Text) []fact.Amount { return find(x.String()) })
			if errors.Is(err, os.ErrNotExist) {
				t.Skipf("the corpus is not here: %v", err)
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range slices.Concat(s.Misses, s.Lines()) {
				t.Log(line)
			}
			if span, value := s.Running.Spans.F1(), s.Running.Values.F1(); span < c.span || value < c.value {
				t.Errorf("Amounts(%s): F1 of spans %.1f, of values %.1f, want at least %.1f and %.1f", c.file, span, value, c.span, c.value)
			}
		})
	}
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
