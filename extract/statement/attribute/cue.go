package attribute

// cueFeatures appends to l what tells whether piece i is the head of a cue, or
// another part of an attribution.
func (p *page) cueFeatures(l list, i int) list {
	w, a, b := p.word(i), p.word(i-1), p.word(i+1)
	aa, bb := p.word(i-2), p.word(i+2)
	l.one(0, 0)
	l.one(1, w.lower)
	l.one(2, w.lemma)
	l.one(3, w.tag)
	l.one(4, w.fine)
	l.one(5, w.middle)
	l.one(6, a.lower)
	l.one(7, b.lower)
	l.one(8, aa.lower)
	l.one(9, bb.lower)
	l.two(10, a.tag, w.tag)
	l.two(11, w.tag, b.tag)
	l.three(12, a.tag, w.tag, b.tag)
	l.two(13, w.lemma, b.lower)
	l.two(14, a.lower, w.lemma)
	l.two(15, w.lemma, b.tag)
	l.two(16, w.lemma, a.tag)
	l.three(17, w.lemma, b.tag, bb.tag)
	l.one(18, a.fine)
	l.one(19, b.fine)
	l.two(20, w.fine, b.middle)
	l.two(21, a.middle, w.fine)
	l.three(22, w.fine, b.tag, bb.tag)
	l.three(23, w.tag, b.tag, bb.tag)
	l.three(24, aa.tag, a.tag, w.tag)
	l.two(25, w.shape, w.tag)
	l.two(26, w.lemma, w.tag)
	p.cueInSentence(&l, i, w)
	p.cueAhead(&l, i, w)
	if p.forest != nil {
		p.cueInTree(&l, i, w)
	}
	return l
}

// cueInSentence adds what stands at a distance: quotations, verbs, the ends of
// the sentence and the paragraph.
func (p *page) cueInSentence(l *list, i int, w *word) {
	s := p.sentences[p.sentence[i]]
	before, after := p.quotationsNear(i)
	l.three(33, before, after, w.upos)
	l.three(34, before, after, w.lemma)
	title := uint64(min(p.paragraph[i], 1))
	l.two(35, title, w.tag)
	l.two(36, title, w.lower)
	l.two(37, far(i-s.From), w.tag)
	l.two(38, far(s.To-i), w.tag)
	from, at, end := &p.counts[s.From], &p.counts[i], &p.counts[s.To]
	l.three(39, few(at.finite-from.finite), few(end.finite-at.finite), w.upos)
	l.three(40, few(at.comma-from.comma), few(at.opener-from.opener), w.upos)
	l.three(41, few(end.opener-at.opener), few(end.comma-at.comma), w.lemma)
	l.two(42, w.lemma, uint64(min(2, s.From-p.paragraphs[p.paragraph[i]].From)))
	if i > s.From {
		l.two(43, p.word(s.From).lower, w.upos)
	}
}

// nearby is how many pieces away a quotation is still told of.
const nearby = 14

// quotationsNear says how far the quotations are that stand nearest before and
// after piece i, and how they end.
func (p *page) quotationsNear(i int) (before, after uint64) {
	in := p.paragraphs[p.paragraph[i]]
	for k := i - 1; k >= max(in.From, i-nearby); k-- {
		if p.isQuotation(k) {
			before = p.word(k).lower + far(i-k)
			break
		}
	}
	for k := i + 1; k < min(in.To, i+nearby); k++ {
		if p.isQuotation(k) {
			after = p.word(k).lower + far(k-i)
			break
		}
	}
	return before, after
}

// cueAhead adds the first word after piece i that could open a content.
func (p *page) cueAhead(l *list, i int, w *word) {
	for k := i + 1; k < min(p.sentences[p.sentence[i]].To, i+nearby); k++ {
		if v := p.word(k); v.kind&(opener|comma|colon|quotation) != 0 || v.lower == toHash {
			l.two(44, w.lemma, v.lower)
			l.three(45, w.fine, v.lower, far(k-i))
			break
		}
	}
}

// cueInTree adds what the tree tells of piece i.
func (p *page) cueInTree(l *list, i int, w *word) {
	f := p.forest
	a := f.arcs[i]
	h := p.word(int(a.head))
	l.two(50, a.label, w.tag)
	l.two(51, a.label, w.lemma)
	l.two(52, a.label, h.lemma)
	l.three(53, a.label, h.tag, w.tag)
	l.three(54, a.label, h.lemma, w.lemma)
	l.two(55, f.below[i], w.tag)
	l.two(56, f.below[i], w.lemma)
	l.two(57, f.below[i], w.fine)
	l.two(58, h.fine, w.fine)
	p.dependents(l, i, w)
	label, up := a.label, int(a.head)
	for steps := 0; up >= 0 && steps < nearby; steps++ {
		if clausal[label] {
			v := p.word(up)
			l.two(59, label, v.lemma)
			l.three(60, label, v.fine, w.upos)
			l.three(61, label, v.tag, w.tag)
			return
		}
		label, up = f.arcs[up].label, int(f.arcs[up].head)
	}
	l.two(59, 0, label)
	l.three(60, 0, label, w.upos)
}

// most is how many of what hangs on a piece is told of.
const most = 8

// dependents adds what hangs on piece i.
func (p *page) dependents(l *list, i int, w *word) {
	f := p.forest
	for c, n := f.child[i], 0; c >= 0 && n < most; c, n = f.next[c], n+1 {
		v := p.word(int(c))
		if v.kind&punctuation != 0 {
			continue
		}
		label := f.arcs[c].label
		l.three(62, label, v.upos, w.fine)
		l.three(63, label, v.fine, w.upos)
		l.three(64, label, v.lemma, w.lemma)
		l.two(65, label, v.lower)
		l.three(66, label, v.tag, w.lemma)
	}
}
