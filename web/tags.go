package web

import (
	"net/http"
	"strconv"

	"onrecord/store"
	"onrecord/web/view"
)

// taggedShown is how much of each kind the page of a tag shows.
const taggedShown = 200

// tagWords is every tag there is, the most used first.
func tagWords(tx *store.Tx) ([]string, error) {
	all, err := tx.Tags()
	words := make([]string, len(all))
	for i, t := range all {
		words[i] = t.Name
	}
	return words, err
}

// fillTags is the tags of a claim, and those there are.
func (c *claimed) fillTags() error {
	tags, err := c.tx.TagsOfClaim(c.id)
	if err != nil {
		return err
	}
	for _, t := range tags {
		c.page.Tags.Lines = append(c.page.Tags.Lines, view.TagLine{ID: strconv.FormatInt(t.ID, 10), Words: view.Link{Text: t.Words, Href: view.TagHref(t.Words)}})
	}
	c.page.Tags.Known, err = tagWords(c.tx)
	return err
}

func (s *Server) tagClaim(w http.ResponseWriter, r *http.Request) error {
	claim, err := id(r, "id")
	if err != nil {
		return err
	}
	words := r.PostForm.Get("words")
	seq, err := s.do(r, "Tagged a claim", func(d *store.Deed) error { return d.SaveTag(store.Tag{Words: words, Claim: &claim}) })
	if unsaved(err) {
		return s.showClaim(w, r, http.StatusUnprocessableEntity, func(m *view.Claim) { m.Tags.Text, m.Tags.Problem = words, sentence(err) })
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, claimHref(claim)+"#tags-title", undoable("Tagged.", seq))
}

// tags is every tag with how much has it.
func (s *Server) tags(w http.ResponseWriter, r *http.Request) error {
	m := view.TagList{Page: s.page(r, "Tags", view.SectionClaims)}
	var all []store.TagCount
	if err := s.view(r, func(tx *store.Tx) (err error) { all, err = tx.TagCounts(); return err }); err != nil {
		return err
	}
	for _, t := range all {
		m.Lines = append(m.Lines, view.TagLine{Words: view.Link{Text: t.Words, Href: view.TagHref(t.Words)}, Sum: tagSum(t)})
	}
	return s.render(w, r, http.StatusOK, view.TagListPage(m))
}

func tagSum(t store.TagCount) string {
	var parts [3]string
	for i, x := range [...]struct {
		n         int
		one, many string
	}{{t.Claims, "claim", "claims"}, {t.Articles, "article", "articles"}, {t.Passages, "passage", "passages"}} {
		if x.n > 0 {
			parts[i] = plural(x.n, x.one, x.many)
		}
	}
	return joined(", ", parts[:]...)
}

// tagged is what has a tag.
func (s *Server) tagged(w http.ResponseWriter, r *http.Request) error {
	words := r.PathValue("words")
	m := view.Tagged{Page: s.page(r, words, view.SectionClaims), Words: words}
	err := s.view(r, func(tx *store.Tx) error {
		claims, err := tx.Claims(store.ClaimFilter{Tag: words}, taggedShown)
		if err != nil {
			return err
		}
		if m.Claims, err = claimLines(tx, claims); err != nil {
			return err
		}
		articles, err := tx.TaggedArticles(words, taggedShown)
		if len(claims) == taggedShown || len(articles) == taggedShown {
			m.Most = "The newest " + strconv.Itoa(taggedShown) + " of each kind are shown. Search for tag:“" + words + "” with a word more."
		}
		for _, t := range articles {
			addTagged(&m, t)
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.TaggedPage(m))
}

func addTagged(m *view.Tagged, t store.Tagged) {
	if t.Quote == "" {
		m.Articles = append(m.Articles, view.ArticleLine{Href: articleHref(*t.Article), Title: t.Title, Outlet: t.Outlet, Published: dayWord(t.Published), Lang: t.Language})
		return
	}
	m.Passages = append(m.Passages, view.TaggedPassage{
		Line: []view.Piece{{Text: t.Before}, {Text: t.Quote, Hit: true}, {Text: t.After}}, Lang: t.Language,
		Article: view.Link{Text: t.Title, Href: articleHref(*t.Article) + "?tab=notes#text"}, Outlet: t.Outlet, Day: dayWord(t.Published),
	})
}
