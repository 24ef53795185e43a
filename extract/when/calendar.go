package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A grain is how exactly a date is known, as the unit letter of ISO 8601,
// with Q for quarters.
type grain string

const (
	byDay     grain = "D"
	byWeek    grain = "W"
	byMonth   grain = "M"
	byQuarter grain = "Q"
	byYear    grain = "Y"
)

// A date is a day, week, month, quarter or year of the calendar and how it was
// come by. The zero date is unknown and is written "".
type date struct {
	day   time.Time // any day in it
	grain grain
	account
}

func dayOf(year, month, day int) (date, bool) {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return date{day: d, grain: byDay}, d.Day() == day && int(d.Month()) == month
}

func monthOf(year, month int) date {
	return date{day: time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC), grain: byMonth}
}

func yearOf(year int) date { return monthOf(year, 1).at(byYear) }

// String is the TIMEX3 value of d.
func (d date) String() string {
	if d.day.IsZero() {
		return ""
	}
	switch d.grain {
	case byWeek:
		year, week := d.day.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case byMonth:
		return d.day.Format("2006-01")
	case byQuarter:
		return fmt.Sprintf("%04d-Q%d", d.day.Year(), quarter(d.day))
	case byYear:
		return d.day.Format("2006")
	}
	return d.day.Format(time.DateOnly)
}

func quarter(t time.Time) int { return (int(t.Month()) + 2) / 3 }

// at is the unit of size g that holds d.
func (d date) at(g grain) date {
	d.grain = g
	return d
}

// first is the first day of d's month.
func (d date) first() time.Time {
	return time.Date(d.day.Year(), d.day.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// add is d moved by n units of g, never more exact than g. A day of the month
// that the month reached does not have becomes its last.
func (d date) add(n int, g grain) date {
	if d.day.IsZero() || n > 5000 || n < -5000 {
		return date{}
	}
	to := date{grain: g}
	switch g {
	case byDay:
		to.day = d.day.AddDate(0, 0, n)
	case byWeek:
		to.day = d.day.AddDate(0, 0, 7*n)
	case byMonth:
		to.day = addMonths(d.day, n)
	case byQuarter:
		to.day = addMonths(d.day, 3*n)
	case byYear:
		to.day = addMonths(d.day, 12*n)
	}
	return to
}

// counted is d moved by n units of g and told so: "2 years before 2022, when
// the article appeared".
func (d date) counted(n int, g grain) date {
	to := d.add(n, g)
	if to.day.IsZero() {
		return to
	}
	if rank(d.grain) < rank(g) {
		d.grain = g
	}
	return to.because(distance(n, g) + d.where())
}

// where is d in words and how it was come by, to be counted from.
func (d date) where() string { return d.words() + ", " + d.why }

// distance is how far a date lies from another: "the day before ", "3 weeks
// after "; nothing for the same.
func distance(n int, g grain) string {
	unit, side := unitWords[string(g)], " after "
	if n < 0 {
		n, side = -n, " before "
	}
	switch n {
	case 0:
		return ""
	case 1:
		return "the " + unit + side
	}
	return countWords(strconv.Itoa(n), unit) + side
}

func addMonths(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// parse reads a value that String wrote; of a time of day it reads the day.
func parse(value string) (date, bool) {
	value, _, _ = strings.Cut(value, "T")
	for _, l := range []struct {
		layout string
		grain  grain
	}{{time.DateOnly, byDay}, {"2006-01", byMonth}, {"2006", byYear}} {
		if t, err := time.Parse(l.layout, value); err == nil && len(value) == len(l.layout) {
			return date{day: t, grain: l.grain}, true
		}
	}
	year, rest, _ := strings.Cut(value, "-")
	y, err := strconv.Atoi(year)
	n, err2 := strconv.Atoi(strings.TrimLeft(rest, "WQ"))
	switch {
	case err != nil || err2 != nil || len(year) != 4:
	case strings.HasPrefix(rest, "Q") && n >= 1 && n <= 4:
		return monthOf(y, 3*n-2).at(byQuarter), true
	case strings.HasPrefix(rest, "W") && n >= 1 && n <= 53:
		first, _ := dayOf(y, 1, 4) // the fourth of January lies in week 1
		return first.add(n-1, byWeek), true
	}
	return date{}, false
}

// weekday is d's day of the week, Monday 1 to Sunday 7.
func (d date) weekday() int { return (int(d.day.Weekday())+6)%7 + 1 }

// before is the last day of the week wd on or before d.
func (d date) before(wd int) date { return d.add(-((d.weekday() - wd + 7) % 7), byDay) }

// after is the first day of the week wd on or after d.
func (d date) after(wd int) date { return d.add((wd-d.weekday()+7)%7, byDay) }

// orthodoxEaster is Easter Sunday of the Orthodox churches in year, told in the
// Julian calendar (Meeus, Astronomical Algorithms, chapter 8) and given in the
// Gregorian.
func orthodoxEaster(year int) date {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	n := d + e + 114
	julian, _ := dayOf(year, n/31, n%31+1)
	return julian.add(year/100-year/400-2, byDay)
}

// easter is Easter Sunday of year by the anonymous Gregorian computus (Meeus,
// Astronomical Algorithms, chapter 8).
func easter(year int) date {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	d, _ := dayOf(year, n/31, n%31+1)
	return d
}
