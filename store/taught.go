package store

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// A taughtRow is a fact that is as it is by a lesson.
type taughtRow struct {
	key    string
	lesson int64
}

// taughtRows is those of an article, by key.
func (f *ArticleFacts) taughtRows() []taughtRow {
	var all []taughtRow
	for _, key := range slices.Sorted(maps.Keys(f.taught)) {
		all = append(all, taughtRow{key, f.taught[key].ID})
	}
	return all
}

// drawnTaught is those that the archive has of an article, by key.
func (tx *Tx) drawnTaught(article int64) ([]taughtRow, error) {
	return rows(tx, func(r scanner) (t taughtRow, err error) { return t, r.Scan(&t.key, &t.lesson) },
		`SELECT key, lesson FROM taught WHERE article = ? ORDER BY key`, article)
}

// drawTaught writes those of an article where they differ.
func (tx *Tx) drawTaught(article int64, f *ArticleFacts) error {
	had, err := tx.drawnTaught(article)
	if err != nil {
		return err
	}
	want := f.taughtRows()
	if slices.Equal(had, want) {
		return nil
	}
	if err := tx.exec(`DELETE FROM taught WHERE article = ?`, article); err != nil {
		return err
	}
	for _, t := range want {
		if err := tx.exec(`INSERT INTO taught (article, key, lesson) VALUES (?, ?, ?)`, article, t.key, t.lesson); err != nil {
			return fmt.Errorf("draw what was taught of %s: %w", t.key, err)
		}
	}
	return nil
}

// drawRoles writes the roles that the reading of an article gives its names.
func (tx *Tx) drawRoles(article int64, reading *ArticleFacts) error {
	if err := tx.exec(`DELETE FROM reading_role WHERE article = ?`, article); err != nil {
		return err
	}
	for _, r := range reading.roleRows() {
		err := tx.exec(`INSERT INTO reading_role (name, role, article, key) VALUES (?, ?, ?, ?)`, r.name, r.role, article, r.key)
		if err != nil {
			return fmt.Errorf("draw the role of %s: %w", r.key, err)
		}
	}
	return nil
}

// A roleRow is a name with a role, both folded, and the key of the fact.
type roleRow struct{ name, role, key string }

// roleRows is those of a reading, by key.
func (f *ArticleFacts) roleRows() []roleRow {
	var all []roleRow
	for i, e := range f.Entities {
		if role := fold(e.Role); role != "" {
			all = append(all, roleRow{keyOf(e.Kind, e.Name), role, f.Keys.Entities[i]})
		}
	}
	slices.SortFunc(all, func(a, b roleRow) int { return cmp.Compare(a.key, b.key) })
	return all
}

// drawnRoles is those that the archive has of an article, by key.
func (tx *Tx) drawnRoles(article int64) ([]roleRow, error) {
	return rows(tx, func(r scanner) (x roleRow, err error) { return x, r.Scan(&x.name, &x.role, &x.key) },
		`SELECT name, role, key FROM reading_role WHERE article = ? ORDER BY key`, article)
}

// relearned brings what is drawn up to date after the lesson of that id was
// set or dropped.
func (tx *Tx) relearned(id string, before, after json.RawMessage) error {
	var was, is Lesson
	if err := errors.Join(json.Unmarshal(before, &was), json.Unmarshal(after, &is)); err != nil {
		return fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	lesson, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return fmt.Errorf("%w: no lesson is called %q", ErrInvalid, id)
	}
	if cmp.Or(was.Kind, is.Kind) == CueLesson {
		return errors.Join(tx.forgetCue(lesson), tx.heedCue(lesson, is))
	}
	articles, err := tx.touched(lesson, is)
	if err != nil {
		return err
	}
	for _, article := range articles {
		if err := tx.redraw(article); err != nil {
			return err
		}
	}
	return nil
}

// forgetCue makes suggestions again of the statements that a lesson rejected.
func (tx *Tx) forgetCue(lesson int64) error {
	err := tx.exec(`UPDATE statement SET state = 'suggested' WHERE id IN (
		SELECT s.id FROM taught t JOIN statement s ON s.article = t.article AND s.key = t.key WHERE t.lesson = ?)`, lesson)
	if err != nil {
		return err
	}
	return tx.exec(`DELETE FROM taught WHERE lesson = ?`, lesson)
}

// heedCue rejects the statements that l, if it is one about a cue, holds for.
// Nothing else is drawn from the state of a statement, so that no article needs
// to be read.
func (tx *Tx) heedCue(lesson int64, l Lesson) error {
	if l.Kind != CueLesson {
		return nil
	}
	err := tx.exec(`INSERT INTO taught (article, key, lesson) SELECT s.article, s.key, ?1
		FROM statement s JOIN article a ON a.id = s.article WHERE s.cue = ?2 AND s.state = 'suggested' AND a.document > ?3`,
		lesson, l.Was, l.Seen)
	if err != nil {
		return err
	}
	return tx.exec(`UPDATE statement SET state = 'rejected' WHERE id IN (
		SELECT s.id FROM taught t JOIN statement s ON s.article = t.article AND s.key = t.key WHERE t.lesson = ?)`, lesson)
}

// touched is the articles in which a lesson about a name changed something, or
// now will; a lesson that was dropped is the zero Lesson.
func (tx *Tx) touched(lesson int64, l Lesson) ([]int64, error) {
	return rows(tx, scanID, `SELECT t.article FROM taught t WHERE t.lesson = ?1
		UNION SELECT p.article FROM entity e JOIN appearance p ON p.entity = e.id JOIN article a ON a.id = p.article
			WHERE ?2 = 'name' AND e.key = ?3 AND p.open > 0 AND a.document > ?5
		UNION SELECT r.article FROM reading_role r JOIN article a ON a.id = r.article
			WHERE ?2 = 'role' AND r.name = ?3 AND r.role = ?4 AND a.document > ?5
		ORDER BY 1`, lesson, l.Kind, l.Name, l.Was, l.Seen)
}
