package web

import (
	"cmp"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

func (s *Server) history(w http.ResponseWriter, r *http.Request) error {
	before, _ := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	m := view.History{Page: s.page(r, "History", "")}
	var all []store.Entry
	facts := map[int64]decided{}    // what entries decided
	people := map[int64]view.Link{} // whom entries are about
	err := s.view(r, func(tx *store.Tx) (err error) {
		if all, err = tx.Journal(before, perPage+1); err != nil {
			return err
		}
		for _, e := range all {
			if people[e.Seq], err = aboutWhom(tx, e); err != nil {
				return err
			}
		}
		facts, err = decidedFacts(tx, all)
		return err
	})
	if err != nil {
		return err
	}
	if len(all) > perPage {
		all = all[:perPage]
		m.Paging.Older = "/history?before=" + strconv.FormatInt(all[perPage-1].Seq, 10)
	}
	if before != 0 {
		m.Paging.Newer = "/history"
	}
	for _, e := range all {
		line := entry(e)
		if f, ok := facts[e.Seq]; ok && f.words != "" {
			line.Subject.Text, line.Detail = clip(f.words), f.detail
		}
		if who := people[e.Seq]; who.Text != "" {
			line.Subject = who
		}
		m.Entries = append(m.Entries, line)
	}
	return s.render(w, r, http.StatusOK, view.HistoryPage(m))
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

// entry is a line of the journal with what it was done to.
func entry(e store.Entry) view.Entry {
	v := view.Entry{ID: strconv.FormatInt(e.Seq, 10), When: moment(e.At), Stamp: e.At, What: e.Deed, Undone: e.Undone, Undoable: e.Undoes == 0 && !e.Undone}
	for _, c := range e.Changes {
		subject(&v, c)
	}
	return v
}

// subject takes from one change what the entry is about and what it changed.
func subject(v *view.Entry, c store.Change) {
	var was, is struct {
		Words, Verdict, Quote, Reason string
		Article, Claim                int64
		Key                           string
	}
	if json.Unmarshal(c.Before, &was) != nil || json.Unmarshal(c.After, &is) != nil {
		return // the journal is shown all the same
	}
	now := is
	if string(c.After) == "null" {
		now = was
	}
	text := now.Words
	if text == "" {
		text = now.Quote
	}
	switch c.Noun {
	case "claim":
		n, _ := strconv.ParseInt(c.ID, 10, 64)
		v.Subject = view.Link{Text: clip(text), Href: claimHref(n)}
		if was.Verdict != "" && was.Verdict != is.Verdict && is.Verdict != "" {
			v.Detail = was.Verdict + " → " + joined(": ", is.Verdict, is.Reason)
		}
	case "decision":
		v.Subject = view.Link{Text: "the article", Href: statementHref(now.Article, now.Key)}
	case "merge", "part", "part_role": // the deed's own words say it
	default:
		if v.Subject.Text != "" {
			return
		}
		v.Subject.Text = clip(text)
		if now.Claim != 0 {
			v.Subject.Href = claimHref(now.Claim)
		} else if now.Article != 0 {
			v.Subject.Href = articleHref(now.Article)
		}
		if v.Subject.Text == "" {
			v.Subject.Text = "the article"
		}
	}
}

// clip is the first words of a text that may be long.
func clip(s string) string {
	const most = 90
	if len(s) <= most {
		return s
	}
	if at := strings.LastIndexByte(s[:most], ' '); at > 0 {
		return s[:at] + " …"
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// undo takes back the deed that the form names, or the newest one.
func (s *Server) undo(w http.ResponseWriter, r *http.Request) error {
	seq, _ := strconv.ParseInt(r.PostForm.Get("entry"), 10, 64)
	undone, err := s.archive.Undo(r.Context(), saveKey(r), seq)
	if err != nil {
		return err
	}
	to := back(r, "/history")
	for _, c := range undone.Changes {
		if article, key, err := statementRef(c.ID); err == nil && c.Noun == "decision" && strings.HasPrefix(to, articleHref(article)) {
			to = statementHref(article, key) // the fact is in hand again
		}
	}
	if strings.HasPrefix(to, "/people/") {
		if to, err = s.stillThere(r, to, undone); err != nil {
			return err
		}
	}
	return s.goTo(w, r, to, view.Flash{Text: "Taken back: " + undone.Deed + "."})
}

// stillThere is the page of an entity, or of whom the undone deed was about
// where that entity went with it.
func (s *Server) stillThere(r *http.Request, to string, undone store.Entry) (string, error) {
	number, _, _ := strings.Cut(strings.TrimPrefix(to, "/people/"), "/")
	id, _ := strconv.ParseInt(number, 10, 64)
	err := s.view(r, func(tx *store.Tx) error {
		_, err := tx.Entity(id)
		if !errors.Is(err, store.ErrNotFound) {
			return err
		}
		who, err := aboutWhom(tx, undone)
		to = cmp.Or(who.Href, "/people")
		return err
	})
	return to, err
}
