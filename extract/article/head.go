package article

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A head is what a page says about itself: its title, meta tags, JSON-LD and
// the comment of the program that saved it.
type head struct {
	lang      string
	title     string            // the title element
	h1        []string          // level-one headings
	meta      map[string]string // by lower-case name, property or itemprop; the first wins
	times     []string          // datetime of time elements marked as the publication date
	canonical string
	saved     string // address in a comment of the program that saved the page
	scripts   []string
}

// addressInComment finds the address in "Page saved with SingleFile url: …"
// and in "saved from url=(0025)…".
var addressInComment = regexp.MustCompile(`(?i)\burl: *(https?://\S+)|saved from url=\(\d+\)(https?://\S+)`)

// headOf reads a page once, in time proportional to its length and however
// deep its elements are nested.
func headOf(page string) head {
	h := head{meta: map[string]string{}}
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return h
		case html.CommentToken:
			h.comment(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			h.tag(z)
		}
	}
}

func (h *head) comment(text string) {
	if m := addressInComment.FindStringSubmatch(text[:min(len(text), 4<<10)]); m != nil && h.saved == "" {
		h.saved = m[1] + m[2]
	}
}

// tag notes what the tag that z stands at says.
func (h *head) tag(z *html.Tokenizer) {
	name, more := z.TagName()
	switch atom.Lookup(name) {
	case atom.Html:
		if a := attributes(z, more); h.lang == "" {
			h.lang = first(a["lang"], a["xml:lang"])
		}
	case atom.Title:
		if text := content(z, atom.Title); h.title == "" {
			h.title = text
		}
	case atom.H1:
		if text := content(z, atom.H1); text != "" {
			h.h1 = append(h.h1, text)
		}
	case atom.Meta:
		h.metaTag(attributes(z, more))
	case atom.Link:
		if a := attributes(z, more); h.canonical == "" && strings.EqualFold(a["rel"], "canonical") {
			h.canonical = strings.TrimSpace(a["href"])
		}
	case atom.Time:
		a := attributes(z, more)
		if _, ok := a["pubdate"]; ok || strings.EqualFold(a["itemprop"], "datePublished") {
			h.times = append(h.times, a["datetime"])
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attributes(z, more)["type"]), "ld+json") && z.Next() == html.TextToken {
			h.scripts = append(h.scripts, string(z.Text()))
		}
	}
}

func (h *head) metaTag(a map[string]string) {
	value := strings.TrimSpace(a["content"])
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if key := strings.ToLower(strings.TrimSpace(a[key])); key != "" && value != "" && h.meta[key] == "" {
			h.meta[key] = value
		}
	}
}

// attributes are those of the tag that z stands at; of two of one name the
// first counts.
func attributes(z *html.Tokenizer, more bool) map[string]string {
	a := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if _, ok := a[string(key)]; !ok {
			a[string(key)] = string(value)
		}
	}
	return a
}

// contentLength is the most bytes of a title or heading that are read.
const contentLength = 1 << 10

// content is the words up to the end tag of name, or to the next element that
// cannot lie in it.
func content(z *html.Tokenizer, name atom.Atom) string {
	var b strings.Builder
	for b.Len() < contentLength {
		switch z.Next() {
		case html.TextToken:
			b.Write(z.Text())
		case html.EndTagToken:
			if tag, _ := z.TagName(); atom.Lookup(tag) == name {
				return spaced(b.String())
			}
		case html.StartTagToken:
			tag, _ := z.TagName()
			if !inline[atom.Lookup(tag)] {
				b.WriteByte(' ')
			}
		case html.ErrorToken:
			return spaced(b.String())
		}
	}
	return spaced(strings.ToValidUTF8(b.String(), ""))
}

// metaFirst is the first of the meta tags named that the page has.
func (h *head) metaFirst(names ...string) string {
	for _, name := range names {
		if v := h.meta[name]; v != "" {
			return spaced(html.UnescapeString(v))
		}
	}
	return ""
}
