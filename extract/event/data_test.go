package event

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
)

// TestData checks that the word lists name their source and are sorted.
func TestData(t *testing.T) {
	for name, file := range map[string]string{"triggers": triggerFile, "nouns": nounFile, "grammar": grammarFile} {
		if !strings.HasPrefix(file, "# ") {
			t.Errorf("data/%s.txt starts %.20q, want its source", name, file)
		}
	}
	for name, file := range map[string]string{"nouns": nounFile, "grammar": grammarFile} {
		for part := range strings.SplitSeq(file, "\n[") {
			heading, list, _ := strings.Cut(part, "]\n")
			list, _, _ = strings.Cut(list, "\n\n")
			if words := strings.Fields(list); !slices.IsSorted(words) || len(slices.Compact(words)) != len(strings.Fields(list)) {
				t.Errorf("data/%s.txt: [%s] is not sorted, or has a word twice", name, heading)
			}
		}
	}
}

// TestLists checks that the code asks for the lists that data/grammar.txt has,
// and for all of them.
func TestLists(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{}
	for _, f := range files {
		code, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`words\["(\w+)"\]`).FindAllSubmatch(code, -1) {
			asked[string(m[1])] = true
		}
	}
	for name := range asked {
		if len(words[name]) == 0 {
			t.Errorf("data/grammar.txt has no list %q", name)
		}
	}
	for name := range words {
		if !asked[name] {
			t.Errorf("data/grammar.txt: nothing asks for the list %q", name)
		}
	}
}

// TestFrames checks that every frame is of a kind, has its lemmas in order and
// an example behind it.
func TestFrames(t *testing.T) {
	shown := map[string]bool{}
	for _, e := range examples {
		shown[e.frame] = true
	}
	for line := range strings.Lines(triggerFile) {
		line = strings.TrimSpace(line)
		if line == "" || strings.ContainsAny(line[:1], "#[>") {
			continue
		}
		head, _, _ := strings.Cut(line, ":")
		fields := strings.Fields(head)
		if !slices.Contains([]string{"verb", "noun", "weak"}, fields[0]) || !slices.IsSorted(fields[1:]) {
			t.Errorf("data/triggers.txt: %q, want verb, noun or weak, and lemmas in order", line)
		}
		if !shown[line] {
			t.Errorf("data/triggers.txt: %q has no example", line)
		}
	}
	for lemma, list := range frames {
		for _, f := range list {
			if !slices.Contains(fact.EventKinds[:], f.kind) {
				t.Errorf("data/triggers.txt: %q is of kind %q, want one of fact.EventKinds", lemma, f.kind)
			}
		}
	}
}
