package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// velm is four articles of two people with one name, one of them by another
// name too.
var velm = []struct{ title, day, text string }{
	{"Quay to close", "2031-03-04", "Tarvo Elde, the governor of Port Velm, said the quay would close on Friday."},
	{"Port Velm votes", "2031-03-06", "Tarvo Elde, the mayor of Port Velm, said the vote was fair."},
	{"Mayor on the quay", "2031-03-07", "“The quay stays open,” said T. Elde, the mayor of Port Velm."},
	{"Talks", "2031-03-08", "Tarvo Elde, the mayor of Port Velm, said the talks would go on."},
}

func withVelm(t *testing.T) *browser {
	t.Helper()
	b := newBrowser(t)
	for _, a := range velm {
		b.paste(a.title, a.day, a.text)
	}
	return b
}

func (b *browser) paste(title, day, text string) {
	b.t.Helper()
	answer, _ := b.post("/paste", url.Values{"title": {title}, "date": {day}, "text": {text}, "outlet": {"Coast Courier"}})
	if answer.StatusCode != http.StatusOK {
		b.t.Fatalf("pasting %q gave %d", title, answer.StatusCode)
	}
}

// person is the address of the page of a name on the list of people.
func (b *browser) person(name string) string {
	b.t.Helper()
	_, page := b.get("/people?kind=&q=" + url.QueryEscape(name))
	href := ""
	page.Find("#people-lines a.line").Each(func(_ int, line *goquery.Selection) {
		if line.Find("b").Text() == name {
			href = line.AttrOr("href", "")
		}
	})
	if href == "" {
		b.t.Fatalf("there is no %s on the list of people: %q", name, page.Find("#people-lines").Text())
	}
	return href
}

// people is the people on the list, by name.
func (b *browser) people() []string {
	b.t.Helper()
	_, page := b.get("/people")
	names := page.Find("#people-lines b").Map(func(_ int, s *goquery.Selection) string { return s.Text() })
	slices.Sort(names)
	return names
}

// submit sends a form of a page as the browser would, with the button pressed.
func (b *browser) submit(form *goquery.Selection, button string, typed url.Values) (*http.Response, *goquery.Document) {
	b.t.Helper()
	if form.Length() != 1 {
		b.t.Fatalf("%d forms, want 1", form.Length())
	}
	sent := url.Values{}
	form.Find("input").Each(func(_ int, in *goquery.Selection) {
		_, ticked := in.Attr("checked")
		if name, ok := in.Attr("name"); ok && (in.AttrOr("type", "") != "checkbox" || ticked) {
			sent.Add(name, in.AttrOr("value", ""))
		}
	})
	for name, values := range typed {
		sent[name] = values
	}
	pressed := form.Find("button").FilterFunction(func(_ int, s *goquery.Selection) bool { return strings.Contains(s.Text(), button) })
	if pressed.Length() != 1 {
		b.t.Fatalf("%d buttons say %q, want 1", pressed.Length(), button)
	}
	if name, ok := pressed.Attr("name"); ok {
		sent.Set(name, pressed.AttrOr("value", ""))
	}
	if form.AttrOr("method", "get") == "get" {
		return b.get(form.AttrOr("action", "") + "?" + sent.Encode())
	}
	return b.post(form.AttrOr("action", ""), sent)
}

// The main job without JavaScript: two names are said to be one, it holds for
// an article that comes later, and is taken back from the history.
func TestTwoNamesAreOne(t *testing.T) {
	b := withVelm(t)
	_, page := b.get(b.person("T. Elde"))
	_, page = b.submit(page.Find(".identity form.filter"), "Look", url.Values{"q": {""}})
	if why := page.Find(".same-lines li").First().Text(); !strings.Contains(why, "Tarvo Elde") || !strings.Contains(why, "same surname") {
		t.Fatalf("the first candidate is %q, want Tarvo Elde of the same surname", why)
	}
	answer, page := b.submit(page.Find(".same-lines form").First(), "shown as “Tarvo Elde”", nil)
	if h := page.Find("h1").Text(); h != "Tarvo Elde" || !strings.Contains(page.Find("#flash").Text(), "the same now") {
		t.Fatalf("after the merge the page is %q with %q, want Tarvo Elde", h, page.Find("#flash").Text())
	}
	if by := page.Find(".by").Text(); !strings.Contains(by, "4 statements · 4 articles") {
		t.Errorf("Tarvo Elde has %q, want 4 statements in 4 articles", by)
	}
	b.paste("Late talks", "2031-03-09", "T. Elde, the mayor of Port Velm, said the talks had failed.")
	if got := b.people(); !slices.Equal(got, []string{"Tarvo Elde"}) {
		t.Errorf("after a later article there are %q, want Tarvo Elde alone", got)
	}
	_, page = b.get("/search?q=" + url.QueryEscape(`speaker:"t elde"`))
	if n := page.Find(`[aria-labelledby="statements"] li`).FilterFunction(func(_ int, s *goquery.Selection) bool { return s.Find("b").Text() == "Tarvo Elde" }).Length(); n != 5 {
		t.Errorf("speaker:\"t elde\" finds %d statements of Tarvo Elde, want 5: %q", n, page.Find("main").Text())
	}
	_, page = b.get("/history")
	if line := page.Find(".entries li").First().Text(); !strings.Contains(line, "Said that T. Elde and Tarvo Elde are the same") {
		t.Errorf("the history says %q", line)
	}
	b.submit(page.Find(".entries form").First(), "Undo", nil)
	if got := b.people(); !slices.Equal(got, []string{"T. Elde", "Tarvo Elde"}) {
		t.Errorf("after undo there are %q, want both", got)
	}
	if answer.Request.URL.Path != b.person("Tarvo Elde") {
		t.Errorf("the page was %s, want %s", answer.Request.URL.Path, b.person("Tarvo Elde"))
	}
}

func TestTheNameThatShowsIsTheUsersChoice(t *testing.T) {
	b := withVelm(t)
	old := b.person("Tarvo Elde")
	_, page := b.get(b.person("T. Elde") + "/same?q=tarvo")
	answer, page := b.submit(page.Find(".same-lines form"), "shown as “T. Elde”", nil)
	if h := page.Find("h1").Text(); h != "T. Elde" {
		t.Errorf("the page is %q, want T. Elde", h)
	}
	kept := answer.Request.URL.Path
	answer, page = b.get(old)
	if answer.Request.URL.Path != kept || page.Find("h1").Text() != "T. Elde" {
		t.Errorf("the page of the name that went leads to %s, want %s", answer.Request.URL.Path, kept)
	}
	_, page = b.submit(page.Find("#rename form"), "Rename", url.Values{"name": {"Tarvo M. Elde"}})
	if h := page.Find("h1").Text(); h != "Tarvo M. Elde" {
		t.Errorf("after the new name the page is %q", h)
	}
	_, page = b.submit(page.Find("#rename form"), "Rename", url.Values{"name": {"Mayor Elde"}})
	if h := page.Find("h1").Text(); h != "Mayor Elde" {
		t.Errorf("after a third name the page is %q", h)
	}
	for _, want := range []string{"Tarvo M. Elde", "T. Elde"} {
		_, page = b.get("/history")
		b.submit(page.Find(`.entries form:contains("Undo")`).First(), "Undo", nil)
		if _, page = b.get(b.person(want)); page.Find("h1").Text() != want {
			t.Errorf("after undo the page is %q, want %s", page.Find("h1").Text(), want)
		}
	}
	_, page = b.submit(page.Find(".identity .roles form"), "Not the same", nil)
	if got := b.people(); !slices.Equal(got, []string{"T. Elde", "Tarvo Elde"}) || !strings.Contains(page.Find("#flash").Text(), "two again") {
		t.Errorf("after taking it apart there are %q", got)
	}
}

func TestOneNameIsTwoPeople(t *testing.T) {
	b := withVelm(t)
	_, page := b.get(b.person("Tarvo Elde") + "/apart")
	group := page.Find("fieldset").FilterFunction(func(_ int, s *goquery.Selection) bool {
		return strings.Contains(s.Find("legend").Text(), "governor")
	})
	ticked := group.Find("input[type=checkbox]").AttrOr("value", "")
	form := page.Find("form.fields")
	answer, again := b.submit(form, "They are two", url.Values{"article": {ticked}, "name": {"tarvo elde"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || again.Find(`input[value="`+ticked+`"][checked]`).Length() != 1 ||
		again.Find(`input[name=name]`).AttrOr("value", "") != "tarvo elde" || !strings.Contains(again.Find(".problem").Text(), "tells them apart") {
		t.Errorf("without another name it is %d, %q, want what was typed and why", answer.StatusCode, again.Find("form.fields").Text())
	}
	_, page = b.submit(form, "They are two", url.Values{"article": {ticked}, "name": {"Tarvo Elde (governor)"}})
	if h := page.Find("h1").Text(); h != "Tarvo Elde (governor)" || !strings.Contains(page.Find(".identity").Text(), "governor, Port Velm") {
		t.Errorf("the page is %q, %q, want the governor and the rule for later", h, page.Find(".identity").Text())
	}
	b.paste("Ships late", "2031-03-10", "Tarvo Elde, the governor of Port Velm, said forty ships were late.")
	_, page = b.get(b.person("Tarvo Elde (governor)"))
	if by := page.Find(".by").Text(); !strings.Contains(by, "2 articles") {
		t.Errorf("after a later article the governor has %q, want 2 articles", by)
	}
	_, desk := b.get(strings.Split(page.Find(".said-lines a").First().AttrOr("href", ""), "?")[0])
	if card := desk.Find("#panel .card.statement").Text(); !strings.Contains(card, "Tarvo Elde (governor)") {
		t.Errorf("the card of the statement is %q, want the governor", card)
	}
	_, page = b.get("/history")
	_, page = b.submit(page.Find(".entries form").First(), "Undo", nil)
	if got := b.people(); !slices.Equal(got, []string{"T. Elde", "Tarvo Elde"}) {
		t.Errorf("after undo there are %q, want one Tarvo Elde: %s", got, page.Find("main").Text())
	}
}

// The page that an undone deed made is gone; undo leads to whom it was about.
func TestUndoLeadsToSomebody(t *testing.T) {
	b := withVelm(t)
	_, page := b.get(b.person("Tarvo Elde") + "/apart")
	_, page = b.submit(page.Find("form.fields"), "They are two", url.Values{"role": {"governor, Port Velm"}, "name": {"Old Elde"}})
	answer, page := b.submit(page.Find("#flash form"), "Undo", nil)
	if answer.StatusCode != http.StatusOK || page.Find("h1").Text() != "Tarvo Elde" {
		t.Errorf("undo leads to %s (%d), %q, want Tarvo Elde", answer.Request.URL.Path, answer.StatusCode, page.Find("h1").Text())
	}
}

func TestMergesThatAreQuestioned(t *testing.T) {
	b := withVelm(t)
	elde, tarvo := b.person("T. Elde"), b.person("Tarvo Elde")
	answer, page := b.post(elde+"/same", url.Values{"who": {"person/t elde"}, "with": {"place/port velm"}, "keep": {"other"}, "key": {"one"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page.Find(".problem").Text(), "different kinds, T. Elde as a person and Port Velm as a place") {
		t.Fatalf("a person and a place: %d, %q, want to be asked", answer.StatusCode, page.Find("main").Text())
	}
	_, page = b.submit(page.Find(".problem + form"), "all the same", nil)
	if h := page.Find("h1").Text(); h != "Port Velm" {
		t.Errorf("after saying so again the page is %q, want Port Velm", h)
	}
	for what, c := range map[string]struct {
		path   string
		form   url.Values
		status int
	}{
		"the same again":        {elde + "/same", url.Values{"who": {"place/port velm"}, "with": {"person/t elde"}}, http.StatusUnprocessableEntity},
		"nobody":                {tarvo + "/same", url.Values{"who": {"person/tarvo elde"}, "with": {"person/nobody"}}, http.StatusNotFound},
		"somebody else by now":  {elde + "/same", url.Values{"who": {"person/t elde"}, "with": {"person/tarvo elde"}}, http.StatusConflict},
		"nobody meant":          {tarvo + "/rename", url.Values{"name": {"X"}}, http.StatusConflict},
		"no name":               {tarvo + "/rename", url.Values{"who": {"person/tarvo elde"}, "name": {" "}}, http.StatusUnprocessableEntity},
		"no merge of that name": {tarvo + "/notsame", url.Values{"who": {"person/tarvo elde"}, "name": {"person/nobody"}}, http.StatusNotFound},
		"apart: no articles":    {tarvo + "/apart", url.Values{"who": {"person/tarvo elde"}, "name": {"X"}}, http.StatusUnprocessableEntity},
		"apart: no article":     {tarvo + "/apart", url.Values{"who": {"person/tarvo elde"}, "name": {"X"}, "article": {"x"}}, http.StatusNotFound},
		"nobody's page":         {"/people/4711/apart", url.Values{"name": {"X"}, "role": {""}}, http.StatusNotFound},
	} {
		if answer, _ := b.post(c.path, c.form); answer.StatusCode != c.status {
			t.Errorf("%s: %d, want %d", what, answer.StatusCode, c.status)
		}
	}
}

func TestASurnameAloneIsWarnedOf(t *testing.T) {
	b := withVelm(t)
	b.paste("Short", "2031-03-11", "Elde said nothing was settled.")
	_, page := b.get(b.person("Elde"))
	if !strings.Contains(page.Find(".identity .notice").Text(), "more than one person") {
		t.Errorf("the page of a surname says %q, want a warning", page.Find(".identity").Text())
	}
	if _, page = b.get(b.person("Tarvo Elde")); page.Find(".identity .notice").Length() != 0 {
		t.Error("the page of a full name has a warning")
	}
}
