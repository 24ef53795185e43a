package web

import (
	"io"
	"net"
	"net/http"
	"strings"
)

// policy is what the program's own pages may load and do: its own files and
// nothing else. A route that serves an archived page sets a stricter one.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"form-action 'self'",
	"frame-src 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
}, "; ")

// outside is the page for a browser without a session.
const outside = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Open onrecord again</title>
<h1>Open onrecord again</h1>
<p>This page does not belong to a window that onrecord opened, or its address was used before.
Open onrecord again: it will bring you here, with everything in its place.</p>
`

// A guard stands before every route.
type guard struct {
	next     http.Handler
	host     string
	cookie   string
	sessions *Sessions
	origins  *http.CrossOriginProtection
}

// Guard lets through to next only what the user's own browser asks of this
// running program, and puts the security headers on every answer:
//
//   - the Host header must be host ("127.0.0.1:8080") exactly, else 421: a name
//     that another site points at this machine is not ours;
//   - a request that changes something must come from our own pages, else 403;
//   - POST /launch with the secret gives another launch of the program a token;
//   - GET /launch?token=… uses a token up, sets the cookie and leads to /;
//   - everything else needs that cookie, else 403.
//
// A handler behind it may replace Content-Security-Policy and Cache-Control.
func Guard(next http.Handler, host string, sessions *Sessions) http.Handler {
	return &guard{next, host, cookieName(host), sessions, http.NewCrossOriginProtection()}
}

// cookieName is bound to the port, because a browser keeps one jar for all
// ports of a host.
func cookieName(host string) string {
	_, port, err := net.SplitHostPort(host)
	if err != nil {
		port = "80"
	}
	return "onrecord-" + port
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	if r.Host != g.host {
		http.Error(w, "This address does not belong to onrecord.", http.StatusMisdirectedRequest)
		return
	}
	if g.origins.Check(r) != nil {
		http.Error(w, "Another page tried to change something here. Nothing was changed.", http.StatusForbidden)
		return
	}
	switch {
	case r.URL.Path == "/launch":
		g.launch(w, r)
	case g.sessions.has(r, g.cookie):
		g.next.ServeHTTP(w, r)
	default:
		refuse(w)
	}
}

// launch opens a session for a browser with a token, or gives a token to
// another launch of the program that knows the secret.
func (g *guard) launch(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method == http.MethodPost && g.sessions.knows(r):
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		io.WriteString(w, g.sessions.Token())
	case r.Method == http.MethodGet && g.sessions.redeem(r.URL.Query().Get("token")):
		http.SetCookie(w, &http.Cookie{
			Name: g.cookie, Value: g.sessions.session, Path: "/",
			HttpOnly: true, SameSite: http.SameSiteStrictMode,
		})
		http.Redirect(w, r, "/", http.StatusSeeOther)
	case r.Method == http.MethodGet && g.sessions.has(r, g.cookie):
		// The user went back to the address, or the browser loaded it twice.
		http.Redirect(w, r, "/", http.StatusSeeOther)
	default:
		refuse(w)
	}
}

// refuse answers a browser that has no session.
func refuse(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusForbidden)
	io.WriteString(w, outside)
}

// secure sets the headers that every answer carries.
func secure(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}
