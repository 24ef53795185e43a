package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

func claimHref(id int64) string { return "/claims/" + strconv.FormatInt(id, 10) }

func (s *Server) claims(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	f := store.ClaimFilter{Verdict: q.Get("verdict"), Who: q.Get("who"), Words: q.Get("q")}
	m := view.Claims{Page: s.page(r, "Claims", view.SectionClaims), Text: f.Words, Set: f != store.ClaimFilter{}}
	m.People = []view.Option{{Label: "Anyone"}}
	err := s.view(r, func(tx *store.Tx) error {
		list, err := tx.Verdicts()
		if err != nil {
			return err
		}
		m.Verdicts = append([]view.Option{{Label: "Any verdict"}}, verdicts(list, f.Verdict)...)
		all, err := tx.Claims(f, 500)
		if err != nil {
			return err
		}
		for _, c := range all {
			m.Lines = append(m.Lines, claimLine(c))
		}
		people, err := tx.Claimants()
		for _, p := range people {
			m.People = append(m.People, view.Option{Value: p, Label: p, Selected: p == f.Who})
		}
		return err
	})
	if err != nil {
		return err
	}
	m.Total = plural(len(m.Lines), "claim", "claims")
	return s.render(w, r, http.StatusOK, view.ClaimsPage(m))
}

func claimLine(c store.ClaimLine) view.ClaimLine {
	return view.ClaimLine{Href: claimHref(c.ID), Text: c.Words, Who: c.Who, Verdict: verdict(c.Verdict), Statements: c.Statements, For: c.For, Against: c.Against}
}

func verdicts(list []store.Verdict, now string) []view.Option {
	var all []view.Option
	for _, v := range list {
		all = append(all, view.Option{Value: v.Words, Label: v.Words, Selected: v.Words == now})
	}
	return all
}

func (s *Server) claim(w http.ResponseWriter, r *http.Request) error {
	return s.showClaim(w, r, http.StatusOK, nil)
}

// showClaim renders the page of a claim; with may put what the user typed and
// what is wrong with it back into the page.
func (s *Server) showClaim(w http.ResponseWriter, r *http.Request, status int, with func(*view.Claim)) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	m := view.Claim{Page: s.page(r, "Claim", view.SectionClaims), ID: strconv.FormatInt(id, 10)}
	if r.Method == http.MethodPost {
		m.Page.Path = claimHref(id)
	}
	q := r.URL.Query()
	err = s.view(r, func(tx *store.Tx) error {
		if err := fillClaim(tx, &m, id, q.Get("edit") == "claim"); err != nil {
			return err
		}
		mark, err := tx.Mark("note", q.Get("note"))
		editNote(m.Notes.Lines, q.Get("note"), mark)
		return err
	})
	if err != nil {
		return err
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.ClaimPage(m))
}

func fillClaim(tx *store.Tx, m *view.Claim, id int64, edit bool) error {
	c, err := tx.Claim(id)
	if err != nil {
		return err
	}
	list, err := tx.Verdicts()
	if err != nil {
		return err
	}
	m.Text, m.Page.Title, m.Who, m.Verdict, m.Reason, m.Verdicts = c.Words, c.Words, view.Link{Text: c.Who}, verdict(c.Verdict), c.Reason, verdicts(list, c.Verdict)
	if m.Mark, err = tx.Mark("claim", strconv.FormatInt(id, 10), verdictColumns[:]...); err != nil {
		return err
	}
	if edit {
		m.Edit = claimForm(c)
		if m.Edit.Mark, err = tx.Mark("claim", strconv.FormatInt(id, 10), claimColumns[:]...); err != nil {
			return err
		}
	}
	links, err := tx.LinksOfClaim(id)
	if err != nil {
		return err
	}
	for _, l := range links {
		m.Statements = append(m.Statements, view.ClaimStatement{
			Key: strconv.FormatInt(l.Article, 10) + "." + l.Key, Day: dayWord(l.Published), Outlet: l.Outlet,
			Article: view.Link{Text: l.Title, Href: statementHref(l.Article, l.Key)}, Who: l.Who, Words: l.Words,
		})
	}
	if len(links) > 0 {
		m.First = joined(", in ", longDay(links[0].Published), links[0].Outlet)
	}
	if err := fillEvidence(tx, m, id); err != nil {
		return err
	}
	notes, err := tx.NotesOfClaim(id)
	if err != nil {
		return err
	}
	for _, n := range notes {
		m.Notes.Lines = append(m.Notes.Lines, view.Note{ID: strconv.FormatInt(n.ID, 10), Text: n.Words, When: moment(n.Made), EditHref: claimHref(id) + "?note=" + strconv.FormatInt(n.ID, 10)})
	}
	history, err := tx.History(id)
	if err != nil {
		return err
	}
	if m.History, err = entries(tx, history); err != nil {
		return err
	}
	for _, e := range history {
		for _, c := range e.Changes {
			if c.Noun == "claim" && strings.Contains(e.Deed, "verdict") && !e.Undone {
				m.Decided = moment(e.At)
			}
		}
	}
	return nil
}

func claimForm(c store.Claim) *view.Form {
	return &view.Form{Action: claimHref(c.ID), Submit: "Save", Cancel: claimHref(c.ID), Fields: []view.Field{
		{Name: "text", Label: "The claim in one sentence", Control: view.TextArea, Value: c.Words, Required: true},
		{Name: "who", Label: "Who claims it", Value: c.Who},
	}}
}

func fillEvidence(tx *store.Tx, m *view.Claim, id int64) error {
	all, err := tx.EvidenceOfClaim(id)
	if err != nil {
		return err
	}
	for _, e := range all {
		key := strconv.FormatInt(e.ID, 10)
		v := view.Evidence{ID: key, Outlet: e.Outlet, Day: dayWord(e.Published), Quote: e.Quote, Why: e.Why,
			Article: view.Link{Text: e.Title, Href: articleHref(*e.Article) + "?tab=claims&f=evidence-" + key + "#evidence-" + key}}
		switch e.Stance {
		case "for":
			m.For = append(m.For, v)
		case "against":
			m.Against = append(m.Against, v)
		default:
			m.Context = append(m.Context, v)
		}
	}
	articles, err := tx.Library(store.Filter{}, 200)
	for _, a := range articles {
		m.Adding.Articles = append(m.Adding.Articles, view.Option{Value: strconv.FormatInt(a.ID, 10), Label: joined(" · ", a.Title, a.Outlet, dayWord(a.Published))})
	}
	return err
}

// What the two forms of a claim edit of it.
var (
	claimColumns   = [...]string{"words", "who"}
	verdictColumns = [...]string{"verdict", "reason"}
)

func (s *Server) changeClaim(w http.ResponseWriter, r *http.Request) error {
	return s.saveClaim(w, r, "Reworded a claim", claimColumns[:], func(c *store.Claim) {
		c.Words, c.Who = r.PostForm.Get("text"), strings.TrimSpace(r.PostForm.Get("who"))
	})
}

func (s *Server) setVerdict(w http.ResponseWriter, r *http.Request) error {
	return s.saveClaim(w, r, "Set the verdict", verdictColumns[:], func(c *store.Claim) {
		c.Verdict, c.Reason = r.PostForm.Get("verdict"), strings.TrimSpace(r.PostForm.Get("reason"))
	})
}

// saveClaim changes those columns of the claim in the address and shows it again.
func (s *Server) saveClaim(w http.ResponseWriter, r *http.Request, name string, columns []string, change func(*store.Claim)) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	var c store.Claim
	seq, err := s.do(r, name, func(d *store.Deed) error {
		if err := d.Expect("claim", strconv.FormatInt(id, 10), r.PostForm.Get("mark"), columns...); err != nil {
			return err
		}
		if c, err = d.Tx().Claim(id); err != nil {
			return err
		}
		change(&c)
		_, err = d.SaveClaim(c)
		return err
	})
	var refused *store.Changed
	switch {
	case errors.As(err, &refused):
		return s.stale(w, r, refused, "the claim", func(tx *store.Tx) (view.Form, error) { return claimFormOf(tx, id, columns) })
	case unsaved(err):
		return s.showClaim(w, r, http.StatusUnprocessableEntity, func(m *view.Claim) { claimAgain(m, c, r, sentence(err)) })
	case err != nil:
		return err
	}
	return s.goTo(w, r, claimHref(id), undoable("Saved.", seq))
}

// claimAgain puts a claim that was not saved, c, back into the form that edits
// it, with what is wrong.
func claimAgain(m *view.Claim, c store.Claim, r *http.Request, problem string) {
	if !r.PostForm.Has("text") {
		m.Problem, m.Reason, m.Verdicts, m.Mark = problem, c.Reason, selected(m.Verdicts, c.Verdict), r.PostForm.Get("mark")
		return
	}
	m.Edit = claimForm(c)
	m.Edit.Problem, m.Edit.Mark = problem, r.PostForm.Get("mark")
}

// claimFormOf is the form that edits those columns of a claim.
func claimFormOf(tx *store.Tx, id int64, columns []string) (view.Form, error) {
	c, err := tx.Claim(id)
	if err != nil {
		c.ID = id
	}
	list, listed := tx.Verdicts()
	if slices.Equal(columns, claimColumns[:]) || listed != nil {
		return *claimForm(c), errors.Join(err, listed)
	}
	form := view.Claim{ID: strconv.FormatInt(id, 10), Verdicts: verdicts(list, c.Verdict), Reason: c.Reason}.VerdictForm()
	form.Cancel = claimHref(id)
	return form, err
}

func (s *Server) removeClaim(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	seq, err := s.do(r, "Removed a claim", func(d *store.Deed) error { return d.RemoveClaim(id) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, "/claims", undoable("Claim removed, with its evidence and notes.", seq))
}

// linkStatement adds a statement to a claim there is.
func (s *Server) linkStatement(w http.ResponseWriter, r *http.Request) error {
	article, key, err := statementRef(r.PostForm.Get("statement"))
	if err != nil {
		return err
	}
	claim, err := strconv.ParseInt(r.PostForm.Get("claim"), 10, 64)
	if err != nil {
		return store.ErrNotFound
	}
	return s.changeLinks(w, r, "Added a statement to a claim", claim, func(d *store.Deed) error { return d.SaveLink(claim, article, key, "same") })
}

func (s *Server) unlinkStatement(w http.ResponseWriter, r *http.Request) error {
	claim, err := id(r, "id")
	if err != nil {
		return err
	}
	article, key, err := statementRef(strings.Replace(r.PathValue("statement"), ".", "/", 1))
	if err != nil {
		return err
	}
	return s.changeLinks(w, r, "Took a statement from a claim", claim, func(d *store.Deed) error { return d.DropLink(claim, article, key) })
}

// changeLinks does a deed on what hangs on a claim and shows the claim.
func (s *Server) changeLinks(w http.ResponseWriter, r *http.Request, name string, claim int64, f func(*store.Deed) error) error {
	seq, err := s.do(r, name, f)
	if err != nil {
		return err
	}
	return s.goTo(w, r, claimHref(claim), undoable(name+".", seq))
}
