package store

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// An Article is an article as the archive has it.
type Article struct {
	ID            int64
	Title         string
	Byline        []string
	Outlet        string
	URL           string
	Published     string // 2006-01-02, "" when unknown
	PublishedFrom string
	Language      string
	Text          string
	Removed       bool
	Document      Document
}

// A Document is what is known of the bytes an article came from.
type Document struct {
	SHA256 []byte
	Name   string
	Source string
	Format string
	Size   int64  // bytes
	Added  string // RFC 3339, UTC
}

// Article is the article of that id.
func (tx *Tx) Article(id int64) (*Article, error) {
	a := &Article{ID: id}
	var byline string
	d := &a.Document
	err := tx.one(`SELECT title, byline, outlet, url, coalesce(published, ''), published_from, language, text, removed,
			d.sha256, d.name, d.source, d.format, d.size, d.added
		FROM article a JOIN document d ON d.id = a.document WHERE a.id = ?`, []any{id},
		&a.Title, &byline, &a.Outlet, &a.URL, &a.Published, &a.PublishedFrom, &a.Language, &a.Text, &a.Removed,
		&d.SHA256, &d.Name, &d.Source, &d.Format, &d.Size, &d.Added)
	if err != nil {
		return nil, err
	}
	return a, json.Unmarshal([]byte(byline), &a.Byline)
}

// Original is the bytes article id came from, as they came in, and their format.
func (tx *Tx) Original(id int64) (bytes []byte, format string, err error) {
	var packed []byte
	err = tx.one(`SELECT o.zstd, d.format FROM article a JOIN document d ON d.id = a.document
		JOIN original o ON o.document = d.id WHERE a.id = ?`, []any{id}, &packed, &format)
	if err != nil {
		return nil, "", err
	}
	bytes, err = unpack(packed)
	return bytes, format, err
}

// A Listed is a line of the library.
type Listed struct {
	ID                        int64
	Title, Outlet             string
	Published, Added, Source  string
	Language                  string
	Statements, Open, Decided int // statements, of those undecided, and decisions of any kind
}

// A Filter says which articles the library lists. Its zero value is all.
type Filter struct {
	Outlet   string
	From, To string // days of publication, both included
	State    string // "", "new" (nothing decided), "open" (suggestions left) or "reviewed"
	Before   int64  // older than this id
	After    int64  // newer than this id
	Story    int64  // of this story, 0 for any
}

// Library is at most limit articles, newest first.
func (tx *Tx) Library(f Filter, limit int) ([]Listed, error) {
	where, args := f.where()
	from, order := `article a`, `DESC`
	if f.Story != 0 { // in the order of its articles, which an index has
		from = `story_item i CROSS JOIN article a ON a.id = i.article`
		where, args = where+` AND i.story = ? AND i.belongs = 1 AND i.article IS NOT NULL`, append(args, f.Story)
	}
	if f.After != 0 {
		order = `ASC`
	}
	all, err := rows(tx, scanListed, listedColumns+`FROM `+from+` JOIN document d ON d.id = a.document
		WHERE `+where+` ORDER BY `+f.id()+` `+order+` LIMIT ?`, append(args, limit)...)
	if f.After != 0 {
		for i, j := 0, len(all)-1; i < j; i, j = i+1, j-1 {
			all[i], all[j] = all[j], all[i]
		}
	}
	return all, err
}

const listedColumns = `SELECT a.id, a.title, a.outlet, coalesce(a.published, ''), d.added, d.source, a.language,
		(SELECT count(*) FROM statement s WHERE s.article = a.id),
		(SELECT count(*) FROM statement s WHERE s.article = a.id AND s.state = 'suggested'),
		(SELECT count(*) FROM decision x WHERE x.article = a.id) `

func scanListed(r scanner) (l Listed, err error) {
	return l, r.Scan(&l.ID, &l.Title, &l.Outlet, &l.Published, &l.Added, &l.Source, &l.Language, &l.Statements, &l.Open, &l.Decided)
}

// Listing is the articles of ids that are in the library, newest first.
func (tx *Tx) Listing(ids []int64) ([]Listed, error) {
	list, err := json.Marshal(ids)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return rows(tx, scanListed, listedColumns+`FROM article a JOIN document d ON d.id = a.document
		WHERE a.id IN (SELECT value FROM json_each(?)) AND a.removed = 0 ORDER BY a.id DESC`, string(list))
}

// id is the column that articles are found and ordered by.
func (f Filter) id() string {
	if f.Story != 0 {
		return `i.article`
	}
	return `a.id`
}

func (f Filter) where() (string, []any) {
	id := f.id()
	parts, args := []string{`a.removed = 0`}, []any{}
	add := func(sql string, v any) { parts, args = append(parts, sql), append(args, v) }
	if f.Outlet != "" {
		add(`a.outlet = ?`, f.Outlet)
	}
	if from, err := time.Parse(time.DateOnly, f.From); err == nil {
		add(id+` >= ?`, firstID(from))
	}
	if to, err := time.Parse(time.DateOnly, f.To); err == nil {
		add(id+` < ?`, firstID(to)+perDay)
	}
	if f.From+f.To != "" {
		parts = append(parts, `a.published IS NOT NULL`)
	}
	if f.Before != 0 {
		add(id+` < ?`, f.Before)
	}
	if f.After != 0 {
		add(id+` > ?`, f.After)
	}
	switch f.State {
	case "new":
		parts = append(parts, `NOT EXISTS (SELECT 1 FROM decision x WHERE x.article = a.id)`)
	case "open":
		parts = append(parts, `EXISTS (SELECT 1 FROM statement s WHERE s.article = a.id AND s.state = 'suggested')`)
	case "reviewed":
		parts = append(parts, `EXISTS (SELECT 1 FROM statement s WHERE s.article = a.id)
			AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.article = a.id AND s.state = 'suggested')`)
	}
	return strings.Join(parts, " AND "), args
}

// A Tally is how many of something there are.
type Tally struct {
	Name string
	N    int
}

// Outlets is every outlet with its number of articles, the most first.
func (tx *Tx) Outlets() ([]Tally, error) {
	return rows(tx, scanTally, `SELECT outlet, count(*) FROM article INDEXED BY article_outlet WHERE outlet <> '' AND removed = 0
		GROUP BY outlet ORDER BY count(*) DESC, outlet LIMIT 200`)
}

func scanTally(r scanner) (t Tally, err error) { return t, r.Scan(&t.Name, &t.N) }

// Articles is how many articles are in the library.
func (tx *Tx) Articles() (n int, err error) {
	return n, tx.one(`SELECT count(*) FROM article INDEXED BY article_outlet WHERE removed = 0`, nil, &n)
}

// Counts says how much is in the archive.
func (tx *Tx) Counts() ([]Tally, error) {
	return rows(tx, scanTally, `
		SELECT 'articles', count(*) FROM article INDEXED BY article_outlet WHERE removed = 0
		UNION ALL SELECT 'removed', count(*) FROM removal
		UNION ALL SELECT 'statements', count(*) FROM statement
		UNION ALL SELECT 'names', count(*) FROM entity
		UNION ALL SELECT 'claims', count(*) FROM claim
		UNION ALL SELECT 'notes', count(*) FROM note
		UNION ALL SELECT 'decisions', count(*) FROM decision
		UNION ALL SELECT 'lines of history', count(*) FROM journal`)
}

// Empty reports whether nothing was ever imported.
func (tx *Tx) Empty() (bool, error) {
	var any bool
	err := tx.one(`SELECT EXISTS (SELECT 1 FROM article)`, nil, &any)
	return !any, err
}

// Sample is the articles of the invented sample that are in the library.
func (tx *Tx) Sample() ([]int64, error) {
	return rows(tx, func(r scanner) (id int64, err error) { return id, r.Scan(&id) },
		`SELECT a.id FROM document d JOIN article a ON a.document = d.id WHERE d.source = 'sample' AND a.removed = 0 ORDER BY a.id`)
}

// Remove takes articles out of the library. Their bytes and everything the
// user wrote on them stay; undo or importing them again brings them back.
func (d *Deed) Remove(articles ...int64) error {
	for _, id := range articles {
		if err := d.Put("removal", fmt.Sprint(id), map[string]int64{"article": id}); err != nil {
			return err
		}
	}
	return nil
}
