package statement

import (
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/statement/attribute"
)

// labelReach is how many words can name the speaker before a colon.
const labelReach = 5

// labelled reads paragraphs that open with the speaker's name and a colon, as
// transcripts and headlines do: "LEE: We paid for it." Names in capitals that no
// entity has count where one of them opens two paragraphs, notices never.
func (r *reader) labelled() {
	labels, count := 0, map[string]int{}
	for first := 0; first < r.n; first = r.paragraphEnd(first) {
		if end := r.label(first); end > 0 {
			labels++
			count[r.t.Slice(r.t.Range(first, end))]++
		}
	}
	transcript := len(count) < labels
	for first := 0; first < r.n; {
		last := r.paragraphEnd(first)
		end := r.label(first)
		if end > 0 && !r.used[end] && (r.person[end-1] || transcript) {
			r.takeLabelled(first, end, last)
		}
		first = last
	}
}

// label is the colon of the label that opens the paragraph at token first, 0
// when there is none: a person's name, or words in capitals.
func (r *reader) label(first int) int {
	for k := first; k < min(r.n, first+labelReach+1); k++ {
		if r.word(k) == ":" && k > first {
			return k
		}
		if r.is(k, notice) {
			return 0
		}
		if w := r.t.Word(k); !r.person[k] && (w != strings.ToUpper(w) || len(w) < 3 || r.is(k, mark)) || k > first && r.t.Tokens[k].Paragraph {
			return 0
		}
	}
	return 0
}

// takeLabelled keeps the paragraph [first, last) as a statement of its label,
// which ends with the colon at token colon.
func (r *reader) takeLabelled(first, colon, last int) {
	content := run{From: colon + 1, To: last}
	if content.Empty() || r.quoted[colon+1] != 0 {
		return
	}
	r.add(draft{
		content: []run{content}, head: colon, cue: []run{{From: colon, To: colon + 1}}, source: []run{{From: first, To: colon}},
		act: fact.State, form: fact.Direct, rule: ruleLabel, sure: precision[ruleLabel],
	})
	for _, a := range r.within(content, 0) {
		if a.Sure >= leastQuoted {
			r.nested(a, 1)
		}
	}
}

// signedReach is how many words can name who signs a quotation.
const signedReach = 60

// signed reads a quotation that a dash and a name follow at the end of its
// paragraph: "We paid for it." — Ann Lee
func (r *reader) signed(q attribute.Quotation) (draft, bool) {
	i := q.To
	if i+1 >= r.n || !r.dash(i) && r.word(i) != "―" || !r.is(i+1, capital) || r.t.Tokens[i].Paragraph {
		return draft{}, false
	}
	end := r.paragraphEnd(i)
	if end-i > signedReach || r.verbIn(i, end) {
		return draft{}, false
	}
	source := run{From: i + 1, To: end}
	for source.To > source.From && r.is(source.To-1, terminal) {
		source.To--
	}
	return draft{
		content: []run{q.Run}, head: i, cue: []run{{From: i, To: i + 1}}, source: []run{source},
		act: fact.State, rule: ruleSigned, sure: precision[ruleSigned],
	}, true
}

// dash reports whether token i is one.
func (r *reader) dash(i int) bool {
	switch r.word(i) {
	case "—", "–", "--", "-":
		return true
	}
	return false
}
