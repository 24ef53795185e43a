package attribute

import (
	"path/filepath"

	"onrecord/extract/learn"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tree"
)

// Train learns a model from PolNeAR's training half under dir, the folder of
// the corpora, and from the project's own lessons, a file. The same seed gives
// the same model.
func Train(dir, lessons string, seed uint64, p learn.Progress) (*learn.File, error) {
	articles, err := score.ReadAttributions(filepath.Join(dir, "attribution", "polnear.train.jsonl"))
	if err != nil {
		return nil, err
	}
	own, err := score.ReadLessons(lessons)
	if err != nil {
		return nil, err
	}
	all := read(articles, tree.Find, p)
	for _, e := range read(own, tree.Find, p) {
		e.weight = settled.lesson
		all = append(all, e)
	}
	return train(all, settled, seed, p).file(), nil
}

// settings are what was tried out on the development half.
type settings struct {
	epochs int // of what is kept
	early  int // of what only shows which features weigh, and of what is jackknifed
	least  int // times a feature must be seen
	rate   float64
	drop   float64 // share of features left out at a time
	folds  int
	runs   int // of which the mean is kept
	sketch int // features kept of the first reading
	roles  int // features kept of the second
	lesson int // times a lesson is gone through where an article is once
}

var settled = settings{epochs: 8, early: 4, least: 4, rate: 0.05, drop: 0.5, folds: 2, runs: 4, sketch: 95000, roles: 105000, lesson: 3}

// A trainer learns the parts of a model from examples.
type trainer struct {
	settings
	all    []example
	seed   uint64
	report learn.Progress
}

// train learns the second reading and the verdict from what models found that
// had not seen the article (jackknifing), as they will find it in new ones.
func train(all []example, s settings, seed uint64, p learn.Progress) *Model {
	t := &trainer{s, all, seed, p}
	found := make([][]candidate, len(all))
	for fold := range s.folds {
		r := (&Model{sketch: t.early(t.sketches(fold, nil), sketchLabels)}).reader()
		for k := fold; k < len(all); k += s.folds {
			found[k] = r.candidates(all[k].page)
		}
	}
	for fold := range s.folds {
		r := (&Model{roles: t.early(t.frames(fold, nil), labels)}).reader()
		for k := fold; k < len(all); k += s.folds {
			for i := range found[k] {
				r.find(all[k].page, &found[k][i])
			}
		}
	}
	m := &Model{sketch: t.kept(t.sketches, sketchLabels, s.sketch), roles: t.kept(t.frames, labels, s.roles)}
	m.verdict = t.verdict(found)
	m.sure = t.calibrate(m, found)
	return m
}

// without calls each with the examples that are not in a fold; -1 is none.
func (t *trainer) without(fold int, each func(*example)) {
	for k := range t.all {
		if k%t.folds != fold {
			for range max(1, t.all[k].weight) {
				each(&t.all[k])
			}
		}
	}
}

// sketches is what the first reading learns from outside a fold, by the given
// features, nil for all.
func (t *trainer) sketches(fold int, only selection) *learn.Chain {
	c := learn.NewChain(sketchLabels, anyFollows)
	var features list
	t.without(fold, func(e *example) {
		gold := e.sketch()
		for _, in := range e.page.paragraphs {
			var places []learn.Place
			for i := in.From; i < in.To; i++ {
				features = only.of(e.page.cueFeatures(features[:0], i))
				places = append(places, learn.Place{Features: c.Intern(features), Gold: int(gold[i])})
			}
			c.Add(places)
		}
	})
	return c
}

// frames is what the second reading learns from outside a fold, by the given
// features, nil for all.
func (t *trainer) frames(fold int, only selection) *learn.Chain {
	c := learn.NewChain(labels, follows)
	var features list
	var f frame
	t.without(fold, func(e *example) {
		for _, m := range e.gold {
			f.set(e.page, m.head)
			var places []learn.Place
			for k, y := range m.roles(&f) {
				features = only.of(f.roleFeatures(features[:0], f.From+k))
				places = append(places, learn.Place{Features: c.Intern(features), Gold: int(y)})
			}
			if len(places) > 0 {
				c.Add(places)
			}
		}
	})
	return c
}
