package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// An eventRow is an event of an article as table event has it.
type eventRow struct {
	id                int64
	key, kind, status string
	value, written    string
	first, last       string
	who               string // JSON array of the rows of entities
	place             int64
	start, end        int
	statement         string
	confidence        float64
	state             string
}

// eventRows is the events of its article as they now stand, by row; who is the rows of
// its entities.
func (f *ArticleFacts) eventRows(article int64, who map[int]int64) []eventRow {
	var all []eventRow
	for i, e := range f.Events {
		row, key := rowOf(i, len(f.Events), f.added.Events), f.Keys.Events[i]
		if row < 0 {
			continue
		}
		ids := []int64{}
		for _, number := range e.Who {
			if id := who[number]; id != 0 && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		first, last := days(e.When)
		all = append(all, eventRow{article*perArticle + row, key, string(e.Kind), string(e.Status), e.When, f.written(e), first, last, string(must(json.Marshal(ids))), who[e.Where],
			e.Span.Start, e.Span.End, f.statementKey(e.Statement), e.Confidence, f.State(key)})
	}
	return all
}

// written is the words of the article that give the time of e: of those with
// its value the nearest.
func (f *ArticleFacts) written(e fact.Event) string {
	var nearest text.Span
	least := -1
	for _, t := range f.Times {
		if t.Value != e.When || t.Value == "" {
			continue
		}
		if away := max(t.Span.Start-e.Span.End, e.Span.Start-t.Span.End); least < 0 || away < least {
			nearest, least = t.Span, away
		}
	}
	return f.text[nearest.Start:nearest.End]
}

// statementKey is the key of the article's statement of that id, "" for none.
func (f *ArticleFacts) statementKey(id int) string {
	for i, s := range f.Statements {
		if id != 0 && s.ID == id {
			return f.Keys.Statements[i]
		}
	}
	return ""
}

// drawnEvents is the events that the archive has of an article.
func (tx *Tx) drawnEvents(article int64) ([]eventRow, error) {
	return rows(tx, func(r scanner) (e eventRow, err error) {
		return e, r.Scan(&e.id, &e.key, &e.kind, &e.status, &e.value, &e.written, &e.first, &e.last, &e.who, &e.place, &e.start, &e.end, &e.statement, &e.confidence, &e.state)
	}, `SELECT id, key, kind, status, value, written, "first", "last", who, coalesce(place, 0), "start", "end", statement, confidence, state
		FROM event WHERE id >= ?1 * 4096 AND id < (?1 + 1) * 4096 ORDER BY id`, article)
}

// drawEvents writes those events of an article that differ.
func (tx *Tx) drawEvents(article int64, f *ArticleFacts, who map[int]int64) error {
	if len(f.Events) == 0 {
		return nil
	}
	had, err := tx.drawnEvents(article)
	if err != nil {
		return err
	}
	for i, e := range f.eventRows(article, who) {
		if i < len(had) && had[i] == e {
			continue
		}
		err := tx.exec(`INSERT OR REPLACE INTO event (id, article, key, kind, status, value, written, "first", "last", who, place, "start", "end", statement, confidence, state)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?)`, e.id, article,
			e.key, e.kind, e.status, e.value, e.written, e.first, e.last, e.who, e.place, e.start, e.end, e.statement, e.confidence, e.state)
		if err != nil {
			return fmt.Errorf("draw the event %s: %w", e.key, err)
		}
	}
	return nil
}
