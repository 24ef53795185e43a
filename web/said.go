package web

import (
	"strconv"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// everyAct is asked for to see statements by no act alone.
const everyAct fact.Act = "all"

// How many statements of each act, and how many positions, the page of an
// entity shows.
const (
	newestShown    = 3
	positionsShown = 40
)

// fillActs is what an entity said, by act, as fact.Acts orders them, of each
// the newest.
func fillActs(tx *store.Tx, m *view.Someone, e store.Entity) error {
	counts, err := tx.ActsOf(e.ID)
	if err != nil {
		return err
	}
	newest, err := tx.NewestOfActs(e.ID, counts, newestShown)
	if err != nil {
		return err
	}
	n := map[fact.Act]int{}
	for _, c := range counts {
		n[fact.Act(c.Act)] = c.N
	}
	for _, act := range fact.Acts {
		if n[act] == 0 {
			continue
		}
		g := view.ActGroup{ID: "act-" + string(act), Title: capital(said[act]), Count: thousands(n[act])}
		for _, x := range newest {
			if x.Act == string(act) {
				line := saidLine(x)
				line.Act = ""
				g.Lines = append(g.Lines, line)
			}
		}
		if n[act] > len(g.Lines) {
			g.All = view.Link{Text: "All " + thousands(n[act]), Href: actHref(e.ID, act)}
		}
		m.Acts = append(m.Acts, g)
	}
	if len(m.Acts) > 1 {
		m.AllSaid = view.Link{Text: "all, in order of time", Href: actHref(e.ID, everyAct)}
	}
	return nil
}

// fillSaid is a page of what an entity said by one act, or of everything.
func fillSaid(tx *store.Tx, m *view.Someone, e store.Entity, act fact.Act, before int64) (err error) {
	var found []store.Statement
	m.Part = "Everything they said"
	if act == everyAct {
		found, err = tx.SaidBy(e.ID, before, perPage+1)
	} else {
		m.Part = "What they " + said[act]
		found, err = tx.SaidAs(e.ID, string(act), before, perPage+1)
	}
	if len(found) > perPage {
		found = found[:perPage]
		m.Paging.Older = actHref(e.ID, act) + "&before=" + strconv.FormatInt(found[perPage-1].ID, 10)
	}
	if before != 0 {
		m.Paging.Newer = actHref(e.ID, act)
	}
	for _, x := range found {
		m.Said = append(m.Said, saidLine(x))
	}
	return err
}

func actHref(id int64, act fact.Act) string { return personHref(id) + "?act=" + string(act) }

func saidLine(x store.Statement) view.SaidLine {
	return view.SaidLine{
		Day: dayWord(x.Published), Act: said[fact.Act(x.Act)], Words: x.Words, Direct: x.Form == string(fact.Direct),
		Article: view.Link{Text: x.Title, Href: statementHref(x.Article, x.Key)}, Outlet: x.Outlet, State: viewState(x.State),
	}
}
