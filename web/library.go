package web

import (
	"net/http"
	"net/url"
	"strconv"

	"onrecord/store"
	"onrecord/store/sample"
	"onrecord/web/view"
)

// perPage is how many articles, claims or people a page lists.
const perPage = 50

func (s *Server) library(w http.ResponseWriter, r *http.Request) error {
	p := s.page(r, "Library", view.SectionLibrary)
	q := r.URL.Query()
	f := store.Filter{Outlet: q.Get("outlet"), From: q.Get("from"), To: q.Get("to"), State: q.Get("state")}
	f.Before, _ = strconv.ParseInt(q.Get("before"), 10, 64)
	f.Story = readOpened(q).story
	f.After, _ = strconv.ParseInt(q.Get("after"), 10, 64)
	m := view.Library{Page: p, Adding: view.Adding{Open: q.Has("add")}}
	var empty bool
	err := s.view(r, func(tx *store.Tx) (err error) {
		if empty, err = tx.Empty(); err != nil || empty {
			return err
		}
		return s.fillLibrary(tx, &m, f)
	})
	if err != nil {
		return err
	}
	if empty {
		p.Title = "Welcome"
		return s.render(w, r, http.StatusOK, view.WelcomePage(view.Welcome{Page: p, File: s.archive.Path()}))
	}
	return s.render(w, r, http.StatusOK, view.LibraryPage(m))
}

func (s *Server) fillLibrary(tx *store.Tx, m *view.Library, f store.Filter) error {
	all, err := tx.Library(f, perPage+1)
	if err != nil {
		return err
	}
	m.Paging, all = libraryPaging(f, all)
	for _, a := range all {
		line := articleLine(a)
		line.Href, line.Item = withQuery(line.Href, opened{story: f.Story}.values()), store.ArticleItem(a.ID)
		m.Articles = append(m.Articles, line)
	}
	if m.Stories, err = storyOptions(tx); err != nil {
		return err
	}
	if m.Story, err = storyOf(tx, f.Story); err != nil {
		return err
	}
	outlets, err := tx.Outlets()
	if err != nil {
		return err
	}
	m.Filter = libraryFilter(f, outlets)
	for _, o := range outlets {
		m.Adding.Outlets = append(m.Adding.Outlets, o.Name)
	}
	samples, err := tx.Sample()
	m.Sample = len(samples) > 0
	if err != nil {
		return err
	}
	n, err := tx.Articles()
	m.Page.Size = plural(n, "article", "articles")
	if f.Story != 0 && err == nil {
		n, err = tx.ArticlesOfStory(f.Story)
	}
	m.Total = plural(n, "article", "articles")
	return err
}

// libraryPaging cuts the one article too many off a page and says what lies
// before and after.
func libraryPaging(f store.Filter, all []store.Listed) (view.Paging, []store.Listed) {
	more := len(all) > perPage
	switch {
	case more && f.After != 0:
		all = all[1:]
	case more:
		all = all[:perPage]
	}
	var p view.Paging
	if len(all) == 0 {
		return p, all
	}
	if f.Before != 0 || f.After != 0 && more {
		p.Newer = libraryAddress(f, "after", all[0].ID)
	}
	if more || f.After != 0 {
		p.Older = libraryAddress(f, "before", all[len(all)-1].ID)
	}
	return p, all
}

func libraryAddress(f store.Filter, side string, id int64) string {
	q := url.Values{side: {strconv.FormatInt(id, 10)}}
	for name, v := range map[string]string{"outlet": f.Outlet, "from": f.From, "to": f.To, "state": f.State} {
		if v != "" {
			q.Set(name, v)
		}
	}
	if f.Story != 0 {
		q.Set("story", strconv.FormatInt(f.Story, 10))
	}
	return "/?" + q.Encode()
}

// libraryStates is what the list can be narrowed to; the values are those of
// store.Filter.
var libraryStates = [...]view.Option{
	{Value: "", Label: "Any"}, {Value: "new", Label: "Not begun"},
	{Value: "open", Label: "Suggestions left"}, {Value: "reviewed", Label: "Reviewed"},
}

func libraryFilter(f store.Filter, outlets []store.Tally) view.LibraryFilter {
	v := view.LibraryFilter{From: f.From, To: f.To, Set: f.Outlet+f.From+f.To+f.State != "" || f.Story != 0}
	v.Outlets = []view.Option{{Label: "Any outlet"}}
	for _, o := range outlets {
		v.Outlets = append(v.Outlets, view.Option{Value: o.Name, Label: o.Name + " (" + thousands(o.N) + ")", Selected: o.Name == f.Outlet})
	}
	for _, o := range libraryStates {
		o.Selected = o.Value == f.State
		v.States = append(v.States, o)
	}
	if f.From != "" && f.To != "" && f.From > f.To {
		v.Problem = "The first day lies after the last."
	}
	return v
}

func articleLine(a store.Listed) view.ArticleLine {
	return view.ArticleLine{
		Href: articleHref(a.ID), Title: a.Title, Outlet: a.Outlet, Published: dayWord(a.Published), Added: moment(a.Added),
		Lang: a.Language, Pending: a.Open, Begun: a.Decided > 0, Reviewed: a.Statements > 0 && a.Open == 0, Sample: a.Source == sample.Source,
	}
}
