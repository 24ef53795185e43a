package attribute

import (
	"slices"

	"onrecord/extract/learn"
	"onrecord/extract/syntax/tree"
)

// An arc is a piece's place in the tree of its sentence.
type arc struct {
	head  int32  // -1 for the root
	label uint64 // hash of the relation to it
}

// A forest is the trees of a page over its pieces, and what is asked of them.
type forest struct {
	arcs        []arc
	top         []int32  // of every piece the token that hangs on another piece, or its first
	left, right []int32  // the first and last piece of what hangs on a piece
	below       []uint64 // the relations that hang on a piece, as a set of 64
	child, next []int32  // the last piece that hangs on a piece, and the one before that hangs on the same; -1 for none
}

// grow makes the trees over pieces of those over tokens. A quotation hangs
// where the token in it that is nearest to the root and hangs on one outside
// does.
func (p *page) grow(arcs []tree.Arc) *forest {
	if arcs == nil {
		return nil
	}
	n := len(p.pieces)
	f := &forest{arcs: make([]arc, n), top: make([]int32, n)}
	for i, r := range p.pieces {
		top := topOf(arcs, r)
		a := arcs[top]
		f.top[i] = int32(top)
		f.arcs[i] = arc{-1, learn.Hash(a.Label)}
		if h := p.piece(a.Head); h >= 0 && h != i {
			f.arcs[i].head = int32(h)
		}
	}
	f.extents()
	return f
}

// deepest bounds how far up the root is looked for.
const deepest = 100

// topOf is the token of r nearest to the root among those that hang on one
// outside r; the first of r when there is none.
func topOf(arcs []tree.Arc, r Run) int {
	top, least := r.From, deepest+1
	for i := r.From; i < r.To && r.To-r.From > 1; i++ {
		h := arcs[i].Head
		if h < 0 || r.From <= h && h < r.To {
			continue
		}
		depth := 0
		for ; h >= 0 && depth <= deepest; h = arcs[h].Head {
			depth++
		}
		if depth < least {
			top, least = i, depth
		}
	}
	return top
}

// extents fills the lists of what hangs on what.
func (f *forest) extents() {
	n := len(f.arcs)
	f.left, f.right, f.below = make([]int32, n), make([]int32, n), make([]uint64, n)
	f.child, f.next = slices.Repeat([]int32{-1}, n), make([]int32, n)
	waits := make([]int32, n) // pieces that hang on a piece and are not done
	for i, a := range f.arcs {
		f.left[i], f.right[i] = int32(i), int32(i)
		if a.head >= 0 {
			f.next[i], f.child[a.head] = f.child[a.head], int32(i)
			waits[a.head]++
			f.below[a.head] |= 1 << (a.label >> 32 % 64)
		}
	}
	for i := range f.arcs {
		for at := int32(i); waits[at] == 0; {
			waits[at] = -1
			head := f.arcs[at].head
			if head < 0 {
				break
			}
			f.left[head], f.right[head] = min(f.left[head], f.left[at]), max(f.right[head], f.right[at])
			waits[head]--
			at = head
		}
	}
}

// The relations of Universal Dependencies by which one clause hangs on another.
var clausal = map[uint64]bool{
	learn.Hash("ccomp"): true, learn.Hash("xcomp"): true, learn.Hash("parataxis"): true,
	learn.Hash("advcl"): true, learn.Hash("acl"): true, learn.Hash("acl:relcl"): true,
}
