package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
)

// TimelineArticles is the most articles that a timeline is drawn of.
const TimelineArticles = 2000

// An Event is something that happened or will, as one article tells of it.
type Event struct {
	ID          int64
	Article     int64
	Kind        string // a fact.EventKind
	Status      string // a fact.Status
	Value       string // when, as a TIMEX3 value; "" when unknown
	First, Last string // days of Value, as 2006-01-02; "" when it names none
	Who         []int64
	Place       int64
}

// A Timeline is what the newest articles that fit a query tell of.
type Timeline struct {
	Query     Query
	Published []string         // days of the articles, newest first; "" for one without
	More      bool             // older articles fit too
	Late      bool             // the search was stopped at its time limit
	Events    []Event          // of the newest article first, in its order; without rejected ones
	Names     map[int64]Entity // those of Events, without their counts
}

// Timeline is the events of at most limit articles that fit query, the newest;
// of all of the library for an empty one. A query for a speaker fits the
// articles that quote them so.
func (a *Archive) Timeline(ctx context.Context, query Query, limit int) (*Timeline, error) {
	t := &Timeline{Query: query}
	ctx, cancel := context.WithTimeout(ctx, searchTime)
	defer cancel()
	err := a.View(ctx, func(tx *Tx) error { return tx.timeline(t, limit) })
	if err != nil && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return &Timeline{Query: t.Query, Late: true}, nil
	}
	return t, err
}

func (tx *Tx) timeline(t *Timeline, limit int) error {
	articles, err := tx.fitting(&t.Query, limit+1)
	if err != nil {
		return err
	}
	if len(articles) > limit {
		articles, t.More = articles[:limit], true
	}
	ids := make([]int64, len(articles))
	for i, a := range articles {
		ids[i] = a.id
		t.Published = append(t.Published, a.day)
	}
	if t.Events, err = tx.eventsOf(ids); err != nil {
		return err
	}
	return tx.nameAll(t)
}

// A published is an article and its day of publication, "" for one without.
type published struct {
	id  int64
	day string
}

// fitting is at most limit articles that fit a query, newest first.
func (tx *Tx) fitting(q *Query, limit int) ([]published, error) {
	scan := func(r scanner) (p published, err error) { return p, r.Scan(&p.id, &p.day) }
	speakers, not := q.fields("speaker")
	if len(speakers)+len(not) == 0 {
		from, w, order := q.articles(0)
		return rows(tx, scan, `SELECT a.id, coalesce(a.published, '') FROM `+from+` WHERE `+w.sql()+` ORDER BY `+order+` DESC LIMIT ?`, append(w.args, limit)...)
	}
	from, w, order, err := tx.statements(q, 0)
	if err != nil {
		return nil, err
	}
	// Of an article several statements may fit; a few thousand of them are enough.
	all, err := rows(tx, scan, `SELECT s.article, coalesce(a.published, '') FROM `+from+` WHERE `+w.sql()+` ORDER BY `+order+` DESC LIMIT ?`, append(w.args, 4*limit)...)
	return distinct(all, limit), err
}

// distinct is the first limit articles of all, each once; one's lie together.
func distinct(all []published, limit int) []published {
	var each []published
	for _, p := range all {
		if len(each) < limit && (len(each) == 0 || each[len(each)-1] != p) {
			each = append(each, p)
		}
	}
	return each
}

const eventsQuery = `SELECT e.id, e.kind, e.status, e.value, e."first", e."last", e.who, coalesce(e.place, 0)
	FROM json_each(?) a CROSS JOIN event e ON e.id >= a.value * 4096 AND e.id < (a.value + 1) * 4096
	WHERE e.state <> 'rejected'`

// eventsOf is the events of articles, in the order of those.
func (tx *Tx) eventsOf(articles []int64) ([]Event, error) {
	list, err := json.Marshal(articles)
	if err != nil {
		return nil, err
	}
	return rows(tx, func(r scanner) (e Event, err error) {
		var who string
		err = r.Scan(&e.ID, &e.Kind, &e.Status, &e.Value, &e.First, &e.Last, &who, &e.Place)
		e.Article = e.ID / perArticle
		if err == nil && who != "[]" {
			err = json.Unmarshal([]byte(who), &e.Who)
		}
		return e, err
	}, eventsQuery, string(list))
}

const namesQuery = `SELECT m.id, e.id, e.key, e.kind, coalesce(e.shown, e.name)
	FROM json_each(?) x CROSS JOIN entity m ON m.id = x.value JOIN entity e ON e.id = m.root`

// nameAll puts the entities that names mean in the place of the names, and
// looks up what those are called.
func (tx *Tx) nameAll(t *Timeline) error {
	var list []int64
	seen := map[int64]bool{0: true}
	for _, e := range t.Events {
		for _, id := range append(e.Who, e.Place) {
			if !seen[id] {
				seen[id], list = true, append(list, id)
			}
		}
	}
	names, err := json.Marshal(list)
	if err != nil || list == nil {
		return err
	}
	t.Names = make(map[int64]Entity, len(list))
	means := make(map[int64]int64, len(list))
	_, err = rows(tx, func(r scanner) (struct{}, error) {
		var name int64
		var e Entity
		err := r.Scan(&name, &e.ID, &e.Key, &e.Kind, &e.Name)
		means[name], t.Names[e.ID] = e.ID, e
		return struct{}{}, err
	}, namesQuery, string(names))
	for i := range t.Events {
		e := &t.Events[i]
		e.Place = means[e.Place]
		who := e.Who[:0]
		for _, name := range e.Who {
			if id := means[name]; id != 0 && !slices.Contains(who, id) {
				who = append(who, id)
			}
		}
		e.Who = who
	}
	return err
}
