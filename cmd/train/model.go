package main

import (
	"path/filepath"

	"onrecord/extract/learn"
	"onrecord/extract/name/spot"
	"onrecord/extract/score"
	"onrecord/extract/statement/attribute"
	"onrecord/extract/syntax/cluster"
	"onrecord/extract/syntax/lemma"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/syntax/tree"
	"onrecord/extract/text"
)

// A model is one file that extract embeds and how it is trained from the
// corpora in a folder.
type model struct {
	name, group string
	path        string
	train       func(corpora string, seed uint64, p learn.Progress) (*learn.File, error)
}

// models is every model, each after those it is built on.
var models = [...]model{
	{"sentences", "", "extract/text/data/sentences.model", func(corpora string, seed uint64, p learn.Progress) (*learn.File, error) {
		samples, err := score.Samples(trees(corpora)...)
		return text.Train(samples, seed, p), err
	}},
	{"clusters", "syntax", "extract/syntax/cluster/data/cluster.model", func(corpora string, _ uint64, p learn.Progress) (*learn.File, error) {
		return cluster.Train(corpora, p)
	}},
	{"tags", "syntax", "extract/syntax/tag/data/tag.model", func(corpora string, seed uint64, p learn.Progress) (*learn.File, error) {
		banks, err := treebanks(corpora)
		if err != nil {
			return nil, err
		}
		return tag.Train(banks, seed, p), nil
	}},
	{"lemmas", "syntax", "extract/syntax/lemma/data/lemma.model", func(corpora string, _ uint64, p learn.Progress) (*learn.File, error) {
		banks, err := treebanks(corpora)
		if err != nil {
			return nil, err
		}
		return lemma.Train(banks, p), nil
	}},
	{"trees", "syntax", "extract/syntax/tree/data/tree.model", func(corpora string, seed uint64, p learn.Progress) (*learn.File, error) {
		banks, err := treebanks(corpora)
		if err != nil {
			return nil, err
		}
		return tree.Train(banks, seed, p)
	}},
	{"names", "", "extract/name/spot/data/spot.model", spot.Train},
	{"statements", "", "extract/statement/attribute/data/attribute.model", func(corpora string, seed uint64, p learn.Progress) (*learn.File, error) {
		return attribute.Train(corpora, "extract/statement/attribute/data/lessons.txt", seed, p)
	}},
}

// trees is the treebanks that are trained on.
func trees(corpora string) []string {
	return []string{filepath.Join(corpora, "syntax/ewt.train.conllu"), filepath.Join(corpora, "syntax/gum.train.conllu")}
}

func treebanks(corpora string) ([]score.Treebank, error) {
	var all []score.Treebank
	for _, path := range trees(corpora) {
		banks, err := score.ReadTrees(path)
		if err != nil {
			return nil, err
		}
		all = append(all, banks...)
	}
	return all, nil
}
