package spot

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"

	"onrecord/extract/learn"
)

// How the model is learned.
const (
	epochs  = 6
	folds   = 4    // of which each is read first by a model of the others
	trials  = 3    // epochs of such a model
	rate    = 0.05 // fades to nothing
	drop    = 0.3  // share of features unseen at a time
	fewest  = 3    // places that a feature must stand in
	slight  = 0.14 // what a weight that is kept does
	least   = 0.7  // what the weights of a feature that is kept do together
	perUnit = 32   // what a weight of 1 is kept as
)

// Train learns a model from the corpora below dir, where names and lists lie.
// The same seed gives the same model.
func Train(dir string, seed uint64, p learn.Progress) (*learn.File, error) {
	t := &trainer{seed: seed, progress: p, total: folds*trials + epochs}
	var err error
	if t.lexicon, err = readLexicon(filepath.Join(dir, "lists")); err != nil {
		return nil, err
	}
	if t.documents, err = readDocuments(filepath.Join(dir, "names")); err != nil {
		return nil, err
	}
	if err := t.readFirst(); err != nil {
		return nil, err
	}
	chain := t.chain()
	for n := range t.documents {
		t.examples(chain, n, true)
	}
	t.climb(chain, epochs)
	return t.pack(chain, slight, least), nil
}

type trainer struct {
	seed      uint64
	progress  learn.Progress
	done      int // epochs
	total     int
	lexicon   *lexicon
	documents []document
	readings  []reading // of each document, by a model that has not seen it
}

func (t *trainer) chain() *learn.Chain {
	return learn.NewChain(labels, func(before, next int) bool { return label(next).follows(label(before)) })
}

// readFirst reads each document as at run time, by a model of other documents.
func (t *trainer) readFirst() error {
	t.readings = make([]reading, len(t.documents))
	for fold := range folds {
		chain := t.chain()
		for n := range t.documents {
			if n%folds != fold {
				t.examples(chain, n, false)
			}
		}
		t.climb(chain, trials)
		m, err := open(t.pack(chain, 0, 0))
		if err != nil {
			return fmt.Errorf("a model of a part of the texts: %w", err)
		}
		for n := fold; n < len(t.documents); n += folds {
			d := &t.documents[n]
			r := m.reading()
			r.first(d.text, d.tags, units(d.text))
			t.readings[n] = *r
		}
	}
	return nil
}

// examples adds document n to chain: as it is read first, and, when there is a
// first reading, as it is read by that.
func (t *trainer) examples(chain *learn.Chain, n int, again bool) {
	d := &t.documents[n]
	r := reader{lexicon: t.lexicon}
	var rest *record
	if again {
		rest = newRecord(t.readings[n].sentences, t.readings[n].paths)
	}
	for k, u := range units(d.text) {
		s := r.sentence(d.text, d.tags, u.first, u.last)
		gold := d.gold(u)
		t.example(chain, &s, gold, nil, nil)
		if again {
			t.example(chain, &s, gold, rest, t.readings[n].paths[k])
		}
	}
}

// example adds s, of which path is a first reading and rest what it shows; a
// sentence with a name that cannot be found is left out.
func (t *trainer) example(chain *learn.Chain, s *sentence, gold []label, rest *record, path []label) {
	places := make([]learn.Place, len(s.words))
	var features []uint64
	for i, open := range s.open {
		if !open {
			if gold[i] != outside {
				return
			}
			continue
		}
		features = s.features(features[:0], i)
		if rest != nil {
			features = rest.features(features, s, path, i)
		}
		places[i] = learn.Place{Features: chain.Intern(features), Gold: int(gold[i])}
	}
	chain.Add(places)
}

// climb learns from the examples of chain.
func (t *trainer) climb(chain *learn.Chain, epochs int) {
	chain.Prune(fewest)
	random := rand.New(rand.NewPCG(t.seed, 0))
	for e := range epochs {
		chain.Epoch(random, rate*float64(epochs-e)/float64(epochs), drop)
		t.done++
		t.progress.Report("names", t.done, t.total)
	}
}

// pack is the model of what chain learned that is worth its room: a model of a
// part of the texts keeps all, so that it reads as well as one of all of them.
func (t *trainer) pack(chain *learn.Chain, slight, least float64) *learn.File {
	f := learn.NewFile(modelKind)
	t.lexicon.put(f)
	// No feature is left out at run time: a place adds up more of them.
	learn.NewSparse(chain.Rows(slight, least), 1/(perUnit*(1-drop))).Put(f, "")
	steps := make([]int32, 0, labels*labels)
	for _, w := range chain.Steps() {
		steps = append(steps, int32(w*perUnit))
	}
	learn.Put(f, "steps", steps)
	return f
}
