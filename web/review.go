package web

import (
	"errors"
	"net/http"
	"strconv"

	"onrecord/store"
	"onrecord/web/view"
)

// How many decisions the review queue lists, and beside a suggestion.
const (
	lastDecisions = 50
	justDecided   = 10
)

// review is the start of the review queue, a suggestion of it, or what was done.
func (s *Server) review(w http.ResponseWriter, r *http.Request) error {
	a := askedOf(r.URL.Query())
	switch {
	case a.since < 0:
		return s.reviewStart(w, r, a)
	case a.stop:
		return s.reviewEnd(w, r, a)
	}
	return s.showSuggestion(w, r, a, http.StatusOK, nil)
}

// reviewStart says what waits, of each kind, and what can be accepted together.
func (s *Server) reviewStart(w http.ResponseWriter, r *http.Request, a asked) error {
	m := view.Review{Page: s.page(r, "Review", view.SectionReview)}
	err := s.view(r, func(tx *store.Tx) (err error) {
		if m.Choice, err = a.choices(tx); err != nil {
			return err
		}
		if a.since, err = tx.LastDeed(); err != nil {
			return err
		}
		for _, o := range m.Choice.Kinds {
			k, err := a.startOf(tx, o)
			if err != nil {
				return err
			}
			m.Kinds = append(m.Kinds, k)
		}
		if a.place().Encode() == "" {
			if m.Sorts, err = offers(tx); err != nil {
				return err
			}
		}
		m.Decisions, err = decisionLines(tx, lastDecisions)
		return err
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.ReviewPage(m))
}

// startOf is how many suggestions of a kind wait, and where their review starts.
func (a asked) startOf(tx *store.Tx, kind view.Option) (view.ReviewKind, error) {
	a.Kind = kind.Value
	a.settle()
	n, err := tx.Waiting(a.Queue)
	return view.ReviewKind{Name: kind.Label, Waiting: a.waits(n), Count: counted(n), Empty: n == 0, Start: a.href()}, err
}

// decisionLines is the last decisions, newest first, at most most.
func decisionLines(tx *store.Tx, most int) ([]view.Decision, error) {
	last, err := tx.LastDecisions(most)
	if err != nil {
		return nil, err
	}
	lines := make([]view.Decision, len(last))
	for i, d := range last {
		lines[i] = view.Decision{ID: strconv.FormatInt(d.Seq, 10), When: moment(d.At), Stamp: d.At, What: d.Deed, Undone: d.Undone,
			Subject: view.Link{Text: clip(d.Words), Href: statementHref(d.Article, d.Key)}, Title: d.Title}
	}
	return lines, nil
}

// reviewEnd says what was done in a sitting and what is left.
func (s *Server) reviewEnd(w http.ResponseWriter, r *http.Request, a asked) error {
	m := view.Reviewed{Page: s.page(r, "Reviewed", view.SectionReview)}
	err := s.view(r, func(tx *store.Tx) error {
		left, err := tx.Waiting(a.Queue)
		if err != nil {
			return err
		}
		done, err := tx.Sitting(a.Queue, a.since)
		if err != nil {
			return err
		}
		skipped, err := a.skipped(tx)
		if err != nil {
			return err
		}
		m.Figures = []view.Figure{{Value: thousands(done.Accepted), Label: "accepted"}, {Value: thousands(done.Rejected), Label: "rejected"},
			{Value: thousands(done.Edited), Label: "edited"}, {Value: counted(skipped), Label: "skipped"}}
		m.Heading = "Every one of them is decided"
		if left > 0 {
			m.Heading = capital(a.waits(left)) + " left"
		}
		if m.Decisions, err = decisionLines(tx, lastDecisions); err != nil {
			return err
		}
		return a.ways(tx, &m, left)
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.ReviewedPage(m))
}

// skipped is how many suggestions wait before the one in hand.
func (a asked) skipped(tx *store.Tx) (int, error) {
	at, err := a.inHand(tx)
	if errors.Is(err, store.ErrNotFound) { // none waits
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return tx.Ahead(a.Queue, at)
}

// ways is where to go on from the end of a sitting.
func (a asked) ways(tx *store.Tx, m *view.Reviewed, left int) error {
	again := a
	again.stop, again.at = false, ""
	if left > 0 {
		m.GoOn = again.href()
	}
	choice, err := a.choices(tx)
	if err != nil {
		return err
	}
	if again.since, err = tx.LastDeed(); err != nil {
		return err
	}
	for _, o := range choice.Kinds {
		k, err := again.startOf(tx, o)
		if err != nil {
			return err
		}
		if !o.Selected && !k.Empty {
			m.Others = append(m.Others, view.Link{Text: k.Waiting, Href: k.Start})
		}
	}
	begin := asked{Queue: a.Queue, since: -1}
	m.Start = begin.href()
	return nil
}
