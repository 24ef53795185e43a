package web

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/store/sample"
)

// benchArticles is how many articles the archive of a benchmark has: 2,000, or
// what the variable ONRECORD_BENCH_ARTICLES says.
func benchArticles(b *testing.B) int {
	given := os.Getenv("ONRECORD_BENCH_ARTICLES")
	if given == "" {
		return 2000
	}
	n, err := strconv.Atoi(given)
	if err != nil || n <= 0 {
		b.Fatalf("ONRECORD_BENCH_ARTICLES=%q is no number of articles", given)
	}
	return n
}

// benchArchive is an archive of that many articles. It is made once where the
// variable ONRECORD_BENCH_ARCHIVE names a file to keep it in.
func benchArchive(b *testing.B) *store.Archive {
	b.Helper()
	path := os.Getenv("ONRECORD_BENCH_ARCHIVE")
	if path == "" {
		path = filepath.Join(b.TempDir(), "onrecord.sqlite")
	}
	archive, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { archive.Close() })
	there := 0
	if err := archive.View(b.Context(), func(tx *store.Tx) (err error) { there, err = tx.Articles(); return err }); err != nil {
		b.Fatal(err)
	}
	fillArchive(b, archive, there, benchArticles(b))
	return archive
}

// fill adds the articles from number first up to last: the sample story over
// and over, each time some days later and read with a little less confidence.
func fillArchive(b *testing.B, archive *store.Archive, first, last int) {
	b.Helper()
	story := readings(b)
	const batch = 500
	for from := first; from < last; from += batch {
		var arrivals []store.Arrival
		for n := from; n < min(from+batch, last); n++ {
			arrivals = append(arrivals, later(story[n%len(story)], n))
		}
		if _, err := archive.Add(context.Background(), arrivals); err != nil {
			b.Fatal(err)
		}
	}
}

// readings is the sample story as it is read.
func readings(b *testing.B) []store.Arrival {
	var story []store.Arrival
	for _, d := range sample.Documents() {
		a, err := article.Read(d)
		if err != nil {
			b.Fatal(err)
		}
		story = append(story, store.Arrival{Document: d, Article: *a, Facts: extract.Facts(a), Version: extract.Version})
	}
	return story
}

// later is an article as the nth one.
func later(a store.Arrival, n int) store.Arrival {
	a.Document.Bytes = fmt.Appendf(nil, "%d\n%s", n, a.Document.Bytes)
	a.Document.Source = "test"
	a.Article.Published = time.Date(2011, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n/20)
	a.Article.Title = fmt.Sprintf("%s (%d)", a.Article.Title, n)
	statements := make([]fact.Statement, len(a.Facts.Statements))
	for i, s := range a.Facts.Statements {
		s.Confidence *= 1 - float64(n%97)/10000
		statements[i] = s
	}
	a.Facts.Statements = statements
	return a
}

// BenchmarkReview reviews suggestions as the keys of a browser do: it sends the
// form, follows to the next suggestion and takes its page. What is measured is
// how long the browser waits for that, of every order, and for the pages around.
func BenchmarkReview(b *testing.B) {
	browser := browserOf(b, benchArchive(b))
	who := browser.mostQuoted()
	for _, c := range []struct{ name, at string }{
		{"reading order", "/review?kind=statement"},
		{"least sure first", "/review?kind=statement&order=unsure"},
		{"events", "/review?kind=event"},
		{"a person", "/review?who=" + who},
		{"a person, least sure first", "/review?order=unsure&who=" + who},
	} {
		b.Run(c.name, func(b *testing.B) { browser.reviewed(b, c.at) })
	}
	for _, c := range []struct{ name, at string }{
		{"opening the queue", "/review"},
		{"opening it for a person, least sure first", "/review?order=unsure&who=" + who},
		{"what would be accepted together", "/review/batch?kind=statement&one=state&two=direct&above=0.8"},
	} {
		b.Run(c.name, func(b *testing.B) {
			var waited []time.Duration
			for b.Loop() {
				began := time.Now()
				browser.get(c.at)
				waited = append(waited, time.Since(began))
			}
			report(b, waited)
		})
	}
}

// reviewed reviews a suggestion a turn: it accepts, rejects, skips and takes
// back.
func (b *browser) reviewed(t *testing.B, at string) {
	b.t = t
	page := b.start(at)
	var waited []time.Duration
	for i := 0; t.Loop(); i++ {
		act := [...]string{"accept", "reject", "accept", "skip", "accept", "undo"}[i%6]
		began := time.Now()
		page = b.press(page, act)
		waited = append(waited, time.Since(began))
		if inHand(page) == "" {
			t.Fatalf("after %d suggestions none is in hand", i)
		}
	}
	report(t, waited)
}

// report says how long was waited for half of the answers at most, and for
// nineteen of twenty.
func report(b *testing.B, waited []time.Duration) {
	slices.Sort(waited)
	at := func(share float64) float64 {
		return float64(waited[int(share*float64(len(waited)-1)+0.5)].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "ms-p50")
	b.ReportMetric(at(0.95), "ms-p95")
	b.ReportMetric(0, "ns/op")
}

// mostQuoted is the number of who says most in the archive.
func (b *browser) mostQuoted() string {
	b.t.Helper()
	var most store.Entity
	err := b.archive.View(b.t.Context(), func(tx *store.Tx) error {
		all, err := tx.Speakers("person", "", 20)
		for _, e := range all {
			if e.Statements > most.Statements {
				most = e
			}
		}
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return strconv.FormatInt(most.ID, 10)
}
