package store

import (
	"errors"
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

// SaveTag makes t, whose passage is found as for SaveEvidence. It is spelled
// as the same tag on anything else. What has the tag already keeps it.
func (d *Deed) SaveTag(t Tag) error {
	t.Words = strings.Join(strings.Fields(t.Words), " ")
	switch {
	case strings.IndexFunc(t.Words, isWord) < 0:
		return fmt.Errorf("%w: a tag needs a word", ErrInvalid)
	case len(t.Words) > maxTerm:
		return fmt.Errorf("%w: a tag is a word or a few; put the rest into a note", ErrInvalid)
	}
	if t.Article != nil && (t.Quote != "" || t.End > t.Start) {
		var err error
		if t.Start, t.End, t.Quote, err = d.tx.passage(*t.Article, t.Start, t.End, t.Quote); err != nil {
			return err
		}
	}
	err := d.tx.one(`SELECT words FROM tag WHERE words = ? ORDER BY id LIMIT 1`, []any{t.Words}, &t.Words)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	var there int
	err = d.tx.one(`SELECT count(*) FROM tag WHERE words = ? AND article IS ? AND claim IS ? AND "start" = ? AND "end" = ?`,
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
	return rows(tx, scanTally, `SELECT words, count(*) FROM tag GROUP BY words ORDER BY count(*) DESC, words LIMIT 1000`)
}

// A TagCount is a tag with how many of each kind have it.
type TagCount struct {
	Words                      string
	Claims, Articles, Passages int
}

// TagCounts is every tag by its words, with what has it.
func (tx *Tx) TagCounts() ([]TagCount, error) {
	return rows(tx, func(r scanner) (t TagCount, err error) {
		return t, r.Scan(&t.Words, &t.Claims, &t.Articles, &t.Passages)
	}, `SELECT words, count(claim), sum(article IS NOT NULL AND quote = ''), sum(quote <> '') FROM tag GROUP BY words ORDER BY words LIMIT 1000`)
}

// A Tagged is an article that has a tag, or a passage of it with the text
// around it.
type Tagged struct {
	Tag
	Title, Outlet, Published, Language string
	Before, After                      string // some text around the passage, as far as the paragraph goes
}

// contextBytes is how many bytes of text stand before and after a tagged passage.
const contextBytes = 120

// TaggedArticles is the articles and passages with a tag, newest first, at most
// limit.
func (tx *Tx) TaggedArticles(words string, limit int) ([]Tagged, error) {
	return rows(tx, func(r scanner) (t Tagged, err error) {
		var before, after []byte
		err = r.Scan(&t.ID, &t.Words, &t.Article, &t.Start, &t.End, &t.Quote, &t.Made, &t.Title, &t.Outlet, &t.Published, &t.Language, &before, &after)
		if t.Quote != "" {
			t.Before, t.After = lastOf(string(before)), firstOf(string(after))
		}
		return t, err
	}, `SELECT t.id, t.words, t.article, t."start", t."end", t.quote, t.made, a.title, a.outlet, coalesce(a.published, ''), a.language,
			substr(CAST(a.text AS BLOB), max(1, t."start" + 1 - ?2), min(t."start", ?2)), substr(CAST(a.text AS BLOB), t."end" + 1, ?2)
		FROM tag t JOIN article a ON a.id = t.article WHERE t.words = ?1 AND a.removed = 0
		ORDER BY t.article DESC, t."start", t.id LIMIT ?3`, words, contextBytes, limit)
}

// lastOf is the end of s within its last paragraph, cut at a word.
func lastOf(s string) string {
	if i := strings.LastIndex(s, "\n"); i >= 0 {
		return s[i+1:]
	}
	if i := strings.Index(s, " "); len(s) >= contextBytes && i >= 0 {
		return "…" + s[i:]
	}
	return strings.ToValidUTF8(s, "")
}

// firstOf is the beginning of s within its first paragraph, cut at a word.
func firstOf(s string) string {
	if i := strings.Index(s, "\n"); i >= 0 {
		return s[:i]
	}
	if i := strings.LastIndex(s, " "); len(s) >= contextBytes && i >= 0 {
		return s[:i+1] + "…"
	}
	return strings.ToValidUTF8(s, "")
}
