package when

import (
	"strings"

	"onrecord/extract/fact"
)

// weekdays is days of the week, told by the tense of the sentence: "said on
// Monday" is the last Monday up to the day of publication, "will meet on
// Monday" the next.
var weekdays = []rule{
	{Name: "weekday with the day of the month", Type: fact.Date, Pattern: "DEM? WEEKDAY ( DAY )", Value: weekdayOfMonth,
		Examples: []string{"They voted [this Wednesday (12)] at noon = 2022-01-12", "The pier will open on [Friday (14)] = 2022-01-14", "It began on [Thursday (30)] = 2021-12-30"}},
	{Name: "weekday of last or next week", Type: fact.Date, Pattern: "WEEKDAY of? DEM week", Value: func(m *match) (string, bool) {
		return m.inWeek(m.int("DEM")), true
	}, Examples: []string{"They met [Tuesday last week] = 2022-01-04", "They meet [Tuesday of next week] = 2022-01-18"}},
	{Name: "weekday last, this or next", Type: fact.Date, Pattern: "MOD? DEM past|coming? WEEKDAY", Value: func(m *match) (string, bool) {
		return m.pointed(m.int("DEM")), true
	}, Examples: []string{"They met [last Monday] = 2022-01-10", "They met [last Thursday] = 2022-01-06", "They meet [next Friday] = 2022-01-14", "It ended [this Wednesday] = 2022-01-12"}},
	{Name: "weekday before the last date", Type: fact.Date, Pattern: "the previous|preceding WEEKDAY", Value: func(m *match) (string, bool) {
		return m.behind().add(-1, byDay).before(m.int("WEEKDAY")).String(), true
	}, Examples: []string{"It shut on 12 January after a row [the previous Sunday] = 2022-01-09"}},
	{Name: "weekday after the last date", Type: fact.Date, Pattern: "the following WEEKDAY", Value: func(m *match) (string, bool) {
		return m.around().add(1, byDay).after(m.int("WEEKDAY")).String(), true
	}, Examples: []string{"It shut on 5 January and opened [the following Sunday] = 2022-01-09"}},
	{Name: "part of a weekday", Type: fact.Clock, Pattern: "MOD? -? DEM? WEEKDAY PART", Value: weekdayPart,
		Examples: []string{"They talked on [Monday night] = 2022-01-10TNI", "She will speak [Friday morning] = 2022-01-14TMO"}},
	{Name: "part of a weekday", Type: fact.Clock, Pattern: "PART on|of? WEEKDAY", Value: weekdayPart,
		Examples: []string{"They talked from [noon Tuesday] = 2022-01-11T12:00"}},
	{Name: "weekday before or after publication", Type: fact.Date, Pattern: "MOD? WEEKDAY", Value: func(m *match) (string, bool) {
		return m.bareWeekday(), true
	}, Examples: []string{
		"[Monday] was quiet = 2022-01-10", "The list, posted on [Thursday], is long = 2022-01-13",
		"They will meet on [Monday] = 2022-01-17", "The bridge would be painted by [Friday] = 2022-01-14",
		"The mayor is expected to resign on [Friday] = 2022-01-14", "He promised on 7 January that all would be gone by [Monday]. = 2022-01-10",
		"She would go unless they paid by [Friday]. = 2022-01-14", "He told the town that he would be home on [Friday]. = 2022-01-14",
		"Until [Wednesday] he was mayor. = 2022-01-12", "They meet as soon as [Monday]. = 2022-01-17", "It had been due to open on [Tuesday]. = 2022-01-11", "He left [late Sunday] = 2022-01-09",
	}},
}

// bareWeekday is the day that a weekday means in its clause. A weekday that
// is the day of publication is that day in either tense, as agencies write;
// one that the text gave with its day of the month keeps it.
func (m *match) bareWeekday() string {
	if m.published.day.IsZero() {
		return ""
	}
	if d := m.fixed[m.int("WEEKDAY")]; !d.day.IsZero() {
		return d.String()
	}
	if m.tense(m.first, m.next) == future {
		return m.promised().after(m.int("WEEKDAY")).String()
	}
	return m.published.before(m.int("WEEKDAY")).String()
}

// promised is the day from which a sentence looks ahead: the one of the week up
// to publication that it gives before, "he said on Thursday that he would go by
// Monday", else that of publication.
func (m *match) promised() date {
	said := m.anchor.last
	if m.sentenceHolds() && said.grain == byDay && !said.follows(m.published) && said.day.After(m.published.add(-1, byWeek).day) {
		return said
	}
	return m.published
}

// pointed is the weekday that last (-1), this (0) or next (1) points at.
func (m *match) pointed(dem int) string {
	switch {
	case m.published.day.IsZero():
		return ""
	case dem < 0:
		return m.published.add(-1, byDay).before(m.int("WEEKDAY")).String()
	case dem > 0 || m.has("coming"):
		return m.published.add(1, byDay).after(m.int("WEEKDAY")).String()
	}
	return m.bareWeekday()
}

// inWeek is the weekday of the week that lies weeks from publication.
func (m *match) inWeek(weeks int) string {
	if m.published.day.IsZero() {
		return ""
	}
	return m.published.before(1).add(weeks, byWeek).at(byDay).add(m.int("WEEKDAY")-1, byDay).String()
}

// weekdayOfMonth is the day nearest to publication that is both that weekday
// and that day of the month, else the nearest with that day of the month: the
// figure is the more careful of the two.
func weekdayOfMonth(m *match) (string, bool) {
	if m.published.day.IsZero() {
		return "", true
	}
	y, mo, _ := m.published.day.Date()
	var nearest date
	for _, month := range []int{0, -1, 1} {
		first := monthOf(y, int(mo)+month).day
		d, ok := dayOf(first.Year(), int(first.Month()), m.int("DAY"))
		switch {
		case !ok:
		case d.weekday() == m.int("WEEKDAY"):
			m.fixed[d.weekday()] = d
			return d.String(), true
		case nearest.day.IsZero():
			nearest = d
		}
	}
	return nearest.String(), true
}

func weekdayPart(m *match) (string, bool) {
	day := m.bareWeekday()
	if c, ok := m.capture("DEM"); ok {
		day = m.pointed(int(c.n))
	}
	return day + partOf(m, "PART"), day != "" && !strings.HasSuffix(m.lower[m.next-1], "s")
}

// partOf is the part of the day as TIMEX3 adds it to a date.
func partOf(m *match, label string) string {
	switch {
	case m.has("noon", "midday"):
		return "T12:00"
	case m.has("midnight"):
		return "T24:00"
	}
	return "T" + m.value(label)
}
