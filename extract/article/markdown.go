package article

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads the article out of a Markdown file: its front matter, then
// headings, paragraphs, items and rows as paragraphs without their marks. A
// first heading of level one is the title when the front matter has none.
func markdown(s string) *Article {
	a := &Article{}
	source := []byte(a.frontMatter(s))
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(text.NewReader(source))
	if h, ok := root.FirstChild().(*ast.Heading); ok && h.Level == 1 {
		title := spaced((&prose{source: source}).words(h))
		if a.Title == "" || sameName(title, a.Title) {
			a.Title = title
			root.RemoveChild(root, h)
		}
	}
	m := prose{source: source}
	a.Text = m.words(root)
	return a
}

// frontMatter takes the lines between "---" and "---" off the top of s and
// reads those of "key: value" and the "- value" after an empty key.
func (a *Article) frontMatter(s string) string {
	matter, ok := strings.CutPrefix(s, "---\n")
	matter, rest, closed := strings.Cut(matter, "\n---\n")
	if !ok || !closed {
		return s
	}
	field := ""
	for line := range strings.Lines(matter) {
		line = strings.TrimSpace(line)
		value, listed := strings.CutPrefix(line, "- ")
		if !listed {
			var key string
			key, value, _ = strings.Cut(line, ":")
			field = fields[strings.ToLower(strings.TrimSpace(key))]
		}
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		switch {
		case value == "":
		case listed && field == "author":
			a.Byline = append(a.Byline, value)
		default:
			a.field(field, value)
		}
	}
	return rest
}

// Prose is being read out of the tree of its Markdown.
type prose struct {
	source []byte
	paragraphs
}

// words is the text under n.
func (m *prose) words(n ast.Node) string {
	_ = ast.Walk(n, m.node) // node gives no error
	return m.paragraphs.String()
}

// node takes up the words of n, and ends a paragraph where a block begins or
// ends.
func (m *prose) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Type() == ast.TypeBlock && n.Kind() != east.KindTableCell {
		m.end()
	}
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Text:
		m.text(m.resolved(n.Segment.Value(m.source), n.IsRaw()))
		if n.HardLineBreak() {
			m.lineBreak()
		} else if n.SoftLineBreak() {
			m.text(" ")
		}
	case *ast.String:
		m.text(string(n.Value))
	case *ast.AutoLink:
		m.text(string(n.Label(m.source)))
	case *east.TableCell:
		m.text(" ")
	case *ast.Image:
		return ast.WalkSkipChildren, nil
	case *ast.HTMLBlock:
		m.open.WriteString(wordsOf(string(n.Lines().Value(m.source))))
		m.end()
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.open.Write(n.Lines().Value(m.source))
		m.end()
	}
	return ast.WalkContinue, nil
}

// resolved is the words of b with escapes and entities resolved, which raw
// words, those of code, have none of.
func (m *prose) resolved(b []byte, raw bool) string {
	if raw {
		return string(b)
	}
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b))))
}
