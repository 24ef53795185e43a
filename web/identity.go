package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// candidatesShown is how many entities are offered as the same as another.
const candidatesShown = 20

func (s *Server) samePage(w http.ResponseWriter, r *http.Request) error {
	return s.showSame(w, r, http.StatusOK, nil)
}

// showSame renders the page on which the user says who is the same as an
// entity: whoever the search finds, or without one whoever is likely.
func (s *Server) showSame(w http.ResponseWriter, r *http.Request, status int, with func(*view.Same)) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	m := view.Same{Text: strings.TrimSpace(r.URL.Query().Get("q"))}
	err = s.view(r, func(tx *store.Tx) error {
		e, err := tx.Entity(id)
		if err != nil {
			return err
		}
		m.ID, m.Key, m.Name, m.Kind, m.Shared = strconv.FormatInt(e.ID, 10), e.Key, e.Name, e.Kind, e.Shared
		m.Lines, err = alike(tx, e, m.Text)
		return err
	})
	if err != nil {
		return err
	}
	m.Page = s.page(r, "The same as "+m.Name, view.SectionPeople)
	if r.Method == http.MethodPost {
		m.Page.Path = personHref(id) + "/same"
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.SamePage(m))
}

// alike is who may be the same as e: by the words of text, or all by itself.
func alike(tx *store.Tx, e store.Entity, text string) (lines []view.SameLine, err error) {
	var found []store.Candidate
	if text == "" {
		found, err = tx.Candidates(e, candidatesShown)
	} else {
		var all []store.Entity
		all, err = tx.Speakers("", text, candidatesShown+1)
		for _, x := range all {
			found = append(found, store.Candidate{Entity: x})
		}
	}
	for _, c := range found {
		if c.ID != e.ID {
			lines = append(lines, view.SameLine{PersonLine: personLine(c.Entity), Key: c.Key, Why: c.Why})
		}
	}
	return lines, err
}

// whom is the entity that a form is about. It is named by its number in the
// address and by its key in the form, so that a page that has been open for
// long cannot mean someone who has the number by now.
func whom(tx *store.Tx, r *http.Request) (store.Entity, error) {
	id, err := id(r, "id")
	if err != nil {
		return store.Entity{}, err
	}
	e, err := tx.Entity(id)
	if err == nil && e.Key != r.PostForm.Get("who") {
		return e, fmt.Errorf("%w: the names on this page; open it again", store.ErrStale)
	}
	return e, err
}

// pageOf is the address of the first of the names that anybody has, and the
// list of people when nobody has one.
func pageOf(tx *store.Tx, keys ...string) (string, error) {
	for _, key := range keys {
		e, err := tx.EntityOf(key)
		if !errors.Is(err, store.ErrNotFound) {
			return personHref(e.ID), err
		}
	}
	return "/people", nil
}

// same merges two entities: the one the form names with, and the one of the
// page, whose name is kept when keep is "this".
func (s *Server) same(w http.ResponseWriter, r *http.Request) error {
	to, with := "/people", r.PostForm.Get("with")
	seq, err := s.do(r, "", func(d *store.Deed) error {
		gone, err := whom(d.Tx(), r)
		if err != nil {
			return err
		}
		kept, err := d.Tx().EntityOf(with)
		if err != nil {
			return err
		}
		if r.PostForm.Get("keep") == "this" {
			gone, kept = kept, gone
		}
		to = personHref(kept.ID)
		return d.Merge(gone.ID, kept.ID, r.PostForm.Get("sure") != "")
	})
	if unsaved(err) {
		return s.showSame(w, r, http.StatusUnprocessableEntity, func(m *view.Same) {
			m.Problem = sentence(err)
			if errors.Is(err, store.ErrKinds) {
				m.Ask = &view.SameAsk{With: with, Keep: r.PostForm.Get("keep")}
			}
		})
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, to, undoable("They are the same now, here and in articles to come.", seq))
}

// notSame takes a merge apart.
func (s *Server) notSame(w http.ResponseWriter, r *http.Request) error {
	to, name := "/people", r.PostForm.Get("name")
	seq, err := s.do(r, "", func(d *store.Deed) error {
		e, err := whom(d.Tx(), r)
		if err != nil {
			return err
		}
		if err := d.Unmerge(name); err != nil {
			return err
		}
		to, err = pageOf(d.Tx(), e.Key, name)
		return err
	})
	if err != nil {
		return err
	}
	return s.goTo(w, r, to, undoable("They are two again.", seq))
}

func (s *Server) rename(w http.ResponseWriter, r *http.Request) error {
	to, name := "/people", r.PostForm.Get("name")
	seq, err := s.do(r, "", func(d *store.Deed) error {
		if err := d.Expect("merge", r.PostForm.Get("who"), r.PostForm.Get("mark")); err != nil {
			return err
		}
		e, err := whom(d.Tx(), r)
		if err != nil {
			return err
		}
		renamed, err := d.Rename(e.ID, name)
		to = personHref(renamed.ID)
		return err
	})
	var refused *store.Changed
	if errors.As(err, &refused) {
		return s.stale(w, r, refused, "the name", func(tx *store.Tx) (view.Form, error) { return renameForm(tx, r.PostForm.Get("who")) })
	}
	if unsaved(err) {
		return s.showSomeone(w, r, http.StatusUnprocessableEntity, func(m *view.Someone) {
			m.Rename.Value, m.Rename.Problem, m.Mark = name, sentence(err), r.PostForm.Get("mark")
		})
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, to, undoable("Renamed.", seq))
}

// renameForm gives whoever the name of key means by now another name.
func renameForm(tx *store.Tx, key string) (view.Form, error) {
	e, err := tx.EntityOf(key)
	if err != nil {
		return view.Someone{}.RenameForm(), err
	}
	mark, err := tx.Mark("merge", e.Key)
	form := view.Someone{ID: strconv.FormatInt(e.ID, 10), Key: e.Key, Rename: view.NameField{Value: e.Name}, Mark: mark}.RenameForm()
	form.Cancel = personHref(e.ID)
	return form, err
}

func (s *Server) apartPage(w http.ResponseWriter, r *http.Request) error {
	return s.showApart(w, r, http.StatusOK, nil)
}

// newestOfRole is how many articles of each role can be chosen one by one; the
// rest only with the whole role.
const newestOfRole = 10

// showApart renders the page on which the user says in which articles an
// entity is someone else.
func (s *Server) showApart(w http.ResponseWriter, r *http.Request, status int, problem error) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	var m view.Apart
	err = s.view(r, func(tx *store.Tx) error {
		e, err := tx.Entity(id)
		if err != nil {
			return err
		}
		m.ID, m.Key, m.Name, m.Articles = strconv.FormatInt(e.ID, 10), e.Key, e.Name, e.Articles
		groups, err := tx.RoleGroups(e.ID, newestOfRole)
		for _, g := range groups {
			m.Groups = append(m.Groups, apartGroup(g, r))
		}
		return err
	})
	if err != nil {
		return err
	}
	m.Page = s.page(r, "Not all "+m.Name, view.SectionPeople)
	m.As.Value = r.PostForm.Get("name")
	if problem != nil {
		m.Page.Path = personHref(id) + "/apart"
		m.Problem = sentence(problem)
	}
	return s.render(w, r, status, view.ApartPage(m))
}

// apartGroup is the articles of one role, those ticked that the form had
// ticked.
func apartGroup(g store.RoleGroup, r *http.Request) view.ApartGroup {
	v := view.ApartGroup{Role: g.Role, Articles: g.N, Checked: slices.Contains(r.PostForm["role"], g.Role)}
	for _, a := range g.Newest {
		id := strconv.FormatInt(a.ID, 10)
		v.Newest = append(v.Newest, view.ApartArticle{ID: id, Title: a.Title, Href: articleHref(a.ID),
			Meta: joined(" · ", a.Outlet, dayWord(a.Published)), Checked: slices.Contains(r.PostForm["article"], id)})
	}
	return v
}

// apart gives the ticked articles, and those of the ticked roles, to someone
// else.
func (s *Server) apart(w http.ResponseWriter, r *http.Request) error {
	to, as := "/people", r.PostForm.Get("name")
	seq, err := s.do(r, "", func(d *store.Deed) error {
		e, err := whom(d.Tx(), r)
		if err != nil {
			return err
		}
		articles, err := d.Tx().WithRoles(e.ID, r.PostForm["role"])
		if err != nil {
			return err
		}
		for _, number := range r.PostForm["article"] {
			n, err := strconv.ParseInt(number, 10, 64)
			if err != nil {
				return store.ErrNotFound
			}
			articles = append(articles, n)
		}
		other, err := d.Part(e.ID, articles, as)
		to = personHref(other.ID)
		return err
	})
	if unsaved(err) {
		return s.showApart(w, r, http.StatusUnprocessableEntity, err)
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, to, undoable("They are two now. This is "+strings.TrimSpace(as)+".", seq))
}
