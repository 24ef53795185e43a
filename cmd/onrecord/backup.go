package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"onrecord/store"
)

// A backupCommand writes a copy of the archive.
type backupCommand struct {
	File string `arg:"" type:"path" help:"The file to write; it must not be there yet."`
}

// Run writes the copy, proves it whole, and says where it is. A program that
// has the archive open may go on working.
func (c *backupCommand) Run(ctx context.Context, con *console, p *program) error {
	return p.read(func(archive *store.Archive) error {
		if err := archive.Backup(ctx, c.File); err != nil {
			return err
		}
		con.say("%s is a verified copy of %s.", c.File, archive.Path())
		return nil
	})
}

// A restoreCommand puts a backup in the archive's place.
type restoreCommand struct {
	File string `arg:"" type:"existingfile" help:"The backup."`
}

// Run restores the backup. The archive that was there is kept.
func (c *restoreCommand) Run(ctx context.Context, con *console, p *program) error {
	path, err := p.archivePath()
	if err != nil {
		return err
	}
	l, running, err := takeOrFind(ctx, path)
	switch {
	case err != nil:
		return err
	case running != nil:
		return fmt.Errorf("onrecord has the archive open (process %d); quit it and restore again", running.PID)
	}
	kept, err := store.Restore(ctx, c.File, path)
	if err == nil {
		con.say("%s is in place again from %s.", path, filepath.Base(c.File))
		if kept != "" {
			con.say("What was there before is kept as %s.", kept)
		}
	}
	return errors.Join(err, l.release())
}

// read opens the archive for reading, beside whatever program has it open,
// and hands it to f.
func (p *program) read(f func(*store.Archive) error) error {
	path, err := p.archivePath()
	if err != nil {
		return err
	}
	archive, err := store.OpenReadOnly(path)
	if err != nil {
		return err
	}
	return errors.Join(f(archive), archive.Close())
}
