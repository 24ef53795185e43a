package store

import (
	"context"
	"fmt"
	"io/fs"
	"strconv"
)

// newest is the last schema of files.
func newest(files fs.FS) int { return len(steps(files)) }

// steps are the migrations of files in order.
func steps(files fs.FS) []string {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		panic(err) // the pattern is constant
	}
	return names
}

// migrate brings the archive to the newest schema: a verified backup of what
// there is, then every step and user_version in one transaction.
func (a *Archive) migrate(ctx context.Context) error {
	var version int
	if err := a.write.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return damaged(a.path, err)
	}
	if version > newest(a.schema) {
		return fmt.Errorf("%w: %s was written by a newer one (schema %d, this one knows %d); update onrecord", ErrVersion, a.path, version, newest(a.schema))
	}
	if version == newest(a.schema) {
		return nil
	}
	if version > 0 {
		if err := a.Backup(ctx, a.backupName(fmt.Sprintf("before-schema-%d", newest(a.schema)))); err != nil {
			return fmt.Errorf("back up before the archive is brought up to date: %w", err)
		}
	}
	return a.upgrade(ctx, version)
}

// upgrade runs the steps after version.
func (a *Archive) upgrade(ctx context.Context, version int) error {
	all := steps(a.schema)
	return a.update(ctx, true, func(tx *Tx) error {
		for _, name := range all[version:] {
			sql, err := fs.ReadFile(a.schema, name)
			if err != nil {
				return err
			}
			if err := tx.exec(string(sql)); err != nil {
				return fmt.Errorf("migration %s: %w", name, err)
			}
		}
		if err := tx.exec(`PRAGMA application_id = ` + strconv.Itoa(ApplicationID)); err != nil {
			return err
		}
		return tx.exec(`PRAGMA user_version = ` + strconv.Itoa(len(all)))
	})
}
