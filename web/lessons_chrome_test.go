package web

import (
	"testing"

	"onrecord/web/chrometest"
)

// teachByKeys rejects a statement, has its cue be none everywhere, finds that
// to hold for an article that comes later, and forgets it: by keyboard alone.
func teachByKeys(t *testing.T, c chrometest.Chrome) {
	teachIn(t, c, byKeys, func(tab chrometest.Tab, _ worker) { tab.Press("n"); tab.Press("x") })
}

// teachByMouse does the same by mouse.
func teachByMouse(t *testing.T, c chrometest.Chrome) {
	teachIn(t, c, byMouse, func(_ chrometest.Tab, w worker) { w.press(`.card.statement [data-act="reject"]`) })
}

func teachIn(t *testing.T, c chrometest.Chrome, by func(*testing.T, chrometest.Tab) worker, reject func(chrometest.Tab, worker)) {
	b := withDam(t)
	tab := b.open(t, c, b.titled("Dam"))
	w := by(t, tab)
	reject(tab, w)
	tab.Wait(`document.querySelector("#flash a")?.textContent`, "Reject “noted” as a cue everywhere …")
	tab.Wait(`document.querySelector("#live").textContent.includes("Rejected")`, "true")
	w.press(`#flash a`)
	tab.Wait(`document.querySelector(".would")?.textContent`, "This would change 1 fact in 1 article.")
	w.press(`main button[value="all"]`)
	tab.Wait(`document.querySelector("#flash p")?.textContent`, "Learned. It changes 1 fact now.")
	b.paste(dam[2].title, dam[2].day, dam[2].text)
	w.press(`.brand`)
	w.press(`main ol.lines a[href^="` + b.titled("Dam later") + `"]`)
	tab.Wait(`document.querySelector(".card.statement")?.dataset.state`, "rejected")
	w.press(`.card.statement summary`)
	w.press(`.card.statement .taught a`)
	tab.Wait(`document.querySelector(".would")?.textContent`, "2 facts in 2 articles would be as they were read.")
	w.press(`main button`)
	tab.Wait(`document.querySelector("main .empty h2")?.textContent`, "Nothing yet")
	w.press(`#undo`)
	tab.Wait(`document.querySelectorAll(".lesson-lines li").length`, "1")
}
