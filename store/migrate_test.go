package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"slices"
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

// An archive of schema 1 has its names and counts after the upgrade, and names
// that are the same by the rule of today are one.
func TestUpgradeOfSchema1(t *testing.T) {
	path := t.TempDir() + "/onrecord.sqlite"
	first, err := fs.ReadFile(migrations.Files, "0001_archive.sql")
	if err != nil {
		t.Fatal(err)
	}
	old, err := open(path, fstest.MapFS{"0001_archive.sql": {Data: first}}, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	err = old.update(context.Background(), true, func(tx *Tx) error {
		return errors.Join(
			tx.exec(`INSERT INTO entity (kind, name) VALUES ('person', 'José Elde'), ('person', 'Jose Elde'), ('person', 'Ilse Maren')`),
			before2(tx, 1, person("José Elde", "mayor", "one")), before2(tx, 2, person("Jose Elde", "mayor", "two")),
			before2(tx, 3, person("Jose Elde", "pilot", "three")), before2(tx, 4, person("Ilse Maren", "pilot", "four")),
			before2(tx, 5, both()), before2(tx, 6, person("José Elde", "poet", "six")),
			tx.exec(`INSERT INTO removal (id, article) VALUES ('6', 6)`),
			tx.exec(`UPDATE statement SET state = 'rejected' WHERE article = 3`))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if got, want := cast(t, a), []string{"Ilse Maren 2/1", "José Elde 4/3"}; !slices.Equal(got, want) {
		t.Errorf("after the upgrade there are %q, want %q", got, want)
	}
	h := Health{}
	if err := a.View(context.Background(), func(tx *Tx) error { return tx.checkNames(&h) }); err != nil || len(h.Wrong) > 0 {
		t.Errorf("checkNames = %q, %v, want nothing wrong", h.Wrong, err)
	}
}

// both is an article that spells one name in two ways, and names another.
func both() Arrival {
	a := person("José Elde", "mayor", "five")
	for i, name := range []string{"Jose Elde", "Ilse Maren"} {
		e := a.Facts.Entities[0]
		e.ID, e.Name = i+2, name
		a.Facts.Entities = append(a.Facts.Entities, e)
	}
	return a
}

// before2 adds an article as a program of schema 1 did, its names added before.
func before2(tx *Tx, article int64, a Arrival) error {
	facts, err := json.Marshal(a.Facts)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(a.Document.Bytes)
	all := []error{
		tx.exec(`INSERT INTO document (id, sha256, name, source, format, size, added) VALUES (?, ?, '', '', 'text', 0, '')`, article, sum[:]),
		tx.exec(`INSERT INTO article (id, document, title, byline, outlet, url, published_from, language, sum, text)
			VALUES (?1, ?1, '', '[]', '', '', '', 'en', ?2, ?3)`, article, sum[:], a.Article.Text),
		tx.exec(`INSERT INTO reading (article, version, facts) VALUES (?, 1, ?)`, article, pack(facts)),
	}
	for _, e := range a.Facts.Entities {
		all = append(all, tx.exec(`INSERT INTO appearance (entity, article, role, mentions) SELECT id, ?, ?, 1 FROM entity WHERE name = ?`, article, e.Role, e.Name))
	}
	f := &ArticleFacts{Facts: a.Facts, Keys: keysOf(&a.Facts), text: a.Article.Text}
	s := f.Statements[0]
	return errors.Join(append(all, tx.exec(`INSERT INTO statement (id, article, key, speaker, source, words, act, form, said, confidence, state)
		SELECT ?1 * 4096, ?1, ?2, id, ?3, ?4, ?5, ?6, '', 0.9, 'suggested' FROM entity WHERE name = ?7`,
		article, f.Keys.Statements[0], f.Words(s.Source), f.Words(s.Content), s.Act, s.Form, f.Entities[0].Name))...)
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
