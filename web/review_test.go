package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// withSample is a browser with the sample story.
func withSample(t *testing.T) *browser {
	t.Helper()
	b := newBrowser(t)
	b.post("/sample", url.Values{})
	return b
}

// start is the first page of a sitting.
func (b *browser) start(path string) *goquery.Document {
	b.t.Helper()
	_, page := b.get(path)
	href, ok := page.Find(".waiting a.button").First().Attr("href")
	if !ok {
		b.t.Fatalf("%s has no way to start: %s", path, plainText(page.Find("main")))
	}
	_, page = b.get(href)
	return page
}

// press sends the form of the suggestion under review as its button does.
func (b *browser) press(page *goquery.Document, act string) *goquery.Document {
	b.t.Helper()
	button := page.Find(`.card [data-act="` + act + `"]`)
	if button.Length() != 1 {
		b.t.Fatalf("there are %d buttons to %s: %s", button.Length(), act, plainText(page.Find("main, aside")))
	}
	form := button.Closest("form")
	sent := url.Values{}
	form.Find("input[type=hidden]").Each(func(_ int, s *goquery.Selection) { sent.Add(s.AttrOr("name", ""), s.AttrOr("value", "")) })
	if name, ok := button.Attr("name"); ok {
		sent.Add(name, button.AttrOr("value", ""))
	}
	answer, next := b.post(button.AttrOr("formaction", form.AttrOr("action", "")), sent)
	if answer.StatusCode != http.StatusOK {
		b.t.Fatalf("pressing %s gave %d: %s", act, answer.StatusCode, plainText(next.Find("main")))
	}
	return next
}

// progress is how far the sitting has come: "12 of 37".
func progress(page *goquery.Document) string { return plainText(page.Find("#reviewed")) }

// inHand is the key of the suggestion under review.
func inHand(page *goquery.Document) string { return page.Find(".review .card").AttrOr("id", "") }

// flash is what the page answers.
func flash(page *goquery.Document) string { return plainText(page.Find("#flash p")) }

func TestReviewTurnByTurn(t *testing.T) {
	b := withSample(t)
	page := b.start("/review")
	first := inHand(page)
	var second, third string
	for _, turn := range []struct {
		act, far, said string
		want           *string // what is in hand then
	}{
		{"accept", "2 of 170", "Accepted. 169 left.", &second},
		{"skip", "3 of 170", "Skipped. 169 left.", &third},
		{"reject", "4 of 170", "Rejected. 168 left.", nil},
		{"back", "3 of 170", "The one before.", &third},
		{"undo", "3 of 170", "Taken back: Rejected a statement.", &third},
		{"undo", "1 of 170", "Taken back: Accepted a statement.", &first},
		{"back", "1 of 170", "This is the first one.", &first},
	} {
		page = b.press(page, turn.act)
		if progress(page) != turn.far || flash(page) != turn.said {
			t.Errorf("%s gives %q and says %q, want %q and %q", turn.act, progress(page), flash(page), turn.far, turn.said)
		}
		if turn.want != nil && *turn.want == "" {
			*turn.want = inHand(page)
		} else if turn.want != nil && *turn.want != inHand(page) {
			t.Errorf("after %s %s is in hand, want %s", turn.act, inHand(page), *turn.want)
		}
	}
	if !page.Find(`[data-act="undo"]`).Is("[disabled]") {
		t.Error("Undo is offered though the sitting has no decision left")
	}
}

// A sitting is in its address: the same address goes on with it, in another
// window and after a restart, and Back leads to what was decided.
func TestReviewGoesOnByItsAddress(t *testing.T) {
	b := withSample(t)
	page := b.start("/review?order=unsure")
	was, before := page.Find("#panel").AttrOr("data-here", ""), inHand(page)
	page = b.press(b.press(page, "accept"), "reject")
	here, now := page.Find("#panel").AttrOr("data-here", ""), inHand(page)
	again := New(b.archive, Options{})
	t.Cleanup(again.Close)
	b.pages.mux = again.mux
	if _, page = b.get(here); inHand(page) != now || progress(page) != "3 of 170" {
		t.Errorf("after a restart %s is in hand, %q, want %s, 3 of 170", inHand(page), progress(page), now)
	}
	_, page = b.get(was)
	if inHand(page) != before || plainText(page.Find(".decided")) != "✓ accepted" {
		t.Errorf("Back leads to %s, %q, want %s, accepted", inHand(page), plainText(page.Find(".decided")), before)
	}
	page = b.press(page, "reject") // one's mind may change
	if flash(page) != "Rejected. 168 left." {
		t.Errorf("changing one's mind says %q, want 168 left", flash(page))
	}
}

func TestReviewWhereAndWhat(t *testing.T) {
	b, path := withLake(t)
	b.add("Talks at the harbour", "2031-03-14", lake+" Again.", lakeFacts())
	id := strings.TrimPrefix(path, "/articles/")
	_, people := b.get("/people?q=oster")
	oster := strings.TrimPrefix(people.Find("main a.line").First().AttrOr("href", ""), "/people/")
	for _, c := range []struct{ name, at, kind, far, words string }{
		{"everywhere", "/review", "statement", "1 of 4", "about 12,000 troops"},
		{"events", "/review", "event", "1 of 2", "met"},
		{"positions", "/review", "position", "1 of 2", "rejected"},
		{"an article", "/review?article=" + id, "statement", "1 of 2", "about 12,000 troops"},
		{"as the list has it", "/review?in=article/" + id, "statement", "1 of 2", "about 12,000 troops"},
		{"everything of an article", "/review?article=" + id, "all", "1 of 11", "Edda Varn"},
		{"a person", "/review?who=" + oster, "statement", "1 of 2", "about 12,000 troops"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, page := b.get(c.at)
			var start string
			page.Find(".waiting a").Each(func(_ int, a *goquery.Selection) {
				if href := a.AttrOr("href", ""); strings.Contains(href, "kind="+c.kind) {
					start = href
				}
			})
			_, page = b.get(start)
			if progress(page) != c.far || !strings.Contains(plainText(page.Find("#text mark")), c.words) {
				t.Errorf("%s begins with %q, %q, want %q, %q", start, progress(page), plainText(page.Find("#text mark")), c.far, c.words)
			}
			if n := page.Find(".card").Length(); n != 1 {
				t.Errorf("%d cards are shown, want 1", n)
			}
			page.Find(`.card a[href^="#"]`).Each(func(_ int, a *goquery.Selection) {
				if page.Find(`[id="`+a.AttrOr("href", "")[1:]+`"]`).Length() == 0 {
					t.Errorf("a link leads to %s, which is not on the page", a.AttrOr("href", ""))
				}
			})
		})
	}
	if answer, _ := b.get("/review?article=7"); answer.StatusCode != http.StatusNotFound {
		t.Errorf("an article that is not there gives %d, want 404", answer.StatusCode)
	}
}

// Saving an edit goes on; an edit that cannot be saved comes back as it was
// typed, in the queue.
func TestReviewEdits(t *testing.T) {
	b := withSample(t)
	page := b.start("/review")
	edited := inHand(page)
	_, page = b.get(page.Find(`[data-act="edit"]`).AttrOr("href", ""))
	form := page.Find(".card form.fields")
	sent := url.Values{}
	form.Find("input, textarea").Each(func(_ int, s *goquery.Selection) { sent.Set(s.AttrOr("name", ""), s.AttrOr("value", s.Text())) })
	form.Find("select").Each(func(_ int, s *goquery.Selection) {
		sent.Set(s.AttrOr("name", ""), s.Find("[selected]").AttrOr("value", ""))
	})
	sent.Set("said", "March")
	answer, page := b.post(form.AttrOr("action", ""), sent)
	if answer.StatusCode != http.StatusUnprocessableEntity || inHand(page) != edited || page.Find("[name=said]").AttrOr("value", "") != "March" || page.Find(".problem").Length() == 0 {
		t.Fatalf("a day that is none gives %d with %q in hand: %s", answer.StatusCode, inHand(page), plainText(page.Find(".card")))
	}
	sent.Set("said", "2031-03-03")
	_, page = b.post(form.AttrOr("action", ""), sent)
	if flash(page) != "Saved. 169 left." || progress(page) != "2 of 170" || inHand(page) == edited {
		t.Errorf("saving says %q at %q with %s in hand, want the next", flash(page), progress(page), inHand(page))
	}
}

// The end says what was done; what was decided can be taken back there.
func TestReviewEnds(t *testing.T) {
	b, path := withHarbour(t)
	page := b.start("/review?article=" + strings.TrimPrefix(path, "/articles/"))
	stop := page.Find(".queue a").AttrOr("href", "")
	for _, act := range []string{"accept", "reject", "accept"} {
		page = b.press(page, act)
	}
	if got := plainText(page.Find("h1")) + ": " + plainText(page.Find(".figures dd")); got != "Every one of them is decided: 2100" {
		t.Errorf("the end says %q, want 2 accepted, 1 rejected, none edited, none skipped", got)
	}
	if n := page.Find(".decisions li").Length(); n != 3 {
		t.Fatalf("%d decisions are listed, want 3", n)
	}
	gone, err := url.Parse(stop)
	if err != nil {
		t.Fatal(err)
	}
	asked := gone.Query()
	asked.Del("stop")
	asked.Set("at", "1/statement-0-1")
	gone.RawQuery = asked.Encode()
	_, page = b.post("/review/back", url.Values{"back": {gone.String()}})
	if flash(page) != "Every one of them is decided." {
		t.Errorf("the one before, where none is left and none in hand, says %q in %q", flash(page), plainText(page.Find("h1")))
	}
	entry := page.Find(".decisions li").Eq(1).Find("[name=entry]").AttrOr("value", "")
	_, page = b.post("/undo", url.Values{"entry": {entry}, "back": {stop}})
	if progress(page) != "3 of 3" || flash(page) != "Taken back: Rejected a statement." {
		t.Errorf("taking one back leads to %q and says %q, want the one that is left", progress(page), flash(page))
	}
	_, page = b.get(stop)
	if got := plainText(page.Find("h1")); got != "1 statement left" {
		t.Errorf("stopping says %q, want 1 statement left", got)
	}
}

func TestBatch(t *testing.T) {
	b := withSample(t)
	const at = "/review/batch?kind=statement&one=state&two=direct&above=0.8"
	_, page := b.get(at)
	if page.Find(".problem").Length() == 0 || page.Find("form.batch button.main").Length() > 0 {
		t.Error("a batch is offered before anything of its sort was accepted")
	}
	refs := page.Find("[name=leave]").Map(func(_ int, s *goquery.Selection) string { return s.AttrOr("value", "") })
	for _, ref := range refs[:5] {
		article, key, _ := strings.Cut(ref, "/")
		b.post("/articles/"+article+"/facts/"+key+"/accept", url.Values{})
	}
	_, page = b.get("/review")
	offer := page.Find(`a[href*="/review/batch"]`)
	if offer.Length() != 1 || !strings.Contains(plainText(offer), "Said, quotation") {
		t.Fatalf("the queue offers %q, want said, quotation", plainText(offer))
	}
	_, page = b.get(at)
	left := len(refs) - 5
	if want := fmt.Sprintf("This would accept %d statements", left); !strings.HasPrefix(plainText(page.Find(".lede")), want) {
		t.Fatalf("the batch says %q, want %q", plainText(page.Find(".lede")), want)
	}
	if n := page.Find(".thresholds [aria-current] .hint").Text(); n != fmt.Sprint(left) {
		t.Errorf("the threshold counts %s, want %d", n, left)
	}
	sent := url.Values{"leave": {refs[6]}}
	page.Find("form.batch input[type=hidden]").Each(func(_ int, s *goquery.Selection) { sent.Add(s.AttrOr("name", ""), s.AttrOr("value", "")) })
	stale := url.Values{"kind": {"statement"}, "one": {"state"}, "two": {"direct"}, "above": {"0.8"}, "sum": {"0f"}}
	if _, page = b.post("/review/batch", stale); !page.Find(".flash").Is(".bad") {
		t.Error("a batch of another list than was shown is not refused")
	}
	_, page = b.post("/review/batch", sent)
	if want := fmt.Sprintf("Accepted %d statements.", left-1); flash(page) != want {
		t.Errorf("accepting says %q, want %q", flash(page), want)
	}
	_, page = b.get(at)
	if n := page.Find("[name=leave]").Length(); n != 1 {
		t.Errorf("%d are left, want the one that was left out", n)
	}
	b.post("/undo", url.Values{})
	if _, page = b.get(at); page.Find("[name=leave]").Length() != left {
		t.Errorf("after the undo %d wait, want %d", page.Find("[name=leave]").Length(), left)
	}
}
