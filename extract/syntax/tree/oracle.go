package tree

import "slices"

// A gold is what a sentence should be read as: heads and labels by word, from
// 1; the root is one more than the last word. The words that hang on one are a
// list in order: first is its head, by word, and 0 its end.
type gold struct {
	head, label []int
	first, next []int
}

// newGold is the tree of copies of head and label.
func newGold(head, label []int) *gold {
	g := &gold{}
	g.set(head, label)
	return g
}

// set makes g the tree of copies of head and label.
func (g *gold) set(head, label []int) {
	g.head = append(g.head[:0], head...)
	g.label = append(g.label[:0], label...)
	g.list()
}

// list sets the lists of words by head.
func (g *gold) list() {
	n := len(g.head) + 1
	g.first = append(g.first[:0], make([]int, n)...)
	g.next = append(g.next[:0], make([]int, n)...)
	for word := n - 2; word > 0; word-- {
		h := g.head[word]
		g.next[word], g.first[h] = g.first[h], word
	}
}

// reverse makes g the tree of its sentence read the other way round.
func (g *gold) reverse() *gold {
	n := len(g.head)
	slices.Reverse(g.head[1:])
	slices.Reverse(g.label[1:])
	for word, h := range g.head[1:] {
		if h < n {
			g.head[1+word] = n - h
		}
	}
	g.list()
	return g
}

// cost is how many gold arcs that could still be found are lost by a: the
// dynamic oracle of Goldberg and Nivre (2013) for the arc-hybrid system. Of the
// words that hang on one, it looks at most at the given number.
func (g *gold) cost(s *state, a action, most int) int {
	lost := 0
	if a == shift {
		word := s.next
		if g.head[word] == s.root() && len(s.stack) > 1 || g.head[word] < word && g.head[word] != s.top(0) && s.head[g.head[word]] == none {
			lost++
		}
		for child, n := g.first[word], 0; child != 0 && n < most; child, n = g.next[child], n+1 {
			if child < word && s.head[child] == none {
				lost++
			}
		}
		return lost
	}
	head, word := s.arc(a)
	if want := g.head[word]; want != head && g.within(s, want) {
		lost++
	}
	for child, n := g.first[word], 0; child != 0 && n < most; child, n = g.next[child], n+1 {
		if child >= s.next {
			lost++
		}
	}
	return lost
}

// within reports whether the top of the stack may still come to hang on head:
// the word below it, or one of the buffer.
func (g *gold) within(s *state, head int) bool {
	return head == s.top(1) || head >= s.next && head != s.root()
}

// labelOf is the gold label of word, 0 of what is none.
func (g *gold) labelOf(word int) int {
	if word >= len(g.label) {
		return 0
	}
	return g.label[word]
}

// best marks the open actions that lose least.
func (g *gold) best(s *state) (good [actions]bool) {
	var costs [actions]int
	least := len(g.head) + 1
	for a := range actions {
		if s.can(a) {
			costs[a] = g.cost(s, a, len(g.head))
			least = min(least, costs[a])
		}
	}
	for a := range actions {
		good[a] = s.can(a) && costs[a] == least
	}
	return good
}

// follow makes a step to the gold tree.
func (s *state) follow(g *gold, v *values) {
	for a, good := range g.best(s) {
		if good {
			_, word := s.arc(action(a))
			s.take(action(a), g.labelOf(word), v)
			return
		}
	}
}
