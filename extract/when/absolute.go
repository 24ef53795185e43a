package when

import (
	"fmt"

	"onrecord/extract/fact"
)

// absolute is dates of the calendar, with a year or with the year that the
// text or the day of publication gives.
var absolute = []rule{
	{Name: "date in figures", Type: fact.Date, Pattern: "ISO", Value: inFigures("ISO"),
		Examples: []string{"Filed [2021-11-30] here = 2021-11-30 because 30 November 2021, as written"}},
	{Name: "date with slashes", Type: fact.Date, Pattern: "SLASHED", Value: inFigures("SLASHED"),
		Examples: []string{"Due [25/12/2021] then = 2021-12-25 because 25 December 2021, as written", "Due [25.12.2021] then = 2021-12-25", "Due [04/05/2021] then = 2021"}},
	{Name: "day, month and year", Type: fact.Date, Pattern: "WEEKDAY? ,? MOD? the? DAY -|of? MONTH ,|-? YEAR", Value: calendarReading,
		Examples: []string{"Dated [8-May-2006] = 2006-05-08 because 8 May 2006, as written", "Born [13 January 2021] abroad = 2021-01-13", "[Monday, 3rd of May 2021] = 2021-05-03"}},
	{Name: "month, day and year", Type: fact.Date, Pattern: "WEEKDAY? ,? MOD? MONTH the? DAY ,|of? YEAR", Value: calendarReading,
		Examples: []string{"Born [January 13, 2021] abroad = 2021-01-13 because 13 January 2021, as written", "on [Sunday, Jan. 3, 2021] = 2021-01-03"}},
	{Name: "first month of a range", Type: fact.Date, Pattern: "MONTH / -|–|to|and|until|through MONTH2 ,|of? YEAR", Value: firstOfRange(byMonth),
		Examples: []string{"It rained from [March] to May 2019 = 2019-03 because March 2019: the range it begins ends in May 2019",
			"It rained from [November] to February 2019 = 2018-11"}},
	{Name: "first day of a range over months", Type: fact.Date, Pattern: "MONTH DAY / -|–|to|and|until|through MONTH2 DAY2 ,? YEAR", Value: firstOfRange(byDay),
		Examples: []string{"held [Dec. 30] - Jan. 2, 2019 = 2018-12-30 because 30 December 2018: the range it begins ends on 2 January 2019"}},
	{Name: "first day of a range over months", Type: fact.Date, Pattern: "DAY MONTH / -|–|to|and|until|through DAY2 MONTH2 YEAR", Value: firstOfRange(byDay),
		Examples: []string{"held from [3 March] to 2 May 2019 = 2019-03-03 because 3 March 2019: the range it begins ends on 2 May 2019"}},
	{Name: "weekday pointed at with its date", Type: fact.Date, Pattern: "DEM past|coming? WEEKDAY ,? MOD? the? DAY of? MONTH ,? YEAR?", Value: calendarReading,
		Examples: []string{"They met [last Monday, 10 January] = 2022-01-10 because 10 January 2022: in the year the article appeared; “met” tells of the past; the weekday agrees"}},
	{Name: "weekday pointed at with its date", Type: fact.Date, Pattern: "DEM past|coming? WEEKDAY ,? MOD? MONTH the? DAY ,? YEAR?", Value: calendarReading,
		Examples: []string{"They met [last Monday, Jan. 10] = 2022-01-10 because 10 January 2022: in the year the article appeared; “met” tells of the past; the weekday agrees"}},
	{Name: "weekday with its date in brackets", Type: fact.Date, Pattern: "DEM? WEEKDAY ( DAY MONTH ,? YEAR? )", Value: calendarReading,
		Examples: []string{"They met on [Monday (10 January)] at noon = 2022-01-10 because 10 January 2022: in the year the article appeared; “met” tells of the past; the weekday agrees"}},
	{Name: "weekday with its date in brackets", Type: fact.Date, Pattern: "DEM? WEEKDAY ( MONTH DAY ,? YEAR? )", Value: calendarReading,
		Examples: []string{"They met on [Monday (Jan. 10)] at noon = 2022-01-10 because 10 January 2022: in the year the article appeared; “met” tells of the past; the weekday agrees"}},
	{Name: "day and month", Type: fact.Date, Pattern: "WEEKDAY? ,? MOD? the? DAY of? MONTH", Value: calendarReading,
		Examples: []string{"The gate of 2015 will be shut on [4 April] = 2022-04-04 because 4 April 2022: in the year the article appeared; “will” looks ahead", "He is expected in court on [9 February] = 2022-02-09", "She left on [9 December] = 2021-12-09"}},
	{Name: "month and day", Type: fact.Date, Pattern: "WEEKDAY? ,? MOD? MONTH the? DAY", Value: calendarReading,
		Examples: []string{"They met [Jan. 12] = 2022-01-12 because 12 January 2022: in the year the article appeared; “met” tells of the past", "They met on [Nov. 12] = 2021-11-12", "[Saturday, March 5] = 2022-03-05"}},
	{Name: "first day of a range", Type: fact.Date, Pattern: "DAY / -|–|to|and DAY2 MONTH YEAR?", Value: firstDay,
		Examples: []string{"held [12] - 14 January 2021 = 2021-01-12 because 12 January 2021, as written"}},
	{Name: "last day of a range", Type: fact.Date, Pattern: "DAY", After: "-|–|to|and|or", Value: lastOfRange,
		Examples: []string{"held Jan. 12-[14] = 2022-01-14 because 14 January 2022: in the month of 12 January 2022, named just before"}},
	{Name: "day of the month nearest to publication", Type: fact.Date, Pattern: "the ORD / .|,|;|)|:", After: "on|until|since", Vague: true, Value: dayAlone,
		Examples: []string{"He was seen on [the 11th]. = 2022-01-11 because 11 January 2022: the last 11th before 13 January 2022, when the article appeared; “was seen” tells of the past",
			"He will be back on [the 9th]. = 2022-02-09"}},
	{Name: "month and year", Type: fact.Date, Pattern: "MOD? -? MONTH ,|of? YEAR", Value: func(m *match) (reading, bool) {
		return written(monthOf(m.int("YEAR"), m.int("MONTH")).String()), true
	}, Examples: []string{"Built in [May 1974] = 1974-05 because May 1974, as written", "by [late March, 2019] = 2019-03"}},
	{Name: "month of last, this or next year", Type: fact.Date, Pattern: "MOD? -? MONTH of? DEM year", Value: func(m *match) (reading, bool) {
		year := m.published.counted(m.int("DEM"), byYear)
		if year.day.IsZero() {
			return unknown(undated), true
		}
		d := monthOf(year.day.Year(), m.int("MONTH"))
		return d.because(d.day.Month().String() + " of " + year.why).reading(), true
	}, Examples: []string{"Prices rose from [June last year] = 2021-06 because June of the year before 2022, when the article appeared"}},
	{Name: "last, this or next month by name", Type: fact.Date, Pattern: "DEM past|coming? MONTH", Value: func(m *match) (reading, bool) {
		return nearMonth(m, view{tense: m.pointing()}).reading(), true
	}, Examples: []string{"It fell [last April] = 2021-04 because April 2021: the last April before January 2022, when the article appeared", "It fell [last January] = 2021-01", "It fell [this past December] = 2021-12", "It opens [this August] = 2022-08 because August 2022: that of 2022, when the article appeared", "2022-03-10: It opens [next March] = 2023-03"}},
	{Name: "last, this or next day of a month", Type: fact.Date, Pattern: "DEM MONTH DAY", Value: func(m *match) (reading, bool) {
		month := nearMonth(m, view{tense: m.pointing()})
		d, ok := dayOf(month.day.Year(), m.int("MONTH"), m.int("DAY"))
		return d.because(fmt.Sprint(m.int("DAY"), " ", month.why)).reading(), ok && !month.day.IsZero()
	}, Examples: []string{"It fell [last April 12] = 2021-04-12 because 12 April 2021: the last April before January 2022, when the article appeared"}},
	{Name: "month of the last year given", Type: fact.Date, Pattern: "MOD? MONTH of that same? year", Value: monthOfThat,
		Examples: []string{"It joined in 1997. In [May of that year] it left = 1997-05 because May of the year of 1997, named just before"}},
	{Name: "month of the last year given", Type: fact.Date, Pattern: "MOD? MONTH of the same year", Value: monthOfThat,
		Examples: []string{"It joined in 1997 and left in [May of the same year] = 1997-05 because May of the year of 1997, named just before"}},
	{Name: "month", Type: fact.Date, Pattern: "MOD? -? MONTH", Value: bareMonth,
		Examples: []string{"It shut in [October] = 2021-10 because October 2021: the last October before January 2022, when the article appeared; “shut” tells of the past", "A law of 1950 binds it. It has sunk since [October] = 2021-10", "He faces a trial in [April] = 2022-04", "It shut in [mid-December] = 2021-12"}},
	{Name: "fiscal year", Type: fact.Date, Pattern: "fiscal|financial|fy year? YEAR", Value: aYear,
		Examples: []string{"Sales in [fiscal 2019] fell = 2019 because 2019, as written"}},
	{Name: "year", Type: fact.Date, Pattern: "MOD? -? YEAR", Value: aYear,
		Examples: []string{"It joined in [1997] too = 1997 because 1997, as written", "by [the end of 2019] = 2019", "in [nineteen ninety-seven] = 1997"}},
	{Name: "year", Type: fact.Date, Pattern: "MOD? the year YEAR", Value: aYear,
		Examples: []string{"It joined in [the year 1997] = 1997 because 1997, as written"}},
	{Name: "short year", Type: fact.Date, Pattern: "SHORT", After: "in|of|since|from|by|until", Value: func(m *match) (reading, bool) {
		return said(yearOf(m.int("SHORT")).String(), "the year with these last two figures"), true
	}, Examples: []string{"the flood of ['97] = 1997 because 1997: the year with these last two figures"}},
	{Name: "decade", Type: fact.Date, Pattern: "the? MOD? -? DECADE", Value: func(m *match) (reading, bool) {
		return written(m.value("DECADE")), (m.has("the") || m.lower[m.next-1] != "s") && !whose[m.at(m.first-1)]
	}, Examples: []string{"Built in [the 1990s] = 199 because the 1990s, as written", "in [the late 1970s] = 197", "in [the '80s] = 198"}},
	{Name: "century", Type: fact.Date, Pattern: "the? MOD? -? ORD - ? century", Value: century,
		Examples: []string{"A custom of [the 19th century] = 18 because the 19th century, as written"}},
	{Name: "century", Type: fact.Date, Pattern: "the? MOD? -? ORD century", Value: century,
		Examples: []string{"A custom of [the early 20th century] = 19 because the 20th century, as written"}},
}

// inFigures is a date that a class has read whole. Where day and month could
// be told either way the class gives the year alone.
func inFigures(label string) func(*match) (reading, bool) {
	return func(m *match) (reading, bool) {
		c, _ := m.capture(label)
		if len(c.value) == len("2006") {
			return said(c.value, "the year only, as either figure before it could be the month"), true
		}
		return written(c.value), true
	}
}

func century(m *match) (reading, bool) {
	n := m.int("ORD")
	return written(fmt.Sprintf("%02d", n-1)), n > 0 && n <= 30
}
