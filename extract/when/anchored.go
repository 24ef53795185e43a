package when

import "onrecord/extract/fact"

// anchored is what refers to a date the text has given before.
var anchored = []rule{
	{Name: "unit before the last date", Type: fact.Date, Pattern: "the previous|preceding UNIT", Value: beside(-1),
		Examples: []string{"It shut on 3 March 2012. [The previous day] he left = 2012-03-02", "It shut in 2012; [the previous year] it shone = 2011"}},
	{Name: "unit after the last date", Type: fact.Date, Pattern: "the following UNIT", Value: beside(1),
		Examples: []string{"It shut on 3 March 2012 and [the following month] it burned = 2012-04"}},
	{Name: "day after the last date", Type: fact.Date, Pattern: "the next day", Value: beside(1),
		Examples: []string{"It shut on 3 March 2012. [The next day] it burned = 2012-03-04"}},
	{Name: "day before the last date", Type: fact.Date, Pattern: "the day before / .|,|;|)", Value: beside(-1),
		Examples: []string{"It shut on 3 March 2012. He had left [the day before]. = 2012-03-02"}},
	{Name: "day after the last date", Type: fact.Date, Pattern: "the day after / .|,|;|)", Value: beside(1),
		Examples: []string{"It shut on 3 March 2012 and burned [the day after]. = 2012-03-04"}},
	{Name: "part of the next day", Type: fact.Clock, Pattern: "the next|following PART", Value: func(m *match) (string, bool) {
		return m.around().at(byDay).part(1, m.value("PART")), m.around().grain == byDay || m.published.day.IsZero()
	}, Examples: []string{"It shut on 3 March 2012 and [the next morning] it burned = 2012-03-04TMO"}},
	{Name: "unit of the last date", Type: fact.Date, Pattern: "MOD? that same? UNIT", Value: beside(0),
		Examples: []string{"It shut on 3 March 2012 and burned [later that year] = 2012", "It shut on 3 March 2012 and burned [that same day] = 2012-03-03"}},
	{Name: "unit of the last date", Type: fact.Date, Pattern: "the same UNIT", Value: beside(0),
		Examples: []string{"It shut on 3 March 2012 and burned [the same month] = 2012-03"}},
	{Name: "part of that day", Type: fact.Clock, Pattern: "that PART", Value: func(m *match) (string, bool) {
		return m.around().part(0, m.value("PART")), m.anchor.last.grain == byDay
	}, Examples: []string{"It shut on 3 March 2012 and burned [that night] = 2012-03-03TNI"}},
	{Name: "part of that day", Type: fact.Clock, Pattern: "the|that same|very PART", Value: func(m *match) (string, bool) {
		return m.around().part(0, m.value("PART")), m.anchor.last.grain == byDay
	}, Examples: []string{"It shut on 3 March 2012 and burned [the same evening] = 2012-03-03TEV"}},
	{Name: "part of a date", Type: fact.Clock, Pattern: "the? PART of WEEKDAY? ,? MONTH DAY ,? YEAR?", Value: partOfDate,
		Examples: []string{"It burned on [the night of March 3, 2018] = 2018-03-03TNI", "It burned on [the night of Saturday, March 3, 2018] = 2018-03-03TNI"}},
	{Name: "part of a date", Type: fact.Clock, Pattern: "the? PART of WEEKDAY? ,? DAY MONTH YEAR?", Value: partOfDate,
		Examples: []string{"It burned on [the night of 3 March 2018] = 2018-03-03TNI"}},
	{Name: "first or last week of a month", Type: fact.Date, Pattern: "the first|last|final week of MONTH YEAR?", Value: edgeWeek,
		Examples: []string{"It rained in [the last week of March 2018] = 2018-W13", "It rained in [the first week of October] = 2021-W40"}},
	{Name: "week of a date", Type: fact.Date, Pattern: "the week of MONTH DAY ,? YEAR?", Value: func(m *match) (string, bool) {
		day, _ := calendarDay(m)
		d, ok := parse(day)
		return d.at(byWeek).String(), ok
	}, Examples: []string{"It burned in [the week of March 3, 2018] = 2018-W09"}},
}

// beside is the unit that lies n units from the last date.
func beside(n int) func(*match) (string, bool) {
	return func(m *match) (string, bool) {
		g, ok := m.grain("UNIT")
		if m.value("UNIT") == "" {
			g, ok = byDay, true
		}
		from := m.around()
		if n < 0 {
			from = m.behind()
		}
		beside := from.add(n, g)
		if n > 0 {
			beside = m.told(func(d date) date { return d.add(n, g) })
		}
		return beside.String(), ok && rank(from.grain) <= rank(g)
	}
}

// edgeWeek is the first or the last week that a month holds the Thursday of,
// as ISO 8601 gives weeks to years.
func edgeWeek(m *match) (string, bool) {
	month := monthOf(m.int("YEAR"), m.int("MONTH"))
	if m.int("YEAR") == 0 {
		value, ok := bareMonth(m)
		if month, _ = parse(value); !ok {
			return "", false
		}
	}
	if m.has("first") || month.day.IsZero() {
		return month.after(4).at(byWeek).String(), true
	}
	return month.add(1, byMonth).add(-1, byDay).before(4).at(byWeek).String(), true
}

func partOfDate(m *match) (string, bool) {
	day, ok := calendarDay(m)
	return day + partOf(m, "PART"), ok
}
