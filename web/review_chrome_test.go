package web

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/web/chrometest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// In the page: how far the sitting has come, what is in hand and what the live
// region has said.
const (
	far     = `document.querySelector("#reviewed")?.textContent`
	hand    = `document.querySelector(".review .card.now")?.id`
	focused = `document.activeElement.closest(".review .card") !== null`
	heard   = `document.querySelector("#live").textContent`
)

// reviewByKeys goes through fifty suggestions of the sample story with the
// keyboard alone.
func reviewByKeys(t *testing.T, c chrometest.Chrome) {
	b := withSample(t)
	tab := b.open(t, c, "/")
	tab.Press("gr")
	tab.Wait(`document.querySelector("h1").textContent`, "Review")
	tab.Script(`document.querySelector(".waiting a").focus()`)
	tab.Press(kb.Enter)
	tab.Wait(far, "1 of 170")
	tab.Wait(ready, "completetrue")
	place := tab.Script(`JSON.stringify(document.querySelector('[data-act="accept"]').getBoundingClientRect())`)
	done, skipped := 0, 0
	at := func(said string) {
		t.Helper()
		tab.Wait(far, fmt.Sprintf("%d of 170", done+skipped+1))
		tab.Wait(focused, "true")
		tab.Wait(heard, fmt.Sprintf("%s. %d left.", said, 170-done))
		if now := tab.Script(`JSON.stringify(document.querySelector('[data-act="accept"]').getBoundingClientRect())`); now != place {
			t.Errorf("after %d suggestions Accept is at %s, want %s", done+skipped, now, place)
		}
	}
	for i := range 50 {
		was := tab.Script(hand)
		switch {
		case i%10 == 4:
			tab.Press("s")
			skipped++
			at("Skipped")
		case i%10 == 7:
			steady(t, tab) // saving leads to another page
			tab.Press("e")
			tab.Wait(`document.activeElement.name`, "words")
			tab.Script(`document.querySelector("select[name=act]").focus()`)
			tab.Press("th") // threatened
			tab.Press(kb.Enter)
			tab.Do(chromedp.Click(".review .fields button.main"))
			tab.Wait(hand+" !== `"+was+"`", "true")
			done++
			at("Saved")
		case i%3 == 0:
			tab.Press("x")
			done++
			at("Rejected")
		default:
			tab.Press("a")
			done++
			at("Accepted")
		}
		if i%10 == 9 {
			tab.Press("u")
			tab.Wait(hand, was)
			done--
			tab.Wait(far, fmt.Sprintf("%d of 170", done+skipped+1))
			tab.Wait(focused, "true")
			tab.Wait(heard+`.startsWith("Taken back: ")`, "true")
			tab.Press("p")
			tab.Wait(hand+" !== `"+was+"`", "true")
			tab.Wait(focused, "true")
			tab.Press("s")
			tab.Wait(hand, was)
			tab.Press("a")
			done++
			at("Accepted")
		}
	}
	steady(t, tab)
	here := tab.Script(hand)
	tab.Do(chromedp.Reload())
	tab.Wait(hand, here)
	tab.Wait(far, fmt.Sprintf("%d of 170", done+skipped+1))
}

// reviewByMouse decides by clicks, and without a move of the pointer.
func reviewByMouse(t *testing.T, c chrometest.Chrome) {
	b := withSample(t)
	tab := b.open(t, c, "/review")
	tab.Do(chromedp.Click(".waiting a"))
	tab.Wait(far, "1 of 170")
	tab.Wait(ready, "completetrue")
	x, y := tab.Middle(`[data-act="accept"]`)
	for i := range 5 {
		tab.Do(chromedp.MouseClickXY(x, y))
		tab.Wait(far, fmt.Sprintf("%d of 170", i+2))
		tab.Wait(focused, "true")
	}
	for _, act := range []string{"reject", "skip", "back", "undo"} {
		was := tab.Script(hand)
		tab.Do(chromedp.Click(`[data-act="` + act + `"]`))
		tab.Wait(hand+" !== `"+was+"`", "true")
		tab.Wait(focused, "true")
	}
	steady(t, tab)
}

// reviewWithoutScript decides with plain forms, up to the end.
func reviewWithoutScript(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	tab := b.open(t, c, "/")
	tab.Do(emulation.SetScriptExecutionDisabled(true))
	tab.Do(chromedp.Navigate(b.server.URL + "/review?article=" + strings.TrimPrefix(path, "/articles/")))
	tab.Do(chromedp.Click(".waiting a"))
	tab.Wait(far, "1 of 3")
	first := tab.Script(hand)
	for _, next := range []struct{ act, far string }{{"skip", "2 of 3"}, {"accept", "3 of 3"}, {"reject", "3 of 3"}} {
		was := tab.Script(hand)
		tab.Do(chromedp.Click(`[data-act="` + next.act + `"]`))
		tab.Wait(hand+" !== `"+was+"` && "+far, next.far)
	}
	tab.Wait(hand, first) // what was skipped comes back
	tab.Do(chromedp.Click(`[data-act="accept"]`))
	tab.Wait(`document.querySelector("h1").textContent`, "Every one of them is decided")
	tab.Wait(`[...document.querySelectorAll(".figures dd")].map((e) => e.textContent).join(" ")`, "2 1 0 0")
}
