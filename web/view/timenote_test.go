package view_test

import (
	"testing"
	"time"

	"onrecord/web/chrometest"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// noteShown is the words of the note that is shown, "" for none.
const noteShown = `document.querySelector(".time-note:popover-open")?.innerText.replace(/\s+/g, " ") ?? ""`

// noteInSight is whether the note that is shown can be seen and touched.
const noteInSight = `(() => {
	const note = document.querySelector(".time-note:popover-open"), r = note.getBoundingClientRect();
	return note.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2));
})()`

const wednesday = "Wednesday → Wednesday, 5 March 2031 the Wednesday before the day of publication Does not fit: 5 March 2031 is a Wednesday, not a Tuesday."

// timeTells holds that the note on a time comes with the pointer, stays while
// the pointer is on it, goes with the pointer and with Escape (WCAG 1.4.13).
func timeTells(t *testing.T, c chrometest.Chrome) {
	b := c.Open(t, newDesk(t).URL+"/articles/42")
	point := func(selector string) {
		t.Helper()
		x, y := b.Middle(selector)
		b.Do(chromedp.MouseEvent(input.MouseMoved, x, y))
	}
	const words = "#text .body mark.time"
	point(words)
	b.Wait(noteShown, wednesday)
	b.Wait(`document.querySelector("`+words+`").getAttribute("aria-describedby")`, "means-time-1")
	point(".time-note:popover-open")
	time.Sleep(400 * time.Millisecond) // longer than the note stays without the pointer
	b.Wait(noteShown, wednesday)
	b.Press("\x1b")
	b.Wait(noteShown, "")
	point("#text h1")
	point(words)
	b.Wait(noteShown, wednesday)
	point("#text h1")
	b.Wait(noteShown, "")
	point(words)
	b.Wait(noteShown, wednesday)
	b.Press("h") // without highlights the words are plain
	b.Wait(noteShown, "")
	point("#text h1")
	point(words)
	time.Sleep(300 * time.Millisecond)
	b.Wait(noteShown, "")
}

// timesByKeyboard holds that the Tab key stops at one time of the text, that
// arrows and t walk on from it, and that Enter leads to the card.
func timesByKeyboard(t *testing.T, c chrometest.Chrome) {
	b := c.Open(t, newDesk(t).URL+"/articles/42")
	stops := `document.querySelectorAll("#text mark[tabindex='0']").length`
	b.Wait(stops, "1")
	b.Press("t")
	b.Wait("document.activeElement.textContent", "Wednesday")
	b.Wait(noteShown, wednesday)
	b.Do(chromedp.KeyEvent(kb.ArrowRight))
	b.Wait("document.activeElement.textContent", "Monday")
	b.Wait(noteShown, "Monday → Monday, 10 March 2031")
	b.Wait(stops, "1")
	b.Press("T")
	b.Wait("document.activeElement.textContent", "Wednesday")
	b.Press("\x1b")
	b.Wait(noteShown, "")
	b.Wait("document.activeElement.textContent", "Wednesday")
	b.Press("\r")
	b.Wait("document.activeElement.id", "time-1")
	b.Wait(noteShown, "")
}

// notesStayBeside holds that a note stands right below its words, or above them
// where there is no room, over the text, and goes out of sight with them.
func notesStayBeside(t *testing.T, c chrometest.Chrome) {
	b := c.Open(t, newDesk(t).URL+"/articles/42")
	b.Do(chromedp.EmulateViewport(1280, 420))
	b.Script(`document.querySelector("#text").style.paddingBlock = "300px 900px"`)
	b.Press("t")
	b.Wait(noteShown, wednesday)
	b.Wait(noteInSight, "true")
	const place = `(() => {
		const box = (selector) => document.querySelector(selector).getBoundingClientRect();
		const note = box(".time-note:popover-open"), words = box("mark[aria-describedby]"), text = box("#main");
		if (note.left < text.left + 8 || note.right > text.right - 8) return "beside the text";
		return note.top === words.bottom + 8 ? "below" : note.bottom === words.top - 8 ? "above" : "away";
	})()`
	scroll := func(block string) {
		b.Script("document.activeElement.scrollIntoView({ block: `" + block + "` })")
	}
	scroll("start")
	b.Wait(place, "below")
	scroll("end")
	b.Wait(place, "above")
	b.Wait(noteInSight, "true")
	b.Script(`document.querySelector("#main").scrollTop = document.querySelector("#main").scrollHeight`)
	b.Wait(noteInSight, "false")
	scroll("start")
	b.Wait(noteInSight, "true")
}

// timesByTouch holds that on a small screen a tap shows the note, that a tap
// elsewhere puts it away, that it goes out of sight with its words, and that
// only another one on the same words leads away from the text, to the card.
func timesByTouch(t *testing.T, c chrometest.Chrome) {
	b := c.Open(t, newDesk(t).URL+"/articles/42")
	b.Do(chromedp.EmulateViewport(360, 740, chromedp.EmulateTouch))
	b.Do(chromedp.Reload())
	tap := func(selector string) {
		t.Helper()
		b.Script(`document.querySelector("` + selector + `").scrollIntoView({ block: "center" })`)
		x, y := b.Middle(selector)
		b.Do(input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: x, Y: y}}))
		b.Do(input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}))
	}
	const words = "#text .body mark.time"
	tap(words)
	b.Wait(noteShown, wednesday)
	b.Wait(`document.querySelector(".card.now").id`, "statement-2")
	inside := b.Script(`(() => { const r = document.querySelector(".time-note:popover-open").getBoundingClientRect(); return r.left >= 0 && r.right <= 360; })()`)
	if inside != "true" {
		t.Error("the note does not fit on a screen of 360 pixels")
	}
	b.Script(`scrollTo(0, document.documentElement.scrollHeight)`)
	b.Wait(noteInSight, "false")
	b.Script(`document.querySelector("` + words + `").scrollIntoView({ block: "center" })`)
	b.Wait(noteInSight, "true")
	tap("#text h1")
	b.Wait(noteShown, "")
	tap(words)
	b.Wait(noteShown, wednesday)
	tap(words)
	b.Wait(`document.querySelector(".card.now").id`, "time-1")
}
