package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

const guardHost = "127.0.0.1:4711"

// A guarded is a guard before a handler that only answers, and the clock that
// the sessions read.
type guarded struct {
	http.Handler
	sessions *Sessions
	clock    time.Time
	reached  int
}

func newGuarded() *guarded {
	g := &guarded{clock: time.Date(2031, 5, 6, 7, 8, 9, 0, time.UTC)}
	g.sessions = NewSessions(func() time.Time { return g.clock })
	g.Handler = Guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		g.reached++
		io.WriteString(w, "inside")
	}), guardHost, g.sessions)
	return g
}

// ask sends one request, after change has altered it.
func (g *guarded) ask(method, target string, change ...func(*http.Request)) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	r.Host = guardHost
	for _, c := range change {
		c(r)
	}
	w := httptest.NewRecorder()
	g.ServeHTTP(w, r)
	return w.Result()
}

func host(h string) func(*http.Request) { return func(r *http.Request) { r.Host = h } }

func header(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

func cookie(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.AddCookie(&http.Cookie{Name: name, Value: value}) }
}

// own is the cookie of the session that is open.
func (g *guarded) own() func(*http.Request) { return cookie("onrecord-4711", g.sessions.session) }

func TestGuardHost(t *testing.T) {
	for _, test := range []struct {
		situation, host string
		want            int
	}{
		{"the address that was given out", guardHost, http.StatusOK},
		{"a name for the same machine", "localhost:4711", http.StatusMisdirectedRequest},
		{"every address of the machine", "0.0.0.0:4711", http.StatusMisdirectedRequest},
		{"a trailing dot", "127.0.0.1.:4711", http.StatusMisdirectedRequest},
		{"another port", "127.0.0.1:4712", http.StatusMisdirectedRequest},
		{"no port", "127.0.0.1", http.StatusMisdirectedRequest},
		{"the address as a number", "2130706433:4711", http.StatusMisdirectedRequest},
		{"the address in IPv6", "[::ffff:127.0.0.1]:4711", http.StatusMisdirectedRequest},
		{"a site that points its name here", "rebound.example:4711", http.StatusMisdirectedRequest},
		{"our address as the start of a name", "127.0.0.1:4711.example", http.StatusMisdirectedRequest},
		{"space after it", guardHost + " ", http.StatusMisdirectedRequest},
		{"none", "", http.StatusMisdirectedRequest},
	} {
		t.Run(test.situation, func(t *testing.T) {
			for _, method := range []string{"GET", "HEAD", "POST", "OPTIONS"} {
				for _, path := range []string{"/", "/static/app.css", "/import"} {
					g := newGuarded()
					if got := g.ask(method, path, host(test.host), g.own()).StatusCode; got != test.want {
						t.Errorf("%s %s with Host %q = %d, want %d", method, path, test.host, got, test.want)
					}
				}
			}
			if test.want == http.StatusOK {
				return
			}
			g := newGuarded()
			token := g.sessions.Token()
			if got := g.ask("GET", "/launch?token="+token, host(test.host)).StatusCode; got != test.want {
				t.Errorf("GET /launch with Host %q = %d, want %d", test.host, got, test.want)
			}
			if !g.sessions.redeem(token) {
				t.Errorf("GET /launch with Host %q used the token up", test.host)
			}
			if got := g.ask("POST", "/launch", host(test.host), header("Authorization", "Bearer "+g.sessions.Secret())).StatusCode; got != test.want {
				t.Errorf("POST /launch with Host %q = %d, want %d", test.host, got, test.want)
			}
		})
	}
}

func TestGuardOrigin(t *testing.T) {
	for _, test := range []struct {
		situation string
		method    string
		change    func(*http.Request)
		want      int
	}{
		{"our own form", "POST", header("Origin", "http://"+guardHost), http.StatusOK},
		{"our own script", "POST", header("Sec-Fetch-Site", "same-origin"), http.StatusOK},
		{"a program with the session", "POST", func(*http.Request) {}, http.StatusOK},
		{"a form of another site", "POST", header("Sec-Fetch-Site", "cross-site"), http.StatusForbidden},
		{"a form of another port", "POST", header("Sec-Fetch-Site", "same-site"), http.StatusForbidden},
		{"another site in an old browser", "POST", header("Origin", "http://elsewhere.example"), http.StatusForbidden},
		{"another port in an old browser", "POST", header("Origin", "http://127.0.0.1:4712"), http.StatusForbidden},
		{"a sandboxed page", "POST", header("Origin", "null"), http.StatusForbidden},
		{"another method", "DELETE", header("Sec-Fetch-Site", "cross-site"), http.StatusForbidden},
		{"a made-up method", "ANNOTATE", header("Sec-Fetch-Site", "cross-site"), http.StatusForbidden},
		{"a link on another site", "GET", header("Sec-Fetch-Site", "cross-site"), http.StatusOK},
	} {
		t.Run(test.situation, func(t *testing.T) {
			g := newGuarded()
			if got := g.ask(test.method, "/claims", test.change, g.own()).StatusCode; got != test.want {
				t.Errorf("%s with the cookie = %d, want %d", test.method, got, test.want)
			}
			if got, want := g.reached, map[bool]int{true: 1}[test.want == http.StatusOK]; got != want {
				t.Errorf("%s reached the handler %d times, want %d", test.method, got, want)
			}
			if got := g.ask(test.method, "/claims", test.change).StatusCode; got != http.StatusForbidden {
				t.Errorf("%s without the cookie = %d, want %d", test.method, got, http.StatusForbidden)
			}
		})
	}
}

func TestGuardSession(t *testing.T) {
	g := newGuarded()
	other := newGuarded()
	for _, test := range []struct {
		situation string
		change    func(*http.Request)
		want      int
	}{
		{"this session", g.own(), http.StatusOK},
		{"this session beside a stale one", header("Cookie", "onrecord-4711=stale; onrecord-4711="+g.sessions.session), http.StatusOK},
		{"none", func(*http.Request) {}, http.StatusForbidden},
		{"an empty one", cookie("onrecord-4711", ""), http.StatusForbidden},
		{"one of an earlier run", other.own(), http.StatusForbidden},
		{"a part of it", cookie("onrecord-4711", g.sessions.session[:20]), http.StatusForbidden},
		{"under the name of another port", cookie("onrecord-4712", g.sessions.session), http.StatusForbidden},
		{"the secret in its place", cookie("onrecord-4711", g.sessions.Secret()), http.StatusForbidden},
		{"in the wrong header", header("Authorization", "Bearer "+g.sessions.session), http.StatusForbidden},
	} {
		t.Run(test.situation, func(t *testing.T) {
			for _, path := range []string{"/", "/static/app.css", "/launch/", "/favicon.ico"} {
				answer := g.ask("GET", path, test.change)
				if answer.StatusCode != test.want {
					t.Errorf("GET %s = %d, want %d", path, answer.StatusCode, test.want)
				}
				page, _ := io.ReadAll(answer.Body)
				if told := strings.Contains(string(page), "Open onrecord again"); told != (test.want != http.StatusOK) {
					t.Errorf("GET %s says to open onrecord again: %v", path, told)
				}
			}
		})
	}
}

func TestLaunch(t *testing.T) {
	for _, test := range []struct {
		situation string
		token     func(*guarded) string
		want      int
	}{
		{"fresh", func(g *guarded) string { return g.sessions.Token() }, http.StatusSeeOther},
		{"a minute old, nearly", func(g *guarded) string {
			token := g.sessions.Token()
			g.clock = g.clock.Add(launchLife - time.Second)
			return token
		}, http.StatusSeeOther},
		{"the older of two", func(g *guarded) string {
			token := g.sessions.Token()
			g.sessions.Token()
			return token
		}, http.StatusSeeOther},
		{"a minute old", func(g *guarded) string {
			token := g.sessions.Token()
			g.clock = g.clock.Add(launchLife)
			return token
		}, http.StatusForbidden},
		{"the clock went back ten years", func(g *guarded) string {
			token := g.sessions.Token()
			g.clock = g.clock.AddDate(-10, 0, 0)
			return token
		}, http.StatusForbidden},
		{"used before", func(g *guarded) string {
			token := g.sessions.Token()
			g.ask("GET", "/launch?token="+token)
			return token
		}, http.StatusForbidden},
		{"made up", func(g *guarded) string { g.sessions.Token(); return strings.Repeat("A", 26) }, http.StatusForbidden},
		{"empty", func(g *guarded) string { g.sessions.Token(); return "" }, http.StatusForbidden},
		{"the secret in its place", func(g *guarded) string { return g.sessions.Secret() }, http.StatusForbidden},
	} {
		t.Run(test.situation, func(t *testing.T) {
			g := newGuarded()
			answer := g.ask("GET", "/launch?token="+url.QueryEscape(test.token(g)))
			if answer.StatusCode != test.want {
				t.Fatalf("GET /launch = %d, want %d", answer.StatusCode, test.want)
			}
			if test.want != http.StatusSeeOther {
				if len(answer.Cookies()) != 0 {
					t.Errorf("GET /launch refused and set %v", answer.Cookies())
				}
				return
			}
			if got := answer.Header.Get("Location"); got != "/" {
				t.Errorf("Location = %q, want /", got)
			}
			want := "onrecord-4711=" + g.sessions.session + "; Path=/; HttpOnly; SameSite=Strict"
			if got := answer.Header.Get("Set-Cookie"); got != want {
				t.Errorf("Set-Cookie = %q, want %q", got, want)
			}
		})
	}
}

func TestLaunchOnlyByGet(t *testing.T) {
	for _, method := range []string{"HEAD", "POST", "PUT", "OPTIONS"} {
		g := newGuarded()
		token := g.sessions.Token()
		if got := g.ask(method, "/launch?token="+token, g.own()).StatusCode; got != http.StatusForbidden {
			t.Errorf("%s /launch = %d, want %d", method, got, http.StatusForbidden)
		}
		if !g.sessions.redeem(token) {
			t.Errorf("%s /launch used the token up", method)
		}
	}
}

func TestLaunchAgain(t *testing.T) {
	g := newGuarded()
	token := g.sessions.Token()
	g.ask("GET", "/launch?token="+token)
	answer := g.ask("GET", "/launch?token="+token, g.own())
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/" {
		t.Errorf("a used address with the session = %d to %q, want 303 to /", answer.StatusCode, answer.Header.Get("Location"))
	}
}

func TestLaunchForAnotherProgram(t *testing.T) {
	g := newGuarded()
	for _, test := range []struct {
		situation string
		header    string
		want      int
	}{
		{"the secret", "Bearer " + g.sessions.Secret(), http.StatusOK},
		{"no secret", "", http.StatusForbidden},
		{"an empty one", "Bearer ", http.StatusForbidden},
		{"a part of it", "Bearer " + g.sessions.Secret()[:20], http.StatusForbidden},
		{"the session in its place", "Bearer " + g.sessions.session, http.StatusForbidden},
		{"another scheme", "Basic " + g.sessions.Secret(), http.StatusForbidden},
	} {
		t.Run(test.situation, func(t *testing.T) {
			answer := g.ask("POST", "/launch", header("Authorization", test.header))
			if answer.StatusCode != test.want {
				t.Fatalf("POST /launch = %d, want %d", answer.StatusCode, test.want)
			}
			if test.want != http.StatusOK {
				return
			}
			token, _ := io.ReadAll(answer.Body)
			if len(token) < 26 {
				t.Errorf("the token %q has fewer than 128 bits", token)
			}
			if got := g.ask("GET", "/launch?token="+string(token)).StatusCode; got != http.StatusSeeOther {
				t.Errorf("GET /launch with that token = %d, want %d", got, http.StatusSeeOther)
			}
		})
	}
	attack := g.ask("POST", "/launch", header("Authorization", "Bearer "+g.sessions.Secret()), header("Sec-Fetch-Site", "cross-site"))
	if attack.StatusCode != http.StatusForbidden {
		t.Errorf("POST /launch from another site = %d, want %d", attack.StatusCode, http.StatusForbidden)
	}
}

func TestGuardHeaders(t *testing.T) {
	g := newGuarded()
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
			"connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'",
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Cache-Control":                "no-store",
	}
	for situation, answer := range map[string]*http.Response{
		"a page":               g.ask("GET", "/", g.own()),
		"no session":           g.ask("GET", "/"),
		"another host":         g.ask("GET", "/", host("localhost:4711")),
		"another site's form":  g.ask("POST", "/", g.own(), header("Sec-Fetch-Site", "cross-site")),
		"a launch":             g.ask("GET", "/launch?token="+g.sessions.Token()),
		"a used launch":        g.ask("GET", "/launch?token=used"),
		"a token for a second": g.ask("POST", "/launch", header("Authorization", "Bearer "+g.sessions.Secret())),
	} {
		for name, value := range want {
			if got := answer.Header.Get(name); got != value {
				t.Errorf("%s: %s = %q, want %q", situation, name, got, value)
			}
		}
		for name := range answer.Header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s: %s is set, want no CORS header", situation, name)
			}
		}
	}
}

func TestHandlerMayTightenPolicy(t *testing.T) {
	sessions := NewSessions(time.Now)
	guard := Guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "sandbox")
	}), guardHost, sessions)
	r := httptest.NewRequest("GET", "/original", nil)
	r.Host = guardHost
	r.AddCookie(&http.Cookie{Name: "onrecord-4711", Value: sessions.session})
	w := httptest.NewRecorder()
	guard.ServeHTTP(w, r)
	if got := w.Header().Values("Content-Security-Policy"); len(got) != 1 || got[0] != "sandbox" {
		t.Errorf("Content-Security-Policy = %q, want the handler's alone", got)
	}
}

func FuzzGuard(f *testing.F) {
	f.Add("GET", "/launch?token=A", guardHost, "", "Bearer A", "onrecord-4711=A")
	f.Add("POST", "/launch", guardHost, "null", "Bearer", "onrecord-4711")
	f.Add("POST", "/import", "evil.example", "http://evil.example", "", "=;=")
	f.Fuzz(func(t *testing.T, method, target, hostname, origin, authorization, cookies string) {
		address, err := url.ParseRequestURI(target)
		if err != nil {
			t.Skip("no such request")
		}
		g := newGuarded()
		g.sessions.Token()
		r := &http.Request{Method: method, URL: address, Host: hostname, Header: http.Header{
			"Origin": {origin}, "Authorization": {authorization}, "Cookie": {cookies},
		}}
		w := httptest.NewRecorder()
		g.ServeHTTP(w, r)
		if g.reached != 0 || w.Code < 400 {
			t.Errorf("%s %q with Host %q, Cookie %q was let in: %d", method, target, hostname, cookies, w.Code)
		}
	})
}
