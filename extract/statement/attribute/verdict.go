package attribute

import (
	"cmp"
	"slices"
)

// verdictFeatures appends to l what tells whether candidate i of all is the
// head of an attribution.
func verdictFeatures(l list, p *page, all []candidate, i int) list {
	c := &all[i]
	w := p.word(c.head)
	margin := strength(c.margin / 3)
	l.one(200, 0)
	l.one(201, strength(c.margin))
	l.one(202, strength(c.gain/4))
	l.two(203, margin, strength(c.gain/12))
	l.one(204, w.lemma)
	l.two(205, w.lemma, margin)
	l.one(206, w.fine)
	l.one(217, uint64(min(p.paragraph[c.head], 2)))
	l.two(222, p.word(c.head-1).tag, p.word(c.head+1).tag)
	verdictOnParts(&l, p, c, w)
	within, rival := uint64(0), uint64(0)
	for k := max(0, i-rivals); k < min(len(all), i+rivals+1); k++ {
		if k != i {
			within, rival = against(&all[k], c, within, rival)
		}
	}
	l.one(218, within)
	l.one(219, rival)
	l.two(220, within, margin)
	l.two(221, rival, margin)
	return l
}

// rivals is how many candidates before and after one are looked at.
const rivals = 15

// strength sorts a score.
func strength(v int32) uint64 { return uint64(max(-12, min(40, v/24)) + 12) }

// verdictOnParts adds what kind of parts c has.
func verdictOnParts(l *list, p *page, c *candidate, w *word) {
	parts := uint64(0)
	for k := range c.parts {
		parts = parts<<2 | uint64(min(2, len(c.parts[k])))
	}
	if holds(c.parts[cue], c.head) {
		parts |= 1 << 6
	}
	l.one(207, parts)
	l.two(208, parts, w.tag)
	if s := c.parts[source]; len(s) > 0 {
		l.one(210, p.word(s[0].From).lower)
		l.one(211, p.word(s[0].To-1).fine)
		l.one(212, p.word(s[0].To-1).tag)
		l.one(213, far(c.head-s[0].From))
	}
	if s := c.parts[content]; len(s) > 0 {
		l.two(214, p.word(s[0].From).tag, p.word(s[0].To).tag)
		l.two(215, far(s[0].From-c.head), far(s[0].To-s[0].From))
		l.two(216, w.lemma, p.word(s[0].From).lower)
	}
}

// against notes in within how sure a candidate o is whose content or cue holds
// the head of c, and in rival how sure one whose head the content of c holds.
func against(o, c *candidate, within, rival uint64) (uint64, uint64) {
	sure := uint64(1)
	if o.margin > c.margin {
		sure = 2
	}
	if o.margin > 0 {
		sure += 2
	}
	if holds(o.parts[content], c.head) {
		within = max(within, sure)
	}
	if holds(o.parts[cue], c.head) {
		within = max(within, sure+4)
	}
	if holds(c.parts[content], o.head) {
		rival = max(rival, sure)
	}
	return within, rival
}

func holds(runs []Run, i int) bool {
	for _, r := range runs {
		if r.From <= i && i < r.To {
			return true
		}
	}
	return false
}

// standing is the verdict above which a candidate stands. It lies below even
// odds, where what is missed and what is found too much weigh the same.
const standing = -12

// choose is the candidates with a verdict above least of which none has its
// head in what another gives, the surer one chosen, in text order.
func choose(all []candidate, least int32) []candidate {
	order := make([]int, 0, len(all))
	for i, c := range all {
		if c.verdict > least && len(c.parts[content]) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[b].verdict, all[a].verdict) })
	kept := make([]bool, len(all))
	for _, i := range order {
		kept[i] = !clashes(all, kept, i)
	}
	var chosen []candidate
	for i, c := range all {
		if kept[i] {
			chosen = append(chosen, c)
		}
	}
	return chosen
}

// clashes reports whether candidate i has its head in what a kept one gives,
// or one of these in what it gives. Only those near can.
func clashes(all []candidate, kept []bool, i int) bool {
	c := &all[i]
	for k := max(0, i-reachAfter); k < min(len(all), i+reachAfter+1); k++ {
		o := &all[k]
		if kept[k] && (holds(o.parts[content], c.head) || holds(o.parts[cue], c.head) || holds(c.parts[content], o.head)) {
			return true
		}
	}
	return false
}
