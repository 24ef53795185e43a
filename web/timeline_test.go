package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
)

// A meeting is what an article of a day tells of: who met whom where, when and
// by what status.
type meeting struct {
	published, when, one, other, town string
	status                            fact.Status
	kind                              fact.EventKind
}

// arrival is the article of a meeting; n tells articles apart.
func (m meeting) arrival(n int) store.Arrival {
	body := fmt.Sprintf("%s met %s in %s. Report %d.", m.one, m.other, m.town, n)
	at := func(s string) text.Span { i := strings.Index(body, s); return text.Span{Start: i, End: i + len(s)} }
	named := func(id int, name string, kind fact.Kind) fact.Entity {
		return fact.Entity{ID: id, Name: name, Kind: kind, Mentions: []fact.Mention{{Span: at(name), How: fact.ByName}}}
	}
	day, _ := time.Parse(time.DateOnly, m.published) // the zero time for an article without
	if m.status == "" {
		m.status = fact.Occurred
	}
	if m.kind == "" {
		m.kind = fact.Meeting
	}
	return store.Arrival{
		Document: document.Document{ID: "x", Name: "x.txt", Source: "test", Format: document.Plain, Bytes: []byte(body)},
		Article:  article.Article{Title: fmt.Sprintf("<b>Talks</b> & \"words\" %d", n), Outlet: "Coast <i>Courier</i>", Language: "en", Text: body, Published: day},
		Facts: fact.Facts{
			Entities: []fact.Entity{named(1, m.one, fact.Person), named(2, m.other, fact.Person), named(3, m.town, fact.Place)},
			Events: []fact.Event{{Span: at("met"), Mentions: []text.Span{at("met")}, Kind: m.kind, Who: []int{1, 2}, Where: 3,
				When: m.when, Status: m.status, Rule: "test", Confidence: 0.7}},
		},
		Version: 4,
	}
}

// withMeetings is a browser with an article for each.
func withMeetings(t testing.TB, all []meeting) *browser {
	t.Helper()
	b := newBrowser(t)
	arrivals := make([]store.Arrival, len(all))
	for i, m := range all {
		arrivals[i] = m.arrival(i)
	}
	if _, err := b.archive.Add(context.Background(), arrivals); err != nil {
		t.Fatal(err)
	}
	return b
}

// ten is ten meetings in a fortnight, two of them told twice.
func ten() []meeting {
	var all []meeting
	for i := range 10 {
		day := fmt.Sprintf("2031-03-%02d", 4+i)
		all = append(all, meeting{published: day, when: day, one: fmt.Sprint("Ada Renn", i), other: "Tarvo Elde", town: "Velm"})
	}
	again := all[3]
	again.published = "2031-03-09"
	return append(all, again, again)
}

// words is the text of a selection with single spaces.
func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

func TestTimelineOfTen(t *testing.T) {
	b := withMeetings(t, ten())
	answer, page := b.get("/timeline")
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("GET /timeline = %d, want 200", answer.StatusCode)
	}
	if got, want := words(page.Find(".head .sum")), "10 events from 12 articles"; got != want {
		t.Errorf("the timeline is of %q, want %q", got, want)
	}
	names := page.Find("table.chart td.label")
	if names.Length() != 10 {
		t.Fatalf("the chart names %d events, want 10", names.Length())
	}
	if got, want := words(names.First()), "met · Ada Renn0, Tarvo Elde · Velm · 4 Mar 2031"; got != want {
		t.Errorf("the first event is named %q, want %q", got, want)
	}
	names.Find("a").Each(func(_ int, a *goquery.Selection) {
		if page.Find(a.AttrOr("href", "")).Length() != 1 {
			t.Errorf("the chart leads to %s, which is not on the page", a.AttrOr("href", ""))
		}
	})
	twice := page.Find(".happening").FilterFunction(func(_ int, s *goquery.Selection) bool { return strings.Contains(s.Text(), "told by") })
	if twice.Length() != 1 || !strings.Contains(words(twice), "told by 3 articles") || twice.Find(".tellings > li").Length() != 3 {
		t.Errorf("told by several is %q, want one event by 3 articles", words(twice))
	}
	for _, a := range []string{`.who a[href^="/people/"]`, `.where a[href^="/people/"]`, `.tellings a[href*="#event-"]`} {
		if page.Find(".happening "+a).Length() < 10 {
			t.Errorf("the entries lack links %s", a)
		}
	}
	if got := words(page.Find("tbody.published td.high").First()); !strings.Contains(got, "1 article, 4 March 2031") {
		t.Errorf("the first day of publication reads %q", got)
	}
}

// manyMeetings is n meetings and other events over two years, of every status.
func manyMeetings(n int) []meeting {
	kinds := []fact.EventKind{fact.Meeting, fact.Call, fact.Visit, fact.Vote, fact.Protest}
	statuses := []fact.Status{fact.Occurred, fact.Occurred, fact.Planned, fact.Possible, fact.Denied}
	day := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	all := make([]meeting, n)
	for i := range all {
		on := day.AddDate(0, 0, i*17%730).Format(time.DateOnly)
		all[i] = meeting{published: on, when: on, one: fmt.Sprint("Ada Renn", i%90), other: fmt.Sprint("Tarvo Elde", i%70),
			town: fmt.Sprint("Velm", i%60), status: statuses[i%7%5], kind: kinds[i%5]}
		if i%50 == 0 {
			all[i].when = on[:4]
		}
	}
	return all
}

func TestTimelineOfTwoThousand(t *testing.T) {
	b := withMeetings(t, manyMeetings(2000))
	_, page := b.get("/timeline")
	if n := page.Find("table.chart .bins th[scope=col]").Length(); n < 20 || n > 60 {
		t.Errorf("the chart of two years has %d columns, want 20 to 60", n)
	}
	if got := page.Find("table.chart tbody:not(.published) th").Map(func(_ int, s *goquery.Selection) string { return words(s) }); fmt.Sprint(got) != "[Meetings Calls Visits Votes Protests]" {
		t.Errorf("the rows are %q, want the kinds in their order", got)
	}
	cell := page.Find("table.chart tbody:not(.published) td > a").First()
	if got := words(cell.Find(".in-words")); !strings.Contains(got, " meetings, January 2030: ") || !strings.Contains(got, " planned") {
		t.Errorf("the first cell reads %q, want the number, the month and the statuses", got)
	}
	if n := page.Find(".happening").Length(); n != happeningsPerPage {
		t.Errorf("the list has %d entries, want %d", n, happeningsPerPage)
	}
	_, next := b.get(page.Find(`.paging a[rel=next]`).AttrOr("href", ""))
	if got := words(next.Find(".paging")); !strings.Contains(got, "101–200 of ") {
		t.Errorf("the next page says %q, want 101–200", got)
	}
	_, bin := b.get(cell.AttrOr("href", ""))
	want := 0
	fmt.Sscan(words(cell.Find(".in-words")), &want)
	if got := bin.Find(".happening").Length(); got != want || want == 0 || !strings.HasPrefix(words(bin.Find("#happened")), "Meetings, January 2030") {
		t.Errorf("the cell of %d leads to %d under %q", want, got, words(bin.Find("#happened")))
	}
	bar := page.Find("table.chart td.span a").First()
	_, listed := b.get(bar.AttrOr("href", ""))
	if got := words(listed.Find(".happening-day h3").First()); !strings.HasPrefix(got, "Some day in ") {
		t.Errorf("the bar %q leads to a list of %q, want some day of a year", words(bar), got)
	}
}

// What lies far off is a link at the edge, and the rest keeps its days.
func TestTimelineOutliers(t *testing.T) {
	all := append(ten(), meeting{published: "2031-03-05", when: "1814", one: "Old Renn", other: "Old Elde", town: "Orrow", kind: fact.Election},
		meeting{published: "2031-03-05", when: "2040", one: "Old Renn", other: "Old Elde", town: "Orrow"},
		meeting{published: "2031-03-05", when: "PAST_REF", one: "Some Renn", other: "Some Elde", town: "Orrow", status: fact.Possible},
		meeting{published: "2031-03-05", when: "203", one: "Wide Renn", other: "Wide Elde", town: "Orrow"},
		meeting{when: "P3D", one: "No Renn", other: "No Elde", town: "Orrow"})
	b := withMeetings(t, all)
	_, page := b.get("/timeline")
	if got := page.Find("table.chart .bins th[scope=col]:not(.edge)").Length(); got > 42 {
		t.Errorf("the chart has %d days, want a few weeks", got)
	}
	if got := words(page.Find(".chart-head h2")); !strings.Contains(got, "March 2031, by day") {
		t.Errorf("the chart is of %q, want days of March", got)
	}
	for text, entry := range map[string]string{"Earlier: 1": "Old Renn, Old Elde", "Later: 1": "Old Renn", "At some time longer than these days: 1": "Wide Renn", "No day given: 2": "Some Renn"} {
		link := page.Find(".edges a").FilterFunction(func(_ int, s *goquery.Selection) bool { return words(s) == text })
		if link.Length() != 1 {
			t.Errorf("under the chart stands %q, want %q among it", words(page.Find(".edges")), text)
			continue
		}
		if _, list := b.get(link.AttrOr("href", "")); !strings.Contains(words(list.Find(".happenings")), entry[:8]) {
			t.Errorf("%q leads to %q, want %q", text, words(list.Find(".happenings")), entry)
		}
	}
	_, earlier := b.get(page.Find("th.edge a").First().AttrOr("href", ""))
	if got := words(earlier.Find(".chart-head h2")); !strings.Contains(got, "by decade") && !strings.Contains(got, "by year") {
		t.Errorf("earlier leads to %q, want years or longer", got)
	}
}

func TestTimelineThatIsEmpty(t *testing.T) {
	b := newBrowser(t)
	for _, want := range []struct{ path, heading string }{{"/timeline", "No articles yet"}, {"/timeline?q=ferry", "No article fits"}} {
		if _, page := b.get(want.path); words(page.Find(".empty h2")) != want.heading {
			t.Errorf("GET %s says %q, want %q", want.path, words(page.Find(".empty h2")), want.heading)
		}
	}
	b, _ = withHarbour(t)
	b.post("/paste", url.Values{"text": {"Nothing at all is told of here, and nobody is named."}, "title": {"Silence"}, "date": {"2031-03-06"}})
	if _, page := b.get("/timeline?q=silence"); words(page.Find(".empty h2")) != "No event was found" {
		t.Errorf("an article without events gives %q, want that none was found", words(page.Find(".empty h2")))
	}
}

// Any address gives a page; what is wrong with it is said in one sentence.
func TestTimelineAskedAnything(t *testing.T) {
	b := withMeetings(t, ten())
	for _, c := range []struct{ query, problem string }{
		{"from=soon", "“soon” is no day to begin with; write it as 2022-01-13, 2022-01 or 2022."},
		{"to=2031-02-30", "“2031-02-30” is no day to end with; write it as 2022-01-13, 2022-01 or 2022."},
		{"from=soon&to=late", "“soon” is no day to begin with; write it as 2022-01-13, 2022-01 or 2022.“late” is no day to end with; write it as 2022-01-13, 2022-01 or 2022."},
		{"from=2031-04&to=2031-03", "The first day lies after the last."},
		{"from=2031-03&to=2031-03", ""}, {"from=0001&to=9999", ""}, {"to=0001", ""}, {"from=9999-12-31", ""}, {"from=1700&to=1701", ""},
		{"days=none", ""}, {"days=long", ""}, {"days=x..y", ""}, {"kind=%3Cscript%3E", ""}, {"value=%3Cb%3E", ""}, {"skip=-5", ""}, {"skip=999999999999999999999", ""}, {"skip=7", ""},
		{"q=" + url.QueryEscape(`"<script>alert(1)</script>`), ""}, {"q=%00", ""}, {"q=-renn0", ""},
	} {
		answer, page := b.get("/timeline?" + c.query)
		status := http.StatusOK
		if c.problem != "" {
			status = http.StatusUnprocessableEntity
		}
		if got := words(page.Find("main .problem")); answer.StatusCode != status || got != c.problem {
			t.Errorf("GET /timeline?%s = %d, %q, want %d, %q", c.query, answer.StatusCode, got, status, c.problem)
		}
		if n := page.Find("main script, main b b, main i").Length(); n != 0 {
			t.Errorf("GET /timeline?%s lets %d elements of the articles through", c.query, n)
		}
	}
}

// Who gives one end of the window sees all there is on that side of it, in no
// more columns than a screen has.
func TestTimelineWindow(t *testing.T) {
	all := append(ten(), meeting{published: "2031-03-05", when: "1999-04-05", one: "Old Renn", other: "Old Elde", town: "Orrow"},
		meeting{published: "2031-03-05", when: "2044-06-07", one: "New Renn", other: "New Elde", town: "Orrow"})
	b := withMeetings(t, all)
	for query, want := range map[string]string{
		"":                  "Events of 2–15 March 2031, by day",
		"from=2031-03-05":   "Events of 5–18 March 2031, by day",
		"to=2031-03-10":     "Events of 25 February to 10 March 2031, by day",
		"to=2010":           "Events of 1 January 1999 to 31 December 2010, by year",
		"from=2040":         "Events of 1 January 2040 to 30 June 2044, by quarter",
		"from=2100":         "Events of 1–14 January 2100, by day",
		"from=0001&to=9999": "Events of 1 January 1990 to 31 December 2049, by decade",
	} {
		_, page := b.get("/timeline?" + query)
		if got := words(page.Find(".chart-head h2")); got != want {
			t.Errorf("GET /timeline?%s is of %q, want %q", query, got, want)
		}
		if n := page.Find("table.chart .bins th[scope=col]:not(.edge)").Length(); n == 0 || n > maxBins {
			t.Errorf("GET /timeline?%s has %d columns, want at most %d", query, n, maxBins)
		}
	}
}

// What the chart has no column for is a link away, articles as well as events.
func TestTimelineEdgesLead(t *testing.T) {
	b := withMeetings(t, ten())
	_, page := b.get("/timeline?from=2031-03-06&to=2031-03-07")
	edges := page.Find("tbody.published td.edge a")
	for i, want := range []string{"2 articles", "8 articles"} {
		_, list := b.get(edges.Eq(i).AttrOr("href", "/nowhere"))
		if got := strconv.Itoa(list.Find("main a.line").Length()) + " articles"; got != want || !strings.HasPrefix(words(edges.Eq(i)), want[:1]) {
			t.Errorf("the edge %q leads to %s, want %s", words(edges.Eq(i)), got, want)
		}
	}
}

// Events of which no day is known, in articles without one, are all there.
func TestTimelineWithoutDays(t *testing.T) {
	var all []meeting
	for i := range fewUndated + 3 {
		all = append(all, meeting{when: "PAST_REF", one: fmt.Sprint("Ada Renn", i), other: "Tarvo Elde", town: "Velm"})
	}
	b := withMeetings(t, all)
	_, page := b.get("/timeline")
	if got, n := words(page.Find(".happenings h2")), page.Find(".happening").Length(); got != "What happened, no day given 13 events" || n != len(all) {
		t.Errorf("GET /timeline lists %d events under %q, want all %d", n, got, len(all))
	}
	if n := page.Find("table.chart").Length(); n != 0 {
		t.Errorf("GET /timeline draws %d charts of no days", n)
	}
}

// The chart's addresses keep the search, and lead where they say.
func TestTimelineMoves(t *testing.T) {
	b := withMeetings(t, ten())
	_, page := b.get("/timeline?q=elde&from=2031-03-06&to=2031-03-20")
	moves := map[string]string{}
	page.Find(".moves a").Each(func(_ int, a *goquery.Selection) { moves[words(a)] = a.AttrOr("href", "") })
	for text, want := range map[string]string{
		"← Earlier": "Events of 27 February to 13 March 2031, by day", "Zoom out": "Events of 27 February to 28 March 2031, by day",
		"Zoom in": "Events of 6–19 March 2031, by day", "Where most of it is": "Events of 2–15 March 2031, by day",
	} {
		_, moved := b.get(moves[text])
		if got := words(moved.Find(".chart-head h2")); got != want {
			t.Errorf("%q leads to %q, want %q", text, got, want)
		}
		if got := moved.Find("#filter-q").AttrOr("value", ""); got != "elde" {
			t.Errorf("%q is of %q, want the search kept", text, got)
		}
	}
}

func TestSearchLeadsToItsTimeline(t *testing.T) {
	b := withMeetings(t, ten())
	_, page := b.get("/search?q=elde")
	_, page = b.get(page.Find(`main a[href^="/timeline"]`).AttrOr("href", ""))
	if got := words(page.Find(".head .sum")); got != "10 events from 12 articles" {
		t.Errorf("from the search one comes to a timeline of %q", got)
	}
}

// BenchmarkTimelinePage answers with the page of 2,000 events.
func BenchmarkTimelinePage(b *testing.B) {
	w := withMeetings(b, manyMeetings(2000))
	for b.Loop() {
		answer := httptest.NewRecorder()
		w.pages.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/timeline", nil))
		if answer.Code != http.StatusOK {
			b.Fatal(answer.Code)
		}
	}
}
