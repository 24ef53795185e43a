package article

import (
	"path/filepath"
	"strings"
	"testing"
)

// The first users' own texts, which have their day run into the first sentence.
func TestStory(t *testing.T) {
	files, err := filepath.Glob("../../../shared/story/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("../../../shared/story is not beside the repository")
	}
	for _, file := range files {
		a := readFile(t, file)
		want := strings.TrimSuffix(filepath.Base(file), ".txt")
		want = want[len(want)-len("2006-01-02"):]
		if a.Date() != want || a.PublishedFrom != "header" || strings.HasPrefix(a.Text, "date") || a.Language != "en" {
			t.Errorf("Read(%s) = %s from %q in %q, text %.40q; want %s from the header", file, a.Date(), a.PublishedFrom, a.Language, a.Text, want)
		}
		t.Logf("%s: %q by %q of %q: %.60q", file, a.Title, a.Byline, a.Outlet, a.Text)
	}
}
