package when

import "fmt"

// calendarReading is a day of a month.
func calendarReading(m *match) (reading, bool) {
	if d, ok := calendarDay(m); ok {
		return d.reading(), true
	}
	month, day := m.int("MONTH"), m.int("DAY")
	value := fmt.Sprintf("XXXX-%02d-%02d", month, day)
	return reading{value, account{why: words(value) + ", as written; nothing tells the year"}}, exists(month, day) && m.undated() && !money[m.at(m.first-1)]
}

// undated reports whether nothing tells the year of a day.
func (m *match) undated() bool {
	return m.int("YEAR") == 0 && m.givenYear == 0 && m.published.day.IsZero()
}

// exists reports whether the month has that day in any year.
func exists(month, day int) bool {
	_, ok := dayOf(2000, month, day)
	return ok
}

// calendarDay is a day of a month, in the year given or told by the tense.
func calendarDay(m *match) (date, bool) {
	month, day, year := m.int("MONTH"), m.int("DAY"), m.int("YEAR")
	if year > 0 {
		d, ok := dayOf(year, month, day)
		if !ok {
			return m.noSuchDay(monthOf(year, month))
		}
		return m.checked(d.because(d.words() + ", as written")), true
	}
	if m.undated() || money[m.at(m.first-1)] {
		return date{}, false // "cost $12 December"
	}
	if !exists(month, day) {
		return m.noSuchDay(m.nearest(func(year int) date { return monthOf(year, month) }))
	}
	in := func(year int) date {
		if d, ok := dayOf(year, month, day); ok {
			return d
		}
		return date{}
	}
	d := m.yearByWeekday(m.nearest(in), in)
	return m.checked(d.because(d.words() + ": " + d.why)), true
}

// dayAlone is the day of a month not named, the last up to publication or in a
// clause that looks ahead the next.
func dayAlone(m *match) (reading, bool) {
	c, _ := m.capture("ORD")
	n, figures := m.int("ORD"), digit(m.lower[c.first][0])
	if n < 1 || n > 28 || !figures || m.published.day.IsZero() {
		return reading{}, false
	}
	v, which, side := m.tense(m.first, m.next), "the last ", " before "
	y, mo, _ := m.published.day.Date()
	d, _ := dayOf(y, int(mo), n)
	if ahead := d.follows(m.published); v.tense == future {
		which, side = "the next ", " after "
		if !ahead {
			d = d.add(1, byMonth).at(byDay)
		}
	} else if ahead {
		d = d.add(-1, byMonth).at(byDay)
	}
	why := which + m.lower[c.first] + side + m.published.where() + "; " + v.String()
	return said(d.String(), why), true
}
