package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// asProgram in the environment makes the test binary the program itself.
const asProgram = "ONRECORD_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// An outcome is what a command left on the terminal.
type outcome struct {
	code     int
	out, err string
}

// onrecord runs a command to its end, with stdin to read.
func onrecord(stdin string, args ...string) outcome {
	var out, err bytes.Buffer
	code := run(context.Background(), args, strings.NewReader(stdin), &out, &err)
	return outcome{code, out.String(), err.String()}
}

// done fails the test unless the command did what it should.
func (o outcome) done(t *testing.T) outcome {
	t.Helper()
	if o.code != exitDone {
		t.Fatalf("exit code %d, want %d; on stderr: %s", o.code, exitDone, o.err)
	}
	return o
}

// write makes a file in a folder and gives its path.
func write(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestUsage(t *testing.T) {
	empty := write(t, t.TempDir(), "empty.txt", "")
	for _, test := range []struct {
		situation string
		args      []string
		code      int
		says      string // on standard error, or for code 0 on standard output
	}{
		{"help", []string{"--help"}, exitDone, "import"},
		{"help on a command", []string{"extract", "--help"}, exitDone, "--jsonl"},
		{"version", []string{"version"}, exitDone, "SQLite"},
		{"no such command", []string{"publish"}, exitUsage, "publish"},
		{"no such flag", []string{"--colour"}, exitUsage, "--colour"},
		{"a flag of another command", []string{"version", "--no-browser"}, exitUsage, "--no-browser"},
		{"nothing to extract from", []string{"extract"}, exitUsage, "file"},
		{"nothing to search for", []string{"search"}, exitUsage, "query"},
		{"no such format", []string{"export", "--format", "papyrus"}, exitUsage, "papyrus"},
		{"a port that is no number", []string{"--port", "http"}, exitUsage, "port"},
		{"a file that is not there", []string{"extract", "nowhere.txt"}, exitFailed, "nowhere.txt cannot be read"},
		{"a folder", []string{"extract", t.TempDir()}, exitFailed, "is a folder"},
		{"an empty file", []string{"extract", empty}, exitFailed, "empty"},
		{"no archive yet", []string{"search", "--archive", filepath.Join(t.TempDir(), "a.sqlite"), "rain"}, exitFailed, "no archive"},
		{"a foreign file as archive", []string{"check", "--archive", write(t, t.TempDir(), "a.sqlite", "notes")}, exitFailed, "not an archive"},
	} {
		t.Run(test.situation, func(t *testing.T) {
			o := onrecord("", test.args...)
			if o.code != test.code {
				t.Errorf("run(%q) = %d, want %d", test.args, o.code, test.code)
			}
			said := o.err
			if test.code == exitDone {
				said = o.out
			} else if n := strings.Count(o.err, "\n"); n != 1 {
				t.Errorf("run(%q) wrote %d lines to standard error, want 1: %q", test.args, n, o.err)
			}
			if !strings.Contains(said, test.says) {
				t.Errorf("run(%q) said %q, want it to say %q", test.args, said, test.says)
			}
		})
	}
}

func TestVisible(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"plain words, naïve “quotes” 語", "plain words, naïve “quotes” 語"},
		{"two\nlines\tand a tab", "two lines and a tab"},
		{"\x1b[31mred\x1b[0m", "�[31mred�[0m"},
		{"title\x1b]0;gone\a", "title�]0;gone�"},
		{"a\u202eb\u2066c", "a�b�c"},
		{"next\u009b31m", "next�31m"},
		{"", ""},
	} {
		if got := visible(test.in); got != test.want {
			t.Errorf("visible(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
