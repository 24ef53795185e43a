package text_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"onrecord/extract/text"
)

// corpora is where gold sentences lie when they are there, from this package.
const corpora = "../../../shared/corpora/sentences"

// readLines calls each with every line of a corpus file, or skips the test.
func readLines(t *testing.T, file string, each func([]byte)) {
	f, err := os.Open(filepath.Join(corpora, file))
	if err != nil {
		t.Skipf("no corpus to measure on: %v", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		each(lines.Bytes())
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("reading %s: %v", file, err)
	}
}

// TestGoldenRules counts the rules of the Pragmatic Segmenter's list that
// come out exactly; some of them are no news English.
func TestGoldenRules(t *testing.T) {
	const floor = 37
	right, all := 0, 0
	readLines(t, "golden-rules.jsonl", func(line []byte) {
		var g struct {
			N         int
			Text      string
			Sentences []string
		}
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatalf("golden rule: %v", err)
		}
		all++
		x := text.Of(g.Text)
		var got []string
		for _, s := range x.SentenceSpans() {
			got = append(got, x.Slice(s))
		}
		if slices.Equal(got, g.Sentences) {
			right++
		} else {
			t.Logf("rule %d: Of(%q) = %q, want %q", g.N, g.Text, got, g.Sentences)
		}
	})
	if t.Logf("%d of %d rules", right, all); right < floor {
		t.Errorf("%d of %d golden rules, want at least %d", right, all, floor)
	}
}

// TestSentenceScore holds F1 of exact sentences over a floor.
func TestSentenceScore(t *testing.T) {
	for _, c := range []struct {
		file  string
		floor float64
	}{{"ewt.dev.jsonl", 80}, {"gum.dev.jsonl", 93}} {
		right, gold, found, shown := 0, 0, 0, 0
		readLines(t, c.file, func(line []byte) {
			var g struct {
				Text      string
				Sentences [][2]int // code points
			}
			if err := json.Unmarshal(line, &g); err != nil {
				t.Fatalf("%s: %v", c.file, err)
			}
			at := byteOffsets(g.Text)
			want := map[text.Span]bool{}
			for _, s := range g.Sentences {
				want[text.Span{Start: at[s[0]], End: at[s[1]]}] = true
			}
			x := text.Of(g.Text)
			spans := x.SentenceSpans()
			gold, found = gold+len(want), found+len(spans)
			for _, s := range spans {
				if want[s] {
					right++
				} else if shown++; shown <= 60 {
					t.Logf("%s: no such sentence %q", c.file, x.Slice(s))
				}
			}
		})
		f1 := 200 * float64(right) / float64(gold+found)
		if t.Logf("%s: P %.1f R %.1f F1 %.1f", c.file, 100*float64(right)/float64(found), 100*float64(right)/float64(gold), f1); f1 < c.floor {
			t.Errorf("%s: F1 of sentences = %.1f, want at least %.1f", c.file, f1, c.floor)
		}
	}
}

// byteOffsets is the byte offset of every code point, and of the end.
func byteOffsets(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}
