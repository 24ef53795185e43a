package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// fields is what the one form that selector finds would send.
func fields(page *goquery.Document, selector string) url.Values {
	sent := url.Values{}
	page.Find(selector).First().Find(`input[name]:not([type=checkbox]), textarea, input[checked], option[selected]`).Each(func(_ int, s *goquery.Selection) {
		sent.Add(s.AttrOr("name", s.Closest("select").AttrOr("name", "")), s.AttrOr("value", s.Text()))
	})
	return sent
}

// closed is the words of s without space, which stands between them by style.
func closed(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), "") }

// TestAddFacts adds a fact of every kind by the form that the page has for it.
func TestAddFacts(t *testing.T) {
	for _, c := range []struct {
		name, kind string
		sent       url.Values
		card, want string
	}{
		{"a statement", "statement", url.Values{"words": {"40 ships would be late"}, "speaker": {"Tomas Oker"}, "act": {"warn"}}, ".card.statement", "Tomas Oker 4 40 ships would be late warned paraphrase you added this"},
		{"a name with every place that names it", "entity", url.Values{"name": {"The harbour"}, "kind": {"organization"}, "words": {"harbour"}}, ".card.organization", "The harbour spoken of 3 times you added this"},
		{"a day", "time", url.Values{"words": {"Friday"}, "value": {"2031-03-07"}}, ".card.time", "Friday in the text Friday, 7 March 2031 you added this"},
		{"an amount", "amount", url.Values{"words": {"40 ships"}, "value": {"40"}, "unit": {"ships"}}, ".card.amount", "40 ships in the text told by the article itself you added this"},
		{"an event", "event", url.Values{"words": {"close"}, "kind": {"visit"}, "when": {"2031-03-07"}, "status": {"planned"}}, ".card.event", "on Friday, 7 March 2031 — told by the article itself"},
		{"a position", "position", url.Values{"topic": {"the harbour was unsafe"}, "stance": {"against"}, "act": {"deny"}}, ".card.position", "nobody named is against the harbour was unsafe denied you added this"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, path := withHarbour(t)
			_, page := b.get(path + "?tab=facts")
			way := page.Find(`.missed a[href*="add=`+c.kind+`"]`).AttrOr("href", "")
			_, page = b.get(strings.TrimSuffix(way, "#add"))
			form := fields(page, "#add form")
			for name, values := range c.sent {
				form[name] = values
			}
			answer, page := b.post(page.Find("#add form").AttrOr("action", ""), form)
			cards := page.Find(c.card).FilterFunction(func(_ int, s *goquery.Selection) bool {
				return strings.Contains(closed(s), strings.ReplaceAll(c.want, " ", ""))
			})
			if answer.StatusCode != http.StatusOK || cards.Length() != 1 {
				t.Fatalf("adding %v gave %d, cards %q, problem %q; want one with %q", form, answer.StatusCode, plainText(page.Find(c.card)), plainText(page.Find(".problem")), c.want)
			}
			key := cards.AttrOr("id", "")
			_, page = b.post(cards.Find(`[data-act="drop"]`).AttrOr("formaction", ""), url.Values{})
			if page.Find("#"+key).Length() != 0 {
				t.Errorf("after taking it away the page still has %s", key)
			}
			_, page = b.post("/undo", url.Values{"back": {path}})
			if page.Find("#"+key).Length() != 1 {
				t.Errorf("after Undo the page lacks %s", key)
			}
			if h, err := b.archive.Check(t.Context(), nil); err != nil || len(h.Wrong) > 0 {
				t.Errorf("Check = %q, %v, want nothing wrong", h.Wrong, err)
			}
		})
	}
}

// TestAddStatementProblems holds that what cannot be saved is said, and what
// was typed stays.
func TestAddStatementProblems(t *testing.T) {
	good := url.Values{"kind_of_fact": {"statement"}, "words": {"40 ships would be late"}, "act": {"warn"}, "form": {"indirect"}}
	for _, c := range []struct {
		name string
		sent url.Values
		want string
	}{
		{"words that are not there", url.Values{"words": {"90 ships"}}, "These words do not stand in the article one after the other; copy them from the text."},
		{"no words", url.Values{"words": {""}}, "These words do not stand in the article one after the other; copy them from the text."},
		{"a name that is nowhere", url.Values{"speaker": {"Oren Vastic"}}, "“Oren Vastic” does not stand in the article; say what the article calls them in the field below, or choose a name that it has."},
		{"words for the speaker that are nowhere", url.Values{"source": {"the mayor"}}, "The article’s words for them do not stand in it; copy them from the text."},
		{"a relay that is nowhere", url.Values{"via": {"Coastline"}}, "“Coastline” does not stand in the article; write who passes it on as the article does."},
		{"a day that is none", url.Values{"said": {"Monday"}}, "Write a day as 2022-01-12, a month as 2022-01, a year as 2022, a week as 2022-W02, or leave it empty."},
		{"no act", url.Values{"act": {""}}, "Choose how it was said, and in whose words."},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, path := withHarbour(t)
			form := url.Values{}
			for _, from := range []url.Values{good, c.sent} {
				for name, values := range from {
					form[name] = values
				}
			}
			answer, page := b.post(path+"/facts", form)
			if got := plainText(page.Find("#add .problem")); answer.StatusCode != http.StatusUnprocessableEntity || got != c.want {
				t.Errorf("sending %v = %d, %q, want 422, %q", form, answer.StatusCode, got, c.want)
			}
			if got := page.Find("#add-words").Text(); got != form.Get("words") {
				t.Errorf("the words came back as %q, want %q", got, form.Get("words"))
			}
		})
	}
}

// TestSpeakers holds whom a statement is given when a name is typed.
func TestSpeakers(t *testing.T) {
	for _, c := range []struct {
		name string
		sent url.Values
		want string // who, as what
	}{
		{"a name of the article", url.Values{"speaker": {"tomas oker"}}, "Tomas Oker"},
		{"a new name that stands there", url.Values{"speaker": {"Velm"}, "new_kind": {"place"}}, "Velm"},
		{"a new name for the article’s words", url.Values{"speaker": {"Oren Vastic"}, "source": {"the harbour master"}}, "Oren Vastic “the harbour master”"},
		{"nobody", url.Values{"speaker": {""}}, "nobody named"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, path := withHarbour(t)
			_, page := b.get(path)
			key := page.Find(".card.statement").First().AttrOr("id", "")
			_, page = b.get(path + "?tab=facts&edit=" + key)
			form := fields(page, "#"+key+" form")
			form.Set("source", "")
			for name, values := range c.sent {
				form[name] = values
			}
			_, page = b.post(path+"/facts/"+key+"/edit", form)
			if got := plainText(page.Find("#" + key + " .card-head > span")); !strings.HasPrefix(got, c.want) {
				t.Errorf("after %v it is said by %q (problem %q), want %q", c.sent, got, plainText(page.Find(".problem")), c.want)
			}
			_, page = b.post("/undo", url.Values{"back": {path}})
			if page.Find(".card.edited").Length() != 0 {
				t.Errorf("after Undo the statement is still edited")
			}
		})
	}
}

// TestRelays holds that on whose word a statement stands can be said, left and
// taken away.
func TestRelays(t *testing.T) {
	b, path := withHarbour(t)
	_, page := b.get(path)
	key := page.Find(".card.statement").First().AttrOr("id", "")
	for _, c := range []struct{ via, want string }{
		{"Tomas Oker; Port Velm", "Ilse Maren → Tomas Oker → Port Velm → Coast Courier"}, {"Port Velm", "Ilse Maren → Port Velm → Coast Courier"}, {"", ""},
	} {
		_, page = b.get(path + "?tab=facts&edit=" + key)
		form := fields(page, "#"+key+" form")
		form.Set("via", c.via)
		_, page = b.post(path+"/facts/"+key+"/edit", form)
		if got := closed(page.Find("#" + key + " .chain")); strings.TrimPrefix(got, "onwhoseword:") != strings.ReplaceAll(c.want, " ", "") {
			t.Errorf("by way of %q: %q (problem %q), want %q", c.via, got, plainText(page.Find(".problem")), c.want)
		}
	}
}

// TestTagsOfPassages holds that an article and its passages can be tagged, and
// untagged.
func TestTagsOfPassages(t *testing.T) {
	b, path := withHarbour(t)
	_, page := b.post(path+"/tags", url.Values{"words": {"ships"}, "quote": {"40 ships"}})
	if got := plainText(page.Find(".tag-line")); !strings.Contains(got, "40 ships") || page.Find("#text .body mark.tagged").Text() != "40 ships" {
		t.Errorf("the tags read %q, marked is %q, want 40 ships", got, page.Find("#text .body mark.tagged").Text())
	}
	_, page = b.post(path+"/tags", url.Values{"words": {"port"}})
	if got := page.Find(".tag-line").Length(); got != 2 || page.Find(`#tag-names option[value="ships"]`).Length() != 1 {
		t.Errorf("there are %d tags, want 2, and both completed", got)
	}
	answer, page := b.post(path+"/tags", url.Values{"words": {"port"}, "quote": {"no such words"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("#new-tag-words").AttrOr("value", "") != "port" {
		t.Errorf("a tag on words that are not there: %d, %q, want 422 and the tag", answer.StatusCode, page.Find("#new-tag-words").AttrOr("value", ""))
	}
	_, page = b.get(path + "?tab=notes")
	_, page = b.post(page.Find(".tag-line form").First().AttrOr("action", ""), url.Values{"back": {path + "?tab=notes"}})
	if got := page.Find(".tag-line").Length(); got != 1 {
		t.Errorf("after taking one off there are %d tags, want 1", got)
	}
}
