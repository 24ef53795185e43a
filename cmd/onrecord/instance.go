package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"time"
)

// An instance is what the program that has the lease tells other launches, in
// a file beside the archive that only its owner can read.
type instance struct {
	Address string `json:"address"` // "http://127.0.0.1:8080", "" when it serves no pages
	Secret  string `json:"secret"`  // what POST /launch asks for
	PID     int    `json:"pid"`
}

// announce writes the instance file, whole or not at all.
func (l *lease) announce(i instance) error {
	b, err := json.Marshal(i)
	if err != nil {
		return err
	}
	fresh := l.instanceFile() + ".new"
	if err := os.WriteFile(fresh, b, 0o600); err != nil {
		return fmt.Errorf("other launches cannot be told of this one: %w", err)
	}
	return os.Rename(fresh, l.instanceFile())
}

// withdraw removes the instance file, and what a killed program left of it.
func (l *lease) withdraw() error {
	for _, name := range []string{l.instanceFile(), l.instanceFile() + ".new"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("the note of the running program cannot be removed: %w", err)
		}
	}
	return nil
}

func (l *lease) instanceFile() string { return instanceFile(l.archive) }

func instanceFile(archive string) string { return archive + ".instance" }

// errImporting is the error of finding a program that serves no pages.
var errImporting = errors.New("an import into this archive is running; try again when it is done")

// A peer is a program that runs and serves an archive.
type peer struct {
	instance
	client *http.Client
}

// findPeer reads the instance file of the archive and makes sure that the
// program answers.
func findPeer(ctx context.Context, archive string) (*peer, error) {
	b, err := os.ReadFile(instanceFile(archive))
	if err != nil {
		return nil, err
	}
	p := &peer{client: &http.Client{
		Transport:     &http.Transport{Proxy: nil},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	if err := json.Unmarshal(b, &p.instance); err != nil {
		return nil, fmt.Errorf("the note of the running program cannot be read: %w", err)
	}
	if p.Address == "" {
		return nil, errImporting
	}
	if err := onThisMachine(p.Address); err != nil {
		return nil, err
	}
	_, err = p.token(ctx)
	return p, err
}

// onThisMachine refuses an address that a note from elsewhere might give:
// nothing of the user's is sent to another machine.
func onThisMachine(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("the running program gives a bad address: %w", err)
	}
	at, err := netip.ParseAddrPort(u.Host)
	if err != nil || u.Scheme != "http" || !at.Addr().IsLoopback() {
		return fmt.Errorf("the running program gives the address %s, which is not on this machine", address)
	}
	return nil
}

// token asks the program for a launch token.
func (p *peer) token(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, p.Address+"/launch", nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("Authorization", "Bearer "+p.Secret)
	answer, err := p.client.Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	token, err := io.ReadAll(io.LimitReader(answer.Body, 1024))
	if err != nil {
		return "", err
	}
	if answer.StatusCode != http.StatusOK || strings.ContainsAny(string(token), " <\n") {
		return "", fmt.Errorf("the program at %s answered %s", p.Address, answer.Status)
	}
	return string(token), nil
}
