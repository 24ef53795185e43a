package spot

import (
	"unicode"
	"unicode/utf8"

	"onrecord/extract/text"
)

// A unit is the tokens [first, last) of a text that are read as one.
type unit struct{ first, last int }

// longestUnit is the most tokens of a unit; a longer sentence, which is none,
// is cut.
const longestUnit = 1000

// units is the sentences of t, of which those that part initials set with
// spaces, "U . S .", are put together again.
func units(t *text.Text) []unit {
	all := make([]unit, 0, len(t.Sentences))
	first := 0
	for _, s := range t.Sentences {
		if spacedInitial(t, s.Last) && s.Last-first < longestUnit/2 {
			continue
		}
		for ; s.Last-first > longestUnit; first += longestUnit {
			all = append(all, unit{first, first + longestUnit})
		}
		all = append(all, unit{first, s.Last})
		first = s.Last
	}
	return all
}

// spacedInitial reports whether a capital and a full stop, a space between,
// stand before token end, and more of the line after it.
func spacedInitial(t *text.Text, end int) bool {
	if end < 2 || end >= len(t.Tokens) || t.Tokens[end].Paragraph || t.Word(end-1) != "." {
		return false
	}
	letter := t.Word(end - 2)
	r, size := utf8.DecodeRuneInString(letter)
	return size == len(letter) && unicode.IsUpper(r) && t.Tokens[end-2].End < t.Tokens[end-1].Start
}

// longestBlock is about the most tokens that are known of each other.
const longestBlock = 20_000

// blocks parts units into stretches within which a word is read by what it is
// elsewhere: an article is one block.
func blocks(units []unit) [][]unit {
	var all [][]unit
	begin, tokens := 0, 0
	for i, u := range units {
		if tokens += u.last - u.first; tokens >= longestBlock {
			all = append(all, units[begin:i+1])
			begin, tokens = i+1, 0
		}
	}
	if begin < len(units) {
		all = append(all, units[begin:])
	}
	return all
}
