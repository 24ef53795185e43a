package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/statement"
)

// An extractCommand prints the facts in documents.
type extractCommand struct {
	Files  []string `arg:"" name:"file" help:"Files to read; - is standard input. A .jsonl file holds one article a line."`
	JSONL  bool     `name:"jsonl" help:"Print one object a line; standard input holds articles, one a line."`
	Tokens bool     `help:"Print every word too, with tags, lemma, head and relation."`
	Joined bool     `help:"Print what a speaker goes on to say behind one cue as one statement, as corpora of attributions have it."`
}

// A printout is the JSON of one document, or why there is none.
type printout struct {
	json []byte
	err  error
}

// Run prints one JSON object a document, in the order given. A document that
// cannot be read is told of and the rest goes on.
func (c *extractCommand) Run(ctx context.Context, con *console) error {
	failed := false
	for p := range inOrder(ctx, c.documents(ctx, con.in), c.print) {
		if p.err != nil {
			con.tell("%v", p.err)
			failed = true
			continue
		}
		if _, err := con.out.Write(p.json); err != nil {
			return fmt.Errorf("the facts could not be written: %w", err)
		}
	}
	switch {
	case ctx.Err() != nil:
		return errors.New("stopped before the last document")
	case failed:
		return errTold
	}
	return nil
}

// A reading is a document that came in, or why it could not be read.
type reading struct {
	doc document.Document
	err error
}

// errEnough stops the reading of documents that nobody wants any more.
var errEnough = errors.New("enough")

// documents reads the documents in the files named, one after the other.
func (c *extractCommand) documents(ctx context.Context, stdin io.Reader) iter.Seq[reading] {
	return func(yield func(reading) bool) {
		for _, name := range c.Files {
			err := c.source(ctx, name, stdin)(func(d document.Document, err error) error {
				if !yield(reading{d, err}) {
					return errEnough
				}
				return nil
			})
			if err != nil {
				return
			}
		}
	}
}

// source is the documents in one file. What lies in folders is for import.
func (c *extractCommand) source(ctx context.Context, name string, stdin io.Reader) document.Source {
	if name == "-" {
		return document.Stream(interruptible(ctx, stdin), c.stdinName(), "stdin")
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return func(yield func(document.Document, error) error) error {
			return yield(document.Document{}, fmt.Errorf("%s is a folder, not a file", name))
		}
	}
	return document.Paths(name)
}

// stdinName names standard input so that it is read as lines if it must be.
func (c *extractCommand) stdinName() string {
	if c.JSONL {
		return "stdin.jsonl"
	}
	return "stdin"
}

// print reads the article out of a document and the facts out of the article.
func (c *extractCommand) print(r reading) printout {
	if r.err != nil {
		return printout{err: r.err}
	}
	a, err := article.Read(r.doc)
	if err != nil {
		return printout{err: err}
	}
	facts := extract.Facts(a)
	if c.Joined {
		facts = statement.Joined(facts)
	}
	record := extract.NewRecord(r.doc.ID, a, &facts)
	if c.Tokens {
		record.Tokens = extract.Tokens(a)
	}
	b, err := c.marshal(record)
	return printout{b, err}
}

// marshal is the record as a line, or as indented JSON.
func (c *extractCommand) marshal(r extract.Record) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if !c.JSONL {
		enc.SetIndent("", "  ")
	}
	err := enc.Encode(r)
	return b.Bytes(), err
}
