package web

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"onrecord/extract/document"
	"onrecord/web/chrometest"
)

// deskAt opens the harbour article in a tab.
func deskAt(t *testing.T, c chrometest.Chrome, query string) (*browser, string, chrometest.Tab) {
	t.Helper()
	b, path := withHarbour(t)
	tab := b.open(t, c, path+query)
	tab.Wait(ready, "completetrue")
	return b, path, tab
}

// press presses one key with others held.
func press(tab chrometest.Tab, key string, held ...input.Modifier) {
	tab.Do(chromedp.KeyEvent(key, chromedp.KeyModifiers(held...)))
}

const (
	selectedWords = `getSelection().toString()`
	ready         = `document.readyState + document.documentElement.classList.contains("scripted")`
)

// selectByKeys puts the caret into the text and selects "Tomas Oker denied",
// which begins the last sentence.
func selectByKeys(t *testing.T, tab chrometest.Tab) {
	t.Helper()
	tab.Wait(ready, "completetrue")
	press(tab, "i")
	tab.Wait(`document.activeElement.matches("#text .body[contenteditable]")`, "true")
	press(tab, kb.ArrowDown, input.ModifierAlt)  // the second paragraph
	press(tab, kb.ArrowRight, input.ModifierAlt) // its second sentence
	for range 3 {
		press(tab, kb.ArrowRight, input.ModifierCtrl, input.ModifierShift)
	}
	tab.Wait(selectedWords+`.trim()`, "Tomas Oker denied")
	tab.Wait(`document.querySelector("#live").textContent.trim()`, "Selected: Tomas Oker denied")
}

func caretMakesNote(t *testing.T, c chrometest.Chrome) {
	b, path, tab := deskAt(t, c, "")
	selectByKeys(t, tab)
	press(tab, kb.Enter)
	tab.Wait(`document.activeElement.dataset.key`, "m")
	press(tab, kb.ArrowRight)
	tab.Wait(`document.activeElement.dataset.key`, "s")
	press(tab, kb.Escape)
	tab.Wait(`document.activeElement.matches("#text .body")`, "true")
	tab.Wait(selectedWords+`.trim()`, "Tomas Oker denied")
	press(tab, kb.Enter)
	press(tab, "m")
	tab.Wait(`document.activeElement.id`, "new-note-text")
	press(tab, kb.Escape) // back to the end of the passage, and to the form again
	tab.Wait(`document.activeElement.matches("#text .body") && getSelection().isCollapsed`, "true")
	press(tab, kb.Escape)
	tab.Wait(`document.querySelector("#text .body").isContentEditable`, "false")
	tab.Script(`document.querySelector("#new-note-text").focus()`)
	tab.Press("Ask him again.")
	press(tab, kb.Enter, input.ModifierCtrl)
	tab.Wait(`document.querySelector(".note-text")?.textContent`, "Ask him again.")
	_, page := b.get(path + "?tab=notes")
	if got := page.Find("li.yours .words").Text(); got != "Tomas Oker denied" {
		t.Errorf("the note is on %q, want the selected words", got)
	}
}

func caretMakesStatement(t *testing.T, c chrometest.Chrome) {
	b, path, tab := deskAt(t, c, "")
	selectByKeys(t, tab)
	press(tab, kb.Enter)
	press(tab, "s")
	tab.Wait(`document.activeElement.id`, "add-words")
	tab.Wait(`document.activeElement.value`, "Tomas Oker denied")
	for range 5 { // "that the harbour was unsafe"
		press(tab, kb.ArrowRight, input.ModifierAlt)
	}
	for range 3 {
		press(tab, kb.ArrowRight, input.ModifierAlt, input.ModifierShift)
	}
	tab.Wait(`document.querySelector("#add-words").value`, "that the harbour was unsafe")
	tab.Script(`document.querySelector("#add-speaker").focus()`)
	tab.Press("Tomas Oker\r")
	tab.Wait(`document.querySelector("#flash p")?.textContent`, "A statement was added.")
	_, page := b.get(path)
	mine := page.Find(".card.statement").FilterFunction(func(_ int, s *goquery.Selection) bool { return strings.Contains(s.Text(), "you added this") })
	if got := plainText(mine.Find(".words")); mine.Length() != 1 || got != "that the harbour was unsafe" {
		t.Errorf("the statements added are %d, %q, want the one", mine.Length(), got)
	}
}

func caretMakesNameTagClaim(t *testing.T, c chrometest.Chrome) {
	b, path, tab := deskAt(t, c, "")
	selectByKeys(t, tab)
	press(tab, kb.ArrowLeft, input.ModifierCtrl, input.ModifierShift)
	press(tab, kb.ArrowLeft, input.ModifierShift)
	tab.Wait(selectedWords, "Tomas Oker")
	press(tab, kb.Enter)
	press(tab, "n")
	tab.Wait(`document.activeElement.id`, "add-name")
	tab.Script(`document.querySelector("#add-kind").value = "group"`)
	press(tab, kb.Enter)
	tab.Wait(`document.querySelector("#flash p")?.textContent`, "A name was added.")
	selectByKeys(t, tab)
	press(tab, kb.Enter)
	press(tab, "t")
	tab.Wait(`document.activeElement.id`, "new-tag-words")
	tab.Press("denial\r")
	tab.Wait(`document.querySelector(".tag-line .chip")?.textContent.trim()`, "denial")
	selectByKeys(t, tab)
	press(tab, kb.Enter)
	press(tab, "c")
	tab.Wait(`location.pathname`, "/claims/new")
	if got := tab.Script(`new URL(location.href).searchParams.get("quote")`); strings.TrimSpace(got) != "Tomas Oker denied" {
		t.Errorf("the claim is made of %q, want the selected words", got)
	}
	_, page := b.get(path)
	if page.Find(".card.group").Length() != 1 {
		t.Errorf("the article has %d groups, want the added one", page.Find(".card.group").Length())
	}
}

// The text is never changed by what is typed into the caret's place.
func caretChangesNothing(t *testing.T, c chrometest.Chrome) {
	_, _, tab := deskAt(t, c, "")
	before := tab.Script(`document.querySelector("#text .body").textContent`)
	press(tab, kb.F7)
	tab.Wait(`document.activeElement.matches("#text .body")`, "true")
	tab.Press("xyz" + kb.Delete + kb.Backspace)
	if after := tab.Script(`document.querySelector("#text .body").textContent`); after != before {
		t.Errorf("after typing, the text is %q, was %q", after, before)
	}
	press(tab, kb.Escape)
	tab.Wait(`document.querySelector("#text .body").isContentEditable`, "false")
}

// mouseSelects drags over the words of the first mark of what someone said.
func mouseSelects(t *testing.T, c chrometest.Chrome) {
	_, _, tab := deskAt(t, c, "")
	at := tab.Script(`(() => { const p = document.querySelectorAll("#text .body p")[1]; const r = document.createRange();
		const n = [...p.querySelectorAll("*"), p].flatMap((e) => [...e.childNodes]).find((n) => n.nodeType === 3 && n.data.includes("denied"));
		const i = n.data.indexOf("denied"); r.setStart(n, i); r.setEnd(n, i + 6); const b = r.getBoundingClientRect();
		return [b.left, b.right, b.top + b.height / 2].join(" "); })()`)
	var left, right, y float64
	if _, err := fmt.Sscan(at, &left, &right, &y); err != nil {
		t.Fatal(err)
	}
	drag(tab, left+1, y, right-1, y)
	tab.Wait(selectedWords, "denied")
	tab.Wait(`document.querySelector("#selection").hidden`, "false")
	tab.Do(chromedp.EmulateViewport(360, 800))
	tab.Script(`getSelection().getRangeAt(0).startContainer.parentElement.scrollIntoView({ block: "center" })`)
	tab.Wait(`[...document.querySelectorAll("#selection button")].every((b) => { const r = b.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth; })`, "true")
	tab.Do(chromedp.EmulateViewport(1280, 900))
	x, y := tab.Middle(`#selection [data-key="s"]`)
	tab.Do(chromedp.MouseClickXY(x, y))
	tab.Wait(`document.querySelector("#add-words")?.value`, "denied")
}

// barLettersWin presses the letters of the bar while a card is in hand, which
// has the same letters.
func barLettersWin(t *testing.T, c chrometest.Chrome) {
	for key, want := range map[string]string{"e": "/claims/pin", "c": "/claims/new"} {
		_, _, tab := deskAt(t, c, "")
		tab.Press("n")
		tab.Wait(`document.querySelector(".card.now") !== null`, "true")
		tab.Script(`(() => { const p = document.querySelectorAll("#text .body p")[1]; getSelection().selectAllChildren(p); })()`)
		tab.Wait(`document.querySelector("#selection").hidden`, "false")
		tab.Press(key)
		tab.Wait(`location.pathname`, want)
	}
}

// drag moves the mouse from one point to another with its button down.
func drag(tab chrometest.Tab, fromX, fromY, toX, toY float64) {
	tab.Do(chromedp.MouseEvent(input.MousePressed, fromX, fromY, chromedp.ButtonLeft, chromedp.ClickCount(1)))
	tab.Do(chromedp.MouseEvent(input.MouseMoved, (fromX+toX)/2, (fromY+toY)/2, chromedp.ButtonLeft))
	tab.Do(chromedp.MouseEvent(input.MouseMoved, toX, toY, chromedp.ButtonLeft))
	tab.Do(chromedp.MouseEvent(input.MouseReleased, toX, toY, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// endsMove moves the ends of a statement by keys, buttons and dragging, saves
// it, and goes back to what was read.
func endsMove(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	_, page := b.get(path)
	key := page.Find(".card.statement").Eq(1).AttrOr("id", "")
	was := page.Find("#" + key + " .words").Text()
	tab := b.open(t, c, path+"?tab=facts&edit="+key+"#"+key)
	field := `document.querySelector("#` + key + `-words")?.value`
	tab.Wait(`document.activeElement.id`, key+"-words")
	tab.Wait(field, was)
	press(tab, kb.ArrowLeft, input.ModifierAlt)
	shorter := was[:strings.LastIndex(was, " ")]
	tab.Wait(field, shorter)
	x, y := tab.Middle(`[data-end="start"][data-by="1"]`)
	tab.Do(chromedp.MouseClickXY(x, y))
	_, later, _ := strings.Cut(shorter, " ")
	tab.Wait(field, later)
	x, y = tab.Middle(".handle.start")
	toX, toY := tab.Middle("#text .body p:last-child mark")
	drag(tab, x, y, toX-200, toY)
	tab.Wait(`document.querySelector("#`+key+`-words").value.length > `+fmt.Sprint(len(later)), "true")
	dragged := tab.Script(field)
	tab.Script(`document.querySelector("#` + key + `-words").form.requestSubmit()`)
	tab.Wait(`document.querySelector("#flash p")?.textContent.startsWith("Saved.")`, "true")
	_, page = b.get(path + "?tab=facts&edit=" + key)
	if got := page.Find("#" + key + " textarea").Text(); got != dragged {
		t.Errorf("after dragging and saving the words are %q, want %q", got, dragged)
	}
	if read := plainText(page.Find("#" + key + " .as-read dd").First()); read != was {
		t.Errorf("the form tells that onrecord read %q, want %q", read, was)
	}
	b.post(page.Find("#"+key+" .as-read button").AttrOr("formaction", ""), url.Values{})
	if _, page = b.get(path); page.Find("#"+key+" .words").Text() != was {
		t.Errorf("after going back the words are %q, want %q", page.Find("#"+key+" .words").Text(), was)
	}
}

// withoutScript makes a note and a statement with JavaScript off.
func withoutScript(t *testing.T, c chrometest.Chrome) {
	b, path := withHarbour(t)
	tab := b.open(t, c, "/")
	tab.Do(emulation.SetScriptExecutionDisabled(true))
	tab.Do(chromedp.Navigate(b.server.URL + path + "?tab=notes"))
	tab.Do(chromedp.SendKeys("#new-note-quote", "40 ships", chromedp.ByQuery))
	tab.Do(chromedp.SendKeys("#new-note-text", "Count them.", chromedp.ByQuery))
	tab.Do(chromedp.Click(`form[action$="/notes"] .main`, chromedp.ByQuery))
	tab.Do(chromedp.WaitVisible(".note-text", chromedp.ByQuery))
	tab.Do(chromedp.Navigate(b.server.URL + path))
	tab.Do(chromedp.Click(`.missed a[href*="add=statement"]`, chromedp.ByQuery))
	tab.Wait("document.activeElement.id", "add") // the page has come, and the browser gone to its fragment
	tab.Do(chromedp.SendKeys("#add-words", "40 ships would be late", chromedp.ByQuery))
	tab.Do(chromedp.SendKeys("#add-speaker", "Tomas Oker", chromedp.ByQuery))
	tab.Do(chromedp.Click(`#add .main`, chromedp.ByQuery))
	tab.Do(chromedp.WaitVisible("#flash .flash", chromedp.ByQuery))
	_, page := b.get(path)
	if got := plainText(page.Find(".card.statement").Last()); !strings.Contains(got, "40 ships would be late") || !strings.Contains(got, "Tomas Oker") {
		t.Errorf("the last statement reads %q, want the one that was added", got)
	}
}

// looksAreRemembered sets how the text looks, and leaves the text alone.
func looksAreRemembered(t *testing.T, c chrometest.Chrome) {
	_, _, tab := deskAt(t, c, "")
	family := `getComputedStyle(document.querySelector("#text .body")).fontFamily.includes("sans-serif")`
	tab.Wait(family, "false")
	tab.Script(`(() => { const s = document.querySelector("#look-font"); s.value = "sans"; s.dispatchEvent(new Event("change", { bubbles: true })); })()`)
	tab.Wait(family, "true")
	press(tab, "f")
	tab.Wait(`getComputedStyle(document.querySelector("#panel")).display`, "none")
	tab.Do(chromedp.Reload())
	tab.Wait(ready, "completetrue")
	tab.Wait(family+` + document.querySelector("#look-font").value + getComputedStyle(document.querySelector("#list")).display`, "truesansnone")
	press(tab, "n") // the next suggestion cannot be seen without the panel
	tab.Wait(`document.activeElement.matches(".card.statement") && getComputedStyle(document.querySelector("#panel")).display !== "none"`, "true")
}

// twoCaptures is a browser with two captures of one address, and the address of
// the newer one.
func twoCaptures(t *testing.T) (*browser, string) {
	t.Helper()
	b := newBrowser(t)
	var path string
	for i, body := range []string{
		"The toll stays until the summer, said Ada Renn.\n\nAbout 1,400 lorries wait.\n\nTalks go on next week.",
		"The toll stays until the autumn, said Ada Renn.\n\nTalks go on next week.\n\nVessia denied that a boycott was planned.",
	} {
		b.pages.options.Fetch = func(context.Context, string) (document.Document, error) {
			return document.Document{ID: fmt.Sprint("toll-", i), Name: "toll", Source: "https://courier.example/toll", Format: document.HTML,
				Bytes: []byte("<!doctype html><html lang=en><title>The toll</title><link rel=canonical href=https://courier.example/toll><article><h1>The toll</h1><p>" +
					strings.ReplaceAll(body, "\n\n", "</p><p>") + "</p></article>")}, nil
		}
		answer, page := b.post("/fetch", url.Values{"address": {"https://courier.example/toll"}})
		if page.Find("#text").Length() == 0 {
			t.Fatalf("fetching gave %s, %q, want an article", answer.Request.URL.Path, plainText(page.Find("main")))
		}
		path = answer.Request.URL.Path
	}
	return b, path
}

func versionsSideBySide(t *testing.T, c chrometest.Chrome) {
	b, path := twoCaptures(t)
	tab := b.open(t, c, path)
	x, y := tab.Middle(`#text .kick a[href$="view=versions"]`)
	tab.Do(chromedp.MouseClickXY(x, y))
	tab.Wait(`document.querySelector(".what-changed")?.textContent`, "What changed: 3 paragraphs.")
	tab.Wait(`[...document.querySelectorAll(".versions del, .versions ins")].map((e) => e.localName + ":" + e.textContent).join("|")`,
		"del:summer|ins:autumn|del:About 1,400 lorries wait.|ins:Vessia denied that a boycott was planned.")
	tab.Wait(ready, "completetrue")
	press(tab, "[")
	tab.Wait(`(location.pathname !== "`+path+`") + `+ready, "truecompletetrue")
	press(tab, "]")
	tab.Wait(`location.pathname`, path)
}
