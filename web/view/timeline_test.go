package view_test

import (
	"fmt"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"onrecord/web/chrometest"
	"onrecord/web/view"
)

// timelineOf is a timeline page with a chart.
func timelineOf(c *view.Chart) view.Timeline {
	renn, pier := view.Link{Text: "Ada Renn", Href: "/people/1"}, view.Link{Text: "Velm", Href: "/people/4"}
	toll := view.Link{Text: "Korrand says it will not lift the ferry toll", Href: "/articles/42?f=event-9-12#event-9-12"}
	return view.Timeline{
		Page: page("Timeline", "/timeline?q=toll", view.SectionTimeline), Sum: "61 events from 14 articles", Search: "/search?q=toll",
		Chips: []view.QueryChip{{Text: "toll", Without: "/timeline?q="}}, Hints: []string{"“outlets:” is no field; did you mean outlet:?"},
		Notices: []string{"This is drawn of the newest 2,000 articles that fit."},
		Filter:  view.TimelineFilter{Text: "toll", From: "soon", FromProblem: "“soon” is no day to begin with."},
		Moves:   []view.Link{{Text: "← Earlier", Href: "/timeline?from=2031-01-01&to=2031-02-01#chart"}, {Text: "Zoom out", Href: "/timeline?q=toll#chart"}},
		Chart:   c,
		List: view.Happenings{Title: "What happened", Total: "2 events", All: view.Link{Text: "Everything in the chart", Href: "/timeline#happened"},
			Days: []view.HappeningDay{{Heading: "Tuesday 4 March 2031", Entries: []view.HappeningEntry{
				{ID: "e-1", Kind: "meeting", Status: "planned", Who: []view.Link{renn, {Text: "تارفو", Href: "/people/2"}}, Where: pier, ToldBy: "told by 2 articles", Told: []view.TellingLine{
					{Line: []view.Piece{{Text: "Renn will "}, {Text: "meet", Hit: true}, {Text: " the captains"}}, Lang: "en", When: "“Tuesday” → Tue 4 Mar 2031", Says: renn, Article: toll, Outlet: "Tidewater Courier", Published: "5 Mar 2031", State: view.Accepted},
					{Line: []view.Piece{{Text: "no "}, {Text: "talks", Hit: true}}, Status: "denied", Article: toll},
				}},
			}}},
			Undated:    &view.HappeningDay{Heading: "No day given", Entries: []view.HappeningEntry{{ID: "e-2", Kind: "visit", Status: "possible"}}},
			AllUndated: view.Link{Text: "All 14 without a day", Href: "/timeline?days=none#happened"},
			Paging:     view.Paging{Range: "1–100 of 140", Older: "/timeline?skip=100#happened"},
		},
	}
}

// numbered is a chart of 42 columns with numbers and a bar.
func numbered() *view.Chart {
	c := chartOf(42)
	all := []view.StatusMark{{Status: "occurred", N: 128, Size: 5}, {Status: "planned", N: 3, Size: 2}, {Status: "possible", N: 1, Size: 1}, {Status: "denied", N: 1, Size: 1}}
	lane := make([]view.ChartCell, 42)
	for i := range lane {
		lane[i] = view.ChartCell{Span: 1, Href: "/timeline?days=x#happened", Marks: all, Words: fmt.Sprint("133 meetings, day ", i)}
	}
	bar := view.ChartCell{Span: 30, Bar: true, Href: "/timeline?value=2031-03#happened", Marks: all[1:2], Words: "3 meetings, some day in March 2031", Label: "March 2031"}
	c.Rows = []view.ChartRow{{Kind: "Meetings", Lanes: [][]view.ChartCell{lane, {bar, {Span: 12}}},
		Before: view.ChartCell{N: 12, Href: "/timeline?days=y#happened", Words: "12 meetings earlier"}}}
	return c
}

// namedChart is a chart that names what is in it.
func namedChart() *view.Chart {
	c := chartOf(14)
	c.Named = true
	mark := view.ChartCell{Span: 1, Marks: []view.StatusMark{{Status: "planned", N: 1, Size: 1}}}
	c.Rows = []view.ChartRow{{Kind: "Meetings", Lanes: [][]view.ChartCell{
		{{Span: 3}, mark, {Span: 10, Label: "meet · Ada Renn · Velm · 4 Mar 2031 · planned", Href: "#e-1", Status: "planned"}},
		{{Span: 12, Label: "talks · Ada Renn", Href: "/articles/42", Status: "denied", Before: true}, mark, {Span: 1}},
	}}}
	return c
}

func chartOf(columns int) *view.Chart {
	c := &view.Chart{Caption: "Events of March 2031, by day", Unit: "day", Columns: columns, Before: true, After: true, BeforeHref: "/timeline#chart", AfterHref: "/timeline#chart",
		Heads:  []view.Head{{Text: "Feb", Words: "February 2031", Span: 2}, {Text: "March 2031", Words: "March 2031", Span: columns - 2}},
		Edges:  []view.Link{{Text: "Earlier: 12", Href: "/timeline?days=z#happened"}, {Text: "No day given: 14", Href: "/timeline?days=none#happened"}},
		Legend: []string{"occurred", "planned", "possible", "denied"}, Published: view.ChartRow{Kind: "Articles published", Lanes: [][]view.ChartCell{nil}}}
	for i := range columns {
		c.Bins = append(c.Bins, view.Head{Text: fmt.Sprint(i%31 + 1), Words: "day", Span: 1})
		c.Published.Lanes[0] = append(c.Published.Lanes[0], view.ChartCell{Span: 1, N: 4 * (i % 2), Size: i%8 + 1, Href: "/search?q=toll", Words: "4 articles, a day"})
	}
	return c
}

// timelineByKeys holds that arrows go from mark to mark, that every mark is
// large enough to be pressed, and that a phone has words in the place of
// columns.
func timelineByKeys(t *testing.T, c chrometest.Chrome) {
	d := newDesk(t)
	b := c.Open(t, d.URL+"/page/timeline")
	small := `[...document.querySelectorAll(".chart a, .edges a, .moves a")].filter((a) => a.checkVisibility())
		.filter((a) => { const r = a.getBoundingClientRect(); return r.width < 24 || r.height < 24; }).map((a) => a.outerHTML.slice(0, 90)).join("\n")`
	if got := b.Script(small); got != "" {
		t.Errorf("the timeline has targets under 24 pixels:\n%s", got)
	}
	at := `document.activeElement.textContent.trim().split(/\s+/).join(" ")`
	b.Script(`document.querySelectorAll(".chart tbody:not(.published) td:not(.edge) a")[1].focus()`)
	for _, step := range []struct{ key, want string }{
		{kb.ArrowRight, "128 3 1 1 133 meetings, day 2"}, {kb.ArrowRight, "128 3 1 1 133 meetings, day 3"},
		{kb.ArrowLeft, "128 3 1 1 133 meetings, day 2"}, {kb.ArrowUp, "44 articles, a day"},
		{kb.ArrowDown, "128 3 1 1 133 meetings, day 3"}, {kb.ArrowLeft, "128 3 1 1 133 meetings, day 2"},
		{kb.ArrowLeft, "128 3 1 1 133 meetings, day 1"}, {kb.ArrowLeft, "128 3 1 1 133 meetings, day 0"},
		{kb.ArrowLeft, "1212 meetings earlier"}, {kb.ArrowLeft, "1212 meetings earlier"},
	} {
		b.Press(step.key)
		b.Wait(at, step.want)
	}
	b.Do(chromedp.EmulateViewport(800, 600))
	b.Wait(`document.documentElement.scrollWidth`, "800")
	b.Do(chromedp.EmulateViewport(360, 640))
	b.Wait(`document.documentElement.scrollWidth`, "360")
	b.Wait(`document.querySelector(".chart thead").checkVisibility()`, "false")
	if got := b.Script(`document.querySelector(".chart .in-words").getBoundingClientRect().width > 24`); got != "true" {
		t.Error("the words of a mark are not to be seen on a phone")
	}
	if got := b.Script(small); got != "" {
		t.Errorf("on a phone the timeline has targets under 24 pixels:\n%s", got)
	}
}

// Every line of a chart has all its columns, and every mark has its words.
func TestChartIsATable(t *testing.T) {
	for name, c := range map[string]*view.Chart{"numbers": numbered(), "names": namedChart()} {
		doc := parse(t, view.TimelinePage(timelineOf(c)))
		width := 1 + c.Columns + 2 // the kind, and what lies before and after
		held := map[int]int{}      // columns that a row above takes of each line
		doc.Find("table.chart tr").Each(func(line int, tr *goquery.Selection) {
			n := held[line]
			tr.Children().Each(func(_ int, cell *goquery.Selection) {
				span, down := 1, 1
				fmt.Sscan(cell.AttrOr("colspan", "1"), &span)
				fmt.Sscan(cell.AttrOr("rowspan", "1"), &down)
				n += span
				for below := 1; below < down; below++ {
					held[line+below] += span
				}
			})
			if n != width {
				t.Errorf("%s: line %d of the chart has %d columns, want %d", name, line, n, width)
			}
		})
		doc.Find("table.chart tbody th").Each(func(_ int, th *goquery.Selection) {
			if th.AttrOr("scope", "") != "rowgroup" || th.Text() == "" {
				t.Errorf("%s: a row has the head %s, want its words and scope", name, outer(th))
			}
		})
		doc.Find("table.chart td a").Each(func(_ int, a *goquery.Selection) {
			if a.Clone().Find("[aria-hidden]").Remove().End().Text() == "" {
				t.Errorf("%s: a cell says nothing to who cannot see it: %s", name, outer(a))
			}
		})
	}
}
