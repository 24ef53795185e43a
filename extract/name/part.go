package name

import (
	"strings"

	"onrecord/extract/text"
)

// A part is the part that a mention plays in its clause.
type part uint8

const (
	object  part = iota // or what cannot be told
	oblique             // after a preposition: "to Elde", "by Elde"
	owner               // "Elde's"
	subject
)

// part tells the part of the tokens [first, last) by what stands beside them:
// a mark of possession, a verb after them or a verb of speech before, a
// preposition, or more words after them at the start of a sentence, which is
// then about them.
func (f *finder) part(first, last int) part {
	switch f.pronounCase(first) {
	case "subject":
		return subject
	case "owner":
		return owner
	}
	if f.possessive(last) > 0 {
		return owner
	}
	if f.verb(last) || f.inverted(first, last) {
		return subject
	}
	s := f.Sentences[f.SentenceAt(f.Tokens[first].Start)]
	start := f.phraseStart(first, s)
	switch {
	case f.grammar("preposition", f.Lower(start-1)) && start > s.First:
		return oblique
	case start == s.First && last < s.Last-1:
		return subject
	}
	return object
}

// pronounCase is "subject", "object" or "owner" for a pronoun of third person,
// "" for other words. "Her" owns what follows unless that cannot be a noun.
func (f *finder) pronounCase(i int) string {
	w := f.Lower(i)
	switch {
	case w == "her" && !f.noun(i+1):
		return "object"
	case f.grammar("he", w):
		return "subject"
	case f.grammar("his", w):
		return "owner"
	case f.grammar("him", w):
		return "object"
	}
	return ""
}

// noun reports whether token i may begin what "her" owns.
func (f *finder) noun(i int) bool {
	w := f.Lower(i)
	return f.letters(i) && !f.lists.closed[w] && !f.grammar("preposition", w) && !f.grammar("auxiliary", w) || f.grammar("number", w)
}

func (f *finder) letters(i int) bool {
	w := f.Word(i)
	return w != "" && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0x80 && !strings.ContainsAny(w, "“”‘’—–…«»"))
}

// verb reports whether token i looks like a finite verb, after a name.
func (f *finder) verb(i int) bool {
	w := f.Lower(i)
	return f.lists.cues[w] || f.auxiliary(i) || f.grammar("verb", w) || strings.HasSuffix(w, "ed") && len(w) > 4 && f.Lower(i+1) != "by"
}

// inverted reports whether [first, last) follows the verb it is the subject of:
// "“No,” said Elde."
func (f *finder) inverted(first, last int) bool {
	s := f.Sentences[f.SentenceAt(f.Tokens[first].Start)]
	start := f.phraseStart(first, s)
	if start == s.First || !f.grammar("said", f.Lower(start-1)) {
		return false
	}
	switch f.Word(start - 2) {
	case "”", `"`, ",", "’", "'", "»":
		return true
	}
	return start-2 < s.First
}

// phraseStart is where the noun phrase that ends with the name at token first
// starts: before its titles, and the owner of them.
func (f *finder) phraseStart(first int, s text.Sentence) int {
	start := max(f.roleStart(first), s.First)
	for start > s.First && first-start < 8 {
		w := f.Lower(start - 1)
		n := f.mentionAt(start - 1)
		switch {
		case f.grammar("determiner", w):
			return start - 1
		case n != nil && start < first && n.first >= s.First:
			start = n.first // "Kenyan Minister Elde", "Osk Harbour chairman Elde"
		case f.possessive(start-1) > 0 && start < first:
			start--
		default:
			return start
		}
	}
	return start
}
