package web

import (
	"net/http"
	"strconv"

	"onrecord/store"
	"onrecord/web/view"
)

// storiesOffered is how many stories a form lets choose from, the newest.
const storiesOffered = 200

// gather adds the items of a form to the story that it names, in a field or in
// the address.
func (s *Server) gather(w http.ResponseWriter, r *http.Request) error {
	number := r.PathValue("id")
	if number == "" {
		number = r.PostForm.Get("story")
	}
	story, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return invalid("choose a story first")
	}
	return s.sortItems(w, r, story, "Added to the story", func(d *store.Deed, t store.Story) (string, error) {
		n, err := d.Gather(story, r.PostForm["item"]...)
		if n == 0 {
			return "That is in " + t.Name + " already.", err
		}
		return added(len(r.PostForm["item"]), n) + " to " + t.Name + ".", err
	})
}

// added says how many of the ticked lines were added.
func added(ticked, n int) string {
	if n == ticked && n == 1 {
		return "Added"
	} else if n == ticked {
		return "Added " + thousands(n)
	}
	return "Added " + thousands(n) + " of " + thousands(ticked)
}

// decline says of items that they do not belong to a story.
func (s *Server) decline(w http.ResponseWriter, r *http.Request) error {
	story, err := id(r, "id")
	if err != nil {
		return err
	}
	return s.sortItems(w, r, story, "Left out of the story", func(d *store.Deed, t store.Story) (string, error) {
		return "Not offered to " + t.Name + " again.", d.Decline(story, r.PostForm["item"]...)
	})
}

// takeOut drops items from a story.
func (s *Server) takeOut(w http.ResponseWriter, r *http.Request) error {
	story, err := id(r, "id")
	if err != nil {
		return err
	}
	return s.sortItems(w, r, story, "Took out of the story", func(d *store.Deed, t store.Story) (string, error) {
		return "Taken out of " + t.Name + ".", d.TakeOut(story, r.PostForm["item"]...)
	})
}

// sortItems does a deed on the items of a form and goes back to where the form
// was, with what the deed says. A form on which nothing is ticked is no error.
func (s *Server) sortItems(w http.ResponseWriter, r *http.Request, story int64, name string, f func(*store.Deed, store.Story) (string, error)) error {
	if len(r.PostForm["item"]) == 0 {
		return s.goTo(w, r, back(r, storyHref(story)), view.Flash{Text: "Tick at least one line first.", Bad: true})
	}
	var t store.Story
	if err := s.view(r, func(tx *store.Tx) (err error) { t, err = tx.Story(story); return err }); err != nil {
		return err
	}
	name += " “" + t.Name + "”"
	said := name + "." // of the same form again
	seq, err := s.do(r, name, func(d *store.Deed) (err error) { said, err = f(d, t); return err })
	if err != nil {
		return err
	}
	return s.goTo(w, r, back(r, storyHref(story)), undoable(said, seq))
}

// gathering is the stories that an item is in and can be added to; what is the
// kind of thing it is, for the user.
func gathering(tx *store.Tx, item, what string) (g view.Gathering, err error) {
	g.Item, g.What = item, what
	in, err := tx.StoriesOf(item)
	if err != nil {
		return g, err
	}
	has := map[int64]bool{}
	for _, t := range in {
		has[t.ID] = true
		g.In = append(g.In, storyIn(t))
	}
	all, err := tx.StoryNames(storiesOffered)
	for _, t := range all {
		if !has[t.ID] {
			g.Stories = append(g.Stories, storyOption(t))
		}
	}
	return g, err
}

// storyOptions is the stories that ticked lines can be added to.
func storyOptions(tx *store.Tx) (options []view.Option, err error) {
	all, err := tx.StoryNames(storiesOffered)
	for _, t := range all {
		options = append(options, storyOption(t))
	}
	return options, err
}

func storyOption(t store.Story) view.Option {
	return view.Option{Value: strconv.FormatInt(t.ID, 10), Label: t.Name}
}

func storyIn(t store.Story) view.StoryIn {
	return view.StoryIn{ID: strconv.FormatInt(t.ID, 10), Name: view.Link{Text: t.Name, Href: storyHref(t.ID)}}
}

// storyOf is the story that a list is narrowed to, the zero StoryIn for 0.
func storyOf(tx *store.Tx, id int64) (view.StoryIn, error) {
	if id == 0 {
		return view.StoryIn{}, nil
	}
	t, err := tx.Story(id)
	return storyIn(t), err
}
