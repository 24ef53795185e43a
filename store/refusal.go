package store

import (
	"slices"
)

// A Refusal is a statement of which the user said that it is not the same as a
// claim. It is not offered again.
type Refusal struct {
	Claim   int64  `json:"claim"`
	Article int64  `json:"article"`
	Key     string `json:"key"`
	Words   string `json:"words"` // as the statement read when it was refused
	Who     string `json:"who"`
	Made    string `json:"made"` // RFC 3339, UTC
	// Of the article; not saved with the refusal.
	Title, Outlet, Published string `json:"-"`
}

// Refuse says that a statement, named by article and key, is not the same as a
// claim.
func (d *Deed) Refuse(claim, article int64, key string) error {
	if _, err := d.tx.Claim(claim); err != nil {
		return err
	}
	s, err := d.tx.StatementAt(article, key)
	if err != nil {
		return err
	}
	who := s.Name
	if who == "" {
		who = s.Source
	}
	return d.Put("refusal", LinkID(claim, article, key), Refusal{Claim: claim, Article: article, Key: key, Words: s.Words, Who: who, Made: d.tx.stamp()})
}

// DropRefusal lets a statement be offered for a claim again.
func (d *Deed) DropRefusal(claim, article int64, key string) error {
	return d.Put("refusal", LinkID(claim, article, key), nil)
}

// Refusals is the statements that are not the same as a claim, the newest
// refusal first, at most limit.
func (tx *Tx) Refusals(claim int64, limit int) ([]Refusal, error) {
	return rows(tx, func(r scanner) (x Refusal, err error) {
		return x, r.Scan(&x.Claim, &x.Article, &x.Key, &x.Words, &x.Who, &x.Made, &x.Title, &x.Outlet, &x.Published)
	}, `SELECT r.claim, r.article, r.key, r.words, r.who, r.made, a.title, a.outlet, coalesce(a.published, '')
		FROM refusal r JOIN article a ON a.id = r.article WHERE r.claim = ? ORDER BY r.made DESC, r.id LIMIT ?`, claim, limit)
}

// A Track is a claim with its statements in order of time, for the board of
// all claims.
type Track struct {
	Claim Claim
	Links []Link
	More  bool // there are more statements than are given
}

// trackLinks is how many statements of a claim the board of all claims shows.
const trackLinks = 24

// Tracks is claims with their statements, newest first, from before a claim's
// id (0: from the newest), at most limit.
func (tx *Tx) Tracks(before int64, limit int) ([]Track, error) {
	claims, err := rows(tx, func(r scanner) (c Claim, err error) {
		return c, r.Scan(&c.ID, &c.Words, &c.Who, &c.Verdict, &c.Reason, &c.Made, &c.Status)
	}, claimColumns+` FROM claim WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2`, before, limit)
	if err != nil {
		return nil, err
	}
	all := make([]Track, len(claims))
	for i, c := range claims {
		links, err := rows(tx, scanLink, linkColumns+`WHERE l.claim = ? AND a.removed = 0 ORDER BY l.article, l.key LIMIT ?`, c.ID, trackLinks+1)
		if err != nil {
			return nil, err
		}
		all[i] = Track{c, slices.Clip(links[:min(len(links), trackLinks)]), len(links) > trackLinks}
	}
	return all, nil
}
