package when

import "onrecord/extract/fact"

// named is days with a name.
var named = []rule{
	{Name: "named day and year", Type: fact.Date, Pattern: "HOLIDAY ,? YEAR", Value: func(m *match) (string, bool) {
		return holidayIn(m.value("HOLIDAY"), m.int("YEAR")).String(), true
	}, Examples: []string{"He left on [Easter Monday 2019] = 2019-04-22", "He left on [Thanksgiving 2020] = 2020-11-26"}},
	{Name: "named day", Type: fact.Date, Pattern: "DEM? HOLIDAY", Value: func(m *match) (string, bool) {
		in := func(year int) date { return holidayIn(m.value("HOLIDAY"), year) }
		c, pointed := m.capture("DEM")
		if !pointed || c.n == 0 || m.published.day.IsZero() {
			return m.nearest(in).String(), true
		}
		d := in(m.published.day.Year())
		if ahead := d.day.After(m.published.day); ahead && c.n < 0 || !ahead && c.n > 0 {
			d = in(m.published.day.Year() + int(c.n))
		}
		return d.String(), true
	}, Examples: []string{"It opened on [Christmas Day] = 2021-12-25", "It will open on [Good Friday] = 2022-04-15", "It shut [last Thanksgiving] = 2021-11-25", "It will open on [Memorial Day] = 2022-05-30"}},
}
