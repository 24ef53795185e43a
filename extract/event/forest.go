package event

import (
	"iter"
	"strings"

	"onrecord/extract/syntax/lemma"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A forest is the trees of the sentences of a text, and what is asked of them.
// Tokens are known by their index; -1 is none.
type forest struct {
	doc   *text.Text
	tags  []tag.Tag
	arcs  []tree.Arc
	lower []string
	lemma []string // "" until it is asked for
	child []int32  // the first token that hangs on a token, -1 for none
	next  []int32  // the next one that hangs on the same
}

func forestOf(t *text.Text, tags []tag.Tag, arcs []tree.Arc) *forest {
	n := len(t.Tokens)
	f := &forest{doc: t, tags: tags, arcs: arcs,
		lower: make([]string, n), lemma: make([]string, n), child: make([]int32, n), next: make([]int32, n)}
	for i := n - 1; i >= 0; i-- {
		f.lower[i] = t.Lower(i)
		f.child[i] = -1
	}
	for i := n - 1; i >= 0; i-- {
		if head := arcs[i].Head; head >= 0 {
			f.next[i], f.child[head] = f.child[head], int32(i)
		}
	}
	return f
}

// children is the tokens that hang on token i, in text order, the first of them
// where there are more than sentences have.
func (f *forest) children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		left := mostChildren
		for k := f.child[i]; k >= 0 && left > 0; k = f.next[k] {
			if !yield(int(k)) {
				return
			}
			left--
		}
	}
}

// mostChildren bounds the time that a word without end to its children takes.
const mostChildren = 80

// word is token i in lower case, "" when there is none.
func (f *forest) word(i int) string {
	if i < 0 || i >= len(f.lower) {
		return ""
	}
	return f.lower[i]
}

// base is the lemma of token i in lower case, "" when there is none.
func (f *forest) base(i int) string {
	if i < 0 || i >= len(f.lemma) {
		return ""
	}
	if f.lemma[i] == "" {
		f.lemma[i] = strings.ToLower(lemma.Of(f.doc.Word(i), f.tags[i]))
	}
	return f.lemma[i]
}

// head is the token that i hangs on, and label how.
func (f *forest) head(i int) int { return f.arcs[i].Head }

func (f *forest) label(i int) string { return f.arcs[i].Label }

// relation is the label of token i without its subtype.
func (f *forest) relation(i int) string {
	base, _, _ := strings.Cut(f.arcs[i].Label, ":")
	return base
}

func (f *forest) verb(i int) bool {
	u := f.tags[i].UPOS()
	return u == "VERB" || u == "AUX"
}

func (f *forest) noun(i int) bool {
	u := f.tags[i].UPOS()
	return u == "NOUN" || u == "PROPN"
}

// xpos is the Penn tag of token i, "" when there is none.
func (f *forest) xpos(i int) string {
	if i < 0 || i >= len(f.tags) {
		return ""
	}
	return f.tags[i].XPOS()
}

// dependent is the first token that hangs on i by one of labels, -1 for none.
// A label without a subtype stands for all of its subtypes.
func (f *forest) dependent(i int, labels ...string) int {
	for k := range f.children(i) {
		for _, l := range labels {
			if f.arcs[k].Label == l || f.relation(k) == l {
				return k
			}
		}
	}
	return -1
}

// preposition is the word that joins token i to its head, "" for none: of "out
// of the town" it is "of", the last one.
func (f *forest) preposition(i int) string {
	found := ""
	for k := range f.children(i) {
		if k > i {
			break
		}
		if f.label(k) == "case" {
			found = f.lower[k]
		}
	}
	if found == "" && f.label(i) == "nmod:poss" {
		return "'s"
	}
	return found
}

// joined is the phrases that a preposition can join to token i: those that hang
// on it, and those right behind it where it is a noun.
func (f *forest) joined(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for k := range f.children(i) {
			if r := f.relation(k); (r == "obl" || r == "nmod") && !yield(k) {
				return
			}
		}
		for k := range f.behind(i) {
			if f.head(k) != i && !yield(k) {
				return
			}
		}
	}
}

// behind is the phrases with prepositions that follow each other right behind
// the noun at token i, though the tree may hang them on what the noun hangs on:
// "condemns the raid on the town in May".
func (f *forest) behind(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !f.noun(i) {
			return
		}
		for at := i + 1; at < len(f.arcs) && f.label(at) == "case"; {
			k := f.head(at)
			if k <= at || !f.hangs(i, f.head(k)) || !yield(k) {
				return
			}
			for at = k + 1; at < len(f.arcs) && f.head(at) == k && (f.relation(at) == "flat" || f.label(at) == "nmod:unmarked"); at++ {
			}
		}
	}
}

// hangs reports whether token i is token k or hangs on it, near.
func (f *forest) hangs(i, k int) bool {
	for range nearClimb {
		if i == k || i < 0 {
			break
		}
		i = f.head(i)
	}
	return i == k && k >= 0
}

// nearClimb is how many steps up a noun's own words are looked for.
const nearClimb = 3

// longestClimb is how many steps lie at most between words that belong
// together.
const longestClimb = 6
