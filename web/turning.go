package web

import (
	"errors"
	"net/http"

	"onrecord/store"
	"onrecord/web/view"
)

// decidedInReview goes on from a decision to the suggestion after it, and says
// how many are left; what was put back stays in hand.
func (s *Server) decidedInReview(w http.ResponseWriter, r *http.Request, a asked, article int64, key, verb string, seq int64) error {
	var left int
	err := s.view(r, func(tx *store.Tx) error {
		at, err := tx.Place(a.Queue, article, key)
		if err != nil {
			return err
		}
		if left, err = tx.Waiting(a.Queue); err != nil {
			return err
		}
		if at.State == store.Suggested {
			a = a.on(at)
			return nil
		}
		next, err := tx.Next(a.Queue, at)
		if a = a.on(next); errors.Is(err, store.ErrNotFound) {
			a = a.over()
			return nil
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.goTo(w, r, a.to(), undoable(verb+". "+capital(counted(left))+" left.", seq))
}

// skip goes on to the next suggestion; those that were skipped come back after
// the last one.
func (s *Server) skip(w http.ResponseWriter, r *http.Request) error {
	a, _ := reviewing(r)
	var left int
	said := "Skipped. "
	err := s.view(r, func(tx *store.Tx) error {
		at, err := a.inHand(tx)
		if err != nil {
			return err
		}
		if left, err = tx.Waiting(a.Queue); err != nil {
			return err
		}
		next, err := tx.Next(a.Queue, at)
		if errors.Is(err, store.ErrNotFound) {
			a = a.over()
			return nil
		}
		if a.Compare(next, at) <= 0 {
			said = "Those you skipped come back. "
		}
		a = a.on(next)
		return err
	})
	if errors.Is(err, store.ErrNotFound) {
		a, err = a.over(), nil
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, a.to(), view.Flash{Text: said + capital(counted(left)) + " left."})
}

// turnBack goes to the suggestion before, as it now stands.
func (s *Server) turnBack(w http.ResponseWriter, r *http.Request) error {
	a, _ := reviewing(r)
	flash := view.Flash{Text: "The one before."}
	err := s.view(r, func(tx *store.Tx) error {
		at, err := a.inHand(tx)
		if err != nil {
			return err
		}
		sitting, err := tx.Sitting(a.Queue, a.since)
		if err != nil {
			return err
		}
		before, err := tx.Previous(a.Queue, at, sitting)
		if errors.Is(err, store.ErrNotFound) {
			flash.Text = "This is the first one."
			return nil
		}
		a = a.on(before)
		return err
	})
	if errors.Is(err, store.ErrNotFound) {
		a, flash.Text, err = a.over(), "Every one of them is decided.", nil
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, a.to(), flash)
}

// undoneInReview is the sitting with what was taken back in hand again.
func (a asked) undoneInReview(undone store.Entry) asked {
	a.edit, a.stop = false, false
	for _, c := range undone.Changes {
		if c.Noun == "decision" {
			a.at = c.ID
			break
		}
	}
	return a
}
