package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Trust 23: killed at any moment of an import, the archive is whole, nothing
// is half there, and importing again goes on to what an undisturbed import
// gives.
func TestKilledImportsLeaveTheArchiveWhole(t *testing.T) {
	folder, archive := t.TempDir(), filepath.Join(t.TempDir(), "a.sqlite")
	const files, kills = 600, 30
	for i := range files {
		write(t, folder, fmt.Sprintf("%03d.txt", i), fmt.Sprintf("date 2031-03-%02d The ferry number %d was late, said Ilse Maren on Monday. “Nobody told us,” she said.", 1+i%28, i))
	}
	r := rand.New(rand.NewPCG(23, 23))
	killed := 0
	for range kills {
		p := start(t, "", "--archive", archive, "import", folder)
		select {
		case <-p.ended:
		case <-time.After(time.Duration(20+r.IntN(180)) * time.Millisecond):
			p.Process.Kill()
			<-p.ended
			killed++
		}
		if p.ProcessState.Success() {
			break // all of it is in
		}
		if killed > 1 {
			if o := onrecord("", "--archive", archive, "check"); o.code != exitDone && !strings.Contains(o.err, "no archive here") {
				t.Fatalf("after %d kills check says %q %q", killed, o.out, o.err)
			}
		}
	}
	if killed == 0 {
		t.Error("no import was killed, so nothing was tried")
	}
	onrecord("", "--archive", archive, "import", folder).done(t)
	if o := onrecord("", "--archive", archive, "check").done(t); !strings.Contains(o.out, fmt.Sprintf("%d documents", files)) {
		t.Errorf("after %d kills and a whole import check says %q, want %d documents", killed, o.out, files)
	}
}

// Trust 30: a damaged archive is kept, said to be damaged, and shown for
// reading where that is possible.
func TestADamagedArchiveIsShownForReading(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "a.sqlite")
	onrecord("", "--archive", archive, "import", write(t, t.TempDir(), "a.txt", "date 2031-03-04 The ferry was late, said Ilse Maren.")).done(t)
	whole, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(whole)
	copy(damaged[pageOf(t, archive, "appearance_article"):], bytes.Repeat([]byte{0x5a}, 2048))
	if err := os.WriteFile(archive, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	if o := onrecord("", "--archive", archive, "check"); o.code != exitFailed || !strings.Contains(o.err, "damaged") {
		t.Fatalf("check of a damaged archive = %d, %q", o.code, o.err)
	}
	p := start(t, "", "--archive", archive, "--no-browser")
	p.find(t, "(is damaged)")
	if got := get(t, p.find(t, aLaunch)); got != http.StatusOK {
		t.Errorf("the pages of a damaged archive = %d, want %d", got, http.StatusOK)
	}
	p.end(t, syscall.SIGTERM)
	if after, err := os.ReadFile(archive); err != nil || !bytes.Equal(after, damaged) {
		t.Error("the damaged archive was changed")
	}
}

// pageOf is where the first page of a table or index begins in the file.
func pageOf(t *testing.T, archive, name string) int {
	t.Helper()
	db, err := sql.Open("sqlite", archive)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var at int
	if err := db.QueryRow(`SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) FROM sqlite_master WHERE name = ?`, name).Scan(&at); err != nil {
		t.Fatal(err)
	}
	return at
}
