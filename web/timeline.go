package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"onrecord/store"
	"onrecord/web/calendar"
	"onrecord/web/view"
)

// A timeline is the happenings that a search leads to, with the stretch of
// time that is looked at.
type timeline struct {
	ask       timelineAsk
	found     *store.Timeline
	all       []happening    // those with known days first, in their order
	published []calendar.Day // of the articles, in order
	whole     calendar.Span  // every day there is anything of
	window    calendar.Span  // whole bins
	unit      calendar.Unit
	bins      []calendar.Span
	rows      []*row // by kind
	inside    int    // happenings with a place in the chart
	undated   int    // and those without a day
	told      map[int64]store.Telling
	listed    map[int64]bool // events with an entry of their own below the chart
}

// A happening is one event with the days that it is known to lie in.
type happening struct {
	store.Happening
	calendar.Span
	dated bool
}

// byDay orders happenings by their first day, and then by their last.
func byDay(a, b happening) int {
	return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last))
}

// maxBins is the most columns of a chart; each is as wide as a finger needs.
const maxBins = 40

func (s *Server) timeline(w http.ResponseWriter, r *http.Request) error {
	ask := readTimelineAsk(r.URL.Query())
	found, err := s.archive.Timeline(r.Context(), store.ParseQuery(ask.query).In(ask.story), store.TimelineArticles)
	if err != nil {
		return err
	}
	t := newTimeline(ask, found)
	m := view.Timeline{Page: s.page(r, "Timeline", view.SectionTimeline), Chips: queryChips(found.Query, "/timeline", opened{story: ask.story}.values()), Hints: found.Query.Hints,
		Filter: view.TimelineFilter{Text: ask.query, From: ask.from, To: ask.to, FromProblem: ask.fromProblem, ToProblem: ask.toProblem}, Search: searchAddress(ask.query)}
	if err := s.view(r, func(tx *store.Tx) (err error) { m.Story, err = storyOf(tx, ask.story); return err }); err != nil {
		return err
	}
	m.Page.Query = ask.query
	m.Sum, m.Notices = t.sum(), t.notices()
	if m.Nothing = t.nothing(); m.Nothing.Heading == "" {
		shown := t.list()
		if err := s.view(r, func(tx *store.Tx) (err error) { t.told, err = tx.Tellings(t.wanted(shown)); return err }); err != nil {
			return err
		}
		if m.List = t.entries(shown); len(t.bins) > 0 {
			m.Chart, m.Moves = t.chart(), t.moves()
		}
	}
	status := http.StatusOK
	if ask.fromProblem+ask.toProblem != "" {
		status = http.StatusUnprocessableEntity
	}
	return s.render(w, r, status, view.TimelinePage(m))
}

func searchAddress(query string) string {
	if query == "" {
		return "/"
	}
	return "/search?" + url.Values{"q": {query}}.Encode()
}

// newTimeline is the timeline of what was found, through the window that was
// asked for or else the one that most of it lies in.
func newTimeline(ask timelineAsk, found *store.Timeline) *timeline {
	t := &timeline{ask: ask, found: found}
	var days []calendar.Day
	for _, s := range found.Published {
		if d, ok := calendar.Parse(s); ok {
			t.published = append(t.published, d)
		}
	}
	slices.Sort(t.published)
	for _, h := range store.Happenings(found.Events) {
		x := happening{Happening: h}
		first, ok1 := calendar.Parse(h.Told[0].First)
		last, ok2 := calendar.Parse(h.Told[0].Last)
		if x.dated = ok1 && ok2; x.dated {
			x.Span = calendar.Span{First: first, Last: last}
			days = append(days, first)
		}
		t.all = append(t.all, x)
	}
	slices.SortStableFunc(t.all, func(a, b happening) int {
		switch {
		case a.dated != b.dated && a.dated:
			return -1
		case a.dated != b.dated:
			return 1
		}
		return byDay(a, b)
	})
	if t.look(append(days, t.published...)); len(t.bins) > 0 {
		t.sort()
	} else {
		t.ask.days = noDays // there is nothing else to list
	}
	return t
}

// leastDays is how many days a chart has at the least, so that one day is not
// all there is to see.
const leastDays = 14

// look chooses the window, its unit and its bins; days is every day there is
// anything of.
func (t *timeline) look(days []calendar.Day) {
	if len(days) == 0 {
		return
	}
	t.whole = calendar.Span{First: slices.Min(days), Last: slices.Max(days)}
	for _, h := range t.all {
		if h.dated {
			t.whole.Last = max(t.whole.Last, h.Last)
		}
	}
	window := calendar.Bulk(days, leastDays)
	switch asked := t.ask.window; {
	case asked.from && asked.to:
		window = asked.Span
	case asked.from:
		window.First = asked.First
		if window.Last < asked.First { // all there is behind the bulk
			window.Last = t.whole.Last
		}
		window.Last = max(window.Last, asked.First+leastDays-1)
	case asked.to:
		window.Last = asked.Last
		if window.First > asked.Last {
			window.First = t.whole.First
		}
		window.First = min(window.First, asked.Last-leastDays+1)
	}
	window = t.bounded(window.Clip())
	t.unit = calendar.Fit(window, maxBins)
	t.bins = calendar.Cut(window, t.unit)
	t.window = calendar.Span{First: t.bins[0].First, Last: t.bins[len(t.bins)-1].Last}
}

// bounded is a window of at most as many centuries as a chart has columns: of a
// longer one the part that there is anything of.
func (t *timeline) bounded(window calendar.Span) calendar.Span {
	if len(calendar.Cut(window, calendar.Centuries)) <= maxBins {
		return window
	}
	first := min(max(window.First, t.whole.First), window.Last)
	return calendar.Span{First: first, Last: max(first, min(window.Last, t.whole.Last))}
}

// here is the window that the address asks for, the zero Span for none.
func (t *timeline) here() calendar.Span {
	if t.ask.window.from || t.ask.window.to {
		return t.window
	}
	return calendar.Span{}
}

// moves lead to other windows.
func (t *timeline) moves() []view.Link {
	w, n := t.window, t.window.Days()
	var links []view.Link
	add := func(text string, to calendar.Span) {
		links = append(links, view.Link{Text: text, Href: t.ask.href(to) + "#chart"})
	}
	if t.whole.First < w.First {
		add("← Earlier", w.Pan(-max(n/2, 1)))
	}
	if n > leastDays {
		add("Zoom in", w.Zoom(max(n/2, leastDays)))
	}
	if !w.Holds(t.whole) {
		add("Zoom out", w.Zoom(2*n))
		add("All, "+t.whole.Name(), t.whole)
	}
	if t.here() != (calendar.Span{}) {
		links = append(links, view.Link{Text: "Where most of it is", Href: t.ask.href(calendar.Span{}) + "#chart"})
	}
	if t.whole.Last > w.Last {
		add("Later →", w.Pan(max(n/2, 1)))
	}
	return links
}

// sum is what the timeline is of.
func (t *timeline) sum() string {
	if len(t.found.Published) == 0 {
		return ""
	}
	return plural(len(t.all), "event", "events") + " from " + plural(len(t.found.Published), "article", "articles")
}

// notices say what the timeline leaves out.
func (t *timeline) notices() []string {
	var all []string
	if t.found.Late {
		all = append(all, "The search was stopped after three seconds. Add a word or a range of days to narrow it.")
	}
	if t.found.More {
		all = append(all, "This is drawn of the newest "+thousands(store.TimelineArticles)+" articles that fit. For older ones add a word, or days of publication such as published:<"+t.published[0].String()+".")
	}
	return all
}

// nothing says why there is no chart; it is empty when there is one.
func (t *timeline) nothing() view.Nothing {
	switch {
	case t.found.Late:
		return view.Nothing{Heading: "Stopped", Text: "The search took too long."}
	case len(t.found.Published) == 0 && t.ask.story != 0 && t.found.Query.Empty():
		return view.Nothing{Heading: "No articles yet", Text: "A timeline is drawn of what the articles of the story tell.", Action: view.Link{Text: "Back to the story", Href: storyHref(t.ask.story)}}
	case len(t.found.Published) == 0 && t.found.Query.Empty():
		return view.Nothing{Heading: "No articles yet", Text: "A timeline is drawn of what articles tell.", Action: view.Link{Text: "Add articles", Href: "/"}}
	case len(t.found.Published) == 0:
		return view.Nothing{Heading: "No article fits", Text: "Take a part of the search away, or use fewer or shorter words.", Action: view.Link{Text: "The timeline of everything", Href: "/timeline"}}
	case len(t.all) == 0:
		return view.Nothing{Heading: "No event was found", Text: "These articles tell of no meeting, vote, visit or other event that the program knows.", Action: view.Link{Text: "The articles", Href: searchAddress(t.ask.query)}}
	}
	return view.Nothing{}
}
