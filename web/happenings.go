package web

import (
	"strconv"
	"strings"
	"time"

	"onrecord/store"
	"onrecord/web/calendar"
	"onrecord/web/view"
)

// happeningsPerPage is how many entries the list below a chart has.
const happeningsPerPage = 100

// fewUndated is how many happenings without a day stand below those of the
// window; the others are a link away.
const fewUndated = 10

// A selection is the happenings that are listed.
type selection struct {
	title   string
	listed  []happening
	from, n int // the first of listed among all n that fit
	undated []happening
}

// events is the ids of every event behind the selection.
func (s *selection) events() []int64 {
	ids := []int64{}
	for _, all := range [][]happening{s.listed, s.undated} {
		for _, h := range all {
			for _, e := range h.Told {
				ids = append(ids, e.ID)
			}
		}
	}
	return ids
}

// list is the happenings that the address asks for: of the window, or of a
// kind or some days of it.
func (t *timeline) list() *selection {
	s := &selection{title: t.listTitle()}
	fits := t.fits()
	var all, undated []happening
	for _, h := range t.all {
		switch {
		case fits(h):
			all = append(all, h)
		case !h.dated:
			undated = append(undated, h)
		}
	}
	s.n = len(all)
	s.from = min(t.ask.skip, max(s.n-1, 0))
	s.listed = all[s.from:min(s.n, s.from+happeningsPerPage)]
	if !t.ask.narrowed() && s.from+len(s.listed) == s.n {
		s.undated = undated[:min(len(undated), fewUndated)]
	}
	return s
}

// fits is the condition by which happenings are listed.
func (t *timeline) fits() func(happening) bool {
	a := t.ask
	span, _ := parseDays(a.days)
	return func(h happening) bool {
		switch {
		case a.kind != "" && h.Told[0].Kind != a.kind, a.value != "" && h.Told[0].Value != a.value:
			return false
		case a.days == noDays:
			return !h.dated
		case !h.dated:
			return false
		case a.days == longDays:
			return h.Span.Holds(t.window)
		case a.days != "":
			return span.Holds(h.Span)
		case a.value != "":
			return true
		}
		return h.Last >= t.window.First && h.First <= t.window.Last
	}
}

// parseDays is the span of "2006-01-02..2006-01-02".
func parseDays(s string) (calendar.Span, bool) {
	a, b, _ := strings.Cut(s, "..")
	first, ok1 := calendar.Parse(a)
	last, ok2 := calendar.Parse(b)
	return calendar.Span{First: first, Last: last}, ok1 && ok2
}

// listTitle is what the list is of.
func (t *timeline) listTitle() string {
	what := "What happened"
	if t.ask.kind != "" {
		what = kindWords(t.ask.kind)
	}
	switch span, ok := parseDays(t.ask.days); {
	case t.ask.days == noDays:
		return what + ", no day given"
	case t.ask.days == longDays:
		return what + ", at some time longer than the chart"
	case ok && span.First == calendar.Earliest || ok && span.Last < t.window.First:
		return what + " before " + longDay((span.Last + 1).String())
	case ok && span.Last == calendar.Latest || ok && span.First > t.window.Last:
		return what + " after " + longDay((span.First - 1).String())
	case ok:
		return what + ", " + span.Name()
	case t.ask.value != "":
		for _, h := range t.all {
			if h.dated && h.Told[0].Value == t.ask.value {
				return what + ", some day in " + h.Name()
			}
		}
		return what + ", " + value(t.ask.value)
	}
	return what + ", " + t.window.Name()
}

// entries is the list as the page shows it.
func (t *timeline) entries(s *selection) view.Happenings {
	v := view.Happenings{Title: s.title, Total: plural(s.n, "event", "events")}
	for _, h := range s.listed {
		heading := dayHeading(h)
		if n := len(v.Days); n == 0 || v.Days[n-1].Heading != heading {
			v.Days = append(v.Days, view.HappeningDay{Heading: heading})
		}
		day := &v.Days[len(v.Days)-1]
		day.Entries = append(day.Entries, t.entry(h))
	}
	if t.ask.narrowed() && len(t.bins) > 0 {
		v.All = view.Link{Text: "Everything in the chart", Href: t.ask.href(t.here()) + "#happened"}
	}
	if len(s.undated) > 0 {
		day := view.HappeningDay{Heading: "No day given"}
		for _, h := range s.undated {
			day.Entries = append(day.Entries, t.entry(h))
		}
		v.Undated = &day
		if t.undated > len(s.undated) {
			v.AllUndated = view.Link{Text: "All " + thousands(t.undated) + " without a day", Href: t.narrowed("days", noDays)}
		}
	}
	if s.n > len(s.listed) {
		v.Paging.Range = thousands(s.from+1) + "–" + thousands(s.from+len(s.listed)) + " of " + thousands(s.n)
	}
	again := func(skip int) string {
		return t.narrowed("kind", t.ask.kind, "days", t.ask.days, "value", t.ask.value, "skip", strconv.Itoa(skip))
	}
	if s.from > 0 {
		v.Paging.Newer = again(max(s.from-happeningsPerPage, 0))
	}
	if next := s.from + len(s.listed); next < s.n {
		v.Paging.Older = again(next)
	}
	return v
}

// dayHeading is what a happening is listed under.
func dayHeading(h happening) string {
	switch {
	case !h.dated:
		return "No day given"
	case h.First == h.Last:
		return h.First.Time().Format("Monday 2 January 2006")
	}
	return "Some day in " + h.Name()
}

// entry is one happening with what each article tells of it.
func (t *timeline) entry(h happening) view.HappeningEntry {
	e := h.Told[0]
	v := view.HappeningEntry{ID: anchor(h), Kind: e.Kind, Status: e.Status, Where: t.named(e.Place)}
	for _, id := range e.Who {
		v.Who = append(v.Who, t.named(id))
	}
	articles := map[int64]bool{}
	for _, x := range h.Told {
		articles[x.Article] = true
		words, ok := t.told[x.ID]
		if !ok {
			continue // changed since the timeline was read
		}
		line := view.TellingLine{Line: pieces(words.Line), Lang: words.Language, Outlet: words.Outlet, Published: dayWord(words.Published),
			Article: view.Link{Text: words.Title, Href: statementHref(x.Article, words.Key)}, When: when(x, words.Written), State: viewState(words.State)}
		if x.Status != e.Status {
			line.Status = x.Status
		}
		if words.Statement != "" {
			line.Says = view.Link{Text: words.Speaker.Name, Href: statementHref(x.Article, words.Statement)}
			if line.Says.Text == "" {
				line.Says.Text = words.Source
			}
		}
		v.Told = append(v.Told, line)
	}
	if len(articles) > 1 {
		v.ToldBy = "told by " + plural(len(articles), "article", "articles")
	}
	return v
}

// when is the time of an event as it is written and what it means.
func when(e store.Event, written string) string {
	meant := ""
	if first, ok := calendar.Parse(e.First); ok {
		last, _ := calendar.Parse(e.Last)
		meant = calendar.Span{First: first, Last: last}.Name()
		if first == last {
			meant = first.Time().Format("Mon 2 Jan 2006")
		}
		if at, err := time.Parse("2006-01-02T15:04", e.Value); err == nil {
			meant += at.Format(", 15:04")
		}
	} else if e.Value != "" {
		meant = value(e.Value)
	}
	if written == "" {
		return meant
	}
	return joined(" → ", "“"+written+"”", meant)
}

func (t *timeline) named(id int64) view.Link {
	e, ok := t.found.Names[id]
	if !ok {
		return view.Link{}
	}
	return view.Link{Text: e.Name, Href: personHref(e.ID)}
}
