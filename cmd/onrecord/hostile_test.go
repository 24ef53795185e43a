package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// trackers is a page that calls home in many ways; %[1]s is home.
const trackers = `<!doctype html><html lang="en"><head><title>A page that tells on its reader</title>
<link rel="stylesheet" href="%[1]s/stylesheet"><link rel="preload" as="image" href="%[1]s/preload">
<style>body { background: url(%[1]s/background) }</style><meta http-equiv="refresh" content="1;url=%[1]s/refresh"></head>
<body><h1>A page that tells on its reader</h1>
<p>The harbour office said on Monday that the ferry would sail again on Friday, after three weeks in which nobody crossed the strait.</p>
<p>“We have waited long enough,” said Ilse Maren, the harbour master, and nobody on the quay contradicted her.</p>
<img src="%[1]s/image"><iframe src="%[1]s/frame"></iframe><video autoplay poster="%[1]s/poster" src="%[1]s/video"></video>
<object data="%[1]s/object"></object><script src="%[1]s/script"></script>
<script>fetch("%[1]s/fetch", {mode: "no-cors"}); new Image().src = "%[1]s/beacon";</script></body></html>`

// home counts what calls it, by path.
type home struct {
	mu    sync.Mutex
	calls map[string]int
}

func (h *home) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.calls[r.URL.Path]++
}

func (h *home) take() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	var all []string
	for path := range h.calls {
		if path != "/favicon.ico" {
			all = append(all, path)
		}
	}
	h.calls = map[string]int{}
	return all
}

// Trust 9: an archived page, framed or opened by itself, runs nothing and
// loads nothing.
func TestArchivedPagesCallNobody(t *testing.T) {
	if testing.Short() {
		t.Skip("drives a browser")
	}
	ctx := chromium(t)
	h := &home{calls: map[string]int{}}
	server := httptest.NewServer(h)
	defer server.Close()
	page := fmt.Sprintf(trackers, server.URL)
	free := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, page)
	}))
	defer free.Close()
	steps(t, ctx, step{"without onrecord", []chromedp.Action{chromedp.Navigate(free.URL), chromedp.Sleep(2 * time.Second)}})
	if calls := h.take(); len(calls) < 8 {
		t.Fatalf("the page by itself calls %q, want at least eight kinds", calls)
	}

	_, archive, address := launched(t)
	onrecord("", "--archive", archive, "import", write(t, t.TempDir(), "page.html", page)).done(t)
	var frame string
	steps(t, ctx,
		step{"the library", []chromedp.Action{chromedp.Navigate(address), open(`main ol.lines a`), has("#text", "nobody on the quay")}},
		step{"the original in its frame", []chromedp.Action{open(`#original`), chromedp.WaitReady(`#text iframe`, chromedp.ByQuery),
			chromedp.AttributeValue(`#text iframe`, "src", &frame, nil, chromedp.ByQuery), chromedp.Sleep(2 * time.Second)}},
	)
	steps(t, ctx, step{"the original by itself", []chromedp.Action{chromedp.Navigate(origin(address) + frame), has("h1", "tells on its reader"), chromedp.Sleep(2 * time.Second)}})
	if calls := h.take(); len(calls) > 0 {
		t.Errorf("the archived page called %q, want nobody", calls)
	}
}

// Reading, accepting, noting, claiming and searching work without JavaScript.
func TestWithoutJavaScript(t *testing.T) {
	if testing.Short() {
		t.Skip("drives a browser")
	}
	ctx := chromium(t)
	_, _, address := launched(t)
	steps(t, ctx,
		step{"first run", []chromedp.Action{emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(address), has("title", "onrecord")}},
		step{"sample story", []chromedp.Action{open(`form[action="/sample"] button`), has("#flash", "The sample story is open")}},
		step{"read", []chromedp.Action{open(`main ol.lines a`), chromedp.WaitVisible(`#text .body p`, chromedp.ByQuery)}},
		step{"accept", []chromedp.Action{open(`#panel .card form.acts button.yes`), has("#flash", "Accepted.")}},
		step{"undo", []chromedp.Action{open(`#flash form button`), has("#flash", "Taken back")}},
		step{"claim", []chromedp.Action{open(`#panel .card a[data-act="claim"]`), has("h1", "New claim"),
			open(`form[action="/claims"] button`), has("#flash", "Claim made.")}},
		step{"search", []chromedp.Action{chromedp.SendKeys(`#q`, "troops\r", chromedp.ByQuery), has("h1", "Search"), chromedp.WaitVisible(`main mark`, chromedp.ByQuery)}},
	)
}

// Trust 1: a name that is made to point at this machine is not this machine.
func TestARebindingSiteIsMisdirected(t *testing.T) {
	_, _, address := launched(t)
	r, err := http.NewRequest(http.MethodGet, origin(address)+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Host = "evil.test:" + origin(address)[strings.LastIndex(origin(address), ":")+1:]
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("a request for %s = %d, want 421", r.Host, answer.StatusCode)
	}
}
