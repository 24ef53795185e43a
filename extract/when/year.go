package when

// inName reports whether the figures at c stand inside a name: "the Tessin 2000
// Index". Those at its end are mostly the year of what it names: "Expo 2020".
func (m *match) inName(c capture) bool {
	return m.first > m.finder.first && m.name(c.first-1) && c.next < m.finder.last && m.name(c.next)
}

// name reports whether token i is part of a name and no month.
func (m *match) name(i int) bool {
	_, month := lexicon["MONTH"][m.lower[i]]
	return m.is(i, "NNP", "NN") && m.capital(i) && !month && !m.t.Tokens[i].Paragraph
}

// aYear is a year, unless what stands around it shows that it is a count or
// part of a name.
func aYear(m *match) (reading, bool) {
	c, _ := m.capture("YEAR")
	year := written(yearOf(m.int("YEAR")).String())
	if c.first > m.first {
		return year, m.lower[c.first-1] != "-" || c.first-m.first > 1
	}
	before, after := m.at(m.first-1), m.at(c.next)
	switch {
	case unyear[before], counted(after), m.inName(c):
		return reading{}, false
	case before == "-" && m.first > m.finder.first && m.t.Tokens[m.first-1].End == m.t.Tokens[m.first].Start:
		return year, m.end == m.first-1 // "1939-1945", not "model X-1997"
	case timely[before], m.int("YEAR") >= 1900 && m.int("YEAR") < 2100:
		return year, true
	}
	return reading{}, false
}
