package article

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"onrecord/extract/document"
)

// pages is where the public benchmarks of saved pages lie beside the
// repository.
const pages = "../../../shared/corpora/pages"

// A gold page is what people read out of a saved page.
type gold struct {
	File, URL, Text, Title, Author, Date string
}

// goldPages are the pages of one benchmark by name; the test is skipped when
// they are not there.
func goldPages(tb testing.TB, name string) map[string]gold {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join(pages, name))
	if os.IsNotExist(err) {
		tb.Skipf("%s is not beside the repository", pages)
	}
	all := map[string]gold{}
	if err == nil {
		err = json.Unmarshal(b, &all)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// readFile reads the one article in a file; it is empty when the page saved is
// not one.
func readFile(tb testing.TB, path string) *Article {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close() // read only
	var a *Article
	err = document.Open(f, filepath.Base(path), path, func(d document.Document, err error) error {
		if err == nil {
			a, err = Read(d)
		}
		return err
	})
	if errors.Is(err, ErrNoWords) {
		return &Article{}
	}
	if err != nil {
		tb.Fatalf("Read(%s) = %v, want an article", path, err)
	}
	return a
}

var wordPattern = regexp.MustCompile(`[\pL\pN_]+`)

// shingles are the runs of four words in text with how often each occurs.
func shingles(text string) map[string]int {
	words := wordPattern.FindAllString(text, -1)
	bag := map[string]int{}
	for i := 0; len(words) > 0 && i < max(1, len(words)-3); i++ {
		bag[strings.Join(words[i:min(i+4, len(words))], " ")]++
	}
	return bag
}

// overlap is the share of found that is in want and of want that was found.
func overlap(found, want map[string]int) (precision, recall float64) {
	shared, nFound, nWant := 0, 0, 0
	for s, n := range found {
		nFound += n
		shared += min(n, want[s])
	}
	for _, n := range want {
		nWant += n
	}
	return float64(shared) / float64(max(1, nFound)), float64(shared) / float64(max(1, nWant))
}

// The floor lies a little under what is reached; -v lists the worst pages.
func TestBodies(t *testing.T) {
	all := goldPages(t, "body.json")
	var precision, recall float64
	for id, want := range all {
		a := readFile(t, filepath.Join(pages, want.File))
		if a.Text == "" {
			t.Errorf("Read(%s) found no words, want an article", want.File)
		}
		found := shingles(a.Text)
		p, r := overlap(found, shingles(want.Text))
		if p < 0.8 || r < 0.8 {
			t.Logf("%s: precision %.3f, recall %.3f of %s", id, p, r, want.URL)
		}
		precision, recall = precision+p, recall+r
	}
	n := float64(len(all))
	precision, recall = precision/n, recall/n
	f := 2 * precision * recall / (precision + recall)
	t.Logf("body of %d pages: precision %.4f, recall %.4f, F1 %.4f", len(all), precision, recall, f)
	if f < 0.968 {
		t.Errorf("the bodies of %d pages have F1 %.4f, want at least 0.968", len(all), f)
	}
}

// plainWords are the words of s in lower case, as the scorer compares them.
func plainWords(s string) string {
	return strings.Join(wordPattern.FindAllString(strings.ToLower(s), -1), " ")
}

func TestMetadata(t *testing.T) {
	floors := map[string]float64{"title": 0.73, "author": 0.57, "date": 0.86}
	want, right, given := map[string]int{}, map[string]int{}, map[string]int{}
	for id, page := range goldPages(t, "meta.json") {
		a := readFile(t, filepath.Join(pages, page.File))
		for field, pair := range map[string][2]string{
			"title": {page.Title, a.Title}, "author": {page.Author, strings.Join(a.Byline, " ")}, "date": {page.Date, a.Date()},
		} {
			if pair[0] == "" {
				continue
			}
			want[field]++
			if pair[1] != "" {
				given[field]++
			}
			if plainWords(pair[0]) == plainWords(pair[1]) {
				right[field]++
			} else {
				t.Logf("%s of %s: %q (%s), want %q", field, id, pair[1], a.PublishedFrom, pair[0])
			}
		}
	}
	for field, floor := range floors {
		exact := float64(right[field]) / float64(want[field])
		t.Logf("%s: %d of %d right (%.4f), %d given", field, right[field], want[field], exact, given[field])
		if exact < floor {
			t.Errorf("%s is right on %.4f of the pages, want at least %.2f", field, exact, floor)
		}
	}
}
