// Package calendar cuts stretches of time into the columns of a chart. Days
// come in and spans of days go out: whole days, weeks, months, quarters,
// years, decades or centuries, with their names. It knows the Gregorian
// calendar of the years 1 to 9999, weeks of ISO 8601, and neither hours nor
// zones.
package calendar

import (
	"fmt"
	"slices"
	"time"
)

// A Day is a day of the calendar, counted from 1 January 1970.
type Day int

// The first and the last day there is.
var (
	Earliest = on(1, 1, 1)
	Latest   = on(9999, 12, 31)
)

// on is the day of a date; a month or day beyond the last rolls over.
func on(year, month, day int) Day {
	return of(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
}

func of(t time.Time) Day { return Day(t.Unix() / 86400) }

// Time is midnight of d in UTC.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String is d as 2006-01-02.
func (d Day) String() string { return d.Time().Format(time.DateOnly) }

// Parse is the day that s names as 2006-01-02.
func Parse(s string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return 0, false
	}
	return of(t), true
}

// A Span is the days from First to Last, both included.
type Span struct {
	First, Last Day
}

// ParseSpan is the days of a day, month or year: "2006-01-02", "2006-01",
// "2006".
func ParseSpan(s string) (Span, bool) {
	for i, layout := range [...]string{"2006", "2006-01", time.DateOnly} {
		t, err := time.Parse(layout, s)
		if err != nil || t.Year() < 1 {
			continue
		}
		unit := [...]Unit{Years, Months, Days}[i]
		return unit.Around(of(t)), true
	}
	return Span{}, false
}

// Days is how many days s has.
func (s Span) Days() int { return int(s.Last-s.First) + 1 }

// Holds reports whether all of other lies in s.
func (s Span) Holds(other Span) bool { return s.First <= other.First && other.Last <= s.Last }

// Clip is the part of s from Earliest to Latest.
func (s Span) Clip() Span {
	return Span{min(max(s.First, Earliest), Latest), max(min(s.Last, Latest), Earliest)}
}

// Zoom is a span of n days about the middle of s.
func (s Span) Zoom(n int) Span {
	first := s.First + Day(s.Days()-n)/2
	return Span{first, first + Day(max(n, 1)) - 1}.Clip()
}

// Pan is s moved by so many days, as far as there are days.
func (s Span) Pan(days int) Span {
	by := min(max(Day(days), Earliest-s.First), Latest-s.Last)
	return Span{s.First + by, s.Last + by}
}

// String is s as 2006-01-02..2006-01-02.
func (s Span) String() string { return s.First.String() + ".." + s.Last.String() }

// Bulk is the span that most of days lie in: all of them but those that are
// more than one and a half times the spread of the middle half away from it
// (Tukey's inner fences). It is no narrower than least days. The zero Span for no days.
func Bulk(days []Day, least int) Span {
	if len(days) == 0 {
		return Span{}
	}
	sorted := slices.Sorted(slices.Values(days))
	low, high := sorted[len(sorted)/4], sorted[len(sorted)-1-len(sorted)/4]
	reach := max(3*(high-low)/2, Day(least))
	from, _ := slices.BinarySearch(sorted, low-reach)
	to, _ := slices.BinarySearch(sorted, high+reach+1)
	s := Span{sorted[from], sorted[to-1]}
	if s.Days() < least {
		s = s.Zoom(least)
	}
	return s
}

// Cut is the whole bins of a unit that cover s, in order.
func Cut(s Span, u Unit) []Span {
	var bins []Span
	for at := u.Around(s.First); at.First <= s.Last; at = u.Around(at.Last + 1) {
		bins = append(bins, at)
		if at.Last >= Latest {
			break
		}
	}
	return bins
}

// Fit is the finest unit that cuts s into at most most bins, or centuries.
func Fit(s Span, most int) Unit {
	u := Days
	for u < Centuries && s.Days() > most*u.days() {
		u++
	}
	for u < Centuries && len(Cut(s, u)) > most {
		u++
	}
	return u
}

// Find is the place among bins, which follow upon each other, of the one with
// a day; before the first it is -1, and after the last len(bins).
func Find(bins []Span, d Day) int {
	if len(bins) == 0 || d < bins[0].First {
		return -1
	}
	at, _ := slices.BinarySearchFunc(bins, d, func(b Span, d Day) int {
		if b.Last < d {
			return -1
		}
		return 1
	})
	return at
}

// Name is a span in words: that of a unit where it is one, else its first and
// last day.
func (s Span) Name() string {
	for u := Days; u <= Centuries; u++ {
		if u.Around(s.First) == s {
			return u.name(s.First)
		}
	}
	first, last := s.First.Time(), s.Last.Time()
	const full = "2 January 2006"
	switch {
	case first.Year() != last.Year():
		return first.Format(full) + " to " + last.Format(full)
	case first.Month() != last.Month():
		return first.Format("2 January") + " to " + last.Format(full)
	}
	return fmt.Sprintf("%d–%s", first.Day(), last.Format(full))
}
