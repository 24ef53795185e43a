package tag

import "onrecord/extract/score"

// Score counts the words of the CoNLL-U file at path that get the right
// universal and the right Penn tag; words and sentences are the file's.
func Score(path string) (upos, xpos score.Count, err error) {
	banks, err := score.ReadTrees(path)
	if err != nil {
		return upos, xpos, err
	}
	for _, b := range banks {
		tags := Find(b.Given())
		for _, tree := range b.Trees {
			for i, w := range tree.Words {
				upos = upos.Add(one(tags[i].UPOS() == w.UPOS))
				xpos = xpos.Add(one(tags[i].XPOS() == w.XPOS))
			}
			tags = tags[len(tree.Words):]
		}
	}
	return upos, xpos, nil
}

// one is the count of one word.
func one(right bool) score.Count {
	if right {
		return score.Count{Right: 1, Gold: 1, Found: 1}
	}
	return score.Count{Gold: 1, Found: 1}
}
