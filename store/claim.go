package store

import (
	"encoding/json"
	"errors"
	"fmt"

	"onrecord/extract/fact"
)

// claimants are the kinds of entity that can make a claim.
var claimants = [...]fact.Kind{fact.Person, fact.Organization, fact.Group, fact.Place, fact.Other}

// A ClaimLine is a line of the list of claims.
type ClaimLine struct {
	Claim
	Statements, For, Against, Context int
	First                             string   // day of the first article that makes the claim, "" for none
	Tags                              []string // by their words, the first few
}

const claimColumns = `SELECT claim.id, claim.words, claim.who, claim.verdict, claim.reason, claim.made, claim.status`

func scanClaim(r scanner) (c Claim, err error) {
	return c, r.Scan(&c.ID, &c.Words, &c.Who, &c.Verdict, &c.Reason, &c.Made, &c.Status)
}

// lineColumns counts what hangs on a claim.
const lineColumns = claimColumns + `,
	(SELECT count(*) FROM link l WHERE l.claim = claim.id),
	(SELECT count(*) FROM evidence e WHERE e.claim = claim.id AND e.stance = 'for'),
	(SELECT count(*) FROM evidence e WHERE e.claim = claim.id AND e.stance = 'against'),
	(SELECT count(*) FROM evidence e WHERE e.claim = claim.id AND e.stance = 'context'),
	coalesce((SELECT a.published FROM link l JOIN article a ON a.id = l.article
		WHERE l.claim = claim.id AND l.relation IN ('same', 'repeats') ORDER BY l.article LIMIT 1), ''),
	(SELECT json_group_array(words) FROM (SELECT words FROM tag WHERE tag.claim = claim.id ORDER BY words LIMIT 8))`

func scanLine(r scanner) (c ClaimLine, err error) {
	var tags string
	err = r.Scan(&c.ID, &c.Words, &c.Who, &c.Verdict, &c.Reason, &c.Made, &c.Status,
		&c.Statements, &c.For, &c.Against, &c.Context, &c.First, &tags)
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal([]byte(tags), &c.Tags)
}

// A ClaimFilter says which claims are listed. Its zero value is all, newest
// first.
type ClaimFilter struct {
	Verdict, Status, Tag string
	Who                  string // some of the name of whoever makes it
	Words                string // must all occur, as in a search, with verdict:, status: and tag:
	Unfinished           bool   // those on which most is left to do come first
	Skip                 int    // so many at the head are left out
}

// where is the condition of f on claim.
func (f ClaimFilter) where() where {
	var w where
	w.add(`1 = 1`)
	q := ParseQuery(f.Words)
	if f.Verdict != "" {
		w.add(`claim.verdict = ?`, f.Verdict)
	}
	if f.Status != "" {
		w.add(`claim.status = ?`, f.Status)
	}
	if f.Who != "" {
		w.add(`claim.who LIKE ? ESCAPE '\'`, like(f.Who))
	}
	if f.Tag != "" {
		w.add(`claim.id IN (SELECT claim FROM tag WHERE words = ?)`, f.Tag)
	}
	w.ofClaims(&q)
	if m := q.match(); m != "" {
		w.add(`claim.id IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)`, m)
	} else if not := q.unwanted(); not != "" {
		w.add(`claim.id NOT IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)`, not)
	}
	return w
}

// ofClaims is the condition of the fields of q that claims have.
func (w *where) ofClaims(q *Query) {
	for _, t := range q.Terms {
		not := ""
		if t.Not {
			not = `NOT `
		}
		switch t.Field {
		case "verdict", "status":
			w.add(not+`claim.`+t.Field+` = ? COLLATE NOCASE`, t.Words)
		case "tag":
			w.add(`claim.id `+not+`IN (SELECT claim FROM tag WHERE words = ? AND claim IS NOT NULL)`, t.Words)
		case "speaker":
			w.add(not+`claim.who LIKE ? ESCAPE '\'`, like(t.Words))
		}
	}
}

// order is how f sorts claims.
func (f ClaimFilter) order() string {
	if !f.Unfinished {
		return `claim.id DESC`
	}
	return `claim.status = 'ready', claim.reason <> '', claim.id DESC`
}

// Claims is the claims that fit f, at most limit.
func (tx *Tx) Claims(f ClaimFilter, limit int) ([]ClaimLine, error) {
	w := f.where()
	return rows(tx, scanLine, lineColumns+`
		FROM (SELECT claim.id AS chosen FROM claim WHERE `+w.sql()+` ORDER BY `+f.order()+` LIMIT ? OFFSET ?)
			JOIN claim ON claim.id = chosen ORDER BY `+f.order(), append(w.args, limit, f.Skip)...)
}

// CountClaims is how many claims fit f.
func (tx *Tx) CountClaims(f ClaimFilter) (n int, err error) {
	w := f.where()
	return n, tx.one(`SELECT count(*) FROM claim WHERE `+w.sql(), w.args, &n)
}

// Claimants is everyone who makes a claim, by name.
func (tx *Tx) Claimants() ([]string, error) {
	return rows(tx, func(r scanner) (who string, err error) { return who, r.Scan(&who) },
		`SELECT DISTINCT who FROM claim WHERE who <> '' ORDER BY who LIMIT 500`)
}

// Claim is the claim of that id.
func (tx *Tx) Claim(id int64) (Claim, error) {
	all, err := rows(tx, scanClaim, claimColumns+` FROM claim WHERE id = ?`, id)
	if err != nil || len(all) == 0 {
		return Claim{}, notFound(err)
	}
	return all[0], nil
}

// Claimant is the entity that a name of whoever makes a claim means, the one
// in most articles where it can mean several; ErrNotFound when the archive has
// no such name.
func (tx *Tx) Claimant(who string) (Entity, error) {
	best := Entity{}
	for _, kind := range claimants {
		e, err := tx.EntityOf(keyOf(kind, who))
		if err != nil && !errors.Is(err, ErrNotFound) {
			return Entity{}, fmt.Errorf("look for %s: %w", who, err)
		}
		if err == nil && (best.ID == 0 || e.Articles > best.Articles) {
			best = e
		}
	}
	if best.ID == 0 {
		return Entity{}, ErrNotFound
	}
	return best, nil
}

const linkColumns = `SELECT l.claim, l.article, l.key, l.words, l.who, l.relation, l.why, a.title, a.outlet, coalesce(a.published, ''), c.words, c.verdict
	FROM link l JOIN article a ON a.id = l.article JOIN claim c ON c.id = l.claim `

func scanLink(r scanner) (l Link, err error) {
	return l, r.Scan(&l.Claim, &l.Article, &l.Key, &l.Words, &l.Who, &l.Relation, &l.Why, &l.Title, &l.Outlet, &l.Published, &l.ClaimWords, &l.Verdict)
}

// Link is how a statement, named by article and key, is linked to a claim.
func (tx *Tx) Link(claim, article int64, key string) (Link, error) {
	all, err := rows(tx, scanLink, linkColumns+`WHERE l.id = ?`, LinkID(claim, article, key))
	if err != nil || len(all) == 0 {
		return Link{}, notFound(err)
	}
	return all[0], nil
}

// LinksOfClaim is the statements of a claim, by date.
func (tx *Tx) LinksOfClaim(claim int64) ([]Link, error) {
	return rows(tx, scanLink, linkColumns+`WHERE l.claim = ? ORDER BY l.article, l.key`, claim)
}

// LinksOfArticle is the claims that an article's statements belong to.
func (tx *Tx) LinksOfArticle(article int64) ([]Link, error) {
	return rows(tx, scanLink, linkColumns+`WHERE l.article = ? ORDER BY l.claim, l.key`, article)
}

const noteColumns = `SELECT id, article, claim, "start", "end", quote, words, made FROM note `

func scanNote(r scanner) (n Note, err error) {
	return n, r.Scan(&n.ID, &n.Article, &n.Claim, &n.Start, &n.End, &n.Quote, &n.Words, &n.Made)
}

// NotesOfArticle is the notes on an article in the order of the text.
func (tx *Tx) NotesOfArticle(article int64) ([]Note, error) {
	return rows(tx, scanNote, noteColumns+`WHERE article = ? ORDER BY "start", id`, article)
}

// NotesOfClaim is the notes on a claim, oldest first.
func (tx *Tx) NotesOfClaim(claim int64) ([]Note, error) {
	return rows(tx, scanNote, noteColumns+`WHERE claim = ? ORDER BY id`, claim)
}

// Note is the note of that id.
func (tx *Tx) Note(id int64) (Note, error) {
	all, err := rows(tx, scanNote, noteColumns+`WHERE id = ?`, id)
	if err != nil || len(all) == 0 {
		return Note{}, notFound(err)
	}
	return all[0], nil
}

// notFound is err, or ErrNotFound where there is none.
func notFound(err error) error {
	if err == nil {
		return ErrNotFound
	}
	return err
}

// History is the deeds that changed a claim or what hangs on it, oldest first.
func (tx *Tx) History(claim int64) ([]Entry, error) {
	return rows(tx, scanEntry, entryColumns+`WHERE seq IN (SELECT seq FROM claim_history WHERE claim = ?) ORDER BY seq`, claim)
}
