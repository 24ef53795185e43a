// Command train makes and measures the models that extract embeds. Users of
// onrecord never need it. It runs in the root of a checkout:
//
//	go run ./cmd/train syntax          word classes, tags, lemmas and trees
//	go run ./cmd/train names           the names
//	go run ./cmd/train statements      who said what
//	go run ./cmd/train all             every model, from the first to the last
//	go run ./cmd/train score --task parse FILE...
//
// The same corpora and seed give the same bytes.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/alecthomas/kong"
)

type program struct {
	Train trainCommand `cmd:"" default:"withargs" help:"Train models (the default)."`
	Score scoreCommand `cmd:"" help:"Hold what the embedded models find against gold."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var p program
	command := kong.Parse(&p,
		kong.Name("train"),
		kong.Description("Makes and measures the models of the language engine."),
		kong.BindTo(ctx, (*context.Context)(nil)),
	)
	if err := command.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}
