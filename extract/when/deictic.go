package when

import (
	"strings"

	"onrecord/extract/fact"
)

// deictic is what only the day of publication tells: today, last week.
var deictic = []rule{
	{Name: "day of publication, before or after", Type: fact.Date, Pattern: "MOD? today|yesterday|tomorrow", Value: func(m *match) (reading, bool) {
		return m.dayNamed().reading(), true
	}, Examples: []string{"He left [yesterday] = 2022-01-12 because the day before 13 January 2022, when the article appeared", "He leaves [tomorrow] = 2022-01-14", "He left [late today] = 2022-01-13"}},
	{Name: "two days from publication", Type: fact.Date, Pattern: "the day after tomorrow", Value: func(m *match) (reading, bool) {
		return m.published.counted(2, byDay).reading(), true
	}, Examples: []string{"He leaves [the day after tomorrow] = 2022-01-15 because 2 days after 13 January 2022, when the article appeared"}},
	{Name: "two days from publication", Type: fact.Date, Pattern: "the day before yesterday", Value: func(m *match) (reading, bool) {
		return m.published.counted(-2, byDay).reading(), true
	}, Examples: []string{"He left [the day before yesterday] = 2022-01-11 because 2 days before 13 January 2022, when the article appeared"}},
	{Name: "the one before last or after next", Type: fact.Date, Pattern: "the week|month|year before last", Value: twoAway(-2),
		Examples: []string{"He left [the week before last] = 2021-W52 because the week of 27 December 2021: 2 weeks before the week of 10 January 2022, when the article appeared", "He left [the year before last] = 2020 because 2 years before 2022, when the article appeared"}},
	{Name: "the one before last or after next", Type: fact.Date, Pattern: "the week|month|year after next", Value: twoAway(2),
		Examples: []string{"He leaves [the month after next] = 2022-03 because 2 months after January 2022, when the article appeared"}},
	{Name: "year so far", Type: fact.Date, Pattern: "the? year -? to -? date", Value: func(m *match) (reading, bool) {
		return m.published.counted(0, byYear).reading(), true
	}, Examples: []string{"Sales rose in [the year to date] = 2022 because 2022, when the article appeared", "Its [year-to-date] loss grew = 2022"}},
	{Name: "part of yesterday or tomorrow", Type: fact.Clock, Pattern: "MOD? yesterday|tomorrow PART", Value: func(m *match) (reading, bool) {
		day := m.dayNamed()
		return day.in(partOf(m, "PART")), !day.day.IsZero()
	}, Examples: []string{"He left [yesterday morning] = 2022-01-12TMO because the morning of the day before 13 January 2022, when the article appeared"}},
	{Name: "part of yesterday or tomorrow", Type: fact.Clock, Pattern: "MOD? -? PART yesterday|tomorrow", Value: func(m *match) (reading, bool) {
		day := m.dayNamed()
		return day.in(partOf(m, "PART")), !day.day.IsZero()
	}, Examples: []string{"He left [mid-afternoon yesterday] = 2022-01-12TAF because the afternoon of the day before 13 January 2022, when the article appeared"}},
	{Name: "this part of the day", Type: fact.Clock, Pattern: "MOD? this PART", Value: func(m *match) (reading, bool) {
		return m.published.counted(0, byDay).in("T" + m.value("PART")), true
	}, Examples: []string{"He left [this morning] = 2022-01-13TMO because the morning of 13 January 2022, when the article appeared"}},
	{Name: "part of the day", Type: fact.Clock, Pattern: "early|late|mid -? PART", After: "by|in|until|since|from|before|during", Value: func(m *match) (reading, bool) {
		return m.dayMeant().in("T" + m.value("PART")), !strings.HasSuffix(m.lower[m.next-1], "s")
	}, Examples: []string{"By [mid-afternoon] it had stopped = 2022-01-13TAF because the afternoon of 13 January 2022, when the article appeared", "On Monday it rained until [late evening] = 2022-01-10TEV"}},
	{Name: "tonight", Type: fact.Clock, Pattern: "MOD? tonight", Value: func(m *match) (reading, bool) {
		return m.published.counted(0, byDay).in("TNI"), true
	}, Examples: []string{"He speaks [tonight] = 2022-01-13TNI because the night of 13 January 2022, when the article appeared"}},
	{Name: "last night", Type: fact.Clock, Pattern: "MOD? last night|evening", Value: func(m *match) (reading, bool) {
		return m.published.counted(-1, byDay).in(map[bool]string{true: "TNI", false: "TEV"}[m.has("night")]), true
	}, Examples: []string{"He spoke [last night] = 2022-01-12TNI because the night of the day before 13 January 2022, when the article appeared"}},
	{Name: "overnight", Type: fact.Clock, Pattern: "overnight", Vague: true, Value: func(m *match) (reading, bool) {
		return m.published.counted(-1, byDay).in("TNI"), true
	}, Examples: []string{"Snow fell [overnight] = 2022-01-12TNI because the night of the day before 13 January 2022, when the article appeared"}},
	{Name: "last, this or next unit of the calendar", Type: fact.Date, Pattern: "MOD? -? DEM UNIT", Value: near,
		Examples: []string{"It shut [last week] = 2022-W01 because the week of 3 January 2022: the week before the week of 10 January 2022, when the article appeared", "[Last month] it sank = 2021-12", "It opens [next year] = 2023", "He came [earlier this month] = 2022-01", "[last quarter] = 2021-Q4"}},
	{Name: "last, this or next unit of the calendar", Type: fact.Date, Pattern: "the DEM UNIT", Value: func(m *match) (reading, bool) {
		r, ok := near(m)
		return r, ok && m.has("last") && m.at(m.next) != "of"
	}, Examples: []string{"It has grown in [the last decade] = 201 because the 2010s: 10 years before 2022, when the article appeared", "It lost money in [the last quarter] = 2021-Q4"}},
	{Name: "last, this or next business or school year", Type: fact.Date, Pattern: "MOD? DEM fiscal|financial|calendar|school|academic year", Value: func(m *match) (reading, bool) {
		return m.published.counted(m.int("DEM"), byYear).reading(), true
	}, Examples: []string{"Sales will rise in [the rest of this fiscal year] = 2022", "Sales fell [last financial year] = 2021"}},
	{Name: "this weekend", Type: fact.Date, Pattern: "MOD? DEM|the past? weekend", Value: weekend,
		Examples: []string{"They met [last weekend] = 2022-W01-WE because the weekend of 8 January 2022: the last to end by 13 January 2022, when the article appeared", "They talked over [the weekend] = 2022-W01-WE", "They will talk over [the weekend] = 2022-W02-WE"}},
	{Name: "current unit of the calendar", Type: fact.Date, Pattern: "the current fiscal? UNIT", Value: func(m *match) (reading, bool) {
		g, ok := m.grain("UNIT")
		return m.published.counted(0, g).reading(), ok
	}, Examples: []string{"A deficit in [the current fiscal year] = 2022 because 2022, when the article appeared"}},
	{Name: "the week, month or year", Type: fact.Date, Pattern: "MOD the fiscal? week|month|quarter|year", Value: unitMeant,
		Examples: []string{"It should open by [the end of the year] = 2022 because 2022, when the article appeared", "It rose [earlier in the year] = 2022"}},
	{Name: "the whole week, month or year", Type: fact.Date, Pattern: "the full|whole|entire week|month|quarter|year", Value: unitMeant,
		Examples: []string{"It lost money for [the full year] = 2022 because 2022, when the article appeared"}},
	{Name: "the week, month or year", Type: fact.Date, Pattern: "the fiscal? week|month|year", After: "for|end|ended|ending|ends|finish|finished|finishing|closed|rest|remainder", Value: unitMeant,
		Examples: []string{"Prices were flat for [the week] = 2022-W02 because the week of 10 January 2022, when the article appeared"}},
	{Name: "the day", Type: fact.Date, Pattern: "late|early|later|earlier in the day", Value: func(m *match) (reading, bool) {
		return m.dayMeant().reading(), true
	}, Examples: []string{"It rained on Monday but cleared [late in the day] = 2022-01-10 because 10 January 2022, named just before"}},
	{Name: "the day", Type: fact.Date, Pattern: "the day / .|,|at|with|up|down|on|in|higher|lower", After: "end|ended|ending|ends|finish|finished|finishing|closed|for", Value: func(m *match) (reading, bool) {
		return m.dayMeant().reading(), true
	}, Examples: []string{"Shares fell on Monday to end [the day] at 40 = 2022-01-10 because 10 January 2022, named just before"}},
	{Name: "some day to come", Type: fact.Date, Pattern: "one day", After: "will|would|could|can|might|may|'ll", Value: always(inFuture),
		Examples: []string{"It will [one day] be red = FUTURE_REF because vague: the future"}},
	{Name: "year-end", Type: fact.Date, Pattern: "year - end", Value: func(m *match) (reading, bool) {
		return m.published.counted(0, byYear).reading(), true
	}, Examples: []string{"It should open by [year-end] = 2022 because 2022, when the article appeared"}},
	{Name: "year-end", Type: fact.Date, Pattern: "year 's? end", After: "by|at|around|before|until|since|from|to", Value: func(m *match) (reading, bool) {
		return m.published.counted(0, byYear).reading(), true
	}, Examples: []string{"It should open by [year's end] = 2022 because 2022, when the article appeared", "It should open by [year end] = 2022"}},
}

// twoAway is the unit that the second word names, n from publication.
func twoAway(n int) func(*match) (reading, bool) {
	return func(m *match) (reading, bool) {
		return m.published.counted(n, grainOf(m.lower[m.first+1])).reading(), true
	}
}

// unitMeant is the unit that the last word names, of the date the sentence has
// given or of publication; "the year ended in May" is another.
func unitMeant(m *match) (reading, bool) {
	from, g := m.published, grainOf(m.lower[m.next-1])
	if last := m.anchor.settled; m.sentenceHolds() && !last.day.IsZero() && rank(last.grain) <= rank(g) {
		from = m.anchor.past()
	}
	after := m.at(m.next)
	return from.counted(0, g).reading(), after != "ended" && after != "ending" && after != "-"
}

// dayNamed is the day that today, yesterday or tomorrow is.
func (m *match) dayNamed() date {
	switch {
	case m.has("yesterday"):
		return m.published.counted(-1, byDay)
	case m.has("tomorrow"):
		return m.published.counted(1, byDay)
	}
	return m.published.counted(0, byDay)
}

// grain is the calendar's unit that a class matched.
func (m *match) grain(label string) (grain, bool) {
	switch g := grain(m.value(label)); g {
	case byDay, byWeek, byMonth, byQuarter, byYear:
		return g, true
	default:
		return "", false
	}
}

func grainOf(word string) grain { return grain(lexicon["UNIT"][word]) }

// near is "last month", "this year", "next decade".
func near(m *match) (reading, bool) {
	g, ok := m.grain("UNIT")
	switch unit := m.value("UNIT"); {
	case ok && g == byDay, m.capital(m.next - 1):
		return reading{}, false
	case ok:
		return m.published.counted(m.int("DEM"), g).reading(), true
	case unit == "10Y":
		return m.age(10, 3), true
	case unit == "100Y":
		return m.age(100, 2), true
	}
	return reading{}, false
}

// age is the decade or century of so many years that last, this or next points
// at, whose value is the first figures of its years.
func (m *match) age(years, figures int) reading {
	if m.published.day.IsZero() {
		return unknown(undated)
	}
	year := m.published.add(years*m.int("DEM"), byYear)
	return said(year.String()[:figures], distance(years*m.int("DEM"), byYear)+m.published.at(byYear).where())
}

// weekend is the weekend last past, or in a clause that looks ahead the one
// to come.
func weekend(m *match) (reading, bool) {
	if m.published.day.IsZero() {
		return unknown(undated), true
	}
	d, side, v := m.published.before(7), "last to end by ", view{}
	c, ok := m.capture("DEM")
	if (!ok || c.n == 0) && !m.has("past") {
		v = m.tense(m.first, m.next)
	}
	if c.n > 0 || v.tense == future {
		d, side = m.published.after(7), "next from "
	}
	why := "the " + side + m.published.where()
	if v.tense != untold {
		why += "; " + v.String()
	}
	return said(d.at(byWeek).String()+"-WE", why), true
}
