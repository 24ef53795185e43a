package name

import (
	"path/filepath"
	"testing"

	"onrecord/extract/score"
	"onrecord/extract/text"
)

// A corefFloor is the least share of the references of a class that is to be
// linked right, in percent of what is linked and of what has a name.
type corefFloor struct {
	genre             string
	class             score.Class
	precision, recall float64
}

// TestCoref holds the pronouns and descriptions that are linked to the right
// person above a floor: on the news of GUM, its lives of people and interviews.
func TestCoref(t *testing.T) {
	for _, c := range []struct {
		file   string
		floors []corefFloor
	}{
		{"gum.dev.jsonl", []corefFloor{
			{"news", score.He, 86, 94}, {"bio", score.He, 88, 88}, {"interview", score.He, 88, 88},
			{"news", score.Described, 60, 30},
		}},
		{"gum.train.jsonl", []corefFloor{
			{"news", score.He, 81, 85}, {"bio", score.He, 90.5, 91}, {"interview", score.He, 82, 81},
			{"news", score.Described, 66, 36}, {"news", score.It, 60, 22},
		}},
	} {
		path := filepath.Join(shared, "corpora/names", c.file)
		all, err := score.CorefFile(path, inText)
		if err != nil {
			t.Skipf("no corpus to measure on: %v", err)
		}
		for _, f := range c.floors {
			of := ofGenre(all, f.genre)
			got := score.CountLinks(of, f.class)
			t.Logf("%-15s %-9s %-6s %v: %d right, %d wrong, %d left", c.file, f.genre, f.class, got, got.Right, got.Found-got.Right, left(of, f.class))
			if got.Precision() < f.precision || got.Recall() < f.recall {
				t.Errorf("%s %s %s: %v, want P %.1f, R %.1f", c.file, f.genre, f.class, got, f.precision, f.recall)
			}
		}
		logLinks(t, path)
	}
}

func ofGenre(all []score.Reference, genre string) (of []score.Reference) {
	for _, r := range all {
		if r.Genre == genre {
			of = append(of, r)
		}
	}
	return of
}

// left counts the references of a class whose name is known and that are not linked.
func left(all []score.Reference, class score.Class) (n int) {
	for _, r := range all {
		if r.Class == class && r.Want != "" && r.Linked == "" {
			n++
		}
	}
	return n
}

// logLinks prints the references in the news at path that are not linked right.
func logLinks(t *testing.T, path string) {
	if !testing.Verbose() {
		return
	}
	docs, err := score.ReadDocuments(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if d.Genre != "news" {
			continue
		}
		for _, r := range score.Coref(d, inText(text.Of(d.Text))) {
			if !r.Right && (r.Want != "" || r.Linked != "") && r.Class != score.They {
				t.Logf("%s: %s is %q, want %q in %q", d.ID, r.Class, r.Linked, r.Want, around(d.Text, r.Span))
			}
		}
	}
}
