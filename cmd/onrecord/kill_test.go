package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
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
