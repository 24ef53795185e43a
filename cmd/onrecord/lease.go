package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// errHeld is the error of a lease that another program has.
var errHeld = errors.New("another onrecord has the archive open")

// A lease is the right to write an archive, which one program at a time has.
// It is held as a lock on a file of its own, never on the archive: SQLite
// gives up its own locks when the archive's file is closed by anybody else in
// the process. The operating system ends the lease with the program, however
// that ends, so a lock file left behind does no harm.
type lease struct {
	archive string
	lock    *flock.Flock
}

// takeLease takes the lease on the archive at path; errHeld when another has it.
func takeLease(archive string) (*lease, error) {
	if err := os.MkdirAll(filepath.Dir(archive), 0o700); err != nil {
		return nil, fmt.Errorf("the archive's folder cannot be made: %w", err)
	}
	for range 100 {
		lock := flock.New(archive+".lock", flock.SetPermissions(0o600))
		locked, err := lock.TryLock()
		switch {
		case err != nil:
			return nil, fmt.Errorf("the archive cannot be locked: %w", err)
		case !locked:
			return nil, errHeld
		case stillThere(lock):
			l := &lease{archive, lock}
			return l, l.withdraw()
		}
		lock.Unlock() // the one who held it has removed the file meanwhile
	}
	return nil, errHeld
}

// stillThere reports whether the locked file is the one that others will find
// under its name, and not one that was removed as it was being locked.
func stillThere(lock *flock.Flock) bool {
	held, err := lock.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(lock.Path())
	return err == nil && os.SameFile(held, named)
}

// release ends the lease and leaves the archive's file alone in its folder.
// The lock file goes while it is still locked, so that it is never another's.
func (l *lease) release() error {
	withdrawn := l.withdraw()
	removed := os.Remove(l.lock.Path())
	if removed != nil && l.lock.Unlock() == nil {
		removed = os.Remove(l.lock.Path()) // Windows removes no open file
	}
	if errors.Is(removed, os.ErrNotExist) || errors.Is(removed, os.ErrPermission) {
		removed = nil
	}
	return errors.Join(withdrawn, removed, l.lock.Unlock())
}

// patience is how long a launch waits for the program that has the lease to
// say where it is, and for one that is ending to end.
const patience = 10 * time.Second

// takeOrFind takes the lease on the archive or, when another program has it,
// finds that program. One of lease and peer is nil.
func takeOrFind(ctx context.Context, archive string) (*lease, *peer, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		l, err := takeLease(archive)
		if err == nil || !errors.Is(err, errHeld) {
			return l, nil, err
		}
		p, err := findPeer(ctx, archive)
		if err == nil || errors.Is(err, errImporting) {
			return nil, p, err
		}
		select {
		case <-time.After(50 * time.Millisecond):
		case <-ctx.Done():
			return nil, nil, fmt.Errorf("%w and does not answer: %w", errHeld, err)
		}
	}
}
