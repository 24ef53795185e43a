package main

import (
	"fmt"
	"path/filepath"

	"github.com/adrg/xdg"
)

// archivePath is the archive the command works on, as one name that all
// programs agree on: absolute, and with no symbolic link in it.
func (p *program) archivePath() (string, error) {
	path := p.Archive
	if path == "" {
		path = filepath.Join(xdg.DataHome, "onrecord", "onrecord.sqlite")
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("the archive's path is no path: %w", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real, nil
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return path, nil // the folder is yet to be made
	}
	return filepath.Join(folder, filepath.Base(path)), nil
}
