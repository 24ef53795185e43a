package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/store/sample"
)

// story is the sample story as it is imported.
func story(t testing.TB) []Arrival {
	t.Helper()
	var all []Arrival
	for _, d := range sample.Documents() {
		read, err := article.Read(d)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, Arrival{d, *read, extract.Facts(read), extract.Version})
	}
	return all
}

// another is an arrival as another article, which calls every third name
// otherwise.
func another(a Arrival, n int) Arrival {
	a.Document.Bytes = fmt.Appendf(slices.Clone(a.Document.Bytes), "\n%d", n)
	a.Facts.Entities = slices.Clone(a.Facts.Entities)
	for i := range a.Facts.Entities {
		if e := &a.Facts.Entities[i]; i%3 == 0 {
			e.Name = fmt.Sprintf("%s %d", e.Name, n*7919%20000)
		}
	}
	return a
}

// BenchmarkAdd adds the sample story over and over, eight articles at a time,
// with other names in it.
func BenchmarkAdd(b *testing.B) {
	a, err := Open(b.TempDir() + "/onrecord.sqlite")
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	first := story(b)
	n := 0
	for b.Loop() {
		batch := make([]Arrival, len(first))
		for i := range first {
			n++
			batch[i] = another(first[i], n)
		}
		if _, err := a.Add(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
	}
}
