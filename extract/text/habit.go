package text

// What stopHabit and caseHabit give that rules ask for.
const (
	oftenLower = 3 // the least stopHabit of a text whose sentences often begin in lower case
	allLower   = 2 // the caseHabit of a paragraph without capitals
	caseHabits = 4
)

// stopHabit is how often what looks like the end of a sentence is followed by
// a word in lower case: 0 for too few to tell, then never, seldom, often, mostly.
func stopHabit(tokens []glimpse) uint64 {
	lower, upper := 0, 0
	for i := 1; i < len(tokens); i++ {
		if s := tokens[i-1].shape; s != fullStop && s != question || !tokens[i].spaceBefore {
			continue
		}
		switch tokens[i].shape {
		case lowerWord:
			lower++
		case titleWord, capitals, singleCapital:
			upper++
		}
	}
	switch {
	case lower+upper < 2:
		return 0
	case lower == 0:
		return 1
	case lower == 1 && upper >= 6, 8*lower < lower+upper:
		return 2
	case 2*lower < lower+upper:
		return 3
	}
	return 4
}

// caseHabit is how a paragraph is written: 0 in lower and upper case, 1 all in
// capitals, 2 all in lower case, 3 each word with a capital.
func caseHabit(tokens []glimpse) uint64 {
	count := [shapes]int{}
	for _, t := range tokens {
		count[t.shape]++
	}
	lower, title, capital := count[lowerWord], count[titleWord], count[capitals]
	switch {
	case lower == 0 && capital > title:
		return 1
	case title+capital+count[singleCapital] == 0:
		return allLower
	case title > 2*lower:
		return 3
	}
	return 0
}

// openHabit is how often paragraphs end without a mark, for those of some
// length: 0 for too few to tell, then from 1, never, to 4, mostly.
func openHabit(t *Text, tokens []glimpse) uint64 {
	open, all := 0, 0
	t.paragraphs(func(first, last int) {
		if last-first < 5 {
			return
		}
		all++
		switch tokens[last-1].shape {
		case fullStop, question, closing, straight, abbreviated, initials:
		default:
			open++
		}
	})
	switch {
	case all < 2:
		return 0
	case open == 0:
		return 1
	case 8*open < all:
		return 2
	case 2*open < all:
		return 3
	}
	return 4
}
