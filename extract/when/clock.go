package when

import (
	"fmt"
	"strings"

	"onrecord/extract/fact"
)

// clocks is times of the clock, on the day beside them or of publication.
var clocks = []rule{
	{Name: "clock time on a weekday", Type: fact.Clock, Pattern: "CLOCK ZONE? ,? on? DEM? WEEKDAY", Value: func(m *match) (reading, bool) {
		return m.pointed(m.int("DEM")).in(m.hour()), true
	}, Examples: []string{"It fell at [10 p.m. Wednesday] = 2022-01-12T22:00 because 22:00 on Wednesday before Thursday 13 January 2022, when the article appeared; “fell” tells of the past"}},
	{Name: "clock time on a weekday", Type: fact.Clock, Pattern: "CLOCK / ( CLOCK2 ZONE ) ,? on? WEEKDAY", Value: func(m *match) (reading, bool) {
		return m.pointed(0).in("T" + m.value("CLOCK")), true
	}, Examples: []string{"It fell at [10:35 a.m.] (0735 GMT) Wednesday = 2022-01-12T10:35"}},
	{Name: "clock time on a date", Type: fact.Clock, Pattern: "CLOCK ZONE? ,? on? WEEKDAY? ,? MONTH DAY ,? YEAR?", Value: func(m *match) (reading, bool) {
		day, ok := calendarDay(m)
		return day.in(m.hour()), ok
	}, Examples: []string{"It ended at [5 p.m. EST, Nov. 6] = 2021-11-06T17:00-05:00 because 17:00 in the zone -05:00 on 6 November 2021: in the year before the article appeared; “ended” tells of the past"}},
	{Name: "clock time on a date", Type: fact.Clock, Pattern: "CLOCK ZONE? ,? on? WEEKDAY? ,? DAY MONTH YEAR?", Value: func(m *match) (reading, bool) {
		day, ok := calendarDay(m)
		return day.in(m.hour()), ok
	}, Examples: []string{"It was felt at [04:12 GMT on 3 March 2021] = 2021-03-03T04:12Z because 04:12 Greenwich time on 3 March 2021, as written"}},
	{Name: "clock time today, yesterday or tomorrow", Type: fact.Clock, Pattern: "CLOCK ZONE? ,? today|yesterday|tomorrow", Value: func(m *match) (reading, bool) {
		return m.dayNamed().in(m.hour()), true
	}, Examples: []string{"The strike began at [9 a.m. yesterday] = 2022-01-12T09:00 because 09:00 on the day before 13 January 2022, when the article appeared"}},
	{Name: "clock time", Type: fact.Clock, Pattern: "CLOCK ZONE?", Value: func(m *match) (reading, bool) {
		return m.dayMeant().in(m.hour()), !m.scored() && !m.repeated()
	}, Examples: []string{"On Monday the siren rang at [10:35 a.m.] = 2022-01-10T10:35 because 10:35 on 10 January 2022, named just before", "It rang at [7pm] = 2022-01-13T19:00", "It rang at [0800 GMT] = 2022-01-13T08:00Z", "It rang at [7:56:30 pm] = 2022-01-13T19:56:30"}},
	{Name: "noon or midnight", Type: fact.Clock, Pattern: "NUM? noon|midday|midnight", Value: func(m *match) (reading, bool) {
		hour := "T12:00"
		if m.has("midnight") {
			hour = "T24:00"
		}
		name := m.capital(m.next-1) && m.first > m.finder.first // "High Noon"
		return m.dayMeant().in(hour), !name && (m.int("NUM") == 0 || m.int("NUM") == 12)
	}, Examples: []string{"On Monday the siren rang at [noon] = 2022-01-10T12:00 because 12:00 on 10 January 2022, named just before", "It rang at [12 noon] = 2022-01-13T12:00"}},
	{Name: "part of the day", Type: fact.Clock, Pattern: "the morning|afternoon|evening", After: "in|during", Value: func(m *match) (reading, bool) {
		return m.dayMeant().in("T" + lexicon["PART"][m.lower[m.next-1]]), true
	}, Examples: []string{"On Monday the siren rang in [the morning] = 2022-01-10TMO because the morning of 10 January 2022, named just before"}},
	{Name: "hour and part of the day", Type: fact.Clock, Pattern: "NUM in the morning|afternoon|evening", After: "at|around|about|until|till|by|from|to|before|after", Value: func(m *match) (reading, bool) {
		n := m.int("NUM")
		if n < 1 || n > 12 {
			return reading{}, false
		}
		if !m.has("morning") && n < 12 {
			n += 12
		}
		return m.dayMeant().in("T" + pad(n) + ":00"), true
	}, Examples: []string{"It fell at [4 in the morning] = 2022-01-13T04:00 because 04:00 on 13 January 2022, when the article appeared", "It fell on Monday at [six in the evening] = 2022-01-10T18:00"}},
	{Name: "hour", Type: fact.Clock, Pattern: "NUM o'clock", Value: func(m *match) (reading, bool) {
		n := m.int("NUM")
		return m.published.counted(0, byDay).in(m.hour()), n > 0 && n <= 12
	}, Examples: []string{"The bell rings at [nine o'clock] = 2022-01-13T09:00 because 09:00 on 13 January 2022, when the article appeared"}},
}

// hour is the time of the clock that m matched as TIMEX3 adds it to a day.
func (m *match) hour() string {
	hour := m.value("CLOCK")
	if hour == "" {
		hour = pad(m.int("NUM")) + ":00"
	}
	return "T" + hour + m.value("ZONE")
}

// dayMeant is the day that the sentence has named, else that of publication.
func (m *match) dayMeant() date {
	if m.anchor.last.grain == byDay && m.sentenceHolds() {
		return m.around().counted(0, byDay)
	}
	return m.published.counted(0, byDay)
}

// sentenceHolds reports whether the last time found stands in this sentence.
func (m *match) sentenceHolds() bool { return m.end > m.finder.first }

// repeated reports whether the words stand in brackets after another time, as
// the same hour elsewhere does: "10:35 a.m. (0735 GMT)".
func (m *match) repeated() bool {
	return m.at(m.first-1) == "(" && m.end == m.first-1 && m.sentenceHolds()
}

// scored reports whether figures like 10:35 stand beside a word of sport.
func (m *match) scored() bool {
	figures := digit(m.t.Word(m.next - 1)[0]) && !strings.HasSuffix(m.lower[m.next-1], "m")
	return figures && scores[m.at(m.first-1)]
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// pad is n with two digits.
func pad(n int) string { return fmt.Sprintf("%02d", n) }
