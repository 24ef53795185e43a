package number

import (
	"strings"
	"unicode/utf8"

	"onrecord/extract/text"
)

// Fraction reads "1/2" or "½" at token i.
func Fraction(t *text.Text, i int) (value float64, next int, ok bool) {
	word := t.Word(i)
	if word != "" && word[0] >= utf8.RuneSelf {
		value, ok := fractions[word]
		return value, i + 1, ok
	}
	above, below, cut := strings.Cut(word, "/")
	if !cut || !numeric(word) {
		return 0, i, false
	}
	over, restOver, ok := Digits(above)
	under, restUnder, ok2 := Digits(below)
	if !ok || !ok2 || restOver+restUnder != "" || over >= under || under > 16 {
		return 0, i, false
	}
	return over / under, i + 1, true
}

// quotient reads a fraction whose numerator n, at token i, is more than a unit:
// "twenty-one fifths", "sixty hundred fifths". Tens before the ordinal are its
// own, "two hundred thirty-fifths", but after "and" they are the numerator's.
// Halves and quarters are more often of matches and of years.
func quotient(t *text.Text, i int, n Number) (Number, bool) {
	last, at := n.Next-1, n.Next
	if t.Word(at) == "-" && Touch(t, at-1) && Touch(t, at) {
		at++
	}
	under := manyParts[t.Lower(at)]
	_, unit := units[t.Lower(i)]
	if under < 3 || under == 4 || unit && last == i {
		return Number{}, false
	}
	if ten := tens[t.Lower(last)]; ten > 0 && under < 10 && last > i && t.Lower(last-1) != "and" {
		n, _ = words(t, i, last)
		under += ten
	}
	return Number{Value: n.Value / under, Next: at + 1, Exact: true, Scale: 1}, true
}

// Part reads a part of a whole in words at token i: "a half", "a quarter",
// "two-thirds", "three quarters", "one tenth", "twenty-five hundredths". A
// plural goes with more than one, so that "two third places" is none.
func Part(t *text.Text, i int) (value float64, next int, ok bool) {
	over, next := 1.0, i+1
	if w := t.Lower(i); w != "a" && w != "an" {
		v, unit := units[w]
		if !unit || v < 1 {
			v, unit = digit(w)
		}
		if !unit {
			return hundredths(t, i)
		}
		over = v
	}
	if t.Word(next) == "-" {
		next++
	}
	list := parts
	if over > 1 {
		list = manyParts
	}
	under, ok := list[t.Lower(next)]
	if !ok {
		return hundredths(t, i)
	}
	return over / under, next + 1, true
}

// hundredths is Part for a numerator that is more than a unit.
func hundredths(t *text.Text, i int) (value float64, next int, ok bool) {
	n, ok := words(t, i, i+longest)
	if !ok {
		return 0, i, false
	}
	q, ok := quotient(t, i, n)
	return q.Value, q.Next, ok
}

func digit(word string) (float64, bool) {
	if len(word) == 1 && word[0] >= '1' && word[0] <= '9' {
		return float64(word[0] - '0'), true
	}
	return 0, false
}
