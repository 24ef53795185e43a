package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Hit is a line of a search result.
type Hit struct {
	Kind                     string // "article", "statement", "claim" or "note"
	ID                       int64  // of the article, claim or note
	Key                      string // of the statement
	Article, Claim           int64  // where a note is
	Title, Outlet, Published string
	Who                      string
	Line                     string // what matched, with matched words between Mark and Unmark
	row                      int64
}

// Mark and Unmark stand round the matched words of a Hit's Line. They are
// noncharacters, which valid text does not hold.
const (
	Mark   = "\uFDD0"
	Unmark = "\uFDD1"
)

// Found is what a search gave: at most limit hits of each kind, newest first.
type Found struct {
	Query      Query
	Articles   []Hit
	Statements []Hit
	Claims     []Hit
	Notes      []Hit
	Late       bool // the search was stopped at its time limit

	// Where the older articles and statements begin: a Page's Before, 0 when
	// there are none.
	OlderArticles, OlderStatements int64
}

// A Page says which part of the results is wanted. The zero value is the
// newest of everything.
type Page struct {
	In     string // "articles" or "statements" alone, "" for all
	Before int64  // older than this, as Found gives it
}

// searchTime is how long one search may take.
const searchTime = 3 * time.Second

// Search finds what holds every term of query, newest first, at most limit of
// each kind. Any string may be searched for.
func (a *Archive) Search(ctx context.Context, query string, page Page, limit int) (*Found, error) {
	f := &Found{Query: ParseQuery(query)}
	if f.Query.Empty() {
		return f, nil
	}
	ctx, cancel := context.WithTimeout(ctx, searchTime)
	defer cancel()
	err := a.View(ctx, func(tx *Tx) error { return tx.search(f, page, limit) })
	if err != nil && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		f.Late = true
		return f, nil
	}
	return f, err
}

func (tx *Tx) search(f *Found, page Page, limit int) (err error) {
	q := &f.Query
	speakers, not := q.fields("speaker")
	if len(speakers)+len(not) == 0 && page.In != "statements" {
		if f.Articles, err = tx.searchArticles(q, page.Before, limit+1); err != nil {
			return err
		}
		f.Articles, f.OlderArticles = cut(f.Articles, limit)
	}
	if (q.match() != "" || q.asks("speaker", "verdict", "status", "tag")) && page.In != "articles" {
		if f.Statements, err = tx.searchStatements(q, page.Before, limit+1); err != nil {
			return err
		}
		f.Statements, f.OlderStatements = cut(f.Statements, limit)
	}
	if q.limited() || page != (Page{}) {
		return nil
	}
	if q.asks("verdict", "status", "tag") {
		f.Claims, err = tx.askedClaims(q, limit)
		return err
	}
	if q.match() == "" || q.asks("speaker") {
		return nil
	}
	if f.Claims, err = tx.searchClaims(q, limit); err != nil {
		return err
	}
	f.Notes, err = tx.searchNotes(q, limit)
	return err
}

// cut is the first limit of hits and, when there are more, where those begin.
func cut(hits []Hit, limit int) ([]Hit, int64) {
	if len(hits) <= limit {
		return hits, 0
	}
	return hits[:limit], hits[limit-1].row
}

// A where collects conditions and their parameters.
type where struct {
	parts []string
	args  []any
}

func (w *where) add(sql string, args ...any) {
	w.parts, w.args = append(w.parts, sql), append(w.args, args...)
}

func (w *where) sql() string { return strings.Join(w.parts, " AND ") }

// bounds limits rows to the query's days by id, which follows the date; shift
// is how many bits the id has below the article's.
func (w *where) bounds(q *Query, id string, shift uint, before int64) {
	if from, err := time.Parse(time.DateOnly, q.From); err == nil {
		w.add(id+` >= ?`, firstID(from)<<shift)
	}
	if to, err := time.Parse(time.DateOnly, q.To); err == nil {
		w.add(id+` < ?`, (firstID(to)+perDay)<<shift)
	}
	if q.From+q.To != "" {
		w.add(`a.published IS NOT NULL`)
	}
	if before != 0 {
		w.add(id+` < ?`, before)
	}
	is, not := q.fields("outlet")
	for _, o := range is {
		w.add(`a.outlet LIKE ? ESCAPE '\'`, like(o))
	}
	for _, o := range not {
		w.add(`a.outlet NOT LIKE ? ESCAPE '\'`, like(o))
	}
	w.stories(q, id, shift)
	w.add(`a.removed = 0`)
}

// like is a pattern for whatever holds s.
func like(s string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(s) + "%"
}

// articles is where the articles that fit a query are looked for: a FROM, its
// conditions, and the column to order by, which is the article's id.
func (q *Query) articles(before int64) (from string, w where, order string) {
	from, order = `article a`, `a.id`
	if m := q.match(); m != "" {
		from, order = `article_words w JOIN article a ON a.id = w.rowid`, `w.rowid`
		w.add(`article_words MATCH ?`, m)
	} else if not := q.unwanted(); not != "" {
		w.add(`a.id NOT IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)`, not)
	}
	w.bounds(q, order, 0, before)
	w.marked(q, order, q.match() != "", articleMarks)
	return from, w, order
}

func (tx *Tx) searchArticles(q *Query, before int64, limit int) ([]Hit, error) {
	from, w, order := q.articles(before)
	line := `substr(a.text, 1, 200)`
	if q.match() != "" {
		line = `snippet(article_words, -1, '` + Mark + `', '` + Unmark + `', '…', 32)`
	}
	return rows(tx, func(r scanner) (Hit, error) {
		h := Hit{Kind: "article"}
		err := r.Scan(&h.ID, &h.Title, &h.Outlet, &h.Published, &h.Line)
		h.row = h.ID
		return h, err
	}, `SELECT a.id, a.title, a.outlet, coalesce(a.published, ''), `+line+` FROM `+from+`
		WHERE `+w.sql()+` ORDER BY `+order+` DESC LIMIT ?`, append(w.args, limit)...)
}

// statements is where the statements that fit a query are looked for: a FROM,
// its conditions, and the column to order by, which is the statement's id.
func (tx *Tx) statements(q *Query, before int64) (from string, w where, order string, err error) {
	from, order = `statement s`, `s.id`
	if m := q.match(); m != "" {
		from, order = `statement_words w JOIN statement s ON s.id = w.rowid`, `w.rowid`
		w.add(`statement_words MATCH ?`, m)
	} else if not := q.unwanted(); not != "" {
		w.add(`s.id NOT IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)`, not)
	}
	said := `s.speaker IN (%s)`
	if q.match() == "" { // the newest few, without a look at all the others
		said = `s.id IN (SELECT x.id FROM statement x WHERE x.speaker IN (%s))`
	}
	if err := tx.bySpeaker(&w, q, said); err != nil {
		return "", w, "", err
	}
	w.bounds(q, order, 12, before)
	w.marked(q, order, q.match() != "", statementMarks)
	w.add(`s.state <> 'rejected'`)
	return from + ` JOIN article a ON a.id = s.article`, w, order, nil
}

func (tx *Tx) searchStatements(q *Query, before int64, limit int) ([]Hit, error) {
	from, w, order, err := tx.statements(q, before)
	if err != nil {
		return nil, err
	}
	line := `s.words`
	if q.match() != "" {
		line = `snippet(statement_words, 0, '` + Mark + `', '` + Unmark + `', '…', 48)`
	}
	return rows(tx, func(r scanner) (Hit, error) {
		h := Hit{Kind: "statement"}
		return h, r.Scan(&h.row, &h.ID, &h.Key, &h.Title, &h.Outlet, &h.Published, &h.Who, &h.Line)
	}, `SELECT s.id, s.article, s.key, a.title, a.outlet, coalesce(a.published, ''), coalesce(e.shown, e.name, s.source), `+line+`
		FROM `+from+`
		LEFT JOIN entity m ON m.id = s.speaker LEFT JOIN entity e ON e.id = m.root
		WHERE `+w.sql()+` ORDER BY `+order+` DESC LIMIT ?`, append(w.args, limit)...)
}

// bySpeaker limits statements to those of the speakers the query names, by any
// of their names; said is the condition for a list of them.
func (tx *Tx) bySpeaker(w *where, q *Query, said string) error {
	is, not := q.fields("speaker")
	for i, name := range append(is, not...) {
		ids, err := rows(tx, scanID, `SELECT id FROM entity WHERE root IN (
				SELECT m.root FROM entity_words w JOIN entity m ON m.id = w.rowid
				WHERE entity_words MATCH ? ORDER BY m.articles DESC LIMIT 500)`, ftsPrefix(`"`+name+`"`))
		if err != nil {
			return err
		}
		args := make([]any, len(ids))
		for j, id := range ids {
			args[j] = id
		}
		list := strings.TrimSuffix(strings.Repeat(`?, `, len(ids)), `, `)
		if i < len(is) {
			w.add(fmt.Sprintf(said, list), args...)
		} else {
			w.add(`coalesce(s.speaker, 0) NOT IN (`+list+`)`, args...)
		}
	}
	return nil
}

func (tx *Tx) searchClaims(q *Query, limit int) ([]Hit, error) {
	return rows(tx, func(r scanner) (Hit, error) {
		h := Hit{Kind: "claim"}
		return h, r.Scan(&h.ID, &h.Title, &h.Who, &h.Line)
	}, `SELECT c.id, c.words, c.who, snippet(claim_words, -1, '`+Mark+`', '`+Unmark+`', '…', 32)
		FROM claim_words w JOIN claim c ON c.id = w.rowid WHERE claim_words MATCH ? ORDER BY w.rowid DESC LIMIT ?`, q.match(), limit)
}

// askedClaims is the newest claims that fit a query that asks for what claims
// have.
func (tx *Tx) askedClaims(q *Query, limit int) ([]Hit, error) {
	w := where{}
	w.ofClaims(q)
	from, line := `claim`, `claim.words`
	if m := q.match(); m != "" {
		from = `claim_words w JOIN claim ON claim.id = w.rowid`
		line = `snippet(claim_words, -1, '` + Mark + `', '` + Unmark + `', '…', 32)`
		w.add(`claim_words MATCH ?`, m)
	}
	return rows(tx, func(r scanner) (Hit, error) {
		h := Hit{Kind: "claim"}
		return h, r.Scan(&h.ID, &h.Title, &h.Who, &h.Line)
	}, `SELECT claim.id, claim.words, claim.who, `+line+` FROM `+from+` WHERE `+w.sql()+` ORDER BY claim.id DESC LIMIT ?`, append(w.args, limit)...)
}

func (tx *Tx) searchNotes(q *Query, limit int) ([]Hit, error) {
	return rows(tx, func(r scanner) (Hit, error) {
		h := Hit{Kind: "note"}
		return h, r.Scan(&h.ID, &h.Article, &h.Claim, &h.Title, &h.Line)
	}, `SELECT n.id, coalesce(n.article, 0), coalesce(n.claim, 0), coalesce(a.title, c.words, ''),
			snippet(note_words, -1, '`+Mark+`', '`+Unmark+`', '…', 32)
		FROM note_words w JOIN note n ON n.id = w.rowid LEFT JOIN article a ON a.id = n.article LEFT JOIN claim c ON c.id = n.claim
		WHERE note_words MATCH ? ORDER BY w.rowid DESC LIMIT ?`, q.match(), limit)
}

// Around is the articles that fit a query on both sides of one: at most newer
// that are newer, and at most older from it on. The newest comes first.
func (tx *Tx) Around(q Query, article int64, newer, older int) ([]Listed, error) {
	if q.Empty() {
		return nil, nil
	}
	after, err := tx.oneSide(&q, article, true, newer)
	if err != nil {
		return nil, err
	}
	before, err := tx.oneSide(&q, article, false, older)
	if err != nil {
		return nil, err
	}
	return tx.Listing(append(after, before...))
}

// oneSide is the nearest articles that fit q, newer than one or else from it on.
func (tx *Tx) oneSide(q *Query, article int64, newer bool, limit int) ([]int64, error) {
	from, w, order := q.articles(0)
	column, at := `a.id`, article+1
	is, not := q.fields("speaker")
	if len(is)+len(not) > 0 {
		var err error
		if from, w, order, err = tx.statements(q, 0); err != nil {
			return nil, err
		}
		column, at = `s.article`, (article+1)*perArticle
		limit *= 8 // of an article several statements may fit
	}
	if newer {
		w.add(order+` >= ?`, at)
		order += ` ASC`
	} else {
		w.add(order+` < ?`, at)
		order += ` DESC`
	}
	ids, err := rows(tx, scanID, `SELECT `+column+` FROM `+from+` WHERE `+w.sql()+` ORDER BY `+order+` LIMIT ?`, append(w.args, limit)...)
	if len(is)+len(not) > 0 {
		ids = slices.Compact(ids)
		ids = ids[:min(len(ids), limit/8)]
	}
	return ids, err
}
