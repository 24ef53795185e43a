package when

import "onrecord/extract/fact"

// vague is times with no place in the calendar: TIMEX3 gives them PAST_REF,
// PRESENT_REF or FUTURE_REF.
var vague = []rule{
	{Name: "vaguely past", Type: fact.Date, Pattern: "more? recently|lately", Value: always("PAST_REF"),
		Examples: []string{"It was [recently] painted = PAST_REF"}},
	{Name: "vaguely past", Type: fact.Date, Pattern: "recent", Vague: true, Value: func(m *match) (string, bool) {
		return "PAST_REF", m.at(m.first-1) != "most"
	}, Examples: []string{"a [recent] book = PAST_REF"}},
	{Name: "vaguely past", Type: fact.Date, Pattern: "the past", After: "in|of|from", Vague: true, Value: always("PAST_REF"),
		Examples: []string{"a thing of [the past] = PAST_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "now", Value: func(m *match) (string, bool) {
		return "PRESENT_REF", !(m.first == m.finder.first && m.at(m.next) == ",")
	}, Examples: []string{"It is [now] red = PRESENT_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "currently|nowadays", Value: always("PRESENT_REF"),
		Examples: []string{"It is [currently] red = PRESENT_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "current", Vague: true, Value: always("PRESENT_REF"),
		Examples: []string{"the [current] mayor = PRESENT_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "these days", Value: always("PRESENT_REF"),
		Examples: []string{"It is red [these days] = PRESENT_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "at present", Value: always("PRESENT_REF"),
		Examples: []string{"It is red [at present] = PRESENT_REF"}},
	{Name: "the future", Type: fact.Date, Pattern: "the near|foreseeable future", Value: always("FUTURE_REF"),
		Examples: []string{"plans for [the near future] = FUTURE_REF"}},
	{Name: "the present", Type: fact.Date, Pattern: "the time being", Value: always("PRESENT_REF"),
		Examples: []string{"It is red for [the time being] = PRESENT_REF"}},
	{Name: "the future", Type: fact.Date, Pattern: "the near|short|long term", Value: always("FUTURE_REF"),
		Examples: []string{"plans for [the near term] = FUTURE_REF"}},
	{Name: "the future", Type: fact.Date, Pattern: "the future", Vague: true, Value: always("FUTURE_REF"),
		Examples: []string{"fear of [the future] = FUTURE_REF"}},
	{Name: "the future", Type: fact.Date, Pattern: "soon", Vague: true, Value: func(m *match) (string, bool) {
		return "FUTURE_REF", m.at(m.first-1) != "as" && m.at(m.next) != "after"
	}, Examples: []string{"It will [soon] be red = FUTURE_REF"}},
}
