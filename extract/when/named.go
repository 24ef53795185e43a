package when

import (
	"fmt"
	"strings"

	"onrecord/extract/fact"
)

// named is days with a name.
var named = []rule{
	{Name: "named day and year", Type: fact.Date, Pattern: "HOLIDAY ,|of|in? YEAR", Value: func(m *match) (reading, bool) {
		year := m.int("YEAR")
		return m.holidayOf(year, fmt.Sprint("in ", year, ", as written")), true
	}, Examples: []string{"He left on [Easter Monday 2019] = 2019-04-22 because Easter Monday: the day after Easter Sunday, in 2019, as written",
		"He left on [Thanksgiving 2020] = 2020-11-26", "He left on [Orthodox Easter 2021] = 2021-05-02"}},
	{Name: "named day of last, this or next year", Type: fact.Date, Pattern: "HOLIDAY of? DEM year", Value: func(m *match) (reading, bool) {
		year := m.published.counted(m.int("DEM"), byYear)
		if year.day.IsZero() {
			return unknown(undated), true
		}
		return m.holidayOf(year.day.Year(), "in "+year.why), true
	}, Examples: []string{"It opened at [Christmas last year] = 2021-12-25 because Christmas: 25 December, in the year before 2022, when the article appeared"}},
	{Name: "named day", Type: fact.Date, Pattern: "DEM? HOLIDAY", Value: holidayMeant,
		Examples: []string{"It opened on [Christmas Day] = 2021-12-25 because Christmas Day: 25 December, in the year before the article appeared; “opened” tells of the past",
			"It will open on [Good Friday] = 2022-04-15", "It shut [last Thanksgiving] = 2021-11-25 because Thanksgiving: the fourth Thursday of November in the United States, in the year before the article appeared",
			"It will open on [Memorial Day] = 2022-05-30", "[Black Friday] was wet = 2021-11-26"}},
}

// holidayMeant is the named day nearest to publication that the sentence looks
// to.
func holidayMeant(m *match) (reading, bool) {
	in := func(year int) date { return holidayIn(m.value("HOLIDAY"), year) }
	c, pointed := m.capture("DEM")
	if !pointed || c.n == 0 || m.published.day.IsZero() {
		d := m.nearest(in)
		return m.holidayOf(d.day.Year(), d.why), true
	}
	shift := 0
	if ahead := in(m.published.day.Year()).follows(m.published); ahead && c.n < 0 || !ahead && c.n > 0 {
		shift = int(c.n)
	}
	year := m.published.day.Year() + shift
	return m.holidayOf(year, m.yearWords(in(year), shift, view{tense: pointing(int(c.n))})), true
}

// holidayOf is the named day in a year that why was told for. A day that each
// country keeps on its own date is not known where the words before name one.
func (m *match) holidayOf(year int, why string) reading {
	c, _ := m.capture("HOLIDAY")
	name := strings.Join(strings.Fields(m.t.Slice(m.t.Range(c.first, c.next))), " ")
	switch d := holidayIn(c.value, year); {
	case strings.HasSuffix(c.value, ownDay) && m.foreign():
		return unknown(name + ": each country has its own")
	case why == "":
		return unknown(undated)
	default:
		return d.because(name + ": " + holidayWords(c.value) + ", " + why).reading()
	}
}

// foreign reports whether the word before the expression names another country
// than the United States: "Canadian Thanksgiving", "Ukraine's Independence Day".
func (m *match) foreign() bool {
	c, _ := m.capture("HOLIDAY")
	i := c.first - 1
	if m.at(i) == "'s" || m.at(i) == "’s" {
		return !american[m.at(i-1)]
	}
	return i >= m.finder.first && m.is(i, "JJ") && m.capital(i) && !american[m.lower[i]]
}
