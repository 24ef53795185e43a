package web

import (
	"cmp"
	"slices"

	"onrecord/store"
	"onrecord/web/view"
)

// targetsOffered is how many claims, and how many statements, are offered to
// be linked to.
const targetsOffered = 12

// A linking is the page that links one thing to others while it is filled.
type linking struct {
	tx      *store.Tx
	page    *view.NewLink
	chosen  string // the target that is chosen
	speaker int64  // of the statement that is linked, 0 when not known
	article int64  // it stands in, 0 for a claim
}

// ofStatement fills the page for a statement.
func (l *linking) ofStatement(article int64, key string) error {
	m := l.page
	s, err := l.tx.StatementAt(article, key)
	if err != nil {
		return err
	}
	l.speaker, l.article = s.Speaker, article
	m.Page.Title, m.Words, m.Ask = "Link a statement", s.Words, "The statement"
	m.Source = view.Link{Text: s.Title, Href: statementHref(article, key)}
	m.Meta = statementMeta(cmp.Or(s.Name, s.Source), s.Outlet, s.Published)
	l.relations("the one that is chosen")
	if err := l.claims(s.Words, 0); err != nil {
		return err
	}
	return l.statements()
}

// ofClaim fills the page for a claim, which is linked to others of its kind or
// has statements added.
func (l *linking) ofClaim(id int64) error {
	m := l.page
	c, err := l.tx.Claim(id)
	if err != nil {
		return err
	}
	m.Page.Title, m.Words, m.Source = "Link a claim", c.Words, view.Link{Text: "The claim", Href: claimHref(id)}
	m.Meta = joined(" · ", c.Who, c.Verdict)
	if m.Of != "statements" {
		m.Ask = "This claim"
		l.relations("the one that is chosen")
		return l.claims(c.Words, id)
	}
	m.Page.Title, m.Ask = "Add a statement", "The statement that is chosen"
	m.Ties = nil
	l.relations("the claim")
	who, err := l.tx.Claimant(c.Who)
	if err == nil {
		l.speaker = who.ID
	}
	return l.statements()
}

// relations offers the relations with the one that was sent, or none, chosen.
func (l *linking) relations(to string) {
	sent := ""
	if len(l.page.Relations) > 0 {
		sent = l.page.Relations[0].Value
	}
	l.page.Relations = relationOptions(sent, to)
}

// claims offers the claims that are looked for, else those that read like words
// and the newest; not the one of the id itself.
func (l *linking) claims(words string, itself int64) error {
	var alike []store.ClaimLine
	var err error
	if l.page.Text == "" {
		if alike, err = l.tx.ClaimsAlike(words, targetsOffered); err != nil {
			return err
		}
	}
	found, err := l.tx.Claims(store.ClaimFilter{Words: l.page.Text}, targetsOffered)
	if err != nil {
		return err
	}
	for i, c := range append(alike, found...) {
		t := view.LinkTarget{Value: store.ClaimEnd(c.ID), Words: c.Words, Meta: joined(" · ", c.Who, c.Verdict)}
		if i < len(alike) {
			t.Because = "reads much like it"
		}
		if c.ID != itself {
			l.page.Claims = l.add(l.page.Claims, t)
		}
	}
	return nil
}

// statements offers the statements that are looked for, those of the same
// speaker and story first; with nothing to look for, the newest of the speaker.
func (l *linking) statements() error {
	if l.page.Text == "" {
		if l.speaker == 0 {
			return nil
		}
		all, err := l.tx.SaidBy(l.speaker, 0, targetsOffered)
		for _, s := range all {
			l.addStatement(store.Near{Statement: s, Speaker: true})
		}
		return err
	}
	all, err := l.tx.StatementsNear(l.page.Text, l.speaker, l.article, targetsOffered+1)
	for _, s := range all {
		l.addStatement(s)
	}
	return err
}

func (l *linking) addStatement(n store.Near) {
	s := n.Statement
	t := view.LinkTarget{Value: store.StatementEnd(s.Article, s.Key), Words: s.Words, Meta: statementMeta(cmp.Or(s.Name, s.Source), s.Outlet, s.Published)}
	switch {
	case n.Speaker:
		t.Because = "the same speaker"
	case n.Story:
		t.Because = "the same story"
	}
	if t.Value != l.page.From {
		l.page.Statements = l.add(l.page.Statements, t)
	}
}

// add offers t, once and while there is room.
func (l *linking) add(all []view.LinkTarget, t view.LinkTarget) []view.LinkTarget {
	had := slices.ContainsFunc(all, func(x view.LinkTarget) bool { return x.Value == t.Value })
	if had || len(all) == targetsOffered {
		return all
	}
	t.Selected = t.Value == l.chosen
	return append(all, t)
}
