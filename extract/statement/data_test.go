package statement

import (
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
)

// TestCues checks that every line of the cue list says what the rules read.
func TestCues(t *testing.T) {
	known := []frame{asQuote, asThat, asBare, asWh, asTo, asNoun, asSmall, asHearer, asTold, asAt}
	for _, name := range []string{"verbs", "nouns", "adjectives"} {
		for line := range strings.Lines(section(cueFile, name)) {
			if strings.TrimSpace(line) == "" {
				continue
			}
			forms, c := readCue(line)
			if n := len(forms); n != 1 && n != 5 {
				t.Errorf("%q has %d forms, want 1 or 5", line, n)
			}
			if !slices.Contains(fact.Acts[:], c.act) || len(c.frames)+len(c.after) == 0 {
				t.Errorf("%q: act %q, readings %v %v", line, c.act, c.frames, c.after)
			}
			for f, act := range c.frames {
				if !slices.Contains(known, f) || !slices.Contains(fact.Acts[:], act) {
					t.Errorf("%q: reading %q, act %q", line, f, act)
				}
			}
		}
	}
}

// TestSorted checks that the lists are in order and say where they are from.
func TestSorted(t *testing.T) {
	for name, file := range map[string]string{"cues": cueFile, "verbs": verbFile, "words": wordFile, "rules": ruleFile} {
		if !strings.HasPrefix(file, "# ") {
			t.Errorf("data/%s.txt starts %.20q, want its source", name, file)
		}
	}
	for _, name := range []string{"verbs", "homographs", "nouns", "adjectives", "rejections"} {
		var lemmas []string
		for line := range strings.Lines(section(cueFile, name)) {
			if f := strings.Fields(line); len(f) > 0 {
				lemmas = append(lemmas, f[0])
			}
		}
		if !slices.IsSorted(lemmas) {
			t.Errorf("section %q of data/cues.txt is not sorted", name)
		}
	}
	for _, s := range sections {
		if w := strings.Fields(section(wordFile, s.name)); !slices.IsSorted(w) || len(w) == 0 {
			t.Errorf("section %q of data/words.txt is not sorted, or empty", s.name)
		}
	}
}

func TestInflect(t *testing.T) {
	for base, want := range map[string]string{
		"warn":   "warn warns warned warned warning",
		"argue":  "argue argues argued argued arguing",
		"deny":   "deny denies denied denied denying",
		"stress": "stress stresses stressed stressed stressing",
		"say":    "say says sayed sayed saying",
	} {
		if got := strings.Join(inflect([]string{base}), " "); got != want {
			t.Errorf("inflect(%q) = %q, want %q", base, got, want)
		}
	}
}

// TestRules checks that every rule has a measured precision.
func TestRules(t *testing.T) {
	for _, rule := range []string{
		ruleQuoteAfter, ruleQuoteBefore, ruleQuoteSplit, ruleQuoteColon, ruleLabel, ruleSigned, ruleRunsOn,
		ruleNextLine, ruleThat, ruleBare, ruleWh, ruleTo, ruleNoun, rulePreposition, ruleGap, ruleTrailing,
		ruleParenthesis, ruleAccording, rulePassive, ruleNounCue, ruleAdjectiveCue,
	} {
		if p, ok := precision[rule]; !ok || p <= 0 || p > 1 {
			t.Errorf("precision of %q = %v, want one in data/rules.txt", rule, p)
		}
	}
}
