package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
)

// Backup writes a verified copy of the archive to file: to another name
// first, reopened, checked and counted, then renamed. A kill leaves what was
// there before.
func (a *Archive) Backup(ctx context.Context, file string) error {
	if exists(file) {
		return fmt.Errorf("%w: %s is there already; choose another name", ErrInvalid, file)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return fmt.Errorf("make the backup's folder: %w", err)
	}
	part := file + ".part"
	if err := os.WriteFile(part, nil, 0o600); err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	defer os.Remove(part)
	before, err := count(ctx, a.read)
	if err != nil {
		return err
	}
	if err := a.vacuumInto(ctx, part); err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	if err := a.compare(ctx, part, before); err != nil {
		return fmt.Errorf("the backup was written but is not sound, so it was not kept: %w", err)
	}
	if err := syncFile(part); err != nil {
		return err
	}
	return os.Rename(part, file)
}

// vacuumInto writes a copy through a connection of its own, so that the writer
// stays free.
func (a *Archive) vacuumInto(ctx context.Context, file string) error {
	db, err := sql.Open("sqlite", address(a.path, url.Values{"mode": {"ro"}, "_busy_timeout": {"5000"}}))
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, file)
	return err
}

// compare checks the copy at path and counts it: it has what was there before
// it was made, and nothing that was not there after.
func (a *Archive) compare(ctx context.Context, path string, before []Tally) error {
	copied, err := verifyFile(ctx, path)
	if err != nil {
		return err
	}
	after, err := count(ctx, a.read)
	if err != nil {
		return err
	}
	for i, c := range copied {
		if c.N < before[i].N || c.N > after[i].N {
			return fmt.Errorf("%s: %d in the copy, %d before and %d after it in the archive", c.Name, c.N, before[i].N, after[i].N)
		}
	}
	return nil
}

// verifyFile checks an archive nobody has open and counts what is in it.
func verifyFile(ctx context.Context, path string) ([]Tally, error) {
	a, err := openAnySchema(path)
	if err != nil {
		return nil, err
	}
	defer a.close()
	if err := a.quickCheck(ctx); err != nil {
		return nil, err
	}
	return count(ctx, a.read)
}

// count counts what only grows. An archive of an older version has no table of
// attachments.
func count(ctx context.Context, db *sql.DB) ([]Tally, error) {
	var all []Tally
	var attaches bool
	if err := db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'attachment')`).Scan(&attaches); err != nil {
		return nil, err
	}
	for _, table := range [...]string{"article", "document", "journal", "attachment"} {
		t := Tally{Name: table}
		if table == "attachment" && !attaches {
			continue
		}
		if err := db.QueryRowContext(ctx, `SELECT count(*) FROM `+table).Scan(&t.N); err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
