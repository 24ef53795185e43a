package name

import (
	"embed"
	"strings"
	"sync"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

//go:embed data
var data embed.FS

// wordLists is the word lists under data/, read once when first needed.
type wordLists struct {
	first         map[string]byte // first names; 'm', 'f' or 0
	honorifics    map[string]byte
	surnames      map[string]bool
	roles         map[string]bool
	modifiers     map[string]bool
	organizations map[string]bool // words that end their names
	places        map[string]bool
	placeHeads    map[string]bool
	notNames      map[string]bool
	creeds        map[string]bool
	closed        map[string]bool
	groups        map[string]bool
	hyphenEndings map[string]bool
	common        map[string]bool
	particles     map[string]bool
	leading       map[string]bool // particles that a surname keeps
	cues          map[string]bool
	companyNouns  map[string]bool
	stateNouns    map[string]bool
	thingNouns    map[string]bool
	thingHeads    map[string]bool
	cityNouns     map[string]bool
	grammar       map[string]map[string]bool
	known         gazetteer
}

// lists is the word lists, read when first needed. That cannot fail: the files
// are embedded, and a test reads every one.
var lists = sync.OnceValue(readLists)

func readLists() *wordLists {
	return &wordLists{
		first:         genders("first-names.txt"),
		honorifics:    genders("honorifics.txt"),
		surnames:      set("surnames.txt"),
		roles:         set("roles.txt"),
		modifiers:     set("modifiers.txt"),
		organizations: set("organization-words.txt"),
		places:        set("place-words.txt"),
		placeHeads:    set("place-heads.txt"),
		notNames:      set("not-names.txt"),
		creeds:        set("creeds.txt"),
		closed:        set("closed.txt"),
		groups:        set("groups.txt"),
		hyphenEndings: set("hyphen-endings.txt"),
		common:        set("common.txt"),
		particles:     set("particles.txt"),
		leading:       set("leading-particles.txt"),
		cues:          set("cues.txt"),
		companyNouns:  set("company-nouns.txt"),
		stateNouns:    set("state-nouns.txt"),
		thingNouns:    set("thing-nouns.txt"),
		thingHeads:    set("thing-heads.txt"),
		cityNouns:     set("city-nouns.txt"),
		grammar:       wordSets("grammar.txt"),
		known:         readGazetteer(),
	}
}

// lines is the lines of a list, without its comments.
func lines(file string) []string {
	b, err := data.ReadFile("data/" + file)
	if err != nil {
		panic(err) // a list this package embeds is missing from it
	}
	all := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	for len(all) > 0 && strings.HasPrefix(all[0], "#") {
		all = all[1:]
	}
	return all
}

func set(file string) map[string]bool {
	all := lines(file)
	s := make(map[string]bool, len(all))
	for _, line := range all {
		s[line] = true
	}
	return s
}

// wordSets reads lines of a name, a colon and the words of the set.
func wordSets(file string) map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for _, line := range lines(file) {
		name, words, _ := strings.Cut(line, ": ")
		s := map[string]bool{}
		for _, w := range strings.Fields(words) {
			s[w] = true
		}
		sets[name] = s
	}
	return sets
}

// genders reads lines of a word and, after a bar, m or f.
func genders(file string) map[string]byte {
	all := lines(file)
	g := make(map[string]byte, len(all))
	for _, line := range all {
		word, gender, _ := strings.Cut(line, "|")
		g[word] = (gender + "\x00")[0]
	}
	return g
}

// An entry is something the gazetteer knows by name.
type entry struct {
	name    string
	kind    fact.Kind
	state   bool   // a country
	capital *entry // the state of which this is the capital
	within  string // the country of a city or region, where only one has it
	generic string // the noun that may stand for it: "alliance"
}

// A name of an entry, and how it names it.
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
