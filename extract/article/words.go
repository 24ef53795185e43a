package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inline are the elements that part no words from those around them.
var inline = set(
	atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data,
	atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Q, atom.Rp,
	atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup,
	atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr,
)

// unread are the elements whose words are not for readers.
var unread = set(
	atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe, atom.Noframes, atom.Textarea,
	atom.Select, atom.Button, atom.Svg, atom.Math, atom.Object, atom.Canvas, atom.Audio, atom.Video, atom.Title,
)

func set(atoms ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(atoms))
	for _, a := range atoms {
		m[a] = true
	}
	return m
}

// wordsOf is all the words of a page, each block a paragraph. It serves where
// the body cannot be told from the rest, and minds no nesting.
func wordsOf(page string) string {
	var p paragraphs
	z := html.NewTokenizer(strings.NewReader(page))
	for hidden := atom.Atom(0); ; {
		switch z.Next() {
		case html.ErrorToken:
			return p.String()
		case html.TextToken:
			if hidden == 0 {
				p.text(string(z.Text()))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			if hidden == 0 && unread[tag] {
				hidden = tag
			}
			p.element(tag)
		case html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			if tag == hidden {
				hidden = 0
			}
			p.element(tag)
		}
	}
}

// wordsIn is the words under n, each block a paragraph.
func wordsIn(n *html.Node) string {
	var p paragraphs
	p.node(n)
	return p.String()
}

// paragraphs gathers words into paragraphs parted by blank lines.
type paragraphs struct {
	done strings.Builder
	open strings.Builder // the paragraph that is being gathered
}

func (p *paragraphs) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		p.text(n.Data)
		return
	case n.Type == html.ElementNode && unread[n.DataAtom]:
		return
	}
	if n.Type == html.ElementNode {
		p.element(n.DataAtom)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.node(c)
	}
	if n.Type == html.ElementNode && n.DataAtom != atom.Br {
		p.element(n.DataAtom)
	}
}

// text adds words; runs of white space become one blank, as browsers show
// them, with no-break spaces kept.
func (p *paragraphs) text(s string) {
	for _, r := range s {
		if r == '\u00a0' || !unicode.IsSpace(r) {
			p.open.WriteRune(r)
			continue
		}
		if held := p.open.String(); held != "" && !strings.HasSuffix(held, " ") && !strings.HasSuffix(held, "\n") {
			p.open.WriteByte(' ')
		}
	}
}

// element parts words where the element named begins or ends.
func (p *paragraphs) element(tag atom.Atom) {
	switch {
	case tag == atom.Br:
		p.lineBreak()
	case tag == atom.Td || tag == atom.Th:
		p.text(" ")
	case !inline[tag]:
		p.end()
	}
}

// lineBreak is one line break within a paragraph; two end it.
func (p *paragraphs) lineBreak() {
	if strings.HasSuffix(p.open.String(), "\n") {
		p.end()
	} else if p.open.Len() > 0 {
		p.open.WriteByte('\n')
	}
}

func (p *paragraphs) end() {
	words := strings.ReplaceAll(strings.TrimSpace(p.open.String()), " \n", "\n")
	p.open.Reset()
	if strings.IndexFunc(words, isWord) < 0 {
		return
	}
	if p.done.Len() > 0 {
		p.done.WriteString("\n\n")
	}
	p.done.WriteString(words)
}

// String is the paragraphs so far.
func (p *paragraphs) String() string {
	p.end()
	return p.done.String()
}
