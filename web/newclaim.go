package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// alikeOffered is how many claims that read alike are offered at most.
const alikeOffered = 3

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
		if err != nil {
			return err
		}
		if form.Statement != "" {
			if err := fillStatement(tx, &m); err != nil {
				return err
			}
		}
		return fillAlike(tx, &m)
	})
	if err != nil {
		return err
	}
	return s.render(w, r, status, view.NewClaimPage(m))
}

// fillAlike offers the claims that read much like the one that is made.
func fillAlike(tx *store.Tx, m *view.NewClaim) error {
	alike, err := tx.ClaimsAlike(m.Form.Text, alikeOffered)
	if err != nil {
		return err
	}
	m.Alike, err = claimLines(tx, alike)
	for _, c := range alike {
		m.IDs = append(m.IDs, strconv.FormatInt(c.ID, 10))
	}
	m.Form.Offered = len(alike) > 0
	return err
}

// fillStatement shows the statement that a new claim is made of.
func fillStatement(tx *store.Tx, m *view.NewClaim) error {
	article, key, err := statementRef(m.Form.Statement)
	if err != nil {
		return err
	}
	d, err := readDesk(tx, article, opened{})
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
	return nil
}

// addClaim makes a claim. Where one there is reads much like it, and the form
// was made before that was known, the page offers that one first.
func (s *Server) addClaim(w http.ResponseWriter, r *http.Request) error {
	form := claimTyped(r.PostForm)
	seq, err := s.do(r, "Made a claim", func(d *store.Deed) error {
		if r.PostForm.Get("offered") == "off" && form.Statement != "" {
			alike, err := d.Tx().ClaimsAlike(form.Text, 1)
			if err != nil {
				return err
			}
			if len(alike) > 0 {
				return invalid("there is already a claim that reads much like this; add the statement to it, or make the claim all the same")
			}
		}
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
