package amount

import "strings"

// of is what an amount measures where its unit does not say it: "voters" of
// "60% of voters", "loan" of "a $5 billion loan", "crew" of "a crew of six".
// It is the head noun as the text has it, "" for counts of anything but
// containers ("40 boxes of fish") and where the tree does not tell.
func (r *reader) of(a reading) string {
	counts := strings.Contains(a.Rule, "count") || a.Rule == "victims" || a.Rule == "part of a number"
	if counts && !syntax["containers"].has(a.Unit) {
		return ""
	}
	top := r.top(a.first, a.next)
	for _, one := range [...]func(reading, int) int{r.modified, r.whole, r.goods, r.group} {
		if noun := one(a, top); noun >= 0 {
			return r.word(noun)
		}
	}
	return ""
}

// common reports whether token i is a common noun that can be measured.
func (r *reader) common(i int) bool {
	xpos, word := r.tags[i].XPOS(), r.t.Lower(i)
	return (xpos == "NN" || xpos == "NNS") && letters(word) && !nouns["times"].has(word) && !syntax["not measured"].has(word)
}

// modified is the noun right after the amount that it modifies: "a 35 percent
// stake", "a 27-kilometre ring".
func (r *reader) modified(a reading, top int) int {
	head := r.arcs[top].Head
	switch relation(r.arcs[top].Label) {
	case "compound", "nummod", "amod":
	default:
		return -1
	}
	if head < a.next || head >= min(r.last, a.next+modifiers) || !r.common(head) {
		return -1
	}
	for i := a.next; i < head; i++ {
		if nouns["stops"].has(r.t.Lower(i)) || !letters(r.t.Word(i)) && r.t.Word(i) != "-" {
			return -1
		}
	}
	return head
}

// whole is the noun after "of", of money also after "in" and "worth of": "30
// km of road", "half the members", "$5 billion in aid".
func (r *reader) whole(a reading, _ int) int {
	at := a.next
	if r.t.Lower(at) == "worth" {
		at++
	}
	word := r.t.Lower(at)
	sum := strings.Contains(a.Rule, "money")
	if word != "of" && !(sum && word == "in" && at == a.next) && !(a.Unit == "share" && nouns["determiners"].has(word)) {
		return -1
	}
	noun := r.arcs[at].Head
	if noun <= at || noun >= min(r.last, at+reach) || !r.common(noun) {
		return -1
	}
	if head := r.arcs[noun].Head; word == "in" && (head < a.first || head >= a.next) && !syntax["sums"].has(r.t.Lower(noun)) {
		return -1 // "paid $5 in instalments"
	}
	return noun
}

// goods is what one pays or gets an amount for: "$70 a barrel".
func (r *reader) goods(a reading, _ int) int {
	switch r.t.Lower(a.next) {
	case "a", "an", "per":
	default:
		return -1
	}
	noun := a.next + 1
	if noun >= r.last || r.arcs[a.next].Head != noun && r.t.Lower(a.next) != "per" || !r.common(noun) || strings.Contains(a.Unit, " per ") {
		return -1
	}
	return noun
}

// group is the noun before "of" whose number or size the amount is: "a
// population of 3 million".
func (r *reader) group(a reading, top int) int {
	head := r.arcs[top].Head
	if a.first <= r.first || r.t.Lower(a.first-1) != "of" || head < max(r.first, a.first-1-modifiers) || head >= a.first || !r.common(head) {
		return -1
	}
	return head
}
