package attribute

import "onrecord/extract/learn"

// A frame is a cue and the pieces around it that can be its parts.
type frame struct {
	*page
	Run          // of pieces: the window
	head     int // of the cue
	cue      *word
	relation []relation // of the pieces in the window
	before   int        // the last quotation before the cue, -1 for none
	after    int        // the first one after it
	gaps     uint64     // how far both are
	said     [2]uint64  // what both are, and whether another cue stands between
}

// The window around a cue, in pieces.
const (
	reachBefore = 70
	reachAfter  = 90
)

// set makes f the window around the cue with its head at piece i of p: its
// paragraph, and the next ones while they go on with what is said.
func (f *frame) set(p *page, i int) {
	k := int(p.paragraph[i])
	r := p.paragraphs[k]
	for next := k + 1; next < len(p.paragraphs) && r.To-i < reachAfter && p.goesOn(r.To); next++ {
		r.To = p.paragraphs[next].To
	}
	room := f.relation
	*f = frame{page: p, Run: Run{max(r.From, i-reachBefore), min(r.To, i+reachAfter)}, head: i, cue: p.word(i)}
	if p.forest != nil {
		n := f.To - f.From
		if cap(room) < n {
			room = make([]relation, 2*n)
		}
		f.relation = room[:n]
		p.forest.relations(f.relation, f.Run, i)
	}
	f.neighbours()
}

// neighbours finds the quotations before and after the cue.
func (f *frame) neighbours() {
	f.before, f.after = -1, -1
	for k := f.head - 1; k >= f.From && f.before < 0; k-- {
		if f.isQuotation(k) {
			f.before = k
			f.gaps = 1 + far(f.head-k)
			f.said[0] = f.toward(k, Run{k + 1, f.head})
		}
	}
	for k := f.head + 1; k < f.To && f.after < 0; k++ {
		if f.isQuotation(k) {
			f.after = k
			f.gaps |= (1 + far(k-f.head)) << 8
			f.said[1] = f.toward(k, Run{f.head + 1, k})
		}
	}
}

// toward is what the quotation at piece k is, how far away, and what stands in
// between.
func (f *frame) toward(k int, between Run) uint64 {
	rivals := uint64(0)
	if f.sketch != nil {
		rivals = few(f.heads[between.To] - f.heads[between.From])
	}
	stops := few(f.counts[between.To].stop - f.counts[between.From].stop)
	return learn.Mix(f.word(k).lower, far(between.Len())<<8|rivals<<4|stops)
}

// goesOn reports whether the paragraph that begins at piece at goes on with
// what the one before said: behind a colon, or with a quotation after one that
// was not closed.
func (p *page) goesOn(at int) bool {
	return p.word(at-1).lower == colonHash || p.isQuotation(at) && p.open[at-1]
}
