package document

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

// anywhere is a fetcher that may connect to a test's own server.
var anywhere = fetcher{allow: func(netip.Addr) error { return nil }}

func TestPublic(t *testing.T) {
	tests := map[string]bool{
		"93.184.216.34": true, "1.1.1.1": true, "100.63.255.255": true, "100.128.0.0": true, "172.32.0.1": true,
		"2606:4700::1111": true, "::ffff:1.1.1.1": true,
		"0.0.0.0": false, "0.1.2.3": false, "10.0.0.1": false, "100.64.0.1": false, "100.127.255.255": false,
		"127.0.0.1": false, "127.255.0.1": false, "169.254.169.254": false, "172.16.0.1": false, "172.31.255.255": false,
		"192.168.1.1": false, "192.0.0.8": false, "198.18.0.1": false, "224.0.0.1": false, "240.0.0.1": false, "255.255.255.255": false,
		"::": false, "::1": false, "::7f00:1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false,
		"64:ff9b::7f00:1": false, "64:ff9b:1::1": false, "100::1": false, "2001::1": false, "2001:db8::1": false,
		"2002:7f00:1::": false, "3fff::1": false, "5f00::1": false, "fc00::1": false, "fd12::1": false,
		"fe80::1": false, "fe80::1%eth0": false, "fec0::1": false, "ff02::1": false,
	}
	for address, want := range tests {
		if err := public(netip.MustParseAddr(address)); (err == nil) != want {
			t.Errorf("public(%s) = %v, want it public: %v", address, err, want)
		}
	}
}

// site answers paths with pages, redirects and refusals.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/news/port.html", func(w http.ResponseWriter, r *http.Request) {
		if r.UserAgent() != "onrecord" || r.Header.Get("Cookie") != "" || r.Referer() != "" {
			t.Errorf("the request has the headers %v, want the name onrecord, no cookie and no referrer", r.Header)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, "<html><p>The harbour is closed.")
	})
	mux.HandleFunc("/plain", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, "The harbour is closed.")
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"})
		http.Redirect(w, r, "/news/port.html", http.StatusFound)
	})
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hosts", http.StatusFound)
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.Copy(w, &endless{Limit + 10}) })
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "%PDF-1.4") })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestFetch(t *testing.T) {
	s := site(t)
	tests := []struct {
		path, source, id string
		format           Format
	}{
		{"/news/port.html#top", "/news/port.html", "port", HTML},
		{"/moved", "/news/port.html", "port", HTML},
		{"/plain", "/plain", "plain", Plain},
	}
	for _, tt := range tests {
		d, err := anywhere.fetch(t.Context(), s.URL+tt.path)
		if err != nil {
			t.Errorf("fetch(%s) = %v, want a document", tt.path, err)
			continue
		}
		if d.ID != tt.id || d.Source != s.URL+tt.source || d.Format != tt.format || !strings.Contains(string(d.Bytes), "The harbour is closed.") {
			t.Errorf("fetch(%s) = %+v, want %+v", tt.path, d, tt)
		}
	}
}

func TestFetchRefuses(t *testing.T) {
	s := site(t)
	tests := []struct {
		situation string
		fetcher   fetcher
		address   string
		kind      error
		want      string
	}{
		{"loopback", fetcher{public}, s.URL + "/plain", ErrAddress, "its address 127.0.0.1 is this computer"},
		{"loopback by name", fetcher{public}, strings.Replace(s.URL, "127.0.0.1", "localhost", 1), ErrAddress, "is this computer"},
		{"a redirect to a file", anywhere, s.URL + "/file", ErrAddress, "it sends on to file:///etc/hosts, and only addresses that begin with http"},
		{"redirects without end", anywhere, s.URL + "/round", ErrAddress, "it sends on from address to address more than 5 times"},
		{"a local file", anywhere, "file:///etc/hosts", ErrAddress, "only addresses that begin with http:// or https://"},
		{"no site", anywhere, "http:///news", ErrAddress, "it names no site"},
		{"a password", anywhere, "https://me:secret@port.test/", ErrAddress, "leave them out"},
		{"no address", anywhere, "http://%zz", ErrAddress, "was not fetched"},
		{"missing", anywhere, s.URL + "/none", ErrFetch, "the site answered 404 Not Found"},
		{"too large", anywhere, s.URL + "/large", ErrTooLarge, "is over 64 MB;"},
		{"PDF", anywhere, s.URL + "/pdf", ErrUnreadable, "is a PDF, which this version does not read."},
	}
	for _, tt := range tests {
		t.Run(tt.situation, func(t *testing.T) {
			_, err := tt.fetcher.fetch(t.Context(), tt.address)
			if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.want) || !errors.As(err, new(*Error)) {
				t.Errorf("fetch(%s) = %v, want %v with %q", tt.address, err, tt.kind, tt.want)
			}
		})
	}
}

// A site on the public internet that sends on to this computer is refused when
// the second address is dialled.
func TestFetchRefusesRedirectHome(t *testing.T) {
	home := site(t)
	asked := 0
	outside := httptest.NewServer(http.RedirectHandler(home.URL+"/plain", http.StatusFound))
	defer outside.Close()
	first := fetcher{func(a netip.Addr) error {
		if asked++; asked == 1 {
			return nil // stands for a public address
		}
		return public(a)
	}}
	_, err := first.fetch(t.Context(), outside.URL)
	if !errors.Is(err, ErrAddress) || asked != 2 {
		t.Errorf("fetch of a redirect home = %v after %d checks, want ErrAddress after 2", err, asked)
	}
}

func TestFetchStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := anywhere.fetch(ctx, site(t).URL+"/plain")
	if !errors.Is(err, ErrFetch) || !errors.Is(err, context.Canceled) || !strings.HasSuffix(err.Error(), "was not fetched: it was stopped.") {
		t.Errorf("fetch with a cancelled context = %v, want that it was stopped", err)
	}
}

func TestFetchIsPublic(t *testing.T) {
	if _, err := Fetch(t.Context(), site(t).URL); !errors.Is(err, ErrAddress) {
		t.Errorf("Fetch of this computer = %v, want ErrAddress", err)
	}
}
