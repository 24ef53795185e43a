package store

import "strconv"

// queueRows is the SQL of a queue over many articles: which rows s of a kind's
// table wait in it, and the column that gives the order before the row's id.
// The tables have a partial index for each, so no question walks past what was
// decided.
type queueRows struct {
	from  string // FROM and WHERE; ?1 is of
	of    int64  // the story or the entity
	order string
}

// A stretch is a part of a queue that an index answers for: what is level with
// a place and on one side of it, or what lies past it.
type stretch struct {
	where string
	args  []any // ?2 and following
}

// everything is all of a queue.
var everything = []stretch{{}}

// rows is the SQL of q, which is about no single article.
func (q Queue) rows() queueRows {
	r := queueRows{order: "s.article"}
	index := q.Kind + "_open"
	if q.LeastSure {
		r.order, index = "s.confidence", q.Kind+"_unsure"
	}
	switch {
	case q.Story != 0:
		r.of = q.Story
		r.from = `FROM story_item i CROSS JOIN ` + q.Kind + ` s INDEXED BY ` + q.Kind + `_open ON s.article = i.article
			WHERE i.story = ?1 AND i.belongs = 1 AND i.article IS NOT NULL AND s.state = 'suggested'`
	case q.Who != 0:
		r.of = q.Who
		r.from = `FROM statement s INDEXED BY ` + index + `_of WHERE s.speaker = m.id AND s.state = 'suggested'`
	default:
		r.from = `FROM ` + q.Kind + ` s INDEXED BY ` + index + ` WHERE ?1 = 0 AND s.state = 'suggested'`
	}
	r.from += ` AND s.id / 4096 NOT IN (SELECT article FROM removal)`
	return r
}

// after is the part of q after the place of s, the nearest stretch first.
func (q Queue) after(s Suggestion) []stretch { return q.beyond(s, ">") }

// before is the part of q before the place of s, the nearest stretch first.
func (q Queue) before(s Suggestion) []stretch { return q.beyond(s, "<") }

func (q Queue) beyond(s Suggestion, way string) []stretch {
	at := any(s.Article)
	if q.LeastSure {
		at = s.Confidence
	}
	order := q.rows().order
	return []stretch{
		{` AND ` + order + ` = ?2 AND s.id ` + way + ` ?3`, []any{at, s.number}},
		{` AND ` + order + ` ` + way + ` ?2`, []any{at}},
	}
}

// nearest is the first row of q in stretches, or, going backward, the last;
// ErrNotFound when there is none.
func (tx *Tx) nearest(q Queue, in []stretch, backward bool) (Suggestion, error) {
	if err := q.Valid(); err != nil {
		return Suggestion{}, err
	}
	r := q.rows()
	order := ` ORDER BY ` + r.order + `, s.id LIMIT 1`
	if backward {
		order = ` ORDER BY ` + r.order + ` DESC, s.id DESC LIMIT 1`
	}
	for _, part := range in {
		query := `SELECT s.id ` + r.from + part.where + order
		if q.Who != 0 { // name by name, since an index has the order of each
			query = `SELECT s.id FROM entity m JOIN statement s ON s.id = (` + query + `) WHERE m.root = ?1` + order
		}
		all, err := rows(tx, scanSuggestion, suggestionColumns(q.Kind)+`WHERE s.id = (`+query+`)`, append([]any{r.of}, part.args...)...)
		if err != nil {
			return Suggestion{}, err
		}
		if len(all) > 0 {
			return all[0], nil
		}
	}
	return Suggestion{}, ErrNotFound
}

// count is how many rows of q lie in stretches, at most one over Many.
func (tx *Tx) count(q Queue, in []stretch) (int, error) {
	if err := q.Valid(); err != nil {
		return 0, err
	}
	r := q.rows()
	total := 0
	for _, part := range in {
		query := `SELECT count(*) FROM (SELECT 1 ` + r.from + part.where + ` LIMIT ` + strconv.Itoa(Many+1) + `)`
		if q.Who != 0 {
			query = `SELECT coalesce(sum((` + query + `)), 0) FROM entity m WHERE m.root = ?1`
		}
		var n int
		if err := tx.one(query, append([]any{r.of}, part.args...), &n); err != nil {
			return 0, err
		}
		total += n
	}
	return min(total, Many+1), nil
}

func suggestionColumns(kind string) string {
	return `SELECT s.article, s.key, s.state, s.confidence, s.id FROM ` + kind + ` s `
}

func scanSuggestion(r scanner) (s Suggestion, err error) {
	return s, r.Scan(&s.Article, &s.Key, &s.State, &s.Confidence, &s.number)
}

// QueueName is the name of what q is about: the article's title, the story's or
// the entity's name; "" for the whole library. ErrNotFound when it is not there.
func (tx *Tx) QueueName(q Queue) (name string, err error) {
	switch {
	case q.Article != 0:
		return name, tx.one(`SELECT title FROM article WHERE id = ?`, []any{q.Article}, &name)
	case q.Story != 0:
		return name, tx.one(`SELECT name FROM story WHERE id = ?`, []any{q.Story}, &name)
	case q.Who != 0:
		e, err := tx.Entity(q.Who)
		return e.Name, err
	}
	return "", nil
}

// A Reviewable is a story whose articles can be reviewed by themselves.
type Reviewable struct {
	Story int64
	Name  string
}

// Reviewables is the newest stories, at most limit.
func (tx *Tx) Reviewables(limit int) ([]Reviewable, error) {
	return rows(tx, func(r scanner) (x Reviewable, err error) { return x, r.Scan(&x.Story, &x.Name) },
		`SELECT id, name FROM story ORDER BY id DESC LIMIT ?`, limit)
}
