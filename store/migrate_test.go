package store

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"onrecord/migrations"
)

// later is the schema of this program with another step after it.
func later(t *testing.T, step string) fs.FS {
	t.Helper()
	files := fstest.MapFS{"9999_later.sql": {Data: []byte(step)}}
	for _, name := range steps(migrations.Files) {
		b, err := fs.ReadFile(migrations.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: b}
	}
	return files
}

// withClaim is the path of a closed archive with a claim in it, and its records.
func withClaim(t *testing.T) (string, map[string]string) {
	t.Helper()
	a := newArchive(t)
	do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: "The harbour closes."}); return err })
	records := dump(t, a)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return a.Path(), records
}

// Trust 26: a verified backup first, then every step in one transaction.
func TestMigrationKeepsABackup(t *testing.T) {
	path, before := withClaim(t)
	a, err := open(path, later(t, `ALTER TABLE import ADD COLUMN why TEXT`), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if after := dump(t, a); !maps.Equal(after, before) {
		t.Errorf("after the migration there is %v, want %v", after, before)
	}
	backups, err := a.Backups()
	if err != nil || len(backups) != 1 || !strings.Contains(backups[0].Path, "before-schema") {
		t.Fatalf("Backups = %v, %v, want the one from before", backups, err)
	}
	old, err := OpenReadOnly(backups[0].Path)
	if err != nil {
		t.Fatalf("the backup from before cannot be opened: %v", err)
	}
	defer old.Close()
	if got := dump(t, old); !maps.Equal(got, before) {
		t.Errorf("the backup from before has %v, want %v", got, before)
	}
}

func TestMigrationThatFailsChangesNothing(t *testing.T) {
	path, before := withClaim(t)
	if a, err := open(path, later(t, `CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1)`), time.Now); err == nil {
		a.Close()
		t.Fatal("a migration that cannot be done succeeded")
	}
	a, err := Open(path)
	if err != nil {
		t.Fatalf("after a failed migration the program of before says %v", err)
	}
	defer a.Close()
	if after := dump(t, a); !maps.Equal(after, before) {
		t.Errorf("after a failed migration there is %v, want %v", after, before)
	}
	err = a.View(context.Background(), func(tx *Tx) error {
		var n int
		return tx.one(`SELECT id FROM half`, nil, &n)
	})
	if err == nil || errors.Is(err, ErrNotFound) {
		t.Error("a failed migration left a table behind")
	}
}

func TestANewerArchiveIsNotTouched(t *testing.T) {
	path, _ := withClaim(t)
	a, err := open(path, later(t, `ALTER TABLE import ADD COLUMN why TEXT`), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	a.Close()
	if _, err := Open(path); !errors.Is(err, ErrVersion) {
		t.Errorf("Open of a newer archive = %v, want ErrVersion", err)
	}
	if _, err := OpenReadOnly(path); !errors.Is(err, ErrVersion) {
		t.Errorf("OpenReadOnly of a newer archive = %v, want ErrVersion", err)
	}
}

// Trust 29: of the daily backups seven days, four weeks and twelve months are
// kept, and what the user asked for stays.
func TestExpiredBackups(t *testing.T) {
	day := time.Date(2031, 12, 31, 9, 0, 0, 0, time.UTC)
	var all []BackupFile
	for i := range 800 {
		all = append(all, BackupFile{Path: "x-daily.sqlite", Made: day.AddDate(0, 0, -i)})
	}
	all = append(all, BackupFile{Path: "x-asked-for.sqlite", Made: day.AddDate(-9, 0, 0)})
	old := expired(all)
	kept := len(all) - len(old)
	if kept < 7+12 || kept > 7+4+12+1 {
		t.Errorf("of %d backups %d are kept, want about 7 days, 4 weeks and 12 months", len(all), kept)
	}
	for _, b := range old {
		if b.Path != "x-daily.sqlite" || day.Sub(b.Made) < 7*24*time.Hour {
			t.Errorf("%v is given up", b)
		}
	}
}
