package web

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"onrecord/store"
)

// download is a file that a page offers, and what the browser is told of it.
func (b *browser) download(path string) (*http.Response, string) {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodGet, b.server.URL+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	answer, err := b.client.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return answer, string(body)
}

// withReadyClaim is a browser with the harbour article, a statement of it accepted,
// and a ready claim; it gives the addresses of article and claim.
func withReadyClaim(t *testing.T) (b *browser, article, claim string) {
	t.Helper()
	b, article = withHarbour(t)
	var id int64
	fmt.Sscanf(article, "/articles/%d", &id)
	var keys []string
	if err := b.archive.View(t.Context(), func(tx *store.Tx) error {
		f, err := tx.Facts(id)
		keys = f.Keys.Statements
		return err
	}); err != nil {
		t.Fatal(err)
	}
	b.do("Worked", func(d *store.Deed) error { return d.Decide(id, keys[0], store.Accepted, nil) })
	c := b.do("Worked", func(d *store.Deed) error {
		_, err := d.SaveClaim(store.Claim{Words: "The harbour closes on Friday.", Who: "Ilse Maren", Verdict: "partly", Reason: "Only the east basin.", Status: "ready"})
		return err
	})
	b.do("Worked", func(d *store.Deed) error { return d.SaveLink(c, id, keys[0], "same") })
	b.do("Worked", func(d *store.Deed) error {
		_, err := d.SaveNote(store.Note{Claim: &c, Words: "Asked the harbour master."})
		return err
	})
	b.do("Worked", func(d *store.Deed) error {
		_, err := d.SaveNote(store.Note{Article: &id, Quote: "40 ships", Words: "Count them."})
		return err
	})
	return b, article, claimHref(c)
}

func TestShareSaysWhatGoesIn(t *testing.T) {
	b, article, claim := withReadyClaim(t)
	for path, boxes := range map[string]string{claim: "notes history text", article: "notes suggestions text"} {
		_, page := b.get(path)
		if n := page.Find(`a[href="` + path + `/share"]`).Length(); n == 0 {
			t.Errorf("%s has no link to its share page", path)
		}
		answer, page := b.get(path + "/share")
		if answer.StatusCode != http.StatusOK {
			t.Fatalf("%s/share = %d", path, answer.StatusCode)
		}
		var names []string
		page.Find(`form[method=get][action$="share.html"] input[type=checkbox]`).Each(func(_ int, s *goquery.Selection) { names = append(names, s.AttrOr("name", "")) })
		if got := strings.Join(names, " "); got != boxes {
			t.Errorf("%s/share offers %q, want %q", path, got, boxes)
		}
		if _, ticked := page.Find(`input[name=suggestions]`).Attr("checked"); ticked {
			t.Errorf("%s/share puts suggestions in unasked", path)
		}
	}
}

func TestSharedFiles(t *testing.T) {
	b, article, claim := withReadyClaim(t)
	for name, c := range map[string]struct {
		path        string
		has, hasNot []string
	}{
		"a claim":                 {claim + "/share.html?notes=yes&history=yes", []string{"The harbour closes on Friday.", "Only the east basin.", "The harbour will close", "Asked the harbour master.", "Coast Courier", "made a claim|test"}, []string{"40 ships would be late"}},
		"a claim, less":           {claim + "/share.html", []string{"The harbour closes on Friday.", "Left out: notes"}, []string{"Asked the harbour master."}},
		"a claim with the text":   {claim + "/share.html?text=yes", []string{"40 ships would be late"}, nil},
		"an article":              {article + "/share.html?notes=yes&text=yes", []string{"Harbour to close", "40 ships would be late", "Count them.", "The harbour closes on Friday."}, []string{"not checked"}},
		"an article, suggestions": {article + "/share.html?suggestions=yes", []string{"a suggestion of the program, not checked"}, []string{"Count them."}},
	} {
		answer, html := b.download(c.path)
		kind, given, err := mime.ParseMediaType(answer.Header.Get("Content-Disposition"))
		if err != nil || kind != "attachment" || strings.ContainsAny(given["filename"], `/\:*?"<>| `) || !strings.HasSuffix(given["filename"], ".html") {
			t.Errorf("%s: Content-Disposition = %q", name, answer.Header.Get("Content-Disposition"))
		}
		page, err := goquery.NewDocumentFromReader(strings.NewReader(html))
		if err != nil {
			t.Fatal(err)
		}
		words := page.Text()
		for _, want := range c.has {
			if one, other, _ := strings.Cut(want, "|"); !strings.Contains(words, one) && (other == "" || !strings.Contains(words, other)) {
				t.Errorf("%s: the file has no %q", name, want)
			}
		}
		for _, never := range c.hasNot {
			if strings.Contains(words, never) {
				t.Errorf("%s: the file has %q", name, never)
			}
		}
		if n := page.Find("script, link, img, iframe, form").Length(); n != 0 {
			t.Errorf("%s: the file has %d elements that run or ask", name, n)
		}
		if n := strings.Count(html, "SHA-256 of the text"); n != 1 {
			t.Errorf("%s: %d sources, want one with its SHA-256", name, n)
		}
	}
}

// Statements keep the numbers that they have at the desk.
func TestSharedArticleKeepsNumbers(t *testing.T) {
	b, article, _ := withReadyClaim(t)
	_, desk := b.get(article)
	number := strings.TrimSpace(desk.Find(`#text mark.said-accepted + sup a`).First().Text())
	_, html := b.download(article + "/share.html?text=yes")
	page, err := goquery.NewDocumentFromReader(strings.NewReader(html))
	if err != nil {
		t.Fatal(err)
	}
	if number == "" || page.Find(`li#statement-`+number).Length() != 1 || page.Find(`.text sup a[href="#statement-`+number+`"]`).Length() != 1 {
		t.Errorf("statement %q of the desk is not number %q in the file: %s", number, number, page.Find("main").Text())
	}
}

func TestClaimReviewOfAClaim(t *testing.T) {
	b, _, claim := withReadyClaim(t)
	_, page := b.get(claim + "/share")
	if got := page.Find(".missing").Text(); !strings.Contains(got, "the address where your article stands") || !strings.Contains(got, "who publishes it") {
		t.Errorf("the page says %q is missing, want address and publisher", got)
	}
	if page.Find(`a[href="`+claim+`/claimreview.json"]`).Length() != 0 {
		t.Error("the file is offered though something is missing")
	}
	if answer, _ := b.download(claim + "/claimreview.json"); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("GET claimreview.json = %d, want 422 while something is missing", answer.StatusCode)
	}
	answer, page := b.post("/settings/publisher", url.Values{"name": {"Harbour Post"}, "address": {"harbour"}, "kind": {"organization"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find(`input[name=name]`).AttrOr("value", "") != "Harbour Post" {
		t.Errorf("a wrong address gave %d and lost what was typed", answer.StatusCode)
	}
	b.post("/settings/publisher", url.Values{"name": {"Harbour Post"}, "address": {"https://harbour.example/"}, "kind": {"organization"}})
	answer, page = b.post(claim+"/share", url.Values{"address": {"not an address"}, "day": {"2031-03-07"}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find(`input[name=address]`).AttrOr("value", "") != "not an address" || page.Find(".problem").Length() == 0 {
		t.Errorf("a wrong address of the article gave %d and lost what was typed", answer.StatusCode)
	}
	_, page = b.post(claim+"/share", url.Values{"address": {"https://harbour.example/friday"}, "day": {"2031-03-07"}})
	if page.Find(".missing").Length() != 0 || page.Find(`a[href="`+claim+`/claimreview.json"]`).Length() != 1 || page.Find(".flash form").Length() != 1 {
		t.Errorf("after all was said the page is %q, want the file offered, and undo", page.Find("main").Text())
	}
	answer, body := b.download(claim + "/claimreview.json")
	var review map[string]any
	if err := json.Unmarshal([]byte(body), &review); err != nil || review["@type"] != "ClaimReview" || review["url"] != "https://harbour.example/friday" {
		t.Errorf("the file is %s (%v, %v), want the ClaimReview", body, answer.Status, err)
	}
}

// Two windows: the address that another window saved is not overwritten.
func TestPublicationOfTwoWindows(t *testing.T) {
	b, _, claim := withReadyClaim(t)
	_, page := b.get(claim + "/share")
	mark := page.Find(`form[action$="/share"] input[name=mark]`).AttrOr("value", "")
	b.post(claim+"/share", url.Values{"address": {"https://harbour.example/one"}, "mark": {mark}})
	answer, _ := b.post(claim+"/share", url.Values{"address": {"https://harbour.example/two"}, "mark": {mark}})
	if mark == "" || answer.StatusCode != http.StatusConflict {
		t.Errorf("the older page's save = %d with mark %q, want 409", answer.StatusCode, mark)
	}
}

func TestAnnotationsOfOneThing(t *testing.T) {
	b, article, claim := withReadyClaim(t)
	for path, want := range map[string]int{article: 3, claim: 3} { // statement, name, note; note, link, verdict
		answer, body := b.download(path + "/annotations.jsonld")
		var c struct{ Total int }
		if err := json.Unmarshal([]byte(body), &c); err != nil || c.Total != want {
			t.Errorf("%s has %d annotations (%v), want %d: %s", path, c.Total, err, want, body)
		}
		if kind := answer.Header.Get("Content-Type"); !strings.HasPrefix(kind, "application/ld+json") {
			t.Errorf("%s: Content-Type = %q", path, kind)
		}
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"The harbour closes on Friday.": "claim-7-the-harbour-closes-on-friday.html",
		"":                              "claim-7.html",
		"../../etc/passwd":              "claim-7-etc-passwd.html",
		"CON":                           "claim-7-con.html",
		"Ærø — «x» | y":                 "claim-7-r-x-y.html",
		"المعبر":                        "claim-7.html",
		strings.Repeat("a", 300):        "claim-7-" + strings.Repeat("a", 60) + ".html",
	} {
		if got := fileName("claim", 7, title, ".html"); got != want {
			t.Errorf("fileName(%q) = %q, want %q", title, got, want)
		}
	}
}
