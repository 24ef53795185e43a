package main

import (
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A bar shows on a terminal how far a training has come; elsewhere it shows
// nothing.
type bar struct {
	what string
	bar  *progressbar.ProgressBar // nil when nothing is shown
}

func newBar(what string) *bar {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return &bar{}
	}
	return &bar{what, progressbar.NewOptions(-1, progressbar.OptionSetWriter(os.Stderr),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())}
}

// report is a learn.Progress.
func (b *bar) report(stage string, done, total int) {
	if b.bar == nil {
		return
	}
	b.bar.Describe(b.what + ": " + stage)
	b.bar.ChangeMax(total)
	b.bar.Set(done)
}

func (b *bar) end() {
	if b.bar != nil {
		b.bar.Finish()
	}
}
