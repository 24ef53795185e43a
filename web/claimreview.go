package web

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"onrecord/store"
	"onrecord/store/export"
	"onrecord/web/view"
)

// reviewPart is what the share page says of a claim's ClaimReview.
func reviewPart(tx *store.Tx, p view.Page, claim int64) (*view.ShareReview, error) {
	_, missing, err := export.ReviewOf(tx, claim)
	if err != nil {
		return nil, err
	}
	publisher, err := export.PublisherOf(tx)
	if err != nil {
		return nil, err
	}
	stands, err := tx.Publication(claim)
	if err != nil {
		return nil, err
	}
	mark, err := tx.Mark("publication", fmt.Sprint(claim))
	form := publicationForm(stands)
	form.Mark = mark
	return &view.ShareReview{Missing: missing, Form: form, File: claimHref(claim) + "/claimreview.json", Publisher: joined(", ", publisher.Name, publisher.Address)}, err
}

func publicationForm(p store.Publication) view.Form {
	maker := selected([]view.Option{{Value: "", Label: "as the archive has it"}, {Value: "person", Label: "a person"}, {Value: "organization", Label: "an organization"}}, p.Maker)
	return view.Form{Action: claimHref(p.Claim) + "/share", Submit: "Save", Fields: []view.Field{
		{Name: "address", Label: "Address of your article", Control: view.URLInput, Value: p.Address, Help: "Where your finding stands for the public: https://…"},
		{Name: "day", Label: "Published on", Control: view.DayInput, Value: p.Day},
		{Name: "maker", Label: "Who made the claim is", Control: view.Choice, Options: maker},
	}}
}

// savePublication says where the review of a claim stands.
func (s *Server) savePublication(w http.ResponseWriter, r *http.Request) error {
	claim, err := id(r, "id")
	if err != nil {
		return err
	}
	p := store.Publication{Claim: claim, Address: r.PostForm.Get("address"), Day: r.PostForm.Get("day"), Maker: r.PostForm.Get("maker")}
	seq, err := s.do(r, "Said where a claim is published", func(d *store.Deed) error {
		if err := d.Expect("publication", fmt.Sprint(claim), r.PostForm.Get("mark")); err != nil {
			return err
		}
		return d.SavePublication(p)
	})
	var refused *store.Changed
	if errors.As(err, &refused) {
		return s.stale(w, r, refused, "where the claim is published", func(tx *store.Tx) (view.Form, error) {
			p, err := tx.Publication(claim)
			form := publicationForm(p)
			form.Cancel = claimHref(claim) + "/share"
			return form, err
		})
	}
	if unsaved(err) {
		return s.showShare(w, r, http.StatusUnprocessableEntity, claimShare, func(m *view.Share) {
			m.Review.Form = publicationForm(p)
			m.Review.Form.Problem, m.Review.Form.Mark = sentence(err), r.PostForm.Get("mark")
		})
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, claimHref(claim)+"/share#review-title", undoable("Saved.", seq))
}

// claimReview is the ClaimReview of a claim, to be saved.
func (s *Server) claimReview(w http.ResponseWriter, r *http.Request) error {
	claim, err := id(r, "id")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	var title string
	err = s.view(r, func(tx *store.Tx) error {
		review, missing, err := export.ReviewOf(tx, claim)
		if err != nil {
			return err
		}
		if len(missing) > 0 {
			return invalid(strings.Join(missing, " "))
		}
		title = review.ClaimReviewed
		return export.WriteReview(&b, review)
	})
	if err != nil {
		return err
	}
	return save(w, fileName("claimreview", claim, title, ".json"), "application/ld+json", &b)
}

// setPublisher says in the settings who publishes.
func (s *Server) setPublisher(w http.ResponseWriter, r *http.Request) error {
	p := export.Publisher{Name: r.PostForm.Get("name"), Address: r.PostForm.Get("address"), Kind: r.PostForm.Get("kind")}
	err := p.Save(r.Context(), s.archive)
	if unsaved(err) {
		return s.showSettings(w, r, http.StatusUnprocessableEntity, func(m *view.Settings) {
			m.Publisher = publisherForm(p)
			m.Publisher.Problem = sentence(err)
		})
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, "/settings#publisher", view.Flash{Text: "Saved."})
}

func publisherForm(p export.Publisher) view.Form {
	kinds := selected([]view.Option{{Value: "organization", Label: "an organization"}, {Value: "person", Label: "a person"}}, p.Kind)
	return view.Form{Action: "/settings/publisher", Submit: "Save", Fields: []view.Field{
		{Name: "name", Label: "Publisher name", Value: p.Name},
		{Name: "address", Label: "Publisher address", Control: view.URLInput, Value: p.Address, Help: "The front page: https://…"},
		{Name: "kind", Label: "The publisher is", Control: view.Choice, Options: kinds},
	}}
}

// selected is options with the one of that value chosen.
func selected(options []view.Option, value string) []view.Option {
	for i := range options {
		options[i].Selected = options[i].Value == value
	}
	return options
}
