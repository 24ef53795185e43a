package amount

import (
	"math"
	"strings"
	"unicode"
)

// reach is how many words a noun can stand after its number in the tree.
const reach = 8

// noun reads the noun that the number modifies in the tree: the "troops" of
// "100,000 heavily armed Vostrian troops".
func (r *reader) noun(n figure) (string, int, bool) {
	top := r.top(n.first, n.Next)
	if r.arcs[top].Label != "nummod" || n.Exact && n.Value != math.Trunc(n.Value) {
		return "", 0, false
	}
	head := r.arcs[top].Head
	if head == n.Next+1 && n.Digits && digit(r.t.Word(n.Next)) {
		return "", 0, false // "at 10 300 men left"
	}
	if head >= n.Next && r.tags[head].UPOS() == "PROPN" {
		head = r.flat(head) // "60 Kestrel 787 Wanderers"
	}
	if head < n.Next || head >= min(r.last, n.Next+reach) || !r.countable(head) {
		return "", 0, false
	}
	for i := n.Next; i < head; i++ {
		word := r.t.Lower(i)
		if nouns["stops"].has(word) && !syntax["inside"].has(word) && r.t.Word(i) != "US" || nouns["times"].has(word) || !letters(word) && !digit(word) && !syntax["joints"].has(word) {
			return "", 0, false
		}
	}
	return r.word(head), head + 1, true
}

// flat is the last word of the name that starts at token i.
func (r *reader) flat(i int) int {
	last := i
	for c := i + 1; c < min(r.last, i+modifiers); c++ {
		if r.arcs[c].Head == i && relation(r.arcs[c].Label) == "flat" {
			last = c
		}
	}
	return last
}

// countable reports whether token i is a noun that can be counted, in the
// plural or one of those that have none.
func (r *reader) countable(i int) bool {
	word := r.t.Lower(i)
	if nouns["plurals"].has(word) {
		return true
	}
	if model := strings.TrimSuffix(word, "s"); model != word && strings.ContainsAny(model[max(0, len(model)-1):], "0123456789") {
		return len(model) < 4 || !figures(model) // "777s", "F-16s", but "1980s"
	}
	xpos := r.tags[i].XPOS()
	return latin(word) && (xpos == "NNS" || xpos == "NNPS" && i > r.first) && len(word) > 2 && letters(word) &&
		!nouns["times"].has(word) && !nouns["stops"].has(word) && !nouns["scales"].has(word)
}

// latin reports whether word is in the letters of English.
func latin(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) < 0
}

func figures(word string) bool { return strings.Trim(word, "0123456789") == "" }

// top is the token of [first, next) that the others hang on: the last whose
// head lies outside.
func (r *reader) top(first, next int) int {
	for i := next - 1; i > first; i-- {
		if h := r.arcs[i].Head; h < first || h >= next {
			if r.tags[i].UPOS() != "PUNCT" {
				return i
			}
		}
	}
	return first
}

// child is the first token of [from, to) that hangs on head by label or by a
// subtype of it.
func (r *reader) child(head, from, to int, label string) (int, bool) {
	for i := max(from, r.first); i < min(to, r.last); i++ {
		if r.arcs[i].Head == head && relation(r.arcs[i].Label) == label {
			return i, true
		}
	}
	return 0, false
}

// relation is a label without its subtype.
func relation(label string) string {
	label, _, _ = strings.Cut(label, ":")
	return label
}

// partitive reads the noun of "40 of the town's 200 mills", which stays
// outside the amount: it may be counted itself.
func partitive(r *reader, n figure) (string, int, bool) {
	if n.Glued != "" || r.t.Lower(n.Next) != "of" || n.Value == 1 || n.Exact && n.Value != math.Trunc(n.Value) {
		return "", 0, false
	}
	if nouns["determiners"].has(r.t.Lower(n.Next + 1)) {
		if whole, ok := r.figure(n.Next + 2); ok {
			if unit, _, ok := counted(r, whole); ok {
				return unit, n.Next, true // "four of the nine mills"
			}
		}
	}
	noun := r.arcs[n.Next].Head
	if noun <= n.Next || noun >= min(r.last, n.Next+reach) || !r.countable(noun) {
		return "", 0, false
	}
	top := r.top(n.first, n.Next)
	over := r.arcs[noun].Head
	return r.word(noun), n.Next, over == top || over == r.arcs[top].Head
}
