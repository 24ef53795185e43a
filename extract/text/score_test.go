package text_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"onrecord/extract/score"
	"onrecord/extract/text"
)

// corpora is where gold words and sentences lie when they are there, from this
// package.
const corpora = "../../../shared/corpora"

// corpus is the path of a corpus file, or skips the test.
func corpus(t *testing.T, file string) string {
	path := filepath.Join(corpora, file)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no corpus to measure on: %v", err)
	}
	return path
}

// TestGoldenRules counts the rules of the Pragmatic Segmenter's list that
// come out exactly; some of them are no news English.
func TestGoldenRules(t *testing.T) {
	const floor = 48
	f, err := os.Open(corpus(t, "sentences/golden-rules.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	right, all := 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); all++ {
		var g struct {
			N         int
			Text      string
			Sentences []string
		}
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatalf("golden rule: %v", err)
		}
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
	}
	if t.Logf("%d of %d rules", right, all); right < floor {
		t.Errorf("%d of %d golden rules, want at least %d", right, all, floor)
	}
}

// TestSentenceScore holds F1 of exact sentences, from raw text, over a floor.
func TestSentenceScore(t *testing.T) {
	for file, floor := range map[string]float64{"sentences/ewt.dev.jsonl": 89, "sentences/gum.dev.jsonl": 96.5} {
		c, err := score.Sentences(corpus(t, file))
		if err != nil {
			t.Fatal(err)
		}
		if t.Logf("%s: %v", file, c); c.F1() < floor {
			t.Errorf("%s: sentences %v, want F1 of at least %.1f", file, c, floor)
		}
		showSentences(t, corpus(t, file))
	}
}

// showSentences logs the first sentences found that gold has not, in context.
func showSentences(t *testing.T, path string) {
	documents, err := score.ReadDocuments(path)
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, d := range documents {
		x := text.Of(d.Text)
		for _, s := range x.SentenceSpans() {
			if shown < 40 && !slices.Contains(d.Sentences, s) {
				shown++
				t.Logf("%s: no such sentence %q", d.ID, x.Slice(s))
			}
		}
	}
}

// TestWordScore holds F1 of exact words, from raw text, over a floor.
func TestWordScore(t *testing.T) {
	for file, floor := range map[string]float64{"syntax/ewt.dev.conllu": 99.25, "syntax/gum.dev.conllu": 99.75} {
		c, err := score.Words(corpus(t, file))
		if err != nil {
			t.Fatal(err)
		}
		if t.Logf("%s: %v", file, c); c.F1() < floor {
			t.Errorf("%s: words %v, want F1 of at least %.2f", file, c, floor)
		}
	}
}
