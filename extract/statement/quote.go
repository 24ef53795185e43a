package statement

// A quotation is an outermost pair of quotation marks and what they hold.
type quotation struct {
	open   int // the first token of the opening mark
	inner  run // what the marks hold, to the end of the paragraph when none closes it
	after  int // the first token after the closing mark
	closed bool
}

// A pairing is how one kind of quotation mark opens and closes.
type pairing struct {
	open, close string
	single      bool // an apostrophe can look like it
}

var pairings = []pairing{
	{open: "“", close: "”"},
	{open: "\"", close: "\""},
	{open: "«", close: "»"},
	{open: "„", close: "“"},
	{open: "''", close: "''"},
	{open: "``", close: "''"},
	{open: "‘", close: "’", single: true},
	{open: "'", close: "'", single: true},
}

// quotations finds r.quotes: each opening mark is paired with the mark that
// closes it at its own depth in the same paragraph, or else with the end of
// the paragraph. Every token is looked at a fixed number of times.
func (r *reader) quotations() {
	for first := 0; first < r.n; {
		last := r.paragraphEnd(first)
		r.paragraphQuotes(first, last)
		first = last
	}
	r.quoted = make([]int32, r.n)
	for i, q := range r.quotes {
		for k := q.open; k < q.after; k++ {
			r.quoted[k] = int32(i + 1)
		}
	}
}

// paragraphEnd is the first token of the paragraph after the one of token i.
func (r *reader) paragraphEnd(i int) int {
	for i++; i < r.n && !r.t.Tokens[i].Paragraph; i++ {
	}
	return i
}

// paragraphQuotes pairs the marks among tokens [first, last).
func (r *reader) paragraphQuotes(first, last int) {
	closer := r.singleClosers(first, last)
	for i := first; i < last; {
		p, ok := r.opens(i, first)
		if !ok {
			i++
			continue
		}
		if p.single {
			if end := closer[i-first]; end > i+1 {
				r.quotes = append(r.quotes, quotation{i, run{i + 1, end}, end + 1, true})
				i = end + 1
			} else {
				i++
			}
			continue
		}
		q := r.pair(p, i, last)
		r.quotes = append(r.quotes, q)
		i = q.after
	}
}

// pair finds where the quotation that p opens at token i closes.
func (r *reader) pair(p pairing, i, last int) quotation {
	width := len(p.marks())
	depth := 1
	for k := i + width; k < last; k++ {
		switch {
		case r.marked(k, p.close) && (p.close != p.open || !r.opening(k+width-1) || r.touchesWord(k)):
			depth--
		case p.open != p.close && r.marked(k, p.open) && r.opening(k):
			depth++
		}
		if depth == 0 {
			return quotation{i, run{i + width, k}, k + width, true}
		}
	}
	return quotation{i, run{i + width, last}, last, false}
}

// marks is the tokens of p's opening mark.
func (p pairing) marks() []rune { return []rune(p.open) }

// marked reports whether the tokens from k on are the quotation mark w, whose
// every character is a token.
func (r *reader) marked(k int, w string) bool {
	for _, c := range w {
		if k >= r.n || r.t.Word(k) != string(c) {
			return false
		}
		k++
	}
	return len(w) < 2 || w[0] >= 0x80 || r.t.Tokens[k-2].End == r.t.Tokens[k-1].Start
}

// opens reports whether token i opens a quotation in the paragraph that
// starts at first, and by which marks.
func (r *reader) opens(i, first int) (pairing, bool) {
	if r.class[i]&quoteMark == 0 {
		return pairing{}, false
	}
	for _, p := range pairings {
		if r.marked(i, p.open) && (i == first || !r.touchesWord(i) && r.opening(i+len(p.marks())-1)) {
			return p, true
		}
	}
	if r.t.Word(i) == "”" && (i == first || r.opening(i)) && i+1 < r.n && r.class[i+1]&mark == 0 {
		return pairings[0], true // a typist's slip
	}
	return pairing{}, false
}

// opening reports whether a mark at token i touches what follows it and not
// what comes before.
func (r *reader) opening(i int) bool {
	touchesNext := i+1 < r.n && r.t.Tokens[i+1].Start == r.t.Tokens[i].End && !r.t.Tokens[i+1].Paragraph
	return touchesNext && !r.touchesWord(i)
}

// touchesWord reports whether token i follows a word, number or mark that is
// no opening bracket, dash or quotation mark, without a space.
func (r *reader) touchesWord(i int) bool {
	if i == 0 || r.t.Tokens[i-1].End != r.t.Tokens[i].Start || r.t.Tokens[i].Paragraph {
		return false
	}
	switch r.t.Word(i - 1) {
	case "(", "[", "—", "–", "-", "--", "“", "\"", "‘", "'", "«", "„", "/":
		return false
	}
	return true
}

// singleClosers tells for each token of [first, last) the token after it that
// would close a single quotation mark there: the next mark that touches the
// punctuation before it, else the next that touches a word. A plural
// possessive looks like the second kind, which is why the first is preferred
// within a sentence.
func (r *reader) singleClosers(first, last int) []int {
	closer := make([]int, last-first)
	sure, maybe := -1, -1
	for i := last - 1; i >= first; i-- {
		closer[i-first] = maybe
		if sure >= 0 {
			closer[i-first] = sure
		}
		w := r.t.Word(i)
		switch {
		case r.marked(i, "''") || i > first && r.marked(i-1, "''"):
		case (w == "’" || w == "'") && r.touchesWord(i) && !r.touchesNextWord(i):
			if r.class[i-1]&mark != 0 {
				sure = i
			} else {
				maybe = i
			}
		case r.class[i]&terminal != 0 && i+1 != sure:
			sure = -1
		}
	}
	return closer
}

func (r *reader) touchesNextWord(i int) bool {
	return i+1 < r.n && r.t.Tokens[i+1].Start == r.t.Tokens[i].End && r.class[i+1]&mark == 0
}
