package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// river is words of an article that people met over the dam.
const river = `“The dam on the upper river holds,” said Ilse Maren, the water minister of Velland, on Monday.

Maren warned that %s would be late. Tomas Oker denied that the quarrel over the dam was old.`

// withRiver is a browser with n articles, and the items of those, newest first.
func withRiver(t *testing.T, n int) (*browser, []string) {
	t.Helper()
	b := newBrowser(t)
	var items []string
	for i := range n {
		items = append([]string{b.pasteRiver(i)}, items...)
	}
	return b, items
}

// pasteRiver adds the article of a number, and gives its item.
func (b *browser) pasteRiver(i int) string {
	b.t.Helper()
	answer, _ := b.post("/paste", url.Values{"text": {fmt.Sprintf(river, fmt.Sprint(40+i, " ships"))}, "title": {fmt.Sprint("Dam ", i)}, "date": {fmt.Sprintf("2031-03-%02d", 3+i)}, "outlet": {"Coast Courier"}})
	return "article/" + strings.TrimPrefix(answer.Request.URL.Path, "/articles/")
}

// story makes a story of items, and gives its address.
func (b *browser) story(form url.Values, items ...string) string {
	b.t.Helper()
	form["item"] = items
	answer, page := b.post("/stories", form)
	if answer.StatusCode != http.StatusOK {
		b.t.Fatalf("POST /stories = %d, %q", answer.StatusCode, page.Find("main").Text())
	}
	return answer.Request.URL.Path
}

func wantTexts(t *testing.T, page *goquery.Document, selector string, want ...string) {
	t.Helper()
	if got := texts(page, selector); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%s reads %q, want %q", selector, got, want)
	}
}

func TestStoriesAreMadeEditedAndRemoved(t *testing.T) {
	b, items := withRiver(t, 1)
	_, page := b.get("/stories")
	if !strings.Contains(page.Find(".empty").Text(), "No stories yet") {
		t.Errorf("an empty list reads %q", page.Find("main").Text())
	}
	answer, page := b.post("/stories", url.Values{"name": {" "}, "about": {"typed in vain?"}, "item": items})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("textarea[name=about]").Text() != "typed in vain?" || page.Find("input[name=item]").AttrOr("value", "") != items[0] {
		t.Errorf("a story without a name = %d, want 422 with all that was typed and ticked", answer.StatusCode)
	}
	story := b.story(url.Values{"name": {"River quarrel"}, "about": {"Who pays for the dam."}}, items...)
	_, page = b.get("/stories")
	if line := page.Find(".story-lines li").Text(); !strings.Contains(line, "River quarrel") || !strings.Contains(line, "1 article · 0 claims") {
		t.Errorf("the list has %q, want the story with its article", line)
	}
	_, page = b.get(story + "?edit=story")
	mark := page.Find("main input[name=mark]").AttrOr("value", "")
	if mark == "" {
		t.Fatal("the form of a story has no mark of what it was made of")
	}
	_, page = b.post(story, url.Values{"name": {"River peace"}, "mark": {mark}})
	wantTexts(t, page, "h1", "River peace")
	if answer, _ := b.post(story, url.Values{"name": {"River war"}, "mark": {mark}}); answer.StatusCode != http.StatusConflict {
		t.Errorf("saving from an older page = %d, want 409", answer.StatusCode)
	}
	_, page = b.post(story+"/remove", url.Values{})
	wantTexts(t, page, ".story-lines li")
	b.post("/undo", url.Values{"entry": {page.Find(".flash input[name=entry]").AttrOr("value", "")}})
	_, page = b.get(story)
	wantTexts(t, page, "h1", "River peace")
	_, page = b.get("/history")
	if !strings.Contains(page.Find(".entries").Text(), "Made a story · River quarrel") && !strings.Contains(strings.Join(texts(page, ".entries p"), "|"), "River quarrel") {
		t.Errorf("the history does not name the story: %q", texts(page, ".entries p"))
	}
}

func TestGatherFromLists(t *testing.T) {
	b, items := withRiver(t, 3)
	story := b.story(url.Values{"name": {"River quarrel"}})
	id := strings.TrimPrefix(story, "/stories/")
	for _, list := range []string{"/", "/search?q=dam"} {
		_, page := b.get(list)
		if n := page.Find(`input[type=checkbox][name=item][form=gather]`).Length(); n < 3 {
			t.Errorf("%s has %d boxes to tick, want one for each line", list, n)
		}
		if page.Find(`form#gather select[name=story] option[value="`+id+`"]`).Length() != 1 {
			t.Errorf("%s does not offer the story", list)
		}
	}
	_, page := b.post("/stories/add", url.Values{"back": {"/"}, "story": {id}})
	if !strings.Contains(page.Find(".flash.bad").Text(), "Tick at least one line first.") {
		t.Errorf("adding nothing says %q", page.Find(".flash").Text())
	}
	_, page = b.post("/stories/add", url.Values{"back": {"/"}, "story": {id}, "item": items[1:]})
	wantTexts(t, page, ".flash p", "Added 2 to River quarrel.")
	_, page = b.post("/stories/add", url.Values{"back": {"/search?q=dam"}, "story": {id}, "item": items})
	wantTexts(t, page, ".flash p", "Added 1 of 3 to River quarrel.")
	_, page = b.get("/?story=" + id)
	wantTexts(t, page, "#list b", "Dam 2", "Dam 1", "Dam 0")
	_, page = b.post(story+"/out", url.Values{"back": {"/?story=" + id}, "item": items[:1]})
	wantTexts(t, page, "#list b", "Dam 1", "Dam 0")
	b.post("/undo", url.Values{"entry": {page.Find(".flash input[name=entry]").AttrOr("value", "")}})
	_, page = b.get(`/search?q=` + url.QueryEscape(`story:"river quarrel" 41`))
	wantTexts(t, page, "#articles ~ ol b", "Dam 1")
	if answer, _ := b.post("/stories/add", url.Values{"item": items}); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("adding to no story = %d, want 422", answer.StatusCode)
	}
	if answer, _ := b.get("/?story=999"); answer.StatusCode != http.StatusNotFound {
		t.Errorf("the library of no story = %d, want 404", answer.StatusCode)
	}
}

// What an article, a claim and a person belong to stands on their pages.
func TestGatherFromPages(t *testing.T) {
	b, items := withRiver(t, 1)
	story := b.story(url.Values{"name": {"River quarrel"}})
	answer, _ := b.post("/claims", url.Values{"text": {"The dam holds."}})
	claim := answer.Request.URL.Path
	_, page := b.get("/people?q=Maren")
	person := page.Find("#people-lines a").First().AttrOr("href", "")
	for _, path := range []string{"/" + strings.Replace(items[0], "article", "articles", 1), claim, person} {
		_, page := b.get(path)
		form := page.Find(`.gathered form[action="/stories/add"]`)
		item := form.Find("input[name=item]").AttrOr("value", "")
		_, page = b.post("/stories/add", url.Values{"back": {path}, "story": {form.Find("option").AttrOr("value", "")}, "item": {item}})
		wantTexts(t, page, ".gathered li a", "River quarrel")
		_, page = b.post(story+"/out", url.Values{"back": {path}, "item": {page.Find(".gathered li button").AttrOr("value", "")}})
		wantTexts(t, page, ".gathered li a")
		b.post("/undo", url.Values{})
	}
	_, page = b.get(story)
	wantTexts(t, page, ".acted b", "Dam 0")
	wantTexts(t, page, ".claim-lines b", "The dam holds.")
	if got := page.Find(".voices button[aria-label='Take out of the story: Ilse Maren']").Length(); got != 1 {
		t.Errorf("the people of the story are %q, want Ilse Maren among them", texts(page, ".voices b"))
	}
	if got := page.Find("#open-title ~ ul li").First().Text(); !strings.Contains(got, "The dam holds.") {
		t.Errorf("open is %q, want the claim without a verdict", got)
	}
}

func TestStoryOffersAndNews(t *testing.T) {
	b, items := withRiver(t, 2)
	story := b.story(url.Values{"name": {"River quarrel"}, "about": {"The upper dam."}, "query": {"ships"}}, items[0])
	_, page := b.get(story)
	wantTexts(t, page, "#offers-title ~ ol b", "Dam 0")
	if why := page.Find(".reason").Text(); !strings.Contains(why, "The story’s search finds it; it has the words") {
		t.Errorf("it is offered because %q", why)
	}
	wantTexts(t, page, ".news-sum li")
	_, page = b.post(story+"/decline", url.Values{"item": items[1:]})
	wantTexts(t, page, "#offers-title ~ ol b")
	b.pasteRiver(5)
	_, page = b.get(story)
	wantTexts(t, page, ".news-sum li", "1 new article may belong here")
	wantTexts(t, page, ".reason b", "New:")
	_, page = b.post(story+"/add", url.Values{"item": {page.Find("#offers-title ~ ol button").AttrOr("value", "")}})
	wantTexts(t, page, ".news-sum li", "1 article gathered")
	_, page = b.get("/stories")
	wantTexts(t, page, ".story-lines .pending", "1 new")
	_, page = b.get(story)
	seen := page.Find(`form[action$="/seen"]`)
	_, page = b.post(story+"/seen", url.Values{"seq": {seen.Find("[name=seq]").AttrOr("value", "")}, "document": {seen.Find("[name=document]").AttrOr("value", "")}})
	wantTexts(t, page, ".news-sum li")
	_, page = b.get("/stories")
	wantTexts(t, page, ".story-lines .pending")
	if answer, _ := b.post(story+"/seen", url.Values{"seq": {"x"}}); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("seen up to nowhere = %d, want 422", answer.StatusCode)
	}
}

// The list beside the text is the one that the article was opened from, and
// stays so.
func TestTheListBesideTheText(t *testing.T) {
	b, items := withRiver(t, 3)
	story := b.story(url.Values{"name": {"River quarrel"}}, items[0], items[2])
	id := strings.TrimPrefix(story, "/stories/")
	article := strings.Replace("/"+items[0], "article", "articles", 1)
	_, page := b.get("/?story=" + id)
	if got, want := page.Find("#list a").First().AttrOr("href", ""), article+"?story="+id; got != want {
		t.Errorf("the library of the story leads to %q, want %q", got, want)
	}
	for _, c := range []struct {
		from, heading string
		titles        []string
	}{
		{"?story=" + id, "River quarrel · 2 articles", []string{"Dam 2", "Dam 0"}},
		{"?q=40", "Search: 40", []string{"Dam 0"}},
		{"", "Library", []string{"Dam 2", "Dam 1", "Dam 0"}},
	} {
		_, page := b.get(article + c.from)
		wantTexts(t, page, "#list-title", c.heading)
		wantTexts(t, page, "#list b", c.titles...)
		page.Find(".tabs a, #list .lines a").Each(func(_ int, a *goquery.Selection) {
			if href := a.AttrOr("href", ""); c.from != "" && !strings.Contains(href, c.from[1:]) {
				t.Errorf("from %q, a link leads to %q, want the same list there", c.from, href)
			}
		})
		accept, _ := firstCard(t, page)
		_, page = b.post(accept, url.Values{"back": {article + c.from}})
		wantTexts(t, page, "#list-title", c.heading)
		b.post("/undo", url.Values{})
	}
	if answer, _ := b.get(article + "?story=999"); answer.StatusCode != http.StatusNotFound {
		t.Errorf("an article from no story = %d, want 404", answer.StatusCode)
	}
}

func TestTimelineOfAStory(t *testing.T) {
	b := newBrowser(t)
	b.post("/sample", url.Values{})
	_, page := b.get("/")
	item := page.Find("input[name=item]").First().AttrOr("value", "")
	story := b.story(url.Values{"name": {"River quarrel"}}, item)
	id := strings.TrimPrefix(story, "/stories/")
	_, page = b.get("/timeline?story=" + id)
	if got := page.Find(".sum").Text(); !strings.HasSuffix(got, "from 1 article") {
		t.Errorf("the timeline of the story is of %q, want 1 article", got)
	}
	page.Find(".chart td a, .moves a, .edges a").Each(func(_ int, a *goquery.Selection) {
		if href := a.AttrOr("href", ""); strings.HasPrefix(href, "/timeline") && !strings.Contains(href, "story="+id) {
			t.Errorf("a link of the chart leads to %q, out of the story", href)
		}
	})
	_, page = b.get(story)
	if page.Find("#timeline .chart").Length() != 1 {
		t.Error("the page of the story has no chart")
	}
}
