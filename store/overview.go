package store

import (
	"encoding/json"
	"slices"
	"strings"
)

// A Voice is someone with what they said in the articles of a story.
type Voice struct {
	Entity
	Said   int       // statements in the story, without rejected ones
	Latest Statement // the newest of them
	Role   string    // in the article of that, "" for none
	Item   string    // by which they belong to the story, "" when they do not
}

const voicesQuery = `SELECT m.root, sum(v.n) AS n, max(v.latest) FROM (
		SELECT s.speaker, count(*) AS n, max(s.id) AS latest
		FROM story_item i CROSS JOIN statement s ON s.article = i.article
		WHERE i.story = ?1 AND i.belongs = 1 AND i.article NOT IN (SELECT article FROM removal)
			AND s.state <> 'rejected' AND s.speaker IS NOT NULL
		GROUP BY s.speaker) v JOIN entity m ON m.id = v.speaker
	GROUP BY m.root ORDER BY n DESC, m.root LIMIT ?2`

// Voices is who spoke in the articles of a story, those with most statements
// first, at most limit, and then the people who were gathered and did not.
func (tx *Tx) Voices(story int64, limit int) ([]Voice, error) {
	type count struct {
		root, latest int64
		n            int
	}
	counts, err := rows(tx, func(r scanner) (c count, err error) { return c, r.Scan(&c.root, &c.n, &c.latest) }, voicesQuery, story, limit)
	if err != nil {
		return nil, err
	}
	var all []Voice
	for _, c := range counts {
		v := Voice{Said: c.n}
		if v.Entity, err = tx.Entity(c.root); err != nil {
			return nil, err
		}
		said, err := rows(tx, scanStatement, statementColumns+`WHERE s.id = ?`, c.latest)
		if err != nil || len(said) == 0 {
			return nil, notFound(err)
		}
		v.Latest = said[0]
		if v.Role, err = tx.roleIn(v.Latest.Article, c.root); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return tx.withGathered(all, story)
}

// roleIn is what an article calls an entity, "" for nothing.
func (tx *Tx) roleIn(article, root int64) (role string, err error) {
	return role, tx.one(`SELECT coalesce((SELECT p.role FROM entity m JOIN appearance p ON p.entity = m.id AND p.article = ?
		WHERE m.root = ? AND p.role <> '' LIMIT 1), '')`, []any{article, root}, &role)
}

// withGathered is all with the people of a story marked, and those that all
// lacks behind it. A name that no article has any more is left as it is.
func (tx *Tx) withGathered(all []Voice, story int64) ([]Voice, error) {
	people, err := tx.PeopleOfStory(story)
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		i := slices.IndexFunc(all, func(v Voice) bool { return v.ID == p.ID && p.ID != 0 })
		if i < 0 {
			i, all = len(all), append(all, Voice{Entity: p})
		}
		all[i].Item = EntityItem(p.Key)
	}
	return all, nil
}

// PeopleOfStory is whom the user gathered to a story, by name. Names that mean
// the same are one; a name that no article has any more has no ID.
func (tx *Tx) PeopleOfStory(story int64) ([]Entity, error) {
	keys, err := rows(tx, scanKey, `SELECT entity FROM story_item WHERE story = ? AND belongs = 1 AND article IS NULL
		AND entity IS NOT NULL ORDER BY entity LIMIT 500`, story)
	if err != nil {
		return nil, err
	}
	var all []Entity
	for _, key := range keys {
		found, err := rows(tx, scanEntity, entityColumns+`WHERE e.id = (SELECT root FROM entity WHERE key = ?)`, key)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			kind, words := splitKey(key)
			found = []Entity{{Key: key, Kind: string(kind), Name: words}}
		}
		if !slices.ContainsFunc(all, func(e Entity) bool { return e.ID == found[0].ID && e.ID != 0 }) {
			all = append(all, found[0])
		}
	}
	slices.SortStableFunc(all, func(a, b Entity) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// ClaimsOfStory is the claims of a story, newest first, at most limit.
func (tx *Tx) ClaimsOfStory(story int64, limit int) ([]ClaimLine, error) {
	return rows(tx, scanLine, lineColumns+` FROM claim WHERE claim.id IN (SELECT claim FROM story_item WHERE story = ? AND belongs = 1 AND article IS NULL)
		ORDER BY claim.id DESC LIMIT ?`, story, limit)
}

// OutletsOfStory is how many articles of a story each outlet has, the most
// first, at most limit.
func (tx *Tx) OutletsOfStory(story int64, limit int) ([]Tally, error) {
	return rows(tx, scanTally, `SELECT a.outlet, count(*) FROM story_item i CROSS JOIN article a ON a.id = i.article
		WHERE i.story = ? AND i.belongs = 1 AND a.removed = 0 GROUP BY a.outlet ORDER BY count(*) DESC, a.outlet LIMIT ?`, story, limit)
}

// Unreviewed is how many articles of a story have suggestions left, and the
// newest of them, at most limit.
func (tx *Tx) Unreviewed(story int64, limit int) (n int, newest []Listed, err error) {
	err = tx.one(`SELECT count(*) FROM story_item i WHERE i.story = ? AND i.belongs = 1 AND i.article NOT IN (SELECT article FROM removal)
		AND EXISTS (SELECT 1 FROM statement s WHERE s.article = i.article AND s.state = 'suggested')`, []any{story}, &n)
	if err != nil || n == 0 {
		return n, nil, err
	}
	newest, err = tx.Library(Filter{Story: story, State: "open"}, limit)
	return n, newest, err
}

// News is what happened to a story since the user looked at it. Lists hold the
// newest few; counts are of all.
type News struct {
	Seen       Seen
	Articles   []Listed // gathered
	NArticles  int
	NOther     int         // claims and people gathered
	Statements []Statement // accepted in its articles
	NAccepted  int
	Claims     []Entry // deeds on the claims that it had, newest first
	More       bool    // there were more decisions than were looked through
}

// The most that is looked through for the news of a story, and shown of them.
const (
	newsEntries = 200
	newsFacts   = 500
	newsShown   = 5
)

// News is what happened to a story since the user looked at it.
func (tx *Tx) News(story int64) (n News, err error) {
	if n.Seen, err = tx.SeenOf(story); err != nil {
		return n, err
	}
	err = tx.one(`SELECT count(article), count(*) - count(article) FROM story_item WHERE story = ? AND belongs = 1 AND seq > ?
		AND (article IS NULL OR article NOT IN (SELECT article FROM removal))`, []any{story, n.Seen.Seq}, &n.NArticles, &n.NOther)
	if err != nil {
		return n, err
	}
	ids, err := rows(tx, scanID, `SELECT article FROM story_item WHERE story = ? AND belongs = 1 AND article IS NOT NULL AND seq > ?
		AND article NOT IN (SELECT article FROM removal) ORDER BY article DESC LIMIT ?`, story, n.Seen.Seq, newsShown)
	if err != nil {
		return n, err
	}
	if n.Articles, err = tx.Listing(ids); err != nil {
		return n, err
	}
	n.Claims, err = rows(tx, scanEntry, entryColumns+`WHERE j.seq IN (SELECT h.seq FROM story_item i JOIN claim_history h ON h.claim = i.claim
			WHERE i.story = ?1 AND i.belongs = 1 AND i.article IS NULL AND i.seq <= ?2 AND h.seq > ?2)
		AND j.undoes IS NULL AND s.done = 1 ORDER BY j.seq DESC LIMIT ?3`, story, n.Seen.Seq, 2*newsShown)
	if err != nil {
		return n, err
	}
	return n, tx.accepted(&n, story)
}

// accepted is the statements of a story's articles that were accepted since.
func (tx *Tx) accepted(n *News, story int64) error {
	entries, err := rows(tx, scanEntry, entryColumns+`WHERE j.seq IN (SELECT h.seq FROM story_item i JOIN article_history h ON h.article = i.article AND h.seq > ?2
			WHERE i.story = ?1 AND i.belongs = 1) ORDER BY j.seq DESC LIMIT ?3`, story, n.Seen.Seq, newsEntries+1)
	if err != nil {
		return err
	}
	if len(entries) > newsEntries {
		entries, n.More = entries[:newsEntries], true
	}
	looked := map[string]bool{}
	for _, e := range entries {
		for _, c := range e.Changes {
			var x struct {
				Article    int64
				Key, State string
			}
			if c.Noun != "decision" || json.Unmarshal(c.After, &x) != nil || x.State != Accepted && x.State != Edited || looked[c.ID] || KindOf(x.Key) != "statement" {
				continue
			}
			if len(looked) == newsFacts {
				n.More = true
				return nil
			}
			looked[c.ID] = true
			if err := tx.acceptedOne(n, story, x.Article, x.Key); err != nil {
				return err
			}
		}
	}
	return nil
}

// acceptedOne adds a statement to the news if it is accepted still and in an
// article of the story.
func (tx *Tx) acceptedOne(n *News, story, article int64, key string) error {
	found, err := rows(tx, scanStatement, statementColumns+`JOIN story_item i ON i.article = s.article AND i.story = ? AND i.belongs = 1
		WHERE s.article = ? AND s.key = ? AND s.state IN ('accepted', 'edited') AND a.removed = 0`, story, article, key)
	if err != nil || len(found) == 0 {
		return err
	}
	n.NAccepted++
	if len(n.Statements) < newsShown {
		n.Statements = append(n.Statements, found[0])
	}
	return nil
}
