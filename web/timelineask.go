package web

import (
	"net/url"
	"strconv"

	"onrecord/web/calendar"
)

// A timelineAsk is what the address of a timeline asks for. In the address, q
// is a query as for a search, from and to bound the chart, and kind, days and
// value narrow the list below it. With a story it is of the articles of that.
type timelineAsk struct {
	query    string
	story    int64
	from, to string // as they were typed
	window   struct {
		calendar.Span
		from, to bool // which of the two were asked for
	}
	kind  string
	days  string // "2006-01-02..2006-01-02", noDays or longDays
	value string // a TIMEX3 value
	skip  int    // entries of the list before the first one shown

	fromProblem, toProblem string // what cannot be understood, in a sentence
}

// What days is for the happenings without any, and for those whose time is
// longer than the window.
const (
	noDays   = "none"
	longDays = "long"
)

func readTimelineAsk(q url.Values) timelineAsk {
	a := timelineAsk{query: q.Get("q"), from: q.Get("from"), to: q.Get("to"), kind: q.Get("kind"), days: q.Get("days"), value: q.Get("value")}
	a.story, _ = strconv.ParseInt(q.Get("story"), 10, 64)
	a.skip, _ = strconv.Atoi(q.Get("skip"))
	a.skip = max(a.skip, 0)
	from, okFrom := calendar.ParseSpan(a.from)
	to, okTo := calendar.ParseSpan(a.to)
	if a.from != "" && !okFrom {
		a.fromProblem = "“" + a.from + "” is no day to begin with; write it as 2022-01-13, 2022-01 or 2022."
	}
	if a.to != "" && !okTo {
		a.toProblem = "“" + a.to + "” is no day to end with; write it as 2022-01-13, 2022-01 or 2022."
	}
	switch {
	case a.fromProblem+a.toProblem != "":
	case okFrom && okTo && from.First > to.Last:
		a.fromProblem = "The first day lies after the last."
	default:
		a.window.First, a.window.from = from.First, okFrom
		a.window.Last, a.window.to = to.Last, okTo
	}
	return a
}

// narrowed reports whether the list is not of the whole window.
func (a *timelineAsk) narrowed() bool { return a.kind+a.days+a.value != "" }

// href is the address of the timeline with a window, and with its list
// narrowed as the pairs of name and value say.
func (a *timelineAsk) href(window calendar.Span, narrow ...string) string {
	q := url.Values{}
	if a.query != "" {
		q.Set("q", a.query)
	}
	if a.story != 0 {
		q.Set("story", strconv.FormatInt(a.story, 10))
	}
	if window != (calendar.Span{}) {
		q.Set("from", window.First.String())
		q.Set("to", window.Last.String())
	}
	for i := 0; i+1 < len(narrow); i += 2 {
		if narrow[i+1] != "" {
			q.Set(narrow[i], narrow[i+1])
		}
	}
	href := "/timeline"
	if len(q) > 0 {
		href += "?" + q.Encode()
	}
	if len(narrow) > 0 {
		href += "#happened"
	}
	return href
}
