package article

import (
	"regexp"
	"strings"
	"time"
)

// layouts are how days are written in headers and meta tags. What the day
// alone decides is tried on the part of a stamp before its time.
var layouts = []string{
	"2006-1-2", "2006/1/2", "2006.1.2", "20060102",
	"2 January 2006", "2 Jan 2006", "January 2 2006", "Jan 2 2006",
}

var (
	stamp   = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2})(?:[T ]\d{1,2}:\d{2}.{0,30})?$`)
	weekday = regexp.MustCompile(`^(?i)(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,? +`)
	clock   = regexp.MustCompile(`^(?i)(.*?\d{4})(?:,| at| -|T)? ?\d{1,2}[:.]\d{2}.{0,30}$`)
	ordinal = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`)
	nameDay = regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2}-\d{2}-\d{2})(?:\D|$)`)
)

// parseDay is the day that s names in full and in no doubt, at midnight UTC.
// The day is the one written, whatever the time zone written after it.
func parseDay(s string) (time.Time, bool) {
	s = spaced(s)
	if len(s) > 60 {
		return time.Time{}, false
	}
	if m := stamp.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	s = weekday.ReplaceAllString(s, "")
	if m := clock.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	s = ordinal.ReplaceAllString(s, "$1")
	s = spaced(strings.NewReplacer(",", " ", "Sept ", "Sep ", "Sept. ", "Sep ", ". ", " ").Replace(s))
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && plausible(t) {
			return t, true
		}
	}
	return time.Time{}, false
}

// The days that an article can be published on.
var (
	firstDay = time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
	lastDay  = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
)

func plausible(t time.Time) bool { return !t.Before(firstDay) && t.Before(lastDay) }

// dayInName is the day in the name of a file when there is just one.
func dayInName(name string) (time.Time, bool) {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	found := nameDay.FindAllStringSubmatch(name, 2)
	if len(found) != 1 {
		return time.Time{}, false
	}
	return parseDay(found[0][1])
}
