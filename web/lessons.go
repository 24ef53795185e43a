package web

import (
	"net/http"
	"net/url"
	"strconv"

	"onrecord/store"
	"onrecord/web/view"
)

// placesShown is how many of the facts that would change are shown; the rest is
// counted.
const placesShown = 50

// lessons is the page of what was taught and which names are the same.
func (s *Server) lessons(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	before, _ := strconv.ParseInt(q.Get("before"), 10, 64)
	m := view.Lessons{Page: s.page(r, "What onrecord learned", "")}
	err := s.view(r, func(tx *store.Tx) error {
		all, err := tx.Lessons(before, perPage+1)
		if err != nil {
			return err
		}
		if len(all) > perPage {
			all = all[:perPage]
			m.Paging.Older = "/lessons?before=" + strconv.FormatInt(all[perPage-1].ID, 10)
		}
		for _, l := range all {
			n, err := tx.Changes(l.ID)
			if err != nil {
				return err
			}
			m.Lines = append(m.Lines, lessonLine(l, n))
		}
		m.Names, m.More, err = mergeLines(tx, q.Get("after"))
		return err
	})
	if err != nil {
		return err
	}
	if before != 0 {
		m.Paging.Newer = "/lessons"
	}
	return s.render(w, r, http.StatusOK, view.LessonsPage(m))
}

func lessonLine(l store.Lesson, changes int) view.LessonLine {
	id := strconv.FormatInt(l.ID, 10)
	v := view.LessonLine{ID: "lesson-" + id, Says: capital(l.String()), Since: moment(l.Made), Reach: "in all articles",
		Changes: "changes " + countedTo(changes, "fact", "facts") + " now", Forget: "/lessons/" + id + "/forget"}
	if l.Seen != 0 {
		v.Reach = "only in articles that came later"
	}
	return v
}

// mergeLines is the names that mean another, from behind a key, and the address
// of the rest.
func mergeLines(tx *store.Tx, after string) (lines []view.LessonLine, more string, err error) {
	all, err := tx.Merges(after, perPage+1)
	if len(all) > perPage {
		all = all[:perPage]
		more = "/lessons?" + url.Values{"after": {all[perPage-1].Key}}.Encode() + "#names"
	}
	for _, m := range all {
		lines = append(lines, view.LessonLine{ID: "name-" + url.PathEscape(m.Key), Says: mergeSays(m), Since: moment(m.Made), Reach: "in all articles",
			Changes: "in " + plural(m.Articles, "article", "articles") + " now", Forget: "/lessons/names/forget?" + url.Values{"name": {m.Key}}.Encode()})
	}
	return lines, more, err
}

// mergeSays is what was said of a name, in words.
func mergeSays(m store.Merged) string {
	if m.Key == m.Into {
		return m.IntoName + " is spelled so"
	}
	return m.Name + " and " + m.IntoName + " are the same"
}

// newLesson shows what a lesson would change, before it is taught.
func (s *Server) newLesson(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	l, err := lessonOf(q)
	if err != nil {
		return err
	}
	m := view.LessonPreview{Page: s.page(r, "Teach onrecord", ""), Heading: "Does this hold everywhere?", Action: "/lessons", Hidden: lessonHidden(l, q.Get("back")),
		Cancel: ownPath(q.Get("back"), "/lessons")}
	err = s.view(r, func(tx *store.Tx) error {
		p, err := tx.PreviewOf(l, placesShown)
		if err != nil {
			return err
		}
		m.Notice, err = taughtAlready(tx, l)
		wouldChange(&m, l, p)
		return err
	})
	if err != nil {
		return err
	}
	m.Says = capital(l.String()) + "."
	return s.render(w, r, http.StatusOK, view.LessonPage(m))
}

// wouldChange puts what a lesson would change into its preview.
func wouldChange(m *view.LessonPreview, l store.Lesson, p store.Preview) {
	m.Would = "This would change " + extent(p) + "."
	m.Choices = []view.LessonChoice{{Value: "all", Text: "Here and in articles to come"}, {Value: "later", Text: "Only in articles to come"}}
	if p.Facts == 0 {
		m.Would = "This would change nothing that is here. It would hold for articles to come."
		m.Choices = []view.LessonChoice{{Value: "all", Text: "In articles to come"}}
	}
	if p.Kept > 0 {
		m.Kept = "You accepted " + counted(p.Kept) + " " + shares[l.Kind] + "; " + theyStay(p.Kept) + "."
	}
	switch {
	case p.Linked > 0:
		m.Besides = counted(p.Linked) + " of them " + standIn(p.Linked) + " in claims, where the words stay as they are."
	case p.Speakerless > 0:
		m.Besides = capital(countedTo(p.Speakerless, "statement", "statements")) + " would have nobody named who says it."
	}
	placeLines(m, p)
}

func standIn(n int) string {
	if n == 1 {
		return "stands"
	}
	return "stand"
}

// shares is what facts that were accepted share with those that would change.
var shares = map[string]string{store.CueLesson: "with this cue", store.NameLesson: "of this name", store.RoleLesson: "with this role"}

func theyStay(n int) string {
	if n == 1 {
		return "it stays"
	}
	return "they stay"
}

// placeLines puts the facts of a preview into the page.
func placeLines(m *view.LessonPreview, p store.Preview) {
	for _, x := range p.Places {
		m.Places = append(m.Places, view.LessonPlace{Href: statementHref(x.Article, x.Key), Who: x.Who, Line: pieces(x.Line), Lang: x.Language,
			Meta: joined(" · ", x.Title, x.Outlet, dayWord(x.Published))})
	}
	if more := min(p.Facts, store.Many) - len(p.Places); more > 0 && len(p.Places) > 0 {
		m.More = "and " + thousands(more) + " more"
		if p.Over() {
			m.More = "and over " + thousands(more) + " more"
		}
	}
}

// extent is how much would change: "14 facts in 9 articles".
func extent(p store.Preview) string {
	if p.Over() {
		return countedTo(p.Facts, "fact", "facts")
	}
	return plural(p.Facts, "fact", "facts") + " in " + plural(p.Articles, "article", "articles")
}

// countedTo is a number of things as far as they were counted: "over 1,000 facts".
func countedTo(n int, one, many string) string {
	if n > store.Many {
		return counted(n) + " " + many
	}
	return plural(n, one, many)
}

// teach has a lesson hold.
func (s *Server) teach(w http.ResponseWriter, r *http.Request) error {
	l, err := lessonOf(r.PostForm)
	if err != nil {
		return err
	}
	seq, err := s.do(r, "", func(d *store.Deed) error { _, err := d.Teach(l, r.PostForm.Get("for") != "later"); return err })
	if err != nil {
		return err
	}
	var changed int
	err = s.view(r, func(tx *store.Tx) error {
		now, err := tx.LessonAbout(l)
		if err != nil {
			return err
		}
		changed, err = tx.Changes(now.ID)
		return err
	})
	if err != nil {
		return err
	}
	flash := undoable("Learned. It changes "+countedTo(changed, "fact", "facts")+" now.", seq)
	to := ownPath(r.PostForm.Get("to"), "/lessons")
	if to != "/lessons" {
		flash.Link = view.Link{Text: "What onrecord learned", Href: "/lessons"}
	}
	return s.goTo(w, r, to, flash)
}

// forgetPage shows what would come back if a lesson were forgotten.
func (s *Server) forgetPage(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	m := view.LessonPreview{Page: s.page(r, "Forget a correction", ""), Heading: "Forget this?", Action: r.URL.Path, Cancel: "/lessons",
		Choices: []view.LessonChoice{{Value: "all", Text: "Forget it"}}}
	err = s.view(r, func(tx *store.Tx) error {
		l, err := tx.Lesson(id)
		if err != nil {
			return err
		}
		m.Says = capital(l.String()) + "."
		p, err := tx.PreviewForget(id, placesShown)
		m.Would = comeBack(p)
		placeLines(&m, p)
		return err
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.LessonPage(m))
}

func comeBack(p store.Preview) string {
	if p.Facts == 0 {
		return "Nothing is changed by it now."
	}
	return capital(extent(p)) + " would be as they were read."
}

func (s *Server) forget(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	seq, err := s.do(r, "", func(d *store.Deed) error { return d.Forget(id) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, "/lessons", undoable("Forgotten.", seq))
}

// unmergePage shows which articles would speak of two again.
func (s *Server) unmergePage(w http.ResponseWriter, r *http.Request) error {
	key := r.URL.Query().Get("name")
	m := view.LessonPreview{Page: s.page(r, "Forget that names are the same", ""), Heading: "Forget this?", Action: r.URL.Path, Cancel: "/lessons",
		Hidden: []view.Hidden{{Name: "name", Value: key}}, Choices: []view.LessonChoice{{Value: "all", Text: "Forget it"}}}
	err := s.view(r, func(tx *store.Tx) error {
		x, err := tx.MergeOf(key)
		if err != nil {
			return err
		}
		m.Says = mergeSays(x) + "."
		p, err := tx.PreviewUnmerge(key, placesShown)
		m.Would = comeBack(p)
		placeLines(&m, p)
		return err
	})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view.LessonPage(m))
}

func (s *Server) unmerge(w http.ResponseWriter, r *http.Request) error {
	key := r.PostForm.Get("name")
	seq, err := s.do(r, "", func(d *store.Deed) error { return d.Unmerge(key) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, "/lessons", undoable("They are two again.", seq))
}
