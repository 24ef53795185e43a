package when

import (
	"strings"

	"onrecord/extract/fact"
)

// deictic is what only the day of publication tells: today, last week.
var deictic = []rule{
	{Name: "day of publication, before or after", Type: fact.Date, Pattern: "MOD? today|yesterday|tomorrow", Value: func(m *match) (string, bool) {
		return m.dayNamed(), true
	}, Examples: []string{"He left [yesterday] = 2022-01-12", "He leaves [tomorrow] = 2022-01-14", "He left [late today] = 2022-01-13"}},
	{Name: "part of yesterday or tomorrow", Type: fact.Clock, Pattern: "MOD? yesterday|tomorrow PART", Value: func(m *match) (string, bool) {
		day := m.dayNamed()
		return day + partOf(m, "PART"), day != ""
	}, Examples: []string{"He left [yesterday morning] = 2022-01-12TMO"}},
	{Name: "part of yesterday or tomorrow", Type: fact.Clock, Pattern: "MOD? -? PART yesterday|tomorrow", Value: func(m *match) (string, bool) {
		day := m.dayNamed()
		return day + partOf(m, "PART"), day != ""
	}, Examples: []string{"He left [mid-afternoon yesterday] = 2022-01-12TAF"}},
	{Name: "this part of the day", Type: fact.Clock, Pattern: "MOD? this PART", Value: func(m *match) (string, bool) {
		return m.published.part(0, m.value("PART")), true
	}, Examples: []string{"He left [this morning] = 2022-01-13TMO"}},
	{Name: "part of the day", Type: fact.Clock, Pattern: "early|late|mid -? PART", After: "by|in|until|since|from|before|during", Value: func(m *match) (string, bool) {
		return m.dayMeant().part(0, m.value("PART")), !strings.HasSuffix(m.lower[m.next-1], "s")
	}, Examples: []string{"By [mid-afternoon] it had stopped = 2022-01-13TAF", "On Monday it rained until [late evening] = 2022-01-10TEV"}},
	{Name: "tonight", Type: fact.Clock, Pattern: "MOD? tonight", Value: func(m *match) (string, bool) {
		return m.published.part(0, "NI"), true
	}, Examples: []string{"He speaks [tonight] = 2022-01-13TNI"}},
	{Name: "last night", Type: fact.Clock, Pattern: "MOD? last night|evening", Value: func(m *match) (string, bool) {
		return m.published.part(-1, map[bool]string{true: "NI", false: "EV"}[m.has("night")]), true
	}, Examples: []string{"He spoke [last night] = 2022-01-12TNI"}},
	{Name: "overnight", Type: fact.Clock, Pattern: "overnight", Vague: true, Value: func(m *match) (string, bool) {
		return m.published.part(-1, "NI"), true
	}, Examples: []string{"Snow fell [overnight] = 2022-01-12TNI"}},
	{Name: "last, this or next unit of the calendar", Type: fact.Date, Pattern: "MOD? -? DEM UNIT", Value: near,
		Examples: []string{"It shut [last week] = 2022-W01", "[Last month] it sank = 2021-12", "It opens [next year] = 2023", "He came [earlier this month] = 2022-01", "[last quarter] = 2021-Q4"}},
	{Name: "last, this or next unit of the calendar", Type: fact.Date, Pattern: "the DEM UNIT", Value: func(m *match) (string, bool) {
		value, ok := near(m)
		return value, ok && m.has("last") && m.at(m.next) != "of"
	}, Examples: []string{"It has grown in [the last decade] = 201", "It lost money in [the last quarter] = 2021-Q4"}},
	{Name: "this weekend", Type: fact.Date, Pattern: "MOD? DEM|the past? weekend", Value: weekend,
		Examples: []string{"They met [last weekend] = 2022-W01-WE", "They talked over [the weekend] = 2022-W01-WE", "They will talk over [the weekend] = 2022-W02-WE"}},
	{Name: "current unit of the calendar", Type: fact.Date, Pattern: "the current fiscal? UNIT", Value: func(m *match) (string, bool) {
		g, ok := m.grain("UNIT")
		return m.published.at(g).String(), ok
	}, Examples: []string{"A deficit in [the current fiscal year] = 2022"}},
	{Name: "the week, month or year", Type: fact.Date, Pattern: "MOD the fiscal? week|month|quarter|year", Value: unitMeant,
		Examples: []string{"It should open by [the end of the year] = 2022", "It rose [earlier in the year] = 2022"}},
	{Name: "the whole week, month or year", Type: fact.Date, Pattern: "the full|whole|entire week|month|quarter|year", Value: unitMeant,
		Examples: []string{"It lost money for [the full year] = 2022"}},
	{Name: "the week, month or year", Type: fact.Date, Pattern: "the fiscal? week|month|year", After: "for|end|ended|ending|ends|finish|finished|finishing|closed|rest|remainder", Value: unitMeant,
		Examples: []string{"Prices were flat for [the week] = 2022-W02"}},
	{Name: "the day", Type: fact.Date, Pattern: "late|early|later|earlier in the day", Value: func(m *match) (string, bool) {
		return m.dayMeant().String(), true
	}, Examples: []string{"It rained on Monday but cleared [late in the day] = 2022-01-10"}},
	{Name: "the day", Type: fact.Date, Pattern: "the day / .|,|at|with|up|down|on|in|higher|lower", After: "end|ended|ending|ends|finish|finished|finishing|closed|for", Value: func(m *match) (string, bool) {
		return m.dayMeant().String(), true
	}, Examples: []string{"Shares fell on Monday to end [the day] at 40 = 2022-01-10"}},
	{Name: "some day to come", Type: fact.Date, Pattern: "one day", After: "will|would|could|can|might|may|'ll", Value: always("FUTURE_REF"),
		Examples: []string{"It will [one day] be red = FUTURE_REF"}},
	{Name: "year-end", Type: fact.Date, Pattern: "year - end", Value: func(m *match) (string, bool) {
		return m.published.at(byYear).String(), true
	}, Examples: []string{"It should open by [year-end] = 2022"}},
	{Name: "year-end", Type: fact.Date, Pattern: "year 's? end", After: "by|at|around|before|until|since|from|to", Value: func(m *match) (string, bool) {
		return m.published.at(byYear).String(), true
	}, Examples: []string{"It should open by [year's end] = 2022", "It should open by [year end] = 2022"}},
}

// unitMeant is the unit that the last word names, of the date the sentence has
// given or of publication; "the year ended in May" is another.
func unitMeant(m *match) (string, bool) {
	from, g := m.published, grainOf(m.lower[m.next-1])
	if last := m.anchor.settled; m.sentenceHolds() && !last.day.IsZero() && rank(last.grain) <= rank(g) {
		from = last
	}
	after := m.at(m.next)
	return from.at(g).String(), after != "ended" && after != "ending" && after != "-"
}

// dayNamed is the day that today, yesterday or tomorrow is.
func (m *match) dayNamed() string {
	switch {
	case m.has("yesterday"):
		return m.published.add(-1, byDay).String()
	case m.has("tomorrow"):
		return m.published.add(1, byDay).String()
	}
	return m.published.String()
}

// part is a part of the day that lies days from d.
func (d date) part(days int, part string) string {
	if d.day.IsZero() {
		return ""
	}
	return d.add(days, byDay).String() + "T" + part
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
func near(m *match) (string, bool) {
	g, ok := m.grain("UNIT")
	switch unit := m.value("UNIT"); {
	case ok && g == byDay, m.capital(m.next - 1):
		return "", false
	case ok:
		return m.published.add(m.int("DEM"), g).String(), true
	case m.published.day.IsZero():
		return "", unit == "10Y" || unit == "100Y"
	case unit == "10Y":
		return yearOf(m.published.day.Year() + 10*m.int("DEM")).String()[:3], true
	case unit == "100Y":
		return yearOf(m.published.day.Year() + 100*m.int("DEM")).String()[:2], true
	}
	return "", false
}

// weekend is the weekend last past, or in a clause that looks ahead the one
// to come.
func weekend(m *match) (string, bool) {
	if m.published.day.IsZero() {
		return "", true
	}
	d := m.published.before(7)
	switch c, ok := m.capture("DEM"); {
	case ok && c.n > 0, (!ok || c.n == 0) && !m.has("past") && m.tense(m.first, m.next) == future:
		d = m.published.after(7)
	}
	return d.at(byWeek).String() + "-WE", true
}
