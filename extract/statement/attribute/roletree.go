package attribute

// inTree adds how piece i stands to the cue in the tree, and where the parts
// of the tree around it begin and end.
func (f *frame) inTree(l *list, i int, w *word, side uint64) {
	r := &f.relation[i-f.From]
	if !r.known {
		l.two(140, side, f.forest.arcs[i].label)
		l.three(141, side, f.forest.arcs[i].label, w.tag)
		return
	}
	up, down := uint64(min(r.up, 6)), uint64(min(r.down, 6))
	l.three(142, up, down, side)
	l.two(143, r.path, side)
	l.two(144, r.path, w.tag)
	l.three(145, up, r.first, side)
	l.three(146, up, r.first, f.cue.lemma)
	l.three(147, up<<4|down, r.first, w.tag)
	l.three(148, r.path, f.cue.lemma, side)
	top := &edge
	if r.branch >= 0 {
		top = f.word(int(r.branch))
	}
	l.three(149, r.first<<3|up, top.tag, f.cue.fine)
	l.three(150, r.first<<3|up, top.lower, side)
	l.three(151, up<<8|side<<4|f.edges(i, r.branch), r.first, uint64(w.kind))
	before, after := f.same(i-1, r.branch), f.same(i+1, r.branch)
	l.three(152, before<<4|after, up, r.first)
	l.three(153, before<<4|after, w.tag, side)
	l.three(154, before, f.word(i-1).lower, r.first)
	l.three(155, after, f.word(i+1).lower, r.first)
	f.phrases(l, i, side, r)
	f.onTwig(l, i, w, side, r)
}

// onTwig adds what part of its branch piece i is in.
func (f *frame) onTwig(l *list, i int, w *word, side uint64, r *relation) {
	twig := &edge
	if r.twig >= 0 {
		twig = f.word(int(r.twig))
	}
	l.three(180, r.first, r.second, uint64(r.up)<<2|side)
	l.three(181, r.second, twig.lower, r.first)
	l.three(182, r.second, twig.tag, f.edges(i, r.twig)<<4|side<<1)
	l.three(183, r.second<<1|side, f.edges(i, r.twig)<<8|f.edges(i, r.branch), w.tag)
}

// edges says whether piece i is the first or last of its branch.
func (f *frame) edges(i int, branch int32) uint64 {
	if branch < 0 {
		return 0
	}
	e := uint64(1)
	if f.forest.left[branch] == int32(i) {
		e |= 2
	}
	if f.forest.right[branch] == int32(i) {
		e |= 4
	}
	return e
}

// same says how piece i stands to a branch: in it, on the way to the cue, in
// another, or unknown.
func (f *frame) same(i int, branch int32) uint64 {
	if i < f.From || i >= f.To || !f.relation[i-f.From].known {
		return 0
	}
	switch other := f.relation[i-f.From].branch; {
	case other == branch:
		return 1
	case other < 0:
		return 2
	}
	return 3
}

// phrases adds the largest parts of the branch that begin and that end with
// piece i.
func (f *frame) phrases(l *list, i int, side uint64, r *relation) {
	t := f.forest
	begins := f.climb(i, r.branch, t.left)
	ends := f.climb(i, r.branch, t.right)
	l.three(160, side, t.arcs[begins].label, r.first)
	l.three(161, side, t.arcs[ends].label, r.first)
	l.three(162, t.arcs[begins].label, f.word(begins).tag, side)
	l.three(163, t.arcs[ends].label, f.word(i+1).tag, side)
	hangs := uint64(0)
	if int(t.arcs[ends].head) == f.head {
		hangs = 1
	}
	l.three(164, t.arcs[ends].label, hangs, f.word(i+1).lower)
}

// climb goes up from piece i while that is the outermost by extent, at most to
// the branch.
func (f *frame) climb(i int, branch int32, extent []int32) int {
	at := int32(i)
	for steps := 0; steps < nearby && at != branch; steps++ {
		h := f.forest.arcs[at].head
		if h < 0 || extent[h] != int32(i) {
			break
		}
		at = h
	}
	return int(at)
}
