package when

import (
	"fmt"

	"onrecord/extract/fact"
)

// seasons is spring to winter, with a year or told by the tense.
var seasons = []rule{
	{Name: "season and year", Type: fact.Date, Pattern: "the? MOD? -? SEASON of? YEAR", Value: func(m *match) (string, bool) {
		return season(m.int("YEAR"), m.value("SEASON")), true
	}, Examples: []string{"He came in [the summer of 2019] = 2019-SU", "He came in [spring 2019] = 2019-SP"}},
	{Name: "last, this or next season", Type: fact.Date, Pattern: "MOD? DEM past|coming? SEASON", Value: func(m *match) (string, bool) {
		switch {
		case m.published.day.IsZero():
			return "", true
		case m.has("past"):
			return m.seasonBy(past), true
		case m.int("DEM") == 0:
			return season(m.published.day.Year(), m.value("SEASON")), true
		}
		return m.seasonBy(pointing(m.int("DEM"))), true
	}, Examples: []string{"He came [last fall] = 2021-FA", "He comes [next spring] = 2022-SP", "He comes [this summer] = 2022-SU", "He came [this past spring] = 2021-SP"}},
	{Name: "season", Type: fact.Date, Pattern: "the MOD? early|late|mid? SEASON", Value: seasonByTense,
		Examples: []string{"Rents could treble by [the summer] = 2022-SU", "The mill was shut in [the autumn] = 2021-FA"}},
	{Name: "season", Type: fact.Date, Pattern: "MOD? -? SEASON", After: "in|by|of|until|since|before|during|through|from", Value: seasonByTense,
		Examples: []string{"The mill was shut in [summer] = 2021-SU"}},
}

// quarters is quarters and halves of the year.
var quarters = []rule{
	{Name: "quarter of a year", Type: fact.Date, Pattern: "MOD? the? fiscal|latest|corresponding? ORD -? quarter of YEAR", Value: quarterOf,
		Examples: []string{"Sales rose in [the third quarter of 2020] = 2020-Q3"}},
	{Name: "quarter of last or next year", Type: fact.Date, Pattern: "the? ORD quarter of DEM year", Value: quarterOf,
		Examples: []string{"Sales rose in [the second quarter of last year] = 2021-Q2"}},
	{Name: "quarter of last or next year", Type: fact.Date, Pattern: "DEM year 's ORD quarter", Value: quarterOf,
		Examples: []string{"Sales rose in [last year's second quarter] = 2021-Q2"}},
	{Name: "quarter of a year", Type: fact.Date, Pattern: "the? YEAR ORD quarter", Value: quarterOf,
		Examples: []string{"Sales rose in [the 2019 second quarter] = 2019-Q2"}},
	{Name: "quarter a year before", Type: fact.Date, Aside: true, Pattern: "the? comparable|fiscal? year - ago|earlier ORD? quarter|period", Value: quarterYearAgo,
		Examples: []string{"Sales fell from those of [the year-earlier third quarter] = 2020-Q3"}},
	{Name: "quarter", Type: fact.Date, Pattern: "ORD - quarter", Value: quarterOf,
		Examples: []string{"Its [first-quarter] loss grew = 2022-Q1"}},
	{Name: "quarter", Type: fact.Date, Pattern: "MOD? the|its|their? fiscal? -? ORD quarter", Value: quarterOf,
		Examples: []string{"Sales fell in [the third quarter] = 2021-Q3"}},
	{Name: "period of a year", Type: fact.Date, Aside: true, Pattern: "the YEAR period|quarter", Value: func(m *match) (string, bool) {
		d := yearOf(m.int("YEAR"))
		if last := m.anchor.last; last.grain == byQuarter {
			d = last.add(4*(d.day.Year()-last.day.Year()), byQuarter)
		}
		return d.String(), true
	}, Examples: []string{"It lost money in the first quarter of 2019 but not in [the 2018 period] = 2018-Q1"}},
	{Name: "same period of the year before", Type: fact.Date, Aside: true, Pattern: "the same|corresponding|comparable PERIOD of|in? the? last|previous|preceding|prior year", Value: samePeriod,
		Examples: []string{"Sales rose in the first quarter of 2019 from [the same period of the previous year] = 2018-Q1", "Sales rose in March 2019 from [the same month last year] = 2018-03"}},
	{Name: "same period of the year before", Type: fact.Date, Aside: true, Pattern: "the same|corresponding|comparable? PERIOD a year ago|earlier|before", Value: samePeriod,
		Examples: []string{"Sales rose in the first quarter of 2019 from [the corresponding quarter a year earlier] = 2018-Q1"}},
	{Name: "quarter just ended", Type: fact.Date, Pattern: "the latest period", Value: func(m *match) (string, bool) {
		return m.anchor.last.String(), m.anchor.last.grain == byQuarter
	}, Examples: []string{"It lost money in the first quarter of 2019. Sales in [the latest period] fell = 2019-Q1"}},
	{Name: "quarter just ended", Type: fact.Date, Pattern: "the latest? quarter", Value: func(m *match) (string, bool) {
		if m.anchor.last.grain == byQuarter && !m.has("latest") {
			return m.anchor.last.String(), true
		}
		return m.published.add(-1, byQuarter).String(), true
	}, Examples: []string{"Sales fell in [the latest quarter] = 2021-Q4"}},
	{Name: "last quarter of a year", Type: fact.Date, Pattern: "the last|final|closing quarter of YEAR", Value: func(m *match) (string, bool) {
		return date{monthOf(m.int("YEAR"), 10).day, byQuarter}.String(), true
	}, Examples: []string{"Sales rose in [the final quarter of 2020] = 2020-Q4"}},
	{Name: "half of a year", Type: fact.Date, Pattern: "the? first|second|last half of YEAR", Value: func(m *match) (string, bool) {
		return half(m, m.int("YEAR")), true
	}, Examples: []string{"Sales fell in [the first half of 2019] = 2019-H1"}},
	{Name: "half of last, this or next year", Type: fact.Date, Pattern: "the? first|second|last half of DEM|the year", Value: func(m *match) (string, bool) {
		if m.published.day.IsZero() {
			return "", true
		}
		return half(m, m.published.day.Year()+m.int("DEM")), true
	}, Examples: []string{"Sales fell in [the second half of last year] = 2021-H2"}},
}

func season(year int, name string) string { return fmt.Sprintf("%04d-%s", year, name) }

// seasonStart is the month a season starts in, in the north, as news says it.
func seasonStart(name string) int {
	switch name {
	case "SP":
		return 3
	case "SU":
		return 6
	case "FA":
		return 9
	}
	return 12
}

// seasonBy is the season before or after publication. Winter has the year it
// starts in.
func (m *match) seasonBy(t tense) string {
	year, month, name := m.published.day.Year(), int(m.published.day.Month()), m.value("SEASON")
	start := seasonStart(name)
	switch {
	case t == future && month > start+2:
		year++
	case t != future && month < start:
		year--
	}
	return season(year, name)
}

func seasonByTense(m *match) (string, bool) {
	switch {
	case m.givenYear > 0:
		return season(m.givenYear, m.value("SEASON")), true
	case m.published.day.IsZero():
		return "", true
	}
	return m.seasonBy(m.tense(m.first, m.next)), true
}

// samePeriod is what the text spoke of last, a year before it: its quarter or
// month, else the year.
func samePeriod(m *match) (string, bool) {
	last := m.around()
	if last.grain == byQuarter || last.grain == byMonth {
		return date{addMonths(last.day, -12), last.grain}.String(), true
	}
	return m.published.add(-1, byYear).String(), true
}

// quarterOf is the quarter of the year given, else the last of that number
// that has begun.
func quarterOf(m *match) (string, bool) {
	n, year := m.int("ORD"), m.int("YEAR")
	if n < 1 || n > 4 {
		return "", false
	}
	if year == 0 && m.published.day.IsZero() {
		return fmt.Sprintf("XXXX-Q%d", n), true
	}
	if year == 0 {
		year = m.published.day.Year()
		if c, ok := m.capture("DEM"); ok {
			year += int(c.n)
		} else if n > quarter(m.published.day) && m.tense(m.first, m.next) != future {
			year--
		}
	}
	return date{monthOf(year, 3*n-2).day, byQuarter}.String(), true
}

func quarterYearAgo(m *match) (string, bool) {
	if n := m.int("ORD"); n >= 1 && n <= 4 && !m.published.day.IsZero() {
		q := date{monthOf(m.published.day.Year(), 3*n-2).day, byQuarter}
		if n > quarter(m.published.day) {
			q = q.add(-4, byQuarter)
		}
		return q.add(-4, byQuarter).String(), true
	}
	if m.anchor.last.grain == byQuarter {
		return m.anchor.last.add(-4, byQuarter).String(), true
	}
	return m.published.at(byQuarter).add(-5, byQuarter).String(), true
}

func half(m *match, year int) string {
	if m.has("first") {
		return fmt.Sprintf("%04d-H1", year)
	}
	return fmt.Sprintf("%04d-H2", year)
}
