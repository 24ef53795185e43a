package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/score"
	"onrecord/extract/score/gold"
)

// story is the article in the file at path and its gold list, which lies
// beside it.
func story(t *testing.T, path string) (*article.Article, *gold.List) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var opened document.Document
	err = document.Open(file, filepath.Base(path), "test", func(d document.Document, err error) error {
		opened = d
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Read(opened)
	if err != nil {
		t.Fatal(err)
	}
	g, err := gold.Read(strings.TrimSuffix(path, ".txt") + ".gold.json")
	if err != nil {
		t.Fatal(err)
	}
	return a, g
}

// TestStories holds the amounts, events and positions of articles from six
// desks (foreign, local, business, sport, war, court) over floors. With -v it
// prints all figures and what is missing, wrong or too much.
func TestStories(t *testing.T) {
	paths, err := filepath.Glob("testdata/stories/*.txt")
	if err != nil || len(paths) != 6 {
		t.Fatalf("%d articles in testdata/stories (%v), want 6", len(paths), err)
	}
	var all gold.Scores
	for _, path := range paths {
		a, g := story(t, path)
		if a.Title != g.Article.Title || a.Outlet != g.Article.Outlet || a.Date() != g.Article.Published || a.Language != g.Article.Language {
			t.Errorf("%s: %q by %q of %s in %q, want %+v", path, a.Title, a.Outlet, a.Date(), a.Language, g.Article)
		}
		for _, wrong := range g.Astray(a.Text) {
			t.Errorf("%s: %s", path, wrong)
		}
		f := extract.Facts(a)
		s := g.Score(a.Text, &f)
		t.Logf("%s:\n  %s", path, strings.Join(s.Misses, "\n  "))
		all = all.Add(s)
	}
	t.Logf("all six:\n%v", all)
	for _, c := range []struct {
		figure    string
		count     score.Count
		right     int
		precision float64
	}{
		{"amounts", all.Amounts, 41, 100},
		{"units of amounts", all.Units, 37, 94},
		{"bounds of amounts", all.Bounds, 6, 100},
		{"what is measured by amounts", all.Of, 5, 100},
		{"places of amounts", all.AmountPlaces, 2, 100},
		{"speakers of amounts", all.Speakers, 3, 75},
		{"events", all.Events, 33, 94},
		{"mentions of events", all.Mentions, 35, 100},
		{"participants of events", all.Who, 15, 71},
		{"places of events", all.Where, 11, 100},
		{"times of events", all.When, 24, 100},
		{"statuses of events", all.Status, 32, 96},
		{"positions", all.Positions, 17, 68},
	} {
		if c.count.Right < c.right || c.count.Precision() < c.precision {
			t.Errorf("%d %s of the stories are right, precision %.1f, want at least %d, %.1f", c.count.Right, c.figure, c.count.Precision(), c.right, c.precision)
		}
	}
}
