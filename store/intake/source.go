package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"onrecord/extract/document"
)

// A Source calls yield with every document to bring in, or with why one could
// not be read. It stops when yield returns an error.
type Source func(yield func(document.Document, error) error) error

// Paths is the files and folders at paths, folders with everything in them in
// order of their names. Symbolic links are not followed.
func Paths(paths ...string) Source {
	return func(yield func(document.Document, error) error) error {
		for _, p := range paths {
			err := filepath.WalkDir(p, func(path string, entry fs.DirEntry, err error) error {
				switch {
				case err != nil:
					return yield(document.Document{Name: path}, fmt.Errorf("%s cannot be read: %w", path, plain(err)))
				case !entry.Type().IsRegular():
					return nil
				}
				return file(path, yield)
			})
			if err != nil {
				return err
			}
		}
		return nil
	}
}

// plain is err without the name of the system call and the path.
func plain(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

func file(path string, yield func(document.Document, error) error) error {
	f, err := os.Open(path)
	if err != nil {
		return yield(document.Document{Name: path}, fmt.Errorf("%s cannot be read: %w", path, plain(err)))
	}
	defer f.Close()
	return Stream(f, filepath.Base(path), path)(yield)
}

// Stream is what can be read from r.
func Stream(r io.Reader, name, source string) Source {
	return func(yield func(document.Document, error) error) error {
		var stopped error
		err := document.Open(r, name, source, func(d document.Document, err error) error {
			stopped = yield(d, err)
			return stopped
		})
		if err == nil || stopped != nil {
			return stopped
		}
		return yield(document.Document{Name: name, Source: source}, err)
	}
}

// Documents is documents that were read already.
func Documents(all ...document.Document) Source {
	return func(yield func(document.Document, error) error) error {
		for _, d := range all {
			if err := yield(d, nil); err != nil {
				return err
			}
		}
		return nil
	}
}

// Count is how many files lie at paths.
func Count(ctx context.Context, paths ...string) int {
	n := 0
	for _, p := range paths {
		filepath.WalkDir(p, func(_ string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() {
				n++
			}
			return ctx.Err()
		})
	}
	return n
}
