package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/chromedp/chromedp"

	"onrecord/store"
	"onrecord/web/chrometest"
)

// A visit is a page of the program that its links lead to, with the route that
// answers it.
type visit struct{ route, address string }

// perShape is how many addresses are looked at that ask the same of one route,
// and perRoute how many of a route in all.
const perShape, perRoute = 2, 8

// unpaged are the routes that answer with no page of the program's.
var unpaged = []string{"GET /articles/{id}/original", "GET /claims/{id}/evidence/{evidence}/file", "GET /",
	"GET /articles/{id}/share.html", "GET /claims/{id}/share.html", "GET /stories/{id}/share.html", "GET /claims/{id}/claimreview.json",
	"GET /articles/{id}/annotations.jsonld", "GET /claims/{id}/annotations.jsonld", "GET /stories/{id}/annotations.jsonld"}

// crawl follows the links of the program from its first page on. Of each route
// it keeps the addresses that differ in what they ask for.
func (b *browser) crawl(t *testing.T) []visit {
	t.Helper()
	var visits []visit
	seen, kept := map[string]bool{"/": true}, map[string]int{}
	for queue := []string{"/"}; len(queue) > 0; {
		address := queue[0]
		queue = queue[1:]
		r, err := http.NewRequest(http.MethodGet, b.server.URL+address, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, route := b.pages.mux.Handler(r)
		shape := route + "?" + strings.Join(slices.Sorted(keysOf(r.URL.Query())), "&")
		if kept[shape] >= perShape || kept[route] >= perRoute || route == "GET /static/" || slices.Contains(unpaged, route) {
			continue
		}
		kept[shape]++
		kept[route]++
		answer, page := b.send(r)
		if answer.StatusCode != http.StatusOK {
			t.Errorf("GET %s = %d, want 200: a link leads there", address, answer.StatusCode)
			continue
		}
		if !strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") || answer.Header.Get("Content-Disposition") != "" {
			continue
		}
		visits = append(visits, visit{route, address})
		queue = append(queue, links(page, r.URL, seen)...)
	}
	return visits
}

func keysOf(q url.Values) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range q {
			if !yield(k) {
				return
			}
		}
	}
}

// links are the addresses of the program that a page leads to, each once.
func links(page *goquery.Document, from *url.URL, seen map[string]bool) []string {
	var all []string
	page.Find("a[href], form[method=get]").Each(func(_ int, s *goquery.Selection) {
		to, err := from.Parse(s.AttrOr("href", s.AttrOr("action", "")))
		if err != nil || to.Host != from.Host {
			return
		}
		to.Fragment = ""
		if s.Is("form") {
			to.RawQuery = sentAsIs(s).Encode()
		}
		if address := to.RequestURI(); !seen[address] {
			seen[address] = true
			all = append(all, address)
		}
	})
	return all
}

// sentAsIs is what a form sends when nothing is typed into it.
func sentAsIs(form *goquery.Selection) url.Values {
	sent := url.Values{}
	form.Find("input[type=hidden][name]").Each(func(_ int, s *goquery.Selection) { sent.Add(s.AttrOr("name", ""), s.AttrOr("value", "")) })
	return sent
}

// TestEveryPageIsLinked holds that each page there is can be reached by links.
func TestEveryPageIsLinked(t *testing.T) {
	b := newBrowser(t)
	b.workedOn(t)
	reached := map[string]bool{}
	for _, v := range b.crawl(t) {
		reached[v.route] = true
	}
	for route := range b.pages.handlers() {
		if strings.HasPrefix(route, "GET ") && !reached[route] && !slices.Contains(unpaged, route) && !slices.Contains(elsewhere, route) {
			t.Errorf("no link leads to %s", route)
		}
	}
}

// elsewhere are pages that are reached by a form or a file alone, or from an
// archive in which more was done: two captures of one address, five statements
// of a sort accepted, articles read by an older version.
var elsewhere = []string{"GET /imports/{id}", "GET /claims/pin", "GET /articles/{id}/versions", "GET /review/batch", "GET /settings/again"}

// TestEveryPageIsAccessible has axe look at every page in both themes, and at
// none of them may anything need scrolling sideways at 320 pixels, which is
// 1280 at 400 per cent (WCAG 1.4.10), or be cut at 200 per cent.
func TestEveryPageIsAccessible(t *testing.T) {
	axe := chrometest.Axe(t)
	c := chrometest.Start(t)
	b := newBrowser(t)
	b.workedOn(t)
	visits := b.crawl(t)
	for _, theme := range []string{"light", "dark"} {
		t.Run(theme, func(t *testing.T) {
			tab := b.open(t, c, "/")
			tab.Theme(theme)
			for _, v := range visits {
				tab.Do(chromedp.Navigate(b.server.URL + v.address))
				if wrong := tab.Violations(axe); wrong != "" {
					t.Errorf("%s: axe finds\n%s", v.address, wrong)
				}
				if theme == "light" {
					reflows(t, tab, v.address)
				}
			}
		})
	}
}

func reflows(t *testing.T, tab chrometest.Tab, address string) {
	t.Helper()
	defer tab.Do(chromedp.EmulateViewport(1280, 900))
	for _, width := range []int64{320, 640} {
		tab.Do(chromedp.EmulateViewport(width, 800))
		if got := tab.Script("document.documentElement.scrollWidth"); got != fmt.Sprint(width) {
			t.Errorf("%s is %s pixels wide at %d", address, got, width)
		}
	}
}

// workedOn is an archive in which somebody has worked: the sample story, with
// something of everything that a user can make.
func (b *browser) workedOn(t *testing.T) {
	t.Helper()
	b.post("/sample", nil)
	var articles []store.Listed
	var said []store.Statement
	err := b.archive.View(context.Background(), func(tx *store.Tx) (err error) {
		if articles, err = tx.Library(store.Filter{}, 20); err != nil {
			return err
		}
		said, err = tx.StatementsOf(articles[len(articles)-1].ID)
		return err
	})
	if err != nil || len(said) < 3 {
		t.Fatalf("the sample story: %v, %d statements", err, len(said))
	}
	article := articles[len(articles)-1].ID
	b.do("Worked", func(d *store.Deed) error { return d.Decide(article, said[0].Key, store.Accepted, nil) })
	b.do("Worked", func(d *store.Deed) error { return d.Decide(article, said[1].Key, store.Rejected, nil) })
	b.do("Worked", func(d *store.Deed) error {
		claim, err := d.SaveClaim(store.Claim{Words: "Forty thousand soldiers are in the valley.", Who: "Oren Vastic"})
		if err != nil {
			return err
		}
		file, err := d.Attach("order.txt", []byte("Move at dawn."))
		if err != nil {
			return err
		}
		if _, err := d.SaveEvidence(store.Evidence{Claim: claim, Attachment: &file, Stance: "against", Why: "It names another number."}); err != nil {
			return err
		}
		return d.SaveLink(claim, article, said[0].Key, "same")
	})
	b.do("Worked", func(d *store.Deed) error {
		story, err := d.SaveStory(store.Story{Name: "The Brannic valley", Query: "Brannic"})
		if err != nil {
			return err
		}
		_, err = d.Gather(story, store.ArticleItem(article))
		return err
	})
	b.do("Worked", func(d *store.Deed) error {
		people, err := d.Tx().Speakers("", "", 2)
		if err != nil {
			return err
		}
		return d.Merge(people[1].ID, people[0].ID, true)
	})
	b.do("Worked", func(d *store.Deed) error {
		lesson, err := store.NoCue("vowed")
		if err != nil {
			return err
		}
		_, err = d.Teach(lesson, true)
		return err
	})
	b.do("Worked", func(d *store.Deed) error {
		_, err := d.SaveNote(store.Note{Article: &article, Quote: said[2].Words, Words: "Ask for the order."})
		return err
	})
	b.do("Worked", func(d *store.Deed) error {
		return d.SaveTag(store.Tag{Article: &article, Quote: said[2].Words, Words: "troops"})
	})
}
