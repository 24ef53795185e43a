package store

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// An Offer is an article that may belong to a story, and why.
type Offer struct {
	Listed
	Found  bool     // the story's search finds it
	People []string // of the story who stand in it, two at the least, or none
	Words  []string // of the story that stand in it, three at the least, or none
	New    bool     // it came after the story was seen
}

// How many of the newest articles are looked at: those that the story's search
// finds, and those with each of its people and of its words.
const (
	offerFound  = 40
	offerPeople = 200
	offerWords  = 150
)

// The most people and words of a story that articles are offered by, and how
// many of them must stand in one.
const (
	offeringPeople, peopleNeeded = 20, 2
	offeringWords, wordsNeeded   = 12, 3
)

// Offers is the articles that may belong to a story, newest first, at most
// limit; n is how many there are among the newest of its search, its people and
// its words. An article of which the user said that it does not belong is not
// offered again.
func (tx *Tx) Offers(s Story, limit int) (offers []Offer, n int, err error) {
	found := map[int64]*Offer{}
	of := func(id int64) *Offer {
		if found[id] == nil {
			found[id] = &Offer{}
		}
		return found[id]
	}
	if err := tx.offerFound(s, of); err != nil {
		return nil, 0, err
	}
	if err := tx.offerPeople(s, of); err != nil {
		return nil, 0, err
	}
	if err := tx.offerWords(s, of); err != nil {
		return nil, 0, err
	}
	var ids []int64
	for id, o := range found {
		if o.settle() {
			ids = append(ids, id)
		}
	}
	if ids, err = tx.unsaid(s.ID, ids); err != nil {
		return nil, 0, err
	}
	n = len(ids)
	listed, err := tx.Listing(ids[:min(n, limit)])
	if err != nil {
		return nil, 0, err
	}
	seen, err := tx.SeenOf(s.ID)
	if err != nil {
		return nil, 0, err
	}
	for _, l := range listed {
		o := found[l.ID]
		o.Listed = l
		err := tx.one(`SELECT document > ? FROM article WHERE id = ?`, []any{seen.Document, l.ID}, &o.New)
		if err != nil {
			return nil, 0, err
		}
		offers = append(offers, *o)
	}
	return offers, n, nil
}

// settle drops reasons that are not enough, and reports whether one is left.
func (o *Offer) settle() bool {
	if len(o.People) < peopleNeeded {
		o.People = nil
	}
	if len(o.Words) < wordsNeeded {
		o.Words = nil
	}
	return o.Found || o.People != nil || o.Words != nil
}

// offerFound notes what the story's search finds.
func (tx *Tx) offerFound(s Story, of func(int64) *Offer) error {
	q := ParseQuery(s.Query)
	if q.Empty() {
		return nil
	}
	q.without = s.ID
	articles, err := tx.fitting(&q, offerFound)
	for _, a := range articles {
		of(a.id).Found = true
	}
	return err
}

// offerPeople notes who of the story stands in which of the newest articles.
func (tx *Tx) offerPeople(s Story, of func(int64) *Offer) error {
	people, err := tx.PeopleOfStory(s.ID)
	if err != nil || len(people) < peopleNeeded {
		return err
	}
	for _, p := range people[:min(len(people), offeringPeople)] {
		articles, err := rows(tx, scanID, `SELECT DISTINCT p.article FROM entity m CROSS JOIN appearance p ON p.entity = m.id
			WHERE m.root = ? ORDER BY p.article DESC LIMIT ?`, p.ID, offerPeople)
		if err != nil {
			return err
		}
		for _, a := range articles {
			of(a).People = append(of(a).People, p.Name)
		}
	}
	return nil
}

// offerWords notes which words of the story stand in which of the newest
// articles.
func (tx *Tx) offerWords(s Story, of func(int64) *Offer) error {
	words := storyWords(s)
	if len(words) < wordsNeeded {
		return nil
	}
	for _, w := range words {
		one, several := Term{Words: w.stem}, Term{Words: w.stem + "s"}
		articles, err := rows(tx, scanID, `SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rowid DESC LIMIT ?`,
			one.fts()+" OR "+several.fts(), offerWords)
		if err != nil {
			return err
		}
		for _, a := range articles {
			of(a).Words = append(of(a).Words, w.written)
		}
	}
	return nil
}

// A storyWord is a word that tells what a story is about, without the "s" of a
// plural, and as the user wrote it.
type storyWord struct{ stem, written string }

// storyWords is the first words that tell what a story is about: those of its
// name, then those of the rest. Short words tell little.
func storyWords(s Story) []storyWord {
	var words []storyWord
	for _, written := range strings.FieldsFunc(s.Name+" "+s.About, func(r rune) bool { return !isWord(r) }) {
		w := storyWord{singular(fold(written)), strings.ToLower(written)}
		known := slices.ContainsFunc(words, func(x storyWord) bool { return x.stem == w.stem })
		if len([]rune(written)) > 3 && !smallTopicWords()[fold(written)] && !known && len(words) < offeringWords {
			words = append(words, w)
		}
	}
	return words
}

// unsaid is the articles of ids in the library of which nothing was said for a
// story, newest first.
func (tx *Tx) unsaid(story int64, ids []int64) ([]int64, error) {
	list, err := json.Marshal(ids)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	all, err := rows(tx, scanID, `SELECT a.value FROM json_each(?1) a WHERE a.value NOT IN (SELECT article FROM removal)
		AND NOT EXISTS (SELECT 1 FROM story_item i WHERE i.article = a.value AND i.story = ?2)`, string(list), story)
	slices.SortFunc(all, func(a, b int64) int { return cmp.Compare(b, a) })
	return all, err
}
