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
		Examples: []string{"They voted [this Wednesday (12)] at noon = 2022-01-12 because 12 January 2022: the Wednesday and day of the month nearest to publication; the weekday agrees", "The pier will open on [Friday (14)] = 2022-01-14", "It began on [Thursday (30)] = 2021-12-30",
			"They voted on [Wednesday (13)] = 2022-01-13 because 13 January 2022: the day of the month in brackets, nearest to publication; kept against the weekday but 13 January 2022 was a Thursday, not a Wednesday."}},
	{Name: "weekday with the day of the month", Type: fact.Date, Pattern: "DEM? WEEKDAY ,? the? ORD", Value: func(m *match) (reading, bool) {
		c, _ := m.capture("ORD")
		r, ok := weekdayOfMonth(m)
		return r, ok && r.conflict == "" && digit(m.lower[c.first][0])
	}, Examples: []string{"They voted on [Wednesday the 12th] = 2022-01-12"}},
	{Name: "weekday of last or next week", Type: fact.Date, Pattern: "WEEKDAY of? DEM week", Value: func(m *match) (reading, bool) {
		return m.inWeek(m.int("DEM")).reading(), true
	}, Examples: []string{"They met [Tuesday last week] = 2022-01-04 because Tuesday of the week of 3 January 2022, the week before the week of 10 January 2022, when the article appeared", "They meet [Tuesday of next week] = 2022-01-18"}},
	{Name: "weekday of last or next week", Type: fact.Date, Pattern: "DEM week 's? on? WEEKDAY", Value: func(m *match) (reading, bool) {
		return m.inWeek(m.int("DEM")).reading(), true
	}, Examples: []string{"They meet [next week on Tuesday] = 2022-01-18 because Tuesday of the week of 17 January 2022, the week after the week of 10 January 2022, when the article appeared"}},
	{Name: "weekday last, this or next", Type: fact.Date, Pattern: "MOD? DEM past|coming? WEEKDAY", Value: func(m *match) (reading, bool) {
		return m.pointed(m.int("DEM")).reading(), true
	}, Examples: []string{"They met [last Monday] = 2022-01-10 because Monday before Thursday 13 January 2022, when the article appeared", "They met [last Thursday] = 2022-01-06", "They meet [next Friday] = 2022-01-14", "It ended [this Wednesday] = 2022-01-12"}},
	{Name: "weekday before the last date", Type: fact.Date, Pattern: "the? previous|preceding WEEKDAY", Value: func(m *match) (reading, bool) {
		return m.behind().weekdayBefore(m.int("WEEKDAY")).reading(), true
	}, Examples: []string{"It shut on 12 January after a row [the previous Sunday] = 2022-01-09 because Sunday before Wednesday 12 January 2022, named just before"}},
	{Name: "weekday after the last date", Type: fact.Date, Pattern: "the? following WEEKDAY", Value: func(m *match) (reading, bool) {
		return m.around().weekdayAfter(m.int("WEEKDAY")).reading(), true
	}, Examples: []string{"It shut on 5 January and opened [the following Sunday] = 2022-01-09 because Sunday after Wednesday 5 January 2022, named just before"}},
	{Name: "part of a weekday", Type: fact.Clock, Pattern: "MOD? -? DEM? WEEKDAY PART", Value: weekdayPart,
		Examples: []string{"They talked on [Monday night] = 2022-01-10TNI because the night of Monday before Thursday 13 January 2022, when the article appeared; “talked” tells of the past", "She will speak [Friday morning] = 2022-01-14TMO"}},
	{Name: "part of a weekday", Type: fact.Clock, Pattern: "PART on|of? WEEKDAY", Value: weekdayPart,
		Examples: []string{"They talked from [noon Tuesday] = 2022-01-11T12:00 because 12:00 on Tuesday before Thursday 13 January 2022, when the article appeared; “talked” tells of the past"}},
	{Name: "weekday before or after publication", Type: fact.Date, Pattern: "MOD? WEEKDAY", Value: func(m *match) (reading, bool) {
		return m.bareWeekday().reading(), !renowned[m.at(m.first-1)] || !m.capital(m.first-1)
	}, Examples: []string{
		"[Monday] was quiet = 2022-01-10 because Monday before Thursday 13 January 2022, when the article appeared; “was” tells of the past", "The list, posted on [Thursday], is long = 2022-01-13",
		"They will meet on [Monday] = 2022-01-17", "The fair opens on [Monday] = 2022-01-17 because Monday after Thursday 13 January 2022, when the article appeared; “opens” looks ahead", "The bridge would be painted by [Friday] = 2022-01-14",
		"The mayor is expected to resign on [Friday] = 2022-01-14", "He promised on 7 January that all would be gone by [Monday]. = 2022-01-10",
		"She would go unless they paid by [Friday]. = 2022-01-14", "He told the town that he would be home on [Friday]. = 2022-01-14",
		"It stays shut from Wednesday to [Friday]. = 2022-01-14 because Friday after Wednesday 12 January 2022, where the range begins",
		"Until [Wednesday] he was mayor. = 2022-01-12", "They meet as soon as [Monday]. = 2022-01-17", "It had been due to open on [Tuesday]. = 2022-01-11", "He left [late Sunday] = 2022-01-09",
	}},
}

// bareWeekday is the day that a weekday means in its clause. A weekday that
// is the day of publication is that day in either tense, as agencies write;
// one that the text gave with its day of the month keeps it.
func (m *match) bareWeekday() date {
	wd := m.int("WEEKDAY")
	if m.published.day.IsZero() {
		return date{}
	}
	if d := m.fixed[wd]; !d.day.IsZero() {
		return d.because("the text gives " + weekdayWords(wd) + " as " + d.words())
	}
	v := m.tense(m.first, m.next)
	from := m.published
	if v.tense == future {
		from = m.promised()
	}
	d := from.because(from.whereWeekday())
	switch {
	case from.weekday() == wd:
	case v.tense == future:
		d = from.weekdayAfter(wd)
		d.why += "; " + v.String()
	default:
		d = from.weekdayBefore(wd)
		d.why += "; " + v.String()
	}
	if start, ok := m.rangeStart(); ok && start.grain == byDay && d.day.Before(start.day) {
		return start.because("where the range begins").weekdayAfter(wd)
	}
	return d
}

// weekdayBefore is the last day of the week wd before d.
func (d date) weekdayBefore(wd int) date {
	return d.add(-1, byDay).before(wd).because(weekdayWords(wd) + " before " + d.whereWeekday())
}

// weekdayAfter is the first day of the week wd after d.
func (d date) weekdayAfter(wd int) date {
	return d.add(1, byDay).after(wd).because(weekdayWords(wd) + " after " + d.whereWeekday())
}

// whereWeekday is where with the day of the week.
func (d date) whereWeekday() string { return weekdayWords(d.weekday()) + " " + d.where() }

// promised is the day from which a sentence looks ahead: the one of the week up
// to publication that it gives before, "he said on Thursday that he would go by
// Monday", else that of publication.
func (m *match) promised() date {
	said := m.around()
	if m.sentenceHolds() && said.grain == byDay && !said.follows(m.published) && said.day.After(m.published.add(-1, byWeek).day) {
		return said
	}
	return m.published
}

// pointed is the weekday that last (-1), this (0) or next (1) points at.
func (m *match) pointed(dem int) date {
	switch {
	case m.published.day.IsZero():
		return date{}
	case dem < 0 || m.has("past"):
		return m.published.weekdayBefore(m.int("WEEKDAY"))
	case dem > 0 || m.has("coming"):
		return m.published.weekdayAfter(m.int("WEEKDAY"))
	}
	return m.bareWeekday()
}

// inWeek is the weekday of the week that lies weeks from publication.
func (m *match) inWeek(weeks int) date {
	if m.published.day.IsZero() {
		return date{}
	}
	week, wd := m.published.before(1).because(m.published.why).counted(weeks, byWeek), m.int("WEEKDAY")
	return week.add(wd-1, byDay).because(weekdayWords(wd) + " of " + week.words() + ", " + week.why)
}

// weekdayOfMonth is the day nearest to publication that is both that weekday
// and that day of the month, else the nearest with that day of the month: the
// figure is the more careful of the two.
func weekdayOfMonth(m *match) (reading, bool) {
	if m.published.day.IsZero() {
		return unknown(undated), true
	}
	y, mo, _ := m.published.day.Date()
	var nearest date
	for _, month := range [...]int{0, -1, 1} {
		first := monthOf(y, int(mo)+month).day
		d, ok := dayOf(first.Year(), int(first.Month()), m.int("DAY")+m.int("ORD"))
		switch {
		case !ok:
		case d.weekday() == m.int("WEEKDAY"):
			m.fixed[d.weekday()] = d
			return m.checked(d.because(d.words() + ": the " + weekdayWords(d.weekday()) + " and day of the month nearest to publication")).reading(), true
		case nearest.day.IsZero() || m.daysAway(d) < m.daysAway(nearest):
			nearest = d
		}
	}
	nearest.why = nearest.words() + ": the day of the month in brackets, nearest to publication"
	return m.checked(nearest).reading(), true
}

func weekdayPart(m *match) (reading, bool) {
	day := m.bareWeekday()
	if c, ok := m.capture("DEM"); ok {
		day = m.pointed(int(c.n))
	}
	return day.in(partOf(m, "PART")), !day.day.IsZero() && !strings.HasSuffix(m.lower[m.next-1], "s")
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
