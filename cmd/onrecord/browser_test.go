package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chromium is a tab of a real Chromium, skipped where there is none. CI sets
// ONRECORD_BROWSER=required.
func chromium(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("ONRECORD_BROWSER") == "required" {
			t.Fatal("there is no Chromium, and ONRECORD_BROWSER=required")
		}
		t.Skip("there is no Chromium to drive")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1280, 900),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil { // starts it, for as long as ctx lives
		t.Fatal(err)
	}
	return ctx
}

// launched is the running program with an archive of its own, and the address
// that opens a session.
func launched(t *testing.T) (p *process, archive, address string) {
	t.Helper()
	archive = filepath.Join(t.TempDir(), "onrecord.sqlite")
	p = start(t, "", "--archive", archive, "--no-browser")
	return p, archive, p.find(t, `(http://127\.0\.0\.1:\d+/launch\?token=\w+)`)
}

// steps does the steps in order and names the one that failed.
func steps(t *testing.T, ctx context.Context, all ...step) {
	t.Helper()
	for _, s := range all {
		limited, cancel := context.WithTimeout(ctx, 20*time.Second)
		err := chromedp.Run(limited, s.actions...)
		cancel()
		if err != nil {
			var page string
			chromedp.Run(ctx, chromedp.Evaluate(`location.href + "\n" + document.body.innerText`, &page))
			t.Fatalf("%s: %v; the page is %.1500s", s.name, err, page)
		}
	}
}

type step struct {
	name    string
	actions []chromedp.Action
}

// has waits until the selector's text holds want.
func has(selector, want string) chromedp.Action {
	return until(`[...document.querySelectorAll(` + quoted(selector) + `)].some(e => e.textContent.includes(` + quoted(want) + `))`)
}

// until waits until an expression is true. chromedp.Poll would have the page
// evaluate a string, which its policy forbids.
func until(expression string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		for {
			var is bool
			if err := chromedp.Evaluate(expression, &is).Do(ctx); err == nil && is {
				return nil
			}
			select {
			case <-ctx.Done():
				return fmt.Errorf("%s: %w", expression, ctx.Err())
			case <-time.After(50 * time.Millisecond):
			}
		}
	})
}

func quoted(s string) string { return "`" + strings.ReplaceAll(s, "`", "\\`") + "`" }

// open clicks the first element that matches. Expressions see a page that has
// just come a little before chromedp knows its nodes; until then the node that
// it finds is one of the page before, and is looked for again.
func open(selector string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		for {
			err := chromedp.Click(selector, chromedp.ByQuery).Do(ctx)
			var refused *cdproto.Error
			if !errors.As(err, &refused) || !strings.Contains(refused.Message, "Could not find node") {
				return err
			}
		}
	})
}

// The whole way through, as a new user goes it: first run, sample story, open
// an article, accept a statement, make a claim of it with a verdict and a
// piece of evidence, write a note, search, quit.
func TestTheWholeWayThrough(t *testing.T) {
	if testing.Short() {
		t.Skip("drives a browser")
	}
	ctx := chromium(t)
	p, archive, address := launched(t)
	var quote string
	errors := consoleErrors(ctx)
	steps(t, ctx,
		step{"first run", []chromedp.Action{chromedp.Navigate(address), has("title", "onrecord")}},
		step{"sample story", []chromedp.Action{open(`form[action="/sample"] button`), has("#flash", "The sample story is open")}},
		step{"open an article", []chromedp.Action{open(`main ol.lines a`), chromedp.WaitVisible(`#panel .card form.acts button.yes`, chromedp.ByQuery)}},
		step{"accept a statement", []chromedp.Action{open(`#panel .card form.acts button.yes`), has("#flash", "Accepted."), chromedp.WaitReady(`#panel .card.accepted`, chromedp.ByQuery)}},
		step{"accept by key", []chromedp.Action{chromedp.KeyEvent("n"), chromedp.KeyEvent("a"), until(`document.querySelectorAll("#panel .card.accepted").length >= 2`)}},
		step{"take it back by key", []chromedp.Action{chromedp.KeyEvent("u"), has("#flash", "Taken back"), until(`document.querySelectorAll("#panel .card.accepted").length == 1`)}},
		step{"and once more, after the page was loaded again", []chromedp.Action{chromedp.Reload(), chromedp.WaitReady(`#panel .card.accepted`, chromedp.ByQuery), chromedp.KeyEvent("u"),
			has("#flash", "Taken back"), until(`document.querySelectorAll("#panel .card.accepted").length == 0`)}},
		step{"make a claim of it", []chromedp.Action{chromedp.KeyEvent("n"), chromedp.KeyEvent("c"), chromedp.WaitVisible(`textarea[name=text]`, chromedp.ByQuery),
			chromedp.SetValue(`textarea[name=text]`, "The troops stand at the border.", chromedp.ByQuery), open(`form[action="/claims"] button`), has("h1", "The troops stand at the border.")}},
		step{"set a verdict", []chromedp.Action{chromedp.Click(`input[name=verdict][value=partly]`, chromedp.ByQuery), chromedp.SetValue(`textarea[name=reason]`, "The number changed.", chromedp.ByQuery),
			open(`form[action$="/verdict"] button`), has("#flash", "Saved."), has(".by", "partly")}},
		step{"pin evidence", []chromedp.Action{
			chromedp.Evaluate(`document.querySelector("#add-evidence").open = true`, nil),
			chromedp.Evaluate(`document.querySelector("#add-evidence input[name=article]").value = document.querySelector(".linked .meta a").pathname.split("/")[2]`, nil),
			chromedp.Evaluate(`fetch(document.querySelector(".linked .meta a").pathname).then(a => a.text()).then(h => new DOMParser().parseFromString(h, "text/html").querySelector(".body p").textContent.slice(0, 40))`, &quote, awaited),
			chromedp.ActionFunc(func(ctx context.Context) error {
				return chromedp.SetValue(`#add-evidence textarea[name=quote]`, quote, chromedp.ByQuery).Do(ctx)
			}),
			open(`#add-evidence form button.main`), has("#flash", "Evidence pinned."), chromedp.WaitReady(`.side.for .card`, chromedp.ByQuery)}},
		step{"go to its article and write a note", []chromedp.Action{open(`.side.for .card .meta a`), chromedp.WaitReady(`#panel`, chromedp.ByQuery), open(`a[data-tab="notes"]`),
			chromedp.WaitVisible(`#panel textarea[name=text]`, chromedp.ByQuery), chromedp.SetValue(`#panel textarea[name=text]`, "Ask the quartermaster.", chromedp.ByQuery),
			open(`#panel form[action$="/notes"] button`), has("#panel .note-text", "Ask the quartermaster.")}},
		step{"search", []chromedp.Action{chromedp.SetValue(`#q`, "quartermaster", chromedp.ByQuery), chromedp.Submit(`#q`, chromedp.ByQuery), has("main", "quartermaster")}},
		step{"quit", []chromedp.Action{chromedp.Navigate(origin(address) + "/settings"), open(`form[action="/quit"] button`), has("body", archive)}},
	)
	if code := p.wait(t); code != 0 {
		t.Errorf("after Quit the program ended with %d, want 0", code)
	}
	if left, err := os.ReadDir(filepath.Dir(archive)); err != nil || len(left) != 1 {
		t.Errorf("after Quit the folder holds %v, want the archive alone", left)
	}
	if got := errors(); len(got) > 0 {
		t.Errorf("the pages' scripts failed: %q", got)
	}
}

// awaited makes Evaluate wait for a promise.
func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// origin is the address without its path.
func origin(address string) string {
	host, _, _ := strings.Cut(strings.TrimPrefix(address, "http://"), "/")
	return "http://" + host
}

// consoleErrors collects what the pages' scripts throw.
func consoleErrors(ctx context.Context) func() []string {
	var all []string
	chromedp.ListenTarget(ctx, func(event any) {
		if thrown, ok := event.(*runtime.EventExceptionThrown); ok {
			all = append(all, thrown.ExceptionDetails.Error())
		}
	})
	return func() []string { return all }
}

// Trust 1, 2: another site's page can neither read nor change anything, even
// when its name is made to point at this machine.
func TestAnotherSiteIsKeptOut(t *testing.T) {
	if testing.Short() {
		t.Skip("drives a browser")
	}
	ctx := chromium(t)
	_, _, address := launched(t)
	attack := `Promise.all([
		fetch("` + origin(address) + `/settings", {credentials: "include"}).then(a => a.text(), () => "refused"),
		fetch("` + origin(address) + `/quit", {method: "POST", mode: "no-cors", credentials: "include"}).then(() => "sent", () => "refused"),
	]).then(all => all.join(" | "))`
	var said string
	steps(t, ctx,
		step{"have a session", []chromedp.Action{chromedp.Navigate(address), has("title", "onrecord")}},
		step{"attack", []chromedp.Action{chromedp.Navigate("data:text/html,<h1>another site</h1>"), chromedp.Evaluate(attack, &said, awaited)}},
		step{"it still runs", []chromedp.Action{chromedp.Navigate(origin(address) + "/"), has("title", "onrecord")}},
	)
	if !strings.HasPrefix(said, "refused") {
		t.Errorf("another site read %q, want nothing", said)
	}
}

// Who is who, as a user puts it right: a name on the list of people is said to
// be the same as another, then one of its articles to speak of someone else,
// and both are taken back.
func TestWhoIsWho(t *testing.T) {
	if testing.Short() {
		t.Skip("drives a browser")
	}
	ctx := chromium(t)
	folder := t.TempDir()
	archive := filepath.Join(folder, "onrecord.sqlite")
	file := write(t, folder, "velm.jsonl", `{"id":"1","title":"Quay shut","published":"2031-03-04","text":"Tarvo Elde, the governor of Port Velm, said the quay was shut."}
{"id":"2","title":"Vote held","published":"2031-03-05","text":"Tarvo Elde, the mayor of Port Velm, said the vote was fair."}
{"id":"3","title":"Talks held","published":"2031-03-06","text":"T. Elde, the mayor of Port Velm, said the talks went on."}
`)
	onrecord("", "import", file, "--archive", archive).done(t)
	p := start(t, "", "--archive", archive, "--no-browser")
	address := p.find(t, `(http://127\.0\.0\.1:\d+/launch\?token=\w+)`)
	errors := consoleErrors(ctx)
	steps(t, ctx,
		step{"the people", []chromedp.Action{chromedp.Navigate(address), chromedp.Navigate(origin(address) + "/people"), has("#people-lines", "T. Elde")}},
		step{"one of them", []chromedp.Action{chromedp.Evaluate(`[...document.querySelectorAll("#people-lines a")].find(a => a.textContent.includes("T. Elde")).click()`, nil), has("h1", "T. Elde")}},
		step{"look for the same", []chromedp.Action{chromedp.SendKeys(`#same-q`, "tarvo\r", chromedp.ByQuery), has("h1", "Who is the same as"), has(".same-lines", "Tarvo Elde")}},
		step{"say so", []chromedp.Action{open(`.same-lines button[value=other]`), has("#flash", "the same now"), has("h1", "Tarvo Elde"), has(".by", "3 articles"), has(".identity", "T. Elde")}},
		step{"not all of them", []chromedp.Action{open(`.identity a[href$="/apart"]`), has("h1", "Which articles"),
			chromedp.Evaluate(`[...document.querySelectorAll(".apart-group")].find(g => g.textContent.includes("governor")).querySelector("input").click()`, nil),
			chromedp.SendKeys(`#apart-name`, "Tarvo Elde (governor)\r", chromedp.ByQuery), has("h1", "Tarvo Elde (governor)"), has(".by", "1 article")}},
		step{"take it back by key", []chromedp.Action{chromedp.WaitReady(`html.scripted`, chromedp.ByQuery), chromedp.KeyEvent("u"), has("#flash", "Taken back"), until(`document.querySelector("h1").textContent == "Tarvo Elde"`), has(".by", "3 articles")}},
		step{"and the merge from the history", []chromedp.Action{chromedp.Navigate(origin(address) + "/history"),
			chromedp.Evaluate(`[...document.querySelectorAll(".entries li")].find(l => l.textContent.includes("are the same") && l.querySelector("button")).querySelector("button").click()`, nil),
			has("#flash", "Taken back"), chromedp.Navigate(origin(address) + "/people"), has("#people-lines", "T. Elde")}},
	)
	if got := errors(); len(got) > 0 {
		t.Errorf("the pages' scripts failed: %q", got)
	}
	p.end(t, os.Interrupt)
	onrecord("", "check", "--archive", archive).done(t)
}
