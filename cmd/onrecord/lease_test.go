package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// files is the names of all files in a folder.
func files(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestLeaseIsForOne(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "folder", "a.sqlite")
	first, err := takeLease(archive)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := takeLease(archive); !errors.Is(err, errHeld) {
		t.Errorf("a second lease = %v, want %v", err, errHeld)
	}
	if err := first.announce(instance{Secret: "s"}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{archive + ".lock", instanceFile(archive)} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != 0o600 {
			t.Errorf("%s has mode %o, want 600", filepath.Base(name), got)
		}
	}
	if err := first.release(); err != nil {
		t.Fatal(err)
	}
	if left := files(t, filepath.Dir(archive)); len(left) != 0 {
		t.Errorf("the lease left %q", left)
	}
	again, err := takeLease(archive)
	if err != nil {
		t.Fatalf("the lease after its release = %v", err)
	}
	if err := again.release(); err != nil {
		t.Error(err)
	}
}

// Removing a lock file that others are about to lock is where two programs
// can come to hold two locks of the same name.
func TestLeaseUnderContention(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "a.sqlite")
	var holders, most, leases atomic.Int32
	var all sync.WaitGroup
	stop := time.Now().Add(500 * time.Millisecond)
	for range 8 {
		all.Go(func() {
			for time.Now().Before(stop) {
				l, err := takeLease(archive)
				if errors.Is(err, errHeld) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if n := holders.Add(1); n > most.Load() {
					most.Store(n)
				}
				leases.Add(1)
				holders.Add(-1)
				if err := l.release(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if most.Load() != 1 {
		t.Errorf("%d held the lease at once over %d leases, want 1", most.Load(), leases.Load())
	}
}

func TestStaleFilesDoNoHarm(t *testing.T) {
	folder := t.TempDir()
	archive := filepath.Join(folder, "a.sqlite")
	write(t, folder, "a.sqlite.lock", "")
	write(t, folder, "a.sqlite.instance", `{"address":"http://127.0.0.1:9","secret":"old","pid":1}`)
	write(t, folder, "a.sqlite.instance.new", `{"addr`)
	l, running, err := takeOrFind(context.Background(), archive)
	if err != nil || running != nil {
		t.Fatalf("takeOrFind with stale files = %v, %v, want the lease", running, err)
	}
	if left := files(t, folder); len(left) != 1 {
		t.Errorf("with the lease there are %q, want the lock alone", left)
	}
	if err := l.release(); err != nil {
		t.Error(err)
	}
}

func TestOnThisMachine(t *testing.T) {
	for address, good := range map[string]bool{
		"http://127.0.0.1:8080":           true,
		"http://[::1]:8080":               true,
		"http://192.0.2.7:8080":           false,
		"http://localhost:8080":           false,
		"http://127.0.0.1.example:8080":   false,
		"http://user@192.0.2.7:8080":      false,
		"https://127.0.0.1:8080":          false,
		"http://127.0.0.1":                false,
		"file:///etc/hostname":            false,
		"http://127.0.0.1:8080@elsewhere": false,
		"\x00":                            false,
		"":                                false,
	} {
		if err := onThisMachine(address); (err == nil) != good {
			t.Errorf("onThisMachine(%q) = %v, want good: %v", address, err, good)
		}
	}
}

func FuzzOnThisMachine(f *testing.F) {
	f.Add("http://127.0.0.1:8080")
	f.Add("http://127.0.0.1:8080@192.0.2.7:80")
	f.Fuzz(func(t *testing.T, address string) {
		if onThisMachine(address) != nil {
			return
		}
		r, err := http.NewRequest(http.MethodPost, address+"/launch", nil)
		if err != nil {
			return // nothing is sent there
		}
		if at := net.ParseIP(r.URL.Hostname()); at == nil || !at.IsLoopback() {
			t.Errorf("onThisMachine(%q) = nil, and requests go to %q", address, r.URL.Host)
		}
	})
}
