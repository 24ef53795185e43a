package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

func (s *Server) verdictList(w http.ResponseWriter, r *http.Request) error {
	return s.showVerdicts(w, r, http.StatusOK, nil)
}

// showVerdicts renders the list of verdicts; with may put what the user typed
// and what is wrong with it back into the page.
func (s *Server) showVerdicts(w http.ResponseWriter, r *http.Request, status int, with func(*view.VerdictList)) error {
	m := view.VerdictList{Page: s.page(r, "Verdicts", view.SectionSettings)}
	if r.Method == http.MethodPost {
		m.Page.Path = "/settings/verdicts"
	}
	m.New.Shape = view.Confirmed
	err := s.view(r, func(tx *store.Tx) error { return fillVerdicts(tx, &m, r.URL.Query().Get("edit")) })
	if err != nil {
		return err
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.VerdictListPage(m))
}

func fillVerdicts(tx *store.Tx, m *view.VerdictList, edit string) error {
	list, err := tx.Verdicts()
	if err != nil {
		return err
	}
	uses, err := tx.VerdictUses()
	if err != nil {
		return err
	}
	mark, err := tx.Mark("list", "verdicts")
	if err != nil {
		return err
	}
	m.Own = store.AreOwn(list)
	m.New.Mark = mark
	for i, v := range list {
		line := view.VerdictLine{Verdict: verdict(list, v.Words), Rating: rating(v.Rating), Uses: usesOf(v.Words, uses[v.Words]), Fixed: i == 0,
			Up: i > 1, Down: i > 0 && i < len(list)-1, EditHref: "/settings/verdicts?" + url.Values{"edit": {v.Words}}.Encode()}
		if v.Words == edit {
			line.Edit = &view.VerdictForm{Was: v.Words, Mark: mark, Words: v.Words, Shape: view.VerdictMark(v.Mark), Rating: line.Rating}
		}
		m.Lines = append(m.Lines, line)
	}
	return nil
}

// usesOf leads to the claims that have a verdict.
func usesOf(words string, n int) view.Link {
	if n == 0 {
		return view.Link{Text: "no claim has it"}
	}
	return view.Link{Text: plural(n, "claim", "claims"), Href: "/claims?" + url.Values{"verdict": {words}}.Encode()}
}

func rating(r *float64) string {
	if r == nil {
		return ""
	}
	return strconv.FormatFloat(*r, 'f', -1, 64)
}

// sentVerdict is an entry of the list as a form has it.
func sentVerdict(f url.Values) (store.Verdict, error) {
	v := store.Verdict{Words: f.Get("words"), Mark: f.Get("shape")}
	number := strings.TrimSpace(f.Get("rating"))
	if number == "" {
		return v, nil
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || n < -1000 || n > 1000 {
		return v, invalid("a rating is a number such as 1 or 2.5, or nothing")
	}
	v.Rating = &n
	return v, nil
}

func (s *Server) addVerdict(w http.ResponseWriter, r *http.Request) error {
	return s.editVerdicts(w, r, "Added a verdict to the list", func(d *store.Deed) error {
		v, err := sentVerdict(r.PostForm)
		if err != nil {
			return err
		}
		return d.AddVerdict(v)
	})
}

func (s *Server) changeVerdict(w http.ResponseWriter, r *http.Request) error {
	return s.editVerdicts(w, r, "Changed a verdict of the list", func(d *store.Deed) error {
		v, err := sentVerdict(r.PostForm)
		if err != nil {
			return err
		}
		if err := d.Expect("list", "verdicts", r.PostForm.Get("mark")); err != nil {
			return err
		}
		return d.ChangeVerdict(r.PostForm.Get("was"), v)
	})
}

func (s *Server) moveVerdict(w http.ResponseWriter, r *http.Request) error {
	by := 1
	if r.PostForm.Get("by") == "up" {
		by = -1
	}
	return s.editVerdicts(w, r, "Moved a verdict in the list", func(d *store.Deed) error { return d.MoveVerdict(r.PostForm.Get("verdict"), by) })
}

func (s *Server) removeVerdict(w http.ResponseWriter, r *http.Request) error {
	return s.editVerdicts(w, r, "Took a verdict off the list", func(d *store.Deed) error { return d.DropVerdict(r.PostForm.Get("verdict")) })
}

func (s *Server) ownVerdicts(w http.ResponseWriter, r *http.Request) error {
	return s.editVerdicts(w, r, "Brought the first list of verdicts back", (*store.Deed).OwnVerdicts)
}

// editVerdicts does a deed on the list and shows it. What cannot be done is
// said beside what was typed.
func (s *Server) editVerdicts(w http.ResponseWriter, r *http.Request, name string, f func(*store.Deed) error) error {
	seq, err := s.do(r, name, f)
	var refused *store.Changed
	if errors.As(err, &refused) {
		return s.stale(w, r, refused, "the verdict", func(tx *store.Tx) (view.Form, error) { return verdictFormOf(tx, r.PostForm.Get("was")) })
	}
	if unsaved(err) || errors.Is(err, store.ErrNotFound) {
		return s.showVerdicts(w, r, http.StatusUnprocessableEntity, func(m *view.VerdictList) { typedVerdict(m, r.PostForm, sentence(err)) })
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, "/settings/verdicts", undoable(name+".", seq))
}

// verdictFormOf is the form that changes the entry of those words, without
// values when the list has it no more.
func verdictFormOf(tx *store.Tx, words string) (view.Form, error) {
	list, err := tx.Verdicts()
	form := view.VerdictForm{Was: words}
	for _, v := range list {
		if v.Words == words {
			form.Words, form.Shape, form.Rating = v.Words, view.VerdictMark(v.Mark), rating(v.Rating)
		}
	}
	if err == nil && form.Words == "" {
		err = store.ErrNotFound
	}
	return form.Form(), err
}

// typedVerdict puts what was sent back into the form it came from.
func typedVerdict(m *view.VerdictList, f url.Values, problem string) {
	typed := view.VerdictForm{Was: f.Get("was"), Mark: f.Get("mark"), Words: f.Get("words"), Shape: view.VerdictMark(f.Get("shape")), Rating: f.Get("rating"), Problem: problem}
	if typed.Was == "" && f.Has("words") {
		m.New = typed
		return
	}
	for i := range m.Lines {
		line := &m.Lines[i]
		switch line.Label {
		case typed.Was:
			line.Edit = &typed
			return
		case f.Get("verdict"):
			m.Problem = problem
			if line.Uses.Href != "" {
				m.Uses = view.Link{Text: "The claims that have it", Href: line.Uses.Href}
			}
			return
		}
	}
	m.Problem = problem
}
