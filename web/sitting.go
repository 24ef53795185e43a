package web

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// A turn is everything that the page of one suggestion is made of.
type turn struct {
	asked
	now         store.Suggestion
	left, ahead int // that wait in all, and before this one
	done        store.Sitting
	desk        *desk
	choice      view.ReviewChoice
	decisions   []view.Decision
}

// inHand is the suggestion that the address names, else the first that waits.
func (a asked) inHand(tx *store.Tx) (store.Suggestion, error) {
	if article, key, err := statementRef(a.at); err == nil {
		now, err := tx.Place(a.Queue, article, key)
		if !errors.Is(err, store.ErrNotFound) {
			return now, err
		}
	}
	return tx.First(a.Queue)
}

func readTurn(tx *store.Tx, a asked) (t *turn, err error) {
	t = &turn{asked: a}
	if t.now, err = a.inHand(tx); err != nil {
		return nil, err
	}
	t.asked = a.on(t.now)
	t.edit = a.edit
	if t.left, err = tx.Waiting(a.Queue); err != nil {
		return nil, err
	}
	if t.ahead, err = tx.Ahead(a.Queue, t.now); err != nil {
		return nil, err
	}
	if t.done, err = tx.Sitting(a.Queue, a.since); err != nil {
		return nil, err
	}
	if t.choice, err = a.choices(tx); err != nil {
		return nil, err
	}
	if t.decisions, err = decisionLines(tx, justDecided); err != nil {
		return nil, err
	}
	t.desk, err = readFact(tx, t.now.Article)
	return t, err
}

// readFact is what the card of a fact is made of: of the desk what is not beside
// the article.
func readFact(tx *store.Tx, article int64) (d *desk, err error) {
	d = &desk{claims: map[int64]store.Claim{}}
	if d.article, err = tx.Article(article); err != nil {
		return nil, err
	}
	if d.facts, err = tx.Facts(article); err != nil {
		return nil, err
	}
	if d.links, err = tx.LinksOfArticle(article); err != nil {
		return nil, err
	}
	if d.decisions, err = tx.MarksOfFacts(article); err != nil {
		return nil, err
	}
	d.people, err = tx.Who(article, d.facts)
	return d, err
}

// showSuggestion renders the suggestion that a has in hand, or the end when none
// waits; with may put what the user typed and what is wrong with it back.
func (s *Server) showSuggestion(w http.ResponseWriter, r *http.Request, a asked, status int, with func(*view.Form)) error {
	var t *turn
	err := s.view(r, func(tx *store.Tx) (err error) { t, err = readTurn(tx, a); return err })
	if errors.Is(err, store.ErrNotFound) {
		return s.reviewEnd(w, r, a)
	}
	if err != nil {
		return err
	}
	m := t.page(s.page(r, "Review: "+t.desk.article.Title, view.SectionReview))
	if m.Card.Edit != nil && with != nil {
		with(m.Card.Edit)
	}
	return s.render(w, r, status, view.TurnPage(m))
}

func (t *turn) page(p view.Page) view.Turn {
	back, stop := t.asked, t.asked
	back.edit, stop.stop, stop.edit = false, true, false
	p.Path = back.href()
	a := t.desk.article
	m := view.Turn{
		Page: p, Choice: t.choice, Card: t.card(), Decisions: t.decisions, Here: t.asked.href(), Stop: stop.href(), Desk: statementHref(a.ID, t.now.Key),
		Article: view.Article{ID: strconv.FormatInt(a.ID, 10), Heading: a.Title, Outlet: a.Outlet, Lang: a.Language, Published: longDay(a.Published)},
	}
	if t.done.Last != 0 {
		m.Undo = strconv.FormatInt(t.done.Last, 10)
	}
	m.Before, m.Paragraphs, m.After = t.context()
	m.Number, m.Total = t.done.Decided()+t.ahead+1, t.done.Decided()+t.left
	if t.now.State != store.Suggested {
		m.Number = max(1, m.Number-1)
	}
	m.Of = thousands(m.Total)
	if t.left > store.Many {
		m.Of = counted(t.left)
	}
	edit := t.asked
	edit.edit = true
	m.Edit = edit.to()
	return m
}

// card is the card of the desk, with links to what is not on the page.
func (t *turn) card() view.Card {
	var card view.Card
	for _, g := range t.desk.cards(t.now.Key).Groups {
		if i := slices.IndexFunc(g.Cards, func(c view.Card) bool { return c.Key == t.now.Key }); i >= 0 {
			card = g.Cards[i]
		}
	}
	for i, c := range card.Chips {
		card.Chips[i].Href = t.away(c.Href)
	}
	for _, links := range [][]view.Link{card.Reads, card.Also} {
		for i, l := range links {
			links[i].Href = t.away(l.Href)
		}
	}
	if t.edit {
		if form := t.desk.factForm(t.now.Key); len(form.Fields) > 0 {
			form.Submit, form.Cancel = "Save and go on", t.asked.on(t.now).to()
			card.Edit = &form
		}
	}
	return card
}

// away is the address on the desk of what stands beside the fact in hand there.
func (t *turn) away(href string) string {
	key, beside := strings.CutPrefix(href, "#")
	if !beside || strings.HasPrefix(key, "in-"+t.now.Key) {
		return href
	}
	return statementHref(t.now.Article, strings.TrimPrefix(key, "in-"))
}

// context is the paragraphs that the fact in hand stands in, with its words
// marked, and those before and after them.
func (t *turn) context() (before, here, after []view.Paragraph) {
	marks := t.marks()
	all := paragraphs(t.desk.article.Text, marks)
	holds := func(p view.Paragraph) bool {
		return slices.ContainsFunc(p.Segments, func(s view.Segment) bool { return len(s.Marks) > 0 })
	}
	first := max(0, slices.IndexFunc(all, holds))
	last := first
	for i := first; i < len(all) && store.KindOf(t.now.Key) != "entity"; i++ {
		if holds(all[i]) {
			last = i
		}
	}
	last = min(last, first+mostParagraphs-1)
	return all[max(0, first-1):first], all[first : last+1], all[last+1 : min(len(all), last+2)]
}

// mostParagraphs is the most that a suggestion is shown with.
const mostParagraphs = 4

// marks is the words of the fact in hand, and of a statement who says it.
func (t *turn) marks() []mark {
	all := slices.DeleteFunc(t.desk.marks(t.now.Key), func(m mark) bool { return m.Key != t.now.Key })
	f := t.desk.facts
	if i := slices.Index(f.Keys.Statements, t.now.Key); i >= 0 {
		s := f.Statements[i]
		places := slices.Clone(s.Source)
		for _, v := range s.Via {
			places = append(places, v.Span)
		}
		all = append(all, placed(places, view.Mark{Kind: view.Person, Key: t.now.Key, State: viewState(t.now.State)})...)
	}
	slices.SortStableFunc(all, func(a, b mark) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	return all
}
