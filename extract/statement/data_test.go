package statement

import (
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
)

// TestCues checks that every line of the cue list says what the rules read.
func TestCues(t *testing.T) {
	known := []frame{asQuote, asThat, asBare, asWh, asTo, asNoun, asSmall, asAt}
	for _, name := range []string{"verbs", "nouns", "adjectives"} {
		for line := range strings.Lines(section(cueFile, name)) {
			if strings.TrimSpace(line) == "" {
				continue
			}
			lemma, c, ok := readCue(line)
			if !ok || strings.Contains(lemma, " ") || !slices.Contains(fact.Acts[:], c.act) || len(c.frames)+len(c.after) == 0 {
				t.Errorf("%q: want a lemma, an act and readings", line)
				continue
			}
			for f, act := range c.frames {
				if !slices.Contains(known, f) || !slices.Contains(fact.Acts[:], act) {
					t.Errorf("%q: reading %q, act %q", line, f, act)
				}
			}
			for p, act := range c.after {
				if !slices.Contains(fact.Acts[:], act) {
					t.Errorf("%q: preposition %q, act %q", line, p, act)
				}
			}
		}
	}
}

// TestSorted checks that the lists are in order and say where they are from.
func TestSorted(t *testing.T) {
	for name, file := range map[string]string{"cues": cueFile, "words": wordFile} {
		if !strings.HasPrefix(file, "# ") {
			t.Errorf("data/%s.txt starts %.20q, want its source", name, file)
		}
	}
	for _, name := range []string{"verbs", "nouns", "adjectives", "rejections"} {
		var lemmas []string
		for line := range strings.Lines(section(cueFile, name)) {
			if f := strings.Fields(line); len(f) > 0 {
				lemmas = append(lemmas, f[0])
			}
		}
		if !slices.IsSorted(lemmas) || len(lemmas) == 0 {
			t.Errorf("section %q of data/cues.txt is not sorted, or empty", name)
		}
	}
	for _, s := range sections {
		if w := strings.Fields(section(wordFile, s.name)); !slices.IsSorted(w) || len(w) == 0 {
			t.Errorf("section %q of data/words.txt is not sorted, or empty", s.name)
		}
	}
}

// TestPrecision checks that every rule has a measured precision.
func TestPrecision(t *testing.T) {
	for _, rule := range []string{ruleLabel, ruleSigned, ruleRunsOn, ruleNextLine} {
		if p := precision[rule]; p <= 0 || p > 1 {
			t.Errorf("precision of %q = %v, want a share", rule, p)
		}
	}
}
