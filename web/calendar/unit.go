package calendar

import (
	"fmt"
	"strconv"
)

// A Unit is what a span is cut into, the finest the smallest.
type Unit int

// The units.
const (
	Days Unit = iota
	Weeks
	Months
	Quarters
	Years
	Decades
	Centuries
)

// String is the unit in the singular: "day".
func (u Unit) String() string {
	return [...]string{"day", "week", "month", "quarter", "year", "decade", "century"}[u]
}

// days is the fewest days of a bin of u.
func (u Unit) days() int { return [...]int{1, 7, 28, 90, 365, 3652, 36524}[u] }

// Around is the bin of u that a day is in. Of the first and the last bin it is
// the part that there is.
func (u Unit) Around(d Day) Span {
	t := d.Time()
	y, m := t.Year(), int(t.Month())
	var s Span
	switch u {
	case Days:
		s = Span{d, d}
	case Weeks:
		monday := d - Day((int(t.Weekday())+6)%7)
		s = Span{monday, monday + 6}
	case Months:
		s = Span{on(y, m, 1), on(y, m+1, 1) - 1}
	case Quarters:
		m -= (m - 1) % 3
		s = Span{on(y, m, 1), on(y, m+3, 1) - 1}
	case Years:
		s = Span{on(y, 1, 1), on(y+1, 1, 1) - 1}
	case Decades:
		y -= y % 10
		s = Span{on(y, 1, 1), on(y+10, 1, 1) - 1}
	case Centuries:
		y -= y % 100
		s = Span{on(y, 1, 1), on(y+100, 1, 1) - 1}
	}
	return s.Clip()
}

// name is the bin of u that begins on a day, in words.
func (u Unit) name(first Day) string {
	t := first.Time()
	switch u {
	case Days:
		return t.Format("2 January 2006")
	case Weeks:
		return "the week of " + t.Format("2 January 2006")
	case Months:
		return t.Format("January 2006")
	case Quarters:
		return "the " + [...]string{"first", "second", "third", "fourth"}[(t.Month()-1)/3] + " quarter of " + t.Format("2006")
	case Years:
		return t.Format("2006")
	case Decades:
		return fmt.Sprintf("the %ds", t.Year()/10*10)
	}
	return fmt.Sprintf("the years %d to %d", t.Year()/100*100, t.Year()/100*100+99)
}

// Short is the bin of u that begins on a day, in as few letters as tell it
// from the others under the same Head.
func (u Unit) Short(first Day) string {
	t := first.Time()
	switch u {
	case Days, Weeks:
		return strconv.Itoa(t.Day())
	case Months:
		return t.Format("Jan")
	case Quarters:
		return "Q" + strconv.Itoa((int(t.Month())+2)/3)
	case Years:
		return t.Format("2006")
	}
	return strconv.Itoa(t.Year()) + "s"
}

// Head is what several bins of u stand under, the one that begins on a day
// among them: a month or a year, "" for years and longer.
func (u Unit) Head(first Day) string {
	switch u {
	case Days, Weeks:
		return first.Time().Format("January 2006")
	case Months, Quarters:
		return first.Time().Format("2006")
	}
	return ""
}
