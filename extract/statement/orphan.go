package statement

import (
	"cmp"
	"slices"
)

// orphans gives quotations that nobody claimed to whoever spoke last, in the
// same paragraph or the one before it.
func (r *reader) orphans() {
	latest := r.byEnd()
	k := -1
	for _, q := range r.quotes {
		if r.used[q.open] || !r.speech(q) || !r.is(q.inner.from, capital) || !r.wholeSentence(q) || !r.sentenceStart(q.open) {
			continue
		}
		for k+1 < len(latest) && r.drafts[latest[k+1]].whole().to <= q.open {
			k++
		}
		if k < 0 || r.partOf(q) {
			continue
		}
		d := r.drafts[latest[k]]
		if rule := r.reaches(d, q); rule != "" && !d.source.empty() {
			next := r.runOn(d, q)
			next.rule = rule
			r.add(next)
		}
	}
}

// byEnd is the indices of the drafts in the order in which they end.
func (r *reader) byEnd() []int {
	order := make([]int, len(r.drafts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(r.drafts[a].whole().to, r.drafts[b].whole().to)
	})
	return order
}

// partOf reports whether more of the sentence of q follows it, so that it is
// not a statement by itself.
func (r *reader) partOf(q quotation) bool {
	k := q.after
	for k < r.n && r.is(k, terminal) {
		k++
	}
	return k < r.n && !r.t.Tokens[k].Paragraph && !r.sentenceStart(k)
}

// reaches is the rule by which the speaker of d goes on with q: from the
// sentence before in the same paragraph, or with a paragraph of its own after
// a quotation; "" when it does not.
func (r *reader) reaches(d draft, q quotation) string {
	end := d.whole().to
	paragraphs := 0
	for i := end; i <= q.open; i++ {
		if i-end > orphanReach {
			return ""
		}
		if r.t.Tokens[i].Paragraph {
			paragraphs++
		}
	}
	switch {
	case paragraphs == 0:
		return ruleRunsOn
	case paragraphs == 1 && r.t.Tokens[q.open].Paragraph && (q.after >= r.n || r.t.Tokens[q.after].Paragraph):
		return ruleNextLine
	}
	return ""
}

// orphanReach is how many words after a statement its speaker can go on.
const orphanReach = 40
