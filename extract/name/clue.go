package name

import (
	"strings"

	"onrecord/extract/fact"
)

// A clue is a reason to take a name for a kind, and how strong it is.
type clue struct {
	name    string
	kind    fact.Kind
	weight  float64
	holds   func(*finder, *mention) bool
	example string // a text; the clue holds for the name between « and »
}

// clues are weighed together over all the places where the same name stands.
var clues = []clue{
	{"title before", fact.Person, 4, (*finder).afterTitle, "Minister «Tarvo Elde» spoke."},
	{"role beside", fact.Person, 3, (*finder).hasRole, "«Tarvo Elde», a lawyer from the harbour, spoke."},
	{"first name", fact.Person, 3, (*finder).firstName, "It was «Peter Elde» who spoke."},
	{"person's noun beside", fact.Person, 4, (*finder).nounOfPerson, "The police found his wife, «Tarvo»."},
	{"initial", fact.Person, 2, (*finder).initialInside, "It was «Tarvo K. Elde» who spoke."},
	{"surname last", fact.Person, 1, (*finder).surnameLast, "It was «Tarvo Johnson» who spoke."},
	{"particle", fact.Person, 1, (*finder).particleInside, "It was «Tarvo van der Elde» who spoke."},
	{"age", fact.Person, 3, (*finder).ageAfter, "«Tarvo Elde», 45, spoke."},
	{"who", fact.Person, 2.5, (*finder).whoAfter, "«Tarvo Elde», who spoke, left."},
	{"known first name alone", fact.Person, 1.1, (*finder).firstAlone, "She saw «Peter» there."},
	{"known surname alone", fact.Person, 1.2, (*finder).surnameAlone, "She saw «Johnson» there."},
	{"subject of a verb of speech", fact.Person, 1.3, (*finder).speaks, "«Tarvo Elde» said so."},
	{"two words", fact.Person, 0.8, (*finder).twoWords, "She saw «Tarvo Elde» there."},
	{"organization's last word", fact.Organization, 6, (*finder).organizationLast, "She joined «Elde Harbour Company» there."},
	{"organization's first word", fact.Organization, 4, (*finder).organizationFirst, "She joined the «Ministry of Harbours» there."},
	{"outlet's first word", fact.Organization, 6, (*finder).outletHead, "She wrote for the «Evening Elde» then."},
	{"the before an outlet's last word", fact.Organization, 4, (*finder).outletEnd, "She wrote for the «Elde Star», then."},
	{"acronym", fact.Organization, 1.8, (*finder).acronymAlone, "She joined «EHC» there."},
	{"the before, no person", fact.Person, -2, (*finder).theBefore, "She joined the «Elde Harbours»."},
	{"organization's word inside", fact.Organization, 2, (*finder).organizationInside, "She joined «FC Elde» there."},
	{"the before", fact.Organization, 1, (*finder).theMore, "She joined the «Elde Harbours», there."},
	{"the before one word", fact.Organization, 0.5, (*finder).theOne, "She joined the «Eldeband»."},
	{"plural", fact.Group, 1, (*finder).plural, "She joined the «Eldeers» there."},
	{"ampersand", fact.Organization, 3, (*finder).ampersand, "She joined «Elde & Tarvo» there."},
	{"company's noun beside", fact.Organization, 3.3, (*finder).companyBeside, "She joined the company «Elde» there."},
	{"capital inside a word", fact.Organization, 1.8, (*finder).camel, "She joined «PetroElde» there."},
	{"state-run before", fact.Organization, 3, (*finder).stateCompany, "She joined state-run «Elde» there."},
	{"place, then more", fact.Organization, 1.4, (*finder).placeFirst, "She joined «Kenya Harbours» there."},
	{"place's last word", fact.Place, 6, (*finder).placeLast, "She saw «Elde River» there."},
	{"place's first word", fact.Place, 2.5, (*finder).placeHead, "She saw «Lake Elde» there."},
	{"in before", fact.Place, 1.8, (*finder).inBefore, "She lived in «Elde» then."},
	{"way to", fact.Place, 1.8, (*finder).wayTo, "She travelled to «Elde» then."},
	{"where after", fact.Place, 2.5, (*finder).whereAfter, "She saw «Elde», where it rained."},
	{"place's ending", fact.Place, 0.8, (*finder).placeEnding, "She saw «Eldeland» there."},
	{"country after", fact.Place, 2, (*finder).countryAfter, "She left «Elde», Kenya, then."},
	{"minister of", fact.Place, 6, (*finder).stateAfter, "She saw «Elde»'s government there."},
	{"adjective in the text", fact.Place, 5, (*finder).adjectival, "She left «Eldea» when Eldean ships came."},
	{"seat of an institution", fact.Place, 6, (*finder).seat, "She left «Elde» for the University of Elde."},
	{"ambassador to", fact.Place, 3, (*finder).ambassador, "She met the ambassador to «Elde» there."},
	{"place's noun beside", fact.Place, 2.5, (*finder).placeBeside, "She saw the town of «Elde» there."},
	{"thing after", fact.Other, 3, (*finder).thingAfter, "She saw the «Elde» pipeline there."},
	{"thing's first word", fact.Other, 4, (*finder).thingHead, "«Storm Elde» hit the coast."},
	{"thing's last word", fact.Other, 4.5, (*finder).thingLast, "She won the «Elde Cup» there."},
}

// often is how many times one clue counts for a name; a name that stands
// everywhere has no more to tell than that.
const often = 2

// learned is the weight of the kind that the model takes a name for, where it is
// as sure as can be in all the places.
const learned = 8

// A tally is what is known of a name that no gazetteer knows.
type tally struct {
	held  []int                 // how often each clue holds
	votes map[fact.Kind]float64 // how sure the model was of each kind, over all places
	count int                   // places
}

// vote is the least that the model's guess counts for, however unsure.
const vote = 0.05

// kinds gives every name that no gazetteer knows its kind: what the model takes
// it for and the clues speak for most in all the places where it stands.
func (f *finder) kinds() {
	tallies := map[string]*tally{}
	for i := range f.mentions {
		m := &f.mentions[i]
		if !m.open {
			continue
		}
		k := f.surface(m)
		t := tallies[k]
		if t == nil {
			t = &tally{make([]int, len(clues)), map[fact.Kind]float64{}, 0}
			tallies[k] = t
		}
		t.count++
		t.votes[m.kind] += max(vote, 2*m.score-1)
		for c := range clues {
			if n := &t.held[c]; *n < often && clues[c].holds(f, m) {
				*n++
			}
		}
	}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.open {
			m.kind, m.score, m.rule = tallies[f.surface(m)].weigh()
		}
	}
}

// weigh is the kind for which most speaks, how sure that is, and what speaks
// for it.
func (t *tally) weigh() (fact.Kind, float64, string) {
	scores := map[fact.Kind]float64{}
	for k, v := range t.votes {
		scores[k] = learned * v / float64(t.count)
	}
	for c, n := range t.held {
		scores[clues[c].kind] += clues[c].weight * float64(n)
	}
	kind, sure := strongest(scores)
	names := []string{}
	if t.votes[kind] > 0 {
		names = append(names, "learned")
	}
	for c, n := range t.held {
		if n > 0 && clues[c].kind == kind {
			names = append(names, clues[c].name)
		}
	}
	return kind, sure, strings.Join(names, ", ")
}

// kindOrder breaks ties.
var kindOrder = []fact.Kind{fact.Person, fact.Organization, fact.Place, fact.Group, fact.Other}

// strongest is the kind with the highest score, and how sure that is: near 1
// when nothing speaks against it.
func strongest(scores map[fact.Kind]float64) (fact.Kind, float64) {
	best, sum := fact.Other, 0.0
	for _, k := range kindOrder {
		sum += max(0, scores[k])
		if scores[k] > scores[best] {
			best = k
		}
	}
	if scores[best] <= 0 {
		return fact.Other, 0.3
	}
	share := scores[best] / sum
	return best, 0.3 + 0.65*share*scores[best]/(scores[best]+1.5)
}

// surface is the words of m joined by spaces, its key among the names.
func (f *finder) surface(m *mention) string {
	return strings.Join(f.words(m.first, m.last), " ")
}
