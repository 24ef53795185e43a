package tree

import (
	"slices"
	"testing"

	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

func TestShapeOf(t *testing.T) {
	for word, want := range map[string]uint16{
		"harbour": shapeLower, "Lowport": shapeTitle, "NATO": shapeCapitals, "A": shapeInitial, "McTarrel": shapeMixed,
		"2014": shapeDigits, "3,5": shapeDigits, "G20": shapeWithDigit, "“": shapeOther, "": shapeOther, "Élan": shapeTitle, "é": shapeLower,
	} {
		if got := shapeOf(word, false); got != want {
			t.Errorf("shapeOf(%q) = %d, want %d", word, got, want)
		}
		if got := shapeOf(word, true); got != want+shapeOther {
			t.Errorf("shapeOf(%q) at the beginning = %d, want %d", word, got, want+shapeOther)
		}
	}
}

func TestEnding(t *testing.T) {
	for word, want := range map[string]string{"": "", "of": "of", "port": "ort", "café": "afé", "\xff\xfeab": "\xfeab"} {
		if got := ending(word); got != want {
			t.Errorf("ending(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, same := range [][2]string{{"Lowport", "lowport"}, {"1984", "2014"}, {"council’s", "Council's"}, {"ÉTÉ", "été"}} {
		if fold(same[0]) != fold(same[1]) {
			t.Errorf("fold tells %q and %q apart", same[0], same[1])
		}
	}
	if fold("quay") == fold("quays") {
		t.Error("fold takes quay and quays for one word")
	}
}

func TestBetween(t *testing.T) {
	kinds := []mark{noMark, comma, verb, noMark, comma, quotation, noMark}
	v := values{marks: []int{0, 0}}
	before := 0
	for _, m := range kinds {
		before = count(before, m)
		v.marks = append(v.marks, before)
	}
	for _, c := range []struct {
		m          mark
		a, b, most int
		want       int
	}{
		{comma, 1, 7, 5, 2}, {comma, 1, 7, 1, 1}, {comma, 2, 5, 5, 0}, {verb, 1, 7, 5, 1}, {verb, 3, 7, 5, 0},
		{comma, 0, 7, 5, 0}, {comma, 1, 0, 5, 0}, {comma, 4, 4, 5, 0}, {conjunction, 1, 7, 5, 0},
	} {
		if got := v.between(c.m, c.a, c.b, c.most); got != c.want {
			t.Errorf("between(%d, %d, %d, %d) = %d, want %d", c.m, c.a, c.b, c.most, got, c.want)
		}
	}
	if v.open(6) != 0 || v.open(7) != 1 {
		t.Errorf("open is %d before the quotation mark and %d behind it, want 0 and 1", v.open(6), v.open(7))
	}
	for range 300 {
		before = count(before, verb)
	}
	if got := before >> (8 * comma) & 0xFF; got != 2 {
		t.Errorf("after 301 verbs there are %d commas, want 2", got)
	}
}

// TestCountsGoRound holds differences to what they are when counts pass 256.
func TestCountsGoRound(t *testing.T) {
	v := values{marks: []int{0, 0}}
	before := 0
	for range 600 {
		before = count(before, comma)
		v.marks = append(v.marks, before)
	}
	if got := v.between(comma, 250, 260, 99); got != 9 {
		t.Errorf("between words 250 and 260 lie %d commas, want 9", got)
	}
}

func TestLift(t *testing.T) {
	for _, c := range []struct {
		situation  string
		head, want []int // from 1; the root is one more than the last word
	}{
		{"no arcs cross", []int{2, 4, 2}, []int{2, 4, 2}},
		{"a word beyond the root of the sentence", []int{3, 5, 2, 1}, []int{2, 5, 2, 2}},
	} {
		head := append([]int{0}, c.head...)
		lift(head)
		if !slices.Equal(head[1:], c.want) {
			t.Errorf("%s: lift(%v) = %v, want %v", c.situation, c.head, head[1:], c.want)
		}
	}
}

func TestWhole(t *testing.T) {
	for _, c := range []struct {
		situation string
		head      []int
		want      bool
	}{
		{"a tree", []int{2, 4, 2}, true},
		{"two roots", []int{3, 3}, false},
		{"no root", []int{2, 1}, false},
		{"a circle beside the root", []int{4, 3, 2}, false},
		{"a head outside", []int{3, 9}, false},
	} {
		if got := whole(append([]int{0}, c.head...)); got != c.want {
			t.Errorf("%s: whole(%v) = %v, want %v", c.situation, c.head, got, c.want)
		}
	}
}

// TestReadBackwards gives the words of a sentence the numbers they have from
// its end.
func TestReadBackwards(t *testing.T) {
	raw := "Talks ended ."
	of := text.Given(raw, [][]text.Span{{{Start: 0, End: 5}, {Start: 6, End: 11}, {Start: 12, End: 13}}})
	s := sentence{text: of, tags: make([]tag.Tag, 3), first: 0, last: 3}.reversed()
	var got []string
	for i := range s.words() {
		got = append(got, of.Word(s.token(i+1)))
	}
	if want := []string{".", "ended", "Talks"}; !slices.Equal(got, want) {
		t.Errorf("backwards the words are %q, want %q", got, want)
	}
	g := newGold([]int{0, 2, 4, 2}, []int{0, 1, 2, 3}).reverse()
	if !slices.Equal(g.head, []int{0, 2, 4, 2}) || !slices.Equal(g.label, []int{0, 3, 2, 1}) {
		t.Errorf("reverse gives heads %v and labels %v, want [0 2 4 2] and [0 3 2 1]", g.head, g.label)
	}
}
