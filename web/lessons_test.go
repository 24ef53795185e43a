package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"onrecord/store"
)

// dam is articles that a correction can hold for: each has a statement by
// “noted” and names Oren Tash as a minister.
var dam = []struct{ title, day, text string }{
	{"Dam", "2031-03-04", "Oren Tash, the minister, noted that the dam was old."},
	{"Dam again", "2031-03-05", "Oren Tash, the minister, noted that the dam was safe. Ilse Maren said that it was not."},
	{"Dam later", "2031-03-06", "Oren Tash, the minister, noted that the dam would be mended."},
}

func withDam(t *testing.T) *browser {
	t.Helper()
	b := newBrowser(t)
	for _, a := range dam[:2] {
		b.paste(a.title, a.day, a.text)
	}
	return b
}

// titled is the address of an article of the library.
func (b *browser) titled(title string) string {
	b.t.Helper()
	_, page := b.get("/")
	found := page.Find("main ol.lines a").FilterFunction(func(_ int, s *goquery.Selection) bool { return strings.TrimSpace(s.Find("b").Text()) == title })
	href, ok := found.First().Attr("href")
	if !ok {
		b.t.Fatalf("there is no article %q: %q", title, page.Find("main").Text())
	}
	href, _, _ = strings.Cut(href, "?")
	return href
}

// cardOf is the card of the panel whose words are there.
func cardOf(t *testing.T, page *goquery.Document, group, words string) *goquery.Selection {
	t.Helper()
	card := page.Find(`[aria-labelledby="` + group + `"] .card`).FilterFunction(func(_ int, s *goquery.Selection) bool { return strings.Contains(s.Text(), words) }).First()
	if card.Length() == 0 {
		t.Fatalf("no card of %s has %q: %q", group, words, page.Find("#panel").Text())
	}
	return card
}

// reject rejects a fact of an article and gives the page that answers.
func (b *browser) reject(t *testing.T, title, group, words string) *goquery.Document {
	t.Helper()
	_, page := b.get(b.titled(title))
	form := cardOf(t, page, group, words).Find("form.acts")
	_, page = b.post(form.Find(`[data-act="reject"]`).AttrOr("formaction", ""), url.Values{"key": {"k" + title + words}, "back": {b.titled(title)}})
	return page
}

// The whole of it without JavaScript: reject, follow the link, read what would
// change, teach, import, see it held, forget.
func TestARejectedCueIsLearned(t *testing.T) {
	b := withDam(t)
	page := b.reject(t, "Dam", "statements", "the dam was old")
	link := page.Find("#flash a")
	if got := link.Text(); got != "Reject “noted” as a cue everywhere …" {
		t.Fatalf("after the rejection the page offers %q", got)
	}
	_, page = b.get(link.AttrOr("href", ""))
	if got := page.Find(".would").Text(); got != "This would change 1 fact in 1 article." {
		t.Errorf("the preview says %q", got)
	}
	places := page.Find(".lesson-places li")
	if places.Length() != 1 || places.Find(".hit").Text() != "noted" || !strings.Contains(places.Text(), "the dam was safe") {
		t.Errorf("the preview shows %d places: %q", places.Length(), places.Text())
	}
	answer, page := b.submit(page.Find("main form"), "Here and in articles to come", nil)
	if got := page.Find("#flash").Text(); !strings.Contains(got, "It changes 1 fact now") || answer.Request.URL.Path != b.titled("Dam") {
		t.Errorf("teaching led to %s with %q, want the article again", answer.Request.URL, got)
	}
	b.paste(dam[2].title, dam[2].day, dam[2].text)
	for _, title := range []string{"Dam again", "Dam later"} {
		_, page = b.get(b.titled(title))
		card := cardOf(t, page, "statements", "by what you taught: “noted” is not somebody saying something")
		if card.AttrOr("data-state", "") != "rejected" || card.Find(`[data-act="accept"]`).Length() != 1 {
			t.Errorf("%s: the card is %s with %q, want it rejected and to be accepted", title, card.AttrOr("data-state", ""), card.Find("button").Text())
		}
	}
	_, page = b.get("/lessons")
	line := page.Find(".lesson-lines li")
	if got := line.Text(); line.Length() != 1 || !strings.Contains(got, "“noted” is not somebody saying something") || !strings.Contains(got, "changes 2 facts now") {
		t.Fatalf("what was learned is %q", got)
	}
	_, page = b.get(line.Find("a").AttrOr("href", ""))
	if got := page.Find(".would").Text(); got != "2 facts in 2 articles would be as they were read." {
		t.Errorf("to forget it says %q", got)
	}
	_, page = b.submit(page.Find("main form"), "Forget it", nil)
	if got := page.Find("main .empty").Length(); got != 1 {
		t.Errorf("after it was forgotten the page shows %q", page.Find("main").Text())
	}
	_, page = b.get(b.titled("Dam later"))
	if card := cardOf(t, page, "statements", "would be mended"); card.AttrOr("data-state", "") != "suggestion" {
		t.Errorf("after it was forgotten the statement is %s", card.AttrOr("data-state", ""))
	}
}

func TestARejectedNameIsLearned(t *testing.T) {
	b := withDam(t)
	page := b.reject(t, "Dam", "people", "Oren Tash")
	link := page.Find("#flash a")
	if got := link.Text(); got != "Reject “Oren Tash” as a person in every article …" {
		t.Fatalf("after the rejection the page offers %q", got)
	}
	_, page = b.get(link.AttrOr("href", ""))
	if got := page.Find("main").Text(); !strings.Contains(got, "1 statement would have nobody named who says it.") {
		t.Errorf("the preview says nothing of who is left without a speaker: %q", got)
	}
	_, page = b.submit(page.Find("main form"), "Only in articles to come", nil)
	if got := page.Find("#flash").Text(); !strings.Contains(got, "It changes 0 facts now") {
		t.Errorf("taught for articles to come alone it says %q", got)
	}
	if !slices.Contains(b.people(), "Oren Tash") {
		t.Errorf("there are %q, want Oren Tash in the second article", b.people())
	}
	_, page = b.get(link.AttrOr("href", ""))
	if got := page.Find(".notice").Text(); !strings.Contains(got, "“Oren Tash” is no person") {
		t.Errorf("of what was taught already the page says %q", got)
	}
	b.submit(page.Find("main form"), "Here and in articles to come", nil)
	b.paste(dam[2].title, dam[2].day, dam[2].text)
	if got := b.people(); slices.Contains(got, "Oren Tash") {
		t.Errorf("there are %q, want no Oren Tash", got)
	}
}

func TestACorrectedRoleIsLearned(t *testing.T) {
	b := withDam(t)
	_, page := b.get(b.titled("Dam"))
	card := cardOf(t, page, "people", "Oren Tash")
	_, page = b.get(card.Find(`[data-act="edit"]`).AttrOr("href", ""))
	_, page = b.submit(cardOf(t, page, "people", "Oren Tash").Find("form.fields"), "Save", url.Values{"kind": {"person"}, "role": {"interior minister"}})
	link := page.Find("#flash a")
	if got := link.Text(); got != "Read the role “minister” of Oren Tash as “interior minister” in every article …" {
		t.Fatalf("after the correction the page offers %q", got)
	}
	if again := cardOf(t, page, "people", "Oren Tash").Find(".teach a"); again.Text() != link.Text() {
		t.Errorf("the card of the corrected name offers %q", again.Text())
	}
	_, page = b.get(link.AttrOr("href", ""))
	b.submit(page.Find("main form"), "Here and in articles to come", nil)
	b.paste(dam[2].title, dam[2].day, dam[2].text)
	_, page = b.get(b.titled("Dam later"))
	card = cardOf(t, page, "people", "Oren Tash")
	if got := card.Text(); !strings.Contains(got, "interior minister") || !strings.Contains(got, "by what you taught") || card.AttrOr("data-state", "") != "suggestion" {
		t.Errorf("in a later article the card is %q", got)
	}
	_, page = b.get("/history")
	if got := page.Find(".entries li").First().Text(); !strings.Contains(got, "Taught that the role “minister” of Oren Tash reads “interior minister”") {
		t.Errorf("the history says %q", got)
	}
}

func TestMergedNamesStandWithTheLessons(t *testing.T) {
	b := withVelm(t)
	_, page := b.get(b.person("T. Elde"))
	_, page = b.submit(page.Find(".identity form.filter"), "Look", url.Values{"q": {""}})
	b.submit(page.Find(".same-lines form").First(), "shown as “Tarvo Elde”", nil)
	_, page = b.get("/lessons")
	line := page.Find(".lesson-lines li")
	if got := line.Text(); !strings.Contains(got, "T. Elde and Tarvo Elde are the same") || !strings.Contains(got, "since ") || !strings.Contains(got, "in 1 article now") {
		t.Fatalf("what was said of names is %q", got)
	}
	_, page = b.get(line.Find("a").AttrOr("href", ""))
	if got := page.Find(".lesson-places").Text(); !strings.Contains(got, "Mayor on the quay") {
		t.Errorf("to forget it shows %q", got)
	}
	b.submit(page.Find("main form"), "Forget it", nil)
	if got := b.people(); !slices.Equal(got, []string{"T. Elde", "Tarvo Elde"}) {
		t.Errorf("after it was forgotten there are %q", got)
	}
}

func TestLessonsThatCannotBe(t *testing.T) {
	b := withDam(t)
	for situation, c := range map[string]struct {
		path   string
		status int
	}{
		"no words":         {"/lessons/new?kind=cue&words=+", http.StatusUnprocessableEntity},
		"no kind":          {"/lessons/new?words=noted", http.StatusUnprocessableEntity},
		"a kind of nobody": {"/lessons/new?kind=name&as=ship&name=Tash", http.StatusUnprocessableEntity},
		"none to forget":   {"/lessons/99/forget", http.StatusNotFound},
		"no number":        {"/lessons/x/forget", http.StatusNotFound},
		"no such name":     {"/lessons/names/forget?name=person/nobody", http.StatusNotFound},
		"a cue not there":  {"/lessons/new?kind=cue&words=hummed&back=//evil.test", http.StatusOK},
	} {
		answer, page := b.get(c.path)
		if answer.StatusCode != c.status {
			t.Errorf("%s: %s gives %d, want %d", situation, c.path, answer.StatusCode, c.status)
		}
		if cancel := page.Find("main form a.button").AttrOr("href", "/lessons"); cancel != "/lessons" {
			t.Errorf("%s: the way back is %q", situation, cancel)
		}
	}
}

// A preview counts no further than it says.
func TestCountedTo(t *testing.T) {
	for n, want := range map[int]string{0: "0 facts", 1: "1 fact", 1000: "1,000 facts", store.Many + 1: "over 1,000 facts"} {
		if got := countedTo(n, "fact", "facts"); got != want {
			t.Errorf("countedTo(%d) = %q, want %q", n, got, want)
		}
	}
}
