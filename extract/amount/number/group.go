package number

import (
	"strings"

	"onrecord/extract/text"
)

// most is how many groups of three figures a number can have after its head.
const most = 5

// narrow is the spaces that part figures and break no line.
const narrow = "\u00a0\u2007\u2009\u202f"

// spaced reads the thousands that spaces or apostrophes part from n, as ISO
// 80000-1 and Swiss papers have them: "1 234 567.89", "1'000'000". A narrow
// space and an apostrophe part any figures. A plain one may as well stand
// between two numbers, so that it needs two groups, noughts or a plural after
// it, and no other figures beside them: "40 000", "12 500 people", but "40 100
// watt bulbs".
func spaced(t *text.Text, i int, n Number) Number {
	head := t.Word(i)
	if n.Next != i+1 || len(head) > 3 || !figured(head) || head[0] == '0' {
		return n
	}
	long, groups, noughts := n, 0, true
	sign, at := parting(t, i+1)
	for next := sign; next == sign && sign != "" && groups < most; next, at = parting(t, long.Next) {
		more, last, ok := group(t.Word(at))
		if !ok {
			break
		}
		long.Value, long.Next, long.Parted = long.Value*1000+more, at+1, true
		groups, noughts = groups+1, noughts && more == 0
		if last {
			break
		}
	}
	if sign == " " && (rowed(t, i, long.Next) || groups < 2 && !noughts && !counting(t, i, long.Next)) {
		return n
	}
	return long
}

// parting is the space or apostrophe that may part the figures before token i
// from others, and the token of these.
func parting(t *text.Text, i int) (sign string, at int) {
	switch space := gap(t, i); {
	case space == " ", space != "" && strings.Contains(narrow, space):
		return space, i
	case space == "" && gap(t, i+1) == "" && (t.Word(i) == "'" || t.Word(i) == "’"):
		return "'", i + 1
	}
	return "", i
}

// group reads three figures, with decimals after them in the last group.
func group(word string) (value float64, last, ok bool) {
	if len(word) < 3 || !figured(word[:3]) {
		return 0, false, false
	}
	if len(word) > 3 && word[3] == ',' {
		word = word[:3] + "." + word[4:]
	}
	value, rest, ok := Digits(word)
	return value, len(word) > 3, ok && rest == "" && (len(word) == 3 || word[3] == '.')
}

// rowed reports whether figures stand before token i or at token next, as in a
// row of numbers or a telephone number.
func rowed(t *text.Text, i, next int) bool {
	return i > 0 && numeric(t.Word(i-1)) || numeric(t.Word(next))
}

// counting reports whether a plural at token next takes the figures that start
// at token i for one number: no name, day or clock time may stand before them.
func counting(t *text.Text, i, next int) bool {
	if before := t.Lower(i - 1); clocks[before] > 0 || before != t.Word(i-1) && estimates[before] == 0 {
		return false
	}
	word := t.Word(next)
	many := plurals[word] > 0 || len(word) > 3 && strings.HasSuffix(word, "s") && word == t.Lower(next)
	return many && gap(t, next) != ""
}

func numeric(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// gap is what stands between token i and the one before it.
func gap(t *text.Text, i int) string {
	if i <= 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Slice(text.Span{Start: t.Tokens[i-1].End, End: t.Tokens[i].Start})
}
