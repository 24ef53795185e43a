package cluster

import (
	"fmt"
	"path/filepath"

	"onrecord/extract/score"
	"onrecord/extract/text"
)

// raw lists the corpora of JSON lines whose text the classes are learned from.
var raw = []string{
	"news/bbc_2004_2005.jsonl.gz",
	"news/reuters21578.jsonl.gz",
	"news/ruwa_2022_ukraine_headlines.jsonl.gz",
	"news/ukraine_crisis_2014_faerber.jsonl",
	"news/wikinews_2019_2020.jsonl",
	"news/worldwide_articles.jsonl.gz",
	"attribution/polnear.train.jsonl",
}

// trees lists the treebanks whose text the classes are learned from, too.
var trees = []string{"syntax/ewt.train.conllu", "syntax/gum.train.conllu"}

// Corpus calls each with every text below the folder of the corpora that the
// classes are learned from, always in the same order.
func Corpus(dir string, each func(*text.Text)) error {
	for _, name := range raw {
		texts, err := score.ReadRaw(filepath.Join(dir, name))
		if err != nil {
			return fmt.Errorf("reading raw text: %w", err)
		}
		for _, s := range texts {
			each(text.Of(s))
		}
	}
	for _, name := range trees {
		banks, err := score.ReadTrees(filepath.Join(dir, name))
		if err != nil {
			return fmt.Errorf("reading the text of trees: %w", err)
		}
		for _, b := range banks {
			each(b.Given())
		}
	}
	return nil
}
