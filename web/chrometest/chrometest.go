// Package chrometest drives the pages in a real Chromium, for tests: what a
// user presses goes in, what the page has become comes out. A page that the
// browser complains of fails the test.
package chrometest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A Chrome is a running Chromium.
type Chrome struct{ ctx context.Context }

// Start starts a Chromium. Where there is none it skips the test, or fails it
// when ONRECORD_BROWSER is "required".
func Start(t *testing.T) Chrome {
	t.Helper()
	path := chromium()
	if path == "" {
		if os.Getenv("ONRECORD_BROWSER") == "required" {
			t.Fatal("there is no Chromium, and ONRECORD_BROWSER=required")
		}
		t.Skip("there is no Chromium on this machine")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.Flag("allow-pre-commit-input", true)) // a key or click before the first paint is not lost
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx, chromedp.WithErrorf(t.Logf))
	t.Cleanup(stop)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal(err)
	}
	return Chrome{ctx}
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// A Cookie is sent along with every request of a tab to url.
type Cookie struct{ URL, Name, Value string }

// A Tab is a tab of the browser, 1280 by 900 pixels.
type Tab struct {
	t   *testing.T
	ctx context.Context
}

// Open opens a tab at address. What the page complains of, fails the test.
func (c Chrome) Open(t *testing.T, address string, cookies ...Cookie) Tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(c.ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stop)
	b := Tab{t, ctx}
	b.Do(chromedp.Navigate("about:blank"))
	b.watch()
	for _, k := range cookies {
		b.Do(network.SetCookie(k.Name, k.Value).WithURL(k.URL))
	}
	b.Do(page.BringToFront())
	b.Do(chromedp.EmulateViewport(1280, 900))
	b.Do(chromedp.Navigate(address))
	return b
}

// watch fails the test on what the browser logs: a refused style or script, an
// exception.
func (b Tab) watch() {
	b.t.Helper()
	var mu sync.Mutex
	var heard []string
	hear := func(s string) { mu.Lock(); heard = append(heard, s); mu.Unlock() }
	chromedp.ListenTarget(b.ctx, func(e any) {
		switch e := e.(type) {
		case *log.EventEntryAdded:
			if e.Entry.Source == log.SourceNetwork && strings.HasSuffix(e.Entry.Text, "409 (Conflict)") {
				return // a page like others, which asks the user to choose
			}
			hear(e.Entry.Text)
		case *runtime.EventExceptionThrown:
			hear(e.ExceptionDetails.Error())
		}
	})
	b.Do(log.Enable())
	b.t.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, s := range heard {
			b.t.Errorf("the browser complains: %s", s)
		}
	})
}

// Do does an action of chromedp.
func (b Tab) Do(a chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, a); err != nil {
		b.t.Fatal(err)
	}
}

// Press presses keys one after the other, as chromedp's package kb names them.
func (b Tab) Press(keys string) {
	b.t.Helper()
	b.Do(chromedp.KeyEvent(keys))
}

// Middle is the middle of the first line of what selector finds.
func (b Tab) Middle(selector string) (x, y float64) {
	b.t.Helper()
	at := b.Script("(() => { const r = document.querySelector(`" + selector + "`).getClientRects()[0]; return (r.x + r.width / 2) + ' ' + (r.y + r.height / 2); })()")
	if _, err := fmt.Sscan(at, &x, &y); err != nil {
		b.t.Fatalf("%s lies at %q: %v", selector, at, err)
	}
	return x, y
}

// Script is the value of an expression in the page.
func (b Tab) Script(expression string) string {
	b.t.Helper()
	value, err := b.evaluate(expression)
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

func (b Tab) evaluate(expression string) (value string, err error) {
	err = chromedp.Run(b.ctx, chromedp.Evaluate("String("+expression+")", &value))
	return value, err
}

// Await is the value that a promise in the page gives.
func (b Tab) Await(promise string) string {
	b.t.Helper()
	var value string
	wait := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	b.Do(chromedp.Evaluate("Promise.resolve("+promise+").then(String)", &value, wait))
	return value
}

// Theme shows pages as a browser set to "light" or "dark" does, without motion.
func (b Tab) Theme(name string) {
	b.t.Helper()
	b.Do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}))
}

// Wait waits three seconds until an expression in the page has the value.
// While one page gives way to the next it has none.
func (b Tab) Wait(expression, want string) {
	b.t.Helper()
	var got string
	var err error
	for range 100 {
		if got, err = b.evaluate(expression); err == nil && got == want {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	b.t.Fatalf("%s = %q (error: %v), want %q", expression, got, err, want)
}
