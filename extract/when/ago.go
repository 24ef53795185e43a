package when

import (
	"strings"

	"onrecord/extract/fact"
)

// ago is a time so far from publication or from the last date of the text.
var ago = []rule{
	{Name: "a year before", Type: fact.Date, Aside: true, Pattern: "a year ago|earlier", Value: yearBefore,
		Examples: []string{"Sales in the first quarter of 2019 rose from those of [a year earlier] = 2018-Q1 because the first quarter of 2018: 4 quarters before the first quarter of 2019, named just before"}},
	{Name: "so long ago", Type: fact.Date, Pattern: "HEDGE? NUM UNITS ago", Value: fromPublication(-1),
		Examples: []string{"He left [two years ago] = 2020 because 2 years before 2022, when the article appeared", "He left [10 days ago] = 2022-01-03", "He left [six weeks ago] = 2021-W48", "He left [two months ago] = 2021-11", "He left [about 30 years ago] = 1992"}},
	{Name: "so long ago", Type: fact.Date, Pattern: "HEDGE? a|an|one UNIT ago", Value: fromPublication(-1),
		Examples: []string{"The lake was empty [a year ago] = 2021 because the year before 2022, when the article appeared", "He left [a week ago] = 2022-W01", "He left [an hour ago] = PAST_REF"}},
	{Name: "so long ago", Type: fact.Date, Pattern: "HEDGE? NUM UNITS or so ago", Value: fromPublication(-1),
		Examples: []string{"He left [two years or so ago] = 2020 because 2 years before 2022, when the article appeared"}},
	{Name: "so long ago", Type: fact.Date, Pattern: "a|an|one UNIT or so ago", Value: fromPublication(-1),
		Examples: []string{"He left [a week or so ago] = 2022-W01 because the week of 3 January 2022: the week before the week of 10 January 2022, when the article appeared"}},
	{Name: "so long ago", Type: fact.Date, Pattern: "half a|an UNIT ago", Value: func(m *match) (reading, bool) {
		switch m.value("UNIT") {
		case "100Y", "10Y", "1000Y":
			return m.published.counted(-whole(strings.TrimSuffix(m.value("UNIT"), "Y"))/2, byYear).reading(), true
		case "Y":
			return m.published.counted(-6, byMonth).reading(), true
		}
		return m.clockless(inPast), true
	}, Examples: []string{"He left [half a century ago] = 1972 because 50 years before 2022, when the article appeared", "He left [half an hour ago] = PAST_REF because vague: the past; the hour the article appeared is not known"}},
	{Name: "long ago", Type: fact.Date, Pattern: "a|the? COUNT|couple|dozen|long of? UNITS ago", Value: always(inPast),
		Examples: []string{"He left [several years ago] = PAST_REF because vague: the past", "He left [a few days ago] = PAST_REF"}},
	{Name: "long ago", Type: fact.Date, Pattern: "UNITS|long ago", Value: always(inPast),
		Examples: []string{"He left [months ago] = PAST_REF", "He left [long ago] = PAST_REF"}},
	{Name: "so long from publication", Type: fact.Date, Pattern: "NUM UNITS from now|today", Value: fromPublication(1),
		Examples: []string{"It will rust [two years from now] = 2024 because 2 years after 2022, when the article appeared"}},
	{Name: "so long from publication", Type: fact.Date, Pattern: "a|an|one UNIT from now|today", Value: fromPublication(1),
		Examples: []string{"It will rust [a year from now] = 2023 because the year after 2022, when the article appeared"}},
	{Name: "so long from publication", Type: fact.Date, Pattern: "NUM UNITS ' time", Value: fromPublication(1),
		Examples: []string{"It will open in [three weeks' time] = 2022-W05 because the week of 31 January 2022: 3 weeks after the week of 10 January 2022, when the article appeared"}},
	{Name: "so long before the last date", Type: fact.Date, Pattern: "HEDGE? NUM UNITS earlier|before", Value: fromAnchor(-1),
		Examples: []string{"It shut in 2012. It had opened [two years earlier] = 2010 because 2 years before 2012, named just before",
			"It shut on 11 January and will open on 3 May. [Three days earlier] a pipe had burst = 2022-01-08"}},
	{Name: "so long before the last date", Type: fact.Date, Pattern: "a|an|one UNIT earlier|before", Value: fromAnchor(-1),
		Examples: []string{"It shut in 2012. It had opened [a year earlier] = 2011 because the year before 2012, named just before", "It shut on 3 March 2012 and [a day earlier] he left = 2012-03-02"}},
	{Name: "so long after the last date", Type: fact.Date, Pattern: "HEDGE? NUM UNITS later", Value: fromAnchor(1),
		Examples: []string{"It opened in 2010 and shut [two years later] = 2012 because 2 years after 2010, named just before", "It shut on 11 January. A film follows on 20 January. [Two days later] the roof fell. = 2022-01-13"}},
	{Name: "so long after the last date", Type: fact.Date, Pattern: "a|an|one UNIT later", Value: fromAnchor(1),
		Examples: []string{"It opened in 2010 and shut [a month later] = 2010 because some months into 2010, named just before, so of the same year"}},
	{Name: "a year before", Type: fact.Date, Aside: true, Pattern: "year - ago|earlier", Value: func(m *match) (reading, bool) {
		if last := m.around(); last.grain == byQuarter {
			return last.counted(-4, byQuarter).reading(), true
		}
		return m.published.counted(-1, byYear).reading(), true
	}, Examples: []string{"It beat the [year-ago] figure = 2021 because the year before 2022, when the article appeared"}},
}

// yearBefore is the quarter a year before the one that the text spoke of last.
func yearBefore(m *match) (reading, bool) {
	last := m.around()
	return last.counted(-4, byQuarter).reading(), last.grain == byQuarter
}

// unitOf is the unit and number of a measure, the words of a decade or
// fortnight told in years or weeks.
func (m *match) unitOf() (n int, g grain, ok bool) {
	code, n := m.value("UNITS"), m.int("NUM")
	if code == "" {
		code, n = m.value("UNIT"), 1
	}
	count := strings.TrimRight(code, "DWMQYET")
	switch g = grain(code[len(count):]); g {
	case byDay, byWeek, byMonth, byQuarter, byYear:
	default:
		return 0, "", false
	}
	if count != "" {
		n *= whole(count)
	}
	return n, g, n < 5000
}

func fromPublication(sign int) func(*match) (reading, bool) {
	return func(m *match) (reading, bool) {
		n, g, ok := m.unitOf()
		switch {
		case !ok && sign < 0:
			return m.clockless(inPast), true
		case !ok:
			return m.clockless(inFuture), true
		case g == byYear && n == 1 && m.anchor.last.grain == byQuarter && m.sentenceHolds():
			return m.around().counted(-4, byQuarter).reading(), true
		}
		return m.published.counted(sign*n, g).reading(), true
	}
}

// clockless is what can be told of a time counted from the hour that the
// article appeared, or in units that the calendar has no place for.
func (m *match) clockless(r reading) reading {
	if unit := m.value("UNITS") + m.value("UNIT"); strings.HasPrefix(unit, "T") {
		r.why += "; the hour the article appeared is not known"
	}
	return r
}

// fromAnchor counts from the last date of the text. A day that is counted in
// months or years stays as exact as what is counted.
func fromAnchor(sign int) func(*match) (reading, bool) {
	return func(m *match) (reading, bool) {
		n, g, ok := m.unitOf()
		from := m.around()
		if sign < 0 {
			from = m.behind()
		}
		switch {
		case m.lower[m.next-1] == "before" && !m.closed():
			return reading{}, false // "two days before the vote"
		case !ok:
			return reading{}, false
		case g == byYear && from.grain == byQuarter:
			return from.counted(sign*4*n, byQuarter).reading(), true
		case rank(from.grain) > rank(g):
			return from.because("some months into " + from.where() + ", so of the same year").reading(), from.grain == byYear && g == byMonth && sign > 0
		}
		if sign < 0 {
			return from.counted(-n, g).reading(), true
		}
		return m.told(func(d date) date { return d.counted(n, g) }).reading(), true
	}
}

// closed reports whether the clause ends after the expression.
func (m *match) closed() bool {
	w := m.at(m.next)
	return w == "" || strings.Contains(".,;:)!?", w)
}

// rank orders the units of the calendar by length.
func rank(g grain) int { return strings.Index("DWMQY", string(g)) }
