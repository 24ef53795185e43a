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
	untold tense = iota
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
	return untold
}

// pointing is the tense of last, this or next with "past" or "coming" after it.
func (m *match) pointing() tense {
	switch {
	case m.has("past"):
		return past
	case m.has("coming"):
		return future
	}
	return pointing(m.int("DEM"))
}

// A view is a tense and the words of the text that tell it.
type view struct {
	tense
	words string
}

// String is how a reader is told of v: "“left” tells of the past".
func (v view) String() string {
	who := "the sentence"
	if 0 < len(v.words) && len(v.words) <= quoted {
		who = "“" + strings.Join(strings.Fields(v.words), " ") + "”"
	}
	switch v.tense {
	case past:
		return who + " tells of the past"
	case future:
		return who + " looks ahead"
	}
	return "no verb tells past or future"
}

// quoted is the most bytes of words that a reason quotes.
const quoted = 24

// seen is t, told by the tokens [first, next).
func (f *finder) seen(t tense, first, next int) view {
	return view{t, f.t.Slice(f.t.Range(first, next))}
}

// reach is how many words around an expression can tell its tense.
const reach = 24

// tense is the tense of the clause that tokens [first, next) stand in: that
// of the verb they hang on, else of the nearest verb before them in the
// sentence, else of the first after.
func (f *finder) tense(first, next int) view {
	if f.at(next) == "'s" {
		return f.seen(past, next-1, next+1) // "Wednesday's ruling" has been given
	}
	if f.at(first-1) == "since" {
		return f.seen(past, first-1, first)
	}
	if from := f.awaited(first); from < first {
		return f.seen(future, from, first)
	}
	if v := f.governed(first); v.tense != untold {
		return v
	}
	for i := first - 1; i >= max(f.first, first-reach); i-- {
		if w := f.lower[i]; w == ";" || w == "“" {
			break
		}
		if found := f.verb(i); found.tense != untold {
			return found
		}
	}
	for i := next; i < min(f.last, next+reach); i++ {
		if found := f.verb(i); found.tense != untold {
			return found
		}
	}
	return view{}
}

// awaited is the first of the words before token i that look ahead to it, i
// for none: "extended until Friday", "ahead of the weekend", "as soon as Monday".
func (f *finder) awaited(i int) int {
	switch w := f.at(i - 1); {
	case (w == "until" || w == "till") && i-1 > f.first: // "Until Friday he was mayor" may look back
		return i - 1
	case w == "of" && f.at(i-2) == "ahead":
		return i - 2
	case w == "as" && f.at(i-3) == "as" && (f.at(i-2) == "soon" || f.at(i-2) == "early"):
		return i - 3
	}
	return i
}

// climb is the most words up from an expression to a verb that tells its tense.
const climb = 12

// governed is the tense of the nearest verb that token i hangs on. A condition
// has that of what hangs on it: "will go unless they paid by Monday".
func (f *finder) governed(i int) view {
	for range climb {
		i = f.heads[i]
		if i < 0 {
			return view{}
		}
		switch helper, condition := f.dependents(i); {
		case condition:
		case helper >= 0 && !f.is(i, "VBD", "VBN", "VB", "VBG"):
			return f.verb(helper) // "would be home on Monday"
		case f.is(i, "VBD", "VBN", "VB", "VBG"):
			if v := f.verb(i); v.tense != untold {
				return v
			}
			return f.group(i, untold)
		case f.is(i, "JJ") && has("future", f.lower[i]), f.is(i, "VBZ", "VBP") && has("scheduled", f.lower[i]):
			return f.verb(i) // "due on Monday", "opens on Monday"
		}
	}
	return view{}
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
func (f *finder) verb(i int) view {
	w := f.lower[i]
	switch {
	case has("future", w):
		return f.future(i)
	case f.is(i, "VBD", "VBN"):
		return f.group(i, past)
	case f.is(i, "VBZ", "VBP") && has("scheduled", w):
		return f.seen(future, i, i+1)
	}
	return view{}
}

// future weighs a word that looks ahead: "to" only before a verb and "would
// have" not at all.
func (f *finder) future(i int) view {
	switch w := f.lower[i]; {
	case w == "to" && !f.is(i, "TO"):
		return view{}
	case w == "could" && (f.at(i+1) == "not" || f.at(i+1) == "n't"):
		return f.seen(past, i, i+2)
	case w == "may" && f.capital(i):
		return view{}
	case w == "going" && f.at(i+1) != "to":
		return view{}
	case f.at(i-1) == "had", f.at(i-1) == "been" && f.before(i-1, "had"):
		return f.seen(past, i, i+1) // "it had been due"
	case f.at(i+1) == "have" && w != "will":
		return f.seen(past, i, i+2)
	}
	return f.seen(future, i, i+1)
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
func (f *finder) group(i int, otherwise tense) view {
	for j := i - 1; j >= max(f.first, i-4); j-- {
		w := f.lower[j]
		switch {
		case has("future", w):
			return f.future(j)
		case f.is(j, "VBD"), w == "been":
			return f.seen(past, j, i+1)
		case !has("helper", w) && !strings.HasSuffix(w, "ly"):
			return f.alone(otherwise, i)
		}
	}
	return f.alone(otherwise, i)
}

// alone is the tense that token i gives by itself.
func (f *finder) alone(t tense, i int) view {
	if t == untold {
		return view{}
	}
	return f.seen(t, i, i+1)
}

func has(list, word string) bool {
	_, ok := tenses[list][word]
	return ok
}
