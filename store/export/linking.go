package export

import (
	"fmt"
	"strings"

	"onrecord/extract/text"
	"onrecord/store"
)

// A predication says in RDF what is what to what, since the targets of an
// annotation have no order.
type predication struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	Subject   iri    `json:"rdf:subject"`
	Predicate iri    `json:"rdf:predicate"`
	Object    iri    `json:"rdf:object"`
}

// An iri is a resource by its name alone.
type iri struct {
	ID string `json:"id"`
}

func (x *annotationExport) pinned(id int64) (pinned, error) {
	if p, ok := x.read[id]; ok {
		return p, nil
	}
	a, err := x.tx.Article(id)
	if err != nil {
		return pinned{}, err
	}
	p := x.ids.pinned(a)
	x.read[id] = p
	return p, nil
}

// linked writes what is pinned and linked to a claim, then the verdict, over
// the claim and its evidence.
func (x *annotationExport) linked(c exportedClaim, claim resource) error {
	assessed := []any{claim}
	for _, e := range c.evidence {
		from, target, err := x.evidence(e)
		if err != nil {
			return err
		}
		assessed = append(assessed, target)
		if err := x.link("evidence", fmt.Sprint(e.ID), e.Stance, e.Why, from, claim.ID, target, claim); err != nil {
			return err
		}
	}
	for _, l := range c.links {
		target, err := x.statement(l.Article, l.Key)
		if err != nil {
			return err
		}
		id, name := fmt.Sprintf("%d/%d/%s", l.Claim, l.Article, l.Key), l.Relation
		if name == "same" {
			name = "same claim"
		}
		if err := x.link("link", id, name, "", target.ID, claim.ID, target, claim); err != nil {
			return err
		}
	}
	for _, t := range c.ties {
		if err := x.tie(t); err != nil {
			return err
		}
	}
	return x.verdict(c, assessed)
}

// verdict writes what the user found a claim to be, unless they have not.
func (x *annotationExport) verdict(c exportedClaim, assessed []any) error {
	list, err := x.tx.Verdicts()
	if err != nil || len(list) > 0 && c.Verdict == list[0].Words {
		return err
	}
	body := []any{words("assessing", c.Verdict)}
	if c.Reason != "" {
		body = append(body, words("describing", c.Reason))
	}
	return x.add("claim", fmt.Sprint(c.ID), annotation{Motivation: []string{"assessing"}, Body: body, Target: assessed})
}

// evidence is what is pinned, as a target, and its name.
func (x *annotationExport) evidence(e exportedEvidence) (id string, target any, err error) {
	if e.Article == nil {
		r := outside(e)
		return r.ID, r, nil
	}
	p, err := x.pinned(*e.Article)
	if err != nil {
		return "", nil, err
	}
	s := p.passage(text.Span{Start: e.Start, End: e.End})
	s.ID = x.ids.of("evidence/%d", e.ID)
	return s.ID, s, nil
}

// statement is the words of a statement, as a target; the whole article where
// it has no such statement any more.
func (x *annotationExport) statement(article int64, key string) (specific, error) {
	p, err := x.pinned(article)
	if err != nil {
		return specific{}, err
	}
	f, err := x.tx.Facts(article)
	if err != nil {
		return specific{}, err
	}
	var at text.Span
	for i, k := range f.Keys.Statements {
		if k == key {
			at = text.Cover(f.Statements[i].Content)
		}
	}
	s := p.passage(at)
	s.ID = x.ids.of("%s", store.StatementEnd(article, key))
	return s, nil
}

// link writes that one thing is to another what name says. Both ends are
// targets; the body says which way it goes.
func (x *annotationExport) link(noun, id, name, why, from, to string, targets ...any) error {
	predicate := predicates[name]
	if predicate == "" {
		return fmt.Errorf("%s %s: there is no predicate for %q", noun, id, name)
	}
	body := []any{specific{Type: "SpecificResource", Purpose: []string{"linking", predicate}, Source: predication{
		x.ids.of("predication/%s/%s", noun, id), "rdf:Statement", iri{from}, iri{predicate}, iri{to}}}}
	if why != "" {
		body = append(body, words("describing", why))
	}
	return x.add(noun, id, annotation{Motivation: []string{"linking"}, Body: body, Target: targets})
}

// tieEnd is an end of a tie, as a target, and its name.
func (x *annotationExport) tieEnd(end, words string) (id string, target any, err error) {
	if article := store.EndArticle(end); article != 0 {
		s, err := x.statement(article, end[strings.LastIndexByte(end, '/')+1:])
		return s.ID, s, err
	}
	r := x.ids.claim(store.EndClaim(end), words)
	return r.ID, r, nil
}

// tie writes a tie, once though both its ends have it.
func (x *annotationExport) tie(t store.Tie) error {
	if x.tied[t.ID] {
		return nil
	}
	x.tied[t.ID] = true
	from, subject, err := x.tieEnd(t.From, t.FromWords)
	if err != nil {
		return err
	}
	to, object, err := x.tieEnd(t.To, t.ToWords)
	if err != nil {
		return err
	}
	name := t.Relation
	if name == "same" && store.EndArticle(t.From) != 0 {
		name = "same statement"
	}
	return x.link("tie", t.ID, name, t.Why, from, to, subject, object)
}

// rest writes what statements of the articles in scope are to others.
func (x *annotationExport) rest(tx *store.Tx, scope *Scope) error {
	return tx.EachTie("statement/", func(t store.Tie) error {
		if scope.Articles != nil && !scope.Articles[store.EndArticle(t.From)] && !scope.Articles[store.EndArticle(t.To)] {
			return nil
		}
		return x.tie(t)
	})
}
