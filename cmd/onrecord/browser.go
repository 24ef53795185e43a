package main

import (
	"context"
	"os"
	"time"

	"github.com/pkg/browser"

	"onrecord/web"
)

// quietBrowser keeps what browsers say about themselves off the terminal. It
// is a file and not a pipe, which would break, and end the browser, when this
// program ends first.
func quietBrowser() {
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		browser.Stdout, browser.Stderr = null, null
	}
}

// startBrowser opens address in the user's browser. The channel brings how
// that went when the opener ends, which with some is when the browser does.
func startBrowser(address string) <-chan error {
	ended := make(chan error, 1)
	go func() { ended <- browser.OpenURL(address) }()
	return ended
}

// openerTime is how long a browser may take to ask for the page before the
// user is told its address.
const openerTime = 8 * time.Second

// bring opens the pages that sessions guard in the browser. If no browser asks
// for them, it says at what address they are; it never fails.
func (c *console) bring(ctx context.Context, address string, sessions *web.Sessions, noBrowser bool) {
	token := sessions.Token()
	launch := web.LaunchAddress(address, token)
	if noBrowser {
		c.say("Open this address in your browser: %s", launch)
		return
	}
	ended, late := startBrowser(launch), time.After(openerTime)
	for {
		select {
		case err := <-ended:
			ended = nil // an opener that ends well may still have opened nothing
			if err == nil {
				continue
			}
		case <-late:
		case <-ctx.Done():
			return
		}
		if sessions.Waiting(token) {
			c.say("Open this address in your browser: %s", web.LaunchAddress(address, sessions.Token()))
		}
		return
	}
}
