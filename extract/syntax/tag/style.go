package tag

// A style is how a sentence uses capitals, which decides what a capital letter
// says of a word.
type style uint64

const (
	plain    style = iota // "Elde spoke in Melk"
	capitals              // "ELDE SPEAKS IN MELK"
	headline              // "Elde Speaks in Melk"
	small                 // "elde spoke in melk"
)

// styleOf is the style of a sentence of views.
func styleOf(sentence []view) style {
	lower, title, all := 0, 0, 0
	for i := range sentence {
		v := &sentence[i]
		switch {
		case v.first == lowerLetter && v.prefix[longestPrefix-1] != 0:
			lower++ // short words stay small in headlines
		case v.first != upperLetter:
		case v.shape == onlyCapitals && v.prefix[1] != 0:
			all++
		default:
			title++
		}
	}
	switch {
	case all > 1 && lower == 0 && all > title:
		return capitals
	case title > 2 && lower == 0:
		return headline
	case title+all == 0:
		return small
	}
	return plain
}

var onlyCapitals = step(seed, 'X')
