package main

import (
	"fmt"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progress shows on a terminal's standard error how far a long command is.
// Elsewhere it shows nothing.
type progress struct {
	bar  *progressbar.ProgressBar // nil when nothing is shown
	what string
}

// progress begins to show what is being done.
func (c *console) progress(what string) *progress {
	if !onTerminal(c.err) {
		return &progress{}
	}
	bar := progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(c.err),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("articles"),
		progressbar.OptionClearOnFinish(),
	)
	return &progress{bar, what}
}

// onTerminal reports whether w is a terminal.
func onTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// step counts one more, and says how many have failed.
func (p *progress) step(failed int) {
	if p.bar == nil {
		return
	}
	if failed > 0 {
		p.bar.Describe(fmt.Sprintf("%s (%d failed)", p.what, failed))
	}
	p.bar.Add(1)
}

// clear makes room for a line of text.
func (p *progress) clear() {
	if p.bar != nil {
		p.bar.Clear()
	}
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
