package name

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data
var data embed.FS

// wordLists is the word lists under data/, read once when first needed.
type wordLists struct {
	first         map[string]byte // first names; 'm', 'f' or 0
	genders       map[string]byte // of more first names
	nouns         map[string]byte // that tell the gender of who bears them
	honorifics    map[string]byte
	surnames      map[string]bool
	roles         map[string]bool
	modifiers     map[string]bool
	organizations map[string]bool // words that end their names
	outletHeads   map[string]bool // words that begin the names of who brings news
	outletEnds    map[string]bool // words that may end them
	places        map[string]bool
	placeHeads    map[string]bool
	notNames      map[string]bool
	creeds        map[string]bool
	closed        map[string]bool
	groups        map[string]bool
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
	broader       map[string]map[string]bool // what else the holder of an office may be called
	known         gazetteer
}

// lists is the word lists, read when first needed. That cannot fail: the files
// are embedded, and a test reads every one.
var lists = sync.OnceValue(readLists)

func readLists() *wordLists {
	return &wordLists{
		first:         genders("first-names.txt"),
		genders:       genders("genders.txt"),
		nouns:         genders("gendered-nouns.txt"),
		honorifics:    genders("honorifics.txt"),
		surnames:      set("surnames.txt"),
		roles:         set("roles.txt"),
		modifiers:     set("modifiers.txt"),
		organizations: set("organization-words.txt"),
		outletHeads:   set("outlet-heads.txt"),
		outletEnds:    set("outlet-ends.txt"),
		places:        set("place-words.txt"),
		placeHeads:    set("place-heads.txt"),
		notNames:      set("not-names.txt"),
		creeds:        set("creeds.txt"),
		closed:        set("closed.txt"),
		groups:        set("groups.txt"),
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
		broader:       wordSets("broader.txt"),
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
