package web

import (
	"testing"

	"github.com/chromedp/chromedp"

	"onrecord/web/chrometest"
)

// boardByKeys adds a suggestion, refuses another and compares with the second,
// by the keyboard alone.
func boardByKeys(t *testing.T, c chrometest.Chrome) {
	b, board := withBoard(t)
	tab := b.open(t, c, board)
	tab.Wait(`document.querySelectorAll(".board-table tbody tr").length`, "1")
	tab.Script(`document.querySelector("#suggested-title").focus()`)
	for range 12 { // Tab goes from the heading to the first Add
		tab.Press("\t")
		if tab.Script(`document.activeElement.closest("form.add") !== null && document.activeElement.tagName === "BUTTON"`) == "true" {
			break
		}
	}
	tab.Press("\r")
	tab.Wait(`document.querySelectorAll(".board-table tbody tr").length`, "2")
	tab.Script(`document.querySelector(".suggested form[action$='/refuse'] button").focus()`)
	tab.Press("\r")
	tab.Wait(`document.querySelectorAll(".refused li").length`, "1")
	tab.Script(`document.querySelector(".board-table a[href*='against=']").focus()`)
	tab.Press("\r")
	tab.Wait(`location.search.startsWith("?against=")`, "true")
	tab.Wait(`document.querySelectorAll(".board-table tbody tr:last-child.in-hand").length`, "1")
}

// openEndsByMouse puts an open end aside and brings it back.
func openEndsByMouse(t *testing.T, c chrometest.Chrome) {
	b, _ := withBoard(t)
	tab := b.open(t, c, "/open")
	click := func(selector string) {
		t.Helper()
		tab.Do(chromedp.Click(selector, chromedp.ByQuery))
	}
	click(".switch button")
	tab.Wait(`document.querySelectorAll("#denials .card").length`, "1")
	click(`#denials form[action="/open/settle"] button`)
	tab.Wait(`document.querySelectorAll("#denials .card").length`, "0")
	click("details summary")
	click(`form[action="/open/reopen"] button`)
	tab.Wait(`document.querySelectorAll("#denials .card").length`, "1")
}
