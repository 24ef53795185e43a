package intake_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/store/intake"
)

func newArchive(t *testing.T) *store.Archive {
	t.Helper()
	a, err := store.Open(filepath.Join(t.TempDir(), "onrecord.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// folder has n small articles and a few files that cannot be read.
func folder(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"sub/empty.txt": "", "noise.bin": "\x00\x01\x02\x00", "silent.txt": "!!!"}
	for i := range n {
		files[fmt.Sprintf("sub/%04d.txt", i)] = fmt.Sprintf("date 2031-03-04 Ferry %d was late, said Ilse Maren on Monday.", i)
	}
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run brings source in and counts the outcomes.
func run(t *testing.T, ctx context.Context, a *store.Archive, source document.Source, each func(store.Item)) (map[string]int, error) {
	t.Helper()
	id, err := a.NewImport(context.Background(), "test", 0)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	err = intake.Run(ctx, a, id, source, func(x store.Item) {
		counts[x.Outcome]++
		each(x)
	})
	return counts, err
}

func TestOneBadFileStopsNothing(t *testing.T) {
	a := newArchive(t)
	dir := folder(t, 150)
	var failed []string
	counts, err := run(t, context.Background(), a, document.Paths(dir), func(x store.Item) {
		if x.Outcome == "failed" {
			failed = append(failed, x.Name+": "+x.Reason)
		}
	})
	if err != nil || counts["added"] != 150 || counts["failed"] != 3 {
		t.Errorf("Run = %v, %v, want 150 added and 3 failed", counts, err)
	}
	for _, name := range []string{"empty.txt", "noise.bin", "silent.txt"} {
		if !strings.Contains(strings.Join(failed, "\n"), name) {
			t.Errorf("the failures %q do not name %s", failed, name)
		}
	}
	if n := document.Count(context.Background(), dir); n != 153 {
		t.Errorf("Count = %d, want 153", n)
	}
}

// Stopped, what was read stays; run again, it goes on.
func TestStoppedAndResumed(t *testing.T) {
	a := newArchive(t)
	dir := folder(t, 600)
	ctx, stop := context.WithCancel(context.Background())
	counts, err := run(t, ctx, a, document.Paths(dir), func(store.Item) { stop() })
	if !errors.Is(err, context.Canceled) || counts["added"] == 0 || counts["added"] == 600 {
		t.Fatalf("a stopped Run = %v, %v, want some of 600 added", counts, err)
	}
	again, err := run(t, context.Background(), a, document.Paths(dir), func(store.Item) {})
	if err != nil || again["known"] < counts["added"] || again["known"]+again["added"] != 600 {
		t.Errorf("Run again = %v, %v, want the %d known and the rest added", again, err, counts["added"])
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	a, dir := newArchive(t), t.TempDir()
	if err := os.Symlink(folder(t, 5), filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	if counts, err := run(t, context.Background(), a, document.Paths(dir), func(store.Item) {}); err != nil || len(counts) != 0 {
		t.Errorf("Run = %v, %v, want nothing read through a link", counts, err)
	}
}

func TestRemarks(t *testing.T) {
	a := newArchive(t)
	plain := func(name, s string) document.Document {
		return document.Document{ID: name, Name: name, Source: "test", Format: document.Plain, Bytes: []byte(s)}
	}
	remarks := map[string]string{}
	_, err := run(t, context.Background(), a, document.Given(
		plain("undated", "The ferry was late, said Ilse Maren, and nobody on the quay was surprised by it."),
		plain("german", "date 2031-03-04 Der Hafen wird am Freitag geschlossen, sagte die Hafenmeisterin Ilse Maren am Montag vor der Presse in der Hauptstadt."),
	), func(x store.Item) { remarks[x.Name] = x.Reason })
	if err != nil || !strings.Contains(remarks["undated"], "No date") || !strings.Contains(remarks["german"], "English") {
		t.Errorf("Run remarks %q, %v, want a missing date and another language told of", remarks, err)
	}
}
