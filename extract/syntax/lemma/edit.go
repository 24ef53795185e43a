package lemma

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An edit makes a lemma of a word: it takes cut letters off the word's end
// and puts add there.
type edit struct {
	cut int
	add string
}

// String is the edit as the model keeps it: "3 y" makes city of cities.
func (e edit) String() string { return strconv.Itoa(e.cut) + " " + e.add }

func readEdit(s string) (edit, error) {
	cut, add, _ := strings.Cut(s, " ")
	n, err := strconv.Atoi(cut)
	if err != nil || n < 0 {
		return edit{}, fmt.Errorf("%q is no edit of a word", s)
	}
	return edit{n, add}, nil
}

// apply edits word; a cut longer than the word takes all of it.
func (e edit) apply(word string) string {
	for range e.cut {
		if word == "" {
			break
		}
		_, size := utf8.DecodeLastRuneInString(word)
		word = word[:len(word)-size]
	}
	return word + e.add
}

// editOf is the edit that makes lemma of word.
func editOf(word, lemma string) edit {
	same := 0
	for _, r := range word {
		size := utf8.RuneLen(r)
		if size < 0 || !strings.HasPrefix(lemma[same:], string(r)) {
			break
		}
		same += size
	}
	return edit{utf8.RuneCountInString(word[same:]), lemma[same:]}
}
