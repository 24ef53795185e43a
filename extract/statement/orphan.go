package statement

import (
	"cmp"
	"slices"

	"onrecord/extract/statement/attribute"
)

// orphans gives quotations that nobody claimed to whoever spoke last, in the
// same paragraph or the one before it.
func (r *reader) orphans() {
	latest := r.byEnd()
	k := -1
	for _, q := range r.quotes {
		if d, ok := r.signed(q); ok && !r.used[q.From] {
			r.add(d)
			continue
		}
		if r.used[q.From] || !r.speech(q) || !r.is(q.Inner().From, capital) || !r.wholeSentence(q) || !r.sentenceStart(q.From) {
			continue
		}
		for k+1 < len(latest) && r.drafts[latest[k+1]].whole().To <= q.From {
			k++
		}
		if k < 0 || r.partOf(q) {
			continue
		}
		d := r.drafts[latest[k]]
		if rule := r.reaches(d, q); rule != "" && len(d.source) > 0 {
			next := r.runOn(d, []run{q.Run})
			next.rule, next.sure = rule, min(d.sure, precision[rule])
			r.add(next)
			latest = slices.Insert(latest, k+1, len(r.drafts)-1)
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
		return cmp.Compare(r.drafts[a].whole().To, r.drafts[b].whole().To)
	})
	return order
}

// partOf reports whether more of the sentence of q follows it, so that it is
// not a statement by itself.
func (r *reader) partOf(q attribute.Quotation) bool {
	k := q.To
	for k < r.n && r.is(k, terminal) {
		k++
	}
	return k < r.n && !r.t.Tokens[k].Paragraph && !r.sentenceStart(k)
}

// reaches is the rule by which the speaker of d goes on with q: from the
// sentence before in the same paragraph, or with a paragraph of its own after
// a quotation; "" when it does not.
func (r *reader) reaches(d draft, q attribute.Quotation) string {
	end := d.whole().To
	paragraphs := 0
	for i := end; i <= q.From; i++ {
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
	case paragraphs == 1 && r.t.Tokens[q.From].Paragraph && (q.To >= r.n || r.t.Tokens[q.To].Paragraph):
		return ruleNextLine
	}
	return ""
}

// orphanReach is how many words after a statement its speaker can go on.
const orphanReach = 40

// speech reports whether q is long enough, or ends so, that it can be what
// someone said and not a title or a word held at arm's length.
func (r *reader) speech(q attribute.Quotation) bool {
	words := 0
	for i := q.Inner().From; i < q.Inner().To && words < 3; i++ {
		if r.class[i]&mark == 0 {
			words++
		}
	}
	return words >= 3 || words > 0 && (r.is(r.final(q), terminal) || r.word(r.final(q)) == "," || r.word(q.To) == ",")
}

// wholeSentence reports whether q ends as a sentence does.
func (r *reader) wholeSentence(q attribute.Quotation) bool {
	return q.Open || r.is(r.final(q), terminal) || r.word(r.final(q)) == "," || r.is(q.To, terminal)
}

// final is the last token in q, quotation marks nested in it aside.
func (r *reader) final(q attribute.Quotation) int {
	k := q.Inner().To - 1
	for k > q.Inner().From && r.is(k, quoteMark) {
		k--
	}
	return k
}
