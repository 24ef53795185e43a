package web

import (
	"net/http"
	"slices"
	"strconv"

	"onrecord/store"
	"onrecord/web/view"
)

// pinPage asks which claim a passage of an article is evidence on.
func (s *Server) pinPage(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	article, err := strconv.ParseInt(q.Get("article"), 10, 64)
	if err != nil {
		return store.ErrNotFound
	}
	return s.showPin(w, r, http.StatusOK, article, view.EvidenceForm{Quote: q.Get("quote"), Start: q.Get("start"), End: q.Get("end")})
}

func (s *Server) showPin(w http.ResponseWriter, r *http.Request, status int, article int64, form view.EvidenceForm) error {
	m := view.PinEvidence{Page: s.page(r, "Pin evidence", view.SectionClaims), ID: strconv.FormatInt(article, 10), Form: form}
	err := s.view(r, func(tx *store.Tx) error {
		a, err := tx.Article(article)
		if err != nil {
			return err
		}
		m.Article = view.ArticleLine{Href: articleHref(a.ID), Title: a.Title, Outlet: a.Outlet, Published: dayWord(a.Published), Lang: a.Language}
		claims, err := tx.Claims(store.ClaimFilter{}, 200)
		for _, c := range claims {
			m.Claims = append(m.Claims, view.Option{Value: strconv.FormatInt(c.ID, 10), Label: c.Words})
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.render(w, r, status, view.PinEvidencePage(m))
}

// selected is options with the one of that value chosen.
func selected(options []view.Option, value string) []view.Option {
	chosen := slices.Clone(options)
	for i := range chosen {
		chosen[i].Selected = chosen[i].Value == value
	}
	return chosen
}

// pin saves a passage as evidence on the claim in the address or the form.
func (s *Server) pin(w http.ResponseWriter, r *http.Request) error {
	onPage := r.PathValue("id") != ""
	claimID := r.PathValue("id")
	if !onPage {
		claimID = r.PostForm.Get("claim")
	}
	claim, errClaim := strconv.ParseInt(claimID, 10, 64)
	article, errArticle := strconv.ParseInt(r.PostForm.Get("article"), 10, 64)
	if errClaim != nil || errArticle != nil {
		return store.ErrNotFound
	}
	e := store.Evidence{Claim: claim, Article: &article, Quote: r.PostForm.Get("quote"), Stance: r.PostForm.Get("side"), Why: r.PostForm.Get("why")}
	seq, err := s.do(r, "Pinned evidence "+e.Stance, func(d *store.Deed) (err error) {
		if e.Start, e.End, err = span(d.Tx(), article, r); err != nil {
			return err
		}
		_, err = d.SaveEvidence(e)
		return err
	})
	form := view.EvidenceForm{Quote: e.Quote, Why: e.Why, Start: r.PostForm.Get("start"), End: r.PostForm.Get("end"), Side: e.Stance}
	switch {
	case unsaved(err) && onPage:
		form.Problem = sentence(err)
		return s.showClaim(w, r, http.StatusUnprocessableEntity, func(m *view.Claim) {
			form.Articles = selected(m.Adding.Articles, r.PostForm.Get("article"))
			m.Adding = form
		})
	case unsaved(err):
		form.Problem = sentence(err)
		return s.showPin(w, r, http.StatusUnprocessableEntity, article, form)
	case err != nil:
		return err
	}
	return s.goTo(w, r, claimHref(claim)+"#evidence-title", undoable("Evidence pinned.", seq))
}

func (s *Server) removeEvidence(w http.ResponseWriter, r *http.Request) error {
	claim, err := id(r, "id")
	if err != nil {
		return err
	}
	evidence, err := id(r, "evidence")
	if err != nil {
		return err
	}
	return s.changeLinks(w, r, "Took evidence from a claim", claim, func(d *store.Deed) error { return d.Drop("evidence", evidence) })
}
