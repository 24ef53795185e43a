package web

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/a-h/templ"

	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/web/view"
)

// A handler answers a request or says why it cannot.
type handler func(w http.ResponseWriter, r *http.Request) error

// formLimit is the most a form without files may hold, in bytes: a pasted text.
const formLimit = 16 << 20

func (s *Server) handle(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost && r.URL.Path != "/import" && !isUpload(r) {
			r.Body = http.MaxBytesReader(w, r.Body, formLimit)
			if err := r.ParseForm(); err != nil {
				s.fail(w, r, unsent(err))
				return
			}
		}
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}

// unsent says why a form could not be read.
func unsent(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return &document.Error{Name: "What was sent", Kind: document.ErrTooLarge, Said: "is over 16 MB; save it as a file and add the file.", Cause: err}
	}
	return invalid("the form did not arrive whole; send it again")
}

// page is what every page has around it. A page that shows a form again has
// that form's key, so that sending it again is the same save.
func (s *Server) page(r *http.Request, title string, section view.Section) view.Page {
	p := view.Page{Title: title, Section: section, Path: cleanPath(r.URL), Key: rand.Text(), NoKeys: s.noKeys.Load()}
	if key := r.PostForm.Get("key"); key != "" {
		p.Key = key
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	id := r.URL.Query().Get("flash")
	p.Flash = s.flashes[id]
	if r.Header.Get("Sec-Fetch-Dest") != "empty" { // else the script asks, and may go on to the page itself
		delete(s.flashes, id)
	}
	switch {
	case s.options.Warning != "":
		p.Warning = s.options.Warning
	case !s.archive.Writable():
		p.Warning = "This archive is open for reading only; nothing can be changed."
	}
	return p
}

// cleanPath is the address of the page without the flash it was opened with.
func cleanPath(u *url.URL) string {
	q := u.Query()
	q.Del("flash")
	if len(q) == 0 {
		return u.EscapedPath()
	}
	return u.EscapedPath() + "?" + q.Encode()
}

// render writes a page, all of it or none.
func (s *Server) render(w http.ResponseWriter, r *http.Request, status int, page templ.Component) error {
	var b bytes.Buffer
	if err := page.Render(r.Context(), &b); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := b.WriteTo(w)
	if err != nil {
		slog.Debug("a page was not sent whole", "cause", err)
	}
	return nil
}

// goTo leads on to a page with a flash.
func (s *Server) goTo(w http.ResponseWriter, r *http.Request, to string, flash view.Flash) error {
	to = stay(r, to)
	if flash.Text != "" {
		s.mu.Lock()
		if len(s.flashes) > 1000 { // from pages nobody went on to
			clear(s.flashes)
		}
		id := rand.Text()[:12]
		s.flashes[id] = flash
		s.mu.Unlock()
		to = withFlash(to, id)
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

func withFlash(to, id string) string {
	path, fragment, found := strings.Cut(to, "#")
	sep := "?"
	if strings.Contains(path, "?") {
		sep = "&"
	}
	path += sep + "flash=" + id
	if found {
		path += "#" + fragment
	}
	return path
}

// back is the page the form was on, without the flash it was opened with, or
// otherwise.
func back(r *http.Request, otherwise string) string {
	return ownPath(r.PostForm.Get("back"), otherwise)
}

// ownPath is to where it is an address of the program, else otherwise.
func ownPath(to, otherwise string) string {
	u, err := url.Parse(to)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, `\`) {
		return otherwise
	}
	if u.Query().Has("flash") {
		to = cleanPath(u)
		if u.Fragment != "" {
			to += "#" + u.EscapedFragment()
		}
	}
	return to
}

// saveKey names the save that a form asks for: the same form sent twice with
// the same content is one save.
func saveKey(r *http.Request) string {
	if r.PostForm.Get("key") == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(r.URL.Path + "\x00" + r.PostForm.Encode()))
	return hex.EncodeToString(sum[:16])
}

// do saves what the form asks for as one deed of the journal.
func (s *Server) do(r *http.Request, name string, f func(*store.Deed) error) (int64, error) {
	return s.archive.Do(r.Context(), saveKey(r), name, f)
}

// undoable is a flash that offers to take deed seq back; 0 is no deed.
func undoable(text string, seq int64) view.Flash {
	f := view.Flash{Text: text}
	if seq != 0 {
		f.Undo = strconv.FormatInt(seq, 10)
	}
	return f
}

// view reads the archive.
func (s *Server) view(r *http.Request, f func(tx *store.Tx) error) error {
	return s.archive.View(r.Context(), f)
}

// id is a number in the address.
func id(r *http.Request, name string) (int64, error) {
	n, err := strconv.ParseInt(r.PathValue(name), 10, 64)
	if err != nil {
		return 0, store.ErrNotFound
	}
	return n, nil
}

// kinds turns the kinds of failure into answers for the user.
var kinds = []struct {
	err           error
	status        int
	heading, next string
}{
	{store.ErrNotFound, http.StatusNotFound, "There is nothing here", "It may have been taken back. The library has what is there."},
	{store.ErrInvalid, http.StatusUnprocessableEntity, "Not saved yet", "Go back, mend it and send it again; what you typed is still there."},
	{store.ErrStale, http.StatusConflict, "Something came after it", "Look at the history, and take back the later change first."},
	{store.ErrReadOnly, http.StatusConflict, "This archive is open for reading only", "Nothing was changed. Close the program that has it open, or copy it to where it can be written."},
	{store.ErrNotSaved, http.StatusInsufficientStorage, "Not saved", "Go back: what you typed is still there. Make room on the disk and send it again; a save that is sent twice is done once."},
	{store.ErrDamaged, http.StatusInternalServerError, "The archive is damaged", "Nothing was deleted. End the program and run onrecord check, then onrecord restore with a backup."},
	{document.ErrTooLarge, http.StatusRequestEntityTooLarge, "Too large", "Split it, or import it with the command onrecord import."},
}

// fail answers with the page that says what went wrong and what to do.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) {
		return // the browser has gone
	}
	m := view.Problem{Page: s.page(r, "That did not work", ""), Heading: "That did not work",
		Sentence: "The program failed at this.", Next: "Try again; if it fails again, the archive's folder has the last backups.",
		Action: view.Link{Text: "To the library", Href: "/"}}
	status := http.StatusInternalServerError
	for _, k := range kinds {
		if errors.Is(err, k.err) {
			status, m.Heading, m.Next = k.status, k.heading, k.next
			m.Sentence = sentence(err)
			break
		}
	}
	if status >= 500 {
		slog.Error("request failed", "method", r.Method, "route", r.Pattern, "cause", err)
	}
	m.Page.Title = m.Heading
	if err := s.render(w, r, status, view.ProblemPage(m)); err != nil {
		http.Error(w, m.Heading, status)
	}
}

// sentence is an error in the user's words: what stands after its kind.
func sentence(err error) string {
	said := err.Error()
	for _, k := range kinds {
		said = strings.TrimPrefix(said, k.err.Error()+": ")
	}
	if said == "" {
		return ""
	}
	if strings.HasPrefix(said, "http") { // an address stays as it is
		return strings.TrimSuffix(said, ".") + "."
	}
	first, size := utf8.DecodeRuneInString(said)
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(said[size:], ".") + "."
}

func (s *Server) nowhere(http.ResponseWriter, *http.Request) error { return store.ErrNotFound }

// drain reads what is left of a request, so that the answer can be read.
func drain(r io.Reader) { io.Copy(io.Discard, io.LimitReader(r, 1<<30)) }
