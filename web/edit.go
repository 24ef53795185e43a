package web

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// edit opens the form of the fact that key names.
func (d *desk) edit(m *view.Article, key string) {
	form := d.factForm(key)
	if d.facts.State(key) == store.Edited && !store.IsAdded(key) {
		form.Read, form.ReadBack = d.asRead(key), articleHref(d.article.ID)+"/facts/"+key+"/reset"
	}
	for g := range m.Facts.Groups {
		for c := range m.Facts.Groups[g].Cards {
			if card := &m.Facts.Groups[g].Cards[c]; card.Key == key && len(form.Fields) > 0 {
				card.Edit, card.Now = &form, true
			}
		}
	}
}

// factForm is the form of the fact that key names, without fields when there is
// none.
func (d *desk) factForm(key string) view.Form {
	form := d.editForm(key)
	form.Action = articleHref(d.article.ID) + "/facts/" + key + "/edit"
	form.Submit, form.Cancel, form.Mark = "Save", statementHref(d.article.ID, key), d.mark(key)
	return form
}

func (d *desk) editForm(key string) view.Form {
	f := d.facts
	if i := slices.Index(f.Keys.Statements, key); i >= 0 {
		return d.statementForm(f.Statements[i])
	}
	if i := slices.Index(f.Keys.Entities, key); i >= 0 {
		return d.nameForm(f.Entities[i])
	}
	if i := slices.Index(f.Keys.Times, key); i >= 0 {
		return d.timeForm(f.Times[i])
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

// asRead is what the program had read of the fact that key names, field by
// field, where the user has it otherwise.
func (d *desk) asRead(key string) []view.Pair {
	if d.reading == nil {
		return nil
	}
	read := *d
	read.facts = d.reading
	now := d.editForm(key).Fields
	var all []view.Pair
	for i, f := range read.editForm(key).Fields {
		if i < len(now) && f.Says() != now[i].Says() {
			all = append(all, view.Pair{Name: f.Label, Value: orNone(f.Says())})
		}
	}
	return all
}

// editFact saves a fact as the user has it.
func (s *Server) editFact(w http.ResponseWriter, r *http.Request) error {
	article, err := id(r, "id")
	if err != nil {
		return err
	}
	key := r.PathValue("fact")
	seq, err := s.do(r, "Edited "+kindWord[store.KindOf(key)], func(d *store.Deed) error {
		if err := d.Expect("decision", factID(article, key), r.PostForm.Get("mark")); err != nil {
			return err
		}
		edited, err := editedFact(d, article, key, r)
		if err != nil {
			return err
		}
		return d.Decide(article, key, store.Edited, edited)
	})
	var refused *store.Changed
	if errors.As(err, &refused) {
		return s.stale(w, r, refused, kindThe[store.KindOf(key)], func(tx *store.Tx) (view.Form, error) {
			d, err := readDesk(tx, article, opened{})
			if err != nil {
				return view.Form{}, err
			}
			return d.factForm(key), nil
		})
	}
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
	if a, ok := reviewing(r); ok {
		return s.showSuggestion(w, r, a.editing(r.PathValue("id")+"/"+key), http.StatusUnprocessableEntity, func(form *view.Form) {
			form.Problem = sentence(problem)
			typed(form, r)
		})
	}
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

// typed puts what the user sent back into a form, with the mark of what it was
// made of.
func typed(form *view.Form, r *http.Request) {
	form.Mark = r.PostForm.Get("mark")
	for i := range form.Fields {
		f := &form.Fields[i]
		f.Value, f.Checked = r.PostForm.Get(f.Name), r.PostForm.Has(f.Name)
		for o := range f.Options {
			f.Options[o].Selected = slices.Contains(r.PostForm[f.Name], f.Options[o].Value)
		}
	}
	for i := range form.Hidden {
		form.Hidden[i].Value = r.PostForm.Get(form.Hidden[i].Name)
	}
}

// editedFact is the fact that key names with what the form says in place.
func editedFact(d *store.Deed, article int64, key string, r *http.Request) (any, error) {
	sent, f, err := sentForm(d, article, r)
	if err != nil {
		return nil, err
	}
	if i := slices.Index(f.Keys.Statements, key); i >= 0 {
		return editedStatement(f.Statements[i], sent)
	}
	if i := slices.Index(f.Keys.Entities, key); i >= 0 {
		return editedName(f.Entities[i], sent)
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
