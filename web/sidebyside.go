package web

import (
	"strings"
	"unicode"

	"onrecord/web/view"
)

// sideBySide is two texts in pieces; a hit is words that the other text has not
// at this place. What is left alone is the longest run of words, with gaps, that
// both have (Hunt and McIlroy, 1976).
func sideBySide(a, b string) (left, right []view.Piece) {
	x, y := wordsOf(a), wordsOf(b)
	head := 0
	for head < min(len(x), len(y)) && x[head] == y[head] {
		head++
	}
	tail := 0
	for tail < min(len(x), len(y))-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	inX, inY := common(x[head:len(x)-tail], y[head:len(y)-tail])
	return runs(x, head, inX), runs(y, head, inY)
}

// wordsOf is the words of a text, each with the space behind it.
func wordsOf(s string) []string {
	var words []string
	for s != "" {
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		rest := strings.TrimLeftFunc(s[end:], unicode.IsSpace)
		words = append(words, s[:len(s)-len(rest)])
		s = rest
	}
	return words
}

// pairsCompared is how many pairs of words are compared at most; longer texts
// are taken to have nothing in common between their ends.
const pairsCompared = 1 << 21

// common is which words of x and of y are of the longest run that both have.
// Words are the same whatever space is behind them.
func common(x, y []string) (inX, inY []bool) {
	inX, inY = make([]bool, len(x)), make([]bool, len(y))
	if len(x)*len(y) > pairsCompared {
		return inX, inY
	}
	same := func(i, j int) bool { return strings.TrimSpace(x[i]) == strings.TrimSpace(y[j]) }
	longest := make([][]int32, len(x)+1) // of x[i:] and y[j:]
	for i := range longest {
		longest[i] = make([]int32, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if longest[i][j] = max(longest[i+1][j], longest[i][j+1]); same(i, j) {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case same(i, j):
			inX[i], inY[j] = true, true
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return inX, inY
}

// runs is words joined where they are alike: those from head on are hits
// unless they are in both texts.
func runs(words []string, head int, both []bool) []view.Piece {
	var all []view.Piece
	for i, w := range words {
		hit := i >= head && i < head+len(both) && !both[i-head]
		if n := len(all); n > 0 && all[n-1].Hit == hit {
			all[n-1].Text += w
		} else {
			all = append(all, view.Piece{Text: w, Hit: hit})
		}
	}
	return all
}
