package store

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"onrecord/extract/text"
)

// maxAddress is the most bytes that an address may have.
const maxAddress = 4000

// SaveEvidence pins e, or changes the evidence of its ID. A passage is found
// by Start and End, or by Quote when they do not hold it. A file is attached
// first, with Attach.
func (d *Deed) SaveEvidence(e Evidence) (int64, error) {
	if !slices.Contains(Stances[:], e.Stance) {
		return 0, fmt.Errorf("%w: evidence is for, against or context", ErrInvalid)
	}
	if err := d.place(&e); err != nil {
		return 0, err
	}
	e.Why = strings.TrimSpace(e.Why)
	if e.ID == 0 {
		e.ID, e.Made = d.seq, d.tx.stamp()
	}
	return e.ID, d.Put("evidence", fmt.Sprint(e.ID), e)
}

// place makes sure that what e speaks of is there.
func (d *Deed) place(e *Evidence) (err error) {
	e.Address = strings.TrimSpace(e.Address)
	if e.Article == nil || e.End <= e.Start { // words that were typed, not selected
		e.Quote = strings.TrimSpace(e.Quote)
	}
	switch {
	case e.Article != nil && (e.Quote != "" || e.End > e.Start):
		e.Start, e.End, e.Quote, err = d.tx.passage(*e.Article, e.Start, e.End, e.Quote)
	case e.Article != nil:
		_, err = d.tx.Article(*e.Article)
	case e.Attachment != nil:
		_, err = d.tx.Attachment(*e.Attachment)
	case e.Address == "":
		err = fmt.Errorf("%w: choose an article, a file or an address", ErrInvalid)
	default:
		err = webAddress(e.Address)
	}
	return err
}

// webAddress refuses what is no address of a page on the web.
func webAddress(address string) error {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(address, " \t\r\n"):
		return fmt.Errorf("%w: an address begins with https:// or http://, as https://example.org/report", ErrInvalid)
	case u.User != nil:
		return fmt.Errorf("%w: take the name and password out of the address", ErrInvalid)
	case len(address) > maxAddress:
		return fmt.Errorf("%w: this address is over 4,000 characters long; shorten it", ErrInvalid)
	}
	return nil
}

// StanceOf is what a statement of a relation to a claim is as evidence.
func StanceOf(relation string) string {
	switch relation {
	case "contradicts":
		return "against"
	case "qualifies", "answers":
		return "context"
	}
	return "for"
}

// PinStatement makes evidence of a statement that is linked to a claim, for or
// against it as the link says.
func (d *Deed) PinStatement(claim, article int64, key string) (int64, error) {
	l, err := d.tx.Link(claim, article, key)
	if err != nil {
		return 0, err
	}
	f, err := d.tx.Facts(article)
	if err != nil {
		return 0, err
	}
	i := slices.Index(f.Keys.Statements, key)
	if i < 0 {
		return 0, fmt.Errorf("%w: the article has no such statement any more", ErrNotFound)
	}
	at := text.Cover(f.Statements[i].Content)
	return d.SaveEvidence(Evidence{Claim: claim, Article: &article, Start: at.Start, End: at.End, Stance: StanceOf(l.Relation), Why: l.Why})
}

const evidenceColumns = `SELECT e.id, e.claim, e.article, e."start", e."end", e.quote, e.stance, e.why, e.address, e.attachment, e.made,
	coalesce(a.title, ''), coalesce(a.outlet, ''), coalesce(a.published, ''), coalesce(x.name, ''), coalesce(x.size, 0)
	FROM evidence e LEFT JOIN article a ON a.id = e.article LEFT JOIN attachment x ON x.id = e.attachment `

func scanEvidence(r scanner) (e Evidence, err error) {
	return e, r.Scan(&e.ID, &e.Claim, &e.Article, &e.Start, &e.End, &e.Quote, &e.Stance, &e.Why, &e.Address, &e.Attachment, &e.Made,
		&e.Title, &e.Outlet, &e.Published, &e.File, &e.Size)
}

// EvidenceOfClaim is what is pinned to a claim, in the order it was pinned.
func (tx *Tx) EvidenceOfClaim(claim int64) ([]Evidence, error) {
	return rows(tx, scanEvidence, evidenceColumns+`WHERE e.claim = ? ORDER BY e.id`, claim)
}

// EvidenceOfArticle is the passages of an article, or the whole of it, that
// are pinned to claims.
func (tx *Tx) EvidenceOfArticle(article int64) ([]Evidence, error) {
	return rows(tx, scanEvidence, evidenceColumns+`WHERE e.article = ? ORDER BY e."start", e.id`, article)
}

// Evidence is the piece of evidence of that id.
func (tx *Tx) Evidence(id int64) (Evidence, error) {
	all, err := rows(tx, scanEvidence, evidenceColumns+`WHERE e.id = ?`, id)
	if err != nil || len(all) == 0 {
		return Evidence{}, notFound(err)
	}
	return all[0], nil
}

// Titled is the articles whose titles hold every word of words, newest first,
// at most limit.
func (tx *Tx) Titled(words string, limit int) ([]Listed, error) {
	q := ParseQuery(strings.Join(wordsOf(words), " "))
	m := q.match()
	if m == "" {
		return nil, nil
	}
	return rows(tx, func(r scanner) (l Listed, err error) { return l, r.Scan(&l.ID, &l.Title, &l.Outlet, &l.Published) },
		`SELECT a.id, a.title, a.outlet, coalesce(a.published, '') FROM article_words w JOIN article a ON a.id = w.rowid
			WHERE article_words MATCH ? AND a.removed = 0 ORDER BY w.rowid DESC LIMIT ?`, `title : (`+m+`)`, limit)
}

// wordsOf is the words of s as the search index has them, so that nothing in s
// is taken for a query.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) && !unicode.Is(unicode.M, r) })
}
