package web

import (
	"net/http"
	"strconv"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// peopleKinds is what the list can be narrowed to; the values are fact's kinds.
var peopleKinds = [...]view.Option{
	{Value: "person", Label: "People"}, {Value: "organization", Label: "Organizations"},
	{Value: "place", Label: "Places"}, {Value: "group", Label: "Groups"}, {Value: "", Label: "All"},
}

func (s *Server) people(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	kind, text := q.Get("kind"), q.Get("q")
	if !q.Has("kind") && text == "" {
		kind = string(fact.Person)
	}
	m := view.People{Page: s.page(r, "People", view.SectionPeople), Text: text, Set: text != ""}
	for _, o := range peopleKinds {
		o.Selected = o.Value == kind
		m.Kinds = append(m.Kinds, o)
	}
	const most = 100
	var all []store.Entity
	if err := s.view(r, func(tx *store.Tx) (err error) { all, err = tx.Speakers(kind, text, most); return err }); err != nil {
		return err
	}
	for _, e := range all {
		m.Lines = append(m.Lines, view.PersonLine{Href: personHref(e.ID), Name: e.Name, Kind: e.Kind, Statements: e.Statements, Articles: e.Articles})
	}
	if m.Total = plural(len(all), "name", "names"); len(all) == most {
		m.Total = "the 100 spoken of most in the newest 500 articles; look for others by name"
	}
	return s.render(w, r, http.StatusOK, view.PeoplePage(m))
}

func personHref(id int64) string { return "/people/" + strconv.FormatInt(id, 10) }

func (s *Server) someone(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	before, _ := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	m := view.Someone{Page: s.page(r, "", view.SectionPeople)}
	err = s.view(r, func(tx *store.Tx) error {
		e, err := tx.Entity(id)
		if err != nil {
			return err
		}
		m.Name, m.Kind, m.Statements, m.Articles, m.Page.Title = e.Name, e.Kind, e.Statements, e.Articles, e.Name
		roles, err := tx.Roles(id)
		if err != nil {
			return err
		}
		for _, x := range roles {
			m.Roles = append(m.Roles, view.RoleLine{Role: x.Role, Article: view.Link{Text: joined(", ", x.Outlet, dayWord(x.Published)), Href: articleHref(x.Article)}})
		}
		said, err := tx.SaidBy(id, before, perPage+1)
		if err != nil {
			return err
		}
		if len(said) > perPage {
			said = said[:perPage]
			m.Paging.Older = personHref(id) + "?before=" + strconv.FormatInt(said[perPage-1].ID, 10)
		}
		if before != 0 {
			m.Paging.Newer = personHref(id)
		}
		for _, x := range said {
			m.Said = append(m.Said, saidLine(x))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.SomeonePage(m))
}

func saidLine(x store.Statement) view.SaidLine {
	return view.SaidLine{
		Day: dayWord(x.Published), Act: said[fact.Act(x.Act)], Words: x.Words, Direct: x.Form == string(fact.Direct),
		Article: view.Link{Text: x.Title, Href: statementHref(x.Article, x.Key)}, Outlet: x.Outlet, State: viewState(x.State),
	}
}
