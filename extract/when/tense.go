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
// of the verb they hang on, else of the nearest verb before them in the
// sentence, else of the first after.
func (f *finder) tense(first, next int) tense {
	if f.at(next) == "'s" {
		return past // "Wednesday's ruling" has been given
	}
	if f.awaited(first) {
		return future
	}
	if t := f.governed(first); t != unknown {
		return t
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

// awaited reports whether the words before token i look ahead to it: "extended
// until Friday", "ahead of the weekend", "as soon as Monday".
func (f *finder) awaited(i int) bool {
	switch f.at(i - 1) {
	case "until", "till":
		return i-1 > f.first // "Until Friday he was mayor" may look back
	case "of":
		return f.at(i-2) == "ahead"
	case "as":
		return f.at(i-3) == "as" && (f.at(i-2) == "soon" || f.at(i-2) == "early")
	}
	return false
}

// climb is the most words up from an expression to a verb that tells its tense.
const climb = 12

// governed is the tense of the nearest verb that token i hangs on. A condition
// has that of what hangs on it: "will go unless they paid by Monday".
func (f *finder) governed(i int) tense {
	for range climb {
		i = f.heads[i]
		if i < 0 {
			return unknown
		}
		switch helper, condition := f.dependents(i); {
		case condition:
		case helper >= 0 && !f.is(i, "VBD", "VBN", "VB", "VBG"):
			return f.verb(helper) // "would be home on Monday"
		case f.is(i, "VBD", "VBN", "VB", "VBG"):
			if t := f.verb(i); t != unknown {
				return t
			}
			return f.group(i, unknown)
		case f.is(i, "JJ") && has("future", f.lower[i]):
			return f.verb(i) // "due on Monday"
		}
	}
	return unknown
}

// dependents is, of the words before token i that hang on it, the first that
// helps it to a tense, -1 for none, and whether one makes it a condition.
func (f *finder) dependents(i int) (helper int, condition bool) {
	helper = -1
	for j := i - 1; j >= max(f.first, i-reach); j-- {
		switch {
		case f.heads[j] != i:
		case f.is(j, "MD", "VBD"):
			helper = j
		case f.lower[j] == "unless", f.lower[j] == "if":
			condition = true
		}
	}
	return helper, condition
}

// verb is the tense that token i gives with the helping words before it:
// "finished" is past, "would be finished" is not.
func (f *finder) verb(i int) tense {
	w := f.lower[i]
	switch {
	case has("future", w):
		return f.future(i)
	case f.is(i, "VBD", "VBN"):
		return f.group(i, past)
	}
	return unknown
}

// future weighs a word that looks ahead: "to" only before a verb and "would
// have" not at all.
func (f *finder) future(i int) tense {
	switch w := f.lower[i]; {
	case w == "to" && !f.is(i, "TO"):
		return unknown
	case w == "could" && (f.at(i+1) == "not" || f.at(i+1) == "n't"):
		return past
	case w == "may" && f.capital(i):
		return unknown
	case w == "going" && f.at(i+1) != "to":
		return unknown
	case f.at(i-1) == "had", f.at(i-1) == "been" && f.before(i-1, "had"):
		return past // "it had been due"
	case f.at(i+1) == "have" && w != "will":
		return past
	}
	return future
}

// before reports whether word is one of the three before token i.
func (f *finder) before(i int, word string) bool {
	for j := i - 1; j >= i-3; j-- {
		if f.at(j) == word {
			return true
		}
	}
	return false
}

// group looks at the helping words before the participle at i.
func (f *finder) group(i int, otherwise tense) tense {
	for j := i - 1; j >= max(f.first, i-4); j-- {
		w := f.lower[j]
		switch {
		case has("future", w):
			return f.future(j)
		case f.is(j, "VBD"), w == "been":
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
