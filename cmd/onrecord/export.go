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
	Format string   `enum:"json,csv,markdown,annotations,claimreview" required:"" help:"json (everything), csv (a row for each statement), markdown (to be read), annotations (W3C Web Annotation: what you decided and wrote) or claimreview (claims that are ready, for publishing)." placeholder:"json|csv|markdown|annotations|claimreview"`
}

// Run writes the export to standard output.
func (c *exportCommand) Run(ctx context.Context, con *console, p *program) error {
	return p.read(func(archive *store.Archive) error {
		return export.Write(ctx, con.out, archive, c.Format, strings.Join(c.Query, " "))
	})
}
