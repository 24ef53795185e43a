package spot

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/score"
	"onrecord/extract/syntax/tag"
	"onrecord/extract/text"
)

// sources lists the corpora that the model is learned from.
var sources = []string{"worldwide.train.conll", "politics.train.conll", "wikigold.conll"}

// folded is the kind of name that each label of the corpora is; what is not
// here, as dates, is no name.
var folded = map[string]fact.Kind{
	"per": fact.Person, "person": fact.Person, "politician": fact.Person,
	"org": fact.Organization, "organization": fact.Organization, "organisation": fact.Organization, "politicalparty": fact.Organization,
	"loc": fact.Place, "location": fact.Place, "country": fact.Place,
	"norp":     fact.Group,
	"facility": fact.Other, "product": fact.Other, "misc": fact.Other, "event": fact.Other, "election": fact.Other,
}

// A document is an example: a text, and the names that people marked in it.
type document struct {
	text  *text.Text
	tags  []tag.Tag
	names []Name
}

// readDocuments reads the documents of the corpora, which lie below dir.
func readDocuments(dir string) ([]document, error) {
	var all []document
	for _, name := range sources {
		marked, err := score.ReadNames(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("reading texts with names: %w", err)
		}
		for _, m := range marked {
			all = append(all, documentOf(m))
		}
	}
	return all, nil
}

// documentOf is m with its words as this program finds them.
func documentOf(m score.Named) document {
	d := document{text: text.Of(m.Text)}
	d.tags = tag.Find(d.text)
	for _, n := range m.Names {
		if kind := folded[strings.ToLower(n.Label)]; kind != "" {
			d.mark(n.Span, kind)
		}
	}
	return d
}

// mark adds the name at span, of which the tokens that hold its ends are part.
func (d *document) mark(span text.Span, kind fact.Kind) {
	first, last := d.text.TokenAt(span.Start), d.text.TokenAt(span.End-1)+1
	if n := len(d.names); first < last && (n == 0 || d.names[n-1].Last <= first) {
		d.names = append(d.names, Name{First: first, Last: last, Kind: kind})
	}
}

// gold is the labels of the tokens of u; a name that reaches over its end is
// none.
func (d *document) gold(u unit) []label {
	path := make([]label, u.last-u.first)
	for _, n := range d.names {
		if n.First < u.first || n.Last > u.last {
			continue
		}
		k := slices.Index(kinds[:], n.Kind)
		for i := n.First; i < n.Last; i++ {
			path[i-u.first] = labelOf(k, partOf(i, n.First, n.Last))
		}
	}
	return path
}
