package web

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// stale answers a save that Deed.Expect refused: what is there now and what the
// user typed side by side, and the form to save it all the same. what is what
// was edited, as in "the note".
//
// A handler whose form has a Mark (tx.Mark of the record, and of the columns that
// the form edits) begins its deed with
//
//	d.Expect("note", id, r.PostForm.Get("mark"))
//
// with the same columns, and gives what that failed with to stale when it is a
// *store.Changed (errors.As). form is the form as it would be opened now, with
// the names and the action of the one that was sent; Cancel leads to where the
// record is shown. When the record is gone, form returns ErrNotFound, and the
// form without values.
func (s *Server) stale(w http.ResponseWriter, r *http.Request, refused *store.Changed, what string, form func(*store.Tx) (view.Form, error)) error {
	m := view.Stale{Page: s.page(r, "Changed in another window", ""), What: what}
	m.Page.Path = back(r, "/")
	err := s.view(r, func(tx *store.Tx) (err error) {
		m.Form, err = form(tx)
		if m.Gone = errors.Is(err, store.ErrNotFound); err != nil && !m.Gone {
			return err
		}
		mark := m.Form.Mark
		if mark == "" {
			if mark, err = tx.Mark(refused.Noun, refused.ID, refused.Columns...); err != nil {
				return err
			}
		}
		m.Fields = compared(&m.Form, r)
		m.Form.Mark, m.Form.Submit, m.Form.Keep = mark, "Save mine", "Keep what is there"
		m.Since, err = since(tx, refused, m.Gone)
		return err
	})
	if err != nil {
		return err
	}
	if m.Gone {
		m.Form.Keep = "Leave it deleted"
	}
	return s.render(w, r, http.StatusConflict, view.StalePage(m))
}

// since is the last that was done to a record, to be taken back where that
// brings the record back.
func since(tx *store.Tx, refused *store.Changed, gone bool) ([]view.Entry, error) {
	e, err := tx.LastChange(*refused)
	if err != nil {
		return nil, unlessGone(err)
	}
	lines, err := entries(tx, []store.Entry{e})
	for i := range lines {
		lines[i].Undoable, lines[i].Redoable = lines[i].Undoable && gone, false
	}
	return lines, err
}

// compared puts what the user typed into a form, and gives every field as it was
// beside that.
func compared(form *view.Form, r *http.Request) []view.Compared {
	there := make([]string, len(form.Fields))
	for i, f := range form.Fields {
		there[i] = fieldWords(f)
	}
	hidden := slices.Clone(form.Hidden) // says what the record is called by now
	typed(form, r)
	form.Hidden = hidden
	both := make([]view.Compared, len(form.Fields))
	for i, f := range form.Fields {
		both[i].Label = f.Label
		both[i].There, both[i].Yours = sideBySide(there[i], fieldWords(f))
	}
	return both
}

// fieldWords is the value of a field as the user sees it.
func fieldWords(f view.Field) string {
	var chosen []string
	for _, o := range f.Options {
		if o.Selected {
			chosen = append(chosen, o.Label)
		}
	}
	switch {
	case f.Control == view.Checkbox && f.Checked:
		return "yes"
	case f.Control == view.Checkbox:
		return "no"
	case f.Control == view.Choice || f.Control == view.Ticks || f.Control == view.Radios:
		return enumerated(chosen)
	}
	return strings.ReplaceAll(f.Value, "\r\n", "\n")
}
