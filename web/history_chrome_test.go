package web

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"onrecord/web/chrometest"
)

// undoByKeys takes a decision back and does it again by keys alone, on the page
// it was made on and on others.
func undoByKeys(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	_, page := b.get(path)
	_, key := firstCard(t, page)
	state := `document.getElementById("` + key + `").dataset.state`
	said := `document.querySelector("#flash p")?.textContent`
	tab := b.open(t, c, path+"?f="+key)
	tab.Script(`document.getElementById("` + key + `").focus()`)
	tab.Press("a")
	tab.Wait(state, "accepted")
	tab.Press("u")
	tab.Wait(state, "suggestion")
	tab.Press("U")
	tab.Wait(state, "accepted")
	tab.Script(`location.assign("/settings")`)
	tab.Wait(`document.querySelector("h1")?.textContent`, "Settings")
	scripted(tab)
	tab.Press("u")
	tab.Wait(said, "Taken back: Accepted a statement.")
	tab.Wait("location.pathname", "/settings")
	tab.Script(`location.assign("/claims/new")`)
	tab.Wait(`document.querySelector("h1")?.textContent`, "New claim")
	controlZ(tab, input.ModifierShift)
	tab.Wait(said, "Done again: Accepted a statement.")
	controlZ(tab, 0)
	tab.Wait(said, "Taken back: Accepted a statement.")
	tab.Script(`document.querySelector("#flash").replaceChildren()`)
	controlZ(tab, 0)
	tab.Wait(said, "There is nothing to undo.")
	tab.Script(`document.querySelector("main textarea").focus()`)
	tab.Press("ab")
	controlZ(tab, 0)
	tab.Wait(`document.querySelector("main textarea").value.length < 2`, "true")
	tab.Wait("location.pathname", "/claims/new")
	tab.Script(`document.querySelector("main textarea").value = document.querySelector("main textarea").defaultValue`)
}

// controlZ presses Ctrl+Z, and Shift with it if asked.
func controlZ(tab chrometest.Tab, with input.Modifier) {
	scripted(tab)
	key := "z"
	if with == input.ModifierShift {
		key = "Z"
	}
	tab.Do(chromedp.KeyEvent(key, chromedp.KeyModifiers(input.ModifierCtrl|with)))
}

// scripted waits until the page's script runs.
func scripted(tab chrometest.Tab) {
	tab.Wait(`document.documentElement.classList.contains("scripted")`, "true")
}

// historyByMouse takes back and does again what the history lists.
func historyByMouse(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	b.post(path+"/notes", url.Values{"text": {"Ask the pilots."}})
	b.post("/claims", url.Values{"text": {"The harbour closes."}})
	tab := b.open(t, c, "/history?kind=notes")
	notes := `[...document.querySelectorAll(".entries > li")].map((li) => li.querySelector(".what").textContent.trim().split(" ·")[0].trim() + (li.querySelector(".hint")?.textContent ?? "")).join("|")`
	tab.Wait(notes, "Wrote a note")
	click(tab, ".entries button")
	tab.Wait(notes, "Took back: Wrote a note|Wrote a notetaken back")
	tab.Wait("location.search.startsWith('?kind=notes')", "true")
	click(tab, ".entries button")
	tab.Wait(notes, "Did again: Wrote a note|Took back: Wrote a note|Wrote a notedone again")
}

// click presses the mouse on what selector finds.
func click(tab chrometest.Tab, selector string) {
	scripted(tab) // with its styles, so that nothing moves any more
	x, y := tab.Middle(selector)
	tab.Do(chromedp.MouseClickXY(x, y))
}

// twoTabs edits a note, a claim and a fact in two tabs at once: the second to
// save is shown what the first did, and can save its own.
func twoTabs(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	b.post(path+"/notes", url.Values{"text": {"Ask the pilots."}})
	answer, _ := b.post("/claims", url.Values{"text": {"The harbour closes."}})
	claim := answer.Request.URL.Path
	_, page := b.get(path)
	_, key := firstCard(t, page)
	for _, e := range []struct{ name, open, field, first, second, saved string }{
		{"a note", path + "?tab=notes&note=1", `.card form textarea[name="text"]`, "Ask the board.", "Ask the pilots twice.", `document.querySelector(".note-text")?.textContent`},
		{"a claim", claim + "?edit=claim", `textarea[name="text"]`, "The harbour closes at noon.", "The harbour closes at night.", `document.querySelector("h1")?.textContent`},
		{"a fact", path + "?tab=facts&edit=" + key, `textarea[name="words"]`, "harbour will close", "will close on Friday", `document.querySelector(".card.edited .words")?.textContent.trim()`},
	} {
		one, two := b.open(t, c, e.open), b.open(t, c, e.open)
		fill(one, e.field, e.first)
		one.Wait(e.saved, e.first)
		fill(two, e.field, e.second)
		two.Wait(`document.querySelector("h1")?.textContent`, "This was changed in another window")
		both := two.Script(`document.querySelector(".compared").textContent`)
		if !strings.Contains(both, "There now") || !strings.Contains(both, "You typed") || two.Script(`document.querySelectorAll(".compared ins").length > 0`) != "true" {
			t.Errorf("%s: the two are not side by side: %q", e.name, both)
		}
		two.Script(`document.querySelector("form.fields button.main").focus()`)
		two.Press("\r")
		two.Wait(e.saved, e.second)
		one.Script(`location.reload()`)
		one.Wait(e.saved, e.second)
	}
}

// fill puts words into a field in the place of what is there, and saves.
func fill(tab chrometest.Tab, field, words string) {
	tab.Wait("document.querySelectorAll(`"+field+"`).length > 0", "true")
	tab.Do(chromedp.SetValue(field, words, chromedp.ByQuery))
	tab.Script("document.querySelector(`" + field + "`).form.requestSubmit()")
}
