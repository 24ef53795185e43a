package when

// nearest is the occurrence of a yearly day or month that the sentence means:
// the first after the start of a range it ends; in the year the words before
// gave, but what is still to come in no year past; else the year of
// publication or, where the tense leads far from it, the one beside; without a
// tense the one less than half a year away. in gives the zero date for a year
// without that day.
func (m *match) nearest(in func(year int) date) date {
	if d, from := m.rangeEnd(in); !d.day.IsZero() {
		return d.because("the first after " + from.words() + ", where the range begins")
	}
	v := m.tense(m.first, m.next)
	if d := in(m.givenYear); m.givenYear > 0 && !d.day.IsZero() && (v.tense != future || m.published.day.IsZero() || d.follows(m.published)) {
		return d.because("in the year named before")
	}
	if m.published.day.IsZero() {
		return date{}
	}
	shift := m.shift(in(m.published.day.Year()), v.tense)
	d := in(m.published.day.Year() + shift)
	if d.day.IsZero() {
		return m.leap(in, v)
	}
	return d.because(m.yearWords(d, shift, v))
}

// shift is how many years from that of publication the day is meant that is d
// in it.
func (m *match) shift(d date, t tense) int {
	away := int(d.day.Sub(m.published.day).Hours() / 24)
	c, _ := m.capture("DEM")
	switch {
	case d.day.IsZero():
		return 0
	case c.n > 0 && away < 0:
		return 1
	case c.n < 0 && away > 0:
		return -1
	case t == future && away < -31, t == untold && away < -183:
		return 1
	case t == past && away > 120, t == untold && away > 183:
		return -1
	}
	return 0
}

// yearWords is how the year of d was told, shift years from publication.
func (m *match) yearWords(d date, shift int, v view) string {
	why := "in the year the article appeared"
	switch shift {
	case -1:
		why = "in the year before the article appeared"
	case 1:
		why = "in the year after the article appeared"
	}
	switch {
	case v.tense == untold:
		return why + "; nearest to that day"
	case v.words == "":
		return why
	case v.tense == future == d.follows(m.published):
		return why + "; " + v.String()
	}
	return why
}

// leap is the last 29 February, or the next where the sentence looks ahead.
func (m *match) leap(in func(year int) date, v view) date {
	step, side := -1, "last"
	if v.tense == future {
		step, side = 1, "next"
	}
	for year := m.published.day.Year() + step; year > 0; year += step {
		if d := in(year); !d.day.IsZero() {
			return d.because("the " + side + " year that has this day; " + v.String())
		}
	}
	return date{}
}
