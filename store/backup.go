package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
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

// count counts what only grows.
func count(ctx context.Context, db *sql.DB) ([]Tally, error) {
	var all []Tally
	for _, table := range [...]string{"article", "document", "journal"} {
		t := Tally{Name: table}
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

// A BackupFile is a backup that the archive keeps by itself.
type BackupFile struct {
	Path string
	Made time.Time
	Size int64 // bytes
}

// Backups is the archive's own backups, newest first.
func (a *Archive) Backups() ([]BackupFile, error) {
	files, err := os.ReadDir(BackupFolder(a.path))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []BackupFile
	for _, f := range files {
		info, err := f.Info()
		if err == nil && strings.HasSuffix(f.Name(), ".sqlite") {
			all = append(all, BackupFile{filepath.Join(BackupFolder(a.path), f.Name()), madeAt(f.Name(), info.ModTime()), info.Size()})
		}
	}
	slices.SortFunc(all, func(x, y BackupFile) int { return cmp.Or(y.Made.Compare(x.Made), strings.Compare(y.Path, x.Path)) })
	return all, nil
}

// stampLayout begins the name of a backup; what copies or synchronizes files
// may change their times, but not their names.
const stampLayout = "2006-01-02T150405.000"

func (a *Archive) backupName(what string) string {
	return filepath.Join(BackupFolder(a.path), a.now().Format(stampLayout)+"-"+what+".sqlite")
}

// madeAt is when the backup of that name was made, otherwise where the name
// does not tell.
func madeAt(name string, otherwise time.Time) time.Time {
	if len(name) < len(stampLayout) {
		return otherwise
	}
	made, err := time.ParseInLocation(stampLayout, name[:len(stampLayout)], time.Local)
	if err != nil {
		return otherwise
	}
	return made
}

// BackupNow makes a backup among the archive's own and returns its file.
func (a *Archive) BackupNow(ctx context.Context) (string, error) {
	file := a.backupName("asked-for")
	return file, a.Backup(ctx, file)
}

// BackupDaily makes a backup when the newest is over a day old and something
// is in the archive, and deletes its own that are neither among the newest of
// seven days, four weeks and twelve months. Those the user asked for stay.
func (a *Archive) BackupDaily(ctx context.Context) error {
	all, err := a.Backups()
	if err != nil {
		return err
	}
	tallies, err := count(ctx, a.read)
	if err != nil || tallies[0].N == 0 {
		return err
	}
	if len(all) > 0 && a.now().Sub(all[0].Made) < 24*time.Hour && a.now().After(all[0].Made) {
		return nil
	}
	if err := a.dropParts(); err != nil {
		return err
	}
	if err := a.Backup(ctx, a.backupName("daily")); err != nil {
		return err
	}
	if all, err = a.Backups(); err != nil {
		return err
	}
	for _, old := range expired(all) {
		err = errors.Join(err, os.Remove(old.Path))
	}
	return err
}

// dropParts deletes what a backup that was killed left.
func (a *Archive) dropParts() error {
	files, err := os.ReadDir(BackupFolder(a.path))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".part") {
			err = errors.Join(err, os.Remove(filepath.Join(BackupFolder(a.path), f.Name())))
		}
	}
	return err
}

// expired is which of the daily backups, newest first, are no longer needed.
func expired(all []BackupFile) []BackupFile {
	kept := map[string]bool{}
	var old []BackupFile
	for _, b := range all {
		if !strings.HasSuffix(b.Path, "-daily.sqlite") {
			continue
		}
		year, week := b.Made.ISOWeek()
		needed := false
		for _, rule := range [...]struct {
			slot string
			most int
		}{
			{b.Made.Format("day 2006-01-02"), 7},
			{fmt.Sprintf("week %d-%d", year, week), 4},
			{b.Made.Format("month 2006-01"), 12},
		} {
			kind, _, _ := strings.Cut(rule.slot, " ")
			if !kept[rule.slot] && counted(kept, kind) < rule.most {
				kept[rule.slot], needed = true, true
			}
		}
		if !needed {
			old = append(old, b)
		}
	}
	return old
}

func counted(kept map[string]bool, kind string) int {
	n := 0
	for slot := range kept {
		if strings.HasPrefix(slot, kind+" ") {
			n++
		}
	}
	return n
}
