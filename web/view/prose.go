package view

import (
	"context"
	"io"

	"github.com/a-h/templ"
)

// prose is the segments with their marks and numbers. It is written by hand,
// since a template puts white space between its parts and the text of an
// article is never altered.
func (m Article) prose(list []Segment) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		for _, s := range list {
			if err := m.segment(ctx, w, s); err != nil {
				return err
			}
		}
		return nil
	})
}

// segment is a run of text; before it the places that cards lead to, after it
// the numbers of the marks that end with it, each a link to its card.
func (m Article) segment(ctx context.Context, w io.Writer, s Segment) error {
	for _, k := range s.beginning() {
		if err := element(ctx, w, "span", templ.OrderedAttributes{{Key: "id", Value: InText(k.Key, k.Begins)}}, plain(w, "")); err != nil {
			return err
		}
	}
	if err := marked(ctx, w, s.Text, m.markAttributes(s)); err != nil {
		return err
	}
	for _, k := range s.ending() {
		a := templ.OrderedAttributes{{Key: "href", Value: m.at(TabFacts, k.Key)}, {Key: "aria-label", Value: k.label()}}
		if err := element(ctx, w, "sup", nil, func() error { return element(ctx, w, "a", a, plain(w, k.Number)) }); err != nil {
			return err
		}
	}
	return nil
}

// kwic is a matching line, its hits marked.
func kwic(line []Piece) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		for _, p := range line {
			var a templ.OrderedAttributes
			if p.Hit {
				a = templ.OrderedAttributes{{Key: "class", Value: "hit"}}
			}
			if err := marked(ctx, w, p.Text, a); err != nil {
				return err
			}
		}
		return nil
	})
}

// sentence is parts of one sentence, some of them links, with nothing between.
func sentence(parts []Link) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		for _, p := range parts {
			inner := plain(w, p.Text)
			if p.Href != "" {
				inner = func() error {
					return element(ctx, w, "a", templ.OrderedAttributes{{Key: "href", Value: p.Href}}, plain(w, p.Text))
				}
			}
			if err := inner(); err != nil {
				return err
			}
		}
		return nil
	})
}

// marked is text in a mark with the attributes, or plain when there are none.
func marked(ctx context.Context, w io.Writer, text string, a templ.OrderedAttributes) error {
	if len(a) == 0 {
		return plain(w, text)()
	}
	return element(ctx, w, "mark", a, plain(w, text))
}

// plain writes text, escaped.
func plain(w io.Writer, text string) func() error {
	return func() error {
		_, err := io.WriteString(w, templ.EscapeString(text))
		return err
	}
}

// element writes an element around what inner writes.
func element(ctx context.Context, w io.Writer, name string, a templ.OrderedAttributes, inner func() error) error {
	if _, err := io.WriteString(w, "<"+name); err != nil {
		return err
	}
	if err := templ.RenderAttributes(ctx, w, a); err != nil {
		return err
	}
	if _, err := io.WriteString(w, ">"); err != nil {
		return err
	}
	if err := inner(); err != nil {
		return err
	}
	_, err := io.WriteString(w, "</"+name+">")
	return err
}

// changed is words with those that the other version lacks marked, and nothing
// between them.
func changed(list []Change) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		for _, c := range list {
			inner := plain(w, c.Text)
			if c.Mark != InBoth {
				inner = func() error { return element(ctx, w, string(c.Mark), nil, plain(w, c.Text)) }
			}
			if err := inner(); err != nil {
				return err
			}
		}
		return nil
	})
}
