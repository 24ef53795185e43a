package web

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"regexp"
	"slices"
	"strconv"
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
		return view.Form{Fields: []view.Field{{Name: "value", Label: "Value", Value: f.Times[i].Value, Help: "A day as 2022-01-12, a month as 2022-01, a week as 2022-W02, a length as P3D."}}}
	}
	if i := slices.Index(f.Keys.Amounts, key); i >= 0 {
		number := ""
		if v := f.Amounts[i].Value; v != nil {
			number = strconv.FormatFloat(*v, 'f', -1, 64)
		}
		return view.Form{Fields: []view.Field{{Name: "value", Label: "Number", Value: number}, {Name: "unit", Label: "Of what", Value: f.Amounts[i].Unit}}}
	}
	if i := slices.Index(f.Keys.Events, key); i >= 0 {
		e := f.Events[i]
		return view.Form{Fields: []view.Field{
			{Name: "kind", Label: "Kind", Value: string(e.Kind), Required: true},
			{Name: "when", Label: "When", Value: e.When, Help: "A day as 2022-01-12, a month as 2022-01."},
			{Name: "status", Label: "Status", Control: view.Choice, Options: choices(e.Status, nil, eventStatuses[:]...)},
		}}
	}
	if i := slices.Index(f.Keys.Positions, key); i >= 0 {
		return view.Form{Fields: []view.Field{{Name: "stance", Label: "Stance", Control: view.Choice, Options: choices(f.Positions[i].Stance, nil, stances[:]...)}}}
	}
	return view.Form{}
}

func (d *desk) statementForm(s fact.Statement) view.Form {
	speakers := []view.Option{{Value: "0", Label: "nobody named"}}
	for _, e := range d.facts.Entities {
		if e.Kind != fact.Place || e.ID == s.Speaker || len(e.Mentions) > 0 {
			speakers = append(speakers, view.Option{Value: strconv.Itoa(e.ID), Label: joined(", ", e.Name, e.Role), Selected: e.ID == s.Speaker})
		}
	}
	whole := text.Cover(s.Content)
	return view.Form{Fields: []view.Field{
		{Name: "words", Label: "Exact words", Control: view.TextArea, Value: d.article.Text[whole.Start:whole.End], Lines: 4, Required: true, Help: "As they stand in the article, from the first word to the last."},
		{Name: "speaker", Label: "Who says it", Control: view.Choice, Options: speakers},
		{Name: "act", Label: "How", Control: view.Choice, Options: choices(s.Act, said, fact.Acts[:]...)},
		{Name: "form", Label: "Whose words", Control: view.Choice, Options: choices(s.Form, formWord, fact.Direct, fact.Indirect, fact.Mixed)},
		{Name: "said", Label: "Said on", Value: s.Said, Help: "A day as 2022-01-12; empty when the article does not tell."},
	}}
}

// choices are the options of a field, with words where there are any.
func choices[T ~string](now T, words map[T]string, all ...T) []view.Option {
	options := make([]view.Option, len(all))
	for i, v := range all {
		label := words[v]
		if label == "" {
			label = string(v)
		}
		options[i] = view.Option{Value: string(v), Label: label, Selected: v == now}
	}
	return options
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
		f.Value = r.PostForm.Get(f.Name)
		for o := range f.Options {
			f.Options[o].Selected = f.Options[o].Value == f.Value
		}
	}
}

// editedFact is the fact that key names with what the form says in place.
func editedFact(tx *store.Tx, article int64, key string, r *http.Request) (any, error) {
	f, err := tx.Facts(article)
	if err != nil {
		return nil, err
	}
	get := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name)) }
	if i := slices.Index(f.Keys.Statements, key); i >= 0 {
		return editedStatement(tx, article, f.Statements[i], get)
	}
	if i := slices.Index(f.Keys.Entities, key); i >= 0 {
		e := f.Entities[i]
		e.Name, e.Kind, e.Role = get("name"), fact.Kind(get("kind")), get("role")
		if e.Name == "" {
			return nil, invalid("a name cannot be empty")
		}
		return e, among(e.Kind, entityKinds[:])
	}
	if i := slices.Index(f.Keys.Times, key); i >= 0 {
		t := f.Times[i]
		t.Value = get("value")
		return t, timex(t.Value)
	}
	if i := slices.Index(f.Keys.Amounts, key); i >= 0 {
		a := f.Amounts[i]
		v, err := strconv.ParseFloat(strings.ReplaceAll(get("value"), ",", ""), 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, invalid("a number is written in figures, such as 100000")
		}
		if a.Value == nil || *a.Value != v {
			a.Value, a.Low, a.High, a.Approximate = &v, nil, nil, false
		}
		a.Unit = get("unit")
		return a, nil
	}
	if i := slices.Index(f.Keys.Events, key); i >= 0 {
		e := f.Events[i]
		e.Kind, e.When, e.Status = fact.EventKind(get("kind")), get("when"), fact.Status(get("status"))
		return e, errors.Join(timex(e.When), among(e.Status, eventStatuses[:]))
	}
	if i := slices.Index(f.Keys.Positions, key); i >= 0 {
		p := f.Positions[i]
		p.Stance = fact.Stance(get("stance"))
		return p, among(p.Stance, stances[:])
	}
	return nil, store.ErrNotFound
}

func editedStatement(tx *store.Tx, article int64, s fact.Statement, get func(string) string) (fact.Statement, error) {
	a, err := tx.Article(article)
	if err != nil {
		return s, err
	}
	whole := text.Cover(s.Content)
	if words := strings.ReplaceAll(get("words"), "\r\n", "\n"); words != a.Text[whole.Start:whole.End] {
		at := nearest(a.Text, words, whole.Start)
		if at < 0 {
			return s, invalid("these words do not stand in the article one after the other; copy them from the text")
		}
		s.Content = []text.Span{{Start: at, End: at + len(words)}}
	}
	speaker, err := strconv.Atoi(get("speaker"))
	if err != nil {
		return s, invalid("choose who says it")
	}
	s.Speaker, s.Act, s.Form, s.Said = speaker, fact.Act(get("act")), fact.Form(get("form")), get("said")
	if said[s.Act] == "" || formWord[s.Form] == "" {
		return s, invalid("choose how it was said, and in whose words")
	}
	return s, timex(s.Said)
}

// What a fact can be, in the order a form offers it.
var (
	entityKinds   = [...]fact.Kind{fact.Person, fact.Organization, fact.Place, fact.Group, fact.Other}
	eventStatuses = [...]fact.Status{fact.Occurred, fact.Planned, fact.Denied, fact.Possible}
	stances       = [...]fact.Stance{fact.For, fact.Against}
)

func among[T ~string](v T, all []T) error {
	if !slices.Contains(all, v) {
		return invalid("choose one of the entries of the list")
	}
	return nil
}

// timexValue is the TIMEX3 values that a person can be expected to write.
var timexValue = regexp.MustCompile(`^([0-9X]{2,4}(-([0-9X]{2}|W[0-9X]{2}|Q[1-4X]|H[12X]|SP|SU|FA|WI)(-([0-9X]{2}|WE))?)?(T([0-9:]{2,8}(Z|[+-][0-9:]+)?|MO|MI|AF|EV|NI|DT))?|P[0-9X.]+[A-Z]+|PT[0-9X.]+[HMS]|(PAST|PRESENT|FUTURE)_REF)?$`)

func timex(v string) error {
	if !timexValue.MatchString(v) {
		return invalid("write a day as 2022-01-12, a month as 2022-01, a year as 2022, or leave it empty")
	}
	return nil
}

// nearest is where words stand in s closest to from, -1 when nowhere.
func nearest(s, words string, from int) int {
	best := -1
	for at := 0; words != ""; {
		i := strings.Index(s[at:], words)
		if i < 0 {
			break
		}
		at += i
		if best < 0 || abs(at-from) < abs(best-from) {
			best = at
		}
		at++
	}
	return best
}

// invalid is what keeps a form from being saved, in a sentence.
func invalid(said string) error { return fmt.Errorf("%w: %s", store.ErrInvalid, said) }

func abs(n int) int { return max(n, -n) }
