package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// undo takes back the deed that the form names, or the newest one.
func (s *Server) undo(w http.ResponseWriter, r *http.Request) error {
	return s.turn(w, r, s.archive.Undo, "There is nothing to undo.", func(deed store.Entry) view.Flash {
		return view.Flash{Text: "Taken back: " + deed.Deed + ".", Redo: strconv.FormatInt(deed.Seq, 10)}
	})
}

// redo does again the deed that the form names, or the one taken back last.
func (s *Server) redo(w http.ResponseWriter, r *http.Request) error {
	return s.turn(w, r, s.archive.Redo, "There is nothing to do again.", func(deed store.Entry) view.Flash {
		return undoable("Done again: "+deed.Deed+".", deed.Seq)
	})
}

func (s *Server) turn(w http.ResponseWriter, r *http.Request, turn func(context.Context, string, int64) (store.Entry, error),
	nothing string, flash func(store.Entry) view.Flash) error {
	seq, _ := strconv.ParseInt(r.PostForm.Get("entry"), 10, 64)
	deed, err := turn(r.Context(), saveKey(r), seq)
	if seq == 0 && errors.Is(err, store.ErrNotFound) {
		return s.goTo(w, r, back(r, "/history"), view.Flash{Text: nothing, Bad: true})
	}
	if err != nil {
		return err
	}
	to := back(r, "/history")
	if a, ok := reviewing(r); ok {
		return s.goTo(w, r, a.undoneInReview(deed).to(), flash(deed))
	}
	if err := s.view(r, func(tx *store.Tx) (err error) { to, err = afterTurn(tx, to, deed); return err }); err != nil {
		return err
	}
	return s.goTo(w, r, to, flash(deed))
}

// afterTurn is the page that a turned deed leads to: the one it was turned on,
// with the fact in hand that it is about, or a list when what that page showed
// went with the deed.
func afterTurn(tx *store.Tx, to string, deed store.Entry) (string, error) {
	for _, c := range deed.Changes {
		if article, key, err := statementRef(c.ID); err == nil && c.Noun == "decision" && strings.HasPrefix(to, articleHref(article)) {
			to = statementHref(article, key)
		}
	}
	u, err := url.Parse(to)
	if err != nil {
		return to, nil
	}
	list, rest, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
	number, _, _ := strings.Cut(rest, "/")
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return to, nil
	}
	switch list {
	case "people":
		_, err = tx.Entity(id)
	case "claims":
		_, err = tx.Claim(id)
	case "stories":
		_, err = tx.StoryName(id)
	}
	if !errors.Is(err, store.ErrNotFound) {
		return to, err
	}
	if who, err := aboutWhom(tx, deed); list == "people" && who.Href != "" {
		return who.Href, err
	}
	return "/" + list, nil
}

// aboutWhom is the entity that a deed said something of, as it is now; no link
// when it is about something else or nobody has the name any more.
func aboutWhom(tx *store.Tx, e store.Entry) (view.Link, error) {
	key := e.Changes[0].Name()
	if key == "" {
		return view.Link{}, nil
	}
	who, err := tx.EntityOf(key)
	if errors.Is(err, store.ErrNotFound) {
		return view.Link{}, nil
	}
	return view.Link{Text: who.Name, Href: personHref(who.ID)}, err
}
