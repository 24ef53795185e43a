package when

import (
	"fmt"

	"onrecord/extract/fact"
)

// absolute is dates of the calendar, with a year or with the year that the
// text or the day of publication gives.
var absolute = []rule{
	{Name: "date in figures", Type: fact.Date, Pattern: "ISO", Value: inFigures("ISO"),
		Examples: []string{"Filed [2021-11-30] here = 2021-11-30"}},
	{Name: "date with slashes", Type: fact.Date, Pattern: "SLASHED", Value: inFigures("SLASHED"),
		Examples: []string{"Due [25/12/2021] then = 2021-12-25", "Due [25.12.2021] then = 2021-12-25", "Due [04/05/2021] then = 2021"}},
	{Name: "day, month and year", Type: fact.Date, Pattern: "WEEKDAY? ,? MOD? the? DAY -|of? MONTH ,|-? YEAR", Value: calendarDay,
		Examples: []string{"Dated [8-May-2006] = 2006-05-08", "Born [13 January 2021] abroad = 2021-01-13", "[Monday, 3rd of May 2021] = 2021-05-03"}},
	{Name: "month, day and year", Type: fact.Date, Pattern: "WEEKDAY? ,? MOD? MONTH the? DAY ,? YEAR", Value: calendarDay,
		Examples: []string{"Born [January 13, 2021] abroad = 2021-01-13", "on [Sunday, Jan. 3, 2021] = 2021-01-03"}},
	{Name: "day and month", Type: fact.Date, Pattern: "WEEKDAY? ,? MOD? the? DAY of? MONTH", Value: calendarDay,
		Examples: []string{"The gate of 2015 will be shut on [4 April] = 2022-04-04", "He is expected in court on [9 February] = 2022-02-09", "She left on [9 December] = 2021-12-09"}},
	{Name: "month and day", Type: fact.Date, Pattern: "WEEKDAY? ,? MOD? MONTH the? DAY", Value: calendarDay,
		Examples: []string{"They met [Jan. 12] = 2022-01-12", "They met on [Nov. 12] = 2021-11-12", "[Saturday, March 5] = 2022-03-05"}},
	{Name: "first day of a range", Type: fact.Date, Pattern: "DAY / -|–|to|and DAY2 MONTH YEAR?", Value: calendarDay,
		Examples: []string{"held [12] - 14 January 2021 = 2021-01-12"}},
	{Name: "last day of a range", Type: fact.Date, Pattern: "DAY", After: "-|–|to|and|or", Value: lastOfRange,
		Examples: []string{"held Jan. 12-[14] = 2022-01-14"}},
	{Name: "month and year", Type: fact.Date, Pattern: "MOD? -? MONTH ,|of? YEAR", Value: func(m *match) (string, bool) {
		return monthOf(m.int("YEAR"), m.int("MONTH")).String(), true
	}, Examples: []string{"Built in [May 1974] = 1974-05", "by [late March, 2019] = 2019-03"}},
	{Name: "month of last, this or next year", Type: fact.Date, Pattern: "MOD? -? MONTH of? DEM year", Value: func(m *match) (string, bool) {
		if m.published.day.IsZero() {
			return "", true
		}
		return monthOf(m.published.day.Year()+m.int("DEM"), m.int("MONTH")).String(), true
	}, Examples: []string{"Prices rose from [June last year] = 2021-06"}},
	{Name: "last, this or next month by name", Type: fact.Date, Pattern: "DEM past|coming? MONTH", Value: func(m *match) (string, bool) {
		return nearMonth(m, pointing(m.int("DEM"))), true
	}, Examples: []string{"It fell [last April] = 2021-04", "It fell [last January] = 2021-01", "2022-03-10: It opens [next March] = 2023-03"}},
	{Name: "last, this or next day of a month", Type: fact.Date, Pattern: "DEM MONTH DAY", Value: func(m *match) (string, bool) {
		month, ok := parse(nearMonth(m, pointing(m.int("DEM"))))
		d, ok2 := dayOf(month.day.Year(), m.int("MONTH"), m.int("DAY"))
		return d.String(), ok && ok2
	}, Examples: []string{"It fell [last April 12] = 2021-04-12"}},
	{Name: "month of the last year given", Type: fact.Date, Pattern: "MOD? MONTH of that same? year", Value: monthOfThat,
		Examples: []string{"It joined in 1997. In [May of that year] it left = 1997-05"}},
	{Name: "month of the last year given", Type: fact.Date, Pattern: "MOD? MONTH of the same year", Value: monthOfThat,
		Examples: []string{"It joined in 1997 and left in [May of the same year] = 1997-05"}},
	{Name: "month", Type: fact.Date, Pattern: "MOD? -? MONTH", Value: bareMonth,
		Examples: []string{"It shut in [October] = 2021-10", "A law of 1950 binds it. It has sunk since [October] = 2021-10", "He faces a trial in [April] = 2022-04", "It shut in [mid-December] = 2021-12"}},
	{Name: "fiscal year", Type: fact.Date, Pattern: "fiscal|financial year? YEAR", Value: aYear,
		Examples: []string{"Sales in [fiscal 2019] fell = 2019"}},
	{Name: "year", Type: fact.Date, Pattern: "MOD? -? YEAR", Value: aYear,
		Examples: []string{"It joined in [1997] too = 1997", "by [the end of 2019] = 2019", "in [nineteen ninety-seven] = 1997"}},
	{Name: "year", Type: fact.Date, Pattern: "MOD? the year YEAR", Value: aYear,
		Examples: []string{"It joined in [the year 1997] = 1997"}},
	{Name: "short year", Type: fact.Date, Pattern: "SHORT", After: "in|of|since|from|by|until", Value: func(m *match) (string, bool) {
		return yearOf(m.int("SHORT")).String(), true
	}, Examples: []string{"the flood of ['97] = 1997"}},
	{Name: "decade", Type: fact.Date, Pattern: "the? MOD? -? DECADE", Value: func(m *match) (string, bool) {
		return m.value("DECADE"), (m.has("the") || m.lower[m.next-1] != "s") && !whose[m.at(m.first-1)]
	}, Examples: []string{"Built in [the 1990s] = 199", "in [the late 1970s] = 197", "in [the '80s] = 198"}},
	{Name: "century", Type: fact.Date, Pattern: "the? MOD? -? ORD - ? century", Value: century,
		Examples: []string{"A custom of [the 19th century] = 18"}},
	{Name: "century", Type: fact.Date, Pattern: "the? MOD? -? ORD century", Value: century,
		Examples: []string{"A custom of [the early 20th century] = 19"}},
}

// monthOfThat is the month in the year of the last date.
func monthOfThat(m *match) (string, bool) {
	last := m.around()
	return monthOf(last.day.Year(), m.int("MONTH")).String(), !last.day.IsZero()
}

func inFigures(label string) func(*match) (string, bool) {
	return func(m *match) (string, bool) { return m.value(label), true }
}

func century(m *match) (string, bool) {
	n := m.int("ORD")
	return fmt.Sprintf("%02d", n-1), n > 0 && n <= 30
}

// calendarDay is a day of a month, in the year given or told by the tense.
func calendarDay(m *match) (string, bool) {
	month, day := m.int("MONTH"), m.int("DAY")
	if year := m.int("YEAR"); year > 0 {
		d, ok := dayOf(year, month, day)
		return d.String(), ok
	}
	if _, ok := dayOf(2000, month, day); !ok {
		return "", false
	}
	if m.published.day.IsZero() && m.givenYear == 0 {
		return fmt.Sprintf("XXXX-%02d-%02d", month, day), true
	}
	return m.nearest(func(year int) date { d, _ := dayOf(year, month, day); return d }).String(), true
}

// nearest is the occurrence of a yearly day that the sentence means: in the
// year it gave, but what is still to come in no year past; else after publication where it looks ahead and before where
// it looks back; without a tense the one less than half a year away.
func (m *match) nearest(in func(year int) date) date {
	t := m.tense(m.first, m.next)
	if d := in(m.givenYear); m.givenYear > 0 && (t != future || m.published.day.IsZero() || d.follows(m.published)) {
		return d
	}
	if m.published.day.IsZero() {
		return date{}
	}
	year := m.published.day.Year()
	d := in(year)
	away := int(d.day.Sub(m.published.day).Hours() / 24)
	switch {
	case t == future && away < -31, t == unknown && away < -183:
		return in(year + 1)
	case t == past && away > 120, t == unknown && away > 183:
		return in(year - 1)
	}
	return d
}

func lastOfRange(m *match) (string, bool) {
	if m.end != m.first-1 || m.anchor.last.grain != byDay || len(m.found) == 0 {
		return "", false
	}
	first := m.t.TokenAt(m.found[len(m.found)-1].Span.Start)
	for i := first; i < m.end; i++ {
		if _, month := lexicon["MONTH"][m.lower[i]]; month {
			y, mo, d := m.anchor.last.day.Date()
			last, ok := dayOf(y, int(mo), m.int("DAY"))
			return last.String(), ok && m.int("DAY") > d
		}
	}
	return "", false
}

// nearMonth is the month of that name before, in or after publication.
func nearMonth(m *match, t tense) string {
	if m.published.day.IsZero() {
		return ""
	}
	year, now, month := m.published.day.Year(), int(m.published.day.Month()), m.int("MONTH")
	switch {
	case t == past && month >= now && m.int("DEM") < 0, t == past && month > now:
		year--
	case t == future && month < now, t == future && month == now && m.int("DEM") > 0:
		year++
	}
	return monthOf(year, month).String()
}

// bareMonth is a month without a year. "May", "March" and months that are
// first names need a word before them that goes with times.
func bareMonth(m *match) (string, bool) {
	c, _ := m.capture("MONTH")
	name := m.capital(c.next) && m.at(c.next) != "" && !m.t.Tokens[c.next].Paragraph
	if name && (len(m.lower[c.first]) == 3 || m.at(m.first-1) == "and") {
		return "", false // "Jan Kowal", "Eva Lind and April Holm"
	}
	led := c.first > m.first || timely[m.at(m.first-1)]
	if !led && (name || m.lower[c.first] == "may" || m.lower[c.first] == "march" || m.capital(c.first-1) && c.first > m.finder.first) {
		return "", false
	}
	sinceNow := m.sinceNow()
	if m.givenYear > 0 && !sinceNow {
		return monthOf(m.givenYear, m.int("MONTH")).String(), true
	}
	if m.published.day.IsZero() {
		return fmt.Sprintf("XXXX-%02d", m.int("MONTH")), true
	}
	t := m.tense(m.first, m.next)
	if sinceNow {
		t = past
	}
	if t == unknown {
		return m.nearest(func(year int) date { return monthOf(year, m.int("MONTH")) }).at(byMonth).String(), true
	}
	return nearMonth(m, t), true
}

// sinceNow reports whether the words lead from then up to publication: "has
// risen since October".
func (m *match) sinceNow() bool {
	if m.at(m.first-1) != "since" {
		return false
	}
	for i := m.first - 2; i >= max(m.finder.first, m.first-reach); i-- {
		switch m.lower[i] {
		case "has", "have", "'s", "'ve":
			return true
		case "had", ";":
			return false
		}
	}
	return false
}

// inName reports whether the figures at c stand inside a name: "the Tessin 2000
// Index". Those at its end are mostly the year of what it names: "Expo 2020".
func (m *match) inName(c capture) bool {
	return m.first > m.finder.first && m.name(c.first-1) && c.next < m.finder.last && m.name(c.next)
}

// name reports whether token i is part of a name and no month.
func (m *match) name(i int) bool {
	_, month := lexicon["MONTH"][m.lower[i]]
	return m.is(i, "NNP", "NN") && m.capital(i) && !month && !m.t.Tokens[i].Paragraph
}

// aYear is a year, unless what stands around it shows that it is a count or
// part of a name.
func aYear(m *match) (string, bool) {
	c, _ := m.capture("YEAR")
	year := yearOf(m.int("YEAR")).String()
	if c.first > m.first {
		return year, m.lower[c.first-1] != "-" || c.first-m.first > 1
	}
	before, after := m.at(m.first-1), m.at(c.next)
	switch {
	case unyear[before], counted(after), m.inName(c):
		return "", false
	case before == "-" && m.first > m.finder.first && m.t.Tokens[m.first-1].End == m.t.Tokens[m.first].Start:
		return year, m.end == m.first-1 // "1939-1945", not "model X-1997"
	case timely[before], m.int("YEAR") >= 1900 && m.int("YEAR") < 2100:
		return year, true
	}
	return "", false
}
