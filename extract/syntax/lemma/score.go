package lemma

import (
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
)

// Score counts the words of the CoNLL-U file at path that get the right lemma;
// words and sentences are the file's, tags those that tag.Find gives.
func Score(path string) (score.Count, error) {
	banks, err := score.ReadTrees(path)
	if err != nil {
		return score.Count{}, err
	}
	var c score.Count
	for _, b := range banks {
		given := b.Given()
		tags := tag.Find(given)
		n := 0
		for _, tree := range b.Trees {
			for _, w := range tree.Words {
				if Of(given.Word(n), tags[n]) == w.Lemma {
					c.Right++
				}
				n++
			}
		}
		c.Gold, c.Found = c.Gold+n, c.Found+n
	}
	return c, nil
}
