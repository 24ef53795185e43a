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
	for i := 0; i < len(t.Tokens); i++ {
		if t.Tokens[i].Paragraph {
			flush(i)
		}
		if !t.terminal(i) || t.numeral(first, i) {
			continue
		}
		end := t.closing(i + 1)
		if t.starts(i, end) {
			flush(end)
		}
		i = end - 1
	}
	flush(len(t.Tokens))
}

// numeral reports whether the full stop at i only closes the number of a list
// item that the sentence from first opens with: "1. The first".
func (t *Text) numeral(first, i int) bool {
	mark := t.Word(i)
	switch i - first {
	case 0:
		return len(mark) == 2 && 'a' <= mark[0] && mark[0] <= 'z' // "a. The first"
	case 1:
		w := t.Word(first)
		return mark == "." && len(w) <= 3 && strings.Trim(w, "0123456789") == ""
	}
	return false
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
	if next > end+1 && t.takenUp(next) {
		return false
	}
	return t.ends(end, word)
}

// ends reports whether the mark at token end closes a sentence when word,
// which a sentence can start with, follows.
func (t *Text) ends(end int, word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	mark := t.Word(end)
	lower := strings.ToLower(mark)
	switch {
	case mark == ".":
		return !t.initial(end)
	case mark == "…" || strings.Trim(mark, ".") == "":
		return unicode.IsUpper(first)
	case !strings.HasSuffix(mark, "."):
		return true
	case titles[lower] || inside[lower] || numbered[lower]:
		return false
	case Initial(mark) && mark != "I.":
		return false
	}
	return sentenceStarter(word)
}

// takenUp reports whether the words from token i take up the quotation that
// closed before them: up to three capitalised words and a verb of speech, as
// in “Who knows?” Judge Elde asked.
func (t *Text) takenUp(i int) bool {
	if !strings.ContainsAny(t.Word(i-1), `"”’»'`) {
		return false
	}
	for n := 0; n < 4; n++ {
		w := t.Word(i + n)
		if speech[w] {
			return n > 0
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return false
}

// initial reports whether the full stop at end closes a single capital letter,
// as in "John F. Kennedy".
func (t *Text) initial(end int) bool {
	return end > 0 && t.Word(end-1) != "I" && Initial(t.Word(end-1)+".") && t.Tokens[end-1].End == t.Tokens[end].Start
}
