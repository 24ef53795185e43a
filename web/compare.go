package web

import (
	"strings"
	"unicode"

	"onrecord/web/view"
)

// compare is the words of b as they differ from those of a: what both have,
// what only a has and what only b has, in the order of reading. Case and
// punctuation at the edge of a word do not count. Of texts that share less than
// a quarter of their words other is true, and b is whole.
func compare(a, b string) (all []view.Stretch, other bool) {
	x, y := strings.Fields(a), strings.Fields(b)
	both := aligned(bares(x), bares(y))
	if 4*len(both) < max(len(x), len(y)) {
		return []view.Stretch{{Text: b}}, true
	}
	var p stretches
	i, j := 0, 0
	for _, m := range append(both, match{len(x), len(y)}) {
		p.add(strings.Join(x[i:m.a], " "), view.There)
		p.add(strings.Join(y[j:m.b], " "), view.Here)
		if m.b < len(y) {
			p.add(y[m.b], view.Both)
		}
		i, j = m.a+1, m.b+1
	}
	return p, false
}

func bares(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = bare(w)
	}
	return all
}

// bare is a word as it is compared.
func bare(w string) string {
	w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.ToLower(w)
}

type stretches []view.Stretch

// add puts words behind the others; those of a kind that stand together are one
// piece.
func (p *stretches) add(words string, only view.Side) {
	n := len(*p)
	switch {
	case words == "":
	case n > 0 && (*p)[n-1].Only == only:
		(*p)[n-1].Text += " " + words
	default:
		*p = append(*p, view.Stretch{Text: words, Only: only})
	}
}
