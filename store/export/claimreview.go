package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"onrecord/store"
)

// ErrMissing is why a ClaimReview cannot be made yet: something that it needs
// was not said.
var ErrMissing = errors.New("something is missing")

// A ClaimReview is schema.org's review of a claim, as fact-checkers publish it
// and Google's Fact Check Explorer reads it.
type ClaimReview struct {
	Context       string     `json:"@context"`
	Type          string     `json:"@type"`
	URL           string     `json:"url"`
	DatePublished string     `json:"datePublished,omitempty"`
	ClaimReviewed string     `json:"claimReviewed"`
	Author        maker      `json:"author"`
	ItemReviewed  reviewed   `json:"itemReviewed"`
	ReviewRating  reviewRank `json:"reviewRating"`
}

// A maker is who made a claim or publishes a review of it.
type maker struct {
	Type     string `json:"@type"` // Person or Organization
	Name     string `json:"name"`
	URL      string `json:"url,omitempty"`
	JobTitle string `json:"jobTitle,omitempty"` // of a Person
}

// A reviewed is the claim that is reviewed.
type reviewed struct {
	Type            string     `json:"@type"`
	Text            string     `json:"text"`
	DatePublished   string     `json:"datePublished,omitempty"`
	Author          *maker     `json:"author,omitempty"`
	FirstAppearance *creation  `json:"firstAppearance,omitempty"`
	Appearance      []creation `json:"appearance,omitempty"`
	SameAs          []string   `json:"sameAs,omitempty"`
}

// A creation is an article in which a claim is made.
type creation struct {
	Type          string `json:"@type"`
	URL           string `json:"url"`
	Headline      string `json:"headline,omitempty"`
	DatePublished string `json:"datePublished,omitempty"`
	Publisher     *maker `json:"publisher,omitempty"`
}

// A reviewRank is a verdict, with a number only where the user's list gives
// one.
type reviewRank struct {
	Type          string   `json:"@type"`
	AlternateName string   `json:"alternateName"`
	RatingValue   *float64 `json:"ratingValue,omitempty"`
	BestRating    *float64 `json:"bestRating,omitempty"`
	WorstRating   *float64 `json:"worstRating,omitempty"`
	Explanation   string   `json:"ratingExplanation,omitempty"`
}

// ReviewOf is the ClaimReview of a claim, and what it still needs: sentences
// for the user, none when the review is whole.
func ReviewOf(tx *store.Tx, claim int64) (ClaimReview, []string, error) {
	c, err := tx.Claim(claim)
	if err != nil {
		return ClaimReview{}, nil, err
	}
	read, err := readClaim(tx, c)
	if err != nil {
		return ClaimReview{}, nil, err
	}
	return reviewOf(tx, read)
}

func reviewOf(tx *store.Tx, c exportedClaim) (ClaimReview, []string, error) {
	r := ClaimReview{Context: "https://schema.org", Type: "ClaimReview", URL: c.publication.Address, DatePublished: c.publication.Day, ClaimReviewed: c.Words}
	r.ItemReviewed = reviewed{Type: "Claim", Text: c.Words}
	var missing []string
	need := func(sentence string) { missing = append(missing, sentence) }
	if c.Status != "ready" {
		need("ClaimReview is for claims that are ready; this one is " + c.Status + ".")
	}
	if r.URL == "" {
		need("ClaimReview needs the address where your article stands.")
	}
	publisher, err := PublisherOf(tx)
	if err != nil {
		return r, nil, err
	}
	if r.Author = publisher.maker(); r.Author.Name == "" {
		need("ClaimReview needs the name of who publishes it; write it in the settings.")
	}
	list, err := tx.Verdicts()
	if err != nil {
		return r, nil, err
	}
	r.ReviewRating = rank(c.Claim, list)
	if c.Verdict == list[0].Words {
		need("ClaimReview needs a verdict; “" + c.Verdict + "” is the lack of one.")
	}
	if r.ItemReviewed.Author, err = claimant(tx, c); err != nil {
		return r, nil, err
	}
	if a := r.ItemReviewed.Author; a != nil && a.Type == "" {
		need("ClaimReview needs to know whether " + c.Who + " is a person or an organization.")
	}
	return r, missing, r.ItemReviewed.appear(tx, c)
}

// rank is the verdict of a claim by the list.
func rank(c store.Claim, list []store.Verdict) reviewRank {
	r := reviewRank{Type: "Rating", AlternateName: c.Verdict, Explanation: c.Reason}
	for _, v := range list {
		if v.Words == c.Verdict {
			r.RatingValue = v.Rating
		}
	}
	if r.RatingValue == nil {
		return r
	}
	best, worst := *r.RatingValue, *r.RatingValue
	for _, v := range list {
		if v.Rating != nil {
			best, worst = max(best, *v.Rating), min(worst, *v.Rating)
		}
	}
	r.BestRating, r.WorstRating = &best, &worst
	return r
}

// makerTypes is what kinds of entities can have made a claim.
var makerTypes = map[string]string{"person": "Person", "organization": "Organization", "group": "Organization", "place": "Organization"}

// claimant is who made a claim, nil for nobody in particular. Its Type is ""
// when neither the user nor the archive says what they are.
func claimant(tx *store.Tx, c exportedClaim) (*maker, error) {
	if c.Who == "" {
		return nil, nil
	}
	m := &maker{Type: makerTypes[c.publication.Maker], Name: c.Who}
	known, err := tx.Named(c.Who)
	if errors.Is(err, store.ErrNotFound) {
		return m, nil
	}
	if err != nil {
		return nil, err
	}
	if m.Type == "" {
		m.Type = makerTypes[known.Kind]
	}
	if m.Type != "Person" || known.Kind != "person" {
		return m, nil
	}
	roles, err := tx.Roles(known.ID)
	if err == nil && len(roles) > 0 {
		m.JobTitle = roles[0].Role
	}
	return m, err
}

// appear fills in where the claim was made, as far as articles with an address
// tell, by the statements that make or repeat it. Where the first of them has
// no address, none is called the first.
func (r *reviewed) appear(tx *store.Tx, c exportedClaim) error {
	seen := map[string]bool{}
	for _, l := range c.links {
		if l.Relation != "same" && l.Relation != "repeats" {
			continue
		}
		a, err := tx.Article(l.Article)
		if err != nil {
			return err
		}
		first := len(seen) == 0
		if first {
			r.DatePublished = l.Published
		}
		if seen[a.URL] {
			continue
		}
		seen[a.URL] = true
		if !store.WebAddress(a.URL) {
			continue
		}
		work := creation{Type: "CreativeWork", URL: a.URL, Headline: a.Title, DatePublished: a.Published}
		if a.Outlet != "" {
			work.Publisher = &maker{Type: "Organization", Name: a.Outlet}
		}
		if first {
			r.FirstAppearance = &work
		} else {
			r.Appearance = append(r.Appearance, work)
		}
	}
	return r.same(tx, c)
}

// same fills in where the reviews of claims stand that the user says are the
// same claim.
func (r *reviewed) same(tx *store.Tx, c exportedClaim) error {
	here := store.ClaimEnd(c.ID)
	for _, t := range c.ties {
		if t.Relation != "same" {
			continue
		}
		other := t.To
		if other == here {
			other = t.From
		}
		id := store.EndClaim(other)
		p, err := tx.Publication(id)
		if err != nil {
			return err
		}
		if p.Address != "" {
			r.SameAs = append(r.SameAs, p.Address)
		}
	}
	return nil
}

// A reviewExport writes an array of the ClaimReviews of the claims that are
// ready, or fails with ErrMissing before it has written anything.
type reviewExport struct {
	tx      *store.Tx
	w       io.Writer
	all     []ClaimReview
	missing []string
}

func newReviewExport(tx *store.Tx, w io.Writer) (*reviewExport, error) {
	return &reviewExport{tx: tx, w: w, all: []ClaimReview{}}, nil
}

func (x *reviewExport) article(exportedArticle) error { return nil }

func (x *reviewExport) claim(c exportedClaim) error {
	if c.Status != "ready" {
		return nil
	}
	r, missing, err := reviewOf(x.tx, c)
	if len(missing) > 0 {
		x.missing = append(x.missing, fmt.Sprintf("claim %d (“%s”): %s", c.ID, c.Words, strings.Join(missing, " ")))
	}
	x.all = append(x.all, r)
	return err
}

func (x *reviewExport) rest(*store.Tx, *Scope) error {
	if len(x.missing) > 0 {
		return fmt.Errorf("%w, and nothing was written: %s", ErrMissing, strings.Join(x.missing, " "))
	}
	return nil
}

func (x *reviewExport) end() error { return WriteReview(x.w, x.all) }

// WriteReview writes one ClaimReview, or a list of them, as JSON-LD.
func WriteReview(w io.Writer, reviews any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(true) // it is put into a page, where "</script>" must not stand
	enc.SetIndent("", "  ")
	return enc.Encode(reviews)
}
