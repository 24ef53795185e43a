package tree

// A state is where the reading of one sentence has come to: the arc-hybrid
// system of Kuhlmann, Gómez-Rodríguez and Satta (2011). Words are numbered
// from 1; 0 is no word. The root lies at the bottom of the stack under a
// number of its own, so that it looks like a word to what scores actions.
type state struct {
	words int   // in the sentence
	next  int   // first word of the buffer; words+1 when it is empty
	stack []int // root first
	head  []int // by word; none while it has none
	label []int // of the arc to the head
	left  []children
	right []children
}

// children are those of one word on one side: how many, the last one attached,
// which lies farthest out, and the one before.
type children struct{ count, outer, inner int }

const none = -1

// An action moves the state on.
type action int

const (
	shift    action = iota // the next word goes onto the stack
	leftArc                // the top of the stack hangs on the next word and goes
	rightArc               // the top of the stack hangs on the one below and goes
	actions
)

// start begins a sentence of so many words.
func (s *state) start(words int) {
	s.words, s.next = words, 1
	s.stack = append(s.stack[:0], s.root())
	s.head, s.label = s.head[:0], s.label[:0]
	for range words + 2 {
		s.head = append(s.head, none)
		s.label = append(s.label, 0)
	}
	s.left, s.right = cleared(s.left, words+2), cleared(s.right, words+2)
}

func cleared(list []children, n int) []children {
	if cap(list) < n {
		return make([]children, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// root is the number of the root.
func (s *state) root() int { return s.words + 1 }

// done reports whether every word has its head.
func (s *state) done() bool { return s.next > s.words && len(s.stack) == 1 }

// top is the i-th word from the top of the stack, 0 when there is none.
func (s *state) top(i int) int {
	if i >= len(s.stack) {
		return 0
	}
	return s.stack[len(s.stack)-1-i]
}

// ahead is the i-th word of the buffer, 0 when there is none.
func (s *state) ahead(i int) int {
	if s.next+i > s.words {
		return 0
	}
	return s.next + i
}

// can reports whether a is open. Only the last word left may hang on the root,
// so that there is one such word.
func (s *state) can(a action) bool {
	switch a {
	case shift:
		return s.next <= s.words
	case leftArc:
		return s.next <= s.words && len(s.stack) > 1
	default:
		return len(s.stack) > 2 || len(s.stack) == 2 && s.next > s.words
	}
}

// arc is the head and the word that an arc action would join.
func (s *state) arc(a action) (head, word int) {
	if a == leftArc {
		return s.next, s.top(0)
	}
	return s.top(1), s.top(0)
}

// do moves on by a, which must be open; label is for the arc.
func (s *state) do(a action, label int) {
	if a == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	head, word := s.arc(a)
	s.head[word], s.label[word] = head, label
	side := &s.right[head]
	if a == leftArc {
		side = &s.left[head]
	}
	side.count++
	side.outer, side.inner = word, side.outer
	s.stack = s.stack[:len(s.stack)-1]
}

// take moves on by a and notes the label with the words it joins.
func (s *state) take(a action, label int, v *values) {
	head, word := s.arc(a)
	s.do(a, label)
	if a != shift {
		v.join(head, word, label)
	}
}
