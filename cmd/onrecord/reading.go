package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"onrecord/extract/document"
)

// A reading is a document that came in, or why it could not be read.
type reading struct {
	doc document.Document
	err error
}

// errEnough stops the reading of a stream whose documents nobody wants.
var errEnough = errors.New("enough")

// readStream yields the documents in r and reports whether more are wanted.
func readStream(r io.Reader, name string, yield func(reading) bool) bool {
	return readFrom(r, name, name, yield)
}

// readFile yields the documents in a file and reports whether more are wanted.
func readFile(path string, yield func(reading) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(reading{err: unopened(path, err)})
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return yield(reading{err: fmt.Errorf("%s is a folder, not a file", path)})
	}
	return readFrom(f, filepath.Base(path), path, yield)
}

func readFrom(r io.Reader, name, source string, yield func(reading) bool) bool {
	err := document.Open(r, name, source, func(d document.Document, err error) error {
		if !yield(reading{d, err}) {
			return errEnough
		}
		return nil
	})
	if err == nil {
		return true
	}
	return !errors.Is(err, errEnough) && yield(reading{err: err})
}

// unopened says what is the matter with a path, without the system call that
// found it out.
func unopened(path string, err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		err = e.Err
	}
	return fmt.Errorf("%s cannot be read: %w", path, err)
}
