package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Restore puts the backup in the place of the archive at path, which nobody
// has open. The archive that was there is kept beside it and its new name
// returned, "" when there was none.
func Restore(ctx context.Context, backup, path string) (kept string, err error) {
	if _, err := verifyFile(ctx, backup); err != nil {
		return "", fmt.Errorf("the backup cannot be used, so nothing was changed: %w", err)
	}
	part := path + ".part"
	if err := copyFile(backup, part); err != nil {
		return "", errors.Join(fmt.Errorf("copy the backup: %w", err), os.Remove(part))
	}
	defer os.Remove(part)
	if _, err := verifyFile(ctx, part); err != nil {
		return "", err
	}
	if exists(path) {
		if kept, err = keepAside(path); err != nil {
			return "", fmt.Errorf("put the present archive aside: %w", err)
		}
	}
	return kept, os.Rename(part, path)
}

// keepAside keeps the archive at path, which nobody has open, under another
// name too. The name at path stays until another file takes it, so that there
// is an archive there at every moment.
func keepAside(path string) (kept string, err error) {
	kept = path + ".before-restore-" + time.Now().Format("20060102T150405.000")
	if a, err := Open(path); err == nil { // brings a left-over log into the file
		if err := a.Close(); err != nil {
			return "", err
		}
	}
	if os.Link(path, kept) != nil { // not every file system has links
		if err := copyFile(path, kept); err != nil {
			return "", err
		}
	}
	for _, suffix := range []string{"-wal", "-shm"} { // of an archive that cannot be opened
		if err := os.Rename(path+suffix, kept+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
	}
	return kept, nil
}

func copyFile(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = out.ReadFrom(in)
	return errors.Join(err, out.Sync(), out.Close())
}
