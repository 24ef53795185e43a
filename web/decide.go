package web

import (
	"errors"
	"net/http"
	"slices"

	"onrecord/store"
	"onrecord/web/view"
)

// kindWord is each kind of fact with its article.
var kindWord = map[string]string{"statement": "a statement", "entity": "a name", "time": "a date", "amount": "an amount", "event": "an event", "position": "a position"}

// kindThe is the same of the one in hand.
var kindThe = map[string]string{"statement": "the statement", "entity": "the name", "time": "the date", "amount": "the amount", "event": "the event", "position": "the position"}

// decide accepts or rejects a fact, or takes the decision back.
func (s *Server) decide(state string) handler {
	verb := map[string]string{store.Accepted: "Accepted", store.Rejected: "Rejected", store.Suggested: "Put back"}[state]
	return func(w http.ResponseWriter, r *http.Request) error {
		article, err := id(r, "id")
		if err != nil {
			return err
		}
		key := r.PathValue("fact")
		seq, err := s.do(r, verb+" "+kindWord[store.KindOf(key)], func(d *store.Deed) error {
			if err := d.ExpectWords(article, key, r.PostForm.Get("mark")); err != nil {
				return err
			}
			return d.Decide(article, key, state, nil)
		})
		var refused *store.Changed
		if errors.As(err, &refused) {
			to := statementHref(article, key)
			if a, ok := reviewing(r); ok {
				a.at, a.edit, a.stop = factID(article, key), false, false
				to = a.to()
			}
			return s.goTo(w, r, to, view.Flash{Text: "This was edited in another window; look again.", Bad: true})
		}
		if err != nil {
			return err
		}
		return s.decided(w, r, article, key, verb, seq)
	}
}

// decided goes back to the article, on to the next suggestion, and says how
// many are left; in the review queue it goes on there.
func (s *Server) decided(w http.ResponseWriter, r *http.Request, article int64, key, verb string, seq int64) error {
	if a, ok := reviewing(r); ok {
		return s.decidedInReview(w, r, a, article, key, verb, seq)
	}
	left, next := 0, key
	var teach view.Link
	err := s.view(r, func(tx *store.Tx) error {
		all, err := tx.StatementsOf(article)
		for _, x := range all {
			if x.State == store.Suggested {
				left++
			}
		}
		if err != nil {
			return err
		}
		next = nextOpen(all, key)
		teach, err = offer(tx, article, key, verb)
		return err
	})
	if err != nil {
		return err
	}
	flash := undoable(verb+". "+plural(left, "statement", "statements")+" left to review.", seq)
	flash.Link = teach
	return s.goTo(w, r, statementHref(article, next), flash)
}

// nextOpen is the first undecided statement after the one key names, else the
// first of all, else key.
func nextOpen(all []store.Statement, key string) string {
	at := slices.IndexFunc(all, func(x store.Statement) bool { return x.Key == key })
	if at < 0 {
		return key
	}
	for i := range all {
		if x := all[(at+1+i)%len(all)]; x.State == store.Suggested {
			return x.Key
		}
	}
	return key
}
