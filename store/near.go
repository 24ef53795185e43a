package store

import (
	"cmp"
	"slices"
)

// A Near is a statement that was looked for to be linked to another.
type Near struct {
	Statement
	Speaker, Story bool // it has the same speaker; its article is in a story with the other's
}

// nearAmong is how many statements are looked at for those that are near.
const nearAmong = 200

// StatementsNear is the newest statements that a search for words finds, those
// of the speaker first and then those in a story with the article, at most
// limit. A speaker or article of 0 is none.
func (tx *Tx) StatementsNear(words string, speaker, article int64, limit int) ([]Near, error) {
	q := ParseQuery(words)
	if q.match() == "" && !q.asks("speaker") {
		return nil, nil
	}
	from, w, order, err := tx.statements(&q, 0)
	if err != nil {
		return nil, err
	}
	found, err := rows(tx, scanStatement, statementColumns+`WHERE s.id IN (SELECT s.id FROM `+from+`
		WHERE `+w.sql()+` ORDER BY `+order+` DESC LIMIT ?) ORDER BY s.id DESC`, append(w.args, nearAmong)...)
	if err != nil {
		return nil, err
	}
	together, err := rows(tx, scanID, `SELECT DISTINCT other.article FROM story_item mine JOIN story_item other ON other.story = mine.story
		WHERE mine.article = ? AND mine.belongs = 1 AND other.article IS NOT NULL AND other.belongs = 1`, article)
	if err != nil {
		return nil, err
	}
	all := make([]Near, len(found))
	for i, s := range found {
		all[i] = Near{s, speaker != 0 && s.Speaker == speaker, slices.Contains(together, s.Article)}
	}
	slices.SortStableFunc(all, func(a, b Near) int { return cmp.Compare(a.rank(), b.rank()) })
	return all[:min(len(all), limit)], nil
}

// rank is 0 for what is nearest.
func (n Near) rank() int {
	switch {
	case n.Speaker:
		return 0
	case n.Story:
		return 1
	}
	return 2
}
