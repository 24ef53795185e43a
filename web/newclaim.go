package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// statementRef is the statement that a form or address names as ARTICLE/KEY.
func statementRef(ref string) (article int64, key string, err error) {
	number, key, _ := strings.Cut(ref, "/")
	if article, err = strconv.ParseInt(number, 10, 64); err != nil || key == "" {
		return 0, "", store.ErrNotFound
	}
	return article, key, nil
}

func (s *Server) newClaim(w http.ResponseWriter, r *http.Request) error {
	return s.showNewClaim(w, r, http.StatusOK, claimTyped(r.URL.Query()))
}

// claimTyped is a new claim as an address or a form has it.
func claimTyped(v url.Values) view.ClaimForm {
	return view.ClaimForm{Text: v.Get("text"), Who: strings.TrimSpace(v.Get("who")), Statement: v.Get("statement"),
		Article: v.Get("article"), Quote: v.Get("quote"), Start: v.Get("start"), End: v.Get("end")}
}

func (s *Server) showNewClaim(w http.ResponseWriter, r *http.Request, status int, form view.ClaimForm) error {
	m := view.NewClaim{Page: s.page(r, "New claim", view.SectionClaims), Form: form}
	err := s.view(r, func(tx *store.Tx) error {
		people, err := tx.Speakers("", "", 100)
		for _, p := range people {
			m.People = append(m.People, p.Name)
		}
		if err != nil || form.Statement == "" {
			return err
		}
		return fillStatement(tx, &m)
	})
	if err != nil {
		return err
	}
	return s.render(w, r, status, view.NewClaimPage(m))
}

// fillStatement shows the statement that a new claim is made of.
func fillStatement(tx *store.Tx, m *view.NewClaim) error {
	article, key, err := statementRef(m.Form.Statement)
	if err != nil {
		return err
	}
	d, err := readDesk(tx, article)
	if err != nil {
		return err
	}
	for i, k := range d.facts.Keys.Statements {
		if k == key {
			card := d.statementCard(i)
			m.Card = &card
		}
	}
	if m.Card == nil {
		return store.ErrNotFound
	}
	if m.Form.Text == "" && m.Form.Problem == "" {
		m.Form.Text = strings.Trim(m.Card.Words, `“”" ,`)
		m.Form.Who = m.Card.Who.Text
	}
	claims, err := tx.Claims(store.ClaimFilter{}, 200)
	for _, c := range claims {
		m.Existing = append(m.Existing, view.Option{Value: strconv.FormatInt(c.ID, 10), Label: c.Words})
	}
	return err
}

func (s *Server) addClaim(w http.ResponseWriter, r *http.Request) error {
	form := claimTyped(r.PostForm)
	seq, err := s.do(r, "Made a claim", func(d *store.Deed) error {
		made, err := d.SaveClaim(store.Claim{Words: form.Text, Who: form.Who})
		if err != nil {
			return err
		}
		return hang(d, made, form, r)
	})
	if unsaved(err) {
		form.Problem = sentence(err)
		return s.showNewClaim(w, r, http.StatusUnprocessableEntity, form)
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, claimHref(seq), undoable("Claim made.", seq))
}

// hang puts on a new claim the statement or the passage it was made of.
func hang(d *store.Deed, claim int64, form view.ClaimForm, r *http.Request) error {
	if form.Statement != "" {
		article, key, err := statementRef(form.Statement)
		if err != nil {
			return err
		}
		return d.SaveLink(claim, article, key, "same")
	}
	article, err := strconv.ParseInt(form.Article, 10, 64)
	if err != nil {
		return nil // the claim is made of nothing
	}
	start, end, err := span(d.Tx(), article, r)
	if err != nil {
		return err
	}
	_, err = d.SaveEvidence(store.Evidence{Claim: claim, Article: &article, Start: start, End: end, Quote: form.Quote,
		Stance: "context", Why: "The claim was made of this passage."})
	return err
}
