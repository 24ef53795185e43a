package main

import (
	"io/fs"
	"path/filepath"
)

// walk visits the file at root or, in the order of their names, all files
// under it, until visit has enough. Symbolic links are not followed.
func walk(root string, visit func(file string, err error) bool) {
	// What WalkDir returns was already visited.
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		more := true
		switch {
		case err != nil:
			more = visit(path, unopened(path, err))
		case entry.Type().IsRegular():
			more = visit(path, nil)
		}
		if !more {
			return filepath.SkipAll
		}
		return nil
	})
}
