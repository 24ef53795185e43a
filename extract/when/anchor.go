package when

// An anchor is the date that "the next day" and "a week earlier" count from:
// the last one the text gave, and the last that is not after publication.
type anchor struct {
	last    date
	settled date
	here    bool // settled was given in the paragraph that is being read
	near    bool // so was last
}

// keep remembers d, which the text gave.
func (a *anchor) keep(d, published date) {
	a.last, a.near = d, true
	if !d.follows(published) {
		a.settled, a.here = d, true
	}
}

// follows reports whether d starts after published, which may be unknown.
func (d date) follows(published date) bool {
	return !published.day.IsZero() && d.day.After(published.day)
}

// around is the last date of the text, else the day of publication.
func (m *match) around() date {
	if !m.anchor.last.day.IsZero() {
		return m.anchor.last.because(spoken(m.anchor.near))
	}
	return m.published
}

// spoken is how a date was come by that the text gave before.
func spoken(near bool) string {
	if near {
		return "named just before"
	}
	return "named before"
}

// past is the last date of the text that is not after publication.
func (a anchor) past() date { return a.settled.because(spoken(a.here)) }

// behind is what "two days earlier" counts from: the last date of the text,
// but what is to come after publication leads nowhere back. Then it is the
// last date that has been, which words that open a sentence or go on in its
// paragraph tell on from, else the day of publication.
func (m *match) behind() date {
	if from := m.around(); !from.follows(m.published) {
		return from
	}
	if a := m.anchor; !a.settled.day.IsZero() && (a.here || m.first == m.finder.first) {
		return a.past()
	}
	return m.published
}

// told is the date that lies as far from the last one as by says. In the past
// tense it is not after publication: then it is counted from the last date
// that has been, and unknown when that is none either.
func (m *match) told(by func(from date) date) date {
	d := by(m.around())
	if !d.follows(m.published) || m.tense(m.first, m.next).tense != past {
		return d
	}
	if d = by(m.anchor.past()); d.follows(m.published) {
		return date{account: account{why: "it would lie after the article appeared, though told as past"}}
	}
	return d
}
