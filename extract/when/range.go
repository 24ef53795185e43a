package when

import "onrecord/extract/fact"

// firstOfRange is the day or month that a range begins with whose last one has
// the year.
func firstOfRange(g grain) func(m *match) (reading, bool) {
	return func(m *match) (reading, bool) {
		from := date{day: monthOf(m.int("YEAR"), m.int("MONTH")).day, grain: g}
		to := date{day: monthOf(m.int("YEAR"), m.int("MONTH2")).day, grain: g}
		in := " in "
		if g == byDay {
			var ok, ok2 bool
			from, ok = dayOf(m.int("YEAR"), m.int("MONTH"), m.int("DAY"))
			if to, ok2 = dayOf(m.int("YEAR"), m.int("MONTH2"), m.int("DAY2")); !ok || !ok2 {
				return reading{}, false
			}
			in = " on "
		}
		if from.first().After(to.first()) && !m.moves(m.first) {
			from = from.add(-12, byMonth).at(g)
		}
		return said(from.String(), "the range it begins ends"+in+to.words()), true
	}
}

// firstDay is the day that a range within a month begins with. A dash that
// stands close to one side only is none of a range: "lost 2 -1 January".
func firstDay(m *match) (reading, bool) {
	i := m.next
	uneven := (m.t.Tokens[i-1].End == m.t.Tokens[i].Start) != (m.t.Tokens[i].End == m.t.Tokens[i+1].Start)
	if uneven || m.int("DAY") > m.int("DAY2") && m.lower[i] == "and" {
		return reading{}, false
	}
	return calendarReading(m)
}

// lastOfRange is the day that a range within a month ends with: "Jan. 12-14".
func lastOfRange(m *match) (reading, bool) {
	if m.end != m.first-1 || m.anchor.last.grain != byDay || len(m.found) == 0 {
		return reading{}, false
	}
	first := m.t.TokenAt(m.found[len(m.found)-1].Span.Start)
	for i := first; i < m.end; i++ {
		if _, month := lexicon["MONTH"][m.lower[i]]; month {
			from := m.anchor.last
			y, mo, d := from.day.Date()
			last, ok := dayOf(y, int(mo), m.int("DAY"))
			return said(last.String(), "in the month of "+from.words()+", named just before"), ok && m.int("DAY") > d
		}
	}
	return reading{}, false
}

// rangeEnd is the first occurrence of a yearly day or month after the start of
// the range that it ends, and that start.
func (m *match) rangeEnd(in func(year int) date) (end, from date) {
	from, ok := m.rangeStart()
	if !ok {
		return date{}, from
	}
	if end = in(from.day.Year()); end.day.Before(from.day) {
		end = in(from.day.Year() + 1)
	}
	if end.grain != from.grain {
		return date{}, from
	}
	return end, from
}

// rangeStart is the date that the expression is the end of a range from: "from
// November to March".
func (m *match) rangeStart() (date, bool) {
	if m.end != m.first-1 || len(m.found) == 0 || m.end <= m.finder.first {
		return date{}, false
	}
	last := m.found[len(m.found)-1]
	d, ok := parse(last.Value)
	return d, ok && last.Type == fact.Date && m.ranges(m.t.TokenAt(last.Span.Start))
}

// ranges reports whether the word before the expression and those before the
// one that starts at token i make a range of them. What is moved from one day
// to another spans none.
func (m *match) ranges(i int) bool {
	switch m.at(m.first - 1) {
	case "-", "–", "until", "till", "through":
		return true
	case "and":
		return m.at(i-1) == "between"
	case "to":
		return !m.moves(i)
	}
	return false
}

// moves reports whether the words before token i move one day to another:
// "postponed from".
func (m *match) moves(i int) bool {
	for j := i - 1; j >= max(m.finder.first, i-reach); j-- {
		if moved[m.lower[j]] {
			return true
		}
	}
	return false
}
