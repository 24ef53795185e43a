package attribute

// roleFeatures appends to l what tells the role of piece i.
func (f *frame) roleFeatures(l list, i int) list {
	w, a, b := f.word(i), f.word(i-1), f.word(i+1)
	d := i - f.head
	side := f.side(i)
	sentence := f.away(i)
	l.two(100, side, sentence)
	l.two(101, far(d), sentence)
	l.two(102, far(d), w.tag)
	l.two(103, far(d), f.cue.lemma)
	l.two(104, side, w.lower)
	l.two(105, side, w.tag)
	l.two(106, side, w.fine)
	l.two(107, side, a.lower)
	l.two(108, side, b.lower)
	l.three(109, side, a.tag, w.tag)
	l.three(110, side, w.tag, b.tag)
	l.three(111, a.tag, w.tag, b.tag)
	l.three(112, side, a.lower, w.lower)
	l.three(113, side, w.lower, b.lower)
	l.three(114, f.cue.lemma, w.lower, side)
	l.three(115, f.cue.lemma, w.tag, side)
	l.three(116, f.cue.fine, w.lower, side)
	l.three(117, f.cue.tag, w.tag, far(d))
	l.three(118, f.word(i-2).tag, a.tag, w.tag)
	l.three(119, w.tag, b.tag, f.word(i+2).tag)
	l.two(138, side, a.middle)
	l.two(139, side, b.middle)
	f.between(&l, i, w, side)
	f.ends(&l, i, w, side)
	if w.kind&quotation != 0 {
		f.quotation(&l, i, w, side)
	}
	if f.sketch != nil {
		f.sketched(&l, i, w, side)
	}
	if f.forest != nil {
		f.inTree(&l, i, w, side)
	}
	return l
}

// side says whether piece i is before the head of the cue, after it, or it.
func (f *frame) side(i int) uint64 {
	switch {
	case i < f.head:
		return 0
	case i > f.head:
		return 1
	}
	return 2
}

// away says how many sentences before or after the cue piece i stands.
func (f *frame) away(i int) uint64 {
	return uint64(max(-2, min(2, f.page.sentence[i]-f.page.sentence[f.head])) + 2)
}

// between adds what lies between the cue and piece i.
func (f *frame) between(l *list, i int, w *word, side uint64) {
	x, y := &f.counts[min(i+1, f.head)], &f.counts[max(i, f.head)]
	if i > f.head {
		x = &f.counts[f.head+1]
	}
	verbs, commas := few(y.finite-x.finite), few(y.comma-x.comma)
	openers, stops := few(y.opener-x.opener), few(y.stop-x.stop)
	l.three(120, side, verbs, commas)
	l.three(121, side, openers, stops)
	l.three(122, side<<4|verbs, commas, w.tag)
	l.three(123, side<<4|openers, few(y.conjunction-x.conjunction), w.tag)
	l.three(124, side<<4|few(y.colon-x.colon), stops, f.cue.lemma)
	l.three(125, side<<4|verbs<<2|commas, openers<<4|stops, f.cue.fine)
}

// ends adds which ends of sentences and quotations are near.
func (f *frame) ends(l *list, i int, w *word, side uint64) {
	near := uint64(0)
	for k := -1; k <= 2; k++ {
		near <<= 2
		if i+k-1 < f.From || i+k >= f.To || f.page.sentence[i+k] != f.page.sentence[i+k-1] {
			near |= 1
		}
		if f.isQuotation(i + k) {
			near |= 2
		}
	}
	last := f.sentences[f.page.sentence[i]].To
	rest := &f.counts[last]
	here := &f.counts[i+1]
	l.three(156, far(last-i), side, few(rest.comma-here.comma))
	l.three(157, far(last-i), few(rest.finite-here.finite), w.tag)
	l.three(158, far(last-i), f.word(i+1).tag, side)
	l.three(135, near, side, uint64(w.kind))
	l.three(136, near, f.cue.lemma, side)
	l.three(137, near, f.away(i), f.gaps)
	kind := uint64(w.kind)<<3 | f.away(i)
	for k, said := range f.said {
		l.three(194+uint64(k), said, kind, side)
		l.three(196+uint64(k), said, w.tag, side)
		l.three(198+uint64(k), said, f.cue.fine, uint64(w.kind&quotation)<<1|side)
	}
}

// quotation adds what tells whether the quotation at piece i is the cue's.
func (f *frame) quotation(l *list, i int, w *word, side uint64) {
	which := uint64(0)
	switch {
	case i == f.before:
		which = 1
	case i == f.after:
		which = 2
	}
	a, b := f.word(i-1), f.word(i+1)
	l.three(130, side, which, f.gaps)
	l.three(131, which, w.tag, f.gaps)
	l.three(132, which, w.tag, f.cue.lemma)
	l.three(133, which, w.fine, f.away(i))
	l.three(134, which, w.lemma, w.tag)
	l.three(126, which, w.tag, f.away(i))
	l.three(127, which<<4|f.away(i), a.lower, b.lower)
	l.three(128, which<<4|f.away(i), a.tag, b.tag)
	l.three(129, which, w.middle, f.cue.fine)
}

// sketched adds what the first reading says of piece i, and of heads between
// it and the cue.
func (f *frame) sketched(l *list, i int, w *word, side uint64) {
	at := func(k int) uint64 {
		if k < f.From || k >= f.To {
			return 9
		}
		return uint64(f.sketch[k])
	}
	key := f.rivals(i)
	l.two(170, side, at(i))
	l.three(171, side<<8|at(i-1), at(i), at(i+1))
	l.two(172, side, key)
	l.three(173, key, side, at(i))
	l.three(174, key, side, w.tag)
	l.three(175, key, uint64(w.kind), f.cue.fine)
	m := &f.margins[i]
	l.three(184, strength(m[headOfCue]/2), side, key)
	l.three(185, strength(m[ofContent]), side, key)
	l.three(186, strength(m[ofSource]), side, key)
	l.three(187, strength(m[ofContent]/3), strength(m[headOfCue]/3), w.upos)
	l.three(176, side<<4|at(i), f.cue.lemma, key)
}

// rivals says whose piece i is by the tree, and how many likely heads stand
// between it and the cue.
func (f *frame) rivals(i int) uint64 {
	between := uint64(0)
	if from, to := min(i, f.head), max(i, f.head); from < to {
		between = few(f.heads[to] - f.heads[from+1])
	}
	owner := uint64(0)
	switch o := int(f.owner[i]); {
	case o == f.head:
		owner = 1
	case o == i:
		owner = 2
	case o >= 0:
		owner = 3
	}
	return owner<<4 | between<<1
}
