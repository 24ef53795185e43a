package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// How much of each kind the page of a story shows.
const (
	voicesShown   = 12
	articlesShown = 10
	claimsShown   = 100
	openShown     = 5
	offersShown   = 12
	outletsShown  = 20
	chartArticles = 300
)

func (s *Server) story(w http.ResponseWriter, r *http.Request) error {
	return s.showStory(w, r, http.StatusOK, nil)
}

// showStory renders the page of a story; with may put what the user typed and
// what is wrong with it back into the page.
func (s *Server) showStory(w http.ResponseWriter, r *http.Request, status int, with func(*view.Story)) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	m := view.Story{Page: s.page(r, "Story", view.SectionStories), ID: strconv.FormatInt(id, 10)}
	if r.Method == http.MethodPost {
		m.Page.Path = storyHref(id)
	}
	found, err := s.archive.Timeline(r.Context(), store.Query{}.In(id), chartArticles)
	if err != nil {
		return err
	}
	err = s.view(r, func(tx *store.Tx) error {
		t, err := tx.Story(id)
		if err != nil {
			return err
		}
		return s.fillStory(tx, &m, t, found, r.URL.Query().Has("edit"))
	})
	if err != nil {
		return err
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.StoryPage(m))
}

// fillStory reads what the page of a story shows; found is the events of its
// newest articles.
func (s *Server) fillStory(tx *store.Tx, m *view.Story, t store.Story, found *store.Timeline, edit bool) error {
	m.Page.Title, m.Name, m.About = t.Name, t.Name, t.About
	if edit {
		form := storyForm(storyHref(t.ID), "Save", storyHref(t.ID), t)
		mark, err := tx.Mark("story", m.ID)
		if err != nil {
			return err
		}
		form.Mark = mark
		m.Edit = &form
	}
	offers, n, err := tx.Offers(t, offersShown)
	if err != nil {
		return err
	}
	fillOffers(m, offers, n)
	if err := fillNews(tx, m, t, offers); err != nil {
		return err
	}
	if err := fillStoryArticles(tx, m, t); err != nil {
		return err
	}
	if err := fillVoices(tx, m, t); err != nil {
		return err
	}
	if err := fillStoryClaims(tx, m, t); err != nil {
		return err
	}
	s.fillStoryChart(m, t, found)
	return s.fillOpen(tx, m, t, found)
}

// fromStory is what addresses of articles carry that are opened from a story.
func fromStory(id int64) url.Values { return url.Values{"story": {strconv.FormatInt(id, 10)}} }

// storyArticle is an article in a list of a story.
func storyArticle(t store.Story, a store.Listed) view.ArticleLine {
	line := articleLine(a)
	line.Href = withQuery(line.Href, fromStory(t.ID))
	return line
}

// fillStoryArticles is the newest articles of a story, and all of them in
// figures.
func fillStoryArticles(tx *store.Tx, m *view.Story, t store.Story) error {
	all, err := tx.Library(store.Filter{Story: t.ID}, articlesShown)
	if err != nil {
		return err
	}
	for _, a := range all {
		m.Articles = append(m.Articles, storyArticle(t, a))
		m.Items = append(m.Items, store.ArticleItem(a.ID))
	}
	outlets, err := tx.OutletsOfStory(t.ID, 1000)
	if err != nil {
		return err
	}
	articles, named := 0, 0
	for _, o := range outlets {
		if articles += o.N; o.Name == "" {
			continue
		}
		if named++; named <= outletsShown {
			m.Outlets = append(m.Outlets, view.Figure{Value: thousands(o.N), Label: o.Name})
		}
	}
	if articles > len(m.Articles) {
		m.All = view.Link{Text: "All " + plural(articles, "article", "articles"), Href: "/?" + fromStory(t.ID).Encode()}
	}
	m.Sum = plural(articles, "article", "articles")
	if named > 0 {
		m.Sum += " by " + plural(named, "outlet", "outlets")
	}
	return nil
}

// fillVoices is who spoke in a story.
func fillVoices(tx *store.Tx, m *view.Story, t store.Story) error {
	all, err := tx.Voices(t.ID, voicesShown)
	for _, v := range all {
		x := view.Voice{Item: store.EntityItem(v.Key), In: v.Item != "", Name: view.Link{Text: v.Name}, Role: v.Role, Said: v.Said}
		if v.Entity.ID != 0 {
			x.Name.Href = personHref(v.Entity.ID)
		}
		if v.Said > 0 {
			x.Latest = saidLine(v.Latest)
			x.Latest.Article.Href = withQuery(x.Latest.Article.Href, fromStory(t.ID))
		}
		m.Voices = append(m.Voices, x)
	}
	return err
}

// fillStoryClaims is the claims of a story, and those of them without a
// verdict.
func fillStoryClaims(tx *store.Tx, m *view.Story, t store.Story) error {
	list, err := tx.Verdicts()
	if err != nil {
		return err
	}
	claims, err := tx.ClaimsOfStory(t.ID, claimsShown)
	if err != nil {
		return err
	}
	if m.Claims, err = claimLines(tx, claims); err != nil {
		return err
	}
	for _, c := range claims {
		m.ClaimOut = append(m.ClaimOut, view.Option{Value: store.ClaimItem(c.ID), Label: c.Words})
		if c.Verdict == list[0].Words {
			m.Open.Claims = append(m.Open.Claims, view.Link{Text: c.Words, Href: claimHref(c.ID)})
		}
	}
	if len(claims) > 0 {
		m.Sum += " · " + plural(len(claims), "claim", "claims")
	}
	return nil
}

// fillStoryChart is the chart of a story's newest articles.
func (s *Server) fillStoryChart(m *view.Story, t store.Story, found *store.Timeline) {
	line := newTimeline(timelineAsk{story: t.ID}, found)
	if len(line.all) == 0 || len(line.bins) == 0 {
		return
	}
	m.Chart, m.Timeline = line.chart(), view.Link{Text: "The whole timeline", Href: line.ask.href(line.here())}
	if found.More {
		m.OfNewest = "Drawn of the newest " + thousands(chartArticles) + " articles of the story."
	}
}

// fillEnds is how many open ends of each kind what was accepted in the articles
// of a story leaves.
func (s *Server) fillEnds(tx *store.Tx, m *view.Story, t store.Story) error {
	articles, err := articlesOf(tx, t.ID)
	if err != nil {
		return err
	}
	groups, err := tx.OpenEnds(store.Scope{Articles: articles, Today: s.options.Now().Format(time.DateOnly)}, perOpen)
	for _, g := range groups {
		if len(g.Ends) > 0 {
			v := openGroup(g)
			m.Open.Ends = append(m.Open.Ends, view.Link{Text: v.Title + ": " + v.Count, Href: "/open?" + fromStory(t.ID).Encode() + "#" + v.ID})
		}
	}
	return err
}

// fillOpen is what is left to do on a story, but for its claims.
func (s *Server) fillOpen(tx *store.Tx, m *view.Story, t store.Story, found *store.Timeline) error {
	n, articles, err := tx.Unreviewed(t.ID, openShown)
	if err != nil {
		return err
	}
	for _, a := range articles {
		m.Open.Unreviewed = append(m.Open.Unreviewed, storyArticle(t, a))
	}
	m.Open.Left = plural(n, "article has suggestions left", "articles have suggestions left")
	if n > len(articles) {
		q := fromStory(t.ID)
		q.Set("state", "open")
		m.Open.All = view.Link{Text: "All " + thousands(n), Href: "/?" + q.Encode()}
	}
	if err := s.fillEnds(tx, m, t); err != nil {
		return err
	}
	passed := passedEvents(found, s.options.Now().Format(time.DateOnly))
	var ids []int64
	for _, e := range passed {
		ids = append(ids, e.ID)
	}
	told, err := tx.Tellings(ids)
	for _, e := range passed {
		x := told[e.ID]
		var who []string
		for _, id := range e.Who {
			who = append(who, found.Names[id].Name)
		}
		m.Open.Passed = append(m.Open.Passed, view.OpenEvent{What: joined(": ", kindWords(e.Kind), joined(" and ", who...)), When: value(e.Value),
			Article: view.Link{Text: x.Title, Href: withQuery(statementHref(e.Article, x.Key), fromStory(t.ID))}, Outlet: x.Outlet})
	}
	return err
}

// passedEvents is the newest events that were planned for days before today
// and of which no article says anything else.
func passedEvents(found *store.Timeline, today string) []store.Event {
	var all []store.Event
	for _, h := range store.Happenings(found.Events) {
		e := h.Told[0]
		other := slices.ContainsFunc(h.Told, func(e store.Event) bool { return e.Status != string(fact.Planned) })
		if !other && e.Last != "" && e.Last < today && len(all) < openShown {
			all = append(all, e)
		}
	}
	return all
}
