package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"onrecord/store"
	"onrecord/web/view"
)

// claimsOffered is how many claims a page offers to choose from.
const claimsOffered = 12

// pinPage asks which claim a passage of an article is evidence on.
func (s *Server) pinPage(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	article, err := strconv.ParseInt(q.Get("article"), 10, 64)
	if err != nil {
		return store.ErrNotFound
	}
	m := view.PinEvidence{Text: q.Get("q"), Form: view.EvidenceForm{Quote: q.Get("quote"), Start: q.Get("start"), End: q.Get("end")}}
	return s.showPin(w, r, http.StatusOK, article, "", m)
}

// showPin renders the page with the claim of that id chosen.
func (s *Server) showPin(w http.ResponseWriter, r *http.Request, status int, article int64, chosen string, m view.PinEvidence) error {
	m.Page, m.ID = s.page(r, "Pin evidence", view.SectionClaims), strconv.FormatInt(article, 10)
	if r.Method == http.MethodPost {
		m.Page.Path = "/claims/pin?" + url.Values{"article": {m.ID}, "quote": {m.Form.Quote}, "start": {m.Form.Start}, "end": {m.Form.End}}.Encode()
	}
	err := s.view(r, func(tx *store.Tx) error {
		a, err := tx.Article(article)
		if err != nil {
			return err
		}
		m.Article = view.ArticleLine{Href: articleHref(a.ID), Title: a.Title, Outlet: a.Outlet, Published: dayWord(a.Published), Lang: a.Language}
		m.Claims, err = claimsFor(tx, article, m.Text, m.Form.Quote, chosen)
		return err
	})
	if err != nil {
		return err
	}
	return s.render(w, r, status, view.PinEvidencePage(m))
}

// claimsFor is the claims that words of an article may be evidence on: those
// that are looked for, else those of the article, those that read alike and the
// newest; always with the one that is chosen.
func claimsFor(tx *store.Tx, article int64, looked, quote, chosen string) ([]view.Option, error) {
	var all []store.ClaimLine
	if id, err := strconv.ParseInt(chosen, 10, 64); err == nil {
		if c, err := tx.Claim(id); err == nil {
			all = append(all, store.ClaimLine{Claim: c})
		}
	}
	if looked == "" {
		links, err := tx.LinksOfArticle(article)
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			all = append(all, store.ClaimLine{Claim: store.Claim{ID: l.Claim, Words: l.ClaimWords}})
		}
		alike, err := tx.ClaimsAlike(quote, claimsOffered)
		if err != nil {
			return nil, err
		}
		all = append(all, alike...)
	}
	found, err := tx.Claims(store.ClaimFilter{Words: looked}, claimsOffered)
	if err != nil {
		return nil, err
	}
	var options []view.Option
	for _, c := range append(all, found...) {
		o := view.Option{Value: strconv.FormatInt(c.ID, 10), Label: joined(" · ", c.Words, c.Who)}
		had := slices.ContainsFunc(options, func(x view.Option) bool { return x.Value == o.Value })
		if o.Selected = o.Value == chosen; !had && len(options) < claimsOffered {
			options = append(options, o)
		}
	}
	return options, nil
}

// pin saves a passage, or a whole article, as evidence on the claim of the form.
func (s *Server) pin(w http.ResponseWriter, r *http.Request) error {
	f := r.PostForm
	article, err := strconv.ParseInt(f.Get("article"), 10, 64)
	if err != nil {
		return store.ErrNotFound
	}
	claim, err := strconv.ParseInt(f.Get("claim"), 10, 64)
	if err != nil {
		claim = 0 // none was chosen
	}
	e := store.Evidence{Claim: claim, Article: &article, Quote: f.Get("quote"), Stance: f.Get("side"), Why: f.Get("why")}
	seq, err := s.do(r, "Pinned evidence "+e.Stance, func(d *store.Deed) (err error) {
		if claim == 0 {
			return invalid("choose the claim that it is evidence on")
		}
		if e.Start, e.End, err = span(d.Tx(), article, r); err != nil {
			return err
		}
		_, err = d.SaveEvidence(e)
		return err
	})
	if unsaved(err) {
		form := view.EvidenceForm{Quote: e.Quote, Why: e.Why, Start: f.Get("start"), End: f.Get("end"), Side: e.Stance, Problem: sentence(err)}
		return s.showPin(w, r, http.StatusUnprocessableEntity, article, f.Get("claim"), view.PinEvidence{Text: f.Get("q"), Form: form})
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, claimHref(claim)+"#evidence-title", undoable("Evidence pinned.", seq))
}
