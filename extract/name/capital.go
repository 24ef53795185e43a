package name

// acts reports whether the capital at m stands for its state: "Moscow
// demands", "Moscow's demand", "backed by Moscow", not "in Moscow".
func (f *finder) acts(m *mention) bool {
	if n := f.possessive(m.last); n > 0 {
		return !f.lists.cityNouns[f.Lower(m.last+n)] && f.mentionAt(m.last+n) == nil
	}
	switch before := f.Lower(m.first - 1); {
	case before == "by" || before == "with" || before == "against":
		return f.Word(m.last) != "," || f.mentionAt(m.last+1) == nil
	case f.grammar("before a town", before):
		return false
	}
	next := m.last
	for f.auxiliary(next) {
		next++
	}
	return f.lists.cues[f.Lower(next)]
}

// auxiliary reports whether token i may stand between a subject and its verb.
func (f *finder) auxiliary(i int) bool { return f.grammar("auxiliary", f.Lower(i)) }
