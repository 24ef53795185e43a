package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A process is the program running on its own.
type process struct {
	*exec.Cmd
	mu    sync.Mutex
	said  strings.Builder
	ended chan struct{}
}

// start starts the program with another PATH, "" for this one.
func start(t *testing.T, path string, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(os.Args[0], args...), ended: make(chan struct{})}
	p.Env = append(os.Environ(), asProgram+"=1")
	if path != "" {
		p.Env = append(p.Env, "PATH="+path)
	}
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	p.Stdout, p.Stderr = in, in
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	in.Close()
	read := make(chan struct{})
	go func() {
		defer close(read)
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			p.mu.Lock()
			fmt.Fprintln(&p.said, lines.Text())
			p.mu.Unlock()
		}
	}()
	go func() {
		p.Wait()
		select {
		case <-read:
		case <-time.After(time.Second): // an opener may still have the pipe
		}
		close(p.ended)
	}()
	t.Cleanup(func() {
		p.Process.Kill()
		<-p.ended
		out.Close()
	})
	return p
}

func (p *process) text() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.said.String()
}

// find waits until the program has said what the pattern's group matches.
func (p *process) find(t *testing.T, pattern string) string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if m := re.FindStringSubmatch(p.text()); m != nil {
			return m[1]
		}
	}
	t.Fatalf("the program said %q, want something like %q", p.text(), pattern)
	return ""
}

const (
	anAddress = `at (http://127\.0\.0\.1:\d+)`
	aLaunch   = `in your browser: (http://\S+/launch\?token=\S+)`
)

// wait waits for the program's end and gives its exit code.
func (p *process) wait(t *testing.T) int {
	t.Helper()
	select {
	case <-p.ended:
	case <-time.After(20 * time.Second):
		t.Fatalf("the program did not end; it said %q", p.text())
	}
	return p.ProcessState.ExitCode()
}

// end ends the program with a signal and wants it to end well.
func (p *process) end(t *testing.T, signal os.Signal) {
	t.Helper()
	if err := p.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	if code := p.wait(t); code != exitDone {
		t.Errorf("after %v the program ended with %d, want %d; it said %q", signal, code, exitDone, p.text())
	}
}

// get asks for a page as a browser with its own cookies would.
func get(t *testing.T, address string) int {
	t.Helper()
	jar, _ := cookiejar.New(nil)
	client := &http.Client{Jar: jar, Timeout: 10 * time.Second}
	answer, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	io.Copy(io.Discard, answer.Body)
	return answer.StatusCode
}

func TestFirstStart(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "new", "folder")
			archive := filepath.Join(folder, "a.sqlite")
			p := start(t, "", "--archive", archive, "--no-browser")
			launch := p.find(t, aLaunch)
			if got := get(t, p.find(t, anAddress)+"/"); got != http.StatusForbidden {
				t.Errorf("a browser without the token = %d, want %d", got, http.StatusForbidden)
			}
			if got := get(t, launch); got != http.StatusOK {
				t.Errorf("the launch address = %d, want %d", got, http.StatusOK)
			}
			if got := get(t, launch); got != http.StatusForbidden {
				t.Errorf("the launch address again = %d, want %d", got, http.StatusForbidden)
			}
			if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
				t.Errorf("the folder has mode %v, %v, want 700", info.Mode(), err)
			}
			for _, name := range files(t, folder) {
				if info, err := os.Stat(filepath.Join(folder, name)); err != nil || info.Mode().Perm() != 0o600 {
					t.Errorf("%s has mode %v, %v, want 600", name, info.Mode(), err)
				}
			}
			p.end(t, signal)
			if left := files(t, folder); len(left) != 1 || left[0] != "a.sqlite" {
				t.Errorf("a clean exit left %q, want the archive alone", left)
			}
		})
	}
}

func TestSecondLaunchGoesToTheFirst(t *testing.T) {
	folder := t.TempDir()
	archive := filepath.Join(folder, "a.sqlite")
	link := filepath.Join(t.TempDir(), "link.sqlite")
	first := start(t, "", "--archive", archive, "--no-browser")
	address := first.find(t, anAddress)
	if err := os.Symlink(archive, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{archive, link, filepath.Join(folder, "..", filepath.Base(folder), "a.sqlite")} {
		second := start(t, "", "--archive", path, "--no-browser")
		if code := second.wait(t); code != exitDone {
			t.Fatalf("the second launch ended with %d, want %d: %s", code, exitDone, second.text())
		}
		launch := second.find(t, aLaunch)
		if !strings.HasPrefix(launch, address+"/") {
			t.Errorf("the second launch leads to %s, want %s", launch, address)
		}
		if got := get(t, launch); got != http.StatusOK {
			t.Errorf("its launch address = %d, want %d", got, http.StatusOK)
		}
	}
	other := start(t, "", "--archive", filepath.Join(folder, "b.sqlite"), "--no-browser")
	if got := other.find(t, anAddress); got == address {
		t.Errorf("another archive is served at %s too", got)
	}
}

func TestTwentyLaunchesAtOnce(t *testing.T) {
	folder := t.TempDir()
	var all []*process
	for range 20 {
		all = append(all, start(t, "", "--archive", filepath.Join(folder, "a.sqlite"), "--no-browser"))
	}
	var serving []*process
	addresses := map[string]bool{}
	for _, p := range all {
		addresses[p.find(t, anAddress)] = true
		if strings.Contains(p.text(), "serves") {
			serving = append(serving, p)
			continue
		}
		if code := p.wait(t); code != exitDone {
			t.Errorf("a launch ended with %d: %s", code, p.text())
		}
	}
	if len(serving) != 1 || len(addresses) != 1 {
		t.Fatalf("%d of 20 serve, at %v, want one", len(serving), addresses)
	}
	serving[0].end(t, syscall.SIGTERM)
	if left := files(t, folder); len(left) != 1 {
		t.Errorf("20 launches left %q, want the archive alone", left)
	}
}

func TestStartAfterKill(t *testing.T) {
	folder := t.TempDir()
	archive := filepath.Join(folder, "a.sqlite")
	killed := start(t, "", "--archive", archive, "--no-browser")
	killed.find(t, aLaunch)
	killed.Process.Kill()
	killed.wait(t)
	next := start(t, "", "--archive", archive, "--no-browser")
	if got := get(t, next.find(t, aLaunch)); got != http.StatusOK {
		t.Errorf("after a kill the launch address = %d, want %d", got, http.StatusOK)
	}
	next.end(t, syscall.SIGTERM)
	if left := files(t, folder); len(left) != 1 {
		t.Errorf("a kill and a clean exit left %q, want the archive alone", left)
	}
}

func TestBusyPort(t *testing.T) {
	busy, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	_, port, _ := net.SplitHostPort(busy.Addr().String())
	p := start(t, "", "--archive", filepath.Join(t.TempDir(), "a.sqlite"), "--no-browser", "--port", port)
	if got := get(t, p.find(t, aLaunch)); got != http.StatusOK {
		t.Errorf("the launch address = %d, want %d", got, http.StatusOK)
	}
	if !strings.Contains(p.text(), "Port "+port) {
		t.Errorf("the program said %q, want a word on port %s", p.text(), port)
	}
}

// opener makes a folder with an xdg-open that runs script.
func opener(t *testing.T, script string) string {
	t.Helper()
	folder := t.TempDir()
	path := write(t, folder, "xdg-open", "#!/bin/sh\n"+script+"\n")
	if err := os.Chmod(path, 0o700); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestOpener(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the opener of this system is not found through PATH")
	}
	opened := filepath.Join(t.TempDir(), "opened")
	for _, test := range []struct {
		situation, script string
		tells             bool // the user the address
	}{
		{"works", `echo noise; printf %s "$1" >` + opened, false},
		{"is the browser itself", `echo noise; printf %s "$1" >` + opened + `; exec /bin/sleep 3`, false},
		{"fails", "echo noise >&2; exit 3", true},
		{"is missing", "", true},
	} {
		t.Run(test.situation, func(t *testing.T) {
			os.Remove(opened)
			path := t.TempDir()
			if test.script != "" {
				path = opener(t, test.script)
			}
			p := start(t, path, "--archive", filepath.Join(t.TempDir(), "a.sqlite"))
			var launch string
			if test.tells {
				launch = p.find(t, aLaunch)
			} else {
				launch = awaitFile(t, opened)
			}
			if got := get(t, launch); got != http.StatusOK {
				t.Errorf("the launch address = %d, want %d", got, http.StatusOK)
			}
			p.end(t, syscall.SIGTERM)
			if strings.Contains(p.text(), "noise") {
				t.Errorf("the opener's words are in %q", p.text())
			}
			if told := strings.Contains(p.text(), "token="); told != test.tells {
				t.Errorf("the launch address was printed: %v, want %v: %q", told, test.tells, p.text())
			}
		})
	}
}

func awaitFile(t *testing.T, path string) string {
	t.Helper()
	for range 1000 {
		if b, err := os.ReadFile(path); err == nil && len(b) > 0 {
			return string(b)
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s was not written", path)
	return ""
}
