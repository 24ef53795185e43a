package amount

import (
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// places is an entity for every name in in, the places first.
func places(in string, names ...string) []fact.Entity {
	var all []fact.Entity
	for i, name := range names {
		e := fact.Entity{ID: i + 1, Name: name, Kind: fact.Place}
		for at := 0; ; {
			next := strings.Index(in[at:], name)
			if next < 0 {
				break
			}
			at += next + len(name)
			e.Mentions = append(e.Mentions, fact.Mention{Span: text.Span{Start: at - len(name), End: at}, How: fact.ByName})
		}
		all = append(all, e)
	}
	return all
}

// TestWhereMeant finds a place that a pronoun means.
func TestWhereMeant(t *testing.T) {
	in := "Vostria says 3,000 soldiers are on its border."
	x, tags, arcs := read(in)
	known := places(in, "Vostria")
	at := strings.Index(in, "its")
	known[0].Mentions = append(known[0].Mentions, fact.Mention{Span: text.Span{Start: at, End: at + len("its")}, How: fact.ByPronoun})
	if found := Find(x, tags, arcs, known, nil, nil); len(found) != 1 || found[0].Where != 1 {
		t.Errorf("Find(%q) = %+v, want one amount in Vostria", in, found)
	}
}

func TestWhere(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"in the noun phrase", "About 40 boats in Port Ellin were damaged.", "Port Ellin"},
		{"first in the clause", "In Vostria, 40 boats sank on Monday.", "Vostria"},
		{"last in the clause", "The storm sank 40 boats in Vostria.", "Vostria"},
		{"by a border", "Around 3,000 soldiers are stationed on the border with Tessin.", "Tessin"},
		{"border as predicate", "About 100,000 troops are on the border with Vostria.", "Vostria"},
		{"in a part of a country", "Some 200 people died in the north of Vostria.", "Vostria"},
		{"at the edge of a city", "Some 40 people died on the outskirts of the city of Port Ellin.", "Port Ellin"},
		{"people who do something there", "More than 2,000 people protested in Tessin over the plans.", "Tessin"},
		{"beside each in brackets", "It is common in Vostria (80 percent) and Tessin (54 percent).", "Vostria Tessin"},
		{"into a country", "Tessin moved 4,000 troops into Vostria.", "Vostria"},
		{"whose residents", "Two residents of Port Ellin saw it.", "Port Ellin"},
		{"where they come from", "At least 12 soldiers from Vostria died.", "-"},
		{"how far it is", "They stopped in Tessin (40 km south).", "-"},
		{"elsewhere", "Outside Vostria, 41 percent agreed.", "-"},
		{"another clause", "Officials in Vostria said that 40 boats sank.", "-"},
		{"not a place", "He paid $40 in Vostria's name.", "-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, tags, arcs := read(c.in)
			known := places(c.in, "Port Ellin", "Vostria", "Tessin")
			var got []string
			for _, a := range Find(x, tags, arcs, known, nil, nil) {
				name := "-"
				if a.Where > 0 {
					name = known[a.Where-1].Name
				}
				got = append(got, name)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("Find(%q) is in %q, want %q", c.in, got, c.want)
			}
		})
	}
}

// TestNumberInName takes no number of a name for an amount.
func TestNumberInName(t *testing.T) {
	in := "She told Channel 4 viewers of 30 boats."
	x, tags, arcs := read(in)
	station := places(in, "Channel 4")
	station[0].Kind = fact.Organization
	if got := showAll(in, Find(x, tags, arcs, station, nil, nil)); got != "[30 boats] 30 boats" {
		t.Errorf("Find(%q) = %q, want the boats alone", in, got)
	}
}
