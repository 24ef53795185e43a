package store

import (
	"errors"
	"slices"
)

// checkDrawn holds who appears in an article, who says its statements, and its
// events and positions against its facts and what the user said.
func (tx *Tx) checkDrawn(h *Health, article int64, title string, f *ArticleFacts) error {
	names, err := tx.standIns(article, f)
	if err != nil {
		return err
	}
	who := make(map[int]int64, len(names))
	for number, n := range names {
		var id int64
		if err := tx.one(`SELECT id FROM entity WHERE key = ?`, []any{n.key}, &id); err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		who[number] = id
	}
	got, err := tx.drawnAppearances(article)
	if err != nil {
		return err
	}
	if !slices.Equal(got, f.appearances(who)) {
		h.wrong("Who appears in “%s” is not what its facts and your decisions make it.", title)
	}
	if err := tx.checkHappenings(h, article, title, f, who); err != nil {
		return err
	}
	if err := tx.checkTaught(h, article, title, f); err != nil {
		return err
	}
	return tx.checkStatements(h, article, title, f, who)
}

// checkTaught holds which facts of an article are as they are by a lesson
// against its facts and the lessons, and its roles against its reading.
func (tx *Tx) checkTaught(h *Health, article int64, title string, f *ArticleFacts) error {
	taught, err := tx.drawnTaught(article)
	if err != nil {
		return err
	}
	if !slices.Equal(taught, f.taughtRows()) {
		h.wrong("What you taught of “%s” is not what its facts and your lessons make it.", title)
	}
	reading, err := tx.Reading(article)
	if err != nil {
		return err
	}
	roles, err := tx.drawnRoles(article)
	if err != nil {
		return err
	}
	if !slices.Equal(roles, reading.roleRows()) {
		h.wrong("The roles of names in “%s” are not what was read.", title)
	}
	return nil
}

// checkHappenings holds the events and positions drawn of an article against
// its facts and what the user decided.
func (tx *Tx) checkHappenings(h *Health, article int64, title string, f *ArticleFacts, who map[int]int64) error {
	events, err := tx.drawnEvents(article)
	if err != nil {
		return err
	}
	if !slices.Equal(events, f.eventRows(article, who)) {
		h.wrong("What happened by “%s” is not what its facts and your decisions make it.", title)
	}
	positions, err := tx.drawnPositions(article)
	if err != nil {
		return err
	}
	if !slices.Equal(positions, f.positionRows(article, who)) {
		h.wrong("Who is for and against what in “%s” is not what its facts and your decisions make it.", title)
	}
	return nil
}

// checkNames holds every name of the archive against the user's merges, and
// its counts against what they count.
func (tx *Tx) checkNames(h *Health) error {
	type row struct {
		id                   int64
		kind, name, key      string
		root, shown          string
		articles, statements int
		counted, said        int
	}
	all, err := rows(tx, func(r scanner) (x row, err error) {
		return x, r.Scan(&x.id, &x.kind, &x.name, &x.key, &x.root, &x.shown, &x.articles, &x.statements, &x.counted, &x.said)
	}, `SELECT e.id, e.kind, e.name, coalesce(e.key, ''), coalesce(r.key, ''), coalesce(e.shown, ''), e.articles, e.statements,
			(SELECT count(*) FROM appearance p WHERE p.entity = e.id AND p.article NOT IN (SELECT article FROM removal)),
			(SELECT count(*) FROM statement s WHERE s.speaker = e.id AND s.state <> 'rejected' AND s.article NOT IN (SELECT article FROM removal))
		FROM entity e LEFT JOIN entity r ON r.id = e.root ORDER BY e.id`)
	if err != nil {
		return err
	}
	for _, x := range all {
		root, shown, err := tx.root(name{key: x.key})
		if err != nil {
			return err
		}
		if root.key != x.key {
			shown = ""
		}
		if kind, _ := splitKey(x.key); string(kind) != x.kind || x.root != root.key || x.shown != shown {
			h.wrong("Whom the name %q means is not what you said of it.", x.name)
		}
		if x.articles != x.counted || x.statements != x.said {
			h.wrong("The name %q has %d articles and %d statements, but %d and %d are counted.", x.name, x.counted, x.said, x.articles, x.statements)
		}
	}
	return nil
}
