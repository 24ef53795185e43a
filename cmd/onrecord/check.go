package main

import (
	"context"
	"errors"
	"os"

	"onrecord/store"
)

// A checkCommand proves the archive whole.
type checkCommand struct{}

// Run says how much was checked, and each thing that is wrong.
func (c *checkCommand) Run(ctx context.Context, con *console, p *program) error {
	return p.prove(func(archive *store.Archive) error {
		progress := con.progress("Checking")
		health, err := archive.Check(ctx, func(int, int) { progress.step(0) })
		progress.end()
		if err != nil {
			return err
		}
		for _, wrong := range health.Wrong {
			con.tell("%s", wrong)
		}
		if len(health.Wrong) > 0 {
			return errTold
		}
		con.say("%s is whole: %d documents and %d journal entries were checked.", archive.Path(), health.Documents, health.Entries)
		return nil
	})
}

// prove opens the archive for f: for writing where no other program has it,
// since only then SQLite compares its search indexes word for word.
func (p *program) prove(f func(*store.Archive) error) error {
	path, err := p.archivePath()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil {
		return p.read(f) // says that there is none
	}
	l, err := takeLease(path)
	if err != nil {
		return p.read(f)
	}
	archive, err := store.Open(path)
	if err != nil {
		return errors.Join(err, l.release())
	}
	return errors.Join(f(archive), archive.Close(), l.release())
}
