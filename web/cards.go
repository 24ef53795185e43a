package web

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord/extract/fact"
	"onrecord/store"
	"onrecord/web/view"
)

// cards is the tab of facts, with the one named now in hand.
func (d *desk) cards(now string) view.Facts {
	t := view.Facts{Ways: d.addWays()}
	f := d.facts
	group := func(id, title string, n int, card func(i int) view.Card) {
		g := view.CardGroup{ID: id, Title: title}
		for i := range n {
			c := card(i)
			if c.Key == "" {
				continue
			}
			c.State, c.Now = viewState(f.State(c.Key)), c.Key == now
			c.Mark = d.mark(c.Key)
			if c.Yours = store.IsAdded(c.Key); c.Yours {
				c.Why, c.Sure = "", ""
			}
			c.Taught, c.Teach = d.taught(c.Key), d.teach(c.Key)
			if c.Summary == "" {
				c.Summary = joined(" — ", c.Words, c.Who.Text)
			}
			if c.State == view.Suggestion {
				g.Pending++
			}
			g.Cards = append(g.Cards, c)
		}
		if len(g.Cards) > 0 {
			t.Groups = append(t.Groups, g)
		}
	}
	group("statements", "Statements", len(f.Statements), d.statementCard)
	for i, key := range f.Keys.Statements {
		t.Total++
		if f.State(key) != store.Suggested {
			t.Reviewed++
		} else if t.Next == "" && key != now {
			t.Next = f.Keys.Statements[i]
		}
	}
	group("people", "People and roles", len(f.Entities), d.entityCard(func(k fact.Kind) bool { return k == fact.Person }))
	group("organizations", "Organizations and groups", len(f.Entities), d.entityCard(func(k fact.Kind) bool { return k != fact.Person && k != fact.Place }))
	group("places", "Places", len(f.Entities), d.entityCard(func(k fact.Kind) bool { return k == fact.Place }))
	group("times", "Dates and times", len(f.Times), d.timeCard)
	group("amounts", "Amounts", len(f.Amounts), d.amountCard)
	group("events", "Events", len(f.Events), d.eventCard)
	group("positions", "For and against", len(f.Positions), d.positionCard)
	return t
}

// who is an entity of the article as a link to its page, by the name the
// archive has for it.
func (d *desk) who(id int) view.Link {
	if known, ok := d.people[id]; ok {
		return view.Link{Text: known.Name, Href: personHref(known.ID)}
	}
	e, _ := d.facts.Entity(id)
	return view.Link{Text: e.Name}
}

// role is what an entity is: "foreign minister, Norland".
func (d *desk) role(e fact.Entity) string { return joined(", ", e.Role, d.who(e.Of).Text) }

func (d *desk) statementCard(i int) view.Card {
	s, key := d.facts.Statements[i], d.facts.Keys.Statements[i]
	c := view.Card{
		Key: key, Kind: view.Statement, Number: strconv.Itoa(i + 1), Who: d.who(s.Speaker), Words: d.facts.Told(s),
		Direct: s.Form == fact.Direct, Lang: d.article.Language, Why: d.why(s), Sure: sure(s.Confidence),
		Claim: "/claims/new?statement=" + strconv.FormatInt(d.article.ID, 10) + "/" + key,
	}
	source := d.facts.Words(s.Source)
	if e, ok := d.facts.Entity(s.Speaker); ok {
		c.As = d.role(e)
		if !strings.Contains(source, c.Who.Text) && source != "" {
			c.As = joined(" · ", c.As, "“"+source+"”")
		}
	} else {
		c.Who.Text = source
	}
	c.Chips = d.statementChips(s)
	if len(s.Via) > 0 {
		c.Chain = d.chain(s, c.Who)
	}
	c.Link = "/links/new?statement=" + strconv.FormatInt(d.article.ID, 10) + "/" + key
	c.Claims, c.Ties = d.linked(key)
	return c
}

// why is the words that gave a statement away.
func (d *desk) why(s fact.Statement) string {
	if cue := d.facts.Words(s.Cue); cue != "" {
		return joined(" · ", "“"+cue+"”", s.Rule)
	}
	return s.Rule
}

// chain is on whose word a statement stands: speaker, relays, outlet.
func (d *desk) chain(s fact.Statement, speaker view.Link) []view.Link {
	links := []view.Link{speaker}
	for _, v := range s.Via {
		l := d.who(v.Entity)
		if l.Text == "" {
			l.Text = d.article.Text[v.Span.Start:v.Span.End]
		}
		links = append(links, l)
	}
	if d.article.Outlet != "" {
		links = append(links, view.Link{Text: d.article.Outlet})
	}
	return links
}

func (d *desk) statementChips(s fact.Statement) []view.Chip {
	chips := []view.Chip{{Text: said[s.Act], Class: view.ChipAct}, {Text: formWord[s.Form], Class: view.ChipForm}}
	if s.Act == fact.Reject && strings.HasPrefix(d.facts.Words(s.Content), "to ") {
		chips[0].Text = "refuses"
	}
	if s.Said != "" {
		chips = append(chips, view.Chip{Text: "said " + preposition(s.Said) + value(s.Said), Class: view.ChipWhen})
	}
	if s.Hedged {
		chips = append(chips, view.Chip{Text: "hedged", Class: view.ChipDoubt})
	}
	if s.Negated {
		chips = append(chips, view.Chip{Text: "negated", Class: view.ChipNot})
	}
	for i, other := range d.facts.Statements {
		if s.Inside != 0 && other.ID == s.Inside {
			chips = append(chips, view.Chip{Text: fmt.Sprintf("inside statement %d", i+1), Class: view.ChipInside, Href: "#" + d.facts.Keys.Statements[i]})
		}
		if s.Continues != 0 && other.ID == s.Continues {
			chips = append(chips, view.Chip{Text: fmt.Sprintf("goes on from statement %d", i+1), Class: view.ChipInside, Href: "#" + d.facts.Keys.Statements[i]})
		}
	}
	return append(chips, d.inStatement(s.ID)...)
}

// inStatement is what the statement of an id tells of, each as a chip that
// leads to its card.
func (d *desk) inStatement(id int) []view.Chip {
	f := d.facts
	if id == 0 {
		return nil
	}
	var chips []view.Chip
	for i, a := range f.Amounts {
		if a.Statement == id {
			chips = append(chips, view.Chip{Text: quantity(a), Class: view.ChipAmount, Href: "#" + f.Keys.Amounts[i]})
		}
	}
	for i, e := range f.Events {
		if e.Statement == id {
			chips = append(chips, view.Chip{Text: eventName(e), Class: view.ChipEvent, Href: "#" + f.Keys.Events[i]})
		}
	}
	for i, p := range f.Positions {
		if p.Statement == id {
			chips = append(chips, view.Chip{Text: string(p.Stance) + " " + clip(f.Words(p.Topic)), Class: view.ChipStance, Href: "#" + f.Keys.Positions[i]})
		}
	}
	return chips
}

// entityCard is the cards of the entities of some kinds.
func (d *desk) entityCard(of func(fact.Kind) bool) func(i int) view.Card {
	return func(i int) view.Card {
		e := d.facts.Entities[i]
		if !of(e.Kind) {
			return view.Card{}
		}
		times := "named once"
		if len(e.Mentions) > 1 {
			times = fmt.Sprintf("spoken of %d times", len(e.Mentions))
		}
		c := view.Card{Key: d.facts.Keys.Entities[i], Kind: view.Kind(e.Kind), Who: d.who(e.ID), As: d.role(e), Reads: plainly(times),
			Why: e.Rule, Sure: sure(e.Confidence), Summary: joined(" — ", e.Name, d.role(e))}
		if c.Who.Text != e.Name {
			c.As = joined(" · ", "“"+e.Name+"”", c.As)
		}
		return c
	}
}
