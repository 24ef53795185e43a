package number

import (
	"math"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/text"
)

// Mixed is At with the part of a whole that follows the number: "two and a
// half", "two and a half million", "3 million and a half".
func Mixed(t *text.Text, i int) (Number, bool) {
	n, ok := At(t, i)
	if !ok {
		return n, false
	}
	return halved(t, scaled(t, halved(t, n))), true
}

// pointed reads the decimals of a number written out: "five point two five",
// "two hundred point seventy-one".
func pointed(t *text.Text, n Number) Number {
	if t.Lower(n.Next) == "point" && n.Scale == 1 {
		over, next := 0.1, n.Next+1
		for ; over > 1e-10; over /= 10 {
			v, ok := units[t.Lower(next)]
			if !ok || v > 9 {
				break
			}
			n.Value, next = n.Value+v*over, next+1
		}
		if next > n.Next+1 {
			n.Value, n.Next = math.Round(n.Value*1e10)/1e10, next
		}
	}
	return scaled(t, n)
}

// halved adds the part of a whole after n, which after a scale is a part of
// that scale.
func halved(t *text.Text, n Number) Number {
	if t.Lower(n.Next) != "and" {
		return n
	}
	part, next, ok := Part(t, n.Next+1)
	a := t.Lower(n.Next + 1)
	ordinal := a == "a" && part != 0.5 && part != 0.25 && follows(t, next)
	by, scale := scales[t.Lower(next)]
	switch {
	case !ok || part >= 1 || ordinal || scale && n.Scale > 1 && by >= n.Scale:
		return n // "two and a third were held", "a million and a half million"
	case scale && n.Scale > 1:
		part, next = part*by, next+1 // "one billion and a half million"
	case n.Scale >= 1000:
		part *= n.Scale
	}
	n.Value, n.Next = n.Value+part, next
	return n
}

// follows reports whether a word follows at token i, as a noun or a verb does an
// ordinal.
func follows(t *text.Text, i int) bool {
	r, _ := utf8.DecodeRuneInString(t.Word(i))
	return unicode.IsLetter(r)
}

// partOf reads a part of a scale: "half a million", "half-million", "quarter
// million", "three quarters of a billion".
func partOf(t *text.Text, i int) (Number, bool) {
	part, next, ok := Part(t, i)
	if !ok {
		under, bare := parts[t.Lower(i)]
		if !bare || under != 2 && under != 4 {
			return Number{}, false
		}
		part, next = 1/under, i+1
	}
	if t.Lower(next) == "of" {
		next++
	}
	if w := t.Lower(next); w == "a" || w == "-" {
		next++
	}
	by, ok := scales[t.Lower(next)]
	if !ok {
		return Number{}, false
	}
	return scaled(t, Number{Value: part * by, Next: next + 1, Scale: by}), true
}
