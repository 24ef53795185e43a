package amount

import (
	"math"
	"strings"

	"onrecord/extract/amount/number"
)

// marathon is below what "50k" and more count, where "10k" may be a race.
const marathon = 5e4

// victims reads a number that stands for people alone: "12 were killed",
// "killing 12".
func victims(r *reader, n figure) (string, int, bool) {
	if n.Glued != "" || r.determined(n) {
		return "", 0, false
	}
	top := r.top(n.first, n.Next)
	arc := r.arcs[top]
	if arc.Head < 0 || !r.argument(n) {
		return "", 0, false
	}
	unit := syntax["victims"].value(r.t.Lower(arc.Head))
	switch arc.Label {
	case "nsubj:pass":
		return unit, n.Next, unit != "" && r.tags[arc.Head].XPOS() == "VBN"
	case "obj", "obl:unmarked":
		return unit, n.Next, unit != "" && arc.Head < top
	}
	return "", 0, false
}

// alone reads a number that is a part of its clause by itself: "the toll rose
// to 230", "a crew of six".
func alone(r *reader, n figure) (string, int, bool) {
	if n.Glued != "" || r.determined(n) || n.Value == 1 && n.Exact || !r.argument(n) {
		return "", 0, false
	}
	if r.equated(n) {
		return "", n.Next, true
	}
	top := r.top(n.first, r.unparted(n))
	arc := r.arcs[top]
	if _, signed := r.minus(n.first - 1); r.tags[top].XPOS() != "CD" && !signed {
		return "", 0, false
	}
	switch relation(arc.Label) {
	case "nsubj", "obj":
		return "", n.Next, true
	case "conj":
		return "", n.Next, r.tags[arc.Head].XPOS() == "CD" && !r.listed(arc.Head)
	case "obl", "nmod":
		at, ok := r.child(top, top-modifiers, top, "case")
		return "", n.Next, ok && r.prepositioned(n, at)
	case "root":
		subject, ok := r.child(top, top-2*reach, top, "nsubj")
		_, is := r.child(top, top-modifiers, top, "cop")
		return "", n.Next, ok && is && r.tags[subject].UPOS() == "NOUN"
	}
	return "", 0, false
}

// unparted is the token after n without the part at its end, which has a place of
// its own in the tree: "and a third".
func (r *reader) unparted(n figure) int {
	for i := n.first + 1; i < n.Next; i++ {
		if r.t.Lower(i) == "and" {
			if _, _, ok := number.Part(r.t, i+1); ok {
				return i
			}
		}
	}
	return n.Next
}

// equated reports whether the number ends what is said of a thing: "the result
// is 12." Of a person it is an age.
func (r *reader) equated(n figure) bool {
	is := n.first - 1
	if _, negative := r.minus(is); negative {
		is--
	}
	if is <= r.first || !syntax["is"].has(r.t.Lower(is)) || !syntax["equated"].has(r.tags[is-1].UPOS()) && r.t.Lower(is-1) != "there" {
		return false
	}
	if n.Next >= r.last {
		return true
	}
	upos := r.tags[n.Next].UPOS()
	return upos == "PUNCT" || upos == "ADP" || upos == "CCONJ"
}

// prepositioned reports whether a number after the preposition at token at is
// one of something.
func (r *reader) prepositioned(n figure, at int) bool {
	over := r.arcs[r.top(n.first, r.unparted(n))].Head
	if over < 0 {
		return false
	}
	switch word := r.t.Lower(at); {
	case word == "of":
		return r.tags[over].UPOS() == "NOUN" && !syntax["no groups"].has(r.t.Lower(over))
	case r.tags[over].XPOS() == "CD" && r.listed(over), word == "out" && r.timed(at-1):
		return false // "aged 65 to 98", "nine times out of ten"
	case syntax["at"].has(word): // an index closes "at 4656.60", a toll stands "at 61", doors open "at 7.30"
		return n.Digits && n.Value > 24 && n.Value != math.Trunc(n.Value) || syntax["levels"].has(r.t.Lower(over))
	default:
		return syntax["to"].has(word)
	}
}

// determined reports whether the number follows a word that makes it one of a
// name or a pronoun, "the 486", "the two", "the top ten", or is a name itself:
// "the viewers of Five".
func (r *reader) determined(n figure) bool {
	if n.first == r.first {
		return r.brand(n)
	}
	name := upper(r.t.Word(n.first)) && !r.starts(n.first)
	return name || r.brand(n) || syntax["named"].has(r.t.Lower(n.first-1))
}

// brand reports whether the number with its letter is the name of a company.
func (r *reader) brand(n figure) bool {
	if !n.Digits || n.Exact {
		return false
	}
	_, _, ok := nouns["names"].at(r.t, n.first)
	return ok
}

// numbers reports whether token i is a word before what numbers a thing or a
// person's years: "pages", "aged".
func (r *reader) numbers(i int) bool {
	return i >= r.first && (nouns["numbered"].has(r.t.Lower(i)) || syntax["ordered"].has(r.t.Lower(i)))
}

// listed reports whether the number at token i is one of a list that numbers
// things: "seats 36, 39 and 40".
func (r *reader) listed(i int) bool {
	return r.numbers(i-1) || i > r.first && digit(r.t.Word(i)) && r.tags[i-1].UPOS() == "NOUN"
}

// odds reports whether the number is the first of a score or of odds: "2 to 1".
func (r *reader) odds(n figure) bool {
	second, ok := r.figure(n.Next + 1)
	return ok && r.t.Lower(n.Next) == "to" && n.Value <= 10 && second.Value <= 10
}

// argument reports whether nothing in its form says that the number is a year,
// an age, a score, a clock time or part of a name.
func (r *reader) argument(n figure) bool {
	year := n.Digits && n.Exact && n.Value >= 1000 && n.Value < 2200 && len(r.t.Word(n.first)) == 4
	if year || tie(r.t.Word(n.Next)) || r.numbers(n.first-1) || r.odds(n) {
		return false
	}
	if n.first > r.first && digit(r.t.Word(n.first-1)) || digit(r.t.Word(n.Next)) {
		return false // "7946 0018"
	}
	if syntax["clocks"].has(r.t.Lower(n.Next)) {
		return false // "20.00 local time"
	}
	if after := r.t.Lower(n.Next); nouns["times"].has(after) || nouns["times"].has(r.t.Lower(n.Next+1)) && after == "-" {
		return false
	}
	return n.Next >= r.last || r.tags[n.Next].UPOS() != "PROPN"
}

// large reads a large number whose noun stands elsewhere: millions, thousands
// in words, and figures with their thousands parted, as no year or house number
// has them.
func large(r *reader, n figure) (string, int, bool) {
	if r.brand(n) || n.Glued != "" || tie(r.t.Word(n.Next)) || r.timed(n.Next) {
		return "", 0, false
	}
	last := r.t.Word(n.Next - 1)
	short := n.Value < marathon || !r.closed(n.Next)
	if n.Digits && n.Scale > 1 && (strings.HasSuffix(last, "m") || short && (strings.HasSuffix(last, "k") || strings.HasSuffix(last, "K"))) {
		return "", 0, false // "10m" may be metres and "10k" a race
	}
	return "", n.Next, n.Value > 1000 && (!n.Exact || n.Parted)
}

// timed reports whether the word at token i is a unit of time.
func (r *reader) timed(i int) bool { return nouns["times"].has(r.t.Lower(i)) }
