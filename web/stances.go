package web

import (
	"strconv"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// stances is what an entity is for and against by its newest positions from
// before one (0: from the newest), at most limit, and the address of what is
// older, "" for nothing. Topics of both sides stand apart from the others.
func stances(tx *store.Tx, e store.Entity, before int64, limit int) (s view.Stances, older string, err error) {
	found, err := tx.Positions(e.ID, "", before, limit+1)
	if err != nil {
		return s, "", err
	}
	if len(found) > limit {
		found = found[:limit]
		older = personHref(e.ID) + "?positions=all&before=" + strconv.FormatInt(found[limit-1].ID, 10)
	}
	for _, topic := range store.Topics(found) {
		t := view.Topic{For: stanceLines(topic.For), Against: stanceLines(topic.Against)}
		switch {
		case len(t.Against) == 0:
			s.For = append(s.For, t)
		case len(t.For) == 0:
			s.Against = append(s.Against, t)
		default:
			s.Both = append(s.Both, t)
		}
	}
	return s, older, nil
}

// fillPositions is a page of what an entity is for and against.
func fillPositions(tx *store.Tx, m *view.Someone, e store.Entity, before int64) (err error) {
	m.Part = "What they are for and against"
	if before != 0 {
		m.Paging.Newer = personHref(e.ID) + "?positions=all"
	}
	m.Stances, m.Paging.Older, err = stances(tx, e, before, perPage)
	return err
}

func stanceLines(positions []store.Position) []view.StanceLine {
	var lines []view.StanceLine
	for _, p := range positions {
		lines = append(lines, view.StanceLine{
			Words: view.Link{Text: p.Topic, Href: statementHref(p.Article, p.Key)}, Act: said[fact.Act(p.Act)], By: p.Words,
			Day: dayWord(p.Published), Outlet: p.Outlet, Article: view.Link{Text: p.Title, Href: articleHref(p.Article)}, State: viewState(p.State),
		})
	}
	return lines
}
