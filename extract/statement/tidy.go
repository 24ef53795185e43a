package statement

// lastWord is the last token of p that is no mark.
func (r *reader) lastWord(p run) int {
	k := p.To - 1
	for k > p.From && r.is(k, mark) {
		k--
	}
	return k
}

func (r *reader) dash(i int) bool {
	switch r.word(i) {
	case "—", "–", "--", "-":
		return true
	}
	return false
}
