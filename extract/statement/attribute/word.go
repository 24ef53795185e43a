package attribute

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/learn"
	"onrecord/extract/syntax/cluster"
	"onrecord/extract/syntax/lemma"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// A word is what features are made of: hashes of the properties of a piece,
// one token or a whole quotation.
type word struct {
	lower  uint64 // as written, in lower case
	lemma  uint64
	tag    uint64
	upos   uint64
	fine   uint64 // classes of the word
	middle uint64
	shape  uint64
	kind   kind
}

// kind is a set of properties; some are counted over stretches of text.
type kind uint16

const (
	comma kind = 1 << iota
	finite
	conjunction
	opener // "that" and wh-words
	stop   // ends a sentence
	colon  // a colon or dash
	punctuation
	quotation // a whole one
)

// edge stands beyond either end of a text.
var edge = word{lower: 1, lemma: 1, tag: 1, upos: 1, fine: 1, middle: 1, shape: 1}

// wordOf is the word of token i.
func wordOf(t *text.Text, i int, tag tag.Tag) word {
	s, lower := t.Word(i), t.Lower(i)
	class := cluster.Of(s)
	return word{
		lower:  learn.Hash(lower),
		lemma:  learn.Hash(strings.ToLower(lemma.Of(s, tag))),
		tag:    learn.Hash(tag.XPOS()),
		upos:   learn.Hash(tag.UPOS()),
		fine:   uint64(class.Fine) + 2,
		middle: uint64(class.Middle) + 2,
		shape:  shapeOf(s),
		kind:   kindOf(lower, tag),
	}
}

// shapeOf tells small letters, a capital, capitals, digits and marks apart.
func shapeOf(s string) uint64 {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(r) && len(s) > size && s[size:] == strings.ToUpper(s[size:]):
		return 2
	case unicode.IsUpper(r):
		return 3
	case unicode.IsLower(r):
		return 4
	case unicode.IsDigit(r):
		return 5
	}
	return 6
}

// kindOf reads the kind off the word in lower case and its tag.
func kindOf(lower string, t tag.Tag) kind {
	k := kindOfTag[t.XPOS()]
	if t.UPOS() == "PUNCT" {
		k |= punctuation
	}
	switch lower {
	case ",":
		k |= comma
	case "that":
		k |= opener
	case ":", "—", "–", "--", "-":
		k |= colon
	}
	return k
}

var kindOfTag = map[string]kind{
	"VBD": finite, "VBZ": finite, "VBP": finite, "MD": finite,
	"CC": conjunction, "WDT": opener, "WP": opener, "WRB": opener, "WP$": opener, ".": stop,
}

// quotationOf is the word that stands for the quotation q.
func quotationOf(t *text.Text, tags []tag.Tag, q Quotation) word {
	inner := q.Inner()
	end, verb := t.Word(inner.To-1), uint64(0)
	if len(end) != 1 || tags[inner.To-1].UPOS() != "PUNCT" {
		end = "word"
	}
	for i := inner.From; i < inner.To; i++ {
		if kindOfTag[tags[i].XPOS()] == finite {
			verb = 1
			break
		}
	}
	w := word{upos: quotationHash, kind: quotation}
	w.lower = learn.Mix(quotationHash, learn.Hash(end))
	w.tag = learn.Mix(w.lower, verb)
	w.lemma = learn.Mix(quotationHash, far(inner.To-inner.From))
	w.fine = learn.Mix(w.lower, learn.Hash(tags[inner.From].XPOS()))
	w.middle = learn.Mix(w.lower, shapeOf(t.Word(inner.From)))
	w.shape = 7 + verb
	return w
}

// The words that features ask for by name.
var (
	quotationHash = learn.Hash("“…”")
	colonHash     = learn.Hash(":")
	toHash        = learn.Hash("to")
)
