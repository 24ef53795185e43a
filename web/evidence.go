package web

import (
	"net/http"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// fillEvidence is what is pinned to a claim, side by side, with the form of
// the piece that is asked for.
func (c *claimed) fillEvidence(asked string) error {
	for _, e := range c.evidence {
		v := pinnedTo(c.id, e)
		if v.ID == asked {
			mark, err := c.tx.Mark("evidence", asked)
			if err != nil {
				return err
			}
			v.Edit = evidenceForm(e, mark)
		}
		switch e.Stance {
		case "for":
			c.page.For = append(c.page.For, v)
		case "against":
			c.page.Against = append(c.page.Against, v)
		default:
			c.page.Context = append(c.page.Context, v)
		}
	}
	return nil
}

// pinnedTo is a piece of evidence as the page of its claim shows it.
func pinnedTo(claim int64, e store.Evidence) view.Evidence {
	key := strconv.FormatInt(e.ID, 10)
	v := view.Evidence{ID: key, Quote: e.Quote, Why: e.Why, EditHref: claimHref(claim) + "?evidence=" + key + "#evidence-" + key}
	switch {
	case e.Attachment != nil:
		v.Kind, v.Outlet = "file", size(e.Size)
		v.Article = view.Link{Text: e.File, Href: claimHref(claim) + "/evidence/" + key + "/file"}
	case e.Article == nil:
		v.Kind, v.Day = "address", noted(e.Made)
		v.Article = view.Link{Text: e.Address, Href: e.Address}
	default:
		v.Kind, v.Outlet, v.Day = "passage", e.Outlet, dayWord(e.Published)
		v.Article = view.Link{Text: e.Title, Href: articleHref(*e.Article) + "?tab=claims&f=evidence-" + key + "#evidence-" + key}
		if e.Quote == "" {
			v.Kind = "article"
		}
	}
	return v
}

// noted is the day on which an address was kept.
func noted(made string) string {
	if day, _, _ := strings.Cut(made, "T"); day != "" {
		return "noted " + dayWord(day)
	}
	return ""
}

// evidenceForm changes the side and the why of a pinned piece in its place.
func evidenceForm(e store.Evidence, mark string) *view.Form {
	return &view.Form{Action: claimHref(e.Claim) + "/evidence/" + strconv.FormatInt(e.ID, 10), Submit: "Save", Cancel: claimHref(e.Claim), Mark: mark,
		Fields: []view.Field{
			{Name: "side", Label: "It speaks", Control: view.Radios, Options: view.Sides(e.Stance)},
			{Name: "why", Label: "Why it matters", Value: e.Why},
		}}
}

// fillAdding is the form for a new piece of evidence of the kind asked for.
func (c *claimed) fillAdding(kind string) error {
	c.page.Adding.Kind, c.page.Adding.Open = kind, kind != ""
	if kind == view.AddFile || kind == view.AddAddress {
		return nil
	}
	newest, err := c.tx.Library(store.Filter{}, 50)
	for _, a := range newest {
		c.page.Adding.Titles = append(c.page.Adding.Titles, a.Title)
	}
	return err
}

// addEvidence pins what the form has to the claim in the address.
func (s *Server) addEvidence(w http.ResponseWriter, r *http.Request) error {
	claim, err := id(r, "id")
	if err != nil {
		return err
	}
	u, err := sentEvidence(r)
	if err != nil {
		return err
	}
	form := view.EvidenceForm{Kind: u.Get("kind"), Open: true, Article: u.Get("article"), Side: u.Get("side"), Quote: u.Get("quote"),
		Why: u.Get("why"), Start: u.Get("start"), End: u.Get("end"), Address: u.Get("address")}
	seq, err := s.do(r, "Pinned evidence "+form.Side, func(d *store.Deed) error {
		e := store.Evidence{Claim: claim, Stance: form.Side, Quote: form.Quote, Why: form.Why}
		if err := evidenceOn(d, r, &e, &form, u); err != nil {
			return err
		}
		_, err := d.SaveEvidence(e)
		return err
	})
	if unsaved(err) {
		form.Problem = sentence(err)
		return s.showClaim(w, r, http.StatusUnprocessableEntity, func(m *view.Claim) {
			form.Titles = m.Adding.Titles
			m.Adding = form
		})
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, claimHref(claim)+"#evidence-title", undoable("Evidence pinned.", seq))
}

// evidenceOn says what e is on: the file, the address or the article of the form.
func evidenceOn(d *store.Deed, r *http.Request, e *store.Evidence, form *view.EvidenceForm, u *upload) error {
	switch form.Kind {
	case view.AddFile:
		if u.large {
			return invalid("the file is over 64 MB, the most that is kept; attach the pages that matter")
		}
		file, err := d.Attach(u.name, u.content)
		e.Attachment = &file
		return err
	case view.AddAddress:
		e.Address = form.Address
		return nil
	}
	article, err := chosenArticle(d.Tx(), u.Get("found"), form)
	if err != nil {
		return err
	}
	e.Article = &article
	e.Start, e.End, err = span(d.Tx(), article, r)
	return err
}

// chosenArticle is the article that the form names: by its ID, as found, or by
// words of its title. Where several have these, the form asks which.
func chosenArticle(tx *store.Tx, found string, form *view.EvidenceForm) (int64, error) {
	for _, number := range [...]string{found, form.Article} {
		if id, err := strconv.ParseInt(number, 10, 64); err == nil {
			_, err = tx.Article(id)
			return id, err
		}
	}
	const most = 8
	all, err := tx.Titled(form.Article, most)
	switch {
	case err != nil:
		return 0, err
	case len(all) == 1:
		return all[0].ID, nil
	case len(all) == 0:
		return 0, invalid("no article has these words in its title; use fewer, or pin the passage from the article’s page")
	}
	for _, a := range all {
		form.Found = append(form.Found, view.Option{Value: strconv.FormatInt(a.ID, 10), Label: joined(" · ", a.Title, a.Outlet, dayWord(a.Published))})
	}
	form.Found[0].Selected = true
	return 0, invalid("several articles have these words in their title; choose one of them")
}

// changeEvidence changes the side and the why of a piece of evidence.
func (s *Server) changeEvidence(w http.ResponseWriter, r *http.Request) error {
	claim, key, err := evidenceRef(r)
	if err != nil {
		return err
	}
	return s.changeHanging(w, r, "Changed evidence", claim, "the evidence", func(d *store.Deed) error {
		if err := d.Expect("evidence", r.PathValue("evidence"), r.PostForm.Get("mark")); err != nil {
			return err
		}
		e, err := evidenceOf(d.Tx(), claim, key)
		if err != nil {
			return err
		}
		e.Stance, e.Why = r.PostForm.Get("side"), r.PostForm.Get("why")
		_, err = d.SaveEvidence(e)
		return err
	}, func(tx *store.Tx) (view.Form, error) {
		e, err := tx.Evidence(key)
		e.ID, e.Claim = key, claim // also when it is gone
		return *evidenceForm(e, ""), err
	})
}

func (s *Server) removeEvidence(w http.ResponseWriter, r *http.Request) error {
	claim, key, err := evidenceRef(r)
	if err != nil {
		return err
	}
	return s.changeLinks(w, r, "Took evidence from a claim", claim, func(d *store.Deed) error {
		if _, err := evidenceOf(d.Tx(), claim, key); err != nil {
			return err
		}
		return d.Drop("evidence", key)
	})
}

// evidenceOf is a piece of evidence of that claim.
func evidenceOf(tx *store.Tx, claim, evidence int64) (store.Evidence, error) {
	e, err := tx.Evidence(evidence)
	if err == nil && e.Claim != claim {
		err = store.ErrNotFound
	}
	return e, err
}

func evidenceRef(r *http.Request) (claim, evidence int64, err error) {
	if claim, err = id(r, "id"); err != nil {
		return 0, 0, err
	}
	evidence, err = id(r, "evidence")
	return claim, evidence, err
}
