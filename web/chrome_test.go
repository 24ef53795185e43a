package web

import (
	"testing"

	"onrecord/web/chrometest"
)

// open opens a path in a tab that has the session.
func (b *browser) open(t *testing.T, c chrometest.Chrome, path string) chrometest.Tab {
	t.Helper()
	host := b.server.Listener.Addr().String()
	return c.Open(t, b.server.URL+path, chrometest.Cookie{URL: b.server.URL, Name: cookieName(host), Value: b.session})
}

// TestInBrowser drives the program over a real archive in a real Chromium.
func TestInBrowser(t *testing.T) {
	c := chrometest.Start(t)
	for _, job := range []struct {
		name string
		run  func(*testing.T, chrometest.Chrome)
	}{
		{"the sample story opens", sampleOpens},
		{"undo and redo by keys", undoByKeys},
		{"the history by mouse", historyByMouse},
		{"two tabs edit one thing", twoTabs},
		{"a caret makes a note", caretMakesNote},
		{"a caret makes a statement", caretMakesStatement},
		{"a caret makes a name, a tag and a claim", caretMakesNameTagClaim},
		{"a caret changes nothing", caretChangesNothing},
		{"a mouse selects", mouseSelects},
		{"the letters of the selection go before those of the card", barLettersWin},
		{"the ends of a statement move", endsMove},
		{"without JavaScript", withoutScript},
		{"two captures side by side", versionsSideBySide},
		{"looks are remembered", looksAreRemembered},
		{"pages arrive steady", arriveSteady},
		{"review by keys", reviewByKeys},
		{"review by mouse", reviewByMouse},
		{"review without script", reviewWithoutScript},
		{"every job without script", jobsWithoutScript},
		{"a claim is checked by keys", claimByKeys},
		{"a claim is checked by the mouse", claimByMouse},
		{"a claim is checked without JavaScript", claimWithoutScript},
		{"the keys of verdicts keep quiet elsewhere", verdictKeysAreQuiet},
		{"a story is gathered by keys", storyByKeys},
		{"a story is gathered by mouse, and tells what is new", storyByMouse},
		{"a story is gathered without JavaScript", storyWithoutScript},
		{"the board by keys", boardByKeys},
		{"open ends by mouse", openEndsByMouse},
		{"a claim is shared by keyboard", sharesByKeys},
		{"an article is shared by mouse, without scripts", sharesByMouse},
		{"a shared file opens from disk", opensFromDisk},
		{"pages print clean", printsClean},
		{"a rejected cue is learned by keyboard", teachByKeys},
		{"a rejected cue is learned by mouse", teachByMouse},
	} {
		t.Run(job.name, func(t *testing.T) { job.run(t, c) })
	}
}

func sampleOpens(t *testing.T, c chrometest.Chrome) {
	b := newBrowser(t)
	tab := b.open(t, c, "/")
	tab.Script(`document.querySelector('form[action="/sample"] button').click()`)
	tab.Wait(`document.querySelectorAll("main ol.lines a").length`, "8")
}
