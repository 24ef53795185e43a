package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
)

// A saying is one thing Edda Varn says, and what she is for or against in it:
// "+" and "-" before the words of a topic.
type saying struct {
	act          fact.Act
	words, topic string
}

// speech is the text and the facts of an article in which she says these.
func speech(all ...saying) (string, fact.Facts) {
	var b strings.Builder
	write := func(s string) text.Span { at := b.Len(); b.WriteString(s); return text.Span{Start: at, End: b.Len()} }
	f := fact.Facts{Entities: []fact.Entity{{ID: 1, Name: "Edda Varn", Kind: fact.Person, Role: "foreign minister", Mentions: []fact.Mention{{Span: write("Edda Varn"), How: fact.ByName}}}}}
	for i, s := range all {
		source, cue := write(" She"), write(" spoke: ")
		content := write(s.words)
		write(".")
		f.Statements = append(f.Statements, fact.Statement{ID: i + 1, Content: []text.Span{content}, Source: []text.Span{source}, Cue: []text.Span{cue}, Speaker: 1, Form: fact.Indirect, Act: s.act, Rule: "test", Confidence: 0.9})
		if s.topic != "" {
			at := content.Start + strings.Index(s.words, s.topic[1:])
			f.Positions = append(f.Positions, fact.Position{Span: cue, Actor: 1, Act: s.act, Stance: map[byte]fact.Stance{'+': fact.For, '-': fact.Against}[s.topic[0]],
				Topic: []text.Span{{Start: at, End: at + len(s.topic) - 1}}, Statement: i + 1, Rule: "test", Confidence: 0.9})
		}
	}
	return b.String(), f
}

// varn is the address of Edda Varn's page.
func varn(t *testing.T, b *browser) string {
	t.Helper()
	_, page := b.get("/people?q=Edda+Varn")
	href, ok := page.Find("#people-lines a").First().Attr("href")
	if !ok {
		t.Fatal("Edda Varn is not among the people")
	}
	return href
}

// texts is the text of every element of a page that selector finds.
func texts(page *goquery.Document, selector string) []string {
	return page.Find(selector).Map(func(_ int, s *goquery.Selection) string { return plainText(s) })
}

func TestStatementsStandByAct(t *testing.T) {
	b := newBrowser(t)
	for i := range 7 {
		body, f := speech(saying{act: fact.Warn, words: fmt.Sprintf("that storm %d comes", i)})
		b.add("Warning", fmt.Sprintf("2031-03-%02d", i+1), body, f)
	}
	body, f := speech(saying{act: fact.Deny, words: "that the <i>pier</i> leaks"}, saying{act: fact.State, words: "that it rains"})
	b.add("Rain", "2031-03-04", body, f)
	path := varn(t, b)
	_, page := b.get(path)
	if got, want := texts(page, ".act-group h3"), []string{"Said 1", "Warned 7", "Denied 1"}; !slices.Equal(got, want) {
		t.Errorf("the groups are %q, want %q", got, want)
	}
	warned := page.Find(".act-group").Eq(1)
	if got := warned.Find(".words").Map(func(_ int, s *goquery.Selection) string { return s.Text() }); len(got) != newestShown || got[0] != "that storm 6 comes" || got[newestShown-1] != fmt.Sprintf("that storm %d comes", 7-newestShown) {
		t.Errorf("the warnings are %q, want the newest %d, newest first", got, newestShown)
	}
	if got := plainText(page.Find(".act-group").Eq(2).Find(".words")); got != "that the <i>pier</i> leaks" || page.Find(".words i").Length() != 0 {
		t.Errorf("hostile words are shown as %q, want them escaped", got)
	}
	all, _ := warned.Find(".all a").Attr("href")
	if got := plainText(warned.Find(".all a")); got != "All 7 they warned" {
		t.Errorf("the link to all warnings = %q, want “All 7 they warned”", got)
	}
	_, page = b.get(all)
	if got := texts(page, ".said-lines .words"); len(got) != 7 || got[6] != "that storm 0 comes" || page.Find("#part-title").Text() != "What they warned" {
		t.Errorf("%s shows %q under %q, want all 7 warnings", all, got, page.Find("#part-title").Text())
	}
	_, page = b.get(path + "?act=all")
	if got := texts(page, ".said-lines .chip.act"); len(got) != 9 || !slices.Contains(got, "denied") {
		t.Errorf("all in order of time has the acts %q, want 9 of them", got)
	}
	if _, page = b.get(path + "?act=sing"); page.Find(".act-group").Length() != 3 {
		t.Error("an act that there is none of does not lead to the whole page")
	}
	if _, page = b.get(path + "?act=praise"); !strings.Contains(page.Find("main").Text(), "Nothing is left to show here.") {
		t.Error("an act that was never used shows no word of that")
	}
}

func TestLongGroupsArePaged(t *testing.T) {
	b := newBrowser(t)
	var all []saying
	for i := range perPage + 3 {
		all = append(all, saying{act: fact.Demand, words: fmt.Sprintf("that gate %d be shut", i), topic: fmt.Sprintf("+gate %d", i)})
	}
	body, f := speech(all...)
	b.add("Gates", "2031-03-04", body, f)
	for _, part := range []struct{ query, selector string }{{"?act=demand", ".said-lines .words"}, {"?act=all", ".said-lines .words"}, {"?positions=all", ".topic-words"}} {
		seen := map[string]bool{}
		for at := varn(t, b) + part.query; at != ""; {
			_, page := b.get(at)
			found := texts(page, part.selector)
			if len(found) == 0 || len(found) > perPage {
				t.Fatalf("%s has %d lines, want 1 to %d", at, len(found), perPage)
			}
			for _, words := range found {
				seen[words] = true
			}
			at = page.Find(`.paging a[rel="next"]`).AttrOr("href", "")
		}
		if len(seen) != len(all) {
			t.Errorf("the pages of %s have %d statements, want %d", part.query, len(seen), len(all))
		}
	}
}

func TestForAndAgainst(t *testing.T) {
	b := newBrowser(t)
	for _, day := range []struct {
		day  string
		said []saying
	}{
		{"2031-03-01", []saying{{fact.Demand, "a cut of the ferry toll", "-the ferry toll"}, {fact.Promise, "to talk with Sudmark", "+talk with Sudmark"}}},
		{"2031-03-02", []saying{{fact.Reject, "any ferry toll", "-any ferry toll"}, {fact.Reject, "<b>drills</b> at night", "-<b>drills</b> at night"}}},
		{"2031-03-03", []saying{{fact.Promise, "to keep the ferry toll", "+the ferry toll"}, {fact.Demand, "talks with Sudmark", "+talks with Sudmark"}}},
	} {
		body, f := speech(day.said...)
		b.add("Speech of "+day.day, day.day, body, f)
	}
	path := varn(t, b)
	_, page := b.get(path)
	for _, c := range []struct {
		name, selector string
		want           []string
	}{
		{"for and against one thing stand beside each other", ".contrary .side h3", []string{"For", "Against"}},
		{"the side for", ".contrary .side.for .topic-words", []string{"the ferry toll"}},
		{"the side against, newest first", ".contrary .side.against .topic-words", []string{"any ferry toll", "the ferry toll"}},
		{"what was said again is folded", ".contrary .side.against details .topic-words", []string{"the ferry toll"}},
		{"counts", "section > .sides h3", []string{"For 1", "Against 1"}},
		{"topics for", "section > .sides .for .topic-words", []string{"talks with Sudmark", "talk with Sudmark"}},
		{"said again", "section > .sides .for summary", []string{"and once more"}},
		{"by which act", "section > .sides .for .chip.act", []string{"demanded", "promised"}},
		{"topics against, escaped", "section > .sides .against .topic-words", []string{"<b>drills</b> at night"}},
		{"where and when", "section > .sides .against .meta:last-child", []string{"Speech of 2031-03-02· Coast Courier · 2 Mar 2031"}},
		{"whether it is suggested", "section > .sides .against .chip:not(.act)", []string{"suggestion"}},
	} {
		if got := texts(page, c.selector); !slices.Equal(got, c.want) {
			t.Errorf("%s: %s = %q, want %q", c.name, c.selector, got, c.want)
		}
	}
	href := page.Find("section > .sides .against .topic-words a").AttrOr("href", "")
	_, article := b.get(href)
	card := article.Find(".card.position.now")
	if got := plainText(card.Find(".words")); got != "<b>drills</b> at night" {
		t.Fatalf("the topic leads to %q, whose card in hand says %q", href, got)
	}
	if got := plainText(article.Find("#text .body mark.now")); !strings.Contains(got, "<b>drills</b> at night") {
		t.Errorf("in the text %q is in hand, want the words of the topic", got)
	}
	b.post(strings.SplitN(href, "?", 2)[0]+"/facts/"+card.AttrOr("id", "")+"/reject", url.Values{})
	if _, page = b.get(path); strings.Contains(page.Text(), "drills</b> at night") && len(texts(page, "section > .sides .against .topic-words")) != 0 {
		t.Error("a position that was rejected still stands on the page")
	}
}

// BenchmarkSomeonePage renders the page of someone with 2,000 statements, each
// of which takes a position.
func BenchmarkSomeonePage(b *testing.B) {
	archive, err := store.Open(filepath.Join(b.TempDir(), "onrecord.sqlite"))
	if err != nil {
		b.Fatal(err)
	}
	defer archive.Close()
	for i := range 40 {
		var all []saying
		for k := range 50 {
			words := fmt.Sprintf("gate %d of dam %d", k, i)
			all = append(all, saying{fact.Acts[k%len(fact.Acts)], "that " + words + " be shut", "+" + words})
		}
		body, f := speech(all...)
		if _, err := archive.Add(b.Context(), []store.Arrival{arrival("Gates", fmt.Sprintf("2031-03-%02d", 1+i%28), body, f)}); err != nil {
			b.Fatal(err)
		}
	}
	pages := New(archive, Options{})
	defer pages.Close()
	for b.Loop() {
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/people/1", nil))
		if w.Code != http.StatusOK {
			b.Fatal(w.Code)
		}
	}
}
