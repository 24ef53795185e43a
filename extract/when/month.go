package when

import "fmt"

// nearMonth is the month of that name before, in or after publication.
func nearMonth(m *match, v view) date {
	if m.published.day.IsZero() {
		return date{}
	}
	now, month, shift := int(m.published.day.Month()), m.int("MONTH"), 0
	switch {
	case v.tense == past && month >= now && m.int("DEM") < 0, v.tense == past && month > now:
		shift = -1
	case v.tense == future && month < now, v.tense == future && month == now && m.int("DEM") > 0:
		shift = 1
	}
	d := monthOf(m.published.day.Year()+shift, month)
	side := [...]string{"the last ", " before "}
	if v.tense == future {
		side = [...]string{"the next ", " after "}
	}
	why := d.words() + ": " + side[0] + d.day.Month().String() + side[1] + m.published.at(byMonth).where()
	switch {
	case d.day.Equal(m.published.first()):
		why = d.words() + ", when the article appeared"
	case v.tense == untold:
		why = d.words() + ": that of " + m.published.at(byYear).where()
	}
	if v.words != "" {
		why += "; " + v.String()
	}
	return d.because(why)
}

// bareMonth is a month without a year. "May", "March" and months that are
// first names need a word before them that goes with times.
func bareMonth(m *match) (reading, bool) {
	if !m.isMonth() {
		return reading{}, false
	}
	if d := m.monthMeant(); !d.day.IsZero() {
		return d.reading(), true
	}
	value := fmt.Sprintf("XXXX-%02d", m.int("MONTH"))
	return reading{value, account{why: words(value) + ", as written; nothing tells the year"}}, true
}

// isMonth reports whether the word is a month here and no name or verb. What
// follows a name once, "Theresa May", is a surname from there on.
func (m *match) isMonth() bool {
	c, _ := m.capture("MONTH")
	word := m.lower[c.first]
	if c.first > m.finder.first && (word == "may" || word == "march") && m.name(c.first-1) {
		m.surnames[word] = true
	}
	if m.surnames[word] && c.first == m.first && (!monthly[m.at(m.first-1)] || m.at(c.next) == "'s") {
		return false
	}
	name := m.capital(c.next) && m.at(c.next) != "" && !m.t.Tokens[c.next].Paragraph
	if name && (len(word) == 3 || m.at(m.first-1) == "and") {
		return false // "Jan Kowal", "Eva Lind and April Holm"
	}
	led := c.first > m.first || timely[m.at(m.first-1)]
	return led || !(name || word == "may" || word == "march" || m.capital(c.first-1) && c.first > m.finder.first)
}

// monthMeant is the month of that name that the sentence means, the zero date
// where nothing tells its year.
func (m *match) monthMeant() date {
	in := func(year int) date { return monthOf(year, m.int("MONTH")) }
	if m.sinceNow() {
		return nearMonth(m, m.seen(past, m.first-1, m.first))
	}
	from, ends := m.rangeStart()
	ends = ends && from.grain == byMonth
	if m.givenYear > 0 && !ends {
		d := in(m.givenYear)
		return d.because(d.words() + ": in the year named before")
	}
	if v := m.tense(m.first, m.next); v.tense != untold && !ends {
		return nearMonth(m, v)
	}
	d := m.nearest(in)
	return d.because(d.words() + ": " + d.why)
}

// sinceNow reports whether the words lead from then up to publication: "has
// risen since October".
func (m *match) sinceNow() bool {
	if m.at(m.first-1) != "since" {
		return false
	}
	for i := m.first - 2; i >= max(m.finder.first, m.first-reach); i-- {
		switch m.lower[i] {
		case "has", "have", "'s", "'ve":
			return true
		case "had", ";":
			return false
		}
	}
	return false
}

// monthOfThat is the month in the year of the last date.
func monthOfThat(m *match) (reading, bool) {
	last := m.around()
	if last.day.IsZero() {
		return reading{}, false
	}
	d := monthOf(last.day.Year(), m.int("MONTH"))
	return d.because(d.day.Month().String() + " of the year of " + last.where()).reading(), true
}
