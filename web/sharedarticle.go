package web

import (
	"cmp"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store/export"
	"onrecord/web/view"
)

// article fills the file with an article and what was found and written in it.
func (x *sharing) article(id int64) error {
	d, source, err := x.cite(id)
	if err != nil {
		return err
	}
	a := d.article
	x.file.Title, x.file.Lang, x.file.By = a.Title, a.Language, byLine(a)
	for i, key := range d.facts.Keys.Statements {
		if x.goes(d.facts.State(key)) {
			x.file.Statements = append(x.file.Statements, x.stated(d, i, source))
		}
	}
	if x.with(withOwnText) {
		x.file.Text = paragraphs(a.Text, x.marks(d))
	}
	for i, e := range d.facts.Entities {
		if x.goes(d.facts.State(d.facts.Keys.Entities[i])) {
			x.file.Names = append(x.file.Names, view.SharedName{Name: d.who(e.ID).Text, Kind: string(e.Kind), As: d.role(e)})
		}
	}
	for i, e := range d.facts.Events {
		if x.goes(d.facts.State(d.facts.Keys.Events[i])) {
			x.file.Events = append(x.file.Events, happened(d, e, source))
		}
	}
	if x.with(withNotes) {
		for _, n := range d.notes {
			x.file.Notes = append(x.file.Notes, sharedNote(n, a.Language))
		}
	}
	tags, err := x.tx.TagsOfArticle(id)
	if err != nil {
		return err
	}
	for _, t := range tags {
		x.file.Tags = append(x.file.Tags, joined(": ", t.Words, t.Quote))
	}
	return x.articleClaims(d)
}

// happened is an event of an article as a line of a timeline.
func happened(d *desk, e fact.Event, source int) view.SharedEvent {
	line := d.article.Text
	for _, s := range d.facts.Sentences {
		if s.Start <= e.Span.Start && e.Span.End <= s.End {
			line = d.article.Text[s.Start:s.End]
		}
	}
	v := view.SharedEvent{Value: cmp.Or(e.When, "~"), Kind: string(e.Kind), Status: string(e.Status), Words: clip(line), Lang: d.article.Language, Source: source, Day: "no day given"}
	if e.When != "" {
		v.Day = value(e.When)
	}
	return v
}

// articleClaims fills in the claims that the article's statements belong to,
// and the passages of it that are evidence.
func (x *sharing) articleClaims(d *desk) error {
	links, err := x.tx.LinksOfArticle(d.article.ID)
	if err != nil {
		return err
	}
	for _, l := range links {
		if err := x.listClaim(l.Claim); err != nil {
			return err
		}
	}
	for _, e := range d.evidence {
		if err := x.listClaim(e.Claim); err != nil {
			return err
		}
		c, err := x.tx.Claim(e.Claim)
		if err != nil {
			return err
		}
		x.file.Passages = append(x.file.Passages, view.SharedPassage{
			What: sideWords[e.Stance] + " the claim: " + c.Words, Words: e.Quote, Lang: d.article.Language,
			Live: export.Passage(d.article, text.Span{Start: e.Start, End: e.End}),
		})
	}
	return nil
}
