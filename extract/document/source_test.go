package document

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPaths(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"b.txt": "Two words.", "a/x.txt": "One word.", "c.jsonl": "{\"text\":\"first\"}\nbad\n{\"text\":\"third\"}\n"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	missing := filepath.Join(dir, "missing")
	err := Paths(dir, missing)(func(d Document, err error) error {
		got = append(got, fmt.Sprint(d.Name, " ", err == nil))
		return nil
	})
	want := []string{"x.txt true", "b.txt true", "c.jsonl:1 true", "c.jsonl:2 false", "c.jsonl:3 true", missing + " false"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("Paths gives %q, %v, want %q", got, err, want)
	}
	if n := Count(context.Background(), dir); n != 3 {
		t.Errorf("Count = %d, want 3", n)
	}
}

func TestASourceStopsWhenTold(t *testing.T) {
	enough, given := errors.New("enough"), Document{Name: "given"}
	for name, source := range map[string]Source{
		"given":  Given(given, given),
		"stream": Stream(strings.NewReader("{\"text\":\"first\"}\n{\"text\":\"second\"}\n"), "a.jsonl", "a.jsonl"),
	} {
		n := 0
		err := source(func(Document, error) error { n++; return enough })
		if n != 1 || !errors.Is(err, enough) {
			t.Errorf("%s gave %d documents and %v, want one and to stop", name, n, err)
		}
	}
}
