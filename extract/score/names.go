package score

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// A Name is a name as a corpus marks it, with the corpus's own label.
type Name struct {
	text.Span
	Label string
}

// Kind folds the labels of the corpora as eval/names.py does; "" for labels
// that are not scored.
func (n Name) Kind() fact.Kind {
	switch strings.ToLower(n.Label) {
	case "per", "person", "politician":
		return fact.Person
	case "org", "organization", "organisation", "politicalparty":
		return fact.Organization
	case "loc", "location", "gpe", "place", "country":
		return fact.Place
	}
	return ""
}

// A Named is a document with its names. Its text is the tokens joined by
// spaces, a sentence a line.
type Named struct {
	Text      string
	Sentences [][]text.Span // the tokens of each
	Names     []Name
}

// ReadNames reads the CoNLL file at path: a token a line with its label after
// a tab, an empty line after a sentence. A file that parts no documents by
// -DOCSTART- gets a document of every twenty sentences.
func ReadNames(path string) ([]Named, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r nameReader
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if err := r.line(lines.Text()); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
	}
	r.sentence()
	r.flush()
	return r.all, lines.Err()
}

type nameReader struct {
	all    []Named
	marked bool
	read   int // sentences
	text   strings.Builder
	doc    Named
	tokens []text.Span
	open   bool // the last name may go on
}

func (r *nameReader) line(line string) error {
	switch {
	case strings.HasPrefix(line, "-DOCSTART-"):
		r.marked = true
		r.sentence()
		r.flush()
		return nil
	case strings.TrimSpace(line) == "":
		r.sentence()
		return nil
	}
	columns := strings.Split(line, "\t")
	if len(columns) < 2 {
		return fmt.Errorf("want a token, a tab and a label, got %q", line)
	}
	r.token(columns[0], columns[1])
	return nil
}

func (r *nameReader) token(form, label string) {
	if r.text.Len() > 0 {
		space := byte(' ')
		if len(r.tokens) == 0 {
			space = '\n'
		}
		r.text.WriteByte(space)
	}
	span := text.Span{Start: r.text.Len(), End: r.text.Len() + len(form)}
	r.text.WriteString(form)
	r.tokens = append(r.tokens, span)
	prefix, kind, named := strings.Cut(label, "-")
	switch {
	case !named:
		r.open = false
	case prefix == "B" || !r.open:
		r.doc.Names = append(r.doc.Names, Name{span, kind})
		r.open = true
	default:
		r.doc.Names[len(r.doc.Names)-1].End = span.End
	}
}

func (r *nameReader) sentence() {
	r.open = false
	if len(r.tokens) == 0 {
		return
	}
	r.doc.Sentences = append(r.doc.Sentences, r.tokens)
	r.tokens = nil
	if r.read++; !r.marked && r.read%20 == 0 {
		r.flush()
	}
}

func (r *nameReader) flush() {
	if r.text.Len() > 0 {
		r.doc.Text = r.text.String()
		r.all = append(r.all, r.doc)
	}
	r.text, r.doc = strings.Builder{}, Named{}
}
