package web

import (
	"cmp"
	"errors"
	"slices"

	"onrecord/store"
	"onrecord/web/view"
)

// listClaim puts a claim into the file's list, once.
func (x *sharing) listClaim(id int64) error {
	c, err := x.tx.Claim(id)
	if err != nil {
		return err
	}
	list, err := x.tx.Verdicts()
	if err != nil {
		return err
	}
	line := view.SharedClaim{Words: c.Words, Who: c.Who, Reason: c.Reason, Verdict: verdict(list, c.Verdict)}
	if !slices.Contains(x.file.Claims, line) {
		x.file.Claims = append(x.file.Claims, line)
	}
	return nil
}

// story fills the file with a story: its articles, who said what in them, its
// claims and people, and a timeline.
func (x *sharing) story(id int64) error {
	o, err := x.tx.Outline(id)
	if err != nil {
		return err
	}
	x.file.Title, x.file.About, x.file.Grouped = o.Name, o.About, true
	x.file.By = joined(" · ", plural(len(o.Articles), "article", "articles"), plural(len(o.Claims), "claim", "claims"))
	for _, article := range o.Articles {
		if err := x.storyArticle(article); err != nil {
			return err
		}
	}
	slices.SortStableFunc(x.file.Events, func(a, b view.SharedEvent) int { return cmp.Compare(a.Value, b.Value) })
	for _, claim := range o.Claims {
		if err := x.listClaim(claim); err != nil {
			return err
		}
	}
	return x.storyPeople(o)
}

// storyArticle puts what was found and written in an article into the file.
func (x *sharing) storyArticle(id int64) error {
	d, source, err := x.cite(id)
	if err != nil {
		return err
	}
	for i, key := range d.facts.Keys.Statements {
		if x.goes(d.facts.State(key)) {
			x.file.Statements = append(x.file.Statements, x.stated(d, i, source))
		}
	}
	for i, e := range d.facts.Events {
		if x.goes(d.facts.State(d.facts.Keys.Events[i])) {
			x.file.Events = append(x.file.Events, happened(d, e, source))
		}
	}
	if x.with(withNotes) {
		for _, n := range d.notes {
			x.file.Notes = append(x.file.Notes, sharedNote(n, d.article.Language))
		}
	}
	return nil
}

// storyPeople fills in whom the user counts among the story's people.
func (x *sharing) storyPeople(o store.Outline) error {
	for _, key := range o.People {
		e, err := x.tx.EntityOf(key)
		if errors.Is(err, store.ErrNotFound) {
			continue // nobody has the name any more
		}
		if err != nil {
			return err
		}
		roles, err := x.tx.Roles(e.ID)
		if err != nil {
			return err
		}
		name := view.SharedName{Name: e.Name, Kind: e.Kind}
		if len(roles) > 0 {
			name.As = roles[0].Role
		}
		x.file.Names = append(x.file.Names, name)
	}
	return nil
}
