package attribute

import (
	"strings"

	"onrecord/extract/text"
)

// A Quotation is the tokens of a quotation with its marks. One that is open runs
// to the end of its paragraph without a closing mark.
type Quotation struct {
	Run
	Open bool
}

// Inner is the tokens without the marks.
func (q Quotation) Inner() Run {
	if q.Open {
		return Run{q.From + 1, q.To}
	}
	return Run{q.From + 1, q.To - 1}
}

// Quotations finds the outermost quotations in the tokens of r, in order. None
// goes on into the next paragraph: there a new one begins, with its mark.
func Quotations(t *text.Text, r Run) []Quotation {
	q := quoting{t: t, start: -1}
	for i := r.From; i < r.To; i++ {
		if t.Tokens[i].Paragraph {
			q.end(i, true)
		}
		q.read(i)
	}
	q.end(r.To, true)
	return q.all
}

// quoting is the state in which tokens are read for quotation marks.
type quoting struct {
	t     *text.Text
	all   []Quotation
	start int // of the open quotation, -1 for none
	mark  string
	depth int // pairs of “ and ” open inside it
}

// longestSingle is how many tokens single marks can hold: what opens more is
// an apostrophe.
const longestSingle = 60

// read takes in token i.
func (q *quoting) read(i int) {
	w := q.t.Word(i)
	switch {
	case q.start < 0:
		if w == "“" || (doubles[w] || singles[w]) && q.leans(i) {
			q.start, q.mark, q.depth = i, w, 0
		}
	case singles[q.mark]:
		if singles[w] && !q.leans(i) && !q.owns(i) {
			q.end(i+1, false)
		} else if i-q.start > longestSingle {
			q.start = -1
		}
	case w == "“" && q.mark == "“" && q.leans(i):
		q.depth++
	case doubles[w] && !(w == "“" && q.leans(i)):
		if q.depth--; q.depth < 0 {
			q.end(i+1, false)
		}
	}
}

// owns reports whether the mark at token i, which could close a single
// quotation, is that of a plural owner in it, "the workers’ dam": it follows a
// word, and behind it another one closes a sentence before the next opens.
func (q *quoting) owns(i int) bool {
	if stops[q.t.Word(i-1)] {
		return false
	}
	tokens := q.t.Tokens
	for k := i + 1; k < min(len(tokens), q.start+longestSingle) && !tokens[k].Paragraph; k++ {
		if w := q.t.Word(k); singles[w] && (q.leans(k) || stops[q.t.Word(k-1)]) {
			return !q.leans(k)
		}
	}
	return false
}

// end closes the open quotation before token to.
func (q *quoting) end(to int, open bool) {
	if q.start >= 0 && !(open && singles[q.mark]) {
		q.all = append(q.all, Quotation{Run{q.start, to}, open})
	}
	q.start = -1
}

// leans reports whether token i stands close before a word and not close
// behind one, as a mark does that opens.
func (q *quoting) leans(i int) bool {
	tokens := q.t.Tokens
	return i+1 < len(tokens) && tokens[i].End == tokens[i+1].Start && (i == 0 || tokens[i-1].End < tokens[i].Start || openers[q.t.Word(i-1)])
}

// The marks of quotation, those before which one closes as a rule, and those
// behind which one can open without a space.
var (
	doubles = setOf("“ ” \" `` '' ''' „ « »")
	singles = setOf("‘ ’ '")
	stops   = setOf(", . ! ? …")
	openers = setOf("( [ — – -- - ― “ ‘ \" `` '' '")
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
