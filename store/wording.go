package store

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// A wordIn is a word of a text as two texts are compared by it.
type wordIn struct {
	start, end int    // byte offsets of the word in its text
	stem       string // folded, without an ending of grammar; a number's value in digits
	kind       wordKind
}

// wordKind says what a word tells two texts apart by.
type wordKind int

const (
	smallWord   wordKind = iota // "the", "had": says nothing
	plainWord                   // "valley"
	capitalWord                 // "Brannic": it may be a name
	numberWord                  // "40,000", "fourteen thousand"
	dateWord                    // "12 March", "Monday"
)

// wordPattern is a number in figures or a word with its apostrophes.
var wordPattern = regexp.MustCompile(`\p{N}[\p{N},.]*\p{N}|\p{N}|\p{L}[\p{L}\p{M}]*(?:[’'][\p{L}\p{M}]+)?`)

// wording is the words of a text in their order.
func wording(s string) []wordIn {
	var all []wordIn
	for _, at := range wordPattern.FindAllStringIndex(s, -1) {
		w := wordIn{start: at[0], end: at[1]}
		w.read(s[w.start:w.end])
		all = append(all, w)
	}
	return joinNumbers(joinDates(all))
}

// read finds out what kind of word w is.
func (w *wordIn) read(s string) {
	folded := strings.ReplaceAll(fold(possessive(s)), " ", "")
	first, _ := utf8.DecodeRuneInString(s)
	_, spelled := numberWords()[folded]
	switch {
	case unicode.IsDigit(first):
		w.kind, w.stem = numberWord, strings.ReplaceAll(strings.TrimRight(s, ".,"), ",", "")
	case spelled:
		w.kind, w.stem = numberWord, folded
	case smallTopicWords()[folded] || utf8.RuneCountInString(folded) < 2:
		w.kind, w.stem = smallWord, folded
	case calendarWords()[folded]:
		w.kind, w.stem = dateWord, folded
	case unicode.IsUpper(first):
		w.kind, w.stem = capitalWord, stem(folded)
	default:
		w.kind, w.stem = plainWord, stem(folded)
	}
}

// possessive is s without the "’s" of a genitive.
func possessive(s string) string {
	return strings.TrimSuffix(strings.TrimSuffix(s, "’s"), "'s")
}

// endings are those that grammar gives a word, the longest first.
var endings = [...]string{"ing", "ies", "ed", "es", "s", "y", "e"}

// stem is a folded word without an ending: "moved" and "moves" are "mov".
func stem(w string) string {
	for _, e := range endings {
		if cut, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(cut) > 2 {
			return cut
		}
	}
	return w
}

// forms is the words that a stem is mostly of, as a search would have them.
func forms(stem string) []string {
	return []string{stem, stem + "s", stem + "e", stem + "ed", stem + "ing", stem + "y"}
}

// kin reports whether two stems are of one name: "ondria" and "ondrian".
func kin(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) >= 5 && strings.HasPrefix(b, a) && len(b)-len(a) <= 2
}

// numberWords is the value of each word of a number.
var numberWords = sync.OnceValue(func() map[string]float64 {
	values := map[string]float64{}
	for line := range wordList("number-words.txt") {
		word, value, _ := strings.Cut(line, " ")
		values[word] = must(strconv.ParseFloat(value, 64))
	}
	return values
})

// calendarWords is the names of months and days of the week, folded.
var calendarWords = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for m := time.January; m <= time.December; m++ {
		names[fold(m.String())] = true
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		names[fold(d.String())] = true
	}
	return names
})

// joinDates makes one word of a day and its month: "12 March", "March 12".
func joinDates(all []wordIn) []wordIn {
	var joined []wordIn
	for i := 0; i < len(all); i++ {
		if i+1 < len(all) {
			a, b := all[i], all[i+1]
			if b.kind == numberWord {
				a, b = b, a
			}
			n, err := strconv.Atoi(a.stem)
			if a.kind == numberWord && b.kind == dateWord && err == nil && n <= 31 && !strings.HasSuffix(b.stem, "day") {
				joined = append(joined, wordIn{all[i].start, all[i+1].end, a.stem + " " + b.stem, dateWord})
				i++
				continue
			}
		}
		joined = append(joined, all[i])
	}
	return joined
}

// joinNumbers makes one word of the words of a number: "fourteen thousand",
// "300 million".
func joinNumbers(all []wordIn) []wordIn {
	var joined []wordIn
	for i := 0; i < len(all); i++ {
		if all[i].kind != numberWord {
			joined = append(joined, all[i])
			continue
		}
		w, total := all[i], 0.0
		_, spelled := numberWords()[w.stem]
		part := numberOf(w.stem)
		for i+1 < len(all) && all[i+1].kind == numberWord && all[i+1].start <= w.end+1 {
			n := numberOf(all[i+1].stem)
			switch {
			case n >= 1000:
				total, part = total+part*n, 0
			case n == 100:
				part *= n
			case part >= 20 && n < 10 || part >= 100 || part == 0:
				part += n
			default:
				n = -1
			}
			if n < 0 {
				break
			}
			i++
			w.end = all[i].end
		}
		w.stem = strconv.FormatFloat(total+part, 'f', -1, 64)
		if total+part < 10 && spelled {
			w.kind = smallWord // "one of them"
		}
		joined = append(joined, w)
	}
	return joined
}

// numberOf is the value of one word of a number, 0 when it has none.
func numberOf(s string) float64 {
	if n, ok := numberWords()[s]; ok {
		return n
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return n
}

// telling is the stems of some kinds of word, each once.
func telling(words []wordIn, kinds ...wordKind) []string {
	var stems []string
	for _, w := range words {
		if slices.Contains(kinds, w.kind) && !slices.Contains(stems, w.stem) {
			stems = append(stems, w.stem)
		}
	}
	return stems
}
