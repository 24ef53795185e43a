package name

// barred is who p cannot mean: the speaker of the quotation it stands in, and
// the subject of its own clause when it is an object there.
func (f *finder) barred(v *voices, d *discourse, p pronoun) [2]*entity {
	bar := [2]*entity{f.by(v, p.token), nil}
	if f.pronounCase(p.token) != "object" || f.grammar("himself", f.Lower(p.token)) {
		return bar
	}
	for k := len(*d) - 1; k >= 0; k-- {
		h := &(*d)[k]
		if h.sentence != p.sentence || f.clauseBetween(h.token, p.token) {
			break
		}
		if h.part == subject {
			bar[1] = h.entity
			break
		}
	}
	return bar
}

// longestClause is how many words a clause may have between its subject and
// its object.
const longestClause = 40

// clauseBetween reports whether a clause opens between tokens from and to.
func (f *finder) clauseBetween(from, to int) bool {
	if to-from > longestClause {
		return true
	}
	for i := from + 1; i < to; i++ {
		if f.at[i] == 0 && f.grammar("opens a clause", f.Lower(i)) {
			return true
		}
	}
	return false
}

// reflexive is who "himself" at p means: the one named right before it, "Elde
// himself", else the subject nearest before it in the sentence; nil for none.
func (f *finder) reflexive(d *discourse, p pronoun) *entity {
	beside := f.mentionAt(p.token - 1)
	for k := len(*d) - 1; k >= 0 && (*d)[k].sentence == p.sentence; k-- {
		h := &(*d)[k]
		if h.entity.gender != 0 && h.entity.gender != p.gender {
			continue
		}
		if h.part == subject || beside != nil && beside.entity == h.entity {
			return h.entity
		}
	}
	return nil
}
