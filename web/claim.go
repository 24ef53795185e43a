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
	err = s.view(r, func(tx *store.Tx) error {
		c := claimed{tx: tx, id: id, page: &m}
		return c.fill(r)
	})
	if err != nil {
		return err
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.ClaimPage(m))
}

// A claimed is the claim of a page while the page is filled.
type claimed struct {
	tx       *store.Tx
	id       int64
	claim    store.Claim
	links    []store.Link
	evidence []store.Evidence
	page     *view.Claim
}

// fill reads all that a claim's page shows; the address may ask for one of its
// forms.
func (c *claimed) fill(r *http.Request) (err error) {
	if c.claim, err = c.tx.Claim(c.id); err != nil {
		return err
	}
	if c.links, err = c.tx.LinksOfClaim(c.id); err != nil {
		return err
	}
	if c.evidence, err = c.tx.EvidenceOfClaim(c.id); err != nil {
		return err
	}
	q := r.URL.Query()
	for _, part := range [...]func() error{
		c.head, c.fillWord, c.fillTies, c.fillTags, c.fillHistory,
		func() error { return c.fillNotes(q.Get("note")) },
		func() error { return c.fillStatements(q.Get("link")) },
		func() error { return c.fillEvidence(q.Get("evidence")) },
		func() error { return c.fillAdding(q.Get("add")) },
	} {
		if err := part(); err != nil {
			return err
		}
	}
	if q.Get("edit") == "claim" {
		c.page.Edit = claimForm(c.claim)
		if c.page.Edit.Mark, err = c.tx.Mark("claim", c.page.ID, claimColumns[:]...); err != nil {
			return err
		}
	}
	if q.Get("ready") == "ask" {
		c.page.Missing, err = c.missing()
	}
	return err
}

// head is what the claim says, who makes it, and what became of it.
func (c *claimed) head() error {
	m, claim := c.page, c.claim
	list, err := c.tx.Verdicts()
	if err != nil {
		return err
	}
	m.Text, m.Page.Title, m.Verdict, m.Reason, m.Status = claim.Words, claim.Words, verdict(list, claim.Verdict), claim.Reason, claim.Status
	m.Verdicts = verdictChoices(list, claim.Verdict)
	if m.Mark, err = c.tx.Mark("claim", m.ID, verdictColumns[:]...); err != nil {
		return err
	}
	if m.Gathering, err = gathering(c.tx, store.ClaimItem(c.id), "claim"); err != nil {
		return err
	}
	m.Who.Text = claim.Who
	who, err := c.tx.Claimant(claim.Who)
	if err == nil {
		m.Who.Href = personHref(who.ID)
	}
	if first, ok := firstMade(c.links); ok {
		m.First = view.Link{Text: joined(", in ", longDay(first.Published), first.Outlet), Href: statementHref(first.Article, first.Key)}
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	return err
}

// firstMade is the first of the statements that make a claim.
func firstMade(links []store.Link) (first store.Link, ok bool) {
	i := slices.IndexFunc(links, func(l store.Link) bool { return l.Relation == "same" || l.Relation == "repeats" })
	if i < 0 {
		return first, false
	}
	return links[i], true
}

// verdictChoices is the list of verdicts with the one that is chosen now.
func verdictChoices(list []store.Verdict, now string) []view.VerdictChoice {
	all := make([]view.VerdictChoice, len(list))
	for i, v := range list {
		all[i] = view.VerdictChoice{Verdict: verdict(list, v.Words), Selected: v.Words == now}
	}
	return all
}

// missing is what a claim lacks before it can be called ready.
func (c *claimed) missing() ([]string, error) {
	var lacks []string
	list, err := c.tx.Verdicts()
	if err != nil {
		return nil, err
	}
	if c.claim.Verdict == list[0].Words {
		lacks = append(lacks, "a verdict")
	}
	if strings.TrimSpace(c.claim.Reason) == "" {
		lacks = append(lacks, "a reason for the verdict")
	}
	if len(c.evidence) == 0 {
		lacks = append(lacks, "evidence, for or against")
	}
	return lacks, nil
}

// fillWord is on whose word the claim rests, and whether it is one claim.
func (c *claimed) fillWord() error {
	word, err := c.tx.WhoseWord(c.id)
	c.page.Word, c.page.Same = wordOf(word), sameClaim(c.id, allReports(word))
	return err
}

// fillNotes is the notes on a claim, with the form of the one that is asked for.
func (c *claimed) fillNotes(asked string) error {
	notes, err := c.tx.NotesOfClaim(c.id)
	if err != nil {
		return err
	}
	for _, n := range notes {
		id := strconv.FormatInt(n.ID, 10)
		c.page.Notes.Lines = append(c.page.Notes.Lines, view.Note{ID: id, Text: n.Words, When: moment(n.Made), EditHref: claimHref(c.id) + "?note=" + id + "#note-" + id})
	}
	mark, err := c.tx.Mark("note", asked)
	editNote(c.page.Notes.Lines, asked, mark)
	return err
}

func (c *claimed) fillHistory() error {
	history, err := c.tx.History(c.id)
	if err != nil {
		return err
	}
	for _, e := range history {
		set := slices.ContainsFunc(e.Changes, func(x store.Change) bool { return x.Noun == "claim" })
		if set && strings.Contains(e.Deed, "verdict") && !e.Undone {
			c.page.Decided = moment(e.At)
		}
	}
	c.page.History, err = entries(c.tx, history)
	return err
}

// What the forms of a claim edit of it.
var (
	claimColumns   = [...]string{"words", "who"}
	verdictColumns = [...]string{"verdict", "reason"}
	statusColumns  = [...]string{"status"}
)

func claimForm(c store.Claim) *view.Form {
	return &view.Form{Action: claimHref(c.ID), Submit: "Save", Cancel: claimHref(c.ID), Fields: []view.Field{
		{Name: "text", Label: "The claim in one sentence", Control: view.TextArea, Value: c.Words, Required: true},
		{Name: "who", Label: "Who claims it", Value: c.Who},
	}}
}

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

// setStatus moves a claim on its way. Before it becomes ready the page asks for
// what it lacks, once.
func (s *Server) setStatus(w http.ResponseWriter, r *http.Request) error {
	status := r.PostForm.Get("status")
	if status == "ready" && !r.PostForm.Has("anyway") {
		lacks, err := s.lacks(r)
		if err != nil {
			return err
		}
		if len(lacks) > 0 {
			return s.goTo(w, r, r.URL.Path[:strings.LastIndex(r.URL.Path, "/")]+"?ready=ask#ready", view.Flash{})
		}
	}
	return s.saveClaim(w, r, "Set the status to "+status, statusColumns[:], func(c *store.Claim) { c.Status = status })
}

// lacks is what the claim in the address lacks to be ready.
func (s *Server) lacks(r *http.Request) (lacks []string, err error) {
	id, err := id(r, "id")
	if err != nil {
		return nil, err
	}
	err = s.view(r, func(tx *store.Tx) error {
		c := claimed{tx: tx, id: id}
		if c.claim, err = tx.Claim(id); err != nil {
			return err
		}
		if c.evidence, err = tx.EvidenceOfClaim(id); err != nil {
			return err
		}
		lacks, err = c.missing()
		return err
	})
	return lacks, err
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
	mark := r.PostForm.Get("mark")
	if r.PostForm.Has("text") {
		m.Edit = claimForm(c)
		m.Edit.Problem, m.Edit.Mark = problem, mark
		return
	}
	m.Problem = problem
	if !r.PostForm.Has("verdict") { // another form was refused; the one of the verdict stays as it is
		return
	}
	m.Reason, m.Mark = c.Reason, mark
	for i := range m.Verdicts {
		m.Verdicts[i].Selected = m.Verdicts[i].Label == c.Verdict
	}
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
	form := view.Claim{ID: strconv.FormatInt(id, 10), Verdicts: verdictChoices(list, c.Verdict), Reason: c.Reason}.VerdictForm()
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
