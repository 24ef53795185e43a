package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A StoryItem says of an article, a claim or a name whether it belongs to a
// story. Just one of the three is set.
type StoryItem struct {
	Story   int64   `json:"story"`
	Article *int64  `json:"article"`
	Claim   *int64  `json:"claim"`
	Entity  *string `json:"entity"`  // key of the name
	Belongs int     `json:"belongs"` // 0: the user said that it does not
	Seq     int64   `json:"seq"`     // the deed that said so
	Made    string  `json:"made"`    // RFC 3339, UTC
}

// ArticleItem names an article as something that a story can have.
func ArticleItem(id int64) string { return "article/" + strconv.FormatInt(id, 10) }

// ClaimItem names a claim as something that a story can have.
func ClaimItem(id int64) string { return "claim/" + strconv.FormatInt(id, 10) }

// EntityItem names whom a name means as something that a story can have.
func EntityItem(key string) string { return "entity/" + key }

// parseItem is what an item names.
func parseItem(item string) (i StoryItem, err error) {
	kind, ref, _ := strings.Cut(item, "/")
	switch id, err := strconv.ParseInt(ref, 10, 64); {
	case kind == "article" && err == nil:
		i.Article = &id
	case kind == "claim" && err == nil:
		i.Claim = &id
	case kind == "entity" && ref != "":
		i.Entity = &ref
	default:
		return i, fmt.Errorf("%w: a story has no %q", ErrInvalid, item)
	}
	return i, nil
}

// Gather puts items into a story and returns how many of them it did not have.
func (d *Deed) Gather(story int64, items ...string) (n int, err error) {
	return d.sort(story, 1, items)
}

// Decline says of items that they do not belong to a story, so that they are
// not offered to it again.
func (d *Deed) Decline(story int64, items ...string) error {
	_, err := d.sort(story, 0, items)
	return err
}

// sort says of items whether they belong to a story, and returns of how many
// something else, or nothing, was said before.
func (d *Deed) sort(story int64, belongs int, items []string) (n int, err error) {
	if _, err := d.tx.Story(story); err != nil {
		return 0, err
	}
	if len(items) == 0 {
		return 0, fmt.Errorf("%w: tick at least one line first", ErrInvalid)
	}
	for _, item := range items {
		i, err := parseItem(item)
		if err != nil {
			return 0, err
		}
		id := strconv.FormatInt(story, 10) + "/" + item
		was, err := d.tx.record("story_item", id)
		if err != nil {
			return 0, err
		}
		var had StoryItem
		if string(was) != "null" {
			if err := json.Unmarshal(was, &had); err != nil {
				return 0, err
			}
			if had.Belongs == belongs {
				continue
			}
		}
		if err := d.tx.there(i); err != nil {
			return 0, err
		}
		i.Story, i.Belongs, i.Seq, i.Made = story, belongs, d.seq, d.tx.stamp()
		if err := d.Put("story_item", id, i); err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}

// there fails with ErrNotFound where an item is not in the archive.
func (tx *Tx) there(i StoryItem) (err error) {
	switch {
	case i.Article != nil:
		var one int
		err = tx.one(`SELECT 1 FROM article WHERE id = ?`, []any{*i.Article}, &one)
	case i.Claim != nil:
		_, err = tx.Claim(*i.Claim)
	default:
		_, err = tx.EntityOf(*i.Entity)
	}
	return err
}

// TakeOut drops items from a story: they may be offered to it again. Whom a
// name means goes out by all of their names.
func (d *Deed) TakeOut(story int64, items ...string) error {
	if len(items) == 0 {
		return fmt.Errorf("%w: tick at least one line first", ErrInvalid)
	}
	for _, item := range items {
		i, err := parseItem(item)
		if err != nil {
			return err
		}
		all := []string{item}
		if i.Entity != nil {
			if all, err = d.tx.namesIn(story, *i.Entity); err != nil {
				return err
			}
		}
		for _, item := range all {
			if err := d.Put("story_item", strconv.FormatInt(story, 10)+"/"+item, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// namesIn is the items of a story that mean whom the name of key means.
func (tx *Tx) namesIn(story int64, key string) ([]string, error) {
	who, err := tx.EntityOf(key)
	if errors.Is(err, ErrNotFound) { // no article has the name any more
		return []string{EntityItem(key)}, nil
	}
	if err != nil {
		return nil, err
	}
	return rows(tx, scanKey, `SELECT 'entity/' || i.entity FROM story_item i JOIN entity e ON e.key = i.entity
		WHERE i.story = ? AND i.article IS NULL AND e.root = ? ORDER BY i.entity`, story, who.ID)
}

// stories limits rows to articles of the stories that a query asks for, and to
// those of which nothing was said for the one that it is to find more for; id
// and shift are as for bounds.
func (w *where) stories(q *Query, id string, shift uint) {
	is, not := q.fields("story")
	for _, name := range is {
		w.inStory(q, id, shift, `SELECT id FROM story WHERE name LIKE ? ESCAPE '\'`, like(name))
	}
	for _, name := range not {
		w.add(`NOT EXISTS (SELECT 1 FROM story_item i WHERE i.article = a.id AND i.belongs = 1
			AND i.story IN (SELECT id FROM story WHERE name LIKE ? ESCAPE '\'))`, like(name))
	}
	if q.story != 0 {
		w.inStory(q, id, shift, `?`, q.story)
	}
	if q.without != 0 {
		w.add(`NOT EXISTS (SELECT 1 FROM story_item i WHERE i.article = a.id AND i.story = ?)`, q.without)
	}
}

// inStory limits rows to articles of the stories that which selects. Beside a
// MATCH, an IN of rows is slow; there the rows between the first and the last
// article are looked up one by one.
func (w *where) inStory(q *Query, id string, shift uint, which string, arg any) {
	articles := `FROM story_item WHERE story IN (` + which + `) AND belongs = 1 AND article IS NOT NULL`
	if q.match() == "" {
		w.add(`a.id IN (SELECT article `+articles+`)`, arg)
		return
	}
	w.add(fmt.Sprintf(`%s >= (SELECT coalesce(min(article), 0) %s) << %d`, id, articles, shift), arg)
	w.add(fmt.Sprintf(`%s < ((SELECT coalesce(max(article), 0) %s) + 1) << %d`, id, articles, shift), arg)
	w.add(`EXISTS (SELECT 1 FROM story_item i WHERE i.article = a.id AND i.belongs = 1 AND i.story IN (`+which+`))`, arg)
}

// ItemTitle is what an item is called: an article's title, a claim's words, a
// name.
func (tx *Tx) ItemTitle(item string) (title string, err error) {
	i, err := parseItem(item)
	switch {
	case err != nil:
		return "", err
	case i.Article != nil:
		return title, tx.one(`SELECT title FROM article WHERE id = ?`, []any{*i.Article}, &title)
	case i.Claim != nil:
		c, err := tx.Claim(*i.Claim)
		return c.Words, err
	}
	e, err := tx.EntityOf(*i.Entity)
	return e.Name, err
}
