package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// saver names the archive that a copy of this test program saves into.
const saver = "ONRECORD_TEST_SAVER"

// TestSaver is no test of its own: it saves notes and tells of each one that
// was acknowledged, until it is killed.
func TestSaver(t *testing.T) {
	path := os.Getenv(saver)
	if path == "" {
		t.Skip("is run by TestKilledSavesAreThere")
	}
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for {
		seq, err := a.Do(context.Background(), "", "claim", func(d *Deed) error {
			_, err := d.SaveClaim(Claim{Words: fmt.Sprint("claim ", d.ID())})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("saved", seq)
	}
}

// Trust 23: killed at any moment, every acknowledged save is there.
func TestKilledSavesAreThere(t *testing.T) {
	if testing.Short() {
		t.Skip("kills twenty processes")
	}
	path := filepath.Join(t.TempDir(), "onrecord.sqlite")
	r := rand.New(rand.NewPCG(23, 1))
	var acknowledged int64
	for range 20 {
		acknowledged = max(acknowledged, killed(t, path, time.Duration(30+r.IntN(120))*time.Millisecond))
	}
	if acknowledged < 40 {
		t.Errorf("%d saves were acknowledged before the kills, too few to tell", acknowledged)
	}
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var there int64
	err = a.View(context.Background(), func(tx *Tx) error {
		return tx.one(`SELECT count(*) FROM claim WHERE id <= ?`, []any{acknowledged}, &there)
	})
	if err != nil || there != acknowledged {
		t.Errorf("%d of %d acknowledged saves are there, %v", there, acknowledged, err)
	}
	whole(t, a)
}

// killed runs the saver, kills it after its first save and a while, and gives
// the last save it had acknowledged.
func killed(t *testing.T, path string, after time.Duration) int64 {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestSaver$")
	c.Env = append(os.Environ(), saver+"="+path)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var last int64
	timer := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var seq int64
		if n, _ := fmt.Sscanf(lines.Text(), "saved %d", &seq); n == 1 {
			if last == 0 {
				timer.Reset(after)
			}
			last = seq
		}
	}
	c.Wait()
	return last
}
