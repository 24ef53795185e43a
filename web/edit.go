package web

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
	"onrecord/web/view"
)

// edit opens the form of the fact that key names.
func (d *desk) edit(m *view.Article, key string) {
	form := d.editForm(key)
	form.Action = articleHref(d.article.ID) + "/facts/" + key + "/edit"
	form.Submit, form.Cancel = "Save", statementHref(d.article.ID, key)
	for g := range m.Facts.Groups {
		for c := range m.Facts.Groups[g].Cards {
			if card := &m.Facts.Groups[g].Cards[c]; card.Key == key && len(form.Fields) > 0 {
				card.Edit, card.Now = &form, true
			}
		}
	}
}

func (d *desk) editForm(key string) view.Form {
	f := d.facts
	if i := slices.Index(f.Keys.Statements, key); i >= 0 {
		return d.statementForm(f.Statements[i])
	}
	if i := slices.Index(f.Keys.Entities, key); i >= 0 {
		e := f.Entities[i]
		return view.Form{Fields: []view.Field{
			{Name: "name", Label: "Name", Value: e.Name, Required: true},
			{Name: "kind", Label: "Kind", Control: view.Choice, Options: choices(e.Kind, nil, entityKinds[:]...)},
			{Name: "role", Label: "Role", Value: e.Role},
		}}
	}
	if i := slices.Index(f.Keys.Times, key); i >= 0 {
		return timeForm(f.Times[i])
	}
	if i := slices.Index(f.Keys.Amounts, key); i >= 0 {
		return d.amountForm(f.Amounts[i])
	}
	if i := slices.Index(f.Keys.Events, key); i >= 0 {
		return d.eventForm(f.Events[i])
	}
	if i := slices.Index(f.Keys.Positions, key); i >= 0 {
		return d.positionForm(f.Positions[i])
	}
	return view.Form{}
}

func (d *desk) statementForm(s fact.Statement) view.Form {
	whole := text.Cover(s.Content)
	return view.Form{Fields: []view.Field{
		{Name: "words", Label: "Exact words", Control: view.TextArea, Value: d.article.Text[whole.Start:whole.End], Lines: 4, Required: true, Help: "As they stand in the article, from the first word to the last."},
		{Name: "speaker", Label: "Who says it", Control: view.Choice, Options: d.entityOptions(s.Speaker, "nobody named", anybody)},
		{Name: "act", Label: "How", Control: view.Choice, Options: choices(s.Act, said, fact.Acts[:]...)},
		{Name: "form", Label: "Whose words", Control: view.Choice, Options: choices(s.Form, formWord, fact.Direct, fact.Indirect, fact.Mixed)},
		{Name: "said", Label: "Said on", Value: s.Said, Help: "A day as 2022-01-12; empty when the article does not tell."},
	}}
}

// editFact saves a fact as the user has it.
func (s *Server) editFact(w http.ResponseWriter, r *http.Request) error {
	article, err := id(r, "id")
	if err != nil {
		return err
	}
	key := r.PathValue("fact")
	seq, err := s.do(r, "Edited "+kindWord[store.KindOf(key)], func(d *store.Deed) error {
		edited, err := editedFact(d.Tx(), article, key, r)
		if err != nil {
			return err
		}
		return d.Decide(article, key, store.Edited, edited)
	})
	if errors.Is(err, store.ErrInvalid) || errors.Is(err, store.ErrNotSaved) {
		return s.editAgain(w, r, key, err)
	}
	if err != nil {
		return err
	}
	return s.decided(w, r, article, key, "Saved", seq)
}

// editAgain shows the edit form with what the user typed and what is wrong.
func (s *Server) editAgain(w http.ResponseWriter, r *http.Request, key string, problem error) error {
	q := r.URL.Query()
	q.Set("tab", "facts")
	q.Set("edit", key)
	r.URL.RawQuery = q.Encode()
	return s.showArticle(w, r, http.StatusUnprocessableEntity, func(m *view.Article) {
		m.Page.Path = "/articles/" + m.ID + "?tab=facts"
		for g := range m.Facts.Groups {
			for c := range m.Facts.Groups[g].Cards {
				if form := m.Facts.Groups[g].Cards[c].Edit; form != nil {
					form.Problem = sentence(problem)
					typed(form, r)
				}
			}
		}
	})
}

// typed puts what the user sent back into a form.
func typed(form *view.Form, r *http.Request) {
	for i := range form.Fields {
		f := &form.Fields[i]
		f.Value, f.Checked = r.PostForm.Get(f.Name), r.PostForm.Has(f.Name)
		for o := range f.Options {
			f.Options[o].Selected = slices.Contains(r.PostForm[f.Name], f.Options[o].Value)
		}
	}
}

// editedFact is the fact that key names with what the form says in place.
func editedFact(tx *store.Tx, article int64, key string, r *http.Request) (any, error) {
	f, err := tx.Facts(article)
	if err != nil {
		return nil, err
	}
	a, err := tx.Article(article)
	if err != nil {
		return nil, err
	}
	sent := form{r.PostForm, a.Text, f.Entities}
	if i := slices.Index(f.Keys.Statements, key); i >= 0 {
		return editedStatement(f.Statements[i], sent)
	}
	if i := slices.Index(f.Keys.Entities, key); i >= 0 {
		return editedEntity(f.Entities[i], sent)
	}
	if i := slices.Index(f.Keys.Times, key); i >= 0 {
		return editedTime(f.Times[i], sent)
	}
	if i := slices.Index(f.Keys.Amounts, key); i >= 0 {
		return editedAmount(f.Amounts[i], sent)
	}
	if i := slices.Index(f.Keys.Events, key); i >= 0 {
		return editedEvent(f.Events[i], sent)
	}
	if i := slices.Index(f.Keys.Positions, key); i >= 0 {
		return editedPosition(f.Positions[i], sent)
	}
	return nil, store.ErrNotFound
}

func editedEntity(e fact.Entity, f form) (fact.Entity, error) {
	e.Name, e.Kind, e.Role = f.get("name"), fact.Kind(f.get("kind")), f.get("role")
	if e.Name == "" {
		return e, invalid("a name cannot be empty")
	}
	return e, among(e.Kind, entityKinds[:])
}

func editedStatement(s fact.Statement, f form) (fact.Statement, error) {
	whole := text.Cover(s.Content)
	if words := f.lines("words"); words != f.text[whole.Start:whole.End] {
		at, err := f.passage(words, whole.Start)
		if err != nil {
			return s, err
		}
		s.Content = []text.Span{at}
	}
	speaker, err := f.entity("speaker")
	if err != nil {
		return s, err
	}
	s.Speaker, s.Act, s.Form, s.Said = speaker, fact.Act(f.get("act")), fact.Form(f.get("form")), f.get("said")
	if said[s.Act] == "" || formWord[s.Form] == "" {
		return s, invalid("choose how it was said, and in whose words")
	}
	return s, timex(s.Said)
}

// What a fact can be, in the order a form offers it.
var (
	entityKinds   = [...]fact.Kind{fact.Person, fact.Organization, fact.Place, fact.Group, fact.Other}
	eventStatuses = [...]fact.Status{fact.Occurred, fact.Planned, fact.Denied, fact.Possible}
	bothStances   = [...]fact.Stance{fact.For, fact.Against}
)

func among[T ~string](v T, all []T) error {
	if !slices.Contains(all, v) {
		return invalid("choose one of the entries of the list")
	}
	return nil
}

// timexValue is the TIMEX3 values that a person can be expected to write.
var timexValue = regexp.MustCompile(`^([0-9X]{2,4}(-([0-9X]{2}|W[0-9X]{2}|Q[1-4X]|H[12X]|SP|SU|FA|WI)(-([0-9X]{1,2}|WE))?)?(T([0-9:]{2,8}(Z|[+-][0-9:]+)?|MO|MI|AF|EV|NI|DT))?|P([0-9X.]+(DE|CE|[YQMWD]))+(T([0-9X.]+[HMS])+)?|PT([0-9X.]+[HMS])+|(PAST|PRESENT|FUTURE)_REF)?$`)

// calendarDay is the beginning of a month, week or day that the calendar has to
// have: of 2031-02-30, but not of 2031-XX.
var calendarDay = regexp.MustCompile(`^[0-9]{4}-W?[0-9]`)

func timex(v string) error {
	day, _, _ := strings.Cut(v, "T")
	if _, real := dateWords(day); !timexValue.MatchString(v) || calendarDay.MatchString(day) && !real {
		return invalid("write a day as 2022-01-12, a month as 2022-01, a year as 2022, a week as 2022-W02, or leave it empty")
	}
	return nil
}

// invalid is what keeps a form from being saved, in a sentence.
func invalid(said string) error { return fmt.Errorf("%w: %s", store.ErrInvalid, said) }
