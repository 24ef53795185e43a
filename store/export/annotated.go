package export

import (
	"fmt"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
)

// article writes what the user decided and wrote of an article: statements and
// names that they accepted or edited, notes and tags.
func (x *annotationExport) article(a exportedArticle) error {
	p := x.ids.pinned(a.Article)
	if err := x.statements(a, &p); err != nil {
		return err
	}
	if err := x.names(a, &p); err != nil {
		return err
	}
	for _, n := range a.notes {
		err := x.add("note", fmt.Sprint(n.ID), annotation{
			Motivation: []string{"commenting"}, Body: []any{words("commenting", n.Words)},
			Target: []any{p.passage(text.Span{Start: n.Start, End: n.End})},
		})
		if err != nil {
			return err
		}
	}
	for _, t := range a.tags {
		err := x.tag(t, p.passage(text.Span{Start: t.Start, End: t.End}))
		if err != nil {
			return err
		}
	}
	return nil
}

func (x *annotationExport) tag(t store.Tag, target any) error {
	return x.add("tag", fmt.Sprint(t.ID), annotation{Motivation: []string{"tagging"}, Body: []any{words("tagging", t.Words)}, Target: []any{target}})
}

// kept reports whether the user stands by a fact.
func kept(state string) bool { return state == store.Accepted || state == store.Edited }

func (x *annotationExport) statements(a exportedArticle, p *pinned) error {
	for i, s := range a.facts.Statements {
		key := a.facts.Keys.Statements[i]
		target := p.passages(s.Content)
		if !kept(a.facts.State(key)) || len(target) == 0 {
			continue
		}
		body := words("describing", a.told(s))
		err := x.add("decision", fmt.Sprintf("%d/%s", a.ID, key), annotation{
			Motivation: []string{"highlighting", "describing"}, Body: []any{body}, Target: target,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// told is a statement in a sentence of the program's: who said it, how, when
// and on whose word.
func (a *exportedArticle) told(s fact.Statement) string {
	who := a.facts.Words(s.Source)
	if e, ok := a.who[s.Speaker]; ok {
		who = e.Name
	}
	if who == "" {
		who = "Somebody"
	}
	how := given(string(s.Act), string(s.Form), s.Said)
	for _, v := range s.Via {
		how = append(how, "on the word of "+a.Text[v.Span.Start:v.Span.End])
	}
	return fmt.Sprintf("%s (%s): %s", who, strings.Join(how, ", "), a.facts.Told(s))
}

// names writes who is meant by names: those that the user decided on, and the
// speakers of statements that they did.
func (x *annotationExport) names(a exportedArticle, p *pinned) error {
	speakers := map[int]bool{}
	for i, s := range a.facts.Statements {
		if kept(a.facts.State(a.facts.Keys.Statements[i])) {
			speakers[s.Speaker] = true
		}
	}
	for i, e := range a.facts.Entities {
		key := a.facts.Keys.Entities[i]
		who, known := a.who[e.ID]
		state := a.facts.State(key)
		if !known || !kept(state) && (!speakers[e.ID] || state == store.Rejected) {
			continue
		}
		var places []text.Span
		for _, m := range e.Mentions {
			if m.How == fact.ByName || m.How == fact.ByAlias {
				places = append(places, m.Span)
			}
		}
		target := p.passages(places)
		if len(target) == 0 {
			continue
		}
		err := x.add("decision", fmt.Sprintf("%d/%s", a.ID, key), annotation{
			Motivation: []string{"identifying"}, Target: target,
			Body: []any{specific{Type: "SpecificResource", Purpose: []string{"identifying"}, Source: x.ids.entity(who)}},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// claim writes what the user made of a claim.
func (x *annotationExport) claim(c exportedClaim) error {
	claim := x.ids.claim(c.ID, c.Words)
	for _, n := range c.notes {
		err := x.add("note", fmt.Sprint(n.ID), annotation{Motivation: []string{"commenting"}, Body: []any{words("commenting", n.Words)}, Target: []any{claim}})
		if err != nil {
			return err
		}
	}
	for _, t := range c.tags {
		if err := x.tag(t, claim); err != nil {
			return err
		}
	}
	return x.linked(c, claim)
}
