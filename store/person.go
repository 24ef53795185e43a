package store

// An Entity is a person, organization, place or group across articles.
type Entity struct {
	ID                   int64
	Key                  string // of its name, under which the journal has it
	Kind, Name           string
	Articles, Statements int
	Shared               bool // many can bear the name: a surname alone, "Foreign Ministry"
}

// entityColumns counts an entity's articles, for which those with two of its
// names must not count twice, and adds up its statements.
const entityColumns = `SELECT e.id, e.key, e.kind, coalesce(e.shown, e.name),
		CASE WHEN EXISTS (SELECT 1 FROM entity m WHERE m.root = e.id AND m.id <> e.id) THEN
			(SELECT count(DISTINCT p.article) FROM entity m JOIN appearance p ON p.entity = m.id
				WHERE m.root = e.id AND p.article NOT IN (SELECT article FROM removal))
			ELSE e.articles END,
		(SELECT sum(m.statements) FROM entity m WHERE m.root = e.id)
	FROM entity e `

func scanEntity(r scanner) (e Entity, err error) {
	err = r.Scan(&e.ID, &e.Key, &e.Kind, &e.Name, &e.Articles, &e.Statements)
	e.Shared = shared(e.Key)
	return e, err
}

func scanKey(r scanner) (key string, err error) { return key, r.Scan(&key) }

func scanID(r scanner) (id int64, err error) { return id, r.Scan(&id) }

// Entity is the entity of that id, or the one that a merge made of it.
func (tx *Tx) Entity(id int64) (Entity, error) {
	return tx.oneEntity(`WHERE e.id = (SELECT root FROM entity WHERE id = ?)`, id)
}

// EntityOf is the entity that the name of a key means.
func (tx *Tx) EntityOf(key string) (Entity, error) {
	return tx.oneEntity(`WHERE e.id = (SELECT root FROM entity WHERE key = ?)`, key)
}

func (tx *Tx) oneEntity(where string, arg any) (Entity, error) {
	all, err := rows(tx, scanEntity, entityColumns+where, arg)
	if err != nil || len(all) == 0 {
		return Entity{}, notFound(err)
	}
	return all[0], nil
}

// Speakers is who is on record: entities with a name of a kind ("" for any) and
// with the words of match, those in most articles first, at most limit. Of an
// entity's names the most common counts, so that an index has the order.
func (tx *Tx) Speakers(kind, match string, limit int) ([]Entity, error) {
	if q := ftsPrefix(match); q != "" {
		return rows(tx, scanEntity, `WITH found AS (
				SELECT m.root AS id, max(m.articles) AS n FROM entity_words w JOIN entity m ON m.id = w.rowid
				WHERE entity_words MATCH ?1 AND (?2 = '' OR m.kind = ?2) GROUP BY m.root ORDER BY n DESC, m.root LIMIT ?3)
			`+entityColumns+`JOIN found f ON f.id = e.id ORDER BY f.n DESC, e.name, e.id`, q, kind, limit)
	}
	return rows(tx, scanEntity, `WITH often AS (
			SELECT id, articles AS n FROM entity INDEXED BY entity_articles
			WHERE articles > 0 AND (?1 = '' OR kind = ?1) ORDER BY articles DESC LIMIT 2 * ?2),
		of AS (SELECT m.root AS id, max(o.n) AS n FROM often o JOIN entity m ON m.id = o.id GROUP BY m.root)
		`+entityColumns+`JOIN of ON of.id = e.id ORDER BY of.n DESC, e.name, e.id LIMIT ?2`, kind, limit)
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
		FROM (SELECT p.role, max(p.article) AS article, count(*) AS n FROM entity m JOIN appearance p ON p.entity = m.id
			WHERE m.root = ? AND p.role <> '' AND p.article NOT IN (SELECT article FROM removal)
			GROUP BY lower(p.role) ORDER BY n DESC, p.role LIMIT 20) p JOIN article a ON a.id = p.article
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

const statementColumns = `SELECT s.id, s.article, s.key, coalesce(e.id, 0), s.source, coalesce(e.shown, e.name, ''), s.words,
		s.act, s.form, s.said, s.state, s.confidence, a.title, a.outlet, coalesce(a.published, '')
	FROM statement s JOIN article a ON a.id = s.article
	LEFT JOIN entity m ON m.id = s.speaker LEFT JOIN entity e ON e.id = m.root `

func scanStatement(r scanner) (s Statement, err error) {
	return s, r.Scan(&s.ID, &s.Article, &s.Key, &s.Speaker, &s.Source, &s.Name, &s.Words,
		&s.Act, &s.Form, &s.Said, &s.State, &s.Confidence, &s.Title, &s.Outlet, &s.Published)
}

// SaidBy is what an entity said, newest first, from before a statement id
// (0: from the newest), at most limit. Rejected statements are left out.
func (tx *Tx) SaidBy(entity, before int64, limit int) ([]Statement, error) {
	names, err := rows(tx, scanID, `SELECT id FROM entity WHERE root = ?`, entity)
	if err != nil {
		return nil, err
	}
	by := `s.speaker = ?1` // has an index in the order that is asked for
	if len(names) > 1 {
		by = `s.id IN (SELECT x.id FROM entity m JOIN statement x ON x.speaker = m.id WHERE m.root = ?1)`
	}
	return rows(tx, scanStatement, statementColumns+`WHERE `+by+` AND (?2 = 0 OR s.id < ?2)
		AND s.state <> 'rejected' AND a.removed = 0 ORDER BY s.id DESC LIMIT ?3`, entity, before, limit)
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
