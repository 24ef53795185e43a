package web

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	download "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"onrecord/web/chrometest"
)

// sharesByKeys saves a claim as a file with the keyboard alone, and the file is
// the one that was ticked.
func sharesByKeys(t *testing.T, c chrometest.Chrome) {
	b, _, claim := withReadyClaim(t)
	folder := t.TempDir()
	tab := b.open(t, c, claim)
	tab.Do(download.SetDownloadBehavior(download.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(folder))
	tabUntil(tab, `document.activeElement.getAttribute("href") === "`+claim+`/share"`)
	tab.Press(kb.Enter)
	tab.Wait(`document.querySelector("h1").textContent`, "Share the claim")
	tabUntil(tab, `document.activeElement.name === "notes"`)
	tab.Press(" ")
	tab.Wait(`document.querySelector("[name=notes]").checked`, "false")
	tabUntil(tab, `document.activeElement.textContent === "Save the file"`)
	tab.Press(kb.Enter)
	html := saved(t, folder)
	if !strings.Contains(html, "The harbour closes on Friday.") || strings.Contains(html, "Asked the harbour master.") {
		t.Errorf("the saved file is %s, want the claim without notes", html)
	}
}

// sharesByMouse saves an article as a file with the mouse, without scripts.
func sharesByMouse(t *testing.T, c chrometest.Chrome) {
	b, article, _ := withReadyClaim(t)
	folder := t.TempDir()
	tab := b.open(t, c, "/")
	tab.Do(emulation.SetScriptExecutionDisabled(true))
	tab.Do(download.SetDownloadBehavior(download.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(folder))
	tab.Do(chromedp.Navigate(b.server.URL + article))
	tab.Do(chromedp.Click(`#text a.share`, chromedp.ByQuery))
	tab.Do(chromedp.Click(`input[name=suggestions]`, chromedp.ByQuery))
	tab.Do(chromedp.Click(`form[action$="share.html"] button`, chromedp.ByQuery))
	if html := saved(t, folder); !strings.Contains(html, "a suggestion of the program, not checked") || !strings.Contains(html, "Count them.") {
		t.Errorf("the saved file is %s, want notes and suggestions", html)
	}
}

// tabUntil presses the tabulator until what has the focus is the one.
func tabUntil(tab chrometest.Tab, is string) {
	for range 60 {
		if tab.Script(is) == "true" {
			return
		}
		tab.Press(kb.Tab)
	}
	tab.Wait(is, "true")
}

// saved is the one file that the browser saved into a folder.
func saved(t *testing.T, folder string) string {
	t.Helper()
	for range 200 {
		all, err := filepath.Glob(filepath.Join(folder, "*.html"))
		if err != nil {
			t.Fatal(err)
		}
		if len(all) == 1 {
			content, err := os.ReadFile(all[0])
			if err == nil && strings.HasSuffix(strings.TrimSpace(string(content)), "</html>") {
				return string(content)
			}
		}
		time.Sleep(30 * time.Millisecond)
	}
	t.Fatal("the browser saved no file")
	return ""
}

// opensFromDisk opens a shared file with the network cut: nothing is asked for,
// and the words are there.
func opensFromDisk(t *testing.T, c chrometest.Chrome) {
	b, article, _ := withReadyClaim(t)
	_, html := b.download(article + "/share.html?notes=yes&text=yes")
	file := filepath.Join(t.TempDir(), "shared.html")
	if err := os.WriteFile(file, []byte(html), 0o600); err != nil {
		t.Fatal(err)
	}
	address := (&url.URL{Scheme: "file", Path: file}).String()
	tab := c.Open(t, "about:blank")
	var mu sync.Mutex
	var asked []string
	tab.Do(chromedp.ActionFunc(func(ctx context.Context) error {
		chromedp.ListenTarget(ctx, func(e any) {
			if r, ok := e.(*network.EventRequestWillBeSent); ok {
				mu.Lock()
				asked = append(asked, r.Request.URL)
				mu.Unlock()
			}
		})
		if err := network.Enable().Do(ctx); err != nil {
			return err
		}
		_, err := network.EmulateNetworkConditionsByRule(true, []*network.Conditions{{}}).Do(ctx)
		return err
	}))
	tab.Do(chromedp.Navigate(address))
	tab.Wait(`document.querySelector("h1").textContent`, "Harbour to close")
	tab.Wait(`document.querySelector(".text").textContent.includes("40 ships would be late")`, "true")
	tab.Wait(`document.styleSheets.length + " " + document.scripts.length`, "1 0")
	tab.Wait(`getComputedStyle(document.querySelector("mark.statement")).backgroundColor !== "rgba(0, 0, 0, 0)"`, "true")
	for _, width := range []int64{360, 320} {
		tab.Do(chromedp.EmulateViewport(width, 800))
		tab.Wait(`document.documentElement.scrollWidth <= innerWidth`, "true")
	}
	mu.Lock()
	defer mu.Unlock()
	if len(asked) != 1 || asked[0] != address {
		t.Errorf("the file asked for %q, want nothing but itself", asked)
	}
}

// printsClean prints each kind of page: no chrome of the program, nothing cut
// at the edge, black on white though the theme is dark, and at most the pages
// that the words need.
func printsClean(t *testing.T, c chrometest.Chrome) {
	b, article, claim := withReadyClaim(t)
	_, people := b.get("/people")
	person := people.Find(`main a[href^="/people/"]`).First().AttrOr("href", "")
	for name, path := range map[string]string{"desk": article, "claim": claim, "person": person, "history": "/history", "library": "/", "search": "/search?q=harbour"} {
		tab := b.open(t, c, path)
		tab.Do(emulation.SetEmulatedMedia().WithMedia("print").WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}))
		tab.Do(chromedp.EmulateViewport(718, 1000)) // A4 within margins of 1 cm, at 96 dpi
		for what, want := range map[string]string{
			`document.documentElement.scrollWidth <= innerWidth`: "true",
			`[...document.querySelectorAll("header.top, form, nav, button, .skip, [popover], dialog")].filter(e => e.checkVisibility() && e.getClientRects().length).length`:                                                "0",
			`getComputedStyle(document.body).color + " on " + getComputedStyle(document.body).backgroundColor`:                                                                                                              "rgb(0, 0, 0) on rgb(255, 255, 255)",
			`[...document.querySelectorAll("main, aside, .scroll, .desk")].filter(e => e.checkVisibility() && getComputedStyle(e).overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1).map(e => e.id).join(" ")`: "",
		} {
			if got := tab.Script(what); got != want {
				t.Errorf("%s: %s = %q, want %q", name, what, got, want)
			}
		}
		tab.Do(chromedp.ActionFunc(func(ctx context.Context) error {
			pdf, _, err := page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
			if err == nil && len(pdf) < 1000 {
				t.Errorf("%s: the print is empty", name)
			}
			if os.Getenv("SHARE_PDF") != "" {
				os.WriteFile(filepath.Join(os.Getenv("SHARE_PDF"), name+".pdf"), pdf, 0o600)
			}
			return err
		}))
	}
}
