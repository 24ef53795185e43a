package when

import (
	"strconv"
	"strings"

	"onrecord/extract/amount/number"
	"onrecord/extract/fact"
)

// durations is lengths of time.
var durations = []rule{
	{Name: "length of time", Type: fact.Duration, Pattern: "HEDGE? NUM -? WORKING? UNITS|UNIT", Value: length,
		Examples: []string{"He slept [three years] = P3Y", "He waited [25 minutes] = PT25M", "a [30-year] lease = P30Y", "for [more than two hours] = PT2H", "in [two decades] = P20Y", "after [5 1/2 hours] = PT5H30M", "after [two fortnights] = P4W", "after [three straight days] = P3D", "after [two straight quarters] of losses = P2Q"}},
	{Name: "length of time, or so", Type: fact.Duration, Pattern: "the? last|past|next? NUM UNITS or so", Value: length,
		Examples: []string{"It took [two weeks or so] = P2W"}},
	{Name: "one unit of time, or so", Type: fact.Duration, Pattern: "a|an|one UNIT or so|two", Value: oneUnit,
		Examples: []string{"It took [a week or two] = P1W because 1 week: a length of time", "It took [an hour or so] = PT1H"}},
	{Name: "one unit of time and a half", Type: fact.Duration, Pattern: "HEDGE? a|an|one UNIT and a half", Value: andHalf,
		Examples: []string{"It took [a year and a half] = P1Y6M"}},
	{Name: "units of time and a half", Type: fact.Duration, Pattern: "HEDGE? NUM and a half UNITS|UNIT", Value: andHalf,
		Examples: []string{"It took [nearly two and a half years] = P2Y6M"}},
	{Name: "length of time in two units", Type: fact.Duration, Pattern: "HEDGE? NUM UNITS|UNIT ,|and? NUM2 UNITS2|UNIT2", Value: twoUnits,
		Examples: []string{"It took [one hour and 30 minutes] = PT1H30M", "It took [two years, six months] = P2Y6M", "It took [three days and four hours] = P3DT4H"}},
	{Name: "year that has ended", Type: fact.Duration, Pattern: "the fiscal|financial? year / ended|ending", Value: always(lasting("P1Y")),
		Examples: []string{"Sales fell in [the fiscal year] ended 31 May = P1Y"}},
	{Name: "length of time", Type: fact.Duration, Pattern: "the last|past|next|first|final|previous|coming HEDGE? NUM WORKING? UNITS", Value: length,
		Examples: []string{"It rained for [the past two months] = P2M", "It rained for [the past five working days] = P5D", "It will rain for [the next 10 days] = P10D"}},
	{Name: "length of time", Type: fact.Duration, Pattern: "last|past|next HEDGE? NUM UNITS", After: "over|for|in|during|within", Value: length,
		Examples: []string{"It rained during [past 20 years] = P20Y"}},
	{Name: "length of time", Type: fact.Duration, Pattern: "the NUM UNITS", Value: length,
		Examples: []string{"Sales in [the nine months] fell = P9M because 9 months: a length of time"}},
	{Name: "length of time, up to twice", Type: fact.Duration, Pattern: "NUM -|to|or NUM2 UNITS", Value: length,
		Examples: []string{"It takes [two to three weeks] = P2W"}},
	{Name: "one unit of time", Type: fact.Duration, Pattern: "HEDGE? a|an|one -? UNIT", Value: oneUnit,
		Examples: []string{"It took [a year] = P1Y", "It took [nearly an hour] = PT1H"}},
	{Name: "a couple of units of time", Type: fact.Duration, Pattern: "the? last|past|next? a? couple of UNITS", Value: func(m *match) (reading, bool) {
		return lasting(period("2", m.value("UNITS"))), true
	}, Examples: []string{"It took [a couple of years] = P2Y"}},
	{Name: "half a unit of time", Type: fact.Duration, Pattern: "half a|an|- UNIT", Value: func(m *match) (reading, bool) {
		if m.value("UNIT") == "TH" {
			return lasting("PT30M"), true
		}
		return lasting(period("0.5", m.value("UNIT"))), true
	}, Examples: []string{"It took [half an hour] = PT30M"}},
	{Name: "the past unit of time", Type: fact.Duration, Pattern: "the past|coming UNIT", Value: func(m *match) (reading, bool) {
		return lasting(period("1", m.value("UNIT"))), m.value("UNIT") != "WE"
	}, Examples: []string{"It rained all through [the past year] = P1Y"}},
	{Name: "some units of time", Type: fact.Duration, Pattern: "the? last|past|next|first|coming? a? COUNT -? UNITS", Value: someUnits,
		Examples: []string{"It took [several months] = PXM", "It took [the past few weeks] = PXW", "It took [a few hours] = PTXH"}},
	{Name: "some units of time", Type: fact.Duration, Pattern: "COUNT - UNIT", Value: someUnits,
		Examples: []string{"a [several-year] wait = PXY because some years, how many is not said: a length of time"}},
	{Name: "some units of time", Type: fact.Duration, Pattern: "the UNITS ahead", Value: someUnits,
		Examples: []string{"It will rain in [the weeks ahead] = PXW"}},
	{Name: "some units of time", Type: fact.Duration, Pattern: "the UNITS", After: "over", Value: someUnits,
		Examples: []string{"It has rusted over [the years] = PXY"}},
	{Name: "recent or coming units of time", Type: fact.Duration, Pattern: "recent|coming|past UNITS and|or UNITS2", Value: someUnits,
		Examples: []string{"It rained in [recent weeks and months] = PXW"}},
	{Name: "recent or coming units of time", Type: fact.Duration, Pattern: "recent|coming|past UNITS", Value: someUnits,
		Examples: []string{"It rained in [recent weeks] = PXW"}},
	{Name: "some units of time", Type: fact.Duration, Pattern: "UNITS", After: "for|in|of|after|within|over|took|take|last|lasted|many|be|about|two|before|spent", Vague: true, Value: someUnits,
		Examples: []string{"He waited for [years] = PXY", "He waited for [hours] = PTXH"}},
	{Name: "as long as units of time", Type: fact.Duration, Pattern: "UNIT|UNITS - long", Value: func(m *match) (reading, bool) {
		if m.value("UNIT") != "" {
			return lasting(period("1", m.value("UNIT"))), true
		}
		return someUnits(m)
	}, Examples: []string{"a [day-long] siege = P1D", "a [decades-long] feud = PXY"}},
}

// halves is half a unit in the next smaller one.
var halves = map[string]string{"TM": "30S", "TH": "30M", "Y": "6M"}

// period is n units as an ISO 8601 duration. A unit that counts others, ten
// years to the decade, is told in them, and a half in the next smaller one.
func period(n, unit string) string {
	if whole, ok := strings.CutSuffix(n, ".5"); ok && halves[unit] != "" && whole != "0" {
		return period(whole, unit) + halves[unit]
	}
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

// twoUnits is so many of a unit and so many of a smaller one.
func twoUnits(m *match) (reading, bool) {
	big, small := m.value("UNITS")+m.value("UNIT"), m.value("UNITS2")+m.value("UNIT2")
	n, n2 := m.int("NUM"), m.int("NUM2")
	if at := strings.Index(descending, big+" "); at < 0 || !strings.Contains(descending[at+len(big):], " "+small+" ") || n > 1e6 || n2 > 1e6 {
		return reading{}, false
	}
	rest := strings.TrimPrefix(period(strconv.Itoa(n2), small), "P")
	if strings.HasPrefix(big, "T") {
		rest = strings.TrimPrefix(rest, "T")
	}
	return lasting(period(strconv.Itoa(n), big) + rest), !m.ofAge()
}

// descending is the units that a length can be told in, by ISO 8601 in this
// order.
const descending = " Y M W D TH TM TS "

// andHalf is half a unit more than the number says.
func andHalf(m *match) (reading, bool) {
	n, unit := m.int("NUM"), m.value("UNITS")
	if unit == "" {
		unit = m.value("UNIT")
	}
	if _, written := m.capture("NUM"); !written {
		n = 1
	}
	return lasting(period(strconv.Itoa(n)+".5", unit)), n < 5000 && unit != "TS" && unit != "WE"
}

func length(m *match) (reading, bool) {
	c, _ := m.capture("NUM")
	unit := m.value("UNITS")
	if single, ok := m.capture("UNIT"); ok {
		unit = single.value
		if unit == "TS" || m.lower[single.first-1] != "-" && c.n != 1 && m.lower[c.first] == "a" {
			return reading{}, false
		}
	}
	if c.n > 1e6 || m.yearOfOne(c) || m.daily() || m.ofAge() || m.capital(m.next-1) || m.fraction() {
		return reading{}, false
	}
	return lasting(period(strconv.FormatFloat(c.n, 'f', -1, 64), unit)), m.lower[m.first] != "-"
}

// yearOfOne reports whether the number is the year of one unit of time: "the
// 2019 quarter".
func (m *match) yearOfOne(number capture) bool {
	_, one := m.capture("UNIT")
	return one && number.n >= 1500 && number.n < 2200 && m.lower[number.next] != "-"
}

// daily reports whether the length is told of each unit: "24 hours a day".
func (m *match) daily() bool {
	a := m.at(m.next)
	_, unit := lexicon["UNIT"][m.at(m.next+1)]
	return unit && (a == "a" || a == "per")
}

// oneUnit is "a year", unless it is the rate of what stands before it: "$5 a
// barrel a day".
func oneUnit(m *match) (reading, bool) {
	unit := m.value("UNIT")
	return lasting(period("1", unit)), unit != "TS" && unit != "WE" && m.at(m.next) != "-" && !m.fraction() && !m.rate()
}

// ofAge reports whether "old" follows: how old somebody is is no length of time
// that anything took.
func (m *match) ofAge() bool {
	return m.at(m.next) == "old" || m.at(m.next) == "-" && m.at(m.next+1) == "old"
}

// fraction reports whether the quarters matched are parts of something.
func (m *match) fraction() bool {
	last := m.lower[m.next-1]
	if last != "quarter" && last != "quarters" {
		return false
	}
	if _, working := m.capture("WORKING"); working {
		return false // "three consecutive quarters of growth"
	}
	return m.lower[m.next-2] == "-" || m.at(m.next) == "of" || m.at(m.next) == "-" || m.about()
}

// about reports whether the length is hedged, as shares are: "about a quarter".
func (m *match) about() bool {
	if m.lower[m.first] == "the" {
		return false // "over the next three quarters"
	}
	_, inside := m.capture("HEDGE")
	_, before := phrases["HEDGE"][m.at(m.first-1)]
	return inside || before || m.at(m.first-1) == "than"
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

func someUnits(m *match) (reading, bool) {
	unit := m.value("UNITS")
	if unit == "" {
		unit = m.value("UNIT")
	}
	switch count := strings.TrimRight(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"); {
	case unit == "TS" || unit == "WE":
		return reading{}, false
	case count != "":
		return lasting("PX" + unit[len(count):]), true
	}
	return lasting(period("X", unit)), true
}
