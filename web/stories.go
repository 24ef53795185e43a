package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

func storyHref(id int64) string { return "/stories/" + strconv.FormatInt(id, 10) }

// stories is the list of stories.
func (s *Server) stories(w http.ResponseWriter, r *http.Request) error {
	before, _ := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	m := view.Stories{Page: s.page(r, "Stories", view.SectionStories)}
	var all []store.StoryLine
	if err := s.view(r, func(tx *store.Tx) (err error) { all, err = tx.Stories(before, perPage+1); return err }); err != nil {
		return err
	}
	if m.Total = plural(len(all), "story", "stories"); len(all) > perPage || before != 0 {
		m.Total = ""
	}
	if len(all) > perPage {
		all = all[:perPage]
		m.Paging.Older = "/stories?before=" + strconv.FormatInt(all[perPage-1].ID, 10)
	}
	if before != 0 {
		m.Paging.Newer = "/stories"
	}
	for _, t := range all {
		m.Lines = append(m.Lines, view.StoryLine{Href: storyHref(t.ID), Name: t.Name, About: clip(strings.Join(strings.Fields(t.About), " ")),
			Held: held(t.Articles, t.Claims, t.People), New: t.New, Last: "last changed " + moment(t.Last)})
	}
	return s.render(w, r, http.StatusOK, view.StoriesPage(m))
}

// held is how much was gathered to a story.
func held(articles, claims, people int) string {
	return joined(" · ", plural(articles, "article", "articles"), plural(claims, "claim", "claims"), plural(people, "person", "people"))
}

// newStory is the form of a new story; what was ticked stands in the address.
func (s *Server) newStory(w http.ResponseWriter, r *http.Request) error {
	return s.showNewStory(w, r, http.StatusOK, store.Story{Query: r.URL.Query().Get("query")}, r.URL.Query()["item"], "")
}

func (s *Server) showNewStory(w http.ResponseWriter, r *http.Request, status int, t store.Story, items []string, problem string) error {
	m := view.NewStory{Page: s.page(r, "New story", view.SectionStories), Form: storyForm("/stories", "Make the story", "/stories", t)}
	m.Form.Problem = problem
	err := s.view(r, func(tx *store.Tx) error {
		for _, item := range items {
			title, err := tx.ItemTitle(item)
			if err != nil {
				return err
			}
			m.Ticked = append(m.Ticked, title)
			m.Form.Hidden = append(m.Form.Hidden, view.Hidden{Name: "item", Value: item})
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.render(w, r, status, view.NewStoryPage(m))
}

func storyForm(action, submit, cancel string, t store.Story) view.Form {
	return view.Form{Action: action, Submit: submit, Cancel: cancel, Fields: []view.Field{
		{Name: "name", Label: "Name", Value: t.Name, Required: true},
		{Name: "about", Label: "What it is about", Control: view.TextArea, Value: t.About, Help: "A sentence or two that a colleague understands."},
		{Name: "query", Label: "A search of its own", Value: t.Query, Help: "Written as in the search box. Articles that it finds are offered to the story, also those that come later. May stay empty."},
	}}
}

// storyTyped is a story as a form has it.
func storyTyped(r *http.Request, id int64) store.Story {
	f := r.PostForm
	return store.Story{ID: id, Name: f.Get("name"), About: strings.ReplaceAll(f.Get("about"), "\r\n", "\n"), Query: f.Get("query")}
}

func (s *Server) addStory(w http.ResponseWriter, r *http.Request) error {
	typed, items := storyTyped(r, 0), r.PostForm["item"]
	seq, err := s.do(r, "Made a story", func(d *store.Deed) error {
		id, err := d.SaveStory(typed)
		if err != nil || len(items) == 0 {
			return err
		}
		_, err = d.Gather(id, items...)
		return err
	})
	if unsaved(err) {
		return s.showNewStory(w, r, http.StatusUnprocessableEntity, typed, items, sentence(err))
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, storyHref(seq), undoable("Story made.", seq))
}

func (s *Server) changeStory(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	typed := storyTyped(r, id)
	seq, err := s.do(r, "Changed a story", func(d *store.Deed) error {
		if err := d.Expect("story", strconv.FormatInt(id, 10), r.PostForm.Get("mark")); err != nil {
			return err
		}
		was, err := d.Tx().Story(id)
		if err != nil {
			return err
		}
		typed.Made = was.Made
		_, err = d.SaveStory(typed)
		return err
	})
	var refused *store.Changed
	if errors.As(err, &refused) {
		return s.stale(w, r, refused, "the story", func(tx *store.Tx) (view.Form, error) {
			t, err := tx.Story(id)
			return storyForm(storyHref(id), "Save", storyHref(id), t), err
		})
	}
	if unsaved(err) {
		return s.showStory(w, r, http.StatusUnprocessableEntity, func(m *view.Story) {
			form := storyForm(storyHref(id), "Save", storyHref(id), typed)
			form.Problem, form.Mark = sentence(err), r.PostForm.Get("mark")
			m.Edit = &form
		})
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, storyHref(id), undoable("Saved.", seq))
}

func (s *Server) removeStory(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	seq, err := s.do(r, "Removed a story", func(d *store.Deed) error { return d.RemoveStory(id) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, "/stories", undoable("Story removed. What it gathered is still in the archive.", seq))
}

// seeStory notes that the user has looked at a story as its page showed it.
func (s *Server) seeStory(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	seq, err1 := strconv.ParseInt(r.PostForm.Get("seq"), 10, 64)
	document, err2 := strconv.ParseInt(r.PostForm.Get("document"), 10, 64)
	if err1 != nil || err2 != nil {
		return invalid("the form did not arrive whole; open the story again")
	}
	if err := s.archive.See(r.Context(), id, store.Seen{Seq: seq, Document: document}); err != nil {
		return err
	}
	return s.goTo(w, r, storyHref(id), view.Flash{Text: "Seen. What comes from now on is new."})
}
