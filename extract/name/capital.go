package name

// acts reports whether the capital at m stands for its state: "Moscow
// demands", "Moscow's demand", "backed by Moscow", not "in Moscow".
func (f *finder) acts(m *mention) bool {
	if n := f.possessive(m.last); n > 0 {
		return !f.lists.cityNouns[f.Lower(m.last+n)] && f.mentionAt(m.last+n) == nil
	}
	switch f.Lower(m.first - 1) {
	case "by", "with", "against":
		return f.Word(m.last) != "," || f.mentionAt(m.last+1) == nil
	case "in", "at", "to", "from", "near", "of", "outside", "around", "through", "for", "and", "or", ",":
		return false
	}
	next := m.last
	for auxiliary(f.Lower(next)) {
		next++
	}
	return f.lists.cues[f.Lower(next)]
}

// auxiliary reports whether w may stand between a subject and its verb.
func auxiliary(w string) bool {
	switch w {
	case "also", "did", "does", "do", "has", "had", "have", "would", "will", "could", "must", "should", "not", "now", "still", "repeatedly", "never", "is", "was":
		return true
	}
	return false
}
