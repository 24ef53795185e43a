package view_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// TestInBrowser drives the pages in a real Chromium.
func TestInBrowser(t *testing.T) {
	c := start(t)
	for _, job := range []struct {
		name string
		run  func(*testing.T, chrome)
	}{
		{"keys decide", keysDecide},
		{"click keeps place", clickKeepsPlace},
		{"keys that stay quiet", keysThatStayQuiet},
		{"keys go places", keysGoPlaces},
		{"a time tells what it means", timeTells},
		{"times by keyboard", timesByKeyboard},
		{"times by touch", timesByTouch},
		{"mentions are jumps", mentionsAreJumps},
		{"selection", selection},
		{"files go in batches", filesGoInBatches},
		{"report renews itself", reportRenewsItself},
		{"no script", noScript},
		{"reflow", reflow},
		{"targets", targets},
		{"timeline by keys", timelineByKeys},
	} {
		t.Run(job.name, func(t *testing.T) { job.run(t, c) })
	}
}

// A chrome is a running Chromium.
type chrome struct{ ctx context.Context }

// start starts a Chromium, or skips the test where there is none.
func start(t *testing.T) chrome {
	t.Helper()
	path := chromium()
	if path == "" {
		t.Skip("no Chromium on this machine")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.DisableGPU)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx, chromedp.WithErrorf(t.Logf))
	t.Cleanup(stop)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal(err)
	}
	return chrome{ctx}
}

// A tab is a tab of a browser.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// open opens a tab at address. What the page complains of, fails the test.
func (c chrome) open(t *testing.T, address string) tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(c.ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(stop)
	b := tab{t, ctx}
	b.do(chromedp.Navigate("about:blank"))
	b.watch()
	b.do(cdppage.BringToFront())
	b.do(chromedp.EmulateViewport(1280, 900))
	b.do(chromedp.Navigate(address))
	return b
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// watch fails the test on what the browser logs: a refused style or script, an
// exception.
func (b tab) watch() {
	b.t.Helper()
	var mu sync.Mutex
	var heard []string
	hear := func(s string) { mu.Lock(); heard = append(heard, s); mu.Unlock() }
	chromedp.ListenTarget(b.ctx, func(e any) {
		switch e := e.(type) {
		case *log.EventEntryAdded:
			hear(e.Entry.Text)
		case *runtime.EventExceptionThrown:
			hear(e.ExceptionDetails.Text)
		}
	})
	b.do(log.Enable())
	b.t.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, s := range heard {
			b.t.Errorf("the browser complains: %s", s)
		}
	})
}

func (b tab) do(a chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, a); err != nil {
		b.t.Fatal(err)
	}
}

func (b tab) press(keys string) {
	b.t.Helper()
	b.do(chromedp.KeyEvent(keys))
}

// middle is the middle of the first line of what selector finds.
func (b tab) middle(selector string) (x, y float64) {
	b.t.Helper()
	at := b.script("(() => { const r = document.querySelector(`" + selector + "`).getClientRects()[0]; return (r.x + r.width / 2) + ' ' + (r.y + r.height / 2); })()")
	if _, err := fmt.Sscan(at, &x, &y); err != nil {
		b.t.Fatalf("%s lies at %q: %v", selector, at, err)
	}
	return x, y
}

// script is the value of an expression in the page.
func (b tab) script(expression string) string {
	b.t.Helper()
	value, err := b.evaluate(expression)
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

func (b tab) evaluate(expression string) (value string, err error) {
	err = chromedp.Run(b.ctx, chromedp.Evaluate("String("+expression+")", &value))
	return value, err
}

// wait waits until an expression in the page has the value. While one page
// gives way to the next it has none.
func (b tab) wait(expression, want string) {
	b.t.Helper()
	var got string
	var err error
	for range 100 {
		if got, err = b.evaluate(expression); err == nil && got == want {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	b.t.Fatalf("%s = %q (error: %v), want %q", expression, got, err, want)
}

func keysDecide(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/articles/42")
	b.script("globalThis.same = true")
	b.press("a")
	b.wait(`document.querySelector("#statement-2").dataset.state`, "accepted")
	b.wait("document.activeElement.id", "statement-3")
	b.wait(`document.querySelector("#live").textContent`, "Done with statement-2.")
	b.press("x")
	b.wait(`document.querySelector("#statement-3").dataset.state`, "rejected")
	b.press("u")
	b.wait(`document.querySelector("#statement-3").dataset.state`, "suggestion")
	b.wait("globalThis.same", "true")
	d.want(t, "accept statement-2 key=5f0c2a9e back=/articles/42?tab=facts", "reject statement-3 key=5f0c2a9e back=/articles/42?tab=facts", "undo statement-3")
}

func clickKeepsPlace(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/articles/42")
	b.script(`document.querySelector("#panel").scrollTop = 400`)
	before := b.script(`document.querySelector("#panel").scrollTop`)
	b.script(`document.querySelector("#statement-3 [data-act=reject]").click()`)
	b.wait(`document.querySelector("#statement-3").dataset.state`, "rejected")
	b.wait(`document.activeElement.closest(".card").id`, "statement-3")
	if after := b.script(`document.querySelector("#panel").scrollTop`); after != before {
		t.Errorf("the panel is scrolled to %s after a click, want %s", after, before)
	}
}

func keysThatStayQuiet(t *testing.T, c chrome) {
	for _, quiet := range []struct {
		name, before string
		off          bool
	}{
		{"letters in a field are letters", `document.querySelector("#q").focus()`, false},
		{"letters switched off", `1`, true},
		{"letters under the help", `document.querySelector("#help").showModal()`, false},
	} {
		t.Run(quiet.name, func(t *testing.T) {
			d := newDesk(t)
			d.noKey = quiet.off
			b := c.open(t, d.URL+"/articles/42")
			b.script(quiet.before)
			b.press("axn")
			b.wait(`document.querySelector(".card.now").id`, "statement-2")
			d.want(t)
		})
	}
}

func keysGoPlaces(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/articles/42")
	b.press("?")
	b.wait(`document.querySelector("#help").open`, "true")
	b.press("\x1b")
	b.wait(`document.querySelector("#help").open`, "false")
	b.press("h")
	b.wait(`document.documentElement.dataset.marks`, "off")
	b.press("h")
	b.wait(`document.documentElement.dataset.marks`, "on")
	b.press("n")
	b.wait("document.activeElement.id", "statement-3")
	b.press("p")
	b.wait("document.activeElement.id", "statement-2")
	b.press("/")
	b.wait("document.activeElement.id", "q")
	b.press("\x1b")
	b.wait("document.activeElement.id", "main")
	b.press("gl")
	b.wait("location.pathname", "/")
}

// mentionsAreJumps holds that a card leads to every place of its event, with
// and without JavaScript.
func mentionsAreJumps(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/articles/42")
	for _, off := range []bool{false, true} {
		b.do(emulation.SetScriptExecutionDisabled(off))
		b.do(chromedp.Navigate(d.URL + "/articles/42"))
		b.do(chromedp.Click("#event-1 .also a"))
		b.wait("location.hash", "#in-event-1.2")
		b.wait(`document.querySelector("#text :target + mark").textContent`, "meeting")
		b.wait(`getComputedStyle(document.querySelector("#text :target + mark")).outlineStyle`, "solid")
		b.wait(`document.querySelector(".top").getBoundingClientRect().top`, "0")
	}
}

// selection holds that offsets of selected words are code points of the
// article's text, whatever marks and numbers stand in it.
func selection(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/articles/42")
	b.script(`(() => {
		const [first, second] = document.querySelectorAll("#text .body p");
		const range = document.createRange();
		range.setStart(first.querySelector("mark").firstChild, 4);
		range.setEnd(second.querySelector("sup").nextSibling, 4);
		getSelection().removeAllRanges();
		getSelection().addRange(range);
	})()`)
	b.wait(`document.querySelector("#selection").hidden`, "false")
	b.script(`[...document.querySelectorAll("#selection button")].find((b) => b.dataset.do === "claim").click()`)
	b.wait("location.pathname", "/claims/new")
	quote := b.script(`new URL(location).searchParams.get("quote")`)
	if want := "🜂 Renn, the transport minister of Korrand"; !strings.HasPrefix(quote, want) {
		t.Errorf("quote = %q, want it to begin with %q", quote, want)
	}
	if want := "autumn.\n\n“We owe nobody a cheaper ticket,” she"; !strings.HasSuffix(quote, want) {
		t.Errorf("quote = %q, want it to end with %q", quote, want)
	}
	// The second paragraph starts at 142; its quotation has 33 code points.
	if got := b.script(`new URL(location).searchParams.get("start") + " " + new URL(location).searchParams.get("end")`); got != "4 179" {
		t.Errorf("offsets = %s, want 4 179", got)
	}
}

func filesGoInBatches(t *testing.T, c chrome) {
	d := newDesk(t)
	dir := t.TempDir()
	var files []string
	for i := range 45 {
		name := filepath.Join(dir, fmt.Sprintf("article-%d.txt", i))
		if err := os.WriteFile(name, []byte("words"), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	b := c.open(t, d.URL+"/")
	b.do(chromedp.SetUploadFiles("#files", files))
	b.script(`document.querySelector("#drop button").click()`)
	b.wait("location.pathname", "/page/import-done")
	d.want(t, `import "" with 40 files`, `import "3" with 5 files`)
}

func reportRenewsItself(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/imports/3")
	b.wait(`document.querySelector("main h1").textContent`, "Import done")
	b.wait(`document.querySelector("#live").textContent`, "Import done")
	d.want(t, "report", "report")
}

func noScript(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/articles/42")
	b.do(emulation.SetScriptExecutionDisabled(true))
	b.do(chromedp.Navigate(d.URL + "/articles/42"))
	b.do(chromedp.Click("#statement-2 [data-act=accept]"))
	b.wait(`document.querySelector("#statement-2").dataset.state`, "accepted")
	d.want(t, "accept statement-2 key=5f0c2a9e back=/articles/42?tab=facts")
}

// reflow holds that no page needs scrolling sideways at 320 pixels (WCAG
// 1.4.10), and that no page is refused anything by the policy.
func reflow(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/")
	b.do(chromedp.EmulateViewport(320, 640))
	for name := range pages() {
		b.do(chromedp.Navigate(d.URL + "/page/" + name))
		if got := b.script("document.documentElement.scrollWidth"); got != "320" {
			t.Errorf("%s is %s pixels wide at 320", name, got)
		}
	}
}

// targets holds that what can be pressed is 24 pixels high and wide, or is
// a link in a line of text (WCAG 2.5.8).
func targets(t *testing.T, c chrome) {
	d := newDesk(t)
	b := c.open(t, d.URL+"/")
	for name := range pages() {
		b.do(chromedp.Navigate(d.URL + "/page/" + name))
		small := b.script(`[...document.querySelectorAll("button, .button, summary, select, input:not([type=checkbox], [type=hidden]), nav a")]
			.filter((e) => e.checkVisibility() && !e.matches(".vh"))
			.filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.height < 24 || r.width < 24); })
			.map((e) => e.outerHTML.slice(0, 80)).join("\n")`)
		if small != "" {
			t.Errorf("%s has targets under 24 pixels:\n%s", name, small)
		}
	}
}
