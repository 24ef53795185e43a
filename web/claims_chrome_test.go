package web

import (
	"net/url"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"onrecord/web/chrometest"
)

// A worker works a page: it presses buttons and links, writes into fields and
// chooses one of several, each by its selector.
type worker struct {
	press  func(selector string)
	write  func(selector, text string)
	choose func(selector string)
}

// byKeys is a worker at the keyboard: Tab until the control has the focus, and
// arrows within a group.
func byKeys(t *testing.T, tab chrometest.Tab) worker {
	has := func(selector string) bool {
		return tab.Script("document.activeElement.matches(`"+selector+"`)") == "true"
	}
	reach := func(selector string) {
		t.Helper()
		tab.Wait("document.querySelectorAll(`"+selector+"`).length > 0", "true")
		for range 150 {
			if has(selector) {
				return
			}
			tab.Press(kb.Tab)
		}
		t.Fatalf("150 presses of Tab do not reach %s", selector)
	}
	return worker{
		press: func(selector string) { t.Helper(); reach(selector); tab.Press(kb.Enter) },
		write: func(selector, text string) { t.Helper(); reach(selector); tab.Press(text) },
		choose: func(selector string) {
			t.Helper()
			name := tab.Script("document.querySelector(`" + selector + "`).name")
			reach(`input[type=radio][name="` + name + `"]`)
			tab.Press(" ")
			for range 20 {
				if has(selector) {
					return
				}
				tab.Press(kb.ArrowDown)
			}
			t.Fatalf("arrows do not reach %s", selector)
		},
	}
}

// byMouse is a worker with the mouse, which types where it has clicked.
func byMouse(t *testing.T, tab chrometest.Tab) worker {
	click := func(selector string) {
		t.Helper()
		tab.Wait("(() => { const e = document.readyState === 'complete' && document.querySelector(`"+selector+"`); if (!e) return false; e.scrollIntoView({ block: 'center' });"+
			"const r = e.getClientRects()[0]; return e.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)); })()", "true")
		x, y := tab.Middle(selector)
		tab.Do(chromedp.MouseClickXY(x, y))
	}
	return worker{press: click, choose: click, write: func(selector, text string) { t.Helper(); click(selector); tab.Press(text) }}
}

// checkAClaim makes a claim of a statement, pins two pieces of evidence, marks
// a contradiction, sets a verdict and calls the claim ready. judge sets the
// verdict.
func checkAClaim(tab chrometest.Tab, h worker, judge func()) {
	h.press(`.card a[data-act="claim"]`)
	h.press(`form[action="/claims"] button.main`)
	tab.Wait(`document.querySelectorAll(".linked-one").length`, "1")

	h.press(`.linked-one button[formaction]`)
	tab.Wait(`document.querySelectorAll(".side.for .card").length`, "1")
	h.press(`#add-evidence summary`)
	h.write(`#evidence-article`, "Harbour to close")
	h.write(`#evidence-quote`, "40 ships would be late")
	h.choose(`#add-evidence input[value="context"]`)
	h.press(`#add-evidence button.main`)
	tab.Wait(`document.querySelectorAll(".side.context .card").length`, "1")

	h.press(`a[href*="of=statements"]`)
	h.write(`#link-q`, "unsafe")
	h.press(`main .filter button`)
	tab.Wait(`document.readyState + new URLSearchParams(location.search).get("q")`, "completeunsafe")
	h.choose(`#statements-0`)
	h.choose(`#link input[value="contradicts"]`)
	h.press(`#link button.main`)
	tab.Wait(`document.querySelectorAll(".linked-one").length`, "2")
	tab.Wait(`document.querySelector(".linked").innerText.includes("contradicts it")`, "true")

	judge()
	tab.Wait(`document.querySelector(".by .verdict")?.textContent`, "◐ partly")
	h.press(`.steps button[value="ready"]`)
	tab.Wait(`document.querySelector(".steps [aria-pressed=true]")?.value`, "ready")
}

// byChoice sets the verdict as any form is filled.
func byChoice(h worker) func() {
	return func() {
		h.choose(`#verdict input[value="partly"]`)
		h.write(`#verdict-reason`, "Only the north basin.")
		h.press(`#verdict button.main`)
	}
}

func claimByKeys(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	tab := b.open(t, c, path)
	checkAClaim(tab, byKeys(t, tab), func() {
		tab.Press("v")
		tab.Press("3")
		tab.Wait(`document.activeElement.id`, "verdict-reason")
		tab.Press("Only the north basin." + kb.Tab + kb.Enter)
	})
}

func claimByMouse(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	tab := b.open(t, c, path)
	h := byMouse(t, tab)
	checkAClaim(tab, h, byChoice(h))
}

func claimWithoutScript(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	tab := b.open(t, c, "/claims")
	tab.Do(emulation.SetScriptExecutionDisabled(true))
	tab.Do(chromedp.Navigate(b.server.URL + path))
	tab.Wait(`document.documentElement.classList.contains("scripted")`, "false")
	h := byMouse(t, tab)
	checkAClaim(tab, h, byChoice(h))
}

// A key chooses a verdict on the page of a claim alone, and not in a field or
// when single keys are off.
func verdictKeysAreQuiet(t *testing.T, c chrometest.Chrome) {
	b, _, claim := withClaim(t)
	tab := b.open(t, c, claim)
	chosen := `document.querySelector("#verdict input:checked").value`
	tab.Script(`document.querySelector("#verdict-reason").focus()`)
	tab.Press("v5")
	tab.Wait(chosen, "unverified")
	tab.Wait(`document.querySelector("#verdict-reason").value`, "v5")
	tab.Script(`document.querySelector("#verdict-reason").value = ""`)
	tab.Script(`document.activeElement.blur()`)
	tab.Press("5")
	tab.Wait(chosen, "unverified")
	tab.Press("v5")
	tab.Wait(chosen, "false")
	b.post("/settings/keys", url.Values{"single": {"off"}})
	quiet := b.open(t, c, claim)
	quiet.Press("v5")
	quiet.Wait(chosen, "unverified")
}
