package view_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/web/chrometest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestInBrowser drives the pages in a real Chromium.
func TestInBrowser(t *testing.T) {
	c := chrometest.Start(t)
	for _, job := range []struct {
		name string
		run  func(*testing.T, chrometest.Chrome)
	}{
		{"keys decide", keysDecide},
		{"click keeps place", clickKeepsPlace},
		{"keys that stay quiet", keysThatStayQuiet},
		{"keys go places", keysGoPlaces},
		{"a time tells what it means", timeTells},
		{"times by keyboard", timesByKeyboard},
		{"notes stay beside their words", notesStayBeside},
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

func keysDecide(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/articles/42")
	b.Script("globalThis.same = true")
	b.Press("a")
	b.Wait(`document.querySelector("#statement-2").dataset.state`, "accepted")
	b.Wait("document.activeElement.id", "statement-3")
	b.Wait(`document.querySelector("#live").textContent`, "Done with statement-2.")
	b.Press("x")
	b.Wait(`document.querySelector("#statement-3").dataset.state`, "rejected")
	b.Press("u")
	b.Wait(`document.querySelector("#statement-3").dataset.state`, "suggestion")
	b.Wait("globalThis.same", "true")
	d.want(t, "accept statement-2 key=5f0c2a9e back=/articles/42?tab=facts", "reject statement-3 key=5f0c2a9e back=/articles/42?tab=facts", "undo statement-3")
}

func clickKeepsPlace(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/articles/42")
	b.Script(`document.querySelector("#panel").scrollTop = 400`)
	before := b.Script(`document.querySelector("#panel").scrollTop`)
	b.Script(`document.querySelector("#statement-3 [data-act=reject]").click()`)
	b.Wait(`document.querySelector("#statement-3").dataset.state`, "rejected")
	b.Wait(`document.activeElement.closest(".card").id`, "statement-3")
	if after := b.Script(`document.querySelector("#panel").scrollTop`); after != before {
		t.Errorf("the panel is scrolled to %s after a click, want %s", after, before)
	}
}

func keysThatStayQuiet(t *testing.T, c chrometest.Chrome) {
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
			b := c.Open(t, d.URL+"/articles/42")
			b.Script(quiet.before)
			b.Press("axn")
			b.Wait(`document.querySelector(".card.now").id`, "statement-2")
			d.want(t)
		})
	}
}

func keysGoPlaces(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/articles/42")
	b.Press("?")
	b.Wait(`document.querySelector("#help").open`, "true")
	b.Press("\x1b")
	b.Wait(`document.querySelector("#help").open`, "false")
	b.Do(chromedp.Click(".side-nav button"))
	b.Wait(`document.querySelector("#help").open`, "true")
	b.Do(chromedp.Click("#help button"))
	b.Wait(`document.querySelector("#help").open`, "false")
	b.Press("h")
	b.Wait(`document.documentElement.dataset.marks`, "off")
	b.Press("h")
	b.Wait(`document.documentElement.dataset.marks`, "on")
	b.Press("n")
	b.Wait("document.activeElement.id", "statement-3")
	b.Press("p")
	b.Wait("document.activeElement.id", "statement-2")
	b.Press("/")
	b.Wait("document.activeElement.id", "q")
	b.Press("\x1b")
	b.Wait("document.activeElement.id", "main")
	b.Press("o")
	b.Wait("location.search", "?tab=facts&view=original")
	b.Wait("document.readyState", "complete")
	b.Press("gl")
	b.Wait("location.pathname", "/")
}

// mentionsAreJumps holds that a card leads to every place of its event, with
// and without JavaScript.
func mentionsAreJumps(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/articles/42")
	for _, off := range []bool{false, true} {
		b.Do(emulation.SetScriptExecutionDisabled(off))
		b.Do(chromedp.Navigate(d.URL + "/articles/42"))
		b.Do(chromedp.Click("#event-1 .also a"))
		b.Wait("location.hash", "#in-event-1.2")
		b.Wait(`document.querySelector("#text :target + mark").textContent`, "meeting")
		b.Wait(`getComputedStyle(document.querySelector("#text :target + mark")).outlineStyle`, "solid")
		b.Wait(`document.querySelector(".top").getBoundingClientRect().top`, "0")
	}
}

// selection holds that offsets of selected words are code points of the
// article's text, whatever marks and numbers stand in it.
func selection(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/articles/42")
	b.Script(`(() => {
		const [first, second] = document.querySelectorAll("#text .body p");
		const range = document.createRange();
		range.setStart(first.querySelector("mark").firstChild, 4);
		range.setEnd(second.querySelector("sup").nextSibling, 4);
		getSelection().removeAllRanges();
		getSelection().addRange(range);
	})()`)
	b.Wait(`document.querySelector("#selection").hidden`, "false")
	b.Script(`[...document.querySelectorAll("#selection button")].find((b) => b.dataset.key === "c").click()`)
	b.Wait("location.pathname", "/claims/new")
	quote := b.Script(`new URL(location).searchParams.get("quote")`)
	if want := "🜂 Renn, the transport minister of Korrand"; !strings.HasPrefix(quote, want) {
		t.Errorf("quote = %q, want it to begin with %q", quote, want)
	}
	if want := "autumn.\n\n“We owe nobody a cheaper ticket,” she"; !strings.HasSuffix(quote, want) {
		t.Errorf("quote = %q, want it to end with %q", quote, want)
	}
	// The second paragraph starts at 142; its quotation has 33 code points.
	if got := b.Script(`new URL(location).searchParams.get("start") + " " + new URL(location).searchParams.get("end")`); got != "4 179" {
		t.Errorf("offsets = %s, want 4 179", got)
	}
}

func filesGoInBatches(t *testing.T, c chrometest.Chrome) {
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
	b := c.Open(t, d.URL+"/")
	b.Do(chromedp.SetUploadFiles("#files", files))
	b.Script(`document.querySelector("#drop button").click()`)
	b.Wait("location.pathname", "/page/import-done")
	d.want(t, `import "" with 40 files`, `import "3" with 5 files`)
}

func reportRenewsItself(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/imports/3")
	b.Wait(`document.querySelector("main h1").textContent`, "Import done")
	b.Wait(`document.querySelector("#live").textContent`, "Import done")
	d.want(t, "report", "report")
}

func noScript(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/articles/42")
	b.Do(emulation.SetScriptExecutionDisabled(true))
	b.Do(chromedp.Navigate(d.URL + "/articles/42"))
	b.Do(chromedp.Click("#statement-2 [data-act=accept]"))
	b.Wait(`document.querySelector("#statement-2").dataset.state`, "accepted")
	d.want(t, "accept statement-2 key=5f0c2a9e back=/articles/42?tab=facts")
}

// reflow holds that no page needs scrolling sideways at 320 pixels (WCAG
// 1.4.10), and that no page is refused anything by the policy.
func reflow(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/")
	b.Do(chromedp.EmulateViewport(320, 640))
	for name := range pages() {
		b.Do(chromedp.Navigate(d.URL + "/page/" + name))
		if got := b.Script("document.documentElement.scrollWidth"); got != "320" {
			t.Errorf("%s is %s pixels wide at 320", name, got)
		}
	}
}

// targets holds that what can be pressed is 24 pixels high and wide, or is
// a link in a line of text (WCAG 2.5.8).
func targets(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/")
	for name := range pages() {
		b.Do(chromedp.Navigate(d.URL + "/page/" + name))
		small := b.Script(`[...document.querySelectorAll("button, .button, summary, select, input:not([type=checkbox], [type=radio], [type=hidden]), nav a")]
			.filter((e) => e.checkVisibility() && !e.matches(".vh"))
			.filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.height < 24 || r.width < 24); })
			.map((e) => e.outerHTML.slice(0, 80)).join("\n")`)
		if small != "" {
			t.Errorf("%s has targets under 24 pixels:\n%s", name, small)
		}
	}
}
