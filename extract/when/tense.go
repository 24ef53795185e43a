package when

import (
	_ "embed"
	"strings"
)

//go:embed data/tense.txt
var tenseFile string

var tenses = sections(tenseFile)

// A tense is whether a clause tells of what was or of what is to come.
type tense int

const (
	unknown tense = iota
	past
	future
)

// pointing is the tense of last (-1) and next (1).
func pointing(dem int) tense {
	switch {
	case dem < 0:
		return past
	case dem > 0:
		return future
	}
	return unknown
}

// reach is how many words around an expression can tell its tense.
const reach = 24

// tense is the tense of the clause that tokens [first, next) stand in: that
// of the nearest verb before them in the sentence, else of the first after.
func (f *finder) tense(first, next int) tense {
	if f.at(next) == "'s" {
		return past // "Wednesday's ruling" has been given
	}
	if f.at(first-1) == "until" {
		return future // "extended until Friday"
	}
	for i := first - 1; i >= max(f.first, first-reach); i-- {
		if w := f.lower[i]; w == ";" || w == "“" {
			break
		}
		if found := f.verb(i); found != unknown {
			return found
		}
	}
	for i := next; i < min(f.last, next+reach); i++ {
		if found := f.verb(i); found != unknown {
			return found
		}
	}
	return unknown
}

// verb is the tense that token i gives with the helping words before it:
// "finished" is past, "would be finished" is not.
func (f *finder) verb(i int) tense {
	w := f.lower[i]
	switch {
	case has("future", w):
		return f.future(i)
	case has("past", w):
		return f.group(i, past)
	case len(w) > 4 && strings.HasSuffix(w, "ed") && !has("no participle", w):
		return f.group(i, past)
	}
	return unknown
}

// future weighs a word that looks ahead: "to" only before a verb and "would
// have" not at all.
func (f *finder) future(i int) tense {
	switch w := f.lower[i]; {
	case w == "to" && !f.infinitive(i+1):
		return unknown
	case w == "could" && (f.at(i+1) == "not" || f.at(i+1) == "n't"):
		return past
	case w == "may" && f.capital(i):
		return unknown
	case w == "going" && f.at(i+1) != "to":
		return unknown
	case strings.HasSuffix(w, "ed") && has("past", f.at(i-1)) && f.at(i-1) != "was" && f.at(i-1) != "were":
		return past
	case f.at(i+1) == "have" && w != "will":
		return past
	}
	return future
}

// infinitive reports whether token i, after "to", can be a verb and not the
// goal of a way: a plain word in small letters that is no article or number.
func (f *finder) infinitive(i int) bool {
	switch w := f.at(i); {
	case w == "", w[0] < 'a', w[0] > 'z', f.capital(i):
		return false
	case strings.HasSuffix(w, "s"), w == "the", w == "a", w == "an", w == "more", w == "about":
		return false
	}
	return true
}

// group looks at the helping words before the participle at i.
func (f *finder) group(i int, otherwise tense) tense {
	for j := i - 1; j >= max(f.first, i-4); j-- {
		w := f.lower[j]
		switch {
		case has("future", w):
			return f.future(j)
		case has("past", w), w == "been":
			return past
		case !has("helper", w) && !strings.HasSuffix(w, "ly"):
			return otherwise
		}
	}
	return otherwise
}

func has(list, word string) bool {
	_, ok := tenses[list][word]
	return ok
}
