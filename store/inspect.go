package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A state is what lies at the archive's path before it is opened.
type state int

const (
	absent  state = iota // nothing, and no trace that there ever was
	clean                // an archive that was closed
	unclean              // an archive whose last program was killed or is running
)

// inspect reads the header of the file at path, without SQLite and so without
// writing anything, and refuses what is not an archive of a schema up to
// newest.
func inspect(path string, newest int) (state, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return absent, lost(path)
	}
	if err != nil {
		return absent, fmt.Errorf("open the archive: %w", err)
	}
	defer f.Close()
	var header [100]byte
	n, err := io.ReadFull(f, header[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return absent, fmt.Errorf("read the archive: %w", err)
	}
	wal := holds(path + "-wal")
	if n < len(header) || string(header[:16]) != "SQLite format 3\x00" {
		return absent, fmt.Errorf("%w: %s. It was left as it is; choose another file with --archive", ErrForeign, path)
	}
	id, version := binary.BigEndian.Uint32(header[68:]), binary.BigEndian.Uint32(header[60:])
	if id != ApplicationID {
		return absent, fmt.Errorf("%w: %s. It was left as it is; choose another file with --archive", ErrForeign, path)
	}
	if int(version) > newest {
		return absent, fmt.Errorf("%w: %s was written by a newer one (schema %d, this one knows %d). It was left as it is; update onrecord", ErrVersion, path, version, newest)
	}
	if wal {
		return unclean, nil
	}
	return clean, nil
}

// lost refuses to make a blank archive where there are traces of one that is
// missing: its write-ahead log or its backups.
func lost(path string) error {
	if holds(path + "-wal") {
		return fmt.Errorf("%w, but its write-ahead log is: %s-wal. Bring the archive back beside it, or move that file away", ErrMissing, path)
	}
	files, err := os.ReadDir(BackupFolder(path))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("look for backups: %w", err)
	}
	for _, f := range slices.Backward(files) { // by name, and so by date
		if strings.HasSuffix(f.Name(), ".sqlite") {
			return fmt.Errorf("%w: %s is missing, but it has backups. `onrecord restore %s` brings the newest back", ErrMissing, path, filepath.Join(BackupFolder(path), f.Name()))
		}
	}
	return nil
}

// BackupFolder is where the archive at path keeps its own backups.
func BackupFolder(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + "-backups"
}

// holds reports whether path is a file that is not empty. A command that only
// reads can leave an empty write-ahead log, in which nothing can be lost.
func holds(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
