package when

import (
	"fmt"

	"onrecord/extract/fact"
)

// checked holds the day of the week that the expression names against d. The
// date is the more careful of the two and is kept.
func (m *match) checked(d date) date {
	wd := m.int("WEEKDAY")
	switch {
	case wd == 0 || d.day.IsZero():
		return d
	case d.weekday() == wd:
		d.why += "; the weekday agrees"
		return d
	}
	is := "was"
	if d.follows(m.published) {
		is = "is"
	}
	d.why += "; kept against the weekday"
	d.conflict = fmt.Sprintf("%s %s a %s, not a %s.", d.words(), is, weekdayWords(d.weekday()), weekdayWords(wd))
	return d
}

// farAway is how many days from publication a day without a year may be meant
// before its weekday can tell that another year is.
const farAway = 60

// yearByWeekday is the occurrence, in the year before or after d, of a day
// that is the weekday the text calls it, where d is not and lies far from
// publication: "Tuesday, 9 November" of a year not written.
func (m *match) yearByWeekday(d date, in func(year int) date) date {
	wd := m.int("WEEKDAY")
	if wd == 0 || d.day.IsZero() || d.weekday() == wd || m.givenYear > 0 || m.daysAway(d) < farAway {
		return d
	}
	for _, step := range [...]int{-1, 1} {
		other := in(d.day.Year() + step)
		if !other.day.IsZero() && other.weekday() == wd && m.daysAway(other) < 366 {
			return other.because("the year nearest to publication in which it is a " + weekdayWords(wd))
		}
	}
	return d
}

// daysAway is how many days lie between d and publication, either way.
func (m *match) daysAway(d date) int {
	days := int(d.day.Sub(m.published.day).Hours() / 24)
	return max(days, -days)
}

// noSuchDay is the month of a day that it does not have. Figures that go on,
// "Feb. 30-year bonds", are none.
func (m *match) noSuchDay(month date) (date, bool) {
	if month.day.IsZero() || m.at(m.next) == "-" || counted(m.at(m.next)) {
		return date{}, false
	}
	month = month.at(byMonth)
	days := month.first().AddDate(0, 1, -1).Day()
	month.why = month.words() + ", as it does not have the day written"
	month.conflict = fmt.Sprintf("%s has %d days, not %d.", month.words(), days, m.int("DAY"))
	return month, true
}

// backwards is the contradiction that a range ends at value before it begins,
// "" where it does not.
func (m *match) backwards(value string) string {
	to, ok := parse(value)
	from, ranged := m.rangeStart()
	if !ok || !ranged || m.rule.Type != fact.Date || to.grain != from.grain || !to.day.Before(from.day) {
		return ""
	}
	return fmt.Sprintf("The range ends, %s, before it begins, %s.", to.words(), from.words())
}
