package web

import (
	"net/http"
	"strconv"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/web/view"
)

// addable is the kinds of facts that a user can add, in the order they are
// offered.
var addable = [...]struct{ kind, title string }{
	{"statement", "Statement"}, {"entity", "Name"}, {"time", "Date or time"}, {"amount", "Amount"}, {"event", "Event"}, {"position", "For or against"},
}

// addWays is the ways to the forms that add a fact.
func (d *desk) addWays() []view.Link {
	var ways []view.Link
	for _, a := range addable {
		ways = append(ways, view.Link{Text: a.title, Href: articleHref(d.article.ID) + "?tab=facts&add=" + a.kind + "#add"})
	}
	return ways
}

// adding opens the form that adds a fact of a kind, with the words between two
// code points in it.
func (d *desk) adding(m *view.Article, kind, start, end string) {
	at := d.selected(start, end)
	form := d.addForm(kind, at)
	if len(form.Fields) == 0 {
		return
	}
	form.Action, form.Submit = articleHref(d.article.ID)+"/facts", "Add it"
	form.Cancel = articleHref(d.article.ID) + "?tab=facts"
	form.Hidden = append(d.ends(at), view.Hidden{Name: "kind_of_fact", Value: kind})
	m.Facts.Adding = &view.AddFact{Title: "Add " + kindWord[kind], Form: form}
}

// selected is the words between two code points of the text, none when they
// are no numbers.
func (d *desk) selected(start, end string) text.Span {
	from, errFrom := strconv.Atoi(start)
	to, errTo := strconv.Atoi(end)
	if errFrom != nil || errTo != nil {
		return text.Span{}
	}
	p := text.PointsOf(d.article.Text)
	at := text.Span{Start: p.Offset(from), End: p.Offset(to)}
	if at.Start < 0 || at.Start >= at.End || at.End > len(d.article.Text) {
		return text.Span{}
	}
	return at
}

// addForm is the form of a fact that nothing is known of but its words.
func (d *desk) addForm(kind string, at text.Span) view.Form {
	spans, words := []text.Span{at}, d.article.Text[at.Start:at.End]
	switch kind {
	case "statement":
		return d.statementForm(fact.Statement{Content: spans, Act: fact.State, Form: fact.Indirect})
	case "entity":
		form := d.nameForm(fact.Entity{Name: words, Kind: fact.Person, Mentions: []fact.Mention{{Span: at, How: fact.ByName}}})
		if at.Empty() {
			form.Fields = append(form.Fields, d.wordsField("words", "Named in the words", at, 1))
		}
		return form
	case "time":
		return d.timeForm(fact.Time{Span: at})
	case "amount":
		return d.amountForm(fact.Amount{Span: at})
	case "event":
		return d.eventForm(fact.Event{Span: at, Kind: fact.Meeting, Status: fact.Occurred})
	case "position":
		return d.positionForm(fact.Position{Topic: spans, Stance: fact.For})
	}
	return view.Form{}
}

// addFact saves a fact that the program missed.
func (s *Server) addFact(w http.ResponseWriter, r *http.Request) error {
	article, err := id(r, "id")
	if err != nil {
		return err
	}
	kind, key := r.PostForm.Get("kind_of_fact"), ""
	seq, err := s.do(r, "Added "+kindWord[kind], func(d *store.Deed) error {
		added, err := newFact(d, article, kind, r)
		if err != nil {
			return err
		}
		key, err = d.AddFact(article, added)
		return err
	})
	if unsaved(err) {
		return s.addFactAgain(w, r, kind, err)
	}
	if err != nil {
		return err
	}
	to := articleHref(article) + "?tab=facts"
	if key != "" { // not when the same form came twice
		to = statementHref(article, key)
	}
	return s.goTo(w, r, to, undoable(capital(kindWord[kind])+" was added.", seq))
}

// newFact is the fact that the form says.
func newFact(d *store.Deed, article int64, kind string, r *http.Request) (any, error) {
	sent, _, err := sentForm(d, article, r)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "statement":
		return editedStatement(fact.Statement{}, sent)
	case "entity":
		return editedName(fact.Entity{}, sent)
	case "time":
		return editedTime(fact.Time{Type: fact.Date}, sent)
	case "amount":
		return editedAmount(fact.Amount{}, sent)
	case "event":
		return editedEvent(fact.Event{}, sent)
	case "position":
		return editedPosition(fact.Position{}, sent)
	}
	return nil, invalid("choose what you would add")
}

// addFactAgain shows the form with what the user typed and what is wrong.
func (s *Server) addFactAgain(w http.ResponseWriter, r *http.Request, kind string, problem error) error {
	q := r.URL.Query()
	q.Set("tab", "facts")
	q.Set("add", kind)
	q.Set("start", r.PostForm.Get("start"))
	q.Set("end", r.PostForm.Get("end"))
	r.URL.RawQuery = q.Encode()
	return s.showArticle(w, r, http.StatusUnprocessableEntity, func(m *view.Article) {
		m.Page.Path = "/articles/" + m.ID + "?tab=facts"
		if m.Facts.Adding != nil {
			m.Facts.Adding.Form.Problem = sentence(problem)
			typed(&m.Facts.Adding.Form, r)
		}
	})
}

// dropFact takes a fact that the user added away again.
func (s *Server) dropFact(w http.ResponseWriter, r *http.Request) error {
	article, err := id(r, "id")
	if err != nil {
		return err
	}
	key := r.PathValue("fact")
	seq, err := s.do(r, "Took away "+kindWord[store.KindOf(key)], func(d *store.Deed) error { return d.DropFact(article, key) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, articleHref(article)+"?tab=facts", undoable("Taken away.", seq))
}
