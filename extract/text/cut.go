package text

// Cut is t with words taken apart. At gives the offsets inside a word, in
// order, at which a piece begins; a word without any stays whole. For readers
// of what is written in pieces smaller than words; sentences stay the same,
// and so do all spans.
func (t *Text) Cut(at func(word string) []int) *Text {
	fine := &Text{raw: t.raw, Tokens: make([]Token, 0, len(t.Tokens)+16), Sentences: make([]Sentence, len(t.Sentences))}
	for n, s := range t.Sentences {
		first := len(fine.Tokens)
		for i := s.First; i < s.Last; i++ {
			fine.cut(t.Tokens[i], at(t.Word(i)))
		}
		fine.Sentences[n] = Sentence{s.Span, first, len(fine.Tokens)}
	}
	return fine
}

// cut adds the pieces of w, which begin at offsets; none is empty.
func (t *Text) cut(w Token, offsets []int) {
	rest := w
	for _, at := range offsets {
		if w.Start+at <= rest.Start || w.Start+at >= w.End {
			continue
		}
		t.Tokens = append(t.Tokens, Token{Span{rest.Start, w.Start + at}, rest.Paragraph})
		rest = Token{Span: Span{w.Start + at, w.End}}
	}
	t.Tokens = append(t.Tokens, rest)
}
