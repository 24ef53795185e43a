package statement

import (
	"strings"

	"onrecord/extract/fact"
)

// labelReach is how many words can name the speaker before a colon.
const labelReach = 5

// labelled reads paragraphs that open with the speaker's name and a colon, as
// transcripts and headlines do: "LEE: We paid for it." Names in capitals
// that no entity has count where one of them opens two paragraphs.
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
		if w := r.t.Word(k); !r.person[k] && (w != strings.ToUpper(w) || len(w) < 3 || r.is(k, mark)) || k > first && r.t.Tokens[k].Paragraph {
			return 0
		}
	}
	return 0
}

// takeLabelled keeps the paragraph [first, last) as a statement of its label,
// which ends with the colon at token colon.
func (r *reader) takeLabelled(first, colon, last int) {
	content := run{colon + 1, last}
	if content.empty() || r.quoted[colon+1] != 0 {
		return
	}
	for k := first; k < last; k++ {
		r.used[k] = true
	}
	r.add(draft{
		content: []run{content}, cue: run{colon, colon + 1}, source: run{first, colon},
		act: fact.State, form: fact.Direct, rule: ruleLabel,
	})
}

// signed reads a quotation that a dash and a name follow at the end of its
// paragraph: "We paid for it." — Ann Lee
func (r *reader) signed(q quotation) (draft, bool) {
	i := q.after
	if i+1 >= r.n || !r.dash(i) && r.word(i) != "―" || !r.is(i+1, capital) || r.t.Tokens[i].Paragraph {
		return draft{}, false
	}
	end := r.paragraphEnd(i)
	if end-i > sourceReach || r.finiteIn(i, end) {
		return draft{}, false
	}
	source := run{i + 1, end}
	for source.to > source.from && r.is(source.to-1, terminal) {
		source.to--
	}
	return draft{content: []run{q.inner}, cue: run{i, i + 1}, source: source, act: fact.State, rule: ruleSigned}, true
}
