package tag

import (
	"slices"

	"onrecord/extract/syntax/cluster"
	"onrecord/extract/text"
)

// A window is a sentence as the features see it, with room beyond its ends.
type window struct {
	views []view // of the sentence, between beyond that stand for each edge
	style style
}

const beyond = 2

// see fills the window with the tokens [first, last) of t.
func (w *window) see(t *text.Text, first, last int) {
	n := last - first
	w.views = slices.Grow(w.views[:0], n+2*beyond)[:n+2*beyond]
	for i := range beyond {
		edge := view{form: uint64(1 + i), lower: uint64(1 + i)}
		w.views[i], w.views[len(w.views)-1-i] = edge, edge
	}
	words := w.words()
	for i := range words {
		word := t.Word(first + i)
		words[i].look(word)
		words[i].class = cluster.Of(word)
	}
	w.style = styleOf(words)
}

// words is the views of the sentence alone.
func (w *window) words() []view { return w.views[beyond : len(w.views)-beyond] }

// lookUp fills in what a lexicon knows of the words.
func (w *window) lookUp(words *lexicon) {
	for i := range w.views {
		w.views[i].entry = words.of(w.views[i].lower)
	}
}

// sure is the tag of word i if the word has only one: a capital may make a
// name of any word.
func (w *window) sure(i int) (Tag, bool) {
	v := &w.views[beyond+i]
	return v.entry.only, v.entry.only != 0 && v.first != upperLetter
}
