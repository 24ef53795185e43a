package store

// A ClaimLine is a line of the list of claims.
type ClaimLine struct {
	Claim
	Statements, For, Against int
}

const claimColumns = `SELECT id, words, who, verdict, reason, made, status`

// A ClaimFilter says which claims are listed. Its zero value is all.
type ClaimFilter struct {
	Verdict, Who string
	Words        string // must all occur, as in a search
}

// Claims is the claims that fit f, newest first, at most limit.
func (tx *Tx) Claims(f ClaimFilter, limit int) ([]ClaimLine, error) {
	q := ParseQuery(f.Words)
	return rows(tx, func(r scanner) (c ClaimLine, err error) {
		return c, r.Scan(&c.ID, &c.Words, &c.Who, &c.Verdict, &c.Reason, &c.Made, &c.Status, &c.Statements, &c.For, &c.Against)
	}, claimColumns+`,
			(SELECT count(*) FROM link l WHERE l.claim = claim.id),
			(SELECT count(*) FROM evidence e WHERE e.claim = claim.id AND e.stance = 'for'),
			(SELECT count(*) FROM evidence e WHERE e.claim = claim.id AND e.stance = 'against')
		FROM claim WHERE (?1 = '' OR verdict = ?1) AND (?2 = '' OR who = ?2)
			AND (?3 = '' OR id IN (SELECT rowid FROM claim_words WHERE claim_words MATCH nullif(?3, '')))
		ORDER BY id DESC LIMIT ?4`, f.Verdict, f.Who, q.match(), limit)
}

// Claimants is everyone who makes a claim, by name.
func (tx *Tx) Claimants() ([]string, error) {
	return rows(tx, func(r scanner) (who string, err error) { return who, r.Scan(&who) },
		`SELECT DISTINCT who FROM claim WHERE who <> '' ORDER BY who LIMIT 500`)
}

// Claim is the claim of that id.
func (tx *Tx) Claim(id int64) (Claim, error) {
	c := Claim{}
	return c, tx.one(claimColumns+` FROM claim WHERE id = ?`, []any{id}, &c.ID, &c.Words, &c.Who, &c.Verdict, &c.Reason, &c.Made, &c.Status)
}

const linkColumns = `SELECT l.claim, l.article, l.key, l.words, l.who, l.relation, a.title, a.outlet, coalesce(a.published, ''), c.words, c.verdict
	FROM link l JOIN article a ON a.id = l.article JOIN claim c ON c.id = l.claim `

func scanLink(r scanner) (l Link, err error) {
	return l, r.Scan(&l.Claim, &l.Article, &l.Key, &l.Words, &l.Who, &l.Relation, &l.Title, &l.Outlet, &l.Published, &l.ClaimWords, &l.Verdict)
}

// LinksOfClaim is the statements of a claim, by date.
func (tx *Tx) LinksOfClaim(claim int64) ([]Link, error) {
	return rows(tx, scanLink, linkColumns+`WHERE l.claim = ? ORDER BY l.article, l.key`, claim)
}

// LinksOfArticle is the claims that an article's statements belong to.
func (tx *Tx) LinksOfArticle(article int64) ([]Link, error) {
	return rows(tx, scanLink, linkColumns+`WHERE l.article = ? ORDER BY l.claim, l.key`, article)
}

const evidenceColumns = `SELECT e.id, e.claim, e.article, e."start", e."end", e.quote, e.stance, e.why, e.address, e.attachment,
	coalesce(a.title, ''), coalesce(a.outlet, ''), coalesce(a.published, '')
	FROM evidence e LEFT JOIN article a ON a.id = e.article `

func scanEvidence(r scanner) (e Evidence, err error) {
	return e, r.Scan(&e.ID, &e.Claim, &e.Article, &e.Start, &e.End, &e.Quote, &e.Stance, &e.Why, &e.Address, &e.Attachment, &e.Title, &e.Outlet, &e.Published)
}

// EvidenceOfClaim is what is pinned to a claim, in the order it was pinned.
func (tx *Tx) EvidenceOfClaim(claim int64) ([]Evidence, error) {
	return rows(tx, scanEvidence, evidenceColumns+`WHERE e.claim = ? ORDER BY e.id`, claim)
}

// EvidenceOfArticle is the passages of an article that are pinned to claims.
func (tx *Tx) EvidenceOfArticle(article int64) ([]Evidence, error) {
	return rows(tx, scanEvidence, evidenceColumns+`WHERE e.article = ? ORDER BY e."start"`, article)
}

// Evidence is the piece of evidence of that id.
func (tx *Tx) Evidence(id int64) (Evidence, error) {
	all, err := rows(tx, scanEvidence, evidenceColumns+`WHERE e.id = ?`, id)
	if err != nil || len(all) == 0 {
		return Evidence{}, notFound(err)
	}
	return all[0], nil
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
