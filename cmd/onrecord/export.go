package main

import (
	"context"
	"strings"

	"onrecord/store"
	"onrecord/store/export"
)

// An exportCommand writes the archive out, or what a search finds in it.
type exportCommand struct {
	Query  []string `arg:"" optional:"" help:"Only the articles in which this is found, as with search; else all."`
	Format string   `enum:"json,csv,markdown" required:"" help:"json (everything), csv (a row for each statement) or markdown (to be read)." placeholder:"json|csv|markdown"`
}

// Run writes the export to standard output.
func (c *exportCommand) Run(ctx context.Context, con *console, p *program) error {
	return p.read(func(archive *store.Archive) error {
		return export.Write(ctx, con.out, archive, c.Format, strings.Join(c.Query, " "))
	})
}
