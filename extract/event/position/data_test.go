package position

import (
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
)

// TestGroups checks that every group of words says what the rules read and has
// an example, and that its words are in order.
func TestGroups(t *testing.T) {
	var names []string
	for line := range strings.Lines(takerFile) {
		key, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case strings.HasPrefix(line, "["):
			checkGroup(t, strings.Trim(strings.TrimSpace(line), "[]"))
			name, _, _ := strings.Cut(line, " |")
			names = append(names, name)
		case ok && !strings.HasPrefix(line, "#") && key != "example" && !slices.IsSorted(strings.Fields(rest)):
			t.Errorf("data/takers.txt: %q is not sorted", line)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("data/takers.txt: groups %q are not sorted", names)
	}
	for class, words := range takers().words {
		if !slices.Contains([]string{"verbs", "nouns", "adjectives", "prepositions"}, class) {
			t.Errorf("data/takers.txt has words of class %q", class)
		}
		for w, views := range words {
			for i, v := range views {
				if slices.ContainsFunc(views[:i], func(u view) bool { return u.place == v.place }) {
					t.Errorf("data/takers.txt: %q has two readings at %q", w, v.place)
				}
			}
		}
	}
}

// checkGroup checks a heading: a name, an act, places with their stances, and
// that an example goes with it.
func checkGroup(t *testing.T, heading string) {
	views := readGroup(heading)
	if len(views) == 0 {
		t.Errorf("data/takers.txt: group %q, want a name, an act and places", heading)
		return
	}
	for _, v := range views {
		if v.place == "" || v.plain == 0 && v.negated == 0 || !slices.Contains(fact.Acts[:], v.act) {
			t.Errorf("data/takers.txt: group %q has %+v", heading, v)
		}
	}
	if !slices.ContainsFunc(takers().examples, func(e example) bool { return e.group == views[0].group }) {
		t.Errorf("data/takers.txt: group %q has no example", heading)
	}
}

// TestSorted checks that the lists are in order and say where they are from.
func TestSorted(t *testing.T) {
	for name, file := range map[string]string{"takers": takerFile, "words": wordFile} {
		if !strings.HasPrefix(file, "# ") {
			t.Errorf("data/%s.txt starts %.20q, want its source", name, file)
		}
	}
	for _, s := range sections {
		if w := strings.Fields(section(s.name)); !slices.IsSorted(w) || len(w) == 0 {
			t.Errorf("section %q of data/words.txt is not sorted, or empty", s.name)
		}
	}
}
