package store

import (
	"errors"
	"fmt"
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A Preview is what a lesson would change, or by being forgotten would give
// back, in the articles of the library. Facts and Articles are counted as far as
// Many; one more stands for all that is beyond.
type Preview struct {
	Facts, Articles int
	Kept            int     // facts alike that the user accepted or edited, which stay; 0 where facts come back
	Speakerless     int     // statements that a rejected name leaves without a speaker
	Linked          int     // of the facts, statements that the user linked to claims
	Places          []Place // the newest of them
}

// Over reports whether there are more facts than were counted.
func (p *Preview) Over() bool { return p.Facts > Many }

// A Place is a fact in the words around it.
type Place struct {
	Article                            int64
	Key                                string // of the fact
	Line                               string // the words around, those of the fact between Mark and Unmark
	Who                                string // who says it, or what the name is in the article; "" where that is not known
	Title, Outlet, Published, Language string
}

// A sight is a fact that a lesson changes.
type sight struct {
	article int64
	key     string
}

// library is what is left of articles where removed ones are left out.
const library = ` NOT IN (SELECT article FROM removal) `

// PreviewOf is what l would change if it were taught for all articles, with at
// most limit places. What a lesson about the same words changes already comes
// along.
func (tx *Tx) PreviewOf(l Lesson, limit int) (Preview, error) {
	var p Preview
	var err error
	var at []sight
	switch l.Kind {
	case CueLesson:
		p, at, err = tx.cuePreview(l, limit)
	case NameLesson:
		p, at, err = tx.namePreview(l, limit)
	default:
		p, at, err = tx.rolePreview(l, limit)
	}
	if err != nil {
		return p, fmt.Errorf("look for what a lesson would change: %w", err)
	}
	p.Facts, p.Articles = min(p.Facts, Many+1), min(p.Articles, Many+1)
	p.Places, err = tx.places(at)
	return p, err
}

// PreviewForget is what would be as it was if a lesson were forgotten.
func (tx *Tx) PreviewForget(lesson int64, limit int) (Preview, error) {
	var p Preview
	const taught = ` FROM taught WHERE lesson = ?1 AND article` + library
	err := tx.one(`SELECT count(*), count(DISTINCT article) FROM (SELECT article`+taught+`LIMIT ?2)`, []any{lesson, Many + 1}, &p.Facts, &p.Articles)
	if err != nil {
		return p, err
	}
	at, err := rows(tx, scanSight, `SELECT article, key`+taught+`ORDER BY article DESC, key LIMIT ?2`, lesson, limit)
	if err != nil {
		return p, err
	}
	p.Places, err = tx.places(at)
	return p, err
}

// Changes is how many facts of the library a lesson changes, as for Preview.
func (tx *Tx) Changes(lesson int64) (n int, err error) {
	return n, tx.one(`SELECT count(*) FROM (SELECT 1 FROM taught WHERE lesson = ? AND article`+library+`LIMIT ?)`, []any{lesson, Many + 1}, &n)
}

func scanSight(r scanner) (s sight, err error) { return s, r.Scan(&s.article, &s.key) }

// PreviewUnmerge is the articles that use the name of a key, which a merge has
// mean another, each counted as one fact.
func (tx *Tx) PreviewUnmerge(key string, limit int) (Preview, error) {
	var p Preview
	const using = ` FROM entity e JOIN appearance p ON p.entity = e.id WHERE e.key = ?1 AND p.article` + library
	if err := tx.one(`SELECT count(*) FROM (SELECT 1`+using+`LIMIT ?2)`, []any{key, Many + 1}, &p.Facts); err != nil {
		return p, err
	}
	p.Articles = p.Facts
	articles, err := rows(tx, scanID, `SELECT p.article`+using+`ORDER BY p.article DESC LIMIT ?2`, key, limit)
	if err != nil {
		return p, err
	}
	var at []sight
	for _, article := range articles {
		f, err := tx.Facts(article)
		if err != nil {
			return p, err
		}
		if i := slices.IndexFunc(f.Entities, func(e fact.Entity) bool { return keyOf(e.Kind, e.Name) == key }); i >= 0 {
			at = append(at, sight{article, f.Keys.Entities[i]})
		}
	}
	p.Places, err = tx.places(at)
	return p, err
}

func (tx *Tx) cuePreview(l Lesson, limit int) (p Preview, at []sight, err error) {
	const cued = ` FROM statement s WHERE s.cue = ?1 AND s.state = ?2 AND s.id / 4096` + library
	if err = tx.one(`SELECT count(*), count(DISTINCT id / 4096) FROM (SELECT s.id`+cued+`LIMIT ?3)`, []any{l.Was, Suggested, Many + 1}, &p.Facts, &p.Articles); err != nil {
		return p, nil, err
	}
	for _, state := range [...]string{Accepted, Edited} {
		var n int
		if err = tx.one(`SELECT count(*) FROM (SELECT 1`+cued+`LIMIT ?3)`, []any{l.Was, state, Many + 1}, &n); err != nil {
			return p, nil, err
		}
		p.Kept += n
	}
	err = tx.one(`SELECT count(*) FROM (SELECT DISTINCT l.article, l.key FROM link l CROSS JOIN statement s ON s.article = l.article AND s.key = l.key
		WHERE s.cue = ?1 AND s.state = ?2 AND s.article`+library+`)`, []any{l.Was, Suggested}, &p.Linked)
	if err != nil {
		return p, nil, err
	}
	at, err = rows(tx, scanSight, `SELECT s.article, s.key`+cued+`ORDER BY s.id DESC LIMIT ?3`, l.Was, Suggested, limit)
	return p, at, err
}

func (tx *Tx) namePreview(l Lesson, limit int) (p Preview, at []sight, err error) {
	const named = ` FROM entity e JOIN appearance p ON p.entity = e.id WHERE e.key = ?1 AND p.article` + library
	const kept = ` FROM entity e CROSS JOIN appearance p INDEXED BY appearance_kept ON p.entity = e.id WHERE e.key = ?1 AND p.kept > 0 AND p.article` + library
	err = tx.one(`SELECT coalesce(sum(open), 0), count(*) FROM (SELECT p.open`+named+`AND p.open > 0 LIMIT ?2)`, []any{l.Name, Many + 1}, &p.Facts, &p.Articles)
	if err != nil {
		return p, nil, err
	}
	if err = tx.one(`SELECT coalesce(sum(kept), 0) FROM (SELECT p.kept`+kept+`LIMIT ?2)`, []any{l.Name, Many + 1}, &p.Kept); err != nil {
		return p, nil, err
	}
	err = tx.one(`SELECT count(*) FROM (SELECT 1 FROM entity e JOIN statement s ON s.speaker = e.id
		WHERE e.key = ?1 AND s.state <> 'rejected' AND s.id / 4096`+library+`
			AND NOT EXISTS (SELECT 1 FROM appearance p WHERE p.entity = e.id AND p.article = s.article AND p.kept > 0) LIMIT ?2)`,
		[]any{l.Name, Many + 1}, &p.Speakerless)
	if err != nil {
		return p, nil, err
	}
	articles, err := rows(tx, scanID, `SELECT p.article`+named+`AND p.open > 0 ORDER BY p.article DESC LIMIT ?2`, l.Name, limit)
	if err != nil {
		return p, nil, err
	}
	for _, article := range articles {
		f, err := tx.Facts(article)
		if err != nil {
			return p, nil, err
		}
		for i, key := range f.Keys.Entities {
			if e := f.Entities[i]; keyOf(e.Kind, e.Name) == l.Name && f.open(key) {
				at = append(at, sight{article, key})
			}
		}
	}
	return p, at[:min(len(at), limit)], nil
}

func (tx *Tx) rolePreview(l Lesson, limit int) (p Preview, at []sight, err error) {
	const open = ` FROM reading_role r WHERE r.name = ?1 AND r.role = ?2 AND r.article` + library + `
		AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = r.article || '/' || r.key)
		AND NOT EXISTS (SELECT 1 FROM taught t JOIN lesson o ON o.id = t.lesson WHERE t.article = r.article AND t.key = r.key AND o.kind = 'name') `
	if err = tx.one(`SELECT count(*), count(DISTINCT article) FROM (SELECT r.article`+open+`LIMIT ?3)`, []any{l.Name, l.Was, Many + 1}, &p.Facts, &p.Articles); err != nil {
		return p, nil, err
	}
	err = tx.one(`SELECT count(*) FROM entity e CROSS JOIN appearance p INDEXED BY appearance_kept ON p.entity = e.id
		CROSS JOIN reading_role r ON r.name = ?1 AND r.role = ?2 AND r.article = p.article JOIN decision d ON d.id = r.article || '/' || r.key
		WHERE e.key = ?1 AND p.kept > 0 AND d.state <> 'rejected' AND p.article`+library, []any{l.Name, l.Was}, &p.Kept)
	if err != nil {
		return p, nil, err
	}
	at, err = rows(tx, scanSight, `SELECT r.article, r.key`+open+`ORDER BY r.article DESC, r.key LIMIT ?3`, l.Name, l.Was, limit)
	return p, at, err
}

// places is facts in their words, in their order. What is found in the same
// article stands together.
func (tx *Tx) places(at []sight) ([]Place, error) {
	all := make([]Place, 0, len(at))
	var f *ArticleFacts
	for i, s := range at {
		p := Place{Article: s.article, Key: s.key}
		err := tx.one(`SELECT title, outlet, coalesce(published, ''), language FROM article WHERE id = ?`, []any{s.article}, &p.Title, &p.Outlet, &p.Published, &p.Language)
		if err == nil && (i == 0 || at[i-1].article != s.article) {
			f, err = tx.Facts(s.article)
		}
		if errors.Is(err, ErrNotFound) {
			continue // the fact can be counted all the same
		}
		if err != nil {
			return nil, err
		}
		f.describe(&p)
		all = append(all, p)
	}
	return all, nil
}

// describe puts the words of a place and around it into p.
func (f *ArticleFacts) describe(p *Place) {
	var words text.Span
	if i := slices.Index(f.Keys.Statements, p.Key); i >= 0 {
		s := f.Statements[i]
		if words = text.Cover(s.Content); len(s.Cue) > 0 {
			words = s.Cue[0]
		}
		e, _ := f.Entity(s.Speaker)
		p.Who = e.Name
	}
	if i := slices.Index(f.Keys.Entities, p.Key); i >= 0 {
		words, p.Who = firstName(f.Entities[i]), f.role(f.Entities[i])
	}
	before, after := f.text[max(0, words.Start-around):words.Start], f.text[words.End:min(len(f.text), words.End+around)]
	p.Line = lineBefore([]byte(before)) + Mark + f.text[words.Start:words.End] + Unmark + lineAfter([]byte(after))
}
