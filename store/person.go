package store

// An Entity is a person, organization, place or group across articles.
type Entity struct {
	ID                   int64
	Kind, Name           string
	Articles, Statements int
}

const entityColumns = `SELECT e.id, e.kind, e.name,
		(SELECT count(*) FROM appearance p WHERE p.entity = e.id AND p.article NOT IN (SELECT article FROM removal)),
		(SELECT count(*) FROM statement s WHERE s.speaker = e.id AND s.state <> 'rejected'
			AND s.id >> 12 NOT IN (SELECT article FROM removal))
	FROM entity e `

func scanEntity(r scanner) (e Entity, err error) {
	return e, r.Scan(&e.ID, &e.Kind, &e.Name, &e.Articles, &e.Statements)
}

// Entity is the entity of that id.
func (tx *Tx) Entity(id int64) (Entity, error) {
	all, err := rows(tx, scanEntity, entityColumns+`WHERE e.id = ?`, id)
	if err != nil || len(all) == 0 {
		return Entity{}, notFound(err)
	}
	return all[0], nil
}

// EntityOf is the archive's entity of a kind and full name.
func (tx *Tx) EntityOf(kind, name string) (id int64, err error) {
	return id, tx.one(`SELECT id FROM entity WHERE kind = ? AND name = ?`, []any{kind, name}, &id)
}

// Speakers is who is on record: entities of a kind ("" for any) whose name has
// the words of match, at most limit. Without words it is those in most of the
// newest 500 articles, so that it stays quick in a large archive.
func (tx *Tx) Speakers(kind, match string, limit int) ([]Entity, error) {
	if q := ftsPrefix(match); q != "" {
		return rows(tx, scanEntity, entityColumns+`JOIN entity_words w ON w.rowid = e.id
			WHERE entity_words MATCH ?1 AND (?2 = '' OR e.kind = ?2) ORDER BY rank LIMIT ?3`, q, kind, limit)
	}
	return rows(tx, scanEntity, `WITH often AS (
			SELECT entity, count(*) AS n FROM (
				SELECT p.entity FROM appearance p JOIN entity e ON e.id = p.entity
				WHERE p.article >= (SELECT coalesce(min(id), 0) FROM (SELECT id FROM article ORDER BY id DESC LIMIT 500))
				AND (?1 = '' OR e.kind = ?1))
			GROUP BY entity ORDER BY n DESC LIMIT ?2) `+entityColumns+`JOIN often o ON o.entity = e.id
		WHERE EXISTS (SELECT 1 FROM appearance p WHERE p.entity = e.id AND p.article NOT IN (SELECT article FROM removal))
		ORDER BY o.n DESC, e.name`, kind, limit)
}

// A Role is what an entity is called in one article.
type Role struct {
	Role              string
	Article           int64
	Outlet, Published string
	N                 int
}

// Roles is the roles an entity has been given, with the newest article of each.
func (tx *Tx) Roles(entity int64) ([]Role, error) {
	return rows(tx, func(r scanner) (x Role, err error) {
		return x, r.Scan(&x.Role, &x.Article, &x.Outlet, &x.Published, &x.N)
	}, `SELECT p.role, a.id, a.outlet, coalesce(a.published, ''), p.n
		FROM (SELECT role, max(article) AS article, count(*) AS n FROM appearance
			WHERE entity = ? AND role <> '' AND article NOT IN (SELECT article FROM removal)
			GROUP BY lower(role) ORDER BY n DESC, role LIMIT 20) p JOIN article a ON a.id = p.article
		ORDER BY p.n DESC, p.role`, entity)
}

// A Statement is a statement with the article behind it.
type Statement struct {
	ID                       int64
	Article                  int64
	Key                      string
	Speaker                  int64
	Source, Name, Words      string
	Act, Form, Said, State   string
	Confidence               float64
	Title, Outlet, Published string
}

const statementColumns = `SELECT s.id, s.article, s.key, coalesce(s.speaker, 0), s.source, coalesce(e.name, ''), s.words,
		s.act, s.form, s.said, s.state, s.confidence, a.title, a.outlet, coalesce(a.published, '')
	FROM statement s JOIN article a ON a.id = s.article LEFT JOIN entity e ON e.id = s.speaker `

func scanStatement(r scanner) (s Statement, err error) {
	return s, r.Scan(&s.ID, &s.Article, &s.Key, &s.Speaker, &s.Source, &s.Name, &s.Words,
		&s.Act, &s.Form, &s.Said, &s.State, &s.Confidence, &s.Title, &s.Outlet, &s.Published)
}

// SaidBy is what an entity said, newest first, from before a statement id
// (0: from the newest), at most limit. Rejected statements are left out.
func (tx *Tx) SaidBy(entity, before int64, limit int) ([]Statement, error) {
	return rows(tx, scanStatement, statementColumns+`WHERE s.speaker = ?1 AND (?2 = 0 OR s.id < ?2)
		AND s.state <> 'rejected' AND a.removed = 0 ORDER BY s.id DESC LIMIT ?3`, entity, before, limit)
}

// Appearances is the newest articles that speak of an entity.
func (tx *Tx) Appearances(entity int64, limit int) ([]Listed, error) {
	return rows(tx, func(r scanner) (l Listed, err error) {
		return l, r.Scan(&l.ID, &l.Title, &l.Outlet, &l.Published)
	}, `SELECT a.id, a.title, a.outlet, coalesce(a.published, '') FROM appearance p JOIN article a ON a.id = p.article
		WHERE p.entity = ? AND a.removed = 0 ORDER BY a.id DESC LIMIT ?`, entity, limit)
}

// StatementsOf is an article's statements as they now stand.
func (tx *Tx) StatementsOf(article int64) ([]Statement, error) {
	return rows(tx, scanStatement, statementColumns+`WHERE s.article = ? ORDER BY s.id`, article)
}

// StatementAt is the statement that key names in an article.
func (tx *Tx) StatementAt(article int64, key string) (Statement, error) {
	all, err := rows(tx, scanStatement, statementColumns+`WHERE s.article = ? AND s.key = ?`, article, key)
	if err != nil || len(all) == 0 {
		return Statement{}, notFound(err)
	}
	return all[0], nil
}
