package web

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"onrecord/web/chrometest"
)

// heldBy is how many articles a story has by its page.
const heldBy = `document.querySelector("main .by span").textContent`

// tabTo presses the Tab key until what selector finds has the focus.
func tabTo(t *testing.T, tab chrometest.Tab, selector string) {
	t.Helper()
	for range 80 {
		tab.Press("\t")
		if tab.Script("document.activeElement.matches(`"+selector+"`)") == "true" {
			return
		}
	}
	t.Fatalf("80 presses of Tab do not lead to %s", selector)
}

// storyByKeys makes a story and gathers three articles to it by keys alone.
func storyByKeys(t *testing.T, c chrometest.Chrome) {
	b, _ := withRiver(t, 4)
	tab := b.open(t, c, "/")
	at := func(path string) {
		t.Helper()
		tab.Wait("document.documentElement.className + location.pathname", "scripted"+path)
	}
	at("/")
	tab.Press("gy")
	at("/stories")
	tabTo(t, tab, "main a.button")
	tab.Press("\r")
	at("/stories/new")
	tabTo(t, tab, "#story-name")
	tab.Press("River quarrel\r")
	tab.Wait(`document.querySelector("h1").textContent`, "River quarrel")
	tab.Wait("document.documentElement.className", "scripted")
	tab.Press("gl")
	at("/")
	tab.Press("jj")
	tab.Wait(`document.activeElement.querySelector("b").textContent`, "Dam 2")
	tab.Do(chromedp.KeyEvent("\t", chromedp.KeyModifiers(input.ModifierShift))) // the box stands before its line
	tab.Press(" ")
	for range 2 {
		tabTo(t, tab, "#list input")
		tab.Press(" ")
	}
	tab.Wait(`document.querySelectorAll("#list input:checked").length`, "3")
	tab.Wait(`getComputedStyle(document.querySelector(".gather-bar")).position`, "sticky")
	tabTo(t, tab, "#gather button")
	tab.Press("\r")
	tab.Wait(`document.querySelector(".flash p").textContent`, "Added 3 to River quarrel.")
	tab.Wait("document.documentElement.className", "scripted")
	tab.Press("u")
	tab.Wait(`document.querySelector(".flash p").textContent`, "Taken back: Added to the story “River quarrel”.")
}

// storyByMouse gathers by clicks, sees what another import brings, and marks it
// as seen.
func storyByMouse(t *testing.T, c chrometest.Chrome) {
	b, _ := withRiver(t, 4)
	story := b.story(url.Values{"name": {"River quarrel"}, "query": {"dam"}})
	tab := b.open(t, c, "/search?q=dam")
	for _, title := range []string{"Dam 3", "Dam 2", "Dam 1"} {
		tab.Script(`[...document.querySelectorAll("#articles ~ ol li")].find((li) => li.textContent.includes("` + title + `")).querySelector("input").setAttribute("id", "` + strings.ReplaceAll(title, " ", "-") + `")`)
		tab.Do(chromedp.Click("#"+strings.ReplaceAll(title, " ", "-"), chromedp.ByQuery))
	}
	tab.Do(chromedp.Click("#gather button", chromedp.ByQuery))
	tab.Wait(`document.querySelector(".flash p").textContent`, "Added 3 to River quarrel.")
	tab.Do(chromedp.Navigate(b.server.URL + story))
	tab.Wait(heldBy, "3 articles by 1 outlet")
	tab.Do(chromedp.Click(`.news form button`, chromedp.ByQuery))
	tab.Wait(`document.querySelectorAll(".news-sum li").length`, "0")
	b.pasteRiver(7)
	tab.Do(chromedp.Navigate(b.server.URL + story))
	tab.Wait(`document.querySelector(".news-sum").textContent.trim()`, "1 new article may belong here")
	tab.Do(chromedp.Click(`#offers-title ~ ol button`, chromedp.ByQuery))
	tab.Wait(heldBy, "4 articles by 1 outlet")
	tab.Do(chromedp.Click(`#articles-title ~ ol a`, chromedp.ByQuery))
	tab.Wait(`document.querySelector("#list-title").textContent.trim()`, "River quarrel · 4 articles")
	tab.Do(chromedp.Click(`#list a[rel=next]`, chromedp.ByQuery))
	tab.Wait(`document.querySelector("#list [aria-current] b").textContent + document.querySelector("#list-title").textContent.trim()`, "Dam 3River quarrel · 4 articles")
}

// storyWithoutScript makes a story of three ticked articles with JavaScript off.
func storyWithoutScript(t *testing.T, c chrometest.Chrome) {
	b, _ := withRiver(t, 3)
	tab := b.open(t, c, "/")
	tab.Do(emulation.SetScriptExecutionDisabled(true))
	tab.Do(chromedp.Navigate(b.server.URL + "/"))
	for _, n := range []string{"1", "2", "3"} {
		tab.Do(chromedp.Click("#list li:nth-child("+n+") .tick-box", chromedp.ByQuery))
	}
	tab.Do(chromedp.Click(`#gather button[formaction="/stories/new"]`, chromedp.ByQuery))
	tab.Wait(`document.querySelectorAll(".ticked li").length`, "3")
	tab.Do(chromedp.SendKeys("#story-name", "River quarrel", chromedp.ByQuery))
	tab.Do(chromedp.Click(`form.fields button`, chromedp.ByQuery))
	tab.Wait(heldBy, "3 articles by 1 outlet")
	tab.Do(chromedp.Click(`#articles-title ~ ol button`, chromedp.ByQuery))
	tab.Wait(heldBy, "2 articles by 1 outlet")
	tab.Do(chromedp.Click(`#undo`, chromedp.ByQuery))
	tab.Wait(heldBy, "3 articles by 1 outlet")
}
