package article

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode/utf32"

	"onrecord/extract/document"
)

const (
	russian = "Переговоры о плотине на реке Ленна закончились во вторник без результата, сообщили оба правительства после долгой ночи. " +
		"Президент страны заявил журналистам, что новые выборы состоятся в мае, если парламент одобрит закон. " +
		"Эксперты считают, что быстрых изменений ждать не стоит: экономика города зависит от порта, где работает каждый пятый житель."
	chinese = "两国政府星期二表示，关于大坝的谈判在漫长的一夜之后没有取得任何结果。下一轮谈判的时间还没有宣布，港口城市的居民仍在等待。"
)

func encoded(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestReadBadInput(t *testing.T) {
	late := strings.Repeat("<!-- padding -->", 200)
	tests := []struct {
		situation string
		format    document.Format
		in        string
		text      string // what must stand in the text
		language  string
	}{
		{"invalid UTF-8", document.Plain, "The dam\xff has failed, both governments said on Tuesday after a long night of talks.", "The dam", "en"},
		{"cut in a character", document.Plain, "“The dam has failed,” both governments said in the long night of the “talks”\xe2\x80", "“talks”\uFFFD", "en"},
		{"windows line ends", document.Plain, "One line that is first.\r\n\r\nAnother one.\rThe last.", "One line that is first.\n\nAnother one.", ""},
		{"control characters", document.Plain, "The \x00dam\x1b[31m\u0085has\ufeff failed.", "The dam[31m has failed.", ""},
		{"windows-1251 undeclared", document.Plain, encoded(t, charmap.Windows1251, russian), russian, "ru"},
		{"windows-1251 declared late", document.HTML,
			"<html><head>" + late + "<META content='text/html; charset=Windows-1251'></head><p>" + encoded(t, charmap.Windows1251, russian), russian, "ru"},
		{"gb2312 declared", document.HTML,
			`<html><meta charset="gb2312"><p>` + encoded(t, simplifiedchinese.GBK, chinese), chinese, "zh"},
		{"gb2312 undeclared", document.Plain, encoded(t, simplifiedchinese.GBK, strings.Repeat(chinese, 3)), chinese, "zh"},
		{"declared wrongly", document.HTML, `<html><meta charset="windows-1251"><p>` + russian, russian, "ru"},
		{"unknown charset", document.HTML, `<html><meta charset="klingon"><p>caf` + "\xe9 in the old harbour of Port Ilmar", "café", ""},
		{"ends in Latin-1", document.Plain, "The caf\xe9", "The café", ""},
		{"UTF-16", document.Plain, "\xff\xfeD\x00a\x00m\x00", "Dam", ""},
		{"UTF-16 cut", document.Plain, "\xff\xfeD\x00a\x00m", "Da", ""},
		{"nested too deep", document.HTML, strings.Repeat("<div>", 5000) + "The dam<p>has failed.", "The dam\n\nhas failed.", ""},
		{"hidden words", document.HTML, strings.Repeat("<div>", 600) + "<script>no()</script><style>no</style>The dam", "The dam", ""},
		{"too many elements", document.HTML, strings.Repeat("<p>a", nodeLimit), "a\n\na", ""},
		{"broken tags", document.HTML, "<p><<b>The dam</i <p has=", "The dam", ""},
		{"no date", document.HTML, "<p>Yesterday the dam has failed, said the prime minister Mira Tolland.", "Yesterday", ""},
		{"JSON", document.JSONLine, `{"text":"Line\r\none \ud800 <b>.","published":"soon","title":null,"byline":7}`, "Line\r\none \uFFFD <b>.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.situation, func(t *testing.T) {
			a, err := Read(document.Document{Name: "dam", Format: tt.format, Bytes: []byte(tt.in)})
			if err != nil {
				t.Fatalf("Read(%.200q) = %v, want an article", tt.in, err)
			}
			if !strings.Contains(a.Text, tt.text) || strings.Contains(a.Text, "no(") || tt.language != "" && a.Language != tt.language {
				t.Errorf("Read(%.200q) = %.300q in %q, want %q in %q", tt.in, a.Text, a.Language, tt.text, tt.language)
			}
			if !a.Published.IsZero() {
				t.Errorf("Read(%.200q) is published %s from %q, want no day", tt.in, a.Date(), a.PublishedFrom)
			}
		})
	}
}

// Pages of words in UTF-32 are not read as text; the mark of UTF-16 within it
// must not break the reading.
func TestReadUTF32(t *testing.T) {
	in := encoded(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "Dam")
	if a, err := Read(document.Document{Name: "dam", Bytes: []byte(in)}); err != nil || a.Text != "Dam" {
		t.Errorf("Read(%q) = %v, %v, want Dam", in, a, err)
	}
}

func TestReadNoWords(t *testing.T) {
	for format, in := range map[document.Format]string{
		document.Plain: "— … —\n", document.Markdown: "# \n\n---\n", document.HTML: "<html><script>go()</script>", document.JSONLine: `{"text":""}`,
	} {
		_, err := Read(document.Document{Name: "dam.txt", Format: format, Bytes: []byte(in)})
		if want := "dam.txt has no words in it that onrecord can read."; !errors.Is(err, ErrNoWords) || err.Error() != want {
			t.Errorf("Read(%q) as %s = %v, want %q", in, format, err, want)
		}
	}
	if _, err := Read(document.Document{Name: "a.jsonl:3", Format: document.JSONLine, Bytes: []byte(`{"text":1}`)}); !errors.Is(err, document.ErrLine) {
		t.Errorf("Read of a text that is a number = %v, want ErrLine", err)
	}
}

func TestReadLine(t *testing.T) {
	in := `{"id":"a","text":"The dam has failed.\n\nMore.","title":"Dam","date":"2031-04-09T10:00:00Z","publisher":"Ilmar Courier","author":["Petra Soll"],"url":"https://courier.test/dam","language":"EN_gb"}`
	got, err := Read(document.Document{Name: "a.jsonl:1", Format: document.JSONLine, Bytes: []byte(in)})
	want := &Article{Title: "Dam", Byline: []string{"Petra Soll"}, Outlet: "Ilmar Courier", URL: "https://courier.test/dam",
		Published: time.Date(2031, 4, 9, 0, 0, 0, 0, time.UTC), PublishedFrom: "line", Language: "en", Text: "The dam has failed.\n\nMore."}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("Read(%s) = %+v, %v, want %+v", in, got, err, want)
	}
}

func TestReadFromElsewhere(t *testing.T) {
	a, err := Read(document.Document{Name: "2031-04-09 dam.txt", Source: "https://courier.test/dam", Bytes: []byte("The dam has failed.")})
	if err != nil || a.Date() != "2031-04-09" || a.PublishedFrom != "file name" || a.URL != "https://courier.test/dam" {
		t.Errorf("Read = %+v, %v, want the day of the file name and the address fetched", a, err)
	}
}

func TestParseDay(t *testing.T) {
	for in, want := range map[string]string{
		"2031-04-09": "2031-04-09", "2031-4-9": "2031-04-09", "2031/04/09": "2031-04-09", "20310409": "2031-04-09",
		"2031-04-09T23:59:59-11:00": "2031-04-09", "2031-04-09 18:09:55": "2031-04-09", "2031-04-09T02:10:00.000Z": "2031-04-09",
		"9 April 2031": "2031-04-09", "April 9, 2031": "2031-04-09", "Apr. 9th, 2031": "2031-04-09", "Sept. 9, 2031": "2031-09-09",
		"Wednesday, 9 April 2031, 14:30": "2031-04-09", "Wed, 09 Apr 2031 14:30:00 GMT": "2031-04-09", "April 9, 2031 at 2:30 p.m.": "2031-04-09",
		"": "", "soon": "", "2031": "", "April 2031": "", "09/04/2031": "", "2031-13-09": "", "2031-02-30": "", "0001-01-01": "", "2199-01-01": "",
	} {
		day, ok := parseDay(in)
		if got := (&Article{Published: day}).Date(); got != want || ok != (want != "") {
			t.Errorf("parseDay(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestHeaderNames(t *testing.T) {
	known := map[string]bool{"title": true, "published": true, "outlet": true, "author": true, "url": true, "language": true, "other": true}
	if len(fields) < 50 {
		t.Errorf("data/headers.txt has %d names, want all of them", len(fields))
	}
	for name, field := range fields {
		if !known[field] || name != strings.ToLower(name) {
			t.Errorf("data/headers.txt has %q under %q, want a known field and lower case", name, field)
		}
	}
}

// sound reports what is wrong with an article that was read, "" when nothing is.
func sound(a *Article, format document.Format) string {
	switch {
	case !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title):
		return "it is not UTF-8"
	case format == document.JSONLine:
		return ""
	case strings.IndexFunc(a.Text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) >= 0:
		return "it has a control character"
	case strings.Contains(a.Text, "\n\n\n"):
		return "two blank lines part paragraphs"
	case a.Title == "" || strings.Contains(a.Title, "\n"):
		return "its title is not one line"
	case a.Published.IsZero() != (a.PublishedFrom == ""):
		return "its day has no source"
	case a.Published != a.Published.Truncate(24*time.Hour):
		return "its day is not midnight UTC"
	}
	return ""
}

func FuzzRead(f *testing.F) {
	all := []document.Format{document.Plain, document.Markdown, document.HTML, document.JSONLine}
	inputs(f, func(_, name string, in, want []byte) []byte {
		for i, format := range all {
			if strings.HasSuffix(name, ".txt") == (format == document.Plain) {
				f.Add(in, i)
			}
		}
		return want
	})
	f.Add([]byte(`{"text":"The dam has failed.","published":"2031-04-09"}`), 3)
	f.Fuzz(func(t *testing.T, in []byte, n int) {
		d := document.Document{Name: "dam", Format: all[uint(n)%uint(len(all))], Bytes: in}
		a, err := Read(d)
		if err != nil {
			if !errors.As(err, new(*document.Error)) {
				t.Errorf("Read(%q) as %s = %T, want *document.Error", in, d.Format, err)
			}
			return
		}
		if wrong := sound(a, d.Format); wrong != "" {
			t.Errorf("Read(%q) as %s = %+v: %s", in, d.Format, a, wrong)
		}
		if again, err := Read(d); err != nil || !reflect.DeepEqual(a, again) {
			t.Errorf("Read(%q) as %s = %+v and then %+v, want the same", in, d.Format, a, again)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	sentence := "The talks on the dam have failed, both governments said on Tuesday after a long night.\n"
	for name, d := range map[string]document.Document{
		"text":        {Format: document.Plain, Bytes: []byte(strings.Repeat(strings.Repeat(sentence, 5)+"\n", 100))},
		"text-twice":  {Format: document.Plain, Bytes: []byte(strings.Repeat(strings.Repeat(sentence, 5)+"\n", 200))},
		"markdown":    {Format: document.Markdown, Bytes: []byte(strings.Repeat("* "+sentence+"\n", 500))},
		"page":        {Format: document.HTML, Bytes: []byte("<html><body>" + strings.Repeat("<p>"+sentence, 500))},
		"page-twice":  {Format: document.HTML, Bytes: []byte("<html><body>" + strings.Repeat("<p>"+sentence, 1000))},
		"page-nested": {Format: document.HTML, Bytes: []byte(strings.Repeat("<div>"+sentence, 2000))},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Bytes)))
			for b.Loop() {
				if _, err := Read(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
