package store

// A Capture is an article as one of several that came from one address.
type Capture struct {
	ID        int64
	Title     string
	Published string // 2006-01-02, "" when unknown
	Added     string // RFC 3339, UTC
	Size      int64  // of the original, in bytes
}

// mostCaptures is how many captures of one address are listed.
const mostCaptures = 100

// Captures is the articles of the library that came from the address of a, it
// among them, in the order they came in. An article without an address is its
// only one.
func (tx *Tx) Captures(a *Article) ([]Capture, error) {
	if a.URL == "" {
		d := a.Document
		return []Capture{{a.ID, a.Title, a.Published, d.Added, d.Size}}, nil
	}
	return rows(tx, func(r scanner) (c Capture, err error) {
		return c, r.Scan(&c.ID, &c.Title, &c.Published, &c.Added, &c.Size)
	}, `SELECT a.id, a.title, coalesce(a.published, ''), d.added, d.size
		FROM article a INDEXED BY article_url JOIN document d ON d.id = a.document
		WHERE a.url = ?1 AND a.url <> '' AND (a.removed = 0) ORDER BY d.added, d.id LIMIT ?2`, a.URL, mostCaptures)
}
