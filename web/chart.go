package web

import (
	"net/url"
	"strconv"
	"strings"

	"onrecord/web/calendar"
	"onrecord/web/view"
)

// chart is the timeline as a table: a column for each bin, a row for each
// kind, and above them the days of publication.
func (t *timeline) chart() *view.Chart {
	c := &view.Chart{Unit: t.unit.String(), Columns: len(t.bins), Named: t.few()}
	c.Caption = "Events of " + t.window.Name() + ", by " + c.Unit
	c.Heads, c.Bins = t.heads()
	c.Published = t.publishedRow()
	c.Before, c.After = c.Published.Before.N > 0, c.Published.After.N > 0
	wide := 0
	for _, x := range t.rows {
		if len(x.inside())+x.earlier+x.later > 0 {
			c.Rows = append(c.Rows, t.kindRow(x))
		}
		c.Before, c.After = c.Before || x.earlier > 0, c.After || x.later > 0
		wide += x.wide
	}
	t.edges(c, wide)
	c.Legend = t.legend()
	return c
}

// heads are the two lines above the columns: months or years, and the bins.
func (t *timeline) heads() (heads []view.Head, bins []view.Head) {
	for _, b := range t.bins {
		bins = append(bins, view.Head{Text: t.unit.Short(b.First), Words: b.Name(), Span: 1})
		head := t.unit.Head(b.First)
		if n := len(heads); n > 0 && heads[n-1].Text == head {
			heads[n-1].Span++
		} else {
			heads = append(heads, view.Head{Text: head, Words: head, Span: 1})
		}
	}
	for i, h := range heads { // a month cut off by the edge has little room
		switch month, _, long := strings.Cut(h.Text, " "); {
		case long && h.Span == 1:
			heads[i].Text = ""
		case long && !t.hasRoom(h.Span, h.Text, 0):
			heads[i].Text = month[:3]
		}
	}
	if t.unit >= calendar.Years {
		heads = nil
	}
	return heads, bins
}

// publishedRow is how many articles were published in each bin.
func (t *timeline) publishedRow() view.ChartRow {
	n, most := make([]int, len(t.bins)), 1
	x := view.ChartRow{Kind: "Articles published"}
	for _, d := range t.published {
		switch i := calendar.Find(t.bins, d); {
		case i < 0:
			x.Before.N++
		case i == len(t.bins):
			x.After.N++
		default:
			n[i]++
			most = max(most, n[i])
		}
	}
	var lane []view.ChartCell
	for i, b := range t.bins {
		c := view.ChartCell{Span: 1}
		if n[i] > 0 {
			c.N, c.Size, c.Href = n[i], (8*n[i]+most-1)/most, t.publishedAddress(b)
			c.Words = plural(n[i], "article", "articles") + ", " + b.Name()
		}
		lane = append(lane, c)
	}
	x.Lanes = [][]view.ChartCell{lane}
	if x.Before.N > 0 {
		x.Before.Words = plural(x.Before.N, "article", "articles") + " published earlier"
		x.Before.Href = t.publishedAddress(calendar.Span{First: t.whole.First, Last: t.window.First - 1})
	}
	if x.After.N > 0 {
		x.After.Words = plural(x.After.N, "article", "articles") + " published later"
		x.After.Href = t.publishedAddress(calendar.Span{First: t.window.Last + 1, Last: t.whole.Last})
	}
	return x
}

// publishedAddress leads to the articles of the timeline that were published
// in a span.
func (t *timeline) publishedAddress(s calendar.Span) string {
	if t.ask.story != 0 && t.ask.query == "" {
		return "/?" + url.Values{"story": {strconv.FormatInt(t.ask.story, 10)}, "from": {s.First.String()}, "to": {s.Last.String()}}.Encode()
	}
	if t.ask.query == "" {
		return "/?" + url.Values{"from": {s.First.String()}, "to": {s.Last.String()}}.Encode()
	}
	return "/search?" + url.Values{"q": {t.ask.query + " published:" + s.String()}}.Encode()
}

// edges says what the chart has no column for.
func (t *timeline) edges(c *view.Chart, wide int) {
	earlier, later := 0, 0
	for _, h := range t.all {
		if h.dated && h.Last < t.window.First {
			earlier++
		} else if h.dated && h.First > t.window.Last {
			later++
		}
	}
	add := func(n int, text string, href string) {
		if n > 0 {
			c.Edges = append(c.Edges, view.Link{Text: text + ": " + thousands(n), Href: href})
		}
	}
	before := calendar.Span{First: t.whole.First, Last: t.window.First - 1}
	after := calendar.Span{First: t.window.Last + 1, Last: t.whole.Last}
	add(earlier, "Earlier", t.narrowed("days", before.String()))
	add(later, "Later", t.narrowed("days", after.String()))
	add(wide, "At some time longer than these "+many(t.unit.String()), t.narrowed("days", longDays))
	add(t.undated, "No day given", t.narrowed("days", noDays))
	if c.Before {
		c.BeforeHref = t.ask.href(before) + "#chart"
	}
	if c.After {
		c.AfterHref = t.ask.href(after) + "#chart"
	}
}

// legend is the statuses that the happenings have.
func (t *timeline) legend() []string {
	var all []string
	for _, m := range marks(t.all) {
		all = append(all, m.Status)
	}
	return all
}
