package store

import (
	"cmp"
	"slices"
)

// draw writes who appears in an article and its statements, events and
// positions as they now stand, and drops the names of the archive that this
// leaves without an article.
func (tx *Tx) draw(article int64, f *ArticleFacts) error {
	who, err := tx.drawn(article, f)
	if err != nil {
		return err
	}
	for i := range f.Statements {
		if err := tx.saveStatement(article, f, i, who); err != nil {
			return err
		}
	}
	if err := tx.drawHappenings(article, f, who); err != nil {
		return err
	}
	if err := tx.drawTaught(article, f); err != nil {
		return err
	}
	return tx.drawAppearances(article, f, who)
}

// redraw draws an article again after something was said of its names: the
// same statements, it may be with other speakers.
func (tx *Tx) redraw(article int64) error {
	f, who, err := tx.recast(article)
	if err != nil {
		return err
	}
	if err := tx.drawHappenings(article, f, who); err != nil {
		return err
	}
	if err := tx.drawTaught(article, f); err != nil {
		return err
	}
	return tx.drawAppearances(article, f, who)
}

// recast gives an article's statements the speakers that they now have, and
// returns its facts with the rows of its entities.
func (tx *Tx) recast(article int64) (*ArticleFacts, map[int]int64, error) {
	f, err := tx.Facts(article)
	if err != nil {
		return nil, nil, err
	}
	who, err := tx.drawn(article, f)
	if err != nil {
		return nil, nil, err
	}
	for i, s := range f.Statements {
		err := tx.exec(`UPDATE statement SET speaker = nullif(?3, 0) WHERE article = ?1 AND key = ?2 AND speaker IS NOT nullif(?3, 0)`,
			article, f.Keys.Statements[i], who[s.Speaker])
		if err != nil {
			return nil, nil, err
		}
	}
	return f, who, nil
}

// drawHappenings writes the events and positions of an article.
func (tx *Tx) drawHappenings(article int64, f *ArticleFacts, who map[int]int64) error {
	if err := tx.drawEvents(article, f, who); err != nil {
		return err
	}
	return tx.drawPositions(article, f, who)
}

// drawn is the rows of an article's entities, by their number in it, made
// where there are none yet.
func (tx *Tx) drawn(article int64, f *ArticleFacts) (map[int]int64, error) {
	names, err := tx.standIns(article, f)
	if err != nil {
		return nil, err
	}
	who := make(map[int]int64, len(names))
	for _, e := range f.Entities { // in their order, so that the same articles give the same rows
		n, ok := names[e.ID]
		if !ok {
			continue
		}
		if who[e.ID], err = tx.row(n); err != nil {
			return nil, err
		}
	}
	return who, nil
}

// An appearance is what an article has of one name: the first role it gives it,
// how often it speaks of it, and how many of its facts that are of this very
// name nobody has decided on (open) or the user accepted (kept).
type appearance struct {
	entity     int64
	role       string
	mentions   int
	open, kept int
}

// appearances is those of an article, by entity; who is the rows of its
// entities.
func (f *ArticleFacts) appearances(who map[int]int64) []appearance {
	var all []appearance
	for n, e := range f.Entities {
		id := who[e.ID]
		if id == 0 {
			continue
		}
		i := slices.IndexFunc(all, func(a appearance) bool { return a.entity == id })
		if i < 0 {
			i, all = len(all), append(all, appearance{entity: id})
		}
		all[i].role = cmp.Or(all[i].role, f.role(e))
		all[i].mentions += len(e.Mentions)
		switch state := f.State(f.Keys.Entities[n]); {
		case f.others[e.ID]:
		case state == Suggested:
			all[i].open++
		case state != Rejected:
			all[i].kept++
		}
	}
	slices.SortFunc(all, func(a, b appearance) int { return cmp.Compare(a.entity, b.entity) })
	return all
}

// drawnAppearances is those that the archive has of an article, by entity.
func (tx *Tx) drawnAppearances(article int64) ([]appearance, error) {
	return rows(tx, func(r scanner) (a appearance, err error) {
		return a, r.Scan(&a.entity, &a.role, &a.mentions, &a.open, &a.kept)
	},
		`SELECT entity, role, mentions, open, kept FROM appearance WHERE article = ? ORDER BY entity`, article)
}

// drawAppearances writes what differs, and tidies up after names that are gone.
func (tx *Tx) drawAppearances(article int64, f *ArticleFacts, who map[int]int64) error {
	had, err := tx.drawnAppearances(article)
	if err != nil {
		return err
	}
	want := f.appearances(who)
	var gone []int64
	for _, a := range had {
		if slices.Contains(want, a) {
			continue
		}
		gone = append(gone, a.entity)
		if err := tx.exec(`DELETE FROM appearance WHERE entity = ? AND article = ?`, a.entity, article); err != nil {
			return err
		}
	}
	for _, a := range want {
		if slices.Contains(had, a) {
			continue
		}
		err := tx.exec(`INSERT INTO appearance (entity, article, role, mentions, open, kept) VALUES (?, ?, ?, ?, ?, ?)`,
			a.entity, article, a.role, a.mentions, a.open, a.kept)
		if err != nil {
			return err
		}
	}
	return tx.tidy(gone...)
}

// perArticle is how many statements, events and positions of an article have a
// row of their own.
const perArticle = 1 << 12

// saveStatement writes statement i of f as it now stands; who is the rows of
// the article's entities.
func (tx *Tx) saveStatement(article int64, f *ArticleFacts, i int, who map[int]int64) error {
	row := rowOf(i, len(f.Statements), f.added.Statements)
	if row < 0 {
		return nil
	}
	s, key := f.Statements[i], f.Keys.Statements[i]
	return tx.exec(`INSERT INTO statement (id, article, key, speaker, source, words, act, form, said, confidence, state, cue)
		VALUES (?1, ?2, ?3, nullif(?4, 0), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
		ON CONFLICT (article, key) DO UPDATE SET speaker = nullif(?4, 0), source = ?5, words = ?6, act = ?7, form = ?8, said = ?9, state = ?11, cue = ?12`,
		article*perArticle+row, article, key, who[s.Speaker], f.Words(s.Source), f.Told(s), s.Act, s.Form, s.Said, s.Confidence, f.State(key), f.cue(s))
}
