package web

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
)

// launchLife is how long a launch token can be used: long enough for a slow
// browser to start, short enough that one read out of a process list is stale.
const launchLife = time.Minute

// Sessions decides who may talk to the running program. A browser is let in by
// a launch token, which works once and for a minute, and from then on shows
// the session's cookie. The tokens, the session and the secret are each at
// least 128 random bits, and none is ever written to a log.
type Sessions struct {
	now     func() time.Time
	session string // what the cookie holds; one for as long as the program runs
	secret  string // what a second launch of the program shows

	mu       sync.Mutex
	launches []launch // not yet used
}

// A launch is a token that was given out. Only its digest is kept.
type launch struct {
	digest [sha256.Size]byte
	until  time.Time
}

func (l *launch) is(digest [sha256.Size]byte) bool {
	return subtle.ConstantTimeCompare(l.digest[:], digest[:]) == 1
}

// NewSessions draws a new session and a new secret. The time source now says
// when a launch token is too old; programs give time.Now.
func NewSessions(now func() time.Time) *Sessions {
	return &Sessions{now: now, session: rand.Text(), secret: rand.Text()}
}

// Secret is what another launch of the program sends in the header
// "Authorization: Bearer SECRET" of POST /launch to be given a launch token.
func (s *Sessions) Secret() string { return s.secret }

// Token gives out a fresh launch token.
func (s *Sessions) Token() string {
	token := rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forgetOld()
	s.launches = append(s.launches, launch{sha256.Sum256([]byte(token)), s.now().Add(launchLife)})
	return token
}

// LaunchAddress is the address under the program's address, such as
// "http://127.0.0.1:8080", that opens a session with token.
func LaunchAddress(address, token string) string {
	return address + "/launch?token=" + url.QueryEscape(token)
}

// redeem uses token up and reports whether it was still good.
func (s *Sessions) redeem(token string) bool {
	digest := sha256.Sum256([]byte(token))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forgetOld()
	at := slices.IndexFunc(s.launches, func(l launch) bool { return l.is(digest) })
	if at < 0 {
		return false
	}
	s.launches = slices.Delete(s.launches, at, at+1)
	return true
}

// Waiting reports whether token can still be used.
func (s *Sessions) Waiting(token string) bool {
	digest := sha256.Sum256([]byte(token))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forgetOld()
	return slices.ContainsFunc(s.launches, func(l launch) bool { return l.is(digest) })
}

// forgetOld drops the tokens whose time is over. Tokens stand in the order
// they were given out, but the clock may have jumped, so all are looked at.
func (s *Sessions) forgetOld() {
	now, kept := s.now(), s.launches[:0]
	for _, l := range s.launches {
		if now.Before(l.until) && !now.Before(l.until.Add(-launchLife)) {
			kept = append(kept, l)
		}
	}
	s.launches = kept
}

// has reports whether r shows the session's cookie.
func (s *Sessions) has(r *http.Request, cookie string) bool {
	for _, c := range r.CookiesNamed(cookie) {
		if same(c.Value, s.session) {
			return true
		}
	}
	return false
}

// knows reports whether r shows the secret of this program.
func (s *Sessions) knows(r *http.Request) bool {
	given, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	return ok && same(given, s.secret)
}

// same compares in a time that tells nothing of where a and b differ.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}
