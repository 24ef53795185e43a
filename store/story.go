package store

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A Story is one developing event, to which the user gathers articles, claims
// and people.
type Story struct {
	ID    int64  `json:"-"`
	Name  string `json:"name"`
	About string `json:"about"`
	Query string `json:"query"` // a search whose articles are offered to it, "" for none
	Made  string `json:"made"`  // RFC 3339, UTC
}

// The most bytes of what the user writes of a story.
const (
	maxStoryName  = 200
	maxStoryAbout = 10_000
)

// SaveStory makes s, or changes the story of its ID, and returns the ID. No two
// stories have one name.
func (d *Deed) SaveStory(s Story) (int64, error) {
	s.Name, s.About, s.Query = strings.Join(strings.Fields(s.Name), " "), strings.TrimSpace(s.About), strings.TrimSpace(s.Query)
	switch {
	case s.Name == "":
		return 0, fmt.Errorf("%w: a story needs a name", ErrInvalid)
	case len(s.Name) > maxStoryName:
		return 0, fmt.Errorf("%w: this is too long for a name; say more of it in what the story is about", ErrInvalid)
	case len(s.About) > maxStoryAbout || len(s.Query) > maxQuery:
		return 0, fmt.Errorf("%w: what the story is about has room for 10,000 characters, its search for 4,000", ErrInvalid)
	}
	var taken int
	if err := d.tx.one(`SELECT count(*) FROM story WHERE name = ? COLLATE NOCASE AND id <> ?`, []any{s.Name, s.ID}, &taken); err != nil {
		return 0, err
	}
	if taken > 0 {
		return 0, fmt.Errorf("%w: there is a story of this name already; choose another one", ErrInvalid)
	}
	if s.ID == 0 {
		s.ID, s.Made = d.seq, d.tx.stamp()
		if err := d.tx.see(s.ID, d.seq); err != nil { // a new story has no news
			return 0, err
		}
	}
	return s.ID, d.Put("story", strconv.FormatInt(s.ID, 10), s)
}

// RemoveStory deletes a story. What was gathered to it stays in the archive.
func (d *Deed) RemoveStory(id int64) error {
	if err := d.dropAll("story_item", "story = ?", id); err != nil {
		return err
	}
	return d.Drop("story", id)
}

const storyColumns = `SELECT t.id, t.name, t.about, t.query, t.made`

// Story is the story of that id.
func (tx *Tx) Story(id int64) (s Story, err error) {
	return s, tx.one(storyColumns+` FROM story t WHERE t.id = ?`, []any{id}, &s.ID, &s.Name, &s.About, &s.Query, &s.Made)
}

// A StoryLine is a story in a list: how much was gathered to it, how much of
// that is new to the user, and when something last changed.
type StoryLine struct {
	Story
	Articles, Claims, People int
	New                      int    // articles, claims and people gathered, and claims changed, since it was seen
	Last                     string // RFC 3339, UTC
}

// storyLines counts in one pass over an index, and takes away what is in
// articles that were removed, few as those are.
const storyLines = `WITH page AS MATERIALIZED (
		SELECT id, coalesce((SELECT value ->> '$.seq' FROM setting WHERE name = 'story seen ' || id), id) AS seen
		FROM story WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2),
	held AS (
		SELECT p.id, p.seen, count(i.article) AS articles, count(i.claim) AS claims, count(i.story) AS n,
			coalesce(sum(i.seq > p.seen), 0) AS fresh, coalesce(max(i.seq), 0) AS last
		FROM page p LEFT JOIN story_item i ON i.story = p.id AND i.belongs = 1 GROUP BY p.id)
	` + storyColumns + `,
		h.articles - (SELECT count(*) FROM removal r JOIN story_item i ON i.article = r.article AND i.story = h.id AND i.belongs = 1),
		h.claims, h.n - h.articles - h.claims,
		h.fresh - (SELECT count(*) FROM removal r JOIN story_item i ON i.article = r.article AND i.story = h.id AND i.belongs = 1 AND i.seq > h.seen)
		+ (SELECT count(DISTINCT c.claim) FROM story_item i JOIN claim_history c ON c.claim = i.claim
			WHERE i.story = h.id AND i.belongs = 1 AND i.article IS NULL AND i.seq <= h.seen AND c.seq > h.seen),
		(SELECT at FROM journal WHERE seq = max(h.id, h.last, coalesce((SELECT max(c.seq) FROM story_item i JOIN claim_history c ON c.claim = i.claim
			WHERE i.story = h.id AND i.belongs = 1 AND i.article IS NULL), 0)))
	FROM held h JOIN story t ON t.id = h.id ORDER BY t.id DESC`

// Stories is the stories made before the one of id before (0: from the
// newest), at most limit.
func (tx *Tx) Stories(before int64, limit int) ([]StoryLine, error) {
	return rows(tx, func(r scanner) (s StoryLine, err error) {
		return s, r.Scan(&s.ID, &s.Name, &s.About, &s.Query, &s.Made, &s.Articles, &s.Claims, &s.People, &s.New, &s.Last)
	}, storyLines, before, limit)
}

func scanStory(r scanner) (s Story, err error) {
	return s, r.Scan(&s.ID, &s.Name, &s.About, &s.Query, &s.Made)
}

// StoryNames is the newest stories without what was gathered to them, at most
// limit.
func (tx *Tx) StoryNames(limit int) ([]Story, error) {
	return rows(tx, scanStory, storyColumns+` FROM story t ORDER BY t.id DESC LIMIT ?`, limit)
}

// StoriesOf is the stories that an item belongs to: as ArticleItem, ClaimItem or
// EntityItem name it.
func (tx *Tx) StoriesOf(item string) ([]Story, error) {
	i, err := parseItem(item)
	switch {
	case err != nil:
		return nil, err
	case i.Article != nil:
		return rows(tx, scanStory, storyColumns+` FROM story_item i JOIN story t ON t.id = i.story
			WHERE i.article = ? AND i.belongs = 1 ORDER BY t.name`, *i.Article)
	case i.Claim != nil:
		return rows(tx, scanStory, storyColumns+` FROM story_item i JOIN story t ON t.id = i.story
			WHERE i.claim = ? AND i.belongs = 1 ORDER BY t.name`, *i.Claim)
	}
	return rows(tx, scanStory, storyColumns+` FROM story t WHERE t.id IN (SELECT i.story FROM story_item i
			WHERE i.belongs = 1 AND (i.entity = ?1 OR i.entity IN (SELECT m.key FROM entity e JOIN entity m ON m.root = e.root WHERE e.key = ?1)))
		ORDER BY t.name`, *i.Entity)
}

// Seen is up to where the user has looked at a story: the journal's entry, the
// newest document, and when.
type Seen struct {
	Seq      int64  `json:"seq"`
	Document int64  `json:"document"`
	At       string `json:"at"` // RFC 3339, UTC
}

func seenSetting(story int64) string { return "story seen " + strconv.FormatInt(story, 10) }

// SeenOf is up to where the user has looked at a story.
func (tx *Tx) SeenOf(story int64) (seen Seen, err error) {
	value, err := tx.Setting(seenSetting(story))
	if err != nil {
		return seen, err
	}
	if value == "" { // from when it was made
		return Seen{Seq: story}, nil
	}
	return seen, json.Unmarshal([]byte(value), &seen)
}

// Here is how far the archive is now: what a page shows that is made of it.
func (tx *Tx) Here() (s Seen, err error) {
	s.At = tx.stamp()
	return s, tx.one(`SELECT (SELECT coalesce(max(seq), 0) FROM journal), (SELECT coalesce(max(id), 0) FROM document)`, nil, &s.Seq, &s.Document)
}

// See notes that the user has looked at a story as it was at here. What came
// after that stays new.
func (a *Archive) See(ctx context.Context, story int64, here Seen) error {
	err := a.update(ctx, true, func(tx *Tx) error {
		if _, err := tx.Story(story); err != nil {
			return err
		}
		now, err := tx.Here()
		if err != nil {
			return err
		}
		now.Seq, now.Document = min(now.Seq, here.Seq), min(now.Document, here.Document)
		return tx.saw(story, now)
	})
	if err != nil && !errors.Is(err, ErrNotFound) {
		return fmt.Errorf("note that the story was seen: %w", err)
	}
	return err
}

// see notes that a story was seen with everything up to an entry.
func (tx *Tx) see(story, seq int64) error {
	here, err := tx.Here()
	if err != nil {
		return err
	}
	here.Seq = cmp.Or(seq, here.Seq)
	return tx.saw(story, here)
}

func (tx *Tx) saw(story int64, seen Seen) error {
	value, err := json.Marshal(seen)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2`, seenSetting(story), string(value))
}

// ArticlesOfStory is how many articles of the library a story has.
func (tx *Tx) ArticlesOfStory(id int64) (n int, err error) {
	return n, tx.one(`SELECT count(*) FROM story_item WHERE story = ? AND belongs = 1 AND article IS NOT NULL
		AND article NOT IN (SELECT article FROM removal)`, []any{id}, &n)
}
