package amount

import (
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A gazetteer knows which tokens of a text mean entities.
type gazetteer struct {
	named map[int]bool // part of a name
	place map[int]int  // the ID of the place meant: "Vostria", "the country", "its"
}

func gazetteerOf(t *text.Text, entities []fact.Entity) gazetteer {
	g := gazetteer{map[int]bool{}, map[int]int{}}
	for _, e := range entities {
		for _, m := range e.Mentions {
			for i := t.TokenAt(m.Span.Start); i < len(t.Tokens) && t.Tokens[i].Start < m.Span.End; i++ {
				if m.How == fact.ByName {
					g.named[i] = true
				}
				if e.Kind == fact.Place && m.How != fact.ByDemonym {
					g.place[i] = e.ID
				}
			}
		}
	}
	return g
}

// names reports whether the number of a is part of a name: "Channel 4".
func (r *reader) names(a reading) bool {
	number, ok := r.cardinal(a)
	return ok && r.known.named[number]
}

// climbs bounds the steps from an amount up to its clause.
const climbs = 4

// nearby bounds how far from the head of its clause a place is looked for.
const nearby = 24

// where is the ID of the place an amount belongs to: one in its noun phrase,
// "40 boats in Port Ellin", or the nearest in its clause, "In Port Ellin, 40
// boats sank".
func (r *reader) where(a reading) int {
	if a.first-2 >= r.first && r.t.Word(a.first-1) == "(" && !strings.Contains(a.Rule, "measure") {
		if id := r.known.place[a.first-2]; id > 0 {
			return id // "in Ellin (40 percent) and Port Osk (35 percent)", not "Osk (40 km off)"
		}
	}
	top := r.top(a.first, a.next)
	if id := r.located(top, top, top+1, top+nearby); id > 0 {
		return id
	}
	if id := r.home(top); id > 0 {
		return id
	}
	if clause, ok := r.child(top, top, top+reach, "acl"); ok {
		if id := r.located(clause, top, clause, clause+nearby); id > 0 {
			return id // "40 people held in Melk"
		}
	}
	at := top
	for range climbs {
		head := r.arcs[at].Head
		if head < 0 || !syntax["climbed"].has(relation(r.arcs[at].Label)) {
			return 0
		}
		if at = head; r.clause(at) {
			if r.locative(at) {
				return r.place(at)
			}
			return r.located(at, top, at-nearby, at+nearby)
		}
	}
	return 0
}

// home is the place whose people or houses the noun at token i counts, 0 for
// none: "two residents of Orrow", "300 villages of Vostria".
func (r *reader) home(i int) int {
	if !syntax["dwellers"].has(r.t.Lower(i)) {
		return 0
	}
	if of, ok := r.child(i, i+1, i+reach, "nmod"); ok {
		if at, cased := r.child(of, i, of, "case"); cased && r.t.Lower(at) == "of" {
			return r.place(of)
		}
	}
	return 0
}

// clause reports whether token i is the head of a clause: a verb, or a noun
// with a copula.
func (r *reader) clause(i int) bool {
	if r.tags[i].UPOS() == "VERB" {
		return true
	}
	_, ok := r.child(i, i-reach, i, "cop")
	return ok
}

// located is the place nearest to token from among those in [first, last)
// that hang on head by a preposition of place.
func (r *reader) located(head, from, first, last int) int {
	id, best := 0, 0
	for i := max(first, r.first); i < min(last, r.last); i++ {
		if r.arcs[i].Head != head || i == head {
			continue
		}
		if label := relation(r.arcs[i].Label); label != "obl" && label != "nmod" || !r.locative(i) {
			continue
		}
		away := max(i-from, from-i)
		if place := r.place(i); place > 0 && (id == 0 || away < best) {
			id, best = place, away
		}
	}
	return id
}

// locative reports whether a preposition of place goes with token i.
func (r *reader) locative(i int) bool {
	at, ok := r.child(i, i-reach, i, "case")
	return ok && syntax["locatives"].has(r.t.Lower(at))
}

// place is the ID of the place that token i names, or that the spot it speaks
// of is in: "the border with Vostria", "the outskirts of the city of Melk".
func (r *reader) place(i int) int {
	for range 3 {
		if id := r.known.place[i]; id > 0 {
			return id
		}
		if !syntax["spots"].has(r.t.Lower(i)) {
			return 0
		}
		next, ok := r.within(i)
		if !ok {
			return 0
		}
		i = next
	}
	return 0
}

// within is the token of the place, or of the spot, that says where the spot
// at token i is.
func (r *reader) within(i int) (int, bool) {
	spot, ok := 0, false
	for c := max(r.first, i-reach); c < min(r.last, i+reach); c++ {
		if r.arcs[c].Head != i {
			continue
		}
		switch relation(r.arcs[c].Label) {
		case "nmod", "compound", "appos", "flat":
			if r.known.place[c] > 0 {
				return c, true
			}
			if !ok && syntax["spots"].has(r.t.Lower(c)) {
				spot, ok = c, true
			}
		}
	}
	return spot, ok
}
