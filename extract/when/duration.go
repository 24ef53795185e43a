package when

import (
	"strconv"
	"strings"

	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
)

// durations is lengths of time.
var durations = []rule{
	{Name: "length of time", Type: fact.Duration, Pattern: "HEDGE? NUM -? more? UNITS|UNIT", Value: length,
		Examples: []string{"He slept [three years] = P3Y", "He waited [25 minutes] = PT25M", "a [30-year] lease = P30Y", "for [more than two hours] = PT2H", "in [two decades] = P20Y", "after [5 1/2 hours] = PT5.5H", "after [two fortnights] = P4W"}},
	{Name: "length of time", Type: fact.Duration, Pattern: "the last|past|next|first|final|previous|coming HEDGE? NUM UNITS", Value: length,
		Examples: []string{"It rained for [the past two months] = P2M", "It will rain for [the next 10 days] = P10D"}},
	{Name: "length of time", Type: fact.Duration, Pattern: "last|past|next HEDGE? NUM UNITS", After: "over|for|in|during|within", Value: length,
		Examples: []string{"It rained during [past 20 years] = P20Y"}},
	{Name: "length of time", Type: fact.Duration, Pattern: "the NUM UNITS", Value: length,
		Examples: []string{"Sales in [the nine months] fell = P9M"}},
	{Name: "length of time, up to twice", Type: fact.Duration, Pattern: "NUM -|to|or NUM2 UNITS", Value: length,
		Examples: []string{"It takes [two to three weeks] = P2W"}},
	{Name: "one unit of time", Type: fact.Duration, Pattern: "HEDGE? a|an|one -? UNIT", Value: oneUnit,
		Examples: []string{"It took [a year] = P1Y", "It took [nearly an hour] = PT1H"}},
	{Name: "a couple of units of time", Type: fact.Duration, Pattern: "the? last|past|next? a? couple of UNITS", Value: func(m *match) (string, bool) {
		return period("2", m.value("UNITS")), true
	}, Examples: []string{"It took [a couple of years] = P2Y"}},
	{Name: "half a unit of time", Type: fact.Duration, Pattern: "half a|an|- UNIT", Value: func(m *match) (string, bool) {
		if m.value("UNIT") == "TH" {
			return "PT30M", true
		}
		return period("0.5", m.value("UNIT")), true
	}, Examples: []string{"It took [half an hour] = PT30M"}},
	{Name: "the past unit of time", Type: fact.Duration, Pattern: "the past|coming UNIT", Value: func(m *match) (string, bool) {
		return period("1", m.value("UNIT")), m.value("UNIT") != "WE"
	}, Examples: []string{"It rained all through [the past year] = P1Y"}},
	{Name: "some units of time", Type: fact.Duration, Pattern: "the? last|past|next|first|coming? a? COUNT -? UNITS", Value: someUnits,
		Examples: []string{"It took [several months] = PXM", "It took [the past few weeks] = PXW", "It took [a few hours] = PTXH"}},
	{Name: "recent or coming units of time", Type: fact.Duration, Pattern: "recent|coming|past UNITS", Value: someUnits,
		Examples: []string{"It rained in [recent weeks] = PXW"}},
	{Name: "some units of time", Type: fact.Duration, Pattern: "UNITS", After: "for|in|of|after|within|over|took|take|last|lasted|many|be|about|two|before|spent", Vague: true, Value: someUnits,
		Examples: []string{"He waited for [years] = PXY", "He waited for [hours] = PTXH"}},
	{Name: "as long as units of time", Type: fact.Duration, Pattern: "UNIT|UNITS - long", Value: func(m *match) (string, bool) {
		if m.value("UNIT") != "" {
			return period("1", m.value("UNIT")), true
		}
		return someUnits(m)
	}, Examples: []string{"a [day-long] siege = P1D", "a [decades-long] feud = PXY"}},
}

// period is n units as an ISO 8601 duration. A unit that counts others, ten
// years to the decade, is told in them.
func period(n, unit string) string {
	times := strings.TrimRight(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	unit = unit[len(times):]
	if f, err := strconv.ParseFloat(n, 64); err == nil && times != "" {
		n = strconv.FormatFloat(f*float64(whole(times)), 'f', -1, 64)
	}
	if strings.HasPrefix(unit, "T") {
		return "PT" + n + unit[1:]
	}
	return "P" + n + unit
}

func length(m *match) (string, bool) {
	c, _ := m.capture("NUM")
	unit := m.value("UNITS")
	if single, ok := m.capture("UNIT"); ok {
		unit = single.value
		if unit == "TS" || m.lower[single.first-1] != "-" && c.n != 1 && m.lower[c.first] == "a" {
			return "", false
		}
	}
	if c.n > 1e6 || m.age() || m.capital(m.next-1) || m.fraction() {
		return "", false
	}
	return period(strconv.FormatFloat(c.n, 'f', -1, 64), unit), m.lower[m.first] != "-"
}

// oneUnit is "a year", unless it is the rate of what stands before it: "$5 a
// barrel a day".
func oneUnit(m *match) (string, bool) {
	unit := m.value("UNIT")
	return period("1", unit), unit != "TS" && unit != "WE" && m.at(m.next) != "-" && !m.fraction() && !m.rate()
}

// age reports whether "old" follows: how old somebody is is no length of time
// that anything took.
func (m *match) age() bool {
	return m.at(m.next) == "old" || m.at(m.next) == "-" && m.at(m.next+1) == "old"
}

// fraction reports whether the quarters matched are parts of something.
func (m *match) fraction() bool {
	last := m.lower[m.next-1]
	if last != "quarter" && last != "quarters" {
		return false
	}
	return m.lower[m.next-2] == "-" || m.at(m.next) == "of" || m.at(m.next) == "-"
}

// rate reports whether a number stands just before: "$5 a day".
func (m *match) rate() bool {
	for i := m.first - 1; i >= m.first-3 && i >= m.finder.first; i-- {
		if _, ok := number.At(m.t, i); ok && m.lower[i] != "a" && m.lower[i] != "an" {
			return true
		}
	}
	return false
}

func someUnits(m *match) (string, bool) {
	unit := m.value("UNITS")
	switch count := strings.TrimRight(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"); {
	case unit == "TS" || unit == "WE":
		return "", false
	case count != "":
		return "PX" + unit[len(count):], true
	}
	return period("X", unit), true
}
