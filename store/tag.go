package store

import (
	"fmt"
	"strings"
)

// A Tag is a word of the user's on a claim, an article or a passage of it.
type Tag struct {
	ID      int64  `json:"-"`
	Words   string `json:"words"`
	Article *int64 `json:"article"`
	Claim   *int64 `json:"claim"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Quote   string `json:"quote"`
	Made    string `json:"made"`
}

// SaveTag makes t, whose passage is found as for SaveEvidence. What has the
// tag already keeps it.
func (d *Deed) SaveTag(t Tag) error {
	t.Words = strings.Join(strings.Fields(t.Words), " ")
	if t.Words == "" {
		return fmt.Errorf("%w: a tag needs a word", ErrInvalid)
	}
	if t.Article != nil && (t.Quote != "" || t.End > t.Start) {
		var err error
		if t.Start, t.End, t.Quote, err = d.tx.passage(*t.Article, t.Start, t.End, t.Quote); err != nil {
			return err
		}
	}
	var there int
	err := d.tx.one(`SELECT count(*) FROM tag WHERE words = ? AND article IS ? AND claim IS ? AND "start" = ? AND "end" = ?`,
		[]any{t.Words, t.Article, t.Claim, t.Start, t.End}, &there)
	if err != nil || there > 0 {
		return err
	}
	t.Made = d.tx.stamp()
	return d.Put("tag", fmt.Sprint(d.seq), t)
}

const tagColumns = `SELECT id, words, article, claim, "start", "end", quote, made FROM tag `

func scanTag(r scanner) (t Tag, err error) {
	return t, r.Scan(&t.ID, &t.Words, &t.Article, &t.Claim, &t.Start, &t.End, &t.Quote, &t.Made)
}

// TagsOfArticle is the tags of an article and its passages, in the order of
// the text.
func (tx *Tx) TagsOfArticle(article int64) ([]Tag, error) {
	return rows(tx, scanTag, tagColumns+`WHERE article = ? ORDER BY "start", words`, article)
}

// TagsOfClaim is the tags of a claim.
func (tx *Tx) TagsOfClaim(claim int64) ([]Tag, error) {
	return rows(tx, scanTag, tagColumns+`WHERE claim = ? ORDER BY words`, claim)
}

// Tags is every tag there is with how many claims, articles and passages have
// it, the most used first.
func (tx *Tx) Tags() ([]Tally, error) {
	return rows(tx, scanTally, `SELECT words, count(*) FROM tag GROUP BY words ORDER BY count(*) DESC, words`)
}
