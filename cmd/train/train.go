package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/extract/learn"
)

// A trainCommand trains models. Each is built on those before it as the
// program embeds them, so a list of models is trained by a process each, built
// anew.
type trainCommand struct {
	Models  []string `arg:"" name:"model" help:"What to train: sentences, clusters, tags, lemmas, trees, names, statements; or syntax (clusters, tags, lemmas and trees), or all."`
	Corpora string   `default:"../shared/corpora" type:"path" help:"Where the corpora lie."`
	Seed    uint64   `default:"1" help:"What all chance follows from."`
}

// Run trains one model here, and several in a process each.
func (c *trainCommand) Run(ctx context.Context) error {
	asked, err := asked(c.Models)
	if err != nil {
		return err
	}
	if err := c.atHome(); err != nil {
		return err
	}
	if len(asked) == 1 {
		return c.train(asked[0])
	}
	for _, m := range asked {
		run := exec.CommandContext(ctx, "go", "run", "./cmd/train", m.name, "--corpora", c.Corpora, "--seed", strconv.FormatUint(c.Seed, 10))
		run.Stdout, run.Stderr = os.Stdout, os.Stderr
		if err := run.Run(); err != nil {
			return fmt.Errorf("the training of %s ended early: %w", m.name, err)
		}
	}
	return nil
}

// atHome reports whether the models and the corpora are where they should be.
func (c *trainCommand) atHome() error {
	if _, err := os.Stat("go.mod"); err != nil {
		return errors.New("run this in the root of the checkout, where go.mod lies")
	}
	if _, err := os.Stat(c.Corpora); err != nil {
		return fmt.Errorf("the corpora are not there (say where by --corpora): %w", err)
	}
	return nil
}

// asked is the models of those names, and of the groups, in the order in which
// they must be trained.
func asked(names []string) ([]model, error) {
	wanted := map[string]bool{}
	for _, name := range names {
		found := false
		for _, m := range models {
			if name == m.name || name == m.group || name == "all" {
				wanted[m.name], found = true, true
			}
		}
		if !found {
			return nil, fmt.Errorf("there is no model %q; there are %s, syntax and all", name, modelNames())
		}
	}
	return slices.DeleteFunc(slices.Clone(models[:]), func(m model) bool { return !wanted[m.name] }), nil
}

func modelNames() string {
	var names []string
	for _, m := range models {
		names = append(names, m.name)
	}
	return strings.Join(names, ", ")
}

// train trains m and puts its file in its place.
func (c *trainCommand) train(m model) error {
	start := time.Now()
	bar := newBar(m.name)
	file, err := m.train(c.Corpora, c.Seed, bar.report)
	bar.end()
	if err != nil {
		return err
	}
	size, err := replace(m.path, file)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes in %v\n", m.path, size, time.Since(start).Round(time.Second))
	return nil
}

// replace puts file in the place of what lies at path, whole or not at all.
func replace(path string, file *learn.File) (int64, error) {
	f, err := os.Create(path + ".new")
	if err != nil {
		return 0, err
	}
	size, err := file.WriteTo(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return 0, err
	}
	return size, os.Rename(f.Name(), path)
}
