package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// newArchive is an empty archive that is closed when the test ends.
func newArchive(t *testing.T) *Archive {
	t.Helper()
	a, err := Open(filepath.Join(t.TempDir(), "onrecord.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// harbour is a small article with one statement by Ilse Maren.
func harbour(words string) Arrival {
	body := "Ilse Maren said the harbour would close. " + words
	at := func(s string) text.Span { i := strings.Index(body, s); return text.Span{Start: i, End: i + len(s)} }
	return Arrival{
		Document: document.Document{ID: "harbour", Name: "harbour.txt", Source: "test", Format: document.Plain, Bytes: []byte(body)},
		Article: article.Article{Title: "Harbour to close", Outlet: "Coast Courier", Language: "en", Text: body,
			Published: time.Date(2031, 3, 4, 0, 0, 0, 0, time.UTC), PublishedFrom: "header"},
		Facts: fact.Facts{
			Entities: []fact.Entity{{ID: 1, Name: "Ilse Maren", Kind: fact.Person, Role: "harbour master",
				Mentions: []fact.Mention{{Span: at("Ilse Maren"), How: fact.ByName}}}},
			Statements: []fact.Statement{{ID: 1, Content: []text.Span{at("the harbour would close")}, Cue: []text.Span{at("said")},
				Source: []text.Span{at("Ilse Maren")}, Speaker: 1, Form: fact.Indirect, Act: fact.State, Rule: "test", Confidence: 0.9}},
		},
		Version: 1,
	}
}

// add puts finds in and gives the article ids.
func add(t *testing.T, a *Archive, arrivals ...Arrival) []int64 {
	t.Helper()
	added, err := a.Add(context.Background(), arrivals)
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]int64, len(added))
	for i, x := range added {
		ids[i] = x.Article
	}
	return ids
}

// whole fails the test unless check finds nothing wrong.
func whole(t *testing.T, a *Archive) {
	t.Helper()
	h, err := a.Check(context.Background(), nil)
	if err != nil || len(h.Wrong) > 0 {
		t.Fatalf("Check = %q, %v, want nothing wrong", h.Wrong, err)
	}
}

func TestOpenMakesOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "onrecord.sqlite")
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	add(t, a, harbour(""))
	whole(t, a)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("after Close the folder holds %v, want the archive alone", left)
	}
	for p, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", p, info.Mode().Perm(), want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	made := filepath.Join(t.TempDir(), "made.sqlite")
	a, err := Open(made)
	if err != nil {
		t.Fatal(err)
	}
	add(t, a, harbour(""))
	a.Close()
	good, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	change := func(at int, to ...byte) []byte {
		b := bytes.Clone(good)
		copy(b[at:], to)
		return b
	}
	middle := bytes.Clone(good)
	for i := 4096; i < 12*4096; i++ {
		middle[i] ^= 0x5a
	}
	for name, c := range map[string]struct {
		bytes []byte
		want  error
	}{
		"an empty file":            {nil, ErrForeign},
		"a text file":              {[]byte(strings.Repeat("not a database ", 99)), ErrForeign},
		"a database of another":    {change(68, 1, 2, 3, 4), ErrForeign},
		"a newer schema":           {change(60, 0, 0, 0, 99), ErrVersion},
		"a truncated archive":      {good[:4096*5], ErrDamaged},
		"pages that make no sense": {middle, ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "onrecord.sqlite")
			if err := os.WriteFile(path, c.bytes, 0o600); err != nil {
				t.Fatal(err)
			}
			if a, err := Open(path); !errors.Is(err, c.want) {
				a.Close()
				t.Errorf("Open = %v, want %v", err, c.want)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(after, c.bytes) {
				t.Error("Open changed a file it refused")
			}
		})
	}
}

func TestOpenMakesNoBlankOverAMissingOne(t *testing.T) {
	a := newArchive(t)
	add(t, a, harbour(""))
	if _, err := a.BackupNow(context.Background()); err != nil {
		t.Fatal(err)
	}
	a.Close()
	os.Remove(a.Path())
	if _, err := Open(a.Path()); !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "onrecord restore") {
		t.Errorf("Open = %v, want ErrMissing that names the backup", err)
	}
}

func TestReadOnly(t *testing.T) {
	a := newArchive(t)
	add(t, a, harbour(""))
	ro, err := OpenReadOnly(a.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer ro.Close()
	if _, err := ro.Add(context.Background(), []Arrival{harbour("x")}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Add on a read-only archive = %v, want ErrReadOnly", err)
	}
	whole(t, ro)
}

func TestTheSameBytesAreOneArticle(t *testing.T) {
	a := newArchive(t)
	first := add(t, a, harbour(""), harbour("More."))
	again, err := a.Add(context.Background(), []Arrival{harbour("")})
	if err != nil || !again[0].Known || again[0].Article != first[0] {
		t.Errorf("Add again = %+v, %v, want known article %d", again, err, first[0])
	}
	if first[1] != first[0]+1 {
		t.Errorf("two articles of one day have ids %v, want neighbours", first)
	}
}

func TestOriginalIsKeptToTheByte(t *testing.T) {
	a := newArchive(t)
	f := harbour("")
	f.Document.Bytes = []byte("\xff\x00\r\n any bytes \xfe")
	id := add(t, a, f)[0]
	err := a.View(context.Background(), func(tx *Tx) error {
		got, _, err := tx.Original(id)
		if !bytes.Equal(got, f.Document.Bytes) {
			t.Errorf("Original = %q, want %q", got, f.Document.Bytes)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
