package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"onrecord/store"
	"onrecord/web/view"
)

// A historyKind is what the history can be narrowed to: some kinds of records.
type historyKind struct {
	name, label string
	nouns       []string
}

var historyKinds = [...]historyKind{
	{"", "Anything", nil},
	{"facts", "Facts", []string{"decision", "addition"}},
	{"claims", "Claims and their evidence", []string{"claim", "evidence", "link", "tie", "refusal", "settled", "publication"}},
	{"notes", "Notes and tags", []string{"note", "tag"}},
	{"names", "Who is who", []string{"merge", "part", "part_role"}},
	{"stories", "Stories", []string{"story", "story_item"}},
	{"articles", "Articles in the library", []string{"removal"}},
	{"corrections", "Corrections that hold", []string{"lesson"}},
	{"lists", "Lists to choose from", []string{"list"}},
}

// history is the journal, narrowed by the query: kind=claims, day=2031-03-08 in
// the user's zone, before=991 for entries older than that.
func (s *Server) history(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	m := view.History{Page: s.page(r, "History", ""), Set: q.Get("kind") != "" || q.Get("day") != ""}
	var f store.HistoryFilter
	f.Before, _ = strconv.ParseInt(q.Get("before"), 10, 64)
	for _, k := range historyKinds {
		m.Kinds = append(m.Kinds, view.Option{Value: k.name, Label: k.label, Selected: k.name == q.Get("kind")})
		if k.name == q.Get("kind") {
			f.Nouns = k.nouns
		}
	}
	if day, err := time.ParseInLocation(time.DateOnly, q.Get("day"), time.Local); err == nil {
		m.Day, f.From, f.To = q.Get("day"), day, day.AddDate(0, 0, 1)
	}
	err := s.view(r, func(tx *store.Tx) error {
		all, err := tx.Journal(f, perPage+1)
		if err != nil {
			return err
		}
		if m.Paging = historyPaging(q, all); len(all) > perPage {
			all = all[:perPage]
		}
		lines, err := entries(tx, all)
		m.Days = historyDays(lines)
		return err
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.HistoryPage(m))
}

// historyPaging leads to the pages before and after the one that begins with
// all, of which the last entry is on the next page when there are that many.
func historyPaging(q url.Values, all []store.Entry) view.Paging {
	to := func(before string) string {
		q.Del("flash")
		q.Del("before")
		if before != "" {
			q.Set("before", before)
		}
		if len(q) == 0 {
			return "/history"
		}
		return "/history?" + q.Encode()
	}
	var p view.Paging
	if q.Has("before") {
		p.Newer = to("")
	}
	if len(all) > perPage {
		p.Older = to(strconv.FormatInt(all[perPage-1].Seq, 10))
	}
	return p
}

// historyDays is lines under their days, each with the time of day alone.
func historyDays(lines []view.Entry) []view.HistoryDay {
	var days []view.HistoryDay
	for _, line := range lines {
		title := ""
		if t, err := time.Parse(time.RFC3339, line.Stamp); err == nil {
			title, line.When = t.Local().Format("Monday, 2 January 2006"), t.Local().Format("15:04")
		}
		if len(days) == 0 || days[len(days)-1].Title != title {
			days = append(days, view.HistoryDay{Title: title})
		}
		d := &days[len(days)-1]
		d.Entries = append(d.Entries, line)
	}
	return days
}

// entries is lines of the journal as a log that another person can follow, in
// the order they come in: the history page has them newest first, a claim has
// its own oldest first (of tx.History).
func entries(tx *store.Tx, all []store.Entry) ([]view.Entry, error) {
	c := chronicle{tx: tx, readings: map[int64]*store.ArticleFacts{}, links: map[string]view.Link{}}
	lines := make([]view.Entry, len(all))
	for i, e := range all {
		line, err := c.entry(e)
		if err != nil {
			return nil, err
		}
		lines[i] = line
	}
	return lines, nil
}

// changesShown is how many changes of one entry are told.
const changesShown = 12

// entry is one line of the journal with what it was done to and what it changed.
func (c *chronicle) entry(e store.Entry) (view.Entry, error) {
	v := view.Entry{ID: strconv.FormatInt(e.Seq, 10), When: moment(e.At), Stamp: e.At, What: e.Deed, Undone: e.Undone, Again: e.Again}
	turns, err := c.tx.Turns(e)
	if err != nil {
		return v, err
	}
	v.Undoable, v.Redoable = turns && !e.Undone, turns && e.Undone
	for i, x := range e.Changes {
		if len(v.Changes) >= changesShown {
			v.More = "and " + plural(len(e.Changes)-i, "record more", "records more")
			break
		}
		of, told, err := c.change(x)
		if err != nil {
			return v, err
		}
		if v.Subject.Text == "" {
			v.Subject = of
		}
		if of != v.Subject && len(told) > 0 {
			told[0].Of = of
		}
		v.Changes = append(v.Changes, told...)
	}
	return v, nil
}

// clip is the first words of a text that may be long.
func clip(s string) string { return clipTo(s, 90) }

// clipTo is the first words of a text that may be longer than so many bytes.
func clipTo(s string, most int) string {
	if len(s) <= most {
		return s
	}
	if at := strings.LastIndexByte(s[:most], ' '); at > 0 {
		return s[:at] + " …"
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
