package tree

import (
	"bytes"
	"fmt"
	"sync"

	"onrecord/extract/learn"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// folds is in how many parts the trees are divided, so that each part can be
// tagged and guided by models that did not see it: in training the parser must
// meet the mistakes it will meet later.
const folds = 3

// jackknife tags each treebank by a tagger trained on the other folds.
func jackknife(banks []score.Treebank, texts []*text.Text, seed uint64, p learn.Progress) ([][]tag.Tag, error) {
	tags := make([][]tag.Tag, len(banks))
	errs := make([]error, folds)
	var done sync.Mutex
	count := 0
	each(folds, func(fold int) {
		errs[fold] = tagFold(banks, texts, tags, fold, seed)
		done.Lock()
		defer done.Unlock()
		count++
		p.Report("tags to parse by", count, folds)
	})
	for _, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("tags to train the parser with: %w", err)
		}
	}
	return tags, nil
}

// tagFold sets the tags of one fold.
func tagFold(banks []score.Treebank, texts []*text.Text, tags [][]tag.Tag, fold int, seed uint64) error {
	var others []score.Treebank
	for i, b := range banks {
		if i%folds != fold {
			others = append(others, b)
		}
	}
	var b bytes.Buffer
	if _, err := tag.Train(others, seed, nil).WriteTo(&b); err != nil {
		return err
	}
	tagger, err := tag.Open(b.Bytes())
	if err != nil {
		return err
	}
	for i := fold; i < len(banks); i += folds {
		tags[i] = tagger.Find(texts[i])
	}
	return nil
}
