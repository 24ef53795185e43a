package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

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
		m.Lines = append(m.Lines, personLine(e))
	}
	if m.Total = plural(len(all), "name", "names"); len(all) == most {
		m.Total = "the 100 in most articles; look for others by name"
	}
	return s.render(w, r, http.StatusOK, view.PeoplePage(m))
}

func personLine(e store.Entity) view.PersonLine {
	return view.PersonLine{Href: personHref(e.ID), Name: e.Name, Kind: e.Kind, Statements: e.Statements, Articles: e.Articles}
}

func personHref(id int64) string { return "/people/" + strconv.FormatInt(id, 10) }

func (s *Server) someone(w http.ResponseWriter, r *http.Request) error {
	return s.showSomeone(w, r, http.StatusOK, nil)
}

// showSomeone renders the page of an entity; with may put what the user typed
// and what is wrong with it back into the page. The address of a name that was
// merged into another leads on to that one.
func (s *Server) showSomeone(w http.ResponseWriter, r *http.Request, status int, with func(*view.Someone)) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	var m view.Someone
	var e store.Entity
	err = s.view(r, func(tx *store.Tx) error {
		if e, err = tx.Entity(id); err != nil {
			return err
		}
		return fillPart(tx, &m, e, r.URL.Query())
	})
	if err != nil {
		return err
	}
	if e.ID != id && status == http.StatusOK {
		q := r.URL.Query().Encode()
		http.Redirect(w, r, personHref(e.ID)+strings.TrimSuffix("?"+q, "?"), http.StatusSeeOther)
		return nil
	}
	m.Page = s.page(r, e.Name, view.SectionPeople)
	if status != http.StatusOK {
		m.Page.Path = personHref(e.ID)
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.SomeonePage(m))
}

// fillPart is who an entity is with an overview of what they said and want, or
// more of the part that the query names: act=warn (act=all for everything) or
// positions=all, from before=… on.
func fillPart(tx *store.Tx, m *view.Someone, e store.Entity, q url.Values) error {
	m.ID, m.Key, m.Name, m.Kind, m.Shared = strconv.FormatInt(e.ID, 10), e.Key, e.Name, e.Kind, e.Shared
	m.Statements, m.Articles = e.Statements, e.Articles
	before, _ := strconv.ParseInt(q.Get("before"), 10, 64)
	switch act := fact.Act(q.Get("act")); {
	case act == everyAct, said[act] != "":
		return fillSaid(tx, m, e, act, before)
	case q.Has("positions"):
		return fillPositions(tx, m, e, before)
	}
	if err := fillSomeone(tx, m, e); err != nil {
		return err
	}
	var err error
	if m.Stances, m.Older, err = stances(tx, e, 0, positionsShown); err != nil {
		return err
	}
	return fillActs(tx, m, e)
}

// fillSomeone is who an entity is.
func fillSomeone(tx *store.Tx, m *view.Someone, e store.Entity) error {
	m.Rename.Value = e.Name
	var err error
	if m.Mark, err = tx.Mark("merge", e.Key); err != nil {
		return err
	}
	roles, err := tx.Roles(e.ID)
	if err != nil {
		return err
	}
	for _, x := range roles {
		m.Roles = append(m.Roles, view.RoleLine{Role: x.Role, Article: view.Link{Text: joined(", ", x.Outlet, dayWord(x.Published)), Href: articleHref(x.Article)}})
	}
	aliases, err := tx.Aliases(e)
	if err != nil {
		return err
	}
	for _, a := range aliases {
		line := view.AliasLine{Key: a.Key, Name: a.Name, Articles: a.Articles}
		if a.Into != e.Name {
			line.Through = a.Into
		}
		m.Aliases = append(m.Aliases, line)
	}
	twins, err := tx.TwinsOf(e)
	if err != nil {
		return err
	}
	for _, x := range twins {
		m.Twins = append(m.Twins, personLine(x))
	}
	if m.LaterRoles, err = tx.LaterRoles(e); err != nil {
		return err
	}
	m.Gathering, err = gathering(tx, store.EntityItem(e.Key), e.Kind)
	return err
}
