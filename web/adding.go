package web

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"onrecord/extract/document"
	"onrecord/store"
	"onrecord/store/sample"
	"onrecord/web/view"
)

// paste brings in a text that the user typed or pasted, under a header that
// says what they know of it.
func (s *Server) paste(w http.ResponseWriter, r *http.Request) error {
	get := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name)) }
	text := strings.ReplaceAll(get("text"), "\r\n", "\n")
	typed := view.Adding{Open: true, Text: text, Title: get("title"), Date: get("date"), Outlet: get("outlet")}
	if text == "" {
		typed.PasteProblem = "Paste the text of the article here."
		return s.addAgain(w, r, typed)
	}
	if _, err := time.Parse(time.DateOnly, typed.Date); typed.Date != "" && err != nil {
		typed.PasteProblem = "The date of publication is not a day; write it as 2022-01-13."
		return s.addAgain(w, r, typed)
	}
	var header strings.Builder
	for _, line := range [...]struct{ name, value string }{{"Title", typed.Title}, {"Published", typed.Date}, {"Outlet", typed.Outlet}} {
		if line.value != "" {
			fmt.Fprintf(&header, "%s: %s\n", line.name, strings.Join(strings.Fields(line.value), " "))
		}
	}
	if header.Len() > 0 {
		header.WriteString("\n")
	}
	return s.takeOne(w, r, document.Document{ID: "pasted", Name: "pasted text", Source: "pasted", Format: document.Plain, Bytes: []byte(header.String() + text)})
}

// fetch brings in the page at an address the user gave.
func (s *Server) fetch(w http.ResponseWriter, r *http.Request) error {
	address := strings.TrimSpace(r.PostForm.Get("address"))
	d, err := s.options.Fetch(r.Context(), address)
	var said *document.Error
	if errors.As(err, &said) && wantsJSON(r) {
		http.Error(w, sentence(err), http.StatusUnprocessableEntity)
		return nil
	}
	if errors.As(err, &said) {
		return s.addAgain(w, r, view.Adding{Open: true, Address: address, FetchProblem: sentence(err)})
	}
	if err != nil {
		return err
	}
	return s.takeOne(w, r, d)
}

// takeOne brings one document in and shows its article.
func (s *Server) takeOne(w http.ResponseWriter, r *http.Request, d document.Document) error {
	number, err := s.bringIn(r.Context(), d.Source, d)
	if err != nil {
		return err
	}
	return s.imported(w, r, number)
}

// addAgain shows the ways to add articles with what the user typed and what is
// wrong with it.
func (s *Server) addAgain(w http.ResponseWriter, r *http.Request, typed view.Adding) error {
	p := s.page(r, "Library", view.SectionLibrary)
	p.Path = "/"
	m := view.Library{Page: p}
	var empty bool
	err := s.view(r, func(tx *store.Tx) (err error) {
		if empty, err = tx.Empty(); err != nil || empty {
			return err
		}
		return s.fillLibrary(tx, &m, store.Filter{})
	})
	if err != nil {
		return err
	}
	if empty {
		return s.render(w, r, http.StatusUnprocessableEntity, view.WelcomePage(view.Welcome{Page: p, File: s.archive.Path(), Adding: typed}))
	}
	typed.Outlets = m.Adding.Outlets
	m.Adding = typed
	return s.render(w, r, http.StatusUnprocessableEntity, view.LibraryPage(m))
}

// openSample brings in the invented story.
func (s *Server) openSample(w http.ResponseWriter, r *http.Request) error {
	number, err := s.bringIn(r.Context(), sample.Source, sample.Documents()...)
	if err != nil {
		return err
	}
	var i *store.Import
	if err := s.view(r, func(tx *store.Tx) (err error) { i, err = tx.Import(number); return err }); err != nil {
		return err
	}
	if i.Failed > 0 {
		return s.goTo(w, r, "/imports/"+strconv.FormatInt(number, 10), view.Flash{})
	}
	return s.goTo(w, r, "/", view.Flash{Text: "The sample story is open: " + plural(i.Done(), "article", "articles") + ". Everything in it is invented."})
}

// removeSample takes the invented story out of the library.
func (s *Server) removeSample(w http.ResponseWriter, r *http.Request) error {
	seq, err := s.do(r, "Removed the sample story", func(d *store.Deed) error {
		ids, err := d.Tx().Sample()
		if err != nil {
			return err
		}
		return d.Remove(ids...)
	})
	if err != nil {
		return err
	}
	return s.goTo(w, r, "/", undoable("The sample story is out of the library.", seq))
}
