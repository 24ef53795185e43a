package article

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"onrecord/extract/document"
)

var update = flag.Bool("update", false, "write what is read into the .want files of testdata")

// formats are those of the inputs in testdata by their endings.
var formats = map[string]document.Format{
	".txt": document.Plain, ".md": document.Markdown, ".html": document.HTML, ".json": document.JSONLine,
}

// shown is a as the .want files have it.
func shown(a *Article) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("title", a.Title)
	field("byline", strings.Join(a.Byline, "; "))
	field("outlet", a.Outlet)
	field("url", a.URL)
	if !a.Published.IsZero() {
		field("published", a.Date()+" from "+a.PublishedFrom)
	}
	field("language", a.Language)
	return b.String() + "\n" + a.Text + "\n"
}

// inputs calls each with every pair of input and .want in testdata; what each
// returns is the new .want.
func inputs(tb testing.TB, each func(file, name string, in, want []byte) []byte) {
	tb.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no testdata: %v", err)
	}
	for _, path := range files {
		archive, err := txtar.ParseFile(path)
		if err != nil || len(archive.Files)%2 != 0 {
			tb.Fatalf("%s is not pairs of input and .want: %v", path, err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			in, want := archive.Files[i], &archive.Files[i+1]
			if strings.TrimSuffix(in.Name, filepath.Ext(in.Name))+".want" != want.Name {
				tb.Fatalf("%s: %s is followed by %s", path, in.Name, want.Name)
			}
			want.Data = each(filepath.Base(path), in.Name, in.Data, want.Data)
		}
		if *update {
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				tb.Fatal(err)
			}
		}
	}
}

func TestCases(t *testing.T) {
	inputs(t, func(file, name string, in, want []byte) []byte {
		got := ""
		t.Run(file+"/"+name, func(t *testing.T) {
			a, err := Read(document.Document{Name: name, Format: formats[filepath.Ext(name)], Bytes: in})
			if err != nil {
				t.Fatalf("Read(%q) = %v, want an article", in, err)
			}
			if got = shown(a); got != string(want) && !*update {
				t.Errorf("Read(%q)\n= %s\nwant %s", in, got, want)
			}
		})
		return []byte(got)
	})
}
