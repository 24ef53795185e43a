package lemma

import (
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"

	"onrecord/extract/learn"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
)

// Train learns rules from trees. It leaves nothing to chance: the same trees
// give the same bytes.
func Train(trees []score.Treebank, p learn.Progress) *learn.File {
	t := &trainer{
		lemmas: map[lexeme]votes[string]{}, common: make([]votes[uint16], tags),
		spelt: make([]votes[spelling], contexts), edits: map[edit]uint16{},
	}
	for i, b := range trees {
		p.Report("lemmas", i, len(trees))
		for _, tree := range b.Trees {
			for _, w := range tree.Words {
				t.see(b.Text[w.Start:w.End], w)
			}
		}
	}
	t.learn()
	p.Report("lemmas", len(trees), len(trees))
	return t.file()
}

// A lexeme is a word in lower case with a tag.
type lexeme struct {
	tag  tag.Tag
	word string
}

func (a lexeme) compare(b lexeme) int {
	return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.word, b.word))
}

// votes counts what speaks for each of several choices.
type votes[T cmp.Ordered] map[T]int

// best is the choice with the most votes, the least of those that have as many.
func (v votes[T]) best() T {
	choices := slices.Sorted(maps.Keys(v))
	return slices.MaxFunc(choices, func(a, b T) int { return cmp.Or(cmp.Compare(v[a], v[b]), cmp.Compare(b, a)) })
}

func vote[K comparable, T cmp.Ordered](m map[K]votes[T], key K, choice T) {
	if m[key] == nil {
		m[key] = votes[T]{}
	}
	m[key][choice]++
}

// A trainer gathers the lemmas of words, and makes rules of them.
type trainer struct {
	lemmas map[lexeme]votes[string]
	spelt  []votes[spelling] // by context

	edits  map[edit]uint16
	list   []edit
	keys   []uint64
	rules  []uint16
	common []votes[uint16] // edits of the words with a tag
}

// noLemma is what the treebanks give the later parts of a word that was torn.
const noLemma = "_"

func (t *trainer) see(form string, w score.Word) {
	if w.Lemma == noLemma || '0' <= form[0] && form[0] <= '9' {
		return
	}
	as := tag.Near(w.XPOS, w.UPOS)
	key := lexeme{as, lower(form)}
	lemma := lower(w.Lemma)
	if capitalsOf(form) == noCapital && form[0] != lemma[0] {
		lemma = w.Lemma // "I" for "me", whose capital no spelling gives
	}
	vote(t.lemmas, key, lemma)
	c := context(form, as)
	if t.spelt[c] == nil {
		t.spelt[c] = votes[spelling]{}
	}
	t.spelt[c][spellingOf(form, w.Lemma)]++
}

func spellingOf(form, lemma string) spelling {
	of := capitalsOf(lemma)
	switch capitalsOf(form) {
	case noCapital:
		if (of == firstCapital || of == oneCapital) && lower(lemma)[0] == form[0] {
			return titled
		}
		return small
	case allCapitals:
		if of == firstCapital {
			return titled
		}
	}
	if of == noCapital {
		return small
	}
	return asWritten
}

// learn makes rules of the lexemes, tag by tag.
func (t *trainer) learn() {
	all := slices.SortedFunc(maps.Keys(t.lemmas), lexeme.compare)
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].tag == all[0].tag {
			n++
		}
		e := ending{key: learn.Mix(0, uint64(all[0].tag)), words: make([]lexical, n)}
		for i, l := range all[:n] {
			e.words[i] = lexical{l.word, editOf(l.word, t.lemmas[l].best())}
			edit := t.number(e.words[i].edit)
			if t.common[l.tag] == nil {
				t.common[l.tag] = votes[uint16]{}
			}
			t.common[l.tag][edit]++
		}
		t.ending(e, nil)
		all = all[n:]
	}
}

// A lexical is what of a word lies before an ending, and the word's edit.
type lexical struct {
	rest string
	edit edit
}

// An ending is the words of a tag that end alike.
type ending struct {
	key    uint64
	length int
	words  []lexical
}

// ending adds the rules for words that end alike; above is what the rules for
// shorter endings say of them. An ending speaks for words unseen only when two
// words bear it out.
func (t *trainer) ending(e ending, above *edit) {
	if most := e.most(); len(e.words) > 1 && (above == nil || most != *above) {
		t.rule(e.key, most)
		above = &most
	}
	if e.length == longest || len(e.words) == 1 {
		t.wholes(e, above)
		return
	}
	longer := map[rune][]lexical{}
	var whole []lexical
	for _, w := range e.words {
		if w.rest == "" {
			whole = append(whole, w)
			continue
		}
		r, size := utf8.DecodeLastRuneInString(w.rest)
		w.rest = w.rest[:len(w.rest)-size]
		longer[fold(r)] = append(longer[fold(r)], w)
	}
	for _, r := range slices.Sorted(maps.Keys(longer)) {
		t.ending(ending{learn.Mix(e.key, uint64(r)), e.length + 1, longer[r]}, above)
	}
	t.wholes(ending{e.key, e.length, whole}, above)
}

// wholes adds rules for the words that the rule for their ending gets wrong.
func (t *trainer) wholes(e ending, above *edit) {
	for _, w := range e.words {
		if above != nil && w.edit == *above || above == nil && w.edit == (edit{}) {
			continue
		}
		key := e.key
		for rest := w.rest; rest != ""; {
			r, size := utf8.DecodeLastRuneInString(rest)
			rest = rest[:len(rest)-size]
			key = learn.Mix(key, uint64(fold(r)))
		}
		t.rule(learn.Mix(key, 0), w.edit)
	}
}

// most is the edit that most of the words take.
func (e ending) most() edit {
	count := map[edit]int{}
	for _, w := range e.words {
		count[w.edit]++
	}
	best := e.words[0].edit
	for edit, n := range count {
		if n > count[best] || n == count[best] && edit.String() < best.String() {
			best = edit
		}
	}
	return best
}

func (t *trainer) rule(key uint64, e edit) {
	t.keys, t.rules = append(t.keys, key), append(t.rules, t.number(e))
}

func (t *trainer) number(e edit) uint16 {
	n, known := t.edits[e]
	if !known {
		n = uint16(len(t.list))
		t.edits[e] = n
		t.list = append(t.list, e)
	}
	return n
}

func (t *trainer) file() *learn.File {
	f := learn.NewFile(kind)
	learn.NewIndex(t.keys).Put(f, "rules")
	learn.Put(f, "edit", t.rules)
	var edits []string
	for _, e := range t.list {
		edits = append(edits, e.String())
	}
	f.PutWords("edits", edits)
	common := make([]uint16, tags*commonEdits)
	for tag, v := range t.common {
		for i := range commonEdits {
			if len(v) > 0 {
				common[tag*commonEdits+i] = v.best()
				delete(v, v.best())
			}
		}
	}
	learn.Put(f, "common", common)
	spelt := make([]spelling, contexts)
	for i, v := range t.spelt {
		if v != nil {
			spelt[i] = v.best()
		}
	}
	learn.Put(f, "spellings", spelt)
	return f
}
