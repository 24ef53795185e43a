package score

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadLessons(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lessons.txt")
	lessons := "# for people\n\n[c: “It is so,”] [s12: Ann] [q1: said] and [q2: warned of] [c2: floods].\n[c2: “And snow.”]\n\nNobody spoke.\n"
	if err := os.WriteFile(path, []byte(lessons), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := ReadLessons(path)
	if err != nil || len(all) != 2 {
		t.Fatalf("ReadLessons = %v, %v, want two texts", all, err)
	}
	if want := "“It is so,” Ann said and warned of floods.\n\n“And snow.”"; all[0].Text != want || len(all[1].Attributions) != 0 {
		t.Errorf("ReadLessons = %q and %v, want %q and no attribution", all[0].Text, all[1], want)
	}
	var got []string
	for _, a := range all[0].Attributions {
		for _, s := range append(append(a.Source, a.Cue...), a.Content...) {
			got = append(got, all[0].Text[s.Start:s.End])
		}
	}
	if s, want := strings.Join(got, "|"), "Ann|said|“It is so,”|Ann|warned of|floods|“And snow.”"; s != want {
		t.Errorf("ReadLessons gives the parts %s, want %s", s, want)
	}
}

func TestReadLessonsRefuses(t *testing.T) {
	for situation, lesson := range map[string]string{
		"an open bracket":   "[s: Ann said",
		"no colon":          "[Ann] said it",
		"an unknown part":   "[x: Ann] [q: said] [c: it]",
		"no digit":          "[s-: Ann] [q: said] [c: it]",
		"a part in a part":  "[s: Ann [Lee] [q: said] [c: it]",
		"no content":        "[s: Ann] [q: said] it",
		"a part of another": "[s2: Ann] [q: said] [c: it]",
	} {
		if a, err := lessonOf(lesson); err == nil {
			t.Errorf("%s: lessonOf(%q) = %v, want an error", situation, lesson, a)
		}
	}
}
