package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// An entry is something the gazetteer knows by name.
type entry struct {
	name    string
	kind    fact.Kind
	state   bool   // a country
	capital *entry // the state of which this is the capital
	within  string // the country of a city or region, where only one has it
	generic string // the noun that may stand for it: "alliance"
}

// A naming is an entry under one of its names, and whether that is a demonym.
type naming struct {
	*entry
	demonym bool
}

// A gazetteer finds entries by their names, words joined by spaces.
type gazetteer struct {
	names   map[string]naming
	longest map[string]int // by first word, the number of words in the longest name
}

func readGazetteer() gazetteer {
	g := gazetteer{map[string]naming{}, map[string]int{}}
	for _, line := range lines("regions.txt") {
		name, within, _ := strings.Cut(line, "|")
		g.add(name, naming{entry: &entry{name: name, kind: fact.Place, within: within}})
	}
	for _, line := range lines("cities.txt") {
		name, within, _ := strings.Cut(line, "|")
		g.add(name, naming{entry: &entry{name: name, kind: fact.Place, within: within}})
	}
	for _, line := range lines("countries.txt") {
		g.country(strings.Split(line, "|"))
	}
	for _, line := range lines("places.txt") {
		g.region(strings.Split(line, "|"))
	}
	for _, line := range lines("organizations.txt") {
		g.organization(strings.Split(line, "|"))
	}
	for _, line := range lines("agencies.txt") {
		name, other, _ := strings.Cut(line, "|")
		e := &entry{name: name, kind: fact.Organization, generic: "agency"}
		g.add(name, naming{entry: e})
		g.add(other, naming{entry: e})
	}
	return g
}

// country adds a line of countries.txt: name, other names, capitals, demonyms.
func (g *gazetteer) country(column []string) {
	e := &entry{name: column[0], kind: fact.Place, state: true, generic: "country"}
	for _, capital := range strings.Split(column[2], ";") {
		g.add(capital, naming{entry: &entry{name: capital, kind: fact.Place, capital: e, within: e.name}})
	}
	g.add(e.name, naming{entry: e})
	g.addAll(column[1], naming{entry: e})
	for _, demonym := range strings.Split(column[3], ";") {
		g.add(demonym, naming{entry: e, demonym: true})
		if strings.HasSuffix(demonym, "n") || strings.HasSuffix(demonym, "i") {
			g.add(demonym+"s", naming{entry: e, demonym: true})
		}
	}
}

// region adds a line of places.txt: name, other names, demonyms. What a
// place that is known already is called besides is added to it.
func (g *gazetteer) region(column []string) {
	e := &entry{name: column[0], kind: fact.Place}
	for _, name := range append(strings.Split(column[1], ";"), column[0]) {
		if known := g.names[key(name)].entry; known != nil {
			e = known
		}
	}
	g.add(column[0], naming{entry: e})
	g.addAll(column[1], naming{entry: e})
	for _, demonym := range strings.Split(column[2], ";") {
		g.add(demonym, naming{entry: e, demonym: true})
	}
}

// organization adds a line of organizations.txt: name, other names, generic noun.
func (g *gazetteer) organization(column []string) {
	e := &entry{name: column[0], kind: fact.Organization, generic: column[2]}
	g.add(e.name, naming{entry: e})
	g.addAll(column[1], naming{entry: e})
}

func (g *gazetteer) addAll(names string, n naming) {
	for _, name := range strings.Split(names, ";") {
		g.add(name, n)
	}
}

func (g *gazetteer) add(name string, n naming) {
	if name == "" {
		return
	}
	k := key(name)
	g.names[k] = n
	first, _, _ := strings.Cut(k, " ")
	g.longest[first] = max(g.longest[first], strings.Count(k, " ")+1)
}

// key is the words of a name joined by spaces, as the text's words are.
func key(name string) string {
	if !strings.ContainsAny(name, " -'’.&,") {
		return name
	}
	t := text.Of(name)
	words := make([]string, len(t.Tokens))
	for i := range t.Tokens {
		words[i] = t.Word(i)
	}
	return strings.Join(words, " ")
}

// known reports whether the gazetteer has the name [first, last).
func (f *finder) known(first, last int) bool {
	if last-first > f.lists.known.longest[f.Word(first)] {
		return false
	}
	_, ok := f.lists.known.names[strings.Join(f.words(first, last), " ")]
	return ok
}

// longest is the end of the longest gazetteer name that starts at first and
// ends by limit.
func (f *finder) longest(first, limit int) (int, bool) {
	most := f.lists.known.longest[f.Word(first)]
	for n := min(most, limit-first); n > 0; n-- {
		if f.known(first, first+n) {
			return first + n, true
		}
	}
	return 0, false
}

// naming is what the gazetteer knows by the words [first, last).
func (f *finder) naming(first, last int) (naming, bool) {
	if n, ok := f.lists.known.names[strings.Join(f.words(first, last), " ")]; ok {
		return n, true
	}
	if last-first == 1 {
		return f.shouted(first)
	}
	return naming{}, false
}

// shouted is the gazetteer's entry for a word in capitals: "MOSCOW".
func (f *finder) shouted(i int) (naming, bool) {
	w := f.Word(i)
	if len(w) < 5 || strings.ToUpper(w) != w {
		return naming{}, false
	}
	r, size := utf8.DecodeRuneInString(w)
	n, ok := f.lists.known.names[string(unicode.ToUpper(r))+strings.ToLower(w[size:])]
	return n, ok
}
