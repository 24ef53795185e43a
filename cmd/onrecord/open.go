package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync"
	"syscall"
	"time"

	"onrecord/store"
	"onrecord/web"
)

// An openCommand serves the archive's pages and opens them in the browser.
type openCommand struct {
	Port      int  `help:"Serve on this port of 127.0.0.1; by default any that is free." placeholder:"N"`
	NoBrowser bool `help:"Print the address and open no browser."`
}

// Run serves the archive until the user ends it, or brings the browser to the
// program that already does.
func (c *openCommand) Run(ctx context.Context, con *console, p *program) error {
	path, err := p.archivePath()
	if err != nil {
		return err
	}
	l, running, err := takeOrFind(ctx, path)
	switch {
	case cannotWrite(err):
		return c.serveReadOnly(ctx, con, path)
	case err != nil:
		return err
	case running != nil:
		return c.handOver(ctx, con, running)
	}
	return errors.Join(c.serveWith(ctx, con, l), l.release())
}

// cannotWrite reports whether err is that of a medium or folder that the user
// may only read.
func cannotWrite(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// serveWith serves the archive that the lease is for. One that is damaged is
// opened for reading, so that the user sees what is there and can restore.
func (c *openCommand) serveWith(ctx context.Context, con *console, l *lease) error {
	archive, err := store.Open(l.archive)
	if errors.Is(err, store.ErrDamaged) {
		con.tell("%v", err)
		damaged, readErr := store.OpenReadOnly(l.archive)
		if readErr != nil {
			return errTold
		}
		return errors.Join(c.serve(ctx, con, damaged, l, "The archive is damaged. Nothing was changed; it is open for reading only. "+
			"Quit, then run onrecord restore with one of the backups that the settings list."), damaged.Close())
	}
	if err != nil {
		return err
	}
	keeping, stop := context.WithCancel(ctx)
	var backups sync.WaitGroup
	backups.Go(func() { keepBackups(keeping, con, archive) })
	err = c.serve(ctx, con, archive, l, "")
	stop()
	backups.Wait()
	return errors.Join(err, archive.Close())
}

// keepBackups makes the backup of each day for as long as the program runs.
func keepBackups(ctx context.Context, con *console, archive *store.Archive) {
	hourly := time.NewTicker(time.Hour)
	defer hourly.Stop()
	for {
		if err := archive.BackupDaily(ctx); err != nil && ctx.Err() == nil {
			con.tell("the daily backup failed: %v", err)
		}
		select {
		case <-hourly.C:
		case <-ctx.Done():
			return
		}
	}
}

// serveReadOnly serves an archive that cannot be written, for reading.
func (c *openCommand) serveReadOnly(ctx context.Context, con *console, path string) error {
	archive, err := store.OpenReadOnly(path)
	if err != nil {
		return err
	}
	con.say("%s cannot be written; it is open for reading only.", path)
	return errors.Join(c.serve(ctx, con, archive, nil, ""), archive.Close())
}

// serve listens, tells other launches where unless it has no lease, opens the
// browser, and answers until ctx ends or the user quits in the page.
func (c *openCommand) serve(ctx context.Context, con *console, archive *store.Archive, l *lease, warning string) error {
	listener, err := c.listen(con)
	if err != nil {
		return err
	}
	host := listener.Addr().String()
	address := "http://" + host
	sessions := web.NewSessions(time.Now)
	pages := web.New(archive, web.Options{Version: programVersion(), Warning: warning})
	defer pages.Close()
	server := &http.Server{
		Handler:           web.Guard(pages, host, sessions),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          log.New(con.err, "onrecord: ", 0),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(ownUser(listener)) }()
	if l != nil {
		if err := l.announce(instance{address, sessions.Secret(), os.Getpid()}); err != nil {
			return errors.Join(err, server.Close())
		}
	}
	con.say("onrecord serves %s at %s until you press Ctrl-C.", archive.Path(), address)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go con.bring(ctx, address, sessions, c.NoBrowser)
	select {
	case err := <-failed:
		return fmt.Errorf("the pages can no longer be served: %w", err)
	case <-ctx.Done():
	case <-pages.Quit():
	}
	return stop(server)
}

// listen takes the port that was asked for or, if it is taken, another one.
func (c *openCommand) listen(con *console) (net.Listener, error) {
	listener, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(c.Port)))
	if err != nil && c.Port != 0 {
		con.say("Port %d cannot be had; another one is used.", c.Port)
		listener, err = net.Listen("tcp4", "127.0.0.1:0")
	}
	if err != nil {
		return nil, fmt.Errorf("no port of this machine can be listened on: %w", err)
	}
	return listener, nil
}

// stop lets the answers under way be finished, for a few seconds at most.
func stop(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if server.Shutdown(ctx) != nil {
		return server.Close() // a page that is still being sent is not waited for
	}
	return nil
}

// handOver brings the browser to the program that runs already.
func (c *openCommand) handOver(ctx context.Context, con *console, running *peer) error {
	token, err := running.token(ctx)
	if err != nil {
		return fmt.Errorf("the running onrecord (process %d) does not answer: %w", running.PID, err)
	}
	launch := web.LaunchAddress(running.Address, token)
	con.say("onrecord is running already at %s.", running.Address)
	if !c.NoBrowser {
		select {
		case err = <-startBrowser(launch):
		case <-time.After(3 * time.Second): // a browser that runs in the opener
		case <-ctx.Done():
		}
	}
	if c.NoBrowser || err != nil {
		con.say("Open this address in your browser: %s", launch)
	}
	return nil
}
