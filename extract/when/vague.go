package when

import "onrecord/extract/fact"

// inPast, atPresent and inFuture are all that can be told of a vague time.
var (
	inPast    = vaguely("PAST_REF")
	atPresent = vaguely("PRESENT_REF")
	inFuture  = vaguely("FUTURE_REF")
)

func vaguely(value string) reading {
	return reading{value, account{why: "vague: " + words(value)}}
}

// vague is times with no place in the calendar: TIMEX3 gives them PAST_REF,
// PRESENT_REF or FUTURE_REF.
var vague = []rule{
	{Name: "vaguely past", Type: fact.Date, Pattern: "more? recently|lately", Value: always(inPast),
		Examples: []string{"It was [recently] painted = PAST_REF"}},
	{Name: "vaguely past", Type: fact.Date, Pattern: "recent", Vague: true, Value: func(m *match) (reading, bool) {
		return inPast, m.at(m.first-1) != "most"
	}, Examples: []string{"a [recent] book = PAST_REF"}},
	{Name: "vaguely past", Type: fact.Date, Pattern: "the past", After: "in|of|from", Vague: true, Value: always(inPast),
		Examples: []string{"a thing of [the past] = PAST_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "now", Value: func(m *match) (reading, bool) {
		return atPresent, !(m.first == m.finder.first && m.at(m.next) == ",")
	}, Examples: []string{"It is [now] red = PRESENT_REF because vague: the present"}},
	{Name: "the present", Type: fact.Date, Pattern: "currently|nowadays", Value: always(atPresent),
		Examples: []string{"It is [currently] red = PRESENT_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "current", Vague: true, Value: always(atPresent),
		Examples: []string{"the [current] mayor = PRESENT_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "these days", Value: always(atPresent),
		Examples: []string{"It is red [these days] = PRESENT_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "at present", Value: always(atPresent),
		Examples: []string{"It is red [at present] = PRESENT_REF"}},
	{Name: "the future", Type: fact.Date, Pattern: "the near|foreseeable future", Value: always(inFuture),
		Examples: []string{"plans for [the near future] = FUTURE_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "the time being", Value: always(atPresent),
		Examples: []string{"It is red for [the time being] = PRESENT_REF"}},
	{Name: "the future", Type: fact.Date, Pattern: "the near|short|long term", Value: always(inFuture),
		Examples: []string{"plans for [the near term] = FUTURE_REF"}},
	{Name: "the future", Type: fact.Date, Pattern: "the future", Vague: true, Value: always(inFuture),
		Examples: []string{"fear of [the future] = FUTURE_REF"}},
	{Name: "the future", Type: fact.Date, Pattern: "soon", Vague: true, Value: func(m *match) (reading, bool) {
		return inFuture, m.at(m.first-1) != "as" && m.at(m.next) != "after"
	}, Examples: []string{"It will [soon] be red = FUTURE_REF"}},
}
