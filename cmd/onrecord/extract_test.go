package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// articleLines is n articles as JSON lines, with ids "a000", "a001" …
func articleLines(n int) string {
	var b strings.Builder
	for i := range n {
		long := strings.Repeat(" The ferry to Ostrava Bay did not sail.", i%7*20)
		fmt.Fprintf(&b, `{"id":"a%03d","text":"Harbour master Ilka Venn said the ferry would sail on Friday.%s","published":"2031-04-02"}`+"\n", i, long)
	}
	return b.String()
}

func TestExtractKeepsOrder(t *testing.T) {
	folder := t.TempDir()
	first := write(t, folder, "news.jsonl", articleLines(120))
	second := write(t, folder, "talks.2031.txt", "The council met on Monday.\n")
	o := onrecord(`{"id":"last","text":"Nobody spoke."}`, "extract", "--jsonl", first, second, "-").done(t)
	var got []string
	for line := range strings.Lines(o.out) {
		var r struct{ ID string }
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("line %d is not JSON: %v", len(got)+1, err)
		}
		got = append(got, r.ID)
	}
	var want []string
	for i := range 120 {
		want = append(want, fmt.Sprintf("a%03d", i))
	}
	want = append(want, "talks.2031", "last")
	if !slices.Equal(got, want) {
		t.Errorf("extract printed %q, want %q", got, want)
	}
}

func TestExtractGoesOnAfterBadLine(t *testing.T) {
	lines := `{"id":"one","text":"The mayor of Lower Quill resigned."}
{"id":"two","title":"no text"}
not JSON
{"id":"four","text":"The mayor of Lower Quill stayed."}
`
	o := onrecord("", "extract", "--jsonl", write(t, t.TempDir(), "mixed.jsonl", lines))
	if o.code != exitFailed {
		t.Errorf("exit code %d, want %d", o.code, exitFailed)
	}
	if n := strings.Count(o.out, "\n"); n != 2 || !strings.Contains(o.out, `"four"`) {
		t.Errorf("extract printed %d objects, want the two good ones: %s", n, o.out)
	}
	for _, name := range []string{"mixed.jsonl:2", "mixed.jsonl:3"} {
		if strings.Count(o.err, name) != 1 {
			t.Errorf("standard error names %s %d times, want once: %s", name, strings.Count(o.err, name), o.err)
		}
	}
}

func TestExtractIndents(t *testing.T) {
	o := onrecord("The <b> tag & “quotes” stay.\n", "extract", "-").done(t)
	var r struct {
		ID      string
		Article struct{ Text string }
	}
	if err := json.Unmarshal([]byte(o.out), &r); err != nil {
		t.Fatal(err)
	}
	if r.ID != "stdin" || !strings.Contains(r.Article.Text, "“quotes”") {
		t.Errorf("extract - = %+v, want id stdin and the text", r)
	}
	if !strings.HasPrefix(o.out, "{\n  \"id\"") || !strings.Contains(o.out, "& “quotes”") {
		t.Errorf("extract - printed %s, want indented JSON with the text as it is", o.out)
	}
}

func TestExtractStopsWhileItWaits(t *testing.T) {
	waiting, _ := io.Pipe() // nothing ever comes
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan outcome, 1)
	go func() {
		var out, err bytes.Buffer
		code := run(ctx, []string{"extract", "-"}, waiting, &out, &err)
		ended <- outcome{code, out.String(), err.String()}
	}()
	cancel()
	select {
	case o := <-ended:
		if o.code != exitFailed || !strings.Contains(o.err, "stopped") {
			t.Errorf("a stopped extract = %d, %q, want %d and a word on it", o.code, o.err, exitFailed)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("extract did not stop while it waited for standard input")
	}
}

func TestInOrder(t *testing.T) {
	cores := runtime.GOMAXPROCS(0)
	hold := make(chan struct{})
	numbers := func(yield func(int) bool) {
		for i := range 100 * cores {
			if !yield(i) {
				return
			}
		}
	}
	next := 0
	for n := range inOrder(context.Background(), numbers, func(n int) int {
		if n == cores-1 {
			close(hold)
		}
		if n == 0 {
			<-hold // only ends if the others are worked on meanwhile
		}
		return n
	}) {
		if n != next {
			t.Fatalf("result %d is %d, want %d", next, n, next)
		}
		next++
	}
	if next != 100*cores {
		t.Errorf("inOrder gave %d results, want %d", next, 100*cores)
	}
}

func BenchmarkExtract(b *testing.B) {
	lines := articleLines(200)
	b.SetBytes(int64(len(lines)))
	for b.Loop() {
		if o := onrecord(lines, "extract", "--jsonl", "-"); o.code != exitDone {
			b.Fatal(o.err)
		}
	}
}
