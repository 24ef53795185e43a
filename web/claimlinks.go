package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// statementKey is a statement as a path of an address has it: ARTICLE.KEY.
func statementKey(article int64, key string) string {
	return strconv.FormatInt(article, 10) + "." + key
}

// fillStatements is the statements that are linked to a claim, with the form
// of the one whose key is asked for.
func (c *claimed) fillStatements(asked string) error {
	for _, l := range c.links {
		at, err := c.tx.StatementAt(l.Article, l.Key)
		if err != nil {
			at = store.Statement{} // it is gone since; the link has its words
		}
		key := statementKey(l.Article, l.Key)
		v := view.ClaimStatement{
			Key: key, Day: dayWord(l.Published), Outlet: l.Outlet, Article: view.Link{Text: l.Title, Href: statementHref(l.Article, l.Key)},
			Who: l.Who, Act: said[fact.Act(at.Act)], Words: l.Words, Relation: relations[l.Relation].plain, Why: l.Why, Pinned: c.pinned(l), Pins: pins[store.StanceOf(l.Relation)],
			EditHref: claimHref(c.id) + "?link=" + key + "#statement-" + key,
		}
		if key == asked {
			v.Edit = linkForm(c.id, l)
			if v.Edit.Mark, err = c.tx.Mark("link", store.LinkID(c.id, l.Article, l.Key)); err != nil {
				return err
			}
		}
		c.page.Statements = append(c.page.Statements, v)
	}
	return nil
}

// pins is what evidence of each stance is, as the button that pins it says.
var pins = map[string]string{"for": "for the claim", "against": "against the claim", "context": "as context"}

// pinned reports whether the words of a linked statement are evidence already.
func (c *claimed) pinned(l store.Link) bool {
	return slices.ContainsFunc(c.evidence, func(e store.Evidence) bool {
		return e.Article != nil && *e.Article == l.Article && e.Quote != "" && strings.Contains(e.Quote, strings.Split(l.Words, " … ")[0])
	})
}

// linkForm changes what a statement is to a claim, and why.
func linkForm(claim int64, l store.Link) *view.Form {
	return &view.Form{Action: claimHref(claim) + "/statements/" + statementKey(l.Article, l.Key), Submit: "Save", Cancel: claimHref(claim), Fields: []view.Field{
		{Name: "relation", Label: "The statement", Control: view.Radios, Options: relationOptions(l.Relation, "the claim"), Required: true},
		{Name: "why", Label: "Why", Value: l.Why, Help: "One line, if it is not plain to see."},
	}}
}

// linkStatement adds a statement to a claim there is.
func (s *Server) linkStatement(w http.ResponseWriter, r *http.Request) error {
	article, key, err := statementRef(r.PostForm.Get("statement"))
	if err != nil {
		return err
	}
	claim, err := strconv.ParseInt(r.PostForm.Get("claim"), 10, 64)
	if err != nil {
		return store.ErrNotFound
	}
	relation := r.PostForm.Get("relation")
	if relation == "" {
		relation = store.Relations[0]
	}
	return s.changeLinks(w, r, "Added a statement to a claim", claim, func(d *store.Deed) error { return d.SaveLink(claim, article, key, relation) })
}

// linkedStatement is the claim and the statement in an address.
func linkedStatement(r *http.Request) (claim, article int64, key string, err error) {
	if claim, err = id(r, "id"); err != nil {
		return 0, 0, "", err
	}
	article, key, err = statementRef(strings.Replace(r.PathValue("statement"), ".", "/", 1))
	return claim, article, key, err
}

// changeLink says what a linked statement is to the claim, and why.
func (s *Server) changeLink(w http.ResponseWriter, r *http.Request) error {
	claim, article, key, err := linkedStatement(r)
	if err != nil {
		return err
	}
	return s.changeHanging(w, r, "Changed what a statement is to a claim", claim, "the link", func(d *store.Deed) error {
		if err := d.Expect("link", store.LinkID(claim, article, key), r.PostForm.Get("mark")); err != nil {
			return err
		}
		if err := d.SaveLink(claim, article, key, r.PostForm.Get("relation")); err != nil {
			return err
		}
		return d.ExplainLink(claim, article, key, r.PostForm.Get("why"))
	}, func(tx *store.Tx) (view.Form, error) {
		l, err := tx.Link(claim, article, key)
		l.Article, l.Key = article, key // also when it is gone
		return *linkForm(claim, l), err
	})
}

// pinStatement makes evidence of a linked statement.
func (s *Server) pinStatement(w http.ResponseWriter, r *http.Request) error {
	claim, article, key, err := linkedStatement(r)
	if err != nil {
		return err
	}
	return s.changeLinks(w, r, "Pinned a statement as evidence", claim, func(d *store.Deed) error {
		_, err := d.PinStatement(claim, article, key)
		return err
	})
}

func (s *Server) unlinkStatement(w http.ResponseWriter, r *http.Request) error {
	claim, article, key, err := linkedStatement(r)
	if err != nil {
		return err
	}
	return s.changeLinks(w, r, "Took a statement from a claim", claim, func(d *store.Deed) error { return d.DropLink(claim, article, key) })
}

// changeLinks does a deed on what hangs on a claim and shows the claim.
func (s *Server) changeLinks(w http.ResponseWriter, r *http.Request, name string, claim int64, f func(*store.Deed) error) error {
	seq, err := s.do(r, name, f)
	if err != nil {
		return err
	}
	to := claimHref(claim)
	if strings.HasPrefix(back(r, ""), boardHref(claim)) {
		to = boardHref(claim) + "#suggested-title"
	}
	return s.goTo(w, r, to, undoable(name+".", seq))
}

// changeHanging is changeLinks for a form that edits what hangs on a claim, what
// it is called, and that is shown as form when it was changed meanwhile.
func (s *Server) changeHanging(w http.ResponseWriter, r *http.Request, name string, claim int64, what string, f func(*store.Deed) error, form func(*store.Tx) (view.Form, error)) error {
	err := s.changeLinks(w, r, name, claim, f)
	var refused *store.Changed
	if errors.As(err, &refused) {
		return s.stale(w, r, refused, what, form)
	}
	return err
}
