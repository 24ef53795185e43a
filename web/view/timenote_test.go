package view_test

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// noteShown is the words of the note that is shown, "" for none.
const noteShown = `document.querySelector(".time-note:popover-open")?.innerText.replace(/\s+/g, " ") ?? ""`

const wednesday = "Wednesday → Wednesday, 5 March 2031 the Wednesday before the day of publication Does not fit: 5 March 2031 is a Wednesday, not a Tuesday."

// timeTells holds that the note on a time comes with the pointer, stays while
// the pointer is on it, goes with the pointer and with Escape (WCAG 1.4.13).
func timeTells(t *testing.T, c chrome) {
	b := c.open(t, newDesk(t).URL+"/articles/42")
	point := func(selector string) {
		t.Helper()
		x, y := b.middle(selector)
		b.do(chromedp.MouseEvent(input.MouseMoved, x, y))
	}
	const words = "#text .body mark.time"
	point(words)
	b.wait(noteShown, wednesday)
	b.wait(`document.querySelector("`+words+`").getAttribute("aria-describedby")`, "means-time-1")
	point(".time-note:popover-open")
	time.Sleep(400 * time.Millisecond) // longer than the note stays without the pointer
	b.wait(noteShown, wednesday)
	b.press("\x1b")
	b.wait(noteShown, "")
	point("#text h1")
	point(words)
	b.wait(noteShown, wednesday)
	point("#text h1")
	b.wait(noteShown, "")
	point(words)
	b.wait(noteShown, wednesday)
	b.press("h") // without highlights the words are plain
	b.wait(noteShown, "")
	point("#text h1")
	point(words)
	time.Sleep(300 * time.Millisecond)
	b.wait(noteShown, "")
}

// timesByKeyboard holds that the Tab key stops at one time of the text, that
// arrows and t walk on from it, and that Enter leads to the card.
func timesByKeyboard(t *testing.T, c chrome) {
	b := c.open(t, newDesk(t).URL+"/articles/42")
	stops := `document.querySelectorAll("#text mark[tabindex='0']").length`
	b.wait(stops, "1")
	b.press("t")
	b.wait("document.activeElement.textContent", "Wednesday")
	b.wait(noteShown, wednesday)
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	b.wait("document.activeElement.textContent", "Monday")
	b.wait(noteShown, "Monday → Monday, 10 March 2031")
	b.wait(stops, "1")
	b.press("T")
	b.wait("document.activeElement.textContent", "Wednesday")
	b.press("\x1b")
	b.wait(noteShown, "")
	b.wait("document.activeElement.textContent", "Wednesday")
	b.press("\r")
	b.wait("document.activeElement.id", "time-1")
	b.wait(noteShown, "")
}

// timesByTouch holds that on a small screen a tap shows the note, that a tap
// elsewhere puts it away, that it goes out of sight with its words, and that only another one on the same words leads away
// from the text, to the card.
func timesByTouch(t *testing.T, c chrome) {
	b := c.open(t, newDesk(t).URL+"/articles/42")
	b.do(chromedp.EmulateViewport(360, 740, chromedp.EmulateTouch))
	b.do(chromedp.Reload())
	tap := func(selector string) {
		t.Helper()
		b.script(`document.querySelector("` + selector + `").scrollIntoView({ block: "center" })`)
		x, y := b.middle(selector)
		b.do(input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: x, Y: y}}))
		b.do(input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}))
	}
	const words = "#text .body mark.time"
	tap(words)
	b.wait(noteShown, wednesday)
	b.wait(`document.querySelector(".card.now").id`, "statement-2")
	inside := b.script(`(() => { const r = document.querySelector(".time-note:popover-open").getBoundingClientRect(); return r.left >= 0 && r.right <= 360; })()`)
	if inside != "true" {
		t.Error("the note does not fit on a screen of 360 pixels")
	}
	const seen = `getComputedStyle(document.querySelector(".time-note:popover-open")).visibility`
	b.script(`scrollTo(0, document.documentElement.scrollHeight)`)
	b.wait(seen, "hidden")
	b.script(`document.querySelector("` + words + `").scrollIntoView({ block: "center" })`)
	b.wait(seen, "visible")
	tap("#text h1")
	b.wait(noteShown, "")
	tap(words)
	b.wait(noteShown, wednesday)
	tap(words)
	b.wait(`document.querySelector(".card.now").id`, "time-1")
}
