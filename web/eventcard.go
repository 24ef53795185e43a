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

// outcomes is what a card says of each status; its sign is for the eye.
var outcomes = map[fact.Status]struct{ sign, word string }{
	fact.Occurred: {"●", "took place"}, fact.Planned: {"○", "planned"}, fact.Possible: {"◌", "possible"}, fact.Denied: {"✕", "denied"},
}

// parties is how a sentence about each kind of event goes on to who was in it,
// "involving" where its words leave open which part each had.
var parties = map[fact.EventKind]string{
	fact.Meeting: "of", fact.Call: "with", fact.Visit: "of", fact.Agreement: "of", fact.Vote: "by", fact.Resignation: "of", fact.Protest: "by",
}

// eventCard says what happened or will, with whom, where, when, who tells of
// it, and where else the article does.
func (d *desk) eventCard(i int) view.Card {
	e, key := d.facts.Events[i], d.facts.Keys.Events[i]
	c := view.Card{Key: key, Kind: view.Event, Who: view.Link{Text: capital(string(e.Kind))},
		Place: view.InText(key, place(e)), Lang: d.article.Language, Context: d.context(e.Span), Why: tells(e.Rule), Sure: sure(e.Confidence)}
	if trigger := d.article.Text[e.Span.Start:e.Span.End]; !strings.EqualFold(trigger, string(e.Kind)) {
		c.As = "“" + trigger + "”"
	}
	c.Reads = append(d.eventSentence(e), d.teller(e.Statement)...)
	if h, ok := outcomes[e.Status]; ok {
		c.Chips = []view.Chip{{Text: h.sign + " " + h.word, Class: view.ChipStatus}}
	}
	for n, at := range mentions(e) {
		if at != e.Span {
			c.Also = append(c.Also, view.Link{Text: "“" + d.article.Text[at.Start:at.End] + "”", Href: "#" + view.InText(key, n+1)})
		}
	}
	c.Summary = joined(" — ", eventName(e), strings.TrimSuffix(unlinked(d.eventSentence(e)), " — "))
	return c
}

// classes is how the rule of an event calls the word that tells of it.
var classes = map[string]string{"verb": "the verb “%s” tells of it", "noun": "the noun “%s” tells of it", "weak": "“%s” stands with a place or a day"}

// tells is the rule of an event in words: "the verb “meet” tells of it".
func tells(rule string) string {
	class, word, _ := strings.Cut(rule, " ")
	if words := classes[class]; words != "" && word != "" {
		return fmt.Sprintf(words, word)
	}
	return rule
}

// place is which of its mentions an event is known by, counted from 1.
func place(e fact.Event) int {
	for i, at := range mentions(e) {
		if at == e.Span {
			return i + 1
		}
	}
	return 1
}

// eventName is what an event is called in a few words: "planned meeting".
func eventName(e fact.Event) string {
	if e.Status == fact.Occurred {
		return string(e.Kind)
	}
	return joined(" ", string(e.Status), string(e.Kind))
}

// eventSentence is who, where and when, each followed by a dash.
func (d *desk) eventSentence(e fact.Event) []view.Link {
	var s []view.Link
	if who := d.whoAll(e.Who); len(who) > 0 {
		s = append(append(s, view.Link{Text: cmp.Or(parties[e.Kind], "involving") + " "}), listed(who)...)
		s = append(s, view.Link{Text: " — "})
	}
	if where := d.who(e.Where); where.Text != "" {
		s = append(s, view.Link{Text: "in "}, where, view.Link{Text: " — "})
	}
	if e.When != "" {
		s = append(s, view.Link{Text: preposition(e.When) + value(e.When) + " — "})
	}
	return s
}

// whoAll is entities of the article as links.
func (d *desk) whoAll(ids []int) []view.Link {
	var all []view.Link
	for _, id := range ids {
		if l := d.who(id); l.Text != "" {
			all = append(all, l)
		}
	}
	return all
}

// contextReach is how many bytes of a sentence are shown before and after the
// words that it is shown for.
const contextReach = 140

// context is the sentence around at, its words at at as a hit.
func (d *desk) context(at text.Span) []view.Piece {
	all, sentences := d.article.Text, d.facts.Sentences
	in := text.Span{End: len(all)}
	i, _ := slices.BinarySearchFunc(sentences, at.Start, func(s text.Span, start int) int { return cmp.Compare(s.End, start+1) })
	if i < len(sentences) && sentences[i].Contains(at) {
		in = sentences[i]
	}
	before, after := all[in.Start:at.Start], all[at.End:in.End]
	if cut := len(before) - contextReach; cut > 0 {
		_, rest, _ := strings.Cut(before[cut:], " ")
		before = "… " + rest
	}
	if len(after) > contextReach {
		after = after[:max(0, strings.LastIndexByte(after[:contextReach], ' '))] + " …"
	}
	return []view.Piece{{Text: before}, {Text: all[at.Start:at.End], Hit: true}, {Text: after}}
}

func (d *desk) eventForm(e fact.Event) view.Form {
	status := map[fact.Status]string{}
	for s, h := range outcomes {
		status[s] = h.word
	}
	return view.Form{Hidden: d.ends(e.Span), Fields: []view.Field{
		d.wordsField("words", "Words that tell of it", e.Span, 1),
		{Name: "kind", Label: "Kind", Control: view.Choice, Options: choices(e.Kind, nil, fact.EventKinds[:]...)},
		{Name: "who", Label: "Who", Control: view.Ticks, Options: d.entityTicks(e.Who)},
		{Name: "where", Label: "Where", Control: view.Choice, Options: d.entityOptions(e.Where, "not said", isPlace)},
		{Name: "when", Label: "When", Value: e.When, Day: true, Help: "A day as 2022-01-12, a month as 2022-01; empty when the article does not tell."},
		{Name: "status", Label: "Did it happen", Control: view.Choice, Options: choices(e.Status, status, eventStatuses[:]...)},
	}}
}

// editedEvent is e with what the form says.
func editedEvent(e fact.Event, f form) (fact.Event, error) {
	var errWho, errWhere error
	e.Kind, e.When, e.Status = fact.EventKind(f.get("kind")), f.get("when"), fact.Status(f.get("status"))
	e.Who, errWho = f.ticked("who")
	e.Where, errWhere = f.entity("where")
	if f.has("words") {
		was := e.Span
		at, err := f.words("words", was)
		if err != nil {
			return e, err
		}
		e.Span, e.Mentions = at, slices.Clone(mentions(e))
		if i := slices.Index(e.Mentions, was); i >= 0 {
			e.Mentions[i] = at
		}
	}
	return e, cmp.Or(among(e.Kind, fact.EventKinds[:]), timex(e.When), among(e.Status, eventStatuses[:]), errWho, errWhere)
}
