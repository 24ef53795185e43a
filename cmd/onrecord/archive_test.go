package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// story is a folder with three articles, a folder in it, a link out of it and
// a file that is no article.
func story(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, "2031-04-02-ferry.txt", "Ferry will sail, harbour master says\n\nHarbour master Ilka Venn said on Wednesday that the ferry to Ostrava Bay would sail on Friday.\n")
	write(t, folder, "more/2031-04-03-strike.html", "<html><head><title>Strike at the quay</title></head><body><article><h1>Strike at the quay</h1><p>The dockers’ union of Lower Quill said its members would walk out on Thursday, and that no date had been set for their return.</p></article></body></html>")
	write(t, folder, "more/lines.jsonl", `{"id":"x","title":"Talks","text":"Mayor Odo Brandt said the talks had failed.","published":"2031-04-04"}`+"\n")
	write(t, folder, "broken.pdf", "%PDF-1.7\n\x00\x01\x02\x03")
	outside := write(t, t.TempDir(), "secret.txt", "Nobody should find these words.\n")
	if err := os.Symlink(outside, filepath.Join(folder, "link.txt")); err != nil {
		t.Fatal(err)
	}
	return folder
}

// counts is the last line of an import.
func counts(added, known, failed int) string {
	return fmt.Sprintf("%d added, %d known already, %d failed.\n", added, known, failed)
}

func TestImportSearchBackupRestore(t *testing.T) {
	folder := t.TempDir()
	archive := filepath.Join(folder, "a.sqlite")
	in := func(args ...string) outcome { return onrecord("", append(args, "--archive", archive)...) }

	o := in("import", story(t))
	if o.code != exitFailed || o.out != counts(3, 0, 1) || !strings.Contains(o.err, "broken.pdf") {
		t.Errorf("import = %d, %q, %q, want 3 added and broken.pdf failed", o.code, o.out, o.err)
	}
	if left := files(t, folder); len(left) != 1 {
		t.Errorf("import left %q, want the archive alone", left)
	}
	if o := in("import", story(t)); o.out != counts(0, 3, 1) {
		t.Errorf("the same import again said %q, want all known", o.out)
	}
	if o := in("search", "harbour", "ferry").done(t); !strings.Contains(o.out, "harbour master says") {
		t.Errorf("search printed %q, want the harbour master's words", o.out)
	}
	if o := in("search", "nobody").done(t); !strings.Contains(o.out, "Nothing was found") {
		t.Errorf("search found what lies behind the link: %q", o.out)
	}
	if o := in("check").done(t); !strings.Contains(o.out, "whole") {
		t.Errorf("check said %q", o.out)
	}

	backup := filepath.Join(t.TempDir(), "kept.sqlite")
	in("backup", backup).done(t)
	if o := in("backup", backup); o.code != exitFailed || !strings.Contains(o.err, "there already") {
		t.Errorf("a backup over another = %d, %q, want %d", o.code, o.err, exitFailed)
	}
	if err := os.WriteFile(archive, []byte("damage"), 0o600); err != nil {
		t.Fatal(err)
	}
	if o := in("check"); o.code != exitFailed {
		t.Errorf("check of a damaged archive = %d, want %d", o.code, exitFailed)
	}
	in("restore", backup).done(t)
	if o := in("search", "harbour").done(t); !strings.Contains(o.out, "harbour master says") {
		t.Errorf("after a restore search printed %q", o.out)
	}
}

func TestSearchJSON(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "a.sqlite")
	onrecord("", "import", story(t), "--archive", archive)
	o := onrecord("", "search", "talks", "--json", "--archive", archive).done(t)
	var r result
	if err := json.Unmarshal([]byte(o.out), &r); err != nil {
		t.Fatalf("%v: %s", err, o.out)
	}
	if len(r.Articles) != 1 || r.Articles[0].Title != "Talks" || r.Articles[0].Published != "2031-04-04" {
		t.Fatalf("search --json = %+v, want the one article on the talks", r.Articles)
	}
	hit := r.Articles[0]
	for _, m := range hit.Matched {
		if word := string([]rune(hit.Line)[m[0]:m[1]]); !strings.EqualFold(word, "talks") {
			t.Errorf("what matched is %q, want talks", word)
		}
	}
	if len(hit.Matched) == 0 {
		t.Errorf("nothing is said to have matched in %q", hit.Line)
	}
	for _, query := range []string{`"`, `AND OR NOT`, "*", "-", "speaker:", "a\x00b", strings.Repeat("word ", 5000)} {
		if o := onrecord("", "search", "--json", "--archive", archive, "--", query); o.code != exitDone || !json.Valid([]byte(o.out)) {
			t.Errorf("search %.20q = %d, %q, want a result", query, o.code, o.err)
		}
	}
}

func TestUnmarked(t *testing.T) {
	const on, off = "\uFDD0", "\uFDD1"
	for _, test := range []struct {
		in, want string
		matched  [][2]int
	}{
		{"", "", [][2]int{}},
		{"no match", "no match", [][2]int{}},
		{"a " + on + "match" + off + " here", "a match here", [][2]int{{2, 7}}},
		{on + "é" + off + on + "語" + off, "é語", [][2]int{{0, 1}, {1, 2}}},
		{on + "open", "open", [][2]int{}},
	} {
		got, matched := unmarked(test.in)
		if got != test.want || !slices.Equal(matched, test.matched) {
			t.Errorf("unmarked(%q) = %q, %v, want %q, %v", test.in, got, matched, test.want, test.matched)
		}
	}
}

func TestCommandsBesideTheRunningProgram(t *testing.T) {
	folder := t.TempDir()
	archive := filepath.Join(folder, "a.sqlite")
	in := func(args ...string) outcome { return onrecord("", append(args, "--archive", archive)...) }
	p := start(t, "", "--archive", archive, "--no-browser")
	launch := p.find(t, aLaunch)

	o := in("import", story(t))
	if o.code != exitFailed || o.out != counts(3, 0, 1) || !strings.Contains(o.err, "broken.pdf") {
		t.Errorf("import = %d, %q, %q, want 3 added and broken.pdf failed", o.code, o.out, o.err)
	}
	if o := in("import", story(t), "nowhere"); o.out != counts(0, 3, 2) || !strings.Contains(o.err, "nowhere cannot be read") {
		t.Errorf("the same import again said %q, %q, want all known and nowhere failed", o.out, o.err)
	}
	if o := onrecord("The tide came in, the pilot said.\n", "import", "-", "--archive", archive); o.out != counts(1, 0, 0) {
		t.Errorf("import - said %q, %q, want one added", o.out, o.err)
	}
	if o := in("search", "ferry").done(t); !strings.Contains(o.out, "harbour master says") {
		t.Errorf("search printed %q, want the harbour master's words", o.out)
	}
	in("check").done(t)
	backup := filepath.Join(t.TempDir(), "kept.sqlite")
	in("backup", backup).done(t)
	if o := in("restore", backup); o.code != exitFailed || !strings.Contains(o.err, "quit it") {
		t.Errorf("restore under a running program = %d, %q, want a refusal", o.code, o.err)
	}
	if got := get(t, launch); got != http.StatusOK {
		t.Errorf("the launch address after all that = %d, want %d", got, http.StatusOK)
	}
	p.end(t, syscall.SIGTERM)
	if left := files(t, folder); len(left) != 1 {
		t.Errorf("after all that there are %q, want the archive alone", left)
	}
}

func TestExport(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "a.sqlite")
	onrecord("", "import", story(t), "--archive", archive)
	for _, test := range []struct {
		query    string
		articles []string // titles in order
	}{
		{"", []string{"Ferry will sail, harbour master says", "Strike at the quay", "Talks"}},
		{"talks", []string{"Talks"}},
		{"nothing-like-it", nil},
	} {
		o := onrecord("", "export", "--format", "json", "--archive", archive, test.query).done(t)
		var all struct {
			Articles []struct {
				Article  struct{ Title, Text string }
				Document struct{ SHA256 string }
			}
			Claims []any
		}
		if err := json.Unmarshal([]byte(o.out), &all); err != nil {
			t.Fatalf("export %q: %v: %s", test.query, err, o.out)
		}
		var titles []string
		for _, a := range all.Articles {
			titles = append(titles, a.Article.Title)
			if len(a.Document.SHA256) != 64 || a.Article.Text == "" {
				t.Errorf("export %q: %q lacks its text or sum", test.query, a.Article.Title)
			}
		}
		slices.Sort(titles) // the page without a date counts as of today
		if !slices.Equal(titles, test.articles) || all.Claims == nil {
			t.Errorf("export %q has %q and claims %v, want %q and a list", test.query, titles, all.Claims, test.articles)
		}
		o = onrecord("", "export", "--format", "markdown", "--archive", archive, test.query).done(t)
		if n := strings.Count(o.out, "\n## ") + strings.Count(o.out[:min(3, len(o.out))], "## "); n != len(test.articles) {
			t.Errorf("export %q as Markdown has %d articles, want %d", test.query, n, len(test.articles))
		}
		o = onrecord("", "export", "--format", "csv", "--archive", archive, test.query).done(t)
		rows, err := csv.NewReader(strings.NewReader(o.out)).ReadAll()
		if err != nil || !slices.Contains(rows[0], "speaker") {
			t.Errorf("export %q as CSV = %v, %v, want the columns and their rows", test.query, rows, err)
		}
	}
}
