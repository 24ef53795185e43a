package web

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"onrecord/web/chrometest"
)

// jobsWithoutScript reads, searches, accepts, rejects, notes and claims with
// JavaScript switched off.
func jobsWithoutScript(t *testing.T, c chrometest.Chrome) {
	b := newBrowser(t)
	b.post("/sample", nil)
	tab := b.open(t, c, "/")
	tab.Do(emulation.SetScriptExecutionDisabled(true))
	tab.Do(chromedp.Navigate(b.server.URL + "/"))

	tab.Do(chromedp.SetValue("#q", "Oren Vastic"))
	tab.Do(chromedp.Submit("#q"))
	tab.Wait("location.pathname", "/search")
	tab.Do(chromedp.Click(`main a[href*="/articles/"]`))
	tab.Wait(`document.querySelector("#text .body") !== null`, "true")

	first := tab.Script(`document.querySelector('.card.statement[data-state=suggestion]').id`)
	tab.Do(chromedp.Click("#" + first + " [data-act=accept]"))
	tab.Wait(`document.getElementById("`+first+`").dataset.state`, "accepted")
	second := tab.Script(`document.querySelector('.card.statement[data-state=suggestion]').id`)
	tab.Do(chromedp.Click("#" + second + " [data-act=reject]"))
	tab.Wait(`document.getElementById("`+second+`").dataset.state`, "rejected")

	third := tab.Script(`document.querySelector('.card.statement[data-state=suggestion]').id`)
	tab.Do(chromedp.Click("#" + third + " [data-act=claim]"))
	tab.Wait("location.pathname", "/claims/new")
	tab.Do(chromedp.SetValue(`form[action="/claims"] [name=text]`, "The order was never written down."))
	tab.Do(chromedp.Click(`form[action="/claims"] button.main`))
	tab.Wait(`document.querySelector("h1").textContent`, "The order was never written down.")

	tab.Do(chromedp.Click("#add-note summary"))
	tab.Do(chromedp.SetValue(`form[action$="/notes"] textarea`, "Ask for the order."))
	tab.Do(chromedp.Click(`form[action$="/notes"] button.main`))
	tab.Wait(`document.body.textContent.includes("Ask for the order.")`, "true")
}
