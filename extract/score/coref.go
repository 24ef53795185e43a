package score

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A Class is a class of words that refer to who was named elsewhere.
type Class string

const (
	He        Class = "he/she" // and their other forms
	It        Class = "it"     // and its other forms
	They      Class = "they"   // and its other forms
	Described Class = "the …"  // a person by description: "the minister", "this engineer"
)

// Classes lists the classes in the order in which they are reported.
var Classes = [...]Class{He, It, They, Described}

// pronounClass is the forms of the pronouns that are scored.
var pronounClass = map[string]Class{
	"he": He, "him": He, "his": He, "himself": He, "she": He, "her": He, "hers": He, "herself": He,
	"it": It, "its": It, "itself": It,
	"they": They, "them": They, "their": They, "theirs": They, "themselves": They,
}

// A Reference is one gold mention of a class and what was found there.
type Reference struct {
	text.Span
	Class  Class
	Genre  string
	Want   string // a name of its chain as the text gives it, "" when the chain has none
	Linked string // the name of the entity that a found mention there belongs to, "" for none
	Right  bool   // that entity stands for the chain of the reference
}

// Coref judges the links of found, the entities of d's text. A reference is a
// pronoun of third person, or a person described by "the", "this" or "that"
// that stands alone, not beside its name. It counts as linked when a mention of
// an entity lies on it: on the same span for a pronoun, from the same start
// for a description, which gold ends with its relative clauses. An entity
// stands for the chain that most of its names and aliases lie on; linked is
// right when that is the chain of the reference. Where the chain has no name,
// leaving the reference alone is right and is not counted.
func Coref(d Document, found []fact.Entity) []Reference {
	g := chainsOf(d)
	linked := map[text.Span]*fact.Entity{}
	described := map[int]*fact.Entity{}
	chain := map[*fact.Entity]string{}
	for i := range found {
		e := &found[i]
		chain[e] = g.chain(e)
		for _, m := range e.Mentions {
			linked[m.Span] = e
			described[m.Span.Start] = e
		}
	}
	var all []Reference
	for _, m := range d.Mentions {
		class := g.class(m)
		if class == "" {
			continue
		}
		e := linked[m.Span]
		if class == Described {
			e = described[m.Start]
		}
		r := Reference{Span: m.Span, Class: class, Genre: d.Genre, Want: g.name[m.Coref]}
		if e != nil {
			r.Linked, r.Right = e.Name, chain[e] == m.Coref
		}
		if r.Right && r.Want == "" {
			r.Want = e.Name // a name that gold takes for none
		}
		all = append(all, r)
	}
	return all
}

// CountLinks counts the references of a class: Gold those whose chain has a
// name, Found those that are linked, Right those that are linked to it.
func CountLinks(all []Reference, class Class) Count {
	var c Count
	for _, r := range all {
		if r.Class == class {
			c = c.Add(r.count())
		}
	}
	return c
}

func (r Reference) count() (c Count) {
	if r.Want != "" {
		c.Gold = 1
	}
	if r.Linked != "" {
		c.Found = 1
	}
	if r.Right {
		c.Right = 1
	}
	return c
}

// CorefFile is the references in the documents at path, in the format of
// ReadDocuments, judged against what find gives for their text.
func CorefFile(path string, find func(*text.Text) []fact.Entity) ([]Reference, error) {
	documents, err := ReadDocuments(path)
	if err != nil {
		return nil, err
	}
	var all []Reference
	for _, d := range documents {
		all = append(all, Coref(d, find(text.Of(d.Text)))...)
	}
	return all, nil
}

// chains is what gold says of a document: its mentions by length, and a name
// for every chain that has one.
type chains struct {
	d      Document
	sorted []Mention
	name   map[string]string
	named  map[string][]text.Span
}

func chainsOf(d Document) chains {
	g := chains{d: d, sorted: slices.Clone(d.Mentions), name: map[string]string{}, named: map[string][]text.Span{}}
	slices.SortStableFunc(g.sorted, func(a, b Mention) int { return cmp.Compare(a.Len(), b.Len()) })
	for _, m := range d.Mentions {
		if m.Named {
			g.named[m.Coref] = append(g.named[m.Coref], m.Span)
			if g.name[m.Coref] == "" {
				g.name[m.Coref] = d.Text[m.Start:m.End]
			}
		}
	}
	return g
}

// class is the class of m, "" when it is not scored.
func (g chains) class(m Mention) Class {
	words := strings.Fields(strings.ToLower(g.d.Text[m.Start:m.End]))
	switch {
	case len(words) == 0:
		return ""
	case len(words) == 1:
		return pronounClass[words[0]]
	case m.Named || m.Type != "person" || g.beside(m):
		return ""
	case words[0] == "the" || words[0] == "this" || words[0] == "that":
		return Described
	}
	return ""
}

// beside reports whether a name of its own chain stands in m or touches it but
// for a comma, as in "the engineer, Anna Elde".
func (g chains) beside(m Mention) bool {
	wide := text.Span{Start: m.Start - len(", ") - 1, End: m.End + len(", ") + 1}
	return slices.ContainsFunc(g.named[m.Coref], wide.Overlaps)
}

// chain is the chain that most names of e lie on, the first of equals.
func (g chains) chain(e *fact.Entity) string {
	votes := map[string]int{}
	best := ""
	for _, m := range e.Mentions {
		if m.How != fact.ByName && m.How != fact.ByAlias {
			continue
		}
		c := g.at(m.Span)
		votes[c]++
		if c != "" && votes[c] > votes[best] {
			best = c
		}
	}
	return best
}

// at is the chain of the shortest mention that holds s, else of the longest
// that lies in it, else "".
func (g chains) at(s text.Span) string {
	inside := ""
	for _, m := range g.sorted {
		if m.Contains(s) {
			return m.Coref
		}
		if s.Contains(m.Span) {
			inside = m.Coref
		}
	}
	return inside
}
