package when

import (
	"fmt"

	"onrecord/extract/fact"
)

// anchored is what refers to a date the text has given before.
var anchored = []rule{
	{Name: "unit before the last date", Type: fact.Date, Pattern: "the previous|preceding UNIT", Value: beside(-1),
		Examples: []string{"It shut on 3 March 2012. [The previous day] he left = 2012-03-02 because the day before 3 March 2012, named just before", "It shut in 2012; [the previous year] it shone = 2011"}},
	{Name: "unit after the last date", Type: fact.Date, Pattern: "the following UNIT", Value: beside(1),
		Examples: []string{"It shut on 3 March 2012 and [the following month] it burned = 2012-04 because the month after March 2012, named just before"}},
	{Name: "day after the last date", Type: fact.Date, Pattern: "the next day", Value: beside(1),
		Examples: []string{"It shut on 3 March 2012. [The next day] it burned = 2012-03-04 because the day after 3 March 2012, named just before"}},
	{Name: "day before the last date", Type: fact.Date, Pattern: "the day before / .|,|;|)", Value: beside(-1),
		Examples: []string{"It shut on 3 March 2012. He had left [the day before]. = 2012-03-02 because the day before 3 March 2012, named just before"}},
	{Name: "day after the last date", Type: fact.Date, Pattern: "the day after / .|,|;|)", Value: beside(1),
		Examples: []string{"It shut on 3 March 2012 and burned [the day after]. = 2012-03-04 because the day after 3 March 2012, named just before"}},
	{Name: "part of the next day", Type: fact.Clock, Pattern: "the next|following PART", Value: func(m *match) (reading, bool) {
		return m.around().at(byDay).counted(1, byDay).in("T" + m.value("PART")), m.around().grain == byDay || m.published.day.IsZero()
	}, Examples: []string{"It shut on 3 March 2012 and [the next morning] it burned = 2012-03-04TMO because the morning of the day after 3 March 2012, named just before"}},
	{Name: "unit of the last date", Type: fact.Date, Pattern: "MOD? that same? UNIT", Value: beside(0),
		Examples: []string{"It shut on 3 March 2012 and burned [later that year] = 2012 because 2012, named just before", "It shut on 3 March 2012 and burned [that same day] = 2012-03-03"}},
	{Name: "unit of the last date", Type: fact.Date, Pattern: "the same UNIT", Value: beside(0),
		Examples: []string{"It shut on 3 March 2012 and burned [the same month] = 2012-03 because March 2012, named just before"}},
	{Name: "part of that day", Type: fact.Clock, Pattern: "that PART", Value: func(m *match) (reading, bool) {
		return m.around().counted(0, byDay).in("T" + m.value("PART")), m.anchor.last.grain == byDay
	}, Examples: []string{"It shut on 3 March 2012 and burned [that night] = 2012-03-03TNI because the night of 3 March 2012, named just before"}},
	{Name: "part of that day", Type: fact.Clock, Pattern: "the|that same|very PART", Value: func(m *match) (reading, bool) {
		return m.around().counted(0, byDay).in("T" + m.value("PART")), m.anchor.last.grain == byDay
	}, Examples: []string{"It shut on 3 March 2012 and burned [the same evening] = 2012-03-03TEV because the evening of 3 March 2012, named just before"}},
	{Name: "part of a date", Type: fact.Clock, Pattern: "the? PART of WEEKDAY? ,? MONTH DAY ,? YEAR?", Value: partOfDate,
		Examples: []string{"It burned on [the night of March 3, 2018] = 2018-03-03TNI because the night of 3 March 2018, as written", "It burned on [the night of Saturday, March 3, 2018] = 2018-03-03TNI"}},
	{Name: "part of a date", Type: fact.Clock, Pattern: "the? PART of WEEKDAY? ,? DAY MONTH YEAR?", Value: partOfDate,
		Examples: []string{"It burned on [the night of 3 March 2018] = 2018-03-03TNI because the night of 3 March 2018, as written"}},
	{Name: "week of a month", Type: fact.Date, Pattern: "the? ORD|last|final week of|in MONTH ,|of? YEAR?", Value: weekOfMonth,
		Examples: []string{"It rained in [the last week of March 2018] = 2018-W13 because the week of 26 March 2018: the last with its Thursday in March 2018; March 2018, as written", "It rained in [the first week of October] = 2021-W40",
			"It rained in [the second week of May 2018] = 2018-W19 because the week of 7 May 2018: the second with its Thursday in May 2018; May 2018, as written"}},
	{Name: "weekday of a month", Type: fact.Date, Pattern: "the? ORD|last|final WEEKDAY of|in MONTH ,|of? YEAR?", Value: weekdayInMonth,
		Examples: []string{"It shut on [the third Thursday of November 2020] = 2020-11-19 because the third Thursday of November 2020, as written", "It shut on [the last Friday in May] = 2021-05-28",
			"It will open on [the first Monday in March] = 2022-03-07 because the first Monday of March 2022: the next March after January 2022, when the article appeared; “will” looks ahead"}},
	{Name: "week of a year", Type: fact.Date, Pattern: "the? ORD|last|final week of YEAR", Value: weekOfYear,
		Examples: []string{"It rained in [the last week of 2020] = 2020-W53 because the week of 28 December 2020: the last with its Thursday in 2020",
			"It rained in [the second week of 2021] = 2021-W02"}},
	{Name: "week of a year", Type: fact.Date, Pattern: "week NUM of YEAR", Value: weekOfYear,
		Examples: []string{"It rained in [week 23 of 2020] = 2020-W23 because the week of 1 June 2020: the 23rd with its Thursday in 2020"}},
	{Name: "weekend of the last date", Type: fact.Date, Pattern: "that same? weekend", Value: func(m *match) (reading, bool) {
		d := m.around()
		return said(d.at(byWeek).String()+"-WE", "that of "+d.where()), d.grain == byDay || d.grain == byWeek
	}, Examples: []string{"It shut on 3 March 2022 and burned [that weekend] = 2022-W09-WE because the weekend of 5 March 2022: that of 3 March 2022, named just before"}},
	{Name: "week of a date", Type: fact.Date, Pattern: "the week of MONTH DAY ,? YEAR?", Value: func(m *match) (reading, bool) {
		d, ok := calendarDay(m)
		return d.at(byWeek).because(d.at(byWeek).words() + ", which holds " + d.why).reading(), ok && d.grain == byDay
	}, Examples: []string{"It burned in [the week of March 3, 2018] = 2018-W09 because the week of 26 February 2018, which holds 3 March 2018, as written"}},
}

// beside is the unit that lies n units from the last date.
func beside(n int) func(*match) (reading, bool) {
	return func(m *match) (reading, bool) {
		g, ok := m.grain("UNIT")
		if m.value("UNIT") == "" {
			g, ok = byDay, true
		}
		from := m.around()
		if n < 0 {
			from = m.behind()
		}
		beside := from.counted(n, g)
		if n > 0 {
			beside = m.told(func(d date) date { return d.counted(n, g) })
		}
		return beside.reading(), ok && rank(from.grain) <= rank(g)
	}
}

// monthNamed is the month that the expression names, with its year or without.
func (m *match) monthNamed() (date, bool) {
	if year := m.int("YEAR"); year > 0 {
		month := monthOf(year, m.int("MONTH"))
		return month.because(month.words() + ", as written"), true
	}
	return m.monthMeant(), m.isMonth()
}

// place is which one of its kind in a month the expression names, 0 for the
// last.
func (m *match) place() (n int, name string) {
	if n = m.int("ORD"); n > 0 {
		return n, "the " + ordinalWords(n)
	}
	return 0, "the last"
}

// weekOfMonth is the n-th or the last week that a month holds the Thursday of,
// as ISO 8601 gives weeks to years.
func weekOfMonth(m *match) (reading, bool) {
	day, ok := m.inMonth(4)
	n, name := m.place()
	why := name + " with its Thursday in " + day.at(byMonth).words() + "; " + day.why
	return day.at(byWeek).because(why).reading(), ok && n < 5
}

// weekOfYear is the n-th or the last week that a year holds the Thursday of.
func weekOfYear(m *match) (reading, bool) {
	year, n := m.int("YEAR"), m.int("ORD")+m.int("NUM")
	first, _ := dayOf(year, 1, 4) // lies in week 1 by ISO 8601
	last, _ := dayOf(year, 12, 28)
	d, name := first.add(n-1, byWeek), "the "+ordinalWords(n)
	if m.has("last", "final") {
		d, name = last.at(byWeek), "the last"
	} else if _, weeks := last.day.ISOWeek(); n < 1 || n > weeks {
		return reading{}, false
	}
	return d.because(fmt.Sprint(name, " with its Thursday in ", year)).reading(), true
}

// weekdayInMonth is the n-th or last day of the week that a month holds.
func weekdayInMonth(m *match) (reading, bool) {
	day, ok := m.inMonth(m.int("WEEKDAY"))
	n, name := m.place()
	return day.because(name + " " + weekdayWords(m.int("WEEKDAY")) + " of " + day.why).reading(), ok && n <= 5
}

// inMonth is the n-th or last weekday wd of the month named, with the reason
// of the month.
func (m *match) inMonth(wd int) (date, bool) {
	month, ok := m.monthNamed()
	n, _ := m.place()
	switch {
	case !ok || month.day.IsZero():
		return date{}, ok
	case n == 0:
		return month.add(1, byMonth).add(-1, byDay).before(wd).because(month.why), true
	}
	day := month.at(byDay).after(wd).add(7*(n-1), byDay)
	return day.because(month.why), day.day.Month() == month.day.Month()
}

func partOfDate(m *match) (reading, bool) {
	day, ok := calendarDay(m)
	return day.in(partOf(m, "PART")), ok
}
