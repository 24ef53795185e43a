package attribute

import "onrecord/extract/learn"

// A relation is how a piece stands to a cue in the tree.
type relation struct {
	known  bool
	up     uint8  // steps from the cue up to what holds both
	down   uint8  // steps from there down to the piece
	branch int32  // the piece under what holds both, on the way down; -1 where the piece is what holds both
	first  uint64 // relation of branch to what holds both
	twig   int32  // the piece under branch, on the way down; -1 for none
	second uint64 // relation of twig to branch
	path   uint64 // hash of the steps
}

// longestPath is how many steps are told apart.
const longestPath = 4

// relations fills of with how the pieces of r stand to the cue at piece at;
// those of other sentences stay unknown.
func (f *forest) relations(of []relation, r Run, at int) {
	clear(of)
	up, path := uint8(0), uint64(7)
	for i := at; i >= r.From && i < r.To && !of[i-r.From].known; i = int(f.arcs[i].head) {
		of[i-r.From] = relation{known: true, up: up, branch: -1, twig: -1, path: path}
		up, path = min(up+1, deepest), learn.Mix(path, f.arcs[i].label+1)
		if up > longestPath {
			path = uint64(up)
		}
	}
	for i := r.From; i < r.To; i++ {
		f.relate(of, r, i)
	}
}

// relate fills the relation of piece i, and of those above it.
func (f *forest) relate(of []relation, r Run, i int) {
	var chain [64]int
	n, at := 0, i
	for n < len(chain) && at >= r.From && at < r.To && !of[at-r.From].known {
		chain[n] = at
		n++
		at = int(f.arcs[at].head)
	}
	if at < r.From || at >= r.To || !of[at-r.From].known {
		return
	}
	above := of[at-r.From]
	for n--; n >= 0; n-- {
		above = above.down1(chain[n], f.arcs[chain[n]].label)
		of[chain[n]-r.From] = above
	}
}

// down1 is the relation one step further down, to piece i.
func (a relation) down1(i int, label uint64) relation {
	switch {
	case a.branch < 0:
		a.branch, a.first = int32(i), label
	case a.twig < 0:
		a.twig, a.second = int32(i), label
	}
	if a.down < longestPath {
		a.path = learn.Mix(a.path, label)
	}
	a.down = min(a.down+1, deepest)
	return a
}
