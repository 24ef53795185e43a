package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// hitsPerPage is how many hits of each kind a page of results has.
const hitsPerPage = 20

func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	page := store.Page{In: q.Get("in")}
	page.Before, _ = strconv.ParseInt(q.Get("before"), 10, 64)
	m := view.Search{Page: s.page(r, "Search", "")}
	m.Page.Query = q.Get("q")
	found, err := s.archive.Search(r.Context(), m.Page.Query, page, hitsPerPage)
	if err != nil {
		return err
	}
	m.Chips, m.Hints = queryChips(found.Query, "/search", nil), found.Query.Hints
	m.Timeline = view.Link{Text: "Timeline of these", Href: "/timeline?" + url.Values{"q": {m.Page.Query}}.Encode()}
	if found.Late {
		m.Notice = "The search was stopped after three seconds. Add a word or a range of days to narrow it."
	}
	for _, x := range []struct {
		id, title string
		hits      []store.Hit
		older     int64
	}{
		{"statements", "Statements", found.Statements, found.OlderStatements},
		{"articles", "Articles", found.Articles, found.OlderArticles},
		{"claims", "Claims", found.Claims, 0}, {"notes", "Notes", found.Notes, 0},
	} {
		if len(x.hits) == 0 {
			continue
		}
		section := view.ResultSection{ID: x.id, Title: x.title, Count: strconv.Itoa(len(x.hits))}
		if x.older != 0 {
			section.Count = "the newest " + section.Count
			section.More = view.Link{Text: "Older " + x.id, Href: "/search?" + url.Values{
				"q": {m.Page.Query}, "in": {x.id}, "before": {strconv.FormatInt(x.older, 10)}}.Encode()}
		}
		for _, h := range x.hits {
			section.Results = append(section.Results, result(h, url.Values{"q": {m.Page.Query}}))
		}
		m.Sections = append(m.Sections, section)
	}
	if err := s.view(r, func(tx *store.Tx) (err error) { m.Stories, err = storyOptions(tx); return err }); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.SearchPage(m))
}

// queryChips is the query as understood, each part with the address of the page
// at path without it, and with more in its query.
func queryChips(q store.Query, path string, more url.Values) []view.QueryChip {
	var texts []string
	for _, t := range q.Terms {
		words := t.Words
		if t.Phrase || strings.ContainsAny(words, " ") {
			words = `"` + words + `"`
		}
		if t.Prefix {
			words += "*"
		}
		if t.Field != "" {
			words = t.Field + ":" + words
		}
		if t.Not {
			words = "-" + words
		}
		texts = append(texts, words)
	}
	if q.From != "" || q.To != "" {
		texts = append(texts, "published:"+q.From+".."+q.To)
	}
	chips := make([]view.QueryChip, len(texts))
	for i, text := range texts {
		rest := append(append([]string{}, texts[:i]...), texts[i+1:]...)
		shown, excluded := strings.CutPrefix(text, "-")
		chips[i] = view.QueryChip{Text: shown, Excluded: excluded, Without: withQuery(path+"?"+url.Values{"q": {strings.Join(rest, " ")}}.Encode(), more)}
	}
	return chips
}

// result is a hit as a line; from is what addresses of articles carry of the
// search.
func result(h store.Hit, from url.Values) view.Result {
	v := view.Result{Title: h.Title, Meta: joined(" · ", h.Outlet, dayWord(h.Published)), Line: pieces(h.Line)}
	switch h.Kind {
	case "statement":
		v.Href, v.Item = withQuery(statementHref(h.ID, h.Key), from), store.ArticleItem(h.ID)
		v.Title, v.Meta = h.Who, joined(" · ", h.Title, h.Outlet, dayWord(h.Published))
		if v.Title == "" {
			v.Title = "nobody named"
		}
	case "claim":
		v.Href, v.Meta, v.Item = claimHref(h.ID), h.Who, store.ClaimItem(h.ID)
	case "note":
		v.Matched = "note"
		if v.Href = claimHref(h.Claim) + "#notes-title"; h.Article != 0 {
			v.Href = noteHref(store.Note{ID: h.ID, Article: &h.Article})
		}
	default:
		v.Href, v.Item = withQuery(articleHref(h.ID), from), store.ArticleItem(h.ID)
	}
	return v
}

// pieces cuts a line at the marks round its matched words.
func pieces(line string) []view.Piece {
	var all []view.Piece
	for line != "" {
		before, rest, found := strings.Cut(line, store.Mark)
		if before != "" {
			all = append(all, view.Piece{Text: before})
		}
		if !found {
			break
		}
		hit, after, _ := strings.Cut(rest, store.Unmark)
		all, line = append(all, view.Piece{Text: hit, Hit: true}), after
	}
	return all
}
