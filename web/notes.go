package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/web/view"
)

// unsaved reports whether err leaves the user's words to be sent again, so
// that the form is shown again with them.
func unsaved(err error) bool {
	return errors.Is(err, store.ErrInvalid) || errors.Is(err, store.ErrNotSaved) || errors.Is(err, store.ErrReadOnly)
}

// addNote saves a note on an article or a claim.
func (s *Server) addNote(w http.ResponseWriter, r *http.Request) error {
	on, err := id(r, "id")
	if err != nil {
		return err
	}
	onClaim := strings.HasPrefix(r.URL.Path, "/claims/")
	n := store.Note{Words: r.PostForm.Get("text"), Quote: r.PostForm.Get("quote")}
	if onClaim {
		n.Claim = &on
	} else {
		n.Article = &on
	}
	made, err := s.do(r, "Wrote a note", func(d *store.Deed) error {
		if !onClaim {
			if n.Start, n.End, err = span(d.Tx(), on, r); err != nil {
				return err
			}
		}
		_, err = d.SaveNote(n)
		return err
	})
	typed := view.NoteForm{Quote: n.Quote, Text: n.Words, Start: r.PostForm.Get("start"), End: r.PostForm.Get("end")}
	switch {
	case unsaved(err) && onClaim:
		return s.showClaim(w, r, http.StatusUnprocessableEntity, func(m *view.Claim) {
			typed.Problem = sentence(err)
			m.Notes.New = typed
		})
	case unsaved(err):
		return s.showArticle(w, r, http.StatusUnprocessableEntity, func(m *view.Article) {
			typed.Problem = sentence(err)
			m.Tab, m.Notes.New, m.Page.Path = view.TabNotes, typed, articleHref(on)+"?tab=notes"
		})
	case err != nil:
		return err
	}
	to := articleHref(on) + "?tab=notes&f=note-" + strconv.FormatInt(made, 10)
	if onClaim {
		to = claimHref(on) + "#notes-title"
	}
	return s.goTo(w, r, to, view.Flash{Text: "Note saved."})
}

// span is the passage a form names by code points, as byte offsets; zero when
// it names none.
func span(tx *store.Tx, article int64, r *http.Request) (start, end int, err error) {
	from, errFrom := strconv.Atoi(r.PostForm.Get("start"))
	to, errTo := strconv.Atoi(r.PostForm.Get("end"))
	if errFrom != nil || errTo != nil {
		return 0, 0, nil
	}
	a, err := tx.Article(article)
	if err != nil {
		return 0, 0, err
	}
	p := text.PointsOf(a.Text)
	return p.Offset(from), p.Offset(to), nil
}

// editNote opens the note of that id in a list for editing; mark is what it is
// made of.
func editNote(lines []view.Note, id, mark string) {
	for i := range lines {
		if n := &lines[i]; n.ID == id {
			n.Editing, n.Mark = true, mark
		}
	}
}

func (s *Server) changeNote(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	seq, err := s.do(r, "Changed a note", func(d *store.Deed) error {
		if err := d.Expect("note", strconv.FormatInt(id, 10), r.PostForm.Get("mark")); err != nil {
			return err
		}
		n, err := d.Tx().Note(id)
		if err != nil {
			return err
		}
		n.Words = r.PostForm.Get("text")
		_, err = d.SaveNote(n)
		return err
	})
	var refused *store.Changed
	if errors.As(err, &refused) {
		return s.stale(w, r, refused, "the note", func(tx *store.Tx) (view.Form, error) { return noteForm(tx, id) })
	}
	if err != nil {
		return err
	}
	var n store.Note
	if err := s.view(r, func(tx *store.Tx) (err error) { n, err = tx.Note(id); return err }); err != nil {
		return err
	}
	return s.goTo(w, r, noteHref(n), undoable("Note saved.", seq))
}

// noteForm is what edits a note, without its words when it is not there.
func noteForm(tx *store.Tx, id int64) (view.Form, error) {
	n, err := tx.Note(id)
	if err != nil {
		return view.Note{}.Form("/history"), err
	}
	return view.Note{ID: strconv.FormatInt(id, 10), Text: n.Words}.Form(noteHref(n)), nil
}

func (s *Server) deleteNote(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	seq, err := s.do(r, "Deleted a note", func(d *store.Deed) error { return d.Drop("note", id) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, back(r, "/"), undoable("Note deleted.", seq))
}

// noteHref leads to where a note stands.
func noteHref(n store.Note) string {
	if n.Claim != nil {
		return claimHref(*n.Claim) + "#notes-title"
	}
	key := "note-" + strconv.FormatInt(n.ID, 10)
	return articleHref(*n.Article) + "?tab=notes&f=" + key + "#" + key
}
