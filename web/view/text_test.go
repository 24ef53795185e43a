package view_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"onrecord/web/view"
)

// oneParagraph is an article with nothing but a paragraph.
func oneParagraph(t view.Tab, segments ...view.Segment) view.Article {
	return view.Article{Page: page("One", "/articles/1", ""), ID: "1", Heading: "One", Tab: t, Paragraphs: []view.Paragraph{{Segments: segments}}}
}

// TestTextUnaltered holds that marks and numbers add nothing to the text.
func TestTextUnaltered(t *testing.T) {
	doc := parse(t, view.ArticlePage(article(view.TabFacts)))
	doc.Find("#text .body sup").Remove()
	var want []string
	for _, p := range paragraphs() {
		want = append(want, paragraphText(p))
	}
	got := doc.Find("#text .body [data-at]").Map(func(_ int, s *goquery.Selection) string { return s.Text() })
	if !slices.Equal(got, want) {
		t.Errorf("text of the page = %q, want %q", got, want)
	}
}

func paragraphText(p view.Paragraph) string {
	var b strings.Builder
	for _, s := range p.Segments {
		b.WriteString(s.Text)
	}
	return b.String()
}

func FuzzTextUnaltered(f *testing.F) {
	f.Add("plain", "<b>bold</b>", " & 'quoted' \"")
	f.Add("", "</mark><script>", "é 🜂 العربية")
	f.Fuzz(func(t *testing.T, before, said, after string) {
		m := oneParagraph(view.TabFacts, seg(before), seg(said, mark(view.Statement, "statement-1", "1", view.Suggestion)), seg(after))
		doc := parse(t, view.ArticlePage(m))
		doc.Find("#text .body sup").Remove()
		got := doc.Find("#text .body p").Text()
		if want := before + said + after; got != want && !strings.ContainsAny(want, "\x00\r") && strings.ToValidUTF8(want, "") == want {
			t.Errorf("text of %q, %q, %q = %q, want %q", before, said, after, got, want)
		}
	})
}

func TestMarks(t *testing.T) {
	now := mark(view.Statement, "statement-1", "1", view.Suggestion)
	now.Now = true
	said := func(s view.State) view.Mark { return mark(view.Statement, "statement-1", "1", s) }
	amount, misfit := mark(view.Amount, "amount-2", "", view.Suggestion), mark(view.Time, "time-1", "", view.Suggestion)
	misfit.Amiss = true
	for _, c := range []struct {
		name           string
		tab            view.Tab
		marks          []view.Mark
		class, details string
	}{
		{"a suggestion", view.TabFacts, []view.Mark{said(view.Suggestion)}, "said said-suggestion", "statement-1"},
		{"in hand", view.TabFacts, []view.Mark{now}, "said said-suggestion now", "statement-1"},
		{"accepted", view.TabFacts, []view.Mark{said(view.Accepted)}, "said said-accepted", "statement-1"},
		{"edited counts as accepted", view.TabFacts, []view.Mark{said(view.Edited)}, "said said-accepted", "statement-1"},
		{"rejected is not drawn", view.TabFacts, []view.Mark{said(view.Rejected)}, "rejected", "statement-1"},
		{"an amount inside a statement comes after it", view.TabFacts, []view.Mark{said(view.Suggestion), amount}, "said said-suggestion amount", "statement-1 amount-2"},
		{"what a statement is against comes after the statement", view.TabFacts, []view.Mark{said(view.Suggestion), mark(view.Position, "position-1", "", view.Suggestion)}, "said said-suggestion", "statement-1 position-1"},
		{"a time that does not fit", view.TabFacts, []view.Mark{misfit}, "time amiss", "time-1"},
		{"a note where facts are shown", view.TabFacts, []view.Mark{mark(view.NoteMark, "note-7", "", "")}, "note", ""},
		{"a note where notes are shown", view.TabNotes, []view.Mark{mark(view.NoteMark, "note-7", "", ""), said(view.Suggestion)}, "note said said-suggestion", "note-7"},
		{"evidence where claims are shown", view.TabClaims, []view.Mark{mark(view.EvidenceMark, "evidence-5", "", "")}, "evidence", "evidence-5"},
	} {
		got := parse(t, view.ArticlePage(oneParagraph(c.tab, seg("words", c.marks...)))).Find("#text .body mark")
		if class := got.AttrOr("class", ""); class != c.class {
			t.Errorf("%s: class = %q, want %q", c.name, class, c.class)
		}
		if details := got.AttrOr("aria-details", ""); details != c.details {
			t.Errorf("%s: aria-details = %q, want %q", c.name, details, c.details)
		}
	}
}

// TestNumbers holds that numbers lead from the text to the card and back.
func TestNumbers(t *testing.T) {
	doc := parse(t, view.ArticlePage(article(view.TabFacts)))
	got := doc.Find("#text .body sup a").Map(func(_ int, s *goquery.Selection) string { return s.Text() + " " + s.AttrOr("href", "") })
	want := []string{
		"2 /articles/42?tab=facts&f=statement-2#statement-2",
		"1 /articles/42?tab=facts&f=statement-1#statement-1",
		"3 /articles/42?tab=facts&f=statement-3#statement-3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("numbers in the text = %q, want %q", got, want)
	}
	back := doc.Find("#statement-3 .card-head .n").AttrOr("href", "")
	if next := doc.Find("#text " + back).NextAllFiltered("mark").First().Text(); next != "about 1,400 lorries" {
		t.Errorf("the card of statement 3 leads by %q to %q, want the words it begins with", back, next)
	}
}

func BenchmarkArticle(b *testing.B) {
	m := article(view.TabFacts)
	for range 200 {
		m.Paragraphs = append(m.Paragraphs, paragraphs()...)
	}
	b.ReportAllocs()
	for b.Loop() {
		var out strings.Builder
		if err := view.ArticlePage(m).Render(b.Context(), &out); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
