package when

import (
	"fmt"

	"onrecord/extract/fact"
)

// seasons is spring to winter, with a year or told by the tense.
var seasons = []rule{
	{Name: "season and year", Type: fact.Date, Pattern: "the? MOD? -? SEASON of? YEAR", Value: func(m *match) (reading, bool) {
		return written(season(m.int("YEAR"), m.value("SEASON"))), true
	}, Examples: []string{"He came in [the summer of 2019] = 2019-SU because summer 2019, as written", "He came in [spring 2019] = 2019-SP"}},
	{Name: "last, this or next season", Type: fact.Date, Pattern: "MOD? DEM past|coming? SEASON", Value: func(m *match) (reading, bool) {
		switch {
		case m.published.day.IsZero():
			return unknown(undated), true
		case m.has("past"):
			return m.seasonBy(view{tense: past}), true
		case m.int("DEM") == 0:
			return said(season(m.published.day.Year(), m.value("SEASON")), "that of "+m.published.at(byYear).where()), true
		}
		return m.seasonBy(view{tense: pointing(m.int("DEM"))}), true
	}, Examples: []string{"He came [last fall] = 2021-FA because autumn 2021: the last to begin by January 2022, when the article appeared", "He comes [next spring] = 2022-SP", "He comes [this summer] = 2022-SU", "He came [this past spring] = 2021-SP"}},
	{Name: "season", Type: fact.Date, Pattern: "the MOD? early|late|mid? SEASON", Value: seasonByTense,
		Examples: []string{"Rents could treble by [the summer] = 2022-SU because summer 2022: the next from January 2022, when the article appeared; “could” looks ahead", "The mill was shut in [the autumn] = 2021-FA"}},
	{Name: "season", Type: fact.Date, Pattern: "MOD? -? SEASON", After: "in|by|of|until|since|before|during|through|from", Value: seasonByTense,
		Examples: []string{"The mill was shut in [summer] = 2021-SU because summer 2021: the last to begin by January 2022, when the article appeared; “was shut” tells of the past"}},
}

// quarters is quarters and halves of the year.
var quarters = []rule{
	{Name: "quarter of a year", Type: fact.Date, Pattern: "MOD? the? fiscal|latest|corresponding? ORD -? quarter of YEAR", Value: quarterOf,
		Examples: []string{"Sales rose in [the third quarter of 2020] = 2020-Q3 because the third quarter of 2020, as written"}},
	{Name: "quarter of last or next year", Type: fact.Date, Pattern: "the? ORD quarter of DEM year", Value: quarterOf,
		Examples: []string{"Sales rose in [the second quarter of last year] = 2021-Q2 because the second quarter of 2021: of the year before 2022, when the article appeared"}},
	{Name: "quarter of last or next year", Type: fact.Date, Pattern: "DEM year 's ORD quarter", Value: quarterOf,
		Examples: []string{"Sales rose in [last year's second quarter] = 2021-Q2 because the second quarter of 2021: of the year before 2022, when the article appeared"}},
	{Name: "quarter of a year", Type: fact.Date, Pattern: "the? YEAR ORD quarter", Value: quarterOf,
		Examples: []string{"Sales rose in [the 2019 second quarter] = 2019-Q2 because the second quarter of 2019, as written"}},
	{Name: "quarter a year before", Type: fact.Date, Aside: true, Pattern: "the? comparable|fiscal? year - ago|earlier ORD? quarter|period", Value: quarterYearAgo,
		Examples: []string{"Sales fell from those of [the year-earlier third quarter] = 2020-Q3 because the third quarter of 2020: 4 quarters before the third quarter of 2021, the last to begin when the article appeared"}},
	{Name: "quarter by its sign", Type: fact.Date, Pattern: "QSIGN ,|of? YEAR", Value: quarterOf,
		Examples: []string{"Sales rose in [Q3 2020] = 2020-Q3 because the third quarter of 2020, as written"}},
	{Name: "quarter by its sign", Type: fact.Date, Pattern: "QSIGN", After: "in|for|during|since|until", Value: quarterOf,
		Examples: []string{"Sales fell in [Q4] = 2021-Q4 because the fourth quarter of 2021: the last to begin by January 2022, when the article appeared"}},
	{Name: "half of a year by its sign", Type: fact.Date, Pattern: "h1|h2 ,|of? YEAR", Value: func(m *match) (reading, bool) {
		return written(half(m, m.int("YEAR"))), true
	}, Examples: []string{"Sales fell in [H1 2021] = 2021-H1 because the first half of 2021, as written"}},
	{Name: "quarter", Type: fact.Date, Pattern: "ORD - quarter", Value: quarterOf,
		Examples: []string{"Its [first-quarter] loss grew = 2022-Q1 because the first quarter of 2022: the last to begin by January 2022, when the article appeared"}},
	{Name: "quarter", Type: fact.Date, Pattern: "MOD? the|its|their? fiscal? -? ORD quarter", Value: quarterOf,
		Examples: []string{"Sales fell in [the third quarter] = 2021-Q3 because the third quarter of 2021: the last to begin by January 2022, when the article appeared"}},
	{Name: "period of a year", Type: fact.Date, Aside: true, Pattern: "the YEAR period|quarter", Value: func(m *match) (reading, bool) {
		d := yearOf(m.int("YEAR"))
		if last := m.around(); last.grain == byQuarter {
			return last.add(4*(d.day.Year()-last.day.Year()), byQuarter).because("the one of that year like " + last.where()).reading(), true
		}
		return written(d.String()), true
	}, Examples: []string{"It lost money in the first quarter of 2019 but not in [the 2018 period] = 2018-Q1 because the first quarter of 2018: the one of that year like the first quarter of 2019, named just before"}},
	{Name: "same period of the year before", Type: fact.Date, Aside: true, Pattern: "the same|corresponding|comparable PERIOD of|in? the? last|previous|preceding|prior year", Value: samePeriod,
		Examples: []string{"Sales rose in the first quarter of 2019 from [the same period of the previous year] = 2018-Q1 because the first quarter of 2018: a year before the first quarter of 2019, named just before", "Sales rose in March 2019 from [the same month last year] = 2018-03"}},
	{Name: "same period of the year before", Type: fact.Date, Aside: true, Pattern: "the same|corresponding|comparable? PERIOD a year ago|earlier|before", Value: samePeriod,
		Examples: []string{"Sales rose in the first quarter of 2019 from [the corresponding quarter a year earlier] = 2018-Q1 because the first quarter of 2018: a year before the first quarter of 2019, named just before"}},
	{Name: "quarter just ended", Type: fact.Date, Pattern: "the latest period", Value: func(m *match) (reading, bool) {
		return m.around().counted(0, byQuarter).reading(), m.anchor.last.grain == byQuarter
	}, Examples: []string{"It lost money in the first quarter of 2019. Sales in [the latest period] fell = 2019-Q1 because the first quarter of 2019, named just before"}},
	{Name: "quarter just ended", Type: fact.Date, Pattern: "the latest? quarter", Value: func(m *match) (reading, bool) {
		if m.anchor.last.grain == byQuarter && !m.has("latest") {
			return m.around().counted(0, byQuarter).reading(), true
		}
		return m.published.counted(-1, byQuarter).reading(), true
	}, Examples: []string{"Sales fell in [the latest quarter] = 2021-Q4 because the fourth quarter of 2021: the quarter before the first quarter of 2022, when the article appeared"}},
	{Name: "last quarter of a year", Type: fact.Date, Pattern: "the last|final|closing quarter of YEAR", Value: func(m *match) (reading, bool) {
		return written(monthOf(m.int("YEAR"), 10).at(byQuarter).String()), true
	}, Examples: []string{"Sales rose in [the final quarter of 2020] = 2020-Q4 because the fourth quarter of 2020, as written"}},
	{Name: "half of a year", Type: fact.Date, Pattern: "the? first|second|last half of YEAR", Value: func(m *match) (reading, bool) {
		return written(half(m, m.int("YEAR"))), true
	}, Examples: []string{"Sales fell in [the first half of 2019] = 2019-H1 because the first half of 2019, as written"}},
	{Name: "half of last, this or next year", Type: fact.Date, Pattern: "the? first|second|last half of DEM|the year", Value: func(m *match) (reading, bool) {
		if m.published.day.IsZero() {
			return unknown(undated), true
		}
		year := m.published.counted(m.int("DEM"), byYear)
		return said(half(m, year.day.Year()), "that of "+year.why), true
	}, Examples: []string{"Sales fell in [the second half of last year] = 2021-H2 because the second half of 2021: that of the year before 2022, when the article appeared"}},
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
func (m *match) seasonBy(v view) reading {
	year, month, name := m.published.day.Year(), int(m.published.day.Month()), m.value("SEASON")
	start, side := seasonStart(name), "the last to begin by "
	if v.tense == future {
		side = "the next from "
	}
	switch {
	case v.tense == future && month > start+2:
		year++
	case v.tense != future && month < start:
		year--
	}
	why := side + m.published.at(byMonth).where()
	if v.words != "" {
		why += "; " + v.String()
	}
	return said(season(year, name), why)
}

func seasonByTense(m *match) (reading, bool) {
	switch {
	case m.givenYear > 0:
		return said(season(m.givenYear, m.value("SEASON")), "in the year named before"), true
	case m.published.day.IsZero():
		return unknown(undated), true
	}
	return m.seasonBy(m.tense(m.first, m.next)), true
}

// samePeriod is what the text spoke of last, a year before it: its quarter or
// month, else the year.
func samePeriod(m *match) (reading, bool) {
	last := m.around()
	if last.grain == byQuarter || last.grain == byMonth {
		return last.add(-12, byMonth).at(last.grain).because("a year before " + last.where()).reading(), true
	}
	return m.published.counted(-1, byYear).reading(), true
}

// quarterOf is the quarter of the year given, else the last of that number
// that has begun.
func quarterOf(m *match) (reading, bool) {
	n, year := m.int("ORD")+m.int("QSIGN"), m.int("YEAR")
	if n < 1 || n > 4 {
		return reading{}, false
	}
	of := func(year int) date { return monthOf(year, 3*n-2).at(byQuarter) }
	c, pointed := m.capture("DEM")
	switch {
	case year > 0:
		return written(of(year).String()), true
	case m.published.day.IsZero():
		value := fmt.Sprintf("XXXX-Q%d", n)
		return reading{value, account{why: words(value) + ", as written; nothing tells the year"}}, true
	case pointed:
		to := m.published.counted(int(c.n), byYear)
		return of(to.day.Year()).because("of " + to.why).reading(), true
	}
	return m.quarterMeant(of).reading(), true
}

// quarterMeant is the last of the quarters that has begun when the article
// appears, or that of its year where the sentence looks ahead.
func (m *match) quarterMeant(of func(year int) date) date {
	d := of(m.published.day.Year())
	if !d.follows(m.published) {
		return d.because("the last to begin by " + m.published.at(byMonth).where())
	}
	if v := m.tense(m.first, m.next); v.tense == future {
		return d.because("of the year the article appeared; " + v.String())
	}
	return of(m.published.day.Year() - 1).because("the last to begin by " + m.published.at(byMonth).where())
}

func quarterYearAgo(m *match) (reading, bool) {
	if n := m.int("ORD"); n >= 1 && n <= 4 && !m.published.day.IsZero() {
		q := monthOf(m.published.day.Year(), 3*n-2).at(byQuarter)
		if n > quarter(m.published.day) {
			q = q.add(-4, byQuarter)
		}
		q.why = "the last to begin when the article appeared"
		return q.counted(-4, byQuarter).reading(), true
	}
	if m.anchor.last.grain == byQuarter {
		return m.around().counted(-4, byQuarter).reading(), true
	}
	return m.published.counted(-5, byQuarter).reading(), true
}

func half(m *match, year int) string {
	if m.has("first", "h1") {
		return fmt.Sprintf("%04d-H1", year)
	}
	return fmt.Sprintf("%04d-H2", year)
}
