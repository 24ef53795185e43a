package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences fills t.Sentences: a sentence ends at a paragraph, or at a
// terminal mark (with the quotation marks and brackets that close on it) that
// is followed by something a sentence can start with.
func (t *Text) sentences() {
	first := 0
	flush := func(last int) {
		if last > first {
			t.Sentences = append(t.Sentences, Sentence{t.Range(first, last), first, last})
			first = last
		}
	}
	for i := range t.Tokens {
		if i > first && t.Tokens[i].Paragraph {
			flush(i)
		}
		if t.terminal(i) {
			if end := t.closing(i + 1); t.starts(i, end) {
				flush(end)
			}
		}
	}
	flush(len(t.Tokens))
}

// terminal reports whether token i can end a sentence.
func (t *Text) terminal(i int) bool {
	switch w := t.Word(i); w {
	case "!", "?", "…", "。", "！", "？":
		return true
	default:
		return strings.HasSuffix(w, ".")
	}
}

// closing is the first token at or after i that does not close the sentence
// before it: quotation marks and brackets that touch what they close.
func (t *Text) closing(i int) int {
	for i < len(t.Tokens) && t.Tokens[i].Start == t.Tokens[i-1].End && strings.Contains(`"'”’»)]!?.…`, t.Word(i)) {
		i++
	}
	return i
}

// starts reports whether a sentence that ended with token end, its mark and
// what closes on it up to next, is followed by the start of another.
func (t *Text) starts(end, next int) bool {
	if next >= len(t.Tokens) || t.Tokens[next].Paragraph {
		return true
	}
	if t.Tokens[next].Start == t.Tokens[next-1].End {
		return false // "example.com", "“What?” he"
	}
	word := t.Word(next)
	if opens := strings.Contains(`"“‘'«([—–-`, word); opens {
		word = t.Word(next + 1)
	}
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Lo, r) {
		return false
	}
	mark := t.Word(end)
	switch {
	case mark == ".":
		return !t.initial(end)
	case mark == "…" || strings.Trim(mark, ".") == "":
		return unicode.IsUpper(r)
	case !strings.HasSuffix(mark, "."):
		return true
	case Title(mark):
		return false
	case Initial(mark):
		return false
	}
	return sentenceStarter(word)
}

// initial reports whether the full stop at end closes a single capital letter,
// as in "John F. Kennedy".
func (t *Text) initial(end int) bool {
	return end > 0 && t.Word(end-1) != "I" && Initial(t.Word(end-1)+".") && t.Tokens[end-1].End == t.Tokens[end].Start
}
