package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/web/view"
)

// positionCard says who is for or against what, and by what they showed it.
func (d *desk) positionCard(i int) view.Card {
	p, key := d.facts.Positions[i], d.facts.Keys.Positions[i]
	who := d.taker(p)
	c := view.Card{Key: key, Kind: view.Position, Who: who, As: "is " + string(p.Stance), Words: d.facts.Words(p.Topic),
		Lang: d.article.Language, Why: p.Rule, Sure: sure(p.Confidence),
		Summary: joined(" ", who.Text, string(p.Stance), d.facts.Words(p.Topic))}
	if !p.Span.Empty() {
		c.Why = joined(" · ", "“"+d.article.Text[p.Span.Start:p.Span.End]+"”", p.Rule)
	}
	if word := said[p.Act]; word != "" {
		c.Chips = append(c.Chips, view.Chip{Text: word, Class: view.ChipAct})
	}
	if n := d.statement(p.Statement); n > 0 {
		c.Chips = append(c.Chips, view.Chip{Text: fmt.Sprintf("statement %d", n), Class: view.ChipInside, Href: "#" + d.facts.Keys.Statements[n-1]})
	}
	return c
}

// taker is who takes a position: where nobody named does, whoever the article's
// words say.
func (d *desk) taker(p fact.Position) view.Link {
	who := d.who(p.Actor)
	if n := d.statement(p.Statement); who.Text == "" && n > 0 {
		who.Text = owner(d.facts.Words(d.facts.Statements[n-1].Source))
	}
	who.Text = cmp.Or(who.Text, "nobody named")
	return who
}

// owner is words without the sign that something is theirs: "the drivers" of
// "the drivers’ demand".
func owner(words string) string {
	for _, sign := range [...]string{"’s", "'s", "’", "'"} {
		if stem, ok := strings.CutSuffix(words, sign); ok {
			return stem
		}
	}
	return words
}

// statement is the number by which the page knows the statement of an id, 0
// for none.
func (d *desk) statement(id int) int {
	if id == 0 {
		return 0
	}
	return 1 + slices.IndexFunc(d.facts.Statements, func(s fact.Statement) bool { return s.ID == id })
}

func (d *desk) positionForm(p fact.Position) view.Form {
	whole, nobody := text.Cover(p.Topic), ""
	if p.Actor == 0 {
		nobody = "nobody named"
	}
	return view.Form{Hidden: d.ends(whole), Fields: []view.Field{
		{Name: "actor", Label: "Who", Control: view.Choice, Options: d.entityOptions(p.Actor, nobody, anybody)},
		{Name: "stance", Label: "Is", Control: view.Choice, Options: choices(p.Stance, nil, bothStances[:]...)},
		{Name: "topic", Label: "What", Control: view.TextArea, Value: d.article.Text[whole.Start:whole.End], Lines: 2, Required: true, Ends: true, Help: "As it stands in the article, word for word."},
		{Name: "act", Label: "By what", Control: view.Choice, Options: append([]view.Option{{Label: "not said"}}, choices(p.Act, said, fact.Acts[:]...)...)},
	}}
}

// editedPosition is p with what the form says.
func editedPosition(p fact.Position, f form) (fact.Position, error) {
	whole := text.Cover(p.Topic)
	at, err := f.words("topic", whole)
	if err != nil {
		return p, err
	}
	if at != whole {
		p.Topic = []text.Span{at}
	}
	actor, err := f.entity("actor")
	if err != nil || actor == 0 && p.Actor != 0 {
		return p, invalid("choose who is for or against it")
	}
	p.Actor, p.Stance, p.Act = actor, fact.Stance(f.get("stance")), fact.Act(f.get("act"))
	if p.Act != "" && said[p.Act] == "" {
		return p, invalid("choose by what they showed it")
	}
	return p, among(p.Stance, bothStances[:])
}
