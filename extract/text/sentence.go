package text

import "onrecord/extract/learn"

// least is the score, see learn.Decision, above which a sentence begins. It
// lies a little below even odds: an end without its mark, as in a heading, is
// seldom sure.
const least = -10

// sentences fills t.Sentences: a sentence begins at every paragraph, and where
// a rule or, where none is certain, the model says so.
func (t *Text) sentences() {
	v, m := viewOf(t), model()
	t.paragraphs(func(first, last int) {
		v.paragraph(first, last)
		for i := first + 1; i < last; i++ {
			v.pass(i - 1)
			if v.begins(m, i) {
				t.add(v.begin, i)
				v.begin = i
			}
		}
		t.add(v.begin, last)
	})
}

// add appends the sentence of the tokens [first, last).
func (t *Text) add(first, last int) {
	t.Sentences = append(t.Sentences, Sentence{t.Range(first, last), first, last})
}

// paragraphs calls each with the tokens [first, last) of every paragraph.
func (t *Text) paragraphs(each func(first, last int)) {
	first := 0
	for i := range t.Tokens {
		if i > first && t.Tokens[i].Paragraph {
			each(first, i)
			first = i
		}
	}
	if first < len(t.Tokens) {
		each(first, len(t.Tokens))
	}
}

// begins reports whether a sentence begins with token i.
func (v *view) begins(m *learn.Decision, i int) bool {
	if !v.possible(i) {
		return false
	}
	says := v.certain(i)
	return says == begins || says == unsure && m.Score(v.features(i)) > least
}
