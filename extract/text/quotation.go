package text

// takenUp goes on after a closed quotation or bracket when what follows takes
// it up: a word in lower case, or up to three names and a verb of speech.
func takenUp(v *view, i int) verdict {
	s := v.at(i - 1).shape
	if s != closing && (s != straight || v.at(i-1).spaceBefore) {
		return unsure
	}
	if v.at(i).shape == lowerWord && v.stops < oftenLower {
		return goesOn
	}
	if v.at(v.core(i)).shape != question {
		return unsure
	}
	for n := i; n < i+4 && n < v.last; n++ {
		switch w := v.text.Word(n); {
		case lists().speech[w]:
			if n > i {
				return goesOn
			}
			return unsure
		case !v.capital(n) && v.at(n).shape != abbreviated:
			return unsure
		}
	}
	return unsure
}

// signature goes on after a closed quotation with a dash and the name of who
// is quoted, where the paragraph ends with it.
func signature(v *view, i int) verdict {
	if v.at(i-1).shape == dash {
		i--
	}
	if s := v.at(i - 1).shape; v.at(i).shape != dash || s != closing && s != straight || v.last-i > longestSignature {
		return unsure
	}
	for j := i + 1; j < v.last; j++ {
		if !v.capital(j) && v.at(j).shape != fullStop {
			return unsure
		}
	}
	return goesOn
}

// longestSignature is the tokens of the longest signature, with its dash and
// full stop.
const longestSignature = 7

// dateline goes on after the dash that ends the place, the day and the agency
// at the beginning of a report.
func dateline(v *view, i int) verdict {
	if v.begin != v.first || i > v.first+longestDateline || v.at(i-1).shape != dash || v.at(v.first).shape != capitals {
		return unsure
	}
	for j := v.first; j < i; j++ {
		if v.at(j).shape == lowerWord {
			return unsure
		}
	}
	return goesOn
}

// longestDateline is the tokens of the longest dateline that is looked for.
const longestDateline = 16
