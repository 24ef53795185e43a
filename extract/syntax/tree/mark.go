package tree

// A mark is a kind of word that parts a sentence. How many of each lie between
// two words says much of whether they can be joined.
type mark int

const (
	noMark mark = iota
	verb
	comma // or colon, semicolon, dash, bracket
	conjunction
	quotation
	otherMark // a full stop, a hyphen
	marks
)

// markOf is the mark that a word of the tags is.
func markOf(xpos, upos string) mark {
	switch {
	case upos == "VERB":
		return verb
	case xpos == "," || xpos == ":" || xpos == "-LRB-" || xpos == "-RRB-":
		return comma
	case upos == "CCONJ" || upos == "SCONJ":
		return conjunction
	case xpos == "``" || xpos == "''":
		return quotation
	case upos == "PUNCT":
		return otherMark
	}
	return noMark
}

// Counts of the marks before a word stand in one number, eight bits each, and
// go round at 256: only differences are looked at.
func count(before int, m mark) int {
	lane := 0xFF << (8 * m)
	return before&^lane | (before+1<<(8*m))&lane
}

// between is how many marks of a kind lie between two words, most at most; 0
// when a word is missing.
func (v *values) between(m mark, a, b, most int) int {
	if a == 0 || b == 0 || a >= b || b >= len(v.marks) {
		return 0
	}
	return min((v.marks[b]>>(8*m)-v.marks[a+1]>>(8*m))&0xFF, most)
}

// open reports by 1 whether word stands after an odd number of quotation
// marks.
func (v *values) open(word int) int { return v.marks[word] >> (8 * quotation) & 1 }
