package store

// An Outline is a story with what belongs to it, to be handed on.
type Outline struct {
	ID                int64
	Name, About, Made string
	Articles, Claims  []int64  // of the library, and as they were gathered
	People            []string // keys of names
}

// Outline is the story of that id with what belongs to it. Articles that were
// removed from the library are left out.
func (tx *Tx) Outline(story int64) (Outline, error) {
	o := Outline{ID: story}
	if err := tx.one(`SELECT name, about, made FROM story WHERE id = ?`, []any{story}, &o.Name, &o.About, &o.Made); err != nil {
		return o, err
	}
	_, err := rows(tx, func(r scanner) (struct{}, error) {
		var article, claim int64
		var entity string
		err := r.Scan(&article, &claim, &entity)
		switch {
		case article != 0:
			o.Articles = append(o.Articles, article)
		case claim != 0:
			o.Claims = append(o.Claims, claim)
		default:
			o.People = append(o.People, entity)
		}
		return struct{}{}, err
	}, `SELECT coalesce(i.article, 0), coalesce(i.claim, 0), coalesce(i.entity, '') FROM story_item i
		WHERE i.story = ? AND i.belongs = 1 AND (i.article IS NULL OR i.article NOT IN (SELECT article FROM removal))
		ORDER BY i.article, i.claim, i.entity`, story)
	return o, err
}
