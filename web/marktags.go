package web

import (
	"net/http"
	"strconv"

	"onrecord/store"
	"onrecord/web/view"
)

// tagLines is the tags of the article and its passages.
func (d *desk) tagLines() []view.TagLine {
	var lines []view.TagLine
	for _, t := range d.tags {
		id := strconv.FormatInt(t.ID, 10)
		line := view.TagLine{ID: id, Words: view.Link{Text: t.Words, Href: view.TagHref(t.Words)}, Quote: t.Quote, Lang: d.article.Language}
		if t.Quote != "" {
			line.QuoteAt = articleHref(d.article.ID) + "?tab=notes&f=tag-" + id + "#text"
		}
		lines = append(lines, line)
	}
	return lines
}

// addTag puts a tag on an article or a passage of it.
func (s *Server) addTag(w http.ResponseWriter, r *http.Request) error {
	article, err := id(r, "id")
	if err != nil {
		return err
	}
	t := store.Tag{Words: r.PostForm.Get("words"), Article: &article, Quote: r.PostForm.Get("quote")}
	seq, err := s.do(r, "Put on a tag", func(d *store.Deed) error {
		if t.Start, t.End, err = span(d.Tx(), article, r); err != nil {
			return err
		}
		return d.SaveTag(t)
	})
	if unsaved(err) {
		return s.showArticle(w, r, http.StatusUnprocessableEntity, func(m *view.Article) {
			m.Tab, m.Page.Path = view.TabNotes, articleHref(article)+"?tab=notes"
			m.Notes.Tagging, m.Notes.NewTag = true, view.NoteForm{Quote: t.Quote, Text: t.Words, Start: r.PostForm.Get("start"), End: r.PostForm.Get("end"), Problem: sentence(err)}
		})
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, articleHref(article)+"?tab=notes#tags-title", undoable("Tagged “"+t.Words+"”.", seq))
}

// removeTag takes a tag off an article, a passage or a claim.
func (s *Server) removeTag(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	seq, err := s.do(r, "Took off a tag", func(d *store.Deed) error { return d.Drop("tag", id) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, back(r, "/"), undoable("The tag is off.", seq))
}
