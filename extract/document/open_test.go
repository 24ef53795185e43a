package document

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// A got is one call of each.
type got struct {
	Document
	err error
}

func open(r io.Reader, name string) ([]got, error) {
	var all []got
	err := Open(r, name, "/desk/"+name, func(d Document, err error) error {
		all = append(all, got{d, err})
		return nil
	})
	return all, err
}

func zipped(tb testing.TB, s string) string {
	tb.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		tb.Fatal(err)
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestFormat(t *testing.T) {
	const line = `{"id":"a","text":"The harbour of Ostrava Bay is closed."}`
	tests := []struct {
		situation, name, in string
		want                Format
	}{
		{"a text", "a.txt", "The harbour is closed.", Plain},
		{"no ending", "a", "The harbour is closed.", Plain},
		{"unknown ending", "a.news", "The harbour is closed.", Plain},
		{"a text about tags", "a.txt", "Every page has an <html> tag, she said.", Plain},
		{"a page", "a.html", "<!DOCTYPE html><p>Closed.", HTML},
		{"a page named as text", "a.txt", "\n <HTML><body>Closed.", HTML},
		{"a page after a comment", "a", "<!--\n Page saved --> <html lang=en>", HTML},
		{"a page after a line", "a", "HTTP/1.1 200 OK\n\n<html>", HTML},
		{"a page in UTF-16", "a", "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", HTML},
		{"a page with a byte of zero", "a", "<html><p>Clo\x00sed", HTML},
		{"a piece of a page", "a.txt", "<p>Closed.</p>", HTML},
		{"named as a page", "a.HTM", "Closed.", HTML},
		{"markdown by name", "a.md", "<div>Closed.</div>", Markdown},
		{"markdown by front matter", "a.txt", "---\ntitle: Closed\n---\nThe harbour.", Markdown},
		{"a rule is no front matter", "a.txt", "---\nThe harbour said: closed\n---\n", Plain},
		{"lines by name", "a.jsonl", line, JSONLine},
		{"lines by name, packed", "a.ndjson.gz", line, JSONLine},
		{"lines by content", "a.txt", line + "\n\n" + line + "\n", JSONLine},
		{"lines after a mark", "a", "\xef\xbb\xbf" + line, JSONLine},
		{"a very long line", "a", `{"text":"` + strings.Repeat("closed ", early), JSONLine},
		{"other JSON", "a.json", `{"name":"harbour"}`, Plain},
	}
	for _, tt := range tests {
		t.Run(tt.situation, func(t *testing.T) {
			if got := formatOf([]byte(tt.in)[:min(len(tt.in), early)], tt.name); got != tt.want {
				t.Errorf("formatOf(%.80q, %q) = %q, want %q", tt.in, tt.name, got, tt.want)
			}
		})
	}
}

func TestOpenOne(t *testing.T) {
	const in = "The harbour is closed.\r\n\x80"
	for situation, packed := range map[string]string{
		"plain": in, "packed": zipped(t, in), "packed twice": zipped(t, zipped(t, in)),
	} {
		t.Run(situation, func(t *testing.T) {
			all, err := open(strings.NewReader(packed), "port.txt.gz")
			if err != nil || len(all) != 1 || all[0].err != nil {
				t.Fatalf("Open(%q) = %v, %v, want one document", packed, all, err)
			}
			want := Document{ID: "port", Name: "port.txt.gz", Source: "/desk/port.txt.gz", Format: Plain, Bytes: []byte(in)}
			if got := all[0].Document; fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
				t.Errorf("Open(%q) = %+v, want %+v", packed, got, want)
			}
		})
	}
}

func TestOpenLines(t *testing.T) {
	const in = "\xef\xbb\xbf" + `{"id":"a","text":"One."}` + "\r\n\n" +
		`{"id":12345678901234567,"text":"Two."}` + "\n" +
		`{"text":"Three."}` + "\n" +
		"what?\n" +
		`{"id":"e","text":` + "\n" +
		`{"id":"f"}` + "\n" +
		`{"id":"g","text":"Seven."}`
	all, err := open(strings.NewReader(in), "news.jsonl")
	if err != nil {
		t.Fatalf("Open(%q) = %v, want no error", in, err)
	}
	want := []string{
		`news.jsonl:1 a {"id":"a","text":"One."}`,
		`news.jsonl:3 12345678901234567 {"id":12345678901234567,"text":"Two."}`,
		`news.jsonl:4 news:4 {"text":"Three."}`,
		`news.jsonl:5 is not an article: it is not a JSON object.`,
		`news.jsonl:6 is not an article: it is not the JSON of an article (unexpected end of JSON input).`,
		`news.jsonl:7 is not an article: it has no "text".`,
		`news.jsonl:8 g {"id":"g","text":"Seven."}`,
	}
	for i, g := range all {
		line := fmt.Sprintf("%s %s %s", g.Name, g.ID, g.Bytes)
		if g.err != nil {
			line = g.err.Error()
			if !errors.Is(g.err, ErrLine) || g.Bytes != nil {
				t.Errorf("Open(%q) line %d = %+v, want ErrLine and no bytes", in, i, g)
			}
		}
		if i >= len(want) || line != want[i] {
			t.Errorf("Open(%q) gave %q, want %q", in, line, want[min(i, len(want)-1)])
		}
	}
	if len(all) != len(want) {
		t.Errorf("Open(%q) gave %d documents, want %d", in, len(all), len(want))
	}
}

func TestOpenStops(t *testing.T) {
	enough := errors.New("enough")
	calls := 0
	err := Open(strings.NewReader("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), "a.jsonl", "", func(Document, error) error {
		calls++
		return enough
	})
	if err != enough || calls != 1 {
		t.Errorf("Open = %v after %d calls, want %v after 1", err, calls, enough)
	}
}

// endless gives n bytes of text without holding them.
type endless struct{ n int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	n := min(int64(len(p)), e.n)
	for i := range p[:n] {
		p[i] = "the harbour is closed\n"[i%22]
	}
	e.n -= n
	return int(n), nil
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		situation string
		name      string
		in        io.Reader
		kind      error
		want      string
	}{
		{"empty", "a.txt", strings.NewReader(""), ErrEmpty, "a.txt is empty."},
		{"only a mark and space", "a.txt", strings.NewReader("\xef\xbb\xbf \n"), ErrEmpty, "a.txt is empty."},
		{"empty once unpacked", "a.txt", strings.NewReader(zipped(t, "")), ErrEmpty, "a.txt is empty."},
		{"PDF", "a.txt", strings.NewReader("%PDF-1.7\n%âãÏÓ"), ErrUnreadable, "a.txt is a PDF, which this version does not read."},
		{"office", "a.docx", strings.NewReader("PK\x03\x04\x14\x00"), ErrUnreadable,
			"a.docx is a ZIP archive or an office document, which this version does not read."},
		{"image", "a.jpg", strings.NewReader("\xff\xd8\xff\xe0\x00\x10JFIF"), ErrUnreadable,
			"a.jpg is a JPEG image, which this version does not read."},
		{"zero bytes", "a.txt", strings.NewReader("a\x00b"), ErrUnreadable,
			"a.txt is not a text (it holds bytes of zero), which this version does not read."},
		{"200 MB", "big.txt", &endless{200 << 20}, ErrTooLarge,
			"big.txt is 200 MB; onrecord reads documents of up to 64 MB. Split it, or import the parts you need."},
		{"no end", "-", &endless{1 << 40}, ErrTooLarge,
			"- is over 1024 MB; onrecord reads documents of up to 64 MB. Split it, or import the parts you need."},
		{"packed three times", "a.gz", strings.NewReader(zipped(t, zipped(t, zipped(t, "a")))), ErrUnreadable,
			"a.gz is compressed more than 2 times over, which onrecord does not unpack."},
		{"cut off", "a.gz", strings.NewReader(zipped(t, "The harbour is closed.")[:25]), ErrDamaged,
			"a.gz could not be read to its end: unexpected EOF."},
	}
	for _, tt := range tests {
		t.Run(tt.situation, func(t *testing.T) {
			all, err := open(tt.in, tt.name)
			if len(all) > 0 || !errors.Is(err, tt.kind) || err.Error() != tt.want {
				t.Errorf("Open(%s) = %d documents, %v, want the error %q", tt.name, len(all), err, tt.want)
			}
		})
	}
}

func TestOpenBombs(t *testing.T) {
	page := strings.Repeat("<html>", 12<<20)
	line := `{"text":"` + strings.Repeat(" ", 70<<20)
	tests := []struct{ situation, name, in, want string }{
		{"a page", "a.gz", zipped(t, page), "a.gz is over 64 MB;"},
		{"packed twice", "b.gz", zipped(t, zipped(t, page)), "b.gz is refused: it unpacks to far more than such a file should."},
		{"a line packed twice", "c.jsonl", zipped(t, zipped(t, line)), "c.jsonl is refused: it unpacks to far more"},
	}
	for _, tt := range tests {
		t.Run(tt.situation, func(t *testing.T) {
			_, err := open(strings.NewReader(tt.in), tt.name)
			if !errors.Is(err, ErrTooLarge) || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("Open(%d bytes) = %v, want %q", len(tt.in), err, tt.want)
			}
		})
	}
}

func TestOpenLongLine(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"text":"`), &endlessLine{n: 65 << 20}, strings.NewReader("\"}\n{\"text\":\"Short.\"}\n"))
	all, err := open(in, "a.jsonl")
	if err != nil || len(all) != 2 {
		t.Fatalf("Open = %d documents, %v, want 2", len(all), err)
	}
	if !errors.Is(all[0].err, ErrTooLarge) || !strings.HasPrefix(all[0].err.Error(), "a.jsonl:1 is over 64 MB;") {
		t.Errorf("Open gave %v for a line of 65 MB, want ErrTooLarge", all[0].err)
	}
	if all[1].err != nil || string(all[1].Bytes) != `{"text":"Short."}` {
		t.Errorf("Open gave %q, %v for the line after, want it whole", all[1].Bytes, all[1].err)
	}
}

// endlessLine gives n letters without a line break.
type endlessLine struct{ n int }

func (e *endlessLine) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.n)
	copy(p, bytes.Repeat([]byte("a"), n))
	e.n -= n
	return n, nil
}

func TestID(t *testing.T) {
	for name, want := range map[string]string{
		"talks-2022-01-13.txt":        "talks-2022-01-13",
		"news/talks.html.gz":          "talks",
		`C:\news\talks.JSONL`:         "talks",
		"talks.txt.gz.gz":             "talks",
		"report-v1.2":                 "report-v1.2",
		"the-st. ives-talks":          "the-st. ives-talks",
		".txt":                        ".txt",
		"a.md":                        "a",
		"a.markdown":                  "a",
		"a.b.txt":                     "a.b",
		"https://port.test/news.html": "news",
		"":                            "",
	} {
		if got := ID(name); got != want {
			t.Errorf("ID(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSignatures(t *testing.T) {
	for _, s := range signatures {
		head := strings.Repeat("x", s.at) + s.magic + " and more"
		if got := binary([]byte(head)); got != s.kind {
			t.Errorf("binary(%q) = %q, want %q", head, got, s.kind)
		}
	}
}

func FuzzOpen(f *testing.F) {
	for _, seed := range []string{"", "Text.", "<html>", "---\na: b\n---\n", "{\"text\":\"a\"}\n{", "%PDF-", "\xff\xfea\x00", zipped(f, "Text."), zipped(f, "{\"text\":\"a\"}")} {
		f.Add([]byte(seed), "a.txt")
		f.Add([]byte(seed), "a.jsonl.gz")
	}
	f.Fuzz(func(t *testing.T, in []byte, name string) {
		all, err := open(bytes.NewReader(in), name)
		if err != nil && !errors.As(err, new(*Error)) {
			t.Errorf("Open(%q, %q) = %T, want *Error", in, name, err)
		}
		if err == nil && len(all) == 0 && len(bytes.TrimSpace(in)) > 0 {
			t.Errorf("Open(%q, %q) gave neither a document nor an error", in, name)
		}
		for _, g := range all {
			if g.err == nil && (g.Format == "" || len(g.Bytes) == 0 || !bytes.Contains(in, g.Bytes) && !bytes.HasPrefix(in, gzipMagic)) {
				t.Errorf("Open(%q, %q) gave %+v, want a format and bytes of the file", in, name, g.Document)
			}
		}
	})
}

func BenchmarkOpenLines(b *testing.B) {
	line := `{"id":"a","text":"` + strings.Repeat("The harbour of Ostrava Bay is closed. ", 80) + "\"}\n"
	in := zipped(b, strings.Repeat(line, 1000))
	b.SetBytes(int64(len(line) * 1000))
	for b.Loop() {
		if err := Open(strings.NewReader(in), "a.jsonl", "", func(Document, error) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
