package when

import (
	"fmt"
	"strings"

	"onrecord/extract/fact"
)

// sets is times that come again.
var sets = []rule{
	{Name: "every unit of time", Type: fact.Set, Pattern: "EVERY UNIT", Value: func(m *match) (string, bool) {
		return period("1", m.value("UNIT")), m.value("UNIT") != "TS" || m.has("every") && m.at(m.next) == ""
	}, Examples: []string{"It floods [every year] = P1Y", "He runs [each day] = P1D"}},
	{Name: "every so many units of time", Type: fact.Set, Pattern: "every NUM UNITS", Value: length,
		Examples: []string{"He votes [every four years] = P4Y"}},
	{Name: "every other unit of time", Type: fact.Set, Pattern: "every other UNIT", Value: func(m *match) (string, bool) {
		return period("2", m.value("UNIT")), true
	}, Examples: []string{"He runs [every other day] = P2D"}},
	{Name: "every weekday", Type: fact.Set, Pattern: "EVERY? other? WEEKDAY|WEEKDAYS", Value: everyWeekday,
		Examples: []string{"He runs [every Thursday] = XXXX-WXX-4", "He runs on [Fridays] = XXXX-WXX-5", "He runs [every other Friday] = XXXX-WXX-5"}},
	{Name: "every part of a weekday", Type: fact.Set, Pattern: "EVERY? WEEKDAY|WEEKDAYS PART", Value: func(m *match) (string, bool) {
		value, ok := everyWeekday(m)
		return value + partOf(m, "PART"), ok
	}, Examples: []string{"He runs [Tuesday nights] = XXXX-WXX-2TNI"}},
	{Name: "every part of the day", Type: fact.Set, Pattern: "EVERY PART", Value: func(m *match) (string, bool) {
		return "XXXX-XX-XX" + partOf(m, "PART"), true
	}, Examples: []string{"He runs [every morning] = XXXX-XX-XXTMO"}},
	{Name: "every month by name", Type: fact.Set, Pattern: "EVERY MONTH", Value: func(m *match) (string, bool) {
		return fmt.Sprintf("XXXX-%02d", m.int("MONTH")), true
	}, Examples: []string{"He rests [every July] = XXXX-07"}},
	{Name: "every season", Type: fact.Set, Pattern: "EVERY SEASON", Value: func(m *match) (string, bool) {
		return "XXXX-" + m.value("SEASON"), true
	}, Examples: []string{"He rests [each summer] = XXXX-SU"}},
	{Name: "so often", Type: fact.Set, Pattern: "ONCE|several|many a|per|every|each UNIT", Value: perUnit,
		Examples: []string{"They meet [twice a week] = P1W"}},
	{Name: "so often", Type: fact.Set, Pattern: "NUM|several|many times a|per|every|each UNIT", Value: perUnit,
		Examples: []string{"They meet [three times a year] = P1Y"}},
	{Name: "daily, weekly, yearly", Type: fact.Set, Pattern: "OFTEN", Value: func(m *match) (string, bool) {
		return m.value("OFTEN"), !m.capital(m.first) || m.first == m.finder.first
	}, Examples: []string{"The [daily] train = P1D", "It is weighed [annually] = P1Y"}},
}

func perUnit(m *match) (string, bool) { return period("1", m.value("UNIT")), true }

func everyWeekday(m *match) (string, bool) {
	day, several := m.int("WEEKDAY"), false
	if c, ok := m.capture("WEEKDAYS"); ok {
		day, several = int(c.n), true
	}
	_, every := m.capture("EVERY")
	plural := m.value("PART") != "" && strings.HasSuffix(m.lower[m.next-1], "s")
	return fmt.Sprintf("XXXX-WXX-%d", day), every || several || plural
}
