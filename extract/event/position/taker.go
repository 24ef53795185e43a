package position

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"

	"onrecord/extract/fact"
)

//go:embed data/takers.txt
var takerFile string

// A place says where a word has its topic; any that is not named here is the
// preposition before it.
type place string

const (
	object  place = "obj"
	thing   place = "thing" // an object that is no person and no body
	clause  place = "that"
	willing place = "will" // a clause with "should", "must", "will"
	told    place = "told" // a clause with "that" behind whom it is told
	deed    place = "do"
	order   place = "order" // an infinitive that another is to do
	gerund  place = "doing"
	small   place = "small"  // an object that is called bad
	reason  place = "objfor" // what follows "for" behind an object: "criticized Hydra for"
	measure place = "rule"   // an object that binds others
	hurting place = "blow"   // an object that hurts
	shared  place = "pact"   // a treaty, talks
	before  place = "is"     // what a preposition stands before: "is against the plan"
)

// A view is the stance that a word takes on what stands at a place, by itself
// and negated: 1 for, -1 against, 0 none.
type view struct {
	place          place
	plain, negated int
	act            fact.Act
	group          string
}

// wish reports whether v is what one wants to do oneself: "wants to leave".
func (v view) wish() bool {
	return v.place == deed && v.negated != 0 && v.act == fact.Demand
}

// An example is a sentence with the positions in it.
type example struct{ group, text, want string }

// A lexicon is the words of data/takers.txt, by class ("verbs", "nouns" …) and
// lemma, with their views in the order in which they are tried.
type lexicon struct {
	words    map[string]map[string][]view
	examples []example
}

var takers = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[string]map[string][]view{}}
	var group []view
	for line := range strings.Lines(takerFile) {
		line = strings.TrimSpace(line)
		if heading, ok := strings.CutPrefix(line, "["); ok {
			group = readGroup(strings.TrimSuffix(heading, "]"))
		} else if key, rest, ok := strings.Cut(line, ":"); ok && group != nil {
			l.add(group, key, rest)
		}
	}
	return l
})

// readGroup reads the heading of a group: "name | act | places".
func readGroup(heading string) []view {
	parts := strings.Split(heading, " | ")
	if len(parts) != 3 {
		return nil
	}
	var views []view
	for _, f := range strings.Fields(parts[2]) {
		v := readView(f, fact.Act(parts[1]))
		v.group = parts[0]
		views = append(views, v)
	}
	return views
}

// readView reads one place of a group whose words do act: "on+", "for+@demand".
func readView(f string, act fact.Act) view {
	f, other, _ := strings.Cut(f, "@")
	v := view{place: place(f[:len(f)-1]), act: cmp.Or(fact.Act(other), act)}
	switch f[len(f)-1] {
	case '+':
		v.plain = 1
	case '-':
		v.plain = -1
	case '*':
		v.plain, v.negated = 1, -1
	case '!':
		v.negated = -1
	}
	return v
}

// add reads one line of a group: its words of a class, or an example.
func (l *lexicon) add(group []view, key, rest string) {
	if key == "example" {
		text, want, _ := strings.Cut(rest, " |")
		l.examples = append(l.examples, example{group[0].group, strings.TrimSpace(text), strings.TrimSpace(want)})
		return
	}
	if l.words[key] == nil {
		l.words[key] = map[string][]view{}
	}
	for _, w := range strings.Fields(rest) {
		w = strings.ReplaceAll(w, "_", " ")
		l.words[key][w] = append(l.words[key][w], group...)
	}
}

// views is the positions that token i can take, none for most words. A verb is
// looked up with its particle; one whose particle makes it another has none.
func (r *reader) views(i int) []view {
	words := takers().words
	switch r.tags[i].UPOS() {
	case "VERB":
		if v := words["adjectives"][r.word(i)]; v != nil && r.passive(i) && r.childAs(i, "obl:agent") < 0 {
			return v // "is opposed to", "was committed to"
		}
		if v := words["verbs"][r.phrasal(i)]; v != nil {
			return v
		}
		if r.childAs(i, "compound:prt") == i+1 {
			return nil
		}
		if v := words["verbs"][r.lemma(i)]; v != nil {
			return v
		}
		return words["verbs"][strings.TrimSuffix(r.word(i), "d")] // where the lemma of "reneged" is wrong
	case "NOUN":
		return words["nouns"][r.lemma(i)]
	case "ADJ":
		return words["adjectives"][r.word(i)]
	case "ADP":
		return words["prepositions"][r.word(i)]
	}
	return nil
}

// phrasal is the verb at token i with the word behind it: "give in".
func (r *reader) phrasal(i int) string { return r.lemma(i) + " " + r.word(i+1) }

// isPhrasal reports whether the verb at token i is listed with the word behind it.
func (r *reader) isPhrasal(i int) bool {
	return r.tags[i].UPOS() == "VERB" && takers().words["verbs"][r.phrasal(i)] != nil
}

// passive reports whether token i is a participle that something is done to.
func (r *reader) passive(i int) bool {
	return r.tags[i].XPOS() == "VBN" && (r.childAs(i, "aux:pass", "nsubj:pass") >= 0 || r.childAs(i, "aux") < 0 && r.arcs[i].Label == "acl")
}
