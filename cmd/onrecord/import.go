package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/store/intake"
)

// An importCommand adds documents to the archive.
type importCommand struct {
	Paths []string `arg:"" name:"path" help:"Files, folders and addresses of pages to add; - is standard input."`
}

// Run adds the documents itself or, when a program serves the archive, has
// that program add them.
func (c *importCommand) Run(ctx context.Context, con *console, p *program) error {
	path, err := p.archivePath()
	if err != nil {
		return err
	}
	l, running, err := takeOrFind(ctx, path)
	switch {
	case err != nil:
		return err
	case running != nil:
		return c.send(ctx, con, p, running)
	}
	return errors.Join(c.importWith(ctx, con, l), l.release())
}

// importWith adds the documents to the archive that the lease is for.
func (c *importCommand) importWith(ctx context.Context, con *console, l *lease) error {
	if err := l.announce(instance{PID: os.Getpid()}); err != nil {
		return err
	}
	archive, err := store.Open(l.archive)
	if err != nil {
		return err
	}
	return errors.Join(c.importInto(ctx, con, archive), archive.Close())
}

// importInto adds the documents, tells of those that fail, and sums up.
func (c *importCommand) importInto(ctx context.Context, con *console, archive *store.Archive) error {
	id, err := archive.NewImport(ctx, strings.Join(c.Paths, " "), 0)
	if err != nil {
		return err
	}
	r := &report{console: con, progress: con.progress("Reading")}
	err = intake.Run(ctx, archive, id, c.source(ctx, con.in), r.add)
	if err == nil {
		err = archive.EndImport(ctx, id)
	}
	return r.sum(ctx, err)
}

// source is every document that is named, in order.
func (c *importCommand) source(ctx context.Context, stdin io.Reader) document.Source {
	return func(yield func(document.Document, error) error) error {
		for _, name := range c.Paths {
			source := document.Paths(name)
			switch {
			case name == "-":
				source = document.Stream(interruptible(ctx, stdin), "stdin", "stdin")
			case isAddress(name):
				source = page(ctx, name)
			}
			if err := source(yield); err != nil {
				return err
			}
		}
		return nil
	}
}

// page is the page at an address.
func page(ctx context.Context, address string) document.Source {
	return func(yield func(document.Document, error) error) error {
		d, err := document.Fetch(ctx, address)
		if err != nil {
			d = document.Document{Name: address, Source: address}
		}
		return yield(d, err)
	}
}

func isAddress(name string) bool {
	scheme, _, ok := strings.Cut(strings.ToLower(name), "://")
	return ok && (scheme == "http" || scheme == "https")
}

// A report tells of an import as it goes on and counts what came of it.
type report struct {
	console              *console
	progress             *progress
	added, known, failed int
}

// add takes what came of one document.
func (r *report) add(i store.Item) {
	switch i.Outcome {
	case "added":
		r.added++
	case "known":
		r.known++
	default:
		r.fail(i.Reason)
	}
	r.progress.step(r.failed)
}

// fail tells why a document did not come in.
func (r *report) fail(reason string) {
	r.failed++
	r.progress.clear()
	r.console.tell("%s", reason)
}

// sum prints the counts, and gives the error that the command ends with when
// the import ended with err.
func (r *report) sum(ctx context.Context, err error) error {
	r.progress.end()
	r.console.say("%d added, %d known already, %d failed.", r.added, r.known, r.failed)
	switch {
	case err != nil && ctx.Err() != nil:
		return errors.New("the import was stopped; what was added is in the archive, and the same command goes on from there")
	case err != nil:
		return fmt.Errorf("the import was stopped; what was added is in the archive: %w", err)
	case r.failed > 0:
		return errTold
	}
	return nil
}
