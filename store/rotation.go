package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

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
