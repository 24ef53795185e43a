package tree

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// randomTree is a tree over n words, by chance; heads from 1, the root n+1.
func randomTree(random *rand.Rand, n int) []int {
	order := random.Perm(n)
	head := make([]int, n+1)
	for i, word := range order {
		if i == 0 {
			head[word+1] = n + 1
		} else {
			head[word+1] = order[random.IntN(i)] + 1
		}
	}
	return head
}

func TestFollowFindsEveryProjectiveTree(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 500 {
		n := 1 + random.IntN(12)
		head := randomTree(random, n)
		lift(head)
		if !whole(head) || crossing(head) != 0 {
			t.Fatalf("lift gives %v, want one projective tree", head[1:])
		}
		g := newGold(head, make([]int, n+1))
		var s state
		var v values
		v.list, v.groups = make([]uint16, (n+3)*int(attributes)), []uint16{0}
		s.start(n)
		for !s.done() {
			s.follow(g, &v)
		}
		if got := s.head[1 : n+1]; !slices.Equal(got, head[1:]) {
			t.Errorf("following the tree %v finds %v", head[1:], got)
		}
	}
}

// TestCostIsWhatIsLost compares the cost of every action with the arcs that
// trying all ways to go on shows to be lost.
func TestCostIsWhatIsLost(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for range 200 {
		n := 1 + random.IntN(5)
		head := randomTree(random, n)
		lift(head)
		g := newGold(head, make([]int, n+1))
		var s state
		s.start(n)
		for !s.done() {
			before := mostFound(&s, g)
			var open []action
			for a := range actions {
				if !s.can(a) {
					continue
				}
				open = append(open, a)
				next := after(&s, a)
				if lost := before - mostFound(next, g); lost != g.cost(&s, a, n+1) {
					t.Fatalf("in the tree %v, stack %v, next %d: action %d costs %d, but %d arcs are lost", head[1:], s.stack, s.next, a, g.cost(&s, a, n+1), lost)
				}
			}
			s.do(open[random.IntN(len(open))], 0)
		}
	}
}

// after is a copy of s moved on by a.
func after(s *state, a action) *state {
	c := *s
	c.stack = slices.Clone(s.stack)
	c.head, c.label = slices.Clone(s.head), slices.Clone(s.label)
	c.left, c.right = slices.Clone(s.left), slices.Clone(s.right)
	c.do(a, 0)
	return &c
}

// mostFound is how many gold arcs can be had from s on.
func mostFound(s *state, g *gold) int {
	if s.done() {
		found := 0
		for word := 1; word <= s.words; word++ {
			if s.head[word] == g.head[word] {
				found++
			}
		}
		return found
	}
	most := 0
	for a := range actions {
		if s.can(a) {
			most = max(most, mostFound(after(s, a), g))
		}
	}
	return most
}
