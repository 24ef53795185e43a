package text

import (
	"slices"
	"strings"
	"testing"
)

// TestWordRules holds every rule to its examples, which are read as whole
// chunks: a later rule may have parts of them.
func TestWordRules(t *testing.T) {
	for _, r := range wordRules {
		if len(r.examples) == 0 {
			t.Errorf("rule %s has no examples", r.name)
		}
		for _, want := range r.examples {
			in := strings.ReplaceAll(want, "|", "")
			var got []string
			x := Of(in)
			for i := range x.Tokens {
				got = append(got, x.Word(i))
			}
			if s := strings.Join(got, "|"); s != want {
				t.Errorf("rule %s: words of %q = %q, want %q", r.name, in, s, want)
			}
		}
	}
}

// TestLists holds the lists sorted, short enough to be looked for, and in the
// case they are looked for in.
func TestLists(t *testing.T) {
	l := lists()
	for name, list := range map[string]map[string]bool{
		"domains": l.domains, "countries": l.countries, "newsgroups": l.newsgroups, "extensions": l.extensions,
		"prefixes": l.prefixes, "hyphened": l.hyphened, "elided": l.elided, "strokes": l.strokes, "units": l.units,
		"emoticons": l.emoticons, "starters": l.starters, "speech": l.speech, "continuers": l.continuers, "hours": l.afterHours, "inner": l.inner,
	} {
		if len(list) == 0 {
			t.Errorf("the list of %s is empty", name)
		}
		for w := range list {
			if len(w) > longestListed || name == "emoticons" && len(w) > longestEmoticon {
				t.Errorf("%s: %q is longer than what is looked for", name, w)
			}
			if w != strings.ToLower(w) && name != "units" && name != "emoticons" {
				t.Errorf("%s: %q is not in lower case", name, w)
			}
		}
	}
	for w := range l.abbreviation {
		if len(w) > longestAbbreviation || !strings.HasSuffix(w, ".") {
			t.Errorf("abbreviation %q is too long or has no full stop", w)
		}
	}
	for w, cuts := range l.contractions {
		if len(w) > longestContraction || !slices.IsSorted(cuts) || cuts[len(cuts)-1] >= len(w) {
			t.Errorf("contraction %q parts at %v", w, cuts)
		}
	}
}

// TestListsSorted holds each section of each file in order.
func TestListsSorted(t *testing.T) {
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		last := ""
		for line := range strings.Lines(file(strings.TrimSuffix(e.Name(), ".txt"))) {
			if strings.HasPrefix(line, "[") || strings.HasPrefix(line, "# ") {
				last = ""
				continue
			}
			words := strings.Fields(line)
			if e.Name() == "contractions.txt" {
				words = []string{strings.TrimSpace(line)}
			}
			for _, w := range words {
				if w <= last {
					t.Errorf("%s: %q stands after %q", e.Name(), w, last)
				}
				last = w
			}
		}
	}
}
