package text

// spacedEllipsis reads ". . ." as a mark inside a sentence, the fourth full
// stop as its end: of ". . . ." the last, of "fell. . . ." the first.
func spacedEllipsis(v *view, i int) verdict {
	dots := 0
	for j := i - 1; j >= v.first && dots < 5 && v.lonely(j); j-- {
		dots++
	}
	switch {
	case v.lonely(i):
		if v.at(i-1).shape == fullStop && !v.at(i-1).spaceBefore && v.lonely(i+1) && v.lonely(i+2) && v.at(i+3).shape != noToken && v.at(i+3).shape != closing {
			return begins
		}
		return goesOn
	case dots == 3:
		return goesOn
	case dots > 3 && v.capital(v.head(i)):
		return begins
	}
	return unsure
}

// lonely reports whether token i is a full stop that stands by itself.
func (v *view) lonely(i int) bool {
	g := v.at(i)
	return g.shape == fullStop && g.spaceBefore
}

// lowerCase goes on with a word in lower case after what ends sentences, in a
// text whose sentences begin with capitals, and with words that begin no
// sentence in any.
func lowerCase(v *view, i int) verdict {
	switch v.at(v.core(i)).shape {
	case fullStop, question, ellipsis, abbreviated, initials, initialOnly:
		switch {
		case v.at(i).shape != lowerWord:
		case lists().continuers[v.text.Word(i)], v.stops < oftenLower && v.habit%caseHabits != allLower:
			return goesOn
		}
	}
	return unsure
}
