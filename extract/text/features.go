package text

import (
	"slices"

	"onrecord/extract/learn"
)

// A view is a text as the sentence model sees it, a paragraph at a time.
type view struct {
	text   *Text
	tokens []glimpse
	stops  uint64 // how sentences end in the text: stopHabit
	open   uint64 // how paragraphs end in it: openHabit
	// of the paragraph at hand
	first, last int
	habit       uint64       // stops and caseHabit
	stop        []int32      // the next token, from each on, that looks like the end of a sentence; last for none
	depth       int          // open brackets before the token at hand
	quoted      bool         // an odd number of quotation marks before it
	begin       int          // where the sentence at hand begins
	items       map[int]bool // the tokens a list's items begin with; false for a number behind its bullet
	list        []uint64
}

// viewOf sees the tokens of t.
func viewOf(t *Text) *view {
	v := &view{text: t, tokens: make([]glimpse, len(t.Tokens))}
	for i := range t.Tokens {
		v.tokens[i] = glimpseOf(t, i)
	}
	v.stops, v.open = stopHabit(v.tokens), openHabit(t, v.tokens)
	return v
}

// paragraph takes the tokens [first, last) in hand.
func (v *view) paragraph(first, last int) {
	v.first, v.last, v.begin = first, last, first
	v.habit = v.stops*caseHabits + caseHabit(v.tokens[first:last])
	v.depth, v.quoted = 0, false
	v.stop = slices.Grow(v.stop[:0], last-first)[:last-first]
	next := last
	for i := last - 1; i >= first; i-- {
		if s := v.tokens[i].shape; s == fullStop || s == question {
			next = i
		}
		v.stop[i-first] = int32(next)
	}
	v.findItems()
}

// possible reports whether a sentence may begin with token i: it stands apart
// from the one before, and they are not two words in lower case.
func (v *view) possible(i int) bool {
	return v.tokens[i].spaceBefore && (v.tokens[i].shape != lowerWord || v.tokens[i-1].shape != lowerWord)
}

// pass takes token i as read.
func (v *view) pass(i int) {
	switch v.tokens[i].shape {
	case straight:
		v.quoted = !v.quoted
	case opening:
		v.depth++
	case closing:
		v.depth = max(0, v.depth-1)
	}
}

// reach bounds how many marks a look past them takes in.
const reach = 8

// core is the last token before boundary i that is no closing mark.
func (v *view) core(i int) int {
	i--
	for stop := max(v.first, i-reach); i > stop; i-- {
		if s := v.tokens[i].shape; s != closing && (s != straight || v.tokens[i].spaceBefore) {
			break
		}
	}
	return i
}

// head is the first token from boundary i on that is no opening mark.
func (v *view) head(i int) int {
	for stop := min(v.last-1, i+reach); i < stop; i++ {
		if s := v.tokens[i].shape; s != opening && s != straight && s != dash && s != otherMark {
			break
		}
	}
	return i
}

// at is the token i when it lies in the paragraph.
func (v *view) at(i int) glimpse {
	if i < v.first || i >= v.last {
		return glimpse{}
	}
	return v.tokens[i]
}

// features are what speaks for or against a sentence that begins with token i.
func (v *view) features(i int) []uint64 {
	core, head := v.core(i), v.head(i)
	a, b := v.at(core), v.at(head)
	a1, a2, b1, b2 := v.at(core-1), v.at(core-2), v.at(head+1), v.at(head+2)
	// The words where they meet, without and with the marks between them.
	edge := join(uint64(v.at(i-1).shape), uint64(v.at(i).shape))
	pair := join(uint64(a.shape), uint64(b.shape))
	v.list = v.list[:0]
	template := uint64(0)
	add := func(values ...uint64) {
		template++
		h := template
		for _, x := range values {
			h = learn.Mix(h, x)
		}
		v.list = append(v.list, h)
	}
	add(pair)
	add(edge, pair)
	add(a.word, uint64(b.shape))
	add(uint64(a.shape), b.word)
	add(a.word, b.word)
	add(a.word)
	add(b.word)
	add(a1.word, pair)
	add(a1.word, a.word, uint64(b.shape))
	add(uint64(a1.shape), pair)
	add(uint64(a2.shape), uint64(a1.shape), pair)
	add(pair, uint64(b1.shape))
	add(pair, uint64(b1.shape), uint64(b2.shape))
	add(uint64(a1.shape), pair, uint64(b1.shape))
	add(b.word, b1.word, uint64(a.shape))
	add(b1.word, pair)
	add(pair, bucket(i-v.begin))
	add(pair, bucket(v.last-i))
	add(pair, bucket(int(v.stop[i-v.first])-i))
	add(pair, bucket(i-v.begin), bucket(int(v.stop[i-v.first])-i))
	add(pair, uint64(min(v.depth, 3)), truth(v.quoted))
	add(edge, uint64(min(v.depth, 3)), truth(v.quoted))
	add(pair, v.habit)
	add(edge, v.habit, uint64(a1.shape), uint64(b1.shape))
	add(pair, uint64(v.at(v.begin).shape), bucket(i-v.begin))
	add(pair, v.at(v.begin).word)
	add(pair, uint64(v.at(v.last-1).shape), bucket(v.last-v.first))
	add(pair, v.open)
	add(edge, v.open, bucket(i-v.begin))
	add(b.word, v.open, uint64(a.shape))
	add(a2.word, pair)
	add(v.at(head+2).word, pair)
	add(b.word, b1.word, b2.word)
	add(a1.word, a.word, b.word)
	add(v.at(i-1).word, v.at(i).word)
	add(uint64(a2.shape), uint64(a1.shape), pair, uint64(b1.shape), uint64(b2.shape))
	return v.list
}

func join(a, b uint64) uint64 { return a*uint64(shapes) + b }

func truth(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// bucket is the order of size of a distance in tokens.
func bucket(n int) uint64 {
	switch {
	case n <= 4:
		return uint64(max(0, n))
	case n <= 6:
		return 5
	case n <= 10:
		return 6
	case n <= 16:
		return 7
	case n <= 30:
		return 8
	}
	return 9
}
