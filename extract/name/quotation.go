package name

// voices tells who speaks at every token: nobody but the article outside of
// quotation marks.
type voices struct {
	quoted   []bool
	told     []int // per sentence, how many up to it the article tells in its own words
	run      []int // per token, 1 + the index of the quotation it stands in
	speakers []int // per quotation, the token of the mention that speaks, -1 for unknown
}

// quoted reports whether token i, and what follows it, stands in quotation
// marks, given whether the token before does. A paragraph closes them.
func (f *finder) quoted(i int, before bool) bool {
	if f.Tokens[i].Paragraph {
		before = false
	}
	switch f.Word(i) {
	case "“", "«":
		return true
	case "”", "»":
		return false
	case `"`:
		return !before
	}
	return before
}

func (f *finder) voices() voices {
	v := voices{quoted: make([]bool, len(f.Tokens)), told: make([]int, len(f.Sentences)), run: make([]int, len(f.Tokens))}
	quoted, told := false, 0
	for s, sentence := range f.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			quoted = f.quoted(i, quoted)
			v.quoted[i] = quoted
		}
		if !v.quoted[sentence.First] {
			told++
		}
		v.told[s] = told
	}
	f.quotations(&v)
	return v
}

// quotations numbers the quotations and finds who speaks in each. One that
// goes on in the paragraph of another without a speaker has that one's.
func (f *finder) quotations(v *voices) {
	paragraph := 0 // first token of the paragraph
	last := -1     // who spoke last in it
	for i := 0; i < len(f.Tokens); {
		if f.Tokens[i].Paragraph {
			paragraph, last = i, -1
		}
		if !v.quoted[i] {
			i++
			continue
		}
		first := i
		for i < len(f.Tokens) && v.quoted[i] && (i == first || !f.Tokens[i].Paragraph) {
			v.run[i] = len(v.speakers) + 1
			i++
		}
		by := f.speaker(first, i, paragraph)
		if by < 0 {
			by = last
		}
		last = by
		v.speakers = append(v.speakers, by)
	}
}

// speaker is the token of the mention or pronoun that speaks the quotation
// [first, end), by the words right after or before it; -1 when neither tells.
func (f *finder) speaker(first, end, paragraph int) int {
	after := end
	for after < len(f.Tokens) && !f.letters(after) && after-end < 3 {
		after++
	}
	if f.lists.cues[f.Lower(after)] { // "“No,” said Minister Elde"
		return f.mentioned(after+1, after+7)
	}
	if by := f.mentioned(after, after+6); by >= 0 && f.lists.cues[f.Lower(f.mentionEnd(by))] {
		return by
	}
	before := first - 1
	for before > paragraph && !f.letters(before) && first-before < 3 {
		before--
	}
	for i := before; i > max(paragraph, before-6); i-- {
		if f.lists.cues[f.Lower(i)] {
			return f.mentionedBefore(i, max(paragraph, i-8))
		}
	}
	return -1
}

// mentioned is the first token in [from, to) of a mention or of "he" and "she"
// before a mark ends the phrase; -1 for none.
func (f *finder) mentioned(from, to int) int {
	for i := from; i < min(to, len(f.Tokens)); i++ {
		if f.at[i] != 0 && f.possessive(f.mentions[f.at[i]-1].last) == 0 || f.grammar("he", f.Lower(i)) {
			return i
		}
		if w := f.Word(i); w == "." || w == "," || f.Tokens[i].Paragraph && i > from {
			return -1
		}
	}
	return -1
}

// mentionedBefore is the last token in [from, end) of a mention or of "he" and
// "she"; -1 for none.
func (f *finder) mentionedBefore(end, from int) int {
	for i := end - 1; i >= max(0, from); i-- {
		if f.at[i] != 0 || f.grammar("he", f.Lower(i)) {
			return i
		}
		if f.Word(i) == "." {
			return -1
		}
	}
	return -1
}

// mentionEnd is the end of the mention at token i, i+1 for a pronoun.
func (f *finder) mentionEnd(i int) int {
	if m := f.mentionAt(i); m != nil {
		return m.last
	}
	return i + 1
}

// by is the entity that speaks the words at token i, nil for the article
// itself and for one unknown.
func (f *finder) by(v *voices, i int) *entity {
	if v.run[i] == 0 {
		return nil
	}
	if m := f.mentionAt(v.speakers[v.run[i]-1]); m != nil {
		return m.entity
	}
	return nil
}

// apart is how many sentences lie between sentences a and b, those that open in
// quotation marks aside when the pronoun is the article's own: who is quoted at
// length stays the one spoken of.
func (v *voices) apart(a, b int, own bool) int {
	if own {
		return v.told[b] - v.told[a]
	}
	return b - a
}
