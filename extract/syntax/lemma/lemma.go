// Package lemma gives the dictionary form of a word by its tag: "go" for
// "went", "city" for "Cities", "Elde" for "Elde". Rules learned from treebanks
// say for a word, or for all words with an ending, how to edit it (Chrupała
// 2006); the longest ending that has a rule decides. It does not look at the
// words around.
package lemma

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"onrecord/extract/learn"
	"onrecord/extract/syntax/cluster"
	"onrecord/extract/syntax/tag"
)

//go:embed data/lemma.model
var model []byte

// embedded is the rules this program carries; a program whose model is damaged
// was built wrongly, and does not run.
var embedded = sync.OnceValue(func() *Rules {
	r, err := Open(model)
	if err != nil {
		panic(fmt.Sprintf("lemma: the embedded rules: %v", err))
	}
	return r
})

// Of is the lemma of word, a token as it stands in the text.
func Of(word string, t tag.Tag) string { return embedded().Of(word, t) }

// Rules is a model: edits by tag and ending, and how a lemma is written.
type Rules struct {
	index     *learn.Index // of the keys of rules
	edit      []uint16     // of every rule
	edits     []edit
	common    []uint16   // edits, commonEdits for every tag
	spellings []spelling // by the number that context gives
}

// commonEdits is how many edits of a tag are tried on a word unseen.
const commonEdits = 4

const kind = "lemmas 1"

// Open reads a model that Train made.
func Open(data []byte) (*Rules, error) {
	f, err := learn.Open(data, kind)
	if err != nil {
		return nil, err
	}
	r := &Rules{}
	if r.index, err = learn.GetIndex(f, "rules"); err != nil {
		return nil, err
	}
	if r.edit, err = learn.Get[uint16](f, "edit"); err != nil {
		return nil, err
	}
	if r.common, err = learn.Get[uint16](f, "common"); err != nil {
		return nil, err
	}
	if r.spellings, err = learn.Get[spelling](f, "spellings"); err != nil {
		return nil, err
	}
	edits, err := f.Words("edits")
	if err != nil {
		return nil, err
	}
	for _, s := range edits {
		e, err := readEdit(s)
		if err != nil {
			return nil, err
		}
		r.edits = append(r.edits, e)
	}
	return r, r.whole()
}

// whole reports what is wrong with the rules, if anything.
func (r *Rules) whole() error {
	if len(r.edit) != r.index.Len() || len(r.spellings) != contexts || len(r.common) != tags*commonEdits {
		return fmt.Errorf("the tables of lemmas do not fit each other")
	}
	for _, e := range slices.Concat(r.edit, r.common) {
		if int(e) >= len(r.edits) {
			return fmt.Errorf("a rule has the edit %d of %d", e, len(r.edits))
		}
	}
	return nil
}

// Of is the lemma of word.
func (r *Rules) Of(word string, t tag.Tag) string {
	if word != "" && '0' <= word[0] && word[0] <= '9' {
		return strings.ReplaceAll(lower(word), ",", "")
	}
	e := r.find(word, t)
	switch r.spellings[context(word, t)] {
	case asWritten:
		return e.apply(word)
	case titled:
		return title(e.apply(lower(word)))
	}
	return e.apply(lower(word))
}

// find is the edit of the whole word, if that has a rule, or else of its
// longest ending with one. An edit that makes no word that is known gives way
// to those of shorter endings, and to the common ones, that do.
func (r *Rules) find(word string, t tag.Tag) edit {
	var keys [longest + 2]uint64
	n := endings(&keys, word, t)
	if rule := r.index.Of(keys[n-1]); rule != 0 {
		return r.edits[r.edit[rule-1]]
	}
	var first *edit
	for i := n - 2; i >= 0; i-- {
		if rule := r.index.Of(keys[i]); rule != 0 {
			e := &r.edits[r.edit[rule-1]]
			if first == nil {
				first = e
			}
			if first.cut == 0 || e.cut > 0 && known(e.apply(word)) {
				return *e
			}
		}
	}
	if first == nil {
		return edit{}
	}
	for _, n := range r.common[int(t)*commonEdits : (int(t)+1)*commonEdits] {
		if e := r.edits[n]; e.cut > 0 && known(e.apply(word)) {
			return e
		}
	}
	return *first
}

// known reports whether word is one of those that news is written in.
func known(word string) bool { return cluster.Of(word).Fine != 0 }

// longest is how many letters an ending with a rule has at most.
const longest = 6

// endings fills keys with the hashes by which the endings of word are known,
// from the empty one up to the whole word, and says how many there are.
func endings(keys *[longest + 2]uint64, word string, t tag.Tag) int {
	h := learn.Mix(0, uint64(t))
	keys[0] = h
	n := 1
	for rest := word; rest != ""; n = min(n+1, longest+1) {
		r, size := utf8.DecodeLastRuneInString(rest)
		rest = rest[:len(rest)-size]
		h = learn.Mix(h, uint64(fold(r)))
		keys[n] = h
	}
	keys[n] = learn.Mix(h, 0)
	return n + 1
}
