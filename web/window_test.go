package web

import (
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// What was edited in one window is not saved over what another saved meanwhile:
// both stand side by side, and what was typed is there.
func TestSecondWindowIsShownBoth(t *testing.T) {
	for _, c := range []struct {
		name  string
		open  func(t *testing.T) (b *browser, address, form string)
		field string
		typed [2]string
	}{
		{"a statement in the review queue", func(t *testing.T) (*browser, string, string) {
			b, path := withHarbour(t)
			page := b.start("/review?article=" + strings.TrimPrefix(path, "/articles/"))
			return b, page.Find(`[data-act="edit"]`).AttrOr("href", ""), "form.fields"
		}, "said", [2]string{"2031-03-04", "2031-03-01"}},
		{"a story", func(t *testing.T) (*browser, string, string) {
			b := newBrowser(t)
			return b, b.story(url.Values{"name": {"Dam"}}) + "?edit=story", "form.fields"
		}, "about", [2]string{"one", "what I typed"}},
		{"a verdict", func(t *testing.T) (*browser, string, string) {
			return newBrowser(t), "/settings/verdicts?edit=misleading", `form[action$="/change"]`
		}, "rating", [2]string{"2", "3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, address, form := c.open(t)
			_, page := b.get(address)
			action, first := formAt(t, page, form)
			second := maps.Clone(first)
			first.Set(c.field, c.typed[0])
			b.post(action, first)
			second[c.field] = []string{c.typed[1]}
			answer, both := b.post(action, second)
			if answer.StatusCode != http.StatusConflict || both.Find(`.page.stale [name="`+c.field+`"]`).AttrOr("value", both.Find(`.page.stale [name="`+c.field+`"]`).Text()) != c.typed[1] {
				t.Errorf("the second save ends with %d and %q, want %d with %q kept", answer.StatusCode, plainText(both.Find("main")), http.StatusConflict, c.typed[1])
			}
		})
	}
}

// A story of which much was decided and nothing accepted has news of nothing.
func TestStoryWithManyDecisionsOpens(t *testing.T) {
	b, items := withRiver(t, 1)
	story := b.story(url.Values{"name": {"Dam"}}, items...)
	_, page := b.get("/articles/" + strings.TrimPrefix(items[0], "article/"))
	accept, _ := firstCard(t, page)
	for range 101 {
		b.post(strings.Replace(accept, "/accept", "/reject", 1), nil)
		b.post(strings.Replace(accept, "/accept", "/reset", 1), nil)
	}
	if answer, _ := b.get(story); answer.StatusCode != http.StatusOK {
		t.Errorf("GET %s = %d, want 200", story, answer.StatusCode)
	}
}

// Evidence is taken away, changed and read through its own claim alone.
func TestEvidenceIsOfItsClaim(t *testing.T) {
	b := newBrowser(t)
	var of [2]string
	for i, words := range []string{"The harbour closes.", "The port is late this year."} {
		answer, _ := b.post("/claims", url.Values{"text": {words}})
		of[i] = answer.Request.URL.Path
	}
	b.post(of[0]+"/evidence", url.Values{"kind": {"address"}, "address": {"https://port.example/a"}, "side": {"for"}})
	_, page := b.get(of[0])
	remove := page.Find(`.side form[action$="/remove"]`).AttrOr("action", "")
	if answer, _ := b.post(of[1]+strings.TrimPrefix(remove, of[0]), nil); answer.StatusCode != http.StatusNotFound {
		t.Errorf("taking it from another claim ends with %d, want 404", answer.StatusCode)
	}
	if answer, _ := b.post(remove, nil); answer.StatusCode != http.StatusOK {
		t.Errorf("taking it from its claim ends with %d, want 200", answer.StatusCode)
	}
}
