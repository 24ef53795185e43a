package when

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord/extract/fact"
)

// sets is times that come again.
var sets = []rule{
	{Name: "every unit of time", Type: fact.Set, Pattern: "EVERY UNIT", Value: func(m *match) (reading, bool) {
		return comesAgain(period("1", m.value("UNIT"))), m.value("UNIT") != "TS" || m.has("every") && m.at(m.next) == ""
	}, Examples: []string{"It floods [every year] = P1Y because every year: a time that comes again", "He runs [each day] = P1D"}},
	{Name: "every so many units of time", Type: fact.Set, Pattern: "every NUM UNITS", Value: everyLength,
		Examples: []string{"He votes [every four years] = P4Y because every 4 years: a time that comes again"}},
	{Name: "every other unit of time", Type: fact.Set, Pattern: "every other UNIT", Value: func(m *match) (reading, bool) {
		return comesAgain(period("2", m.value("UNIT"))), true
	}, Examples: []string{"He runs [every other day] = P2D because every 2 days: a time that comes again"}},
	{Name: "every weekday", Type: fact.Set, Pattern: "EVERY? other? WEEKDAY|WEEKDAYS", Value: everyWeekday,
		Examples: []string{"He runs [every Thursday] = XXXX-WXX-4 because every Thursday: a time that comes again", "He runs on [Fridays] = XXXX-WXX-5", "He runs [every other Friday] = XXXX-WXX-5"}},
	{Name: "every part of a weekday", Type: fact.Set, Pattern: "EVERY? WEEKDAY|WEEKDAYS PART", Value: func(m *match) (reading, bool) {
		r, ok := everyWeekday(m)
		part := partOf(m, "PART")
		return repeated(r.value+part, m.eachWeekday()+", in "+clockWords(part[1:])), ok
	}, Examples: []string{"He runs [Tuesday nights] = XXXX-WXX-2TNI because every Tuesday, in the night: a time that comes again"}},
	{Name: "every weekday at an hour", Type: fact.Set, Pattern: "EVERY? WEEKDAY|WEEKDAYS at CLOCK ZONE?", Value: func(m *match) (reading, bool) {
		r, ok := everyWeekday(m)
		return repeated(r.value+m.hour(), m.eachWeekday()+" at "+clockWords(m.hour()[1:])), ok
	}, Examples: []string{"They meet [every Monday at 4 p.m.] = XXXX-WXX-1T16:00 because every Monday at 16:00: a time that comes again"}},
	{Name: "every day at an hour", Type: fact.Set, Pattern: "EVERY day at CLOCK ZONE?", Value: everyHour,
		Examples: []string{"They meet [every day at 9 a.m.] = XXXX-XX-XXT09:00 because every day at 09:00: a time that comes again"}},
	{Name: "every day at an hour", Type: fact.Set, Pattern: "daily at CLOCK ZONE?", Value: everyHour,
		Examples: []string{"They meet [daily at 9:30] = XXXX-XX-XXT09:30 because every day at 09:30: a time that comes again"}},
	{Name: "weekday of every month", Type: fact.Set, Pattern: "the? ORD|last|final WEEKDAY of|in EVERY|the month", Value: func(m *match) (reading, bool) {
		_, name := m.place()
		return repeated("P1M", name+" "+weekdayWords(m.int("WEEKDAY"))+" of every month"), true
	}, Examples: []string{"They meet on [the first Monday of every month] = P1M because the first Monday of every month: a time that comes again"}},
	{Name: "every part of the day", Type: fact.Set, Pattern: "EVERY PART", Value: func(m *match) (reading, bool) {
		part := partOf(m, "PART")
		return repeated("XXXX-XX-XX"+part, "every day, in "+clockWords(part[1:])), true
	}, Examples: []string{"He runs [every morning] = XXXX-XX-XXTMO because every day, in the morning: a time that comes again"}},
	{Name: "every month by name", Type: fact.Set, Pattern: "EVERY MONTH", Value: func(m *match) (reading, bool) {
		value := fmt.Sprintf("XXXX-%02d", m.int("MONTH"))
		return repeated(value, "every "+words(value)), true
	}, Examples: []string{"He rests [every July] = XXXX-07 because every July: a time that comes again"}},
	{Name: "every season", Type: fact.Set, Pattern: "EVERY SEASON", Value: func(m *match) (reading, bool) {
		value := "XXXX-" + m.value("SEASON")
		return repeated(value, "every "+words(value)), true
	}, Examples: []string{"He rests [each summer] = XXXX-SU because every summer: a time that comes again"}},
	{Name: "so often", Type: fact.Set, Pattern: "ONCE|several|many a|per|every|each UNIT", Value: perUnit,
		Examples: []string{"They meet [twice a week] = P1W because twice in every week: a time that comes again"}},
	{Name: "so often", Type: fact.Set, Pattern: "NUM|several|many times a|per|every|each UNIT", Value: perUnit,
		Examples: []string{"They meet [three times a year] = P1Y because 3 times in every year: a time that comes again"}},
	{Name: "daily, weekly, yearly", Type: fact.Set, Pattern: "OFTEN", Value: func(m *match) (reading, bool) {
		return comesAgain(m.value("OFTEN")), !m.capital(m.first) || m.first == m.finder.first
	}, Examples: []string{"The [daily] train = P1D because every day: a time that comes again", "It is weighed [annually] = P1Y"}},
}

// comesAgain is what a duration lies between one time and the next.
func comesAgain(value string) reading { return repeated(value, every(value)) }

func everyLength(m *match) (reading, bool) {
	r, ok := length(m)
	return comesAgain(r.value), ok
}

// perUnit is so often in each unit.
func perUnit(m *match) (reading, bool) {
	value := period("1", m.value("UNIT"))
	often := m.lower[m.first]
	if n, ok := m.capture("NUM"); ok {
		often = strconv.FormatFloat(n.n, 'f', -1, 64)
	}
	if m.has("times") {
		often += " times"
	}
	return repeated(value, often+" in "+every(value)), true
}

func everyHour(m *match) (reading, bool) {
	return repeated("XXXX-XX-XX"+m.hour(), "every day at "+clockWords(m.hour()[1:])), true
}

func everyWeekday(m *match) (reading, bool) {
	_, several := m.capture("WEEKDAYS")
	_, every := m.capture("EVERY")
	plural := m.value("PART") != "" && strings.HasSuffix(m.lower[m.next-1], "s")
	value := fmt.Sprintf("XXXX-WXX-%d", m.int("WEEKDAY")+m.int("WEEKDAYS"))
	return repeated(value, m.eachWeekday()), every || several || plural
}

func (m *match) eachWeekday() string {
	name := weekdayWords(m.int("WEEKDAY") + m.int("WEEKDAYS"))
	if m.has("other") {
		return "every second " + name
	}
	return "every " + name
}
