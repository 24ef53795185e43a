package store

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// The kinds of failure a caller tells apart.
var (
	ErrNotFound = errors.New("not in the archive")
	ErrInvalid  = errors.New("cannot be saved as it is")
	ErrStale    = errors.New("it was changed since")
	ErrReadOnly = errors.New("the archive is open for reading only")
	ErrNotSaved = errors.New("not saved")

	ErrForeign = errors.New("not an archive of onrecord")
	ErrVersion = errors.New("an archive of another version of onrecord")
	ErrDamaged = errors.New("the archive is damaged")
	ErrMissing = errors.New("there is no archive here")
)

// damaged wraps an error of SQLite at opening into what the user can do.
func damaged(path string, cause error) error {
	var e *sqlite.Error
	if errors.As(cause, &e) {
		switch e.Code() & 0xff {
		case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
			return fmt.Errorf("%w: %s. It was left as it is; `onrecord restore BACKUP` brings a backup back (%w)", ErrDamaged, path, cause)
		case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
			return fmt.Errorf("%w: %s cannot be written (%w)", ErrReadOnly, path, cause)
		}
	}
	return fmt.Errorf("open the archive %s: %w", path, cause)
}

// notSaved wraps a failed write. What failed may still have been written (a
// COMMIT can fail after the fact), which is why saves carry a key.
func notSaved(cause error) error {
	var e *sqlite.Error
	if errors.As(cause, &e) && e.Code()&0xff == lib.SQLITE_FULL {
		return fmt.Errorf("%w: the disk is full (%w)", ErrNotSaved, cause)
	}
	return fmt.Errorf("%w: %w", ErrNotSaved, cause)
}

// unsaved wraps a failed write of one of the user's records: what breaks a
// rule of the archive cannot be saved as it is, all else was not saved.
func unsaved(cause error, noun string) error {
	var e *sqlite.Error
	if errors.As(cause, &e) && e.Code()&0xff == lib.SQLITE_CONSTRAINT {
		return fmt.Errorf("%w: this %s does not fit what is in the archive (%w)", ErrInvalid, noun, cause)
	}
	return notSaved(cause)
}
