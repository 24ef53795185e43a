package main

import (
	"context"

	"onrecord/store"
)

// A checkCommand proves the archive whole.
type checkCommand struct{}

// Run says how much was checked, and each thing that is wrong.
func (c *checkCommand) Run(ctx context.Context, con *console, p *program) error {
	return p.read(func(archive *store.Archive) error {
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
