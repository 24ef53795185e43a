package web

import (
	"net/http"
	"net/url"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// A relation in words: as a chip on a linked statement, read from the one end,
// and read from the other.
type relation struct{ plain, does, isDone string }

// relations is each relation of store.Relations in words.
var relations = map[string]relation{
	"same":        {"says the same", "says the same as", "says the same as"},
	"repeats":     {"repeats it", "repeats", "is repeated by"},
	"supports":    {"supports it", "supports", "is supported by"},
	"contradicts": {"contradicts it", "contradicts", "is contradicted by"},
	"qualifies":   {"qualifies it", "qualifies", "is qualified by"},
	"answers":     {"answers it", "answers", "is answered by"},
}

// relationOptions is the relations as a form offers them, of which one is now.
func relationOptions(now, to string) []view.Option {
	var all []view.Option
	for _, name := range store.Relations {
		all = append(all, view.Option{Value: name, Label: relations[name].does + " " + to, Selected: name == now})
	}
	return all
}

// tie is a tie as the end that is looked from shows it.
func tie(t store.Tie, from string) view.Tie {
	v := view.Tie{ID: t.ID, Phrase: relations[t.Relation].does, To: view.Link{Text: t.ToWords, Href: endHref(t.To)}, Why: t.Why}
	if t.From != from {
		v.Phrase, v.To = relations[t.Relation].isDone, view.Link{Text: t.FromWords, Href: endHref(t.From)}
	}
	return v
}

// endHref leads to an end of a tie.
func endHref(end string) string {
	id, key, err := store.CutEnd(end)
	switch {
	case err != nil:
		return ""
	case key == "":
		return claimHref(id)
	}
	return statementHref(id, key)
}

// fillTies is what the claim is to others, and they to it.
func (c *claimed) fillTies() error {
	end := store.ClaimEnd(c.id)
	ties, err := c.tx.Ties(end)
	for _, t := range ties {
		c.page.Ties = append(c.page.Ties, tie(t, end))
	}
	return err
}

// linked is the claims that a statement makes and what else it is to claims and
// other statements, for its card.
func (d *desk) linked(key string) ([]view.Link, []view.Tie) {
	var claims []view.Link
	var others []view.Tie
	for _, l := range d.links {
		to := view.Link{Text: l.ClaimWords, Href: claimHref(l.Claim)}
		switch {
		case l.Key != key:
		case l.Relation == "same":
			claims = append(claims, to)
		default:
			others = append(others, view.Tie{Phrase: relations[l.Relation].does + " the claim:", To: to})
		}
	}
	end := store.StatementEnd(d.article.ID, key)
	for _, t := range d.ties {
		if t.From == end || t.To == end {
			v := tie(t, end)
			v.Phrase += ":"
			v.To.Text = clip(v.To.Text)
			others = append(others, v)
		}
	}
	return claims, others
}

// newLink asks what a statement or a claim is to be linked to, and how.
func (s *Server) newLink(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	from := "statement/" + q.Get("statement")
	if q.Get("claim") != "" {
		from = "claim/" + q.Get("claim")
	}
	return s.showLink(w, r, http.StatusOK, view.NewLink{From: from, Of: q.Get("of"), Text: q.Get("q")}, "")
}

// showLink renders the page with one thing to link to chosen.
func (s *Server) showLink(w http.ResponseWriter, r *http.Request, status int, m view.NewLink, chosen string) error {
	m.Page = s.page(r, "Link", view.SectionClaims)
	kind, ref, _ := strings.Cut(m.From, "/")
	m.Kind, m.Ref = kind, ref
	if r.Method == http.MethodPost {
		m.Page.Path = linkAddress(m)
	}
	if err := s.view(r, func(tx *store.Tx) error { return fillLink(tx, &m, chosen) }); err != nil {
		return err
	}
	return s.render(w, r, status, view.NewLinkPage(m))
}

// linkAddress is the address of the page that links m.
func linkAddress(m view.NewLink) string {
	q := url.Values{m.Kind: {m.Ref}}
	if m.Of != "" {
		q.Set("of", m.Of)
	}
	if m.Text != "" {
		q.Set("q", m.Text)
	}
	return "/links/new?" + q.Encode()
}

// fillLink is what is linked, what it is linked to already, and what else it
// can be linked to.
func fillLink(tx *store.Tx, m *view.NewLink, chosen string) error {
	id, key, err := store.CutEnd(m.From)
	if err != nil {
		return store.ErrNotFound
	}
	ties, err := tx.Ties(m.From)
	if err != nil {
		return err
	}
	for _, t := range ties {
		m.Ties = append(m.Ties, tie(t, m.From))
	}
	l := linking{tx: tx, page: m, chosen: chosen}
	if key == "" {
		return l.ofClaim(id)
	}
	return l.ofStatement(id, key)
}

// addLink links what the form has. A statement and a claim are linked; two of
// a kind are tied.
func (s *Server) addLink(w http.ResponseWriter, r *http.Request) error {
	f := r.PostForm
	from, to := f.Get("from"), f.Get("to")
	seq, err := s.do(r, "Linked two "+pairWord(from, to), func(d *store.Deed) error { return link(d, from, to, f.Get("relation"), f.Get("why")) })
	if unsaved(err) {
		m := view.NewLink{From: from, Of: f.Get("of"), Text: f.Get("q"), Why: f.Get("why"), Problem: sentence(err), Relations: []view.Option{{Value: f.Get("relation")}}}
		return s.showLink(w, r, http.StatusUnprocessableEntity, m, to)
	}
	if err != nil {
		return err
	}
	return s.goTo(w, r, endHref(from), undoable("Linked.", seq))
}

// pairWord is what two ends are, for the name of a deed.
func pairWord(from, to string) string {
	switch {
	case strings.HasPrefix(from, "claim/") && strings.HasPrefix(to, "claim/"):
		return "claims"
	case strings.HasPrefix(from, "statement/") && strings.HasPrefix(to, "statement/"):
		return "statements"
	}
	return "things: a statement and a claim"
}

func link(d *store.Deed, from, to, relation, why string) error {
	fromID, fromKey, err := store.CutEnd(from)
	if err != nil {
		return err
	}
	toID, toKey, err := store.CutEnd(to)
	if err != nil {
		return invalid("choose what to link it to")
	}
	if (fromKey == "") == (toKey == "") {
		return d.SaveTie(store.Tie{From: from, To: to, Relation: relation, Why: why})
	}
	if fromKey == "" { // the statement is what is said of
		fromID, fromKey, toID = toID, toKey, fromID
	}
	if err := d.SaveLink(toID, fromID, fromKey, relation); err != nil {
		return err
	}
	return d.ExplainLink(toID, fromID, fromKey, why)
}

// removeLink parts what a tie ties.
func (s *Server) removeLink(w http.ResponseWriter, r *http.Request) error {
	tie := r.PostForm.Get("tie")
	from, _, _ := strings.Cut(tie, ">")
	seq, err := s.do(r, "Took a link away", func(d *store.Deed) error { return d.DropTie(tie) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, back(r, endHref(from)), undoable("The link is taken away.", seq))
}

// statementMeta is who said a statement, where and when.
func statementMeta(who, outlet, day string) string {
	if who == "" {
		who = "nobody named"
	}
	return joined(" · ", who, outlet, dayWord(day))
}
