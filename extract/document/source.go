package document

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A Source calls yield with every document there is, or with why one could not
// be read. It stops when yield returns an error, and returns that error.
type Source func(yield func(Document, error) error) error

// Paths is the files at paths, and in folders everything in the order of their
// names. Symbolic links are not followed.
func Paths(paths ...string) Source {
	return func(yield func(Document, error) error) error {
		for _, p := range paths {
			err := Files(p, func(path string, err error) error {
				if err != nil {
					return yield(Document{Name: path, Source: path}, err)
				}
				f, err := OpenFile(path)
				if err != nil {
					return yield(Document{Name: path, Source: path}, err)
				}
				defer f.Close()
				return Stream(f, filepath.Base(path), path)(yield)
			})
			if err != nil {
				return err
			}
		}
		return nil
	}
}

// Stream is what can be read from r.
func Stream(r io.Reader, name, source string) Source {
	return func(yield func(Document, error) error) error {
		var stopped error
		err := Open(r, name, source, func(d Document, err error) error {
			stopped = yield(d, err)
			return stopped
		})
		if err == nil || stopped != nil {
			return stopped
		}
		return yield(Document{Name: name, Source: source}, err)
	}
}

// Given is documents that were read already.
func Given(all ...Document) Source {
	return func(yield func(Document, error) error) error {
		for _, d := range all {
			if err := yield(d, nil); err != nil {
				return err
			}
		}
		return nil
	}
}

// Files visits the file at root or, in the order of their names, all files
// under it, with why one cannot be looked at. It stops when visit returns an
// error, and returns that error. Symbolic links are not followed.
func Files(root string, visit func(path string, err error) error) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return visit(path, unopened(path, err))
		case entry.Type().IsRegular():
			return visit(path, nil)
		}
		return nil
	})
}

// Count is how many files Files visits, as far as it comes before ctx ends.
func Count(ctx context.Context, root string) int {
	n := 0
	Files(root, func(_ string, err error) error {
		if err == nil {
			n++
		}
		return ctx.Err()
	}) // what it stopped at was counted
	return n
}

// OpenFile opens a file to be read; its errors are sentences for the user.
func OpenFile(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unopened(path, err)
	}
	return f, nil
}

// unopened says what is the matter with a path, without the name of the system
// call that found it out.
func unopened(path string, err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		err = e.Err
	}
	return fmt.Errorf("%s cannot be read: %w", path, err)
}
