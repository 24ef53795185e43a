package extract_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// report is an article of every kind of fact.
const report = `TARNE (Halden Press) — The ferry “Aurora” will sail again on Friday, harbour master Ilse Maren said on Monday, three weeks after the collision in which 14 people were injured.

“We have waited long enough,” Maren told reporters. “Nobody will be asked to wait longer.”

Transport Minister Tomas Oker denied that his office had been warned. According to the Meridian agency, Oker said about 2,000 passengers had been stranded on the island since March 3, and that he would meet the owners in Port Velm on Thursday.

The owners’ association considers the minister’s demands unacceptable. Its chairwoman, Dr. Lena Brandt, warned of “a lost season” and demanded that the state pay 4 million crowns.`

func read(t testing.TB, s string) *article.Article {
	t.Helper()
	return &article.Article{Text: s, Language: "en", Published: time.Date(2031, 3, 25, 0, 0, 0, 0, time.UTC)}
}

// spans is every span of f.
func spans(f fact.Facts) []text.Span {
	all := append([]text.Span{}, f.Sentences...)
	for _, e := range f.Entities {
		for _, m := range e.Mentions {
			all = append(all, m.Span)
		}
	}
	for _, s := range f.Statements {
		all = append(append(append(all, s.Content...), s.Cue...), s.Source...)
		for _, v := range s.Via {
			all = append(all, v.Span)
		}
	}
	for _, x := range f.Times {
		all = append(all, x.Span)
	}
	for _, x := range f.Amounts {
		all = append(all, x.Span)
	}
	for _, x := range f.Events {
		all = append(all, x.Span)
	}
	for _, x := range f.Positions {
		all = append(all, x.Topic...)
	}
	return all
}

func TestEveryKindOfFactIsFound(t *testing.T) {
	f := extract.Facts(read(t, report))
	for kind, n := range map[string]int{"sentence": len(f.Sentences), "entity": len(f.Entities), "statement": len(f.Statements),
		"time": len(f.Times), "amount": len(f.Amounts), "event": len(f.Events), "position": len(f.Positions)} {
		if n == 0 {
			t.Errorf("Facts finds no %s", kind)
		}
	}
}

// The same text and date give the same facts, however often it is read, and
// every fact lies in the text.
func TestFactsAreTheSameEveryTime(t *testing.T) {
	a := read(t, report)
	first := extract.Facts(a)
	for range 20 {
		if again := extract.Facts(a); !reflect.DeepEqual(first, again) {
			t.Fatalf("Facts = %+v, then %+v", first, again)
		}
	}
	for _, s := range spans(first) {
		if s.Start < 0 || s.Empty() || s.End > len(report) || !utf8.RuneStart(report[s.Start]) || s.End < len(report) && !utf8.RuneStart(report[s.End]) {
			t.Errorf("the span %v is not in the text or cuts a character", s)
		}
	}
}

func TestOtherLanguagesGetSentencesAlone(t *testing.T) {
	a := read(t, "Der Hafen wird geschlossen. Das sagte Ilse Maren am Montag.")
	a.Language = "de"
	f := extract.Facts(a)
	if len(f.Sentences) != 2 || len(f.Entities)+len(f.Statements)+len(f.Times) != 0 {
		t.Errorf("Facts = %+v, want two sentences and nothing else", f)
	}
}

// The printed record counts code points and leaves what is not known null.
func TestRecord(t *testing.T) {
	a := read(t, report)
	f := extract.Facts(a)
	b, err := json.Marshal(extract.NewRecord("ferry", a, &f))
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Article    map[string]any
		Statements []struct {
			Content [][2]int
			Inside  *int
			Via     []any
			Act     string
		}
	}
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	if r.Article["url"] != nil || r.Article["published"] != "2031-03-25" {
		t.Errorf("the article prints as %v, want no address and its date", r.Article)
	}
	points := []rune(report)
	var said []string
	for _, s := range r.Statements {
		said = append(said, string(points[s.Content[0][0]:s.Content[0][1]]))
	}
	if all := strings.Join(said, " | "); !strings.Contains(all, "We have waited long enough,") {
		t.Errorf("the statements by code points are %q", all)
	}
	if strings.Contains(string(b), `"via":null`) || !strings.Contains(string(b), `"inside":null`) {
		t.Error("an empty list must print as [] and an unknown statement as null")
	}
}

func FuzzFacts(f *testing.F) {
	for _, s := range []string{report, "", "“", "said that said that", "\xff\xfe", "On Monday (12) he, who said"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		found := extract.Facts(read(t, s))
		for _, x := range spans(found) {
			if x.Start < 0 || x.Start > x.End || x.End > len(s) {
				t.Fatalf("Facts(%q) has a span %v outside the text", s, x)
			}
		}
	})
}

func BenchmarkFacts(b *testing.B) {
	a := read(b, report)
	b.SetBytes(int64(len(report)))
	for b.Loop() {
		extract.Facts(a)
	}
	b.ReportMetric(float64(len(strings.Fields(report))*b.N)/b.Elapsed().Seconds(), "words/s")
}
