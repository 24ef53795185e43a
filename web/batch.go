package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// thresholds is how sure the program must be at least of what is accepted
// together.
var thresholds = [...]float64{0.99, 0.95, 0.9, 0.8}

const usualThreshold = 0.95

// offered is how many sorts are offered to be accepted together.
const offered = 10

// A batch is the suggestions of a sort of which the program is at least so sure
// as above.
type batch struct {
	store.Sort
	above float64
}

func batchOf(q url.Values) batch {
	b := batch{Sort: store.Sort{Kind: q.Get("kind"), One: q.Get("one"), Two: q.Get("two")}, above: usualThreshold}
	if above, err := strconv.ParseFloat(q.Get("above"), 64); err == nil && slices.Contains(thresholds[:], above) {
		b.above = above
	}
	return b
}

func (b batch) href() string {
	return "/review/batch?" + url.Values{"kind": {b.Kind}, "one": {b.One}, "two": {b.Two}, "above": {fmt.Sprint(b.above)}}.Encode()
}

// name is the sort in words: "said, quotation".
func (b batch) name() string {
	switch b.Kind {
	case "event":
		return b.One + ", " + outcomes[fact.Status(b.Two)].word
	case "position":
		return b.Two + ", by what was " + said[fact.Act(b.One)]
	}
	return said[fact.Act(b.One)] + ", " + formWord[fact.Form(b.Two)]
}

// offers is the sorts that the user agrees with so far and of which sure ones
// wait.
func offers(tx *store.Tx) ([]view.ReviewSort, error) {
	var all []view.ReviewSort
	for _, kind := range store.QueueKinds {
		trusts, err := tx.Trusts(kind)
		if err != nil {
			return nil, err
		}
		for _, t := range trusts {
			if !t.Earned() || len(all) == offered {
				continue
			}
			b := batch{t.Sort, usualThreshold}
			n, err := tx.Sure(b.Sort, b.above)
			if err != nil {
				return nil, err
			}
			if n > 0 {
				all = append(all, view.ReviewSort{Name: capital(b.name()), Href: b.href(), Sure: counted(n) + " surer than " + fmt.Sprint(b.above),
					So: thousands(t.Accepted) + " accepted, " + thousands(t.Rejected) + " rejected so far"})
			}
		}
	}
	return all, nil
}

// batchPage shows what would be accepted together.
func (s *Server) batchPage(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	b := batchOf(q)
	m := view.Batch{Page: s.page(r, "Accept together", view.SectionReview), Name: b.name()}
	m.Page.Path = b.href()
	var found store.Batch
	var quoted []store.Quoted
	at, _ := strconv.Atoi(q.Get("page"))
	err := s.view(r, func(tx *store.Tx) (err error) {
		if found, err = tx.Batch(b.Sort, b.above); err != nil {
			return err
		}
		at = max(1, min(at, (len(found.All)+perPage-1)/perPage))
		quoted, err = tx.Quote(found.All[(at-1)*perPage : min(at*perPage, len(found.All))])
		if err != nil {
			return err
		}
		m.Thresholds, err = b.thresholds(tx)
		return err
	})
	if err != nil {
		return err
	}
	b.fill(&m, found, quoted, at, q["leave"])
	return s.render(w, r, http.StatusOK, view.BatchPage(m))
}

// thresholds is each threshold with how many suggestions reach it.
func (b batch) thresholds(tx *store.Tx) ([]view.Threshold, error) {
	var all []view.Threshold
	for _, above := range thresholds {
		there := batch{b.Sort, above}
		n, err := tx.Sure(b.Sort, above)
		if err != nil {
			return nil, err
		}
		all = append(all, view.Threshold{Link: view.Link{Text: fmt.Sprint(above), Href: there.href()}, Count: counted(n), Current: above == b.above})
	}
	return all, nil
}

// fill puts into m what would be accepted, of which quoted is page at and leave
// what is left out.
func (b batch) fill(m *view.Batch, found store.Batch, quoted []store.Quoted, at int, leave []string) {
	kinds := asked{Queue: store.Queue{Kind: b.Kind}}
	out := 0
	for _, x := range found.All {
		if slices.Contains(leave, refOf(x)) {
			out++
		}
	}
	m.Would = "This would accept " + kinds.waits(len(found.All)-out) + " in " + plural(found.Articles(), "article", "articles") + "."
	if len(found.All) == store.MostAtOnce {
		m.More = "At most " + thousands(store.MostAtOnce) + " are accepted at a time, the surest first."
	}
	if !found.Earned() {
		m.Problem = "Accept five of this sort one by one first, and reject fewer than one in ten."
	}
	for name, v := range map[string]string{"kind": b.Kind, "one": b.One, "two": b.Two, "above": fmt.Sprint(b.above), "sum": found.Sum()} {
		m.Hidden = append(m.Hidden, view.Hidden{Name: name, Value: v})
	}
	shown := map[string]bool{}
	for i, x := range quoted {
		n := (at-1)*perPage + i + 1
		shown[refOf(x.Suggestion)] = true
		m.Lines = append(m.Lines, view.BatchLine{
			Ref: refOf(x.Suggestion), Line: pieces(x.Line), Lang: x.Language, Who: x.Who, Article: view.Link{Text: x.Title, Href: statementHref(x.Article, x.Key)},
			From: joined(" · ", x.Outlet, dayWord(x.Published)), Sure: fmt.Sprintf("%.2f sure", x.Confidence), Left: slices.Contains(leave, refOf(x.Suggestion)), Position: strconv.Itoa(n),
		})
	}
	for _, ref := range leave { // what is left out on other pages stays so
		if !shown[ref] {
			m.Hidden = append(m.Hidden, view.Hidden{Name: "leave", Value: ref})
		}
	}
	for n := 1; (n-1)*perPage < len(found.All); n++ {
		m.Pages = append(m.Pages, view.BatchPart{Number: strconv.Itoa(n), Current: n == at})
	}
	m.Range = fmt.Sprintf("%d–%d of %d", (at-1)*perPage+1, (at-1)*perPage+len(quoted), len(found.All))
}

func refOf(s store.Suggestion) string { return strconv.FormatInt(s.Article, 10) + "/" + s.Key }

// acceptAll accepts what the page before showed, as one deed.
func (s *Server) acceptAll(w http.ResponseWriter, r *http.Request) error {
	b := batchOf(r.PostForm)
	accepted := 0
	kinds := asked{Queue: store.Queue{Kind: b.Kind}}
	seq, err := s.archive.Do(r.Context(), saveKey(r), "Accepted together: "+b.name(), func(d *store.Deed) (err error) {
		accepted, err = d.AcceptAll(b.Sort, b.above, r.PostForm.Get("sum"), r.PostForm["leave"])
		return err
	})
	if errors.Is(err, store.ErrStale) {
		return s.goTo(w, r, b.href(), view.Flash{Text: "Other suggestions wait by now than were shown. Look at the list again.", Bad: true})
	}
	if err != nil {
		return err
	}
	text := "Accepted " + kinds.waits(accepted) + "."
	if accepted == 0 && seq == 0 {
		text = "Nothing was accepted: all were left out."
	}
	return s.goTo(w, r, "/review", undoable(text, seq))
}
