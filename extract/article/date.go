package article

import (
	"regexp"
	"strings"
	"time"

	"github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// publishedTags are the meta tags that give the day of publication, the surest
// first. Those of a change are not among them.
var publishedTags = []string{
	"article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date", "sailthru.date",
	"citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created",
	"dcterms.created", "publish-date", "publishdate", "publish_date", "pubdate", "published_date", "publication_date",
	"article.published", "article_date_original", "cxenseparse:recs:publishtime", "dc.date", "dcterms.date", "date",
}

// dateOf is the day that a page was published and where that is from. Where
// the page gives it in universal time, by which the day may be another than
// the outlet's, a day next to it in the address counts for more.
func dateOf(h *head, ld *linked, root *html.Node, address string) (time.Time, string) {
	inAddress, hasAddress := dayInAddress(address)
	if day, from, universal := h.day(ld); from != "" {
		if apart := inAddress.Sub(day).Abs(); hasAddress && universal && apart <= 24*time.Hour {
			return inAddress, "address"
		}
		return day, from
	}
	if hasAddress {
		return inAddress, "address"
	}
	if root == nil {
		return time.Time{}, ""
	}
	return searchedDate(root, address)
}

// day is the day that the page says outright, and whether in universal time.
func (h *head) day(ld *linked) (day time.Time, from string, universal bool) {
	said := [][2]string{{ld.published, "json-ld"}}
	for _, tag := range publishedTags {
		said = append(said, [2]string{h.metaFirst(tag), "meta"})
	}
	for _, stamp := range h.times {
		said = append(said, [2]string{stamp, "time element"})
	}
	for _, s := range said {
		if day, ok := parseDay(s[0]); ok {
			return day, s[1], strings.HasSuffix(s[0], "Z") || strings.HasSuffix(s[0], "+00:00")
		}
	}
	return time.Time{}, "", false
}

// pathDay is a day in the path of an address.
var pathDay = regexp.MustCompile(`[/=-]((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\D|$)`)

// dayInAddress is the day in the path of an address.
func dayInAddress(address string) (time.Time, bool) {
	m := pathDay.FindStringSubmatch(address)
	if m == nil {
		return time.Time{}, false
	}
	return parseDay(m[1] + "-" + m[2] + "-" + m[3])
}

// noDay stands for today where a library wants to know it. It is later than
// any day that counts, so that "yesterday" in a page gives no day at all.
var noDay = lastDay.AddDate(100, 0, 0)

// searchedDate looks for the day in the address and in what the page shows.
func searchedDate(root *html.Node, address string) (day time.Time, from string) {
	defer func() {
		if recover() != nil { // third-party code on any bytes
			day, from = time.Time{}, ""
		}
	}()
	found, err := htmldate.FromDocument(root, htmldate.Options{
		URL:              address,
		UseOriginalDate:  true,
		MinDate:          firstWebDay,
		MaxDate:          lastDay,
		DateParserConfig: &dateparser.Configuration{CurrentTime: noDay, PreferredDateSource: dateparser.Past, StrictParsing: true},
	})
	if err != nil || found.IsZero() {
		return time.Time{}, ""
	}
	y, m, d := found.DateTime.Date()
	day = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return day, "page"
}

// firstWebDay is the earliest day that a page can be from, when only the
// numbers in it say so.
var firstWebDay = time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)
