package article

import (
	"net/url"
	"strings"
)

// page reads the article out of a web page that came from source.
func page(text, source string) *Article {
	h := headOf(text)
	ld := linkedOf(h.scripts)
	a := &Article{
		Outlet:   outletOf(&h, &ld),
		URL:      addressOf(&h, &ld, source),
		Language: languageTag(first(h.lang, ld.language, h.metaFirst("og:locale"))),
	}
	a.Title = titleOf(&h, &ld, a.Outlet)
	address, err := url.Parse(a.URL)
	if err != nil {
		address = nil
	}
	root := treeOf(text)
	b := bodyOf(root, address)
	a.Text = first(b.text, ld.body)
	if a.Text == "" {
		a.Text = wordsOf(text)
	}
	a.Text = withoutTitle(a.Text, a.Title)
	a.Byline = bylineOf(&h, &ld, b.author)
	a.Published, a.PublishedFrom = dateOf(&h, &ld, root, a.URL)
	return a
}

// addressOf is where the page says it belongs, or else where it was saved from.
func addressOf(h *head, ld *linked, source string) string {
	for _, address := range []string{h.canonical, h.metaFirst("og:url"), h.saved, source, ld.url} {
		if web(address) {
			return address
		}
	}
	return ""
}

// outletOf is the name of the site or paper.
func outletOf(h *head, ld *linked) string {
	return first(h.metaFirst("og:site_name"), ld.publisher, h.metaFirst("application-name", "dc.publisher", "citation_journal_title", "publisher"))
}

// bylineOf is the names of the authors as the page gives them. Author is what
// trafilatura makes of the page, which knows most layouts; but it drops those
// of several authors that JSON-LD only refers to.
func bylineOf(h *head, ld *linked, author string) []string {
	var all []string
	for name := range strings.SplitSeq(author, ";") {
		if name = spaced(name); name != "" {
			all = append(all, name)
		}
	}
	if len(ld.author) > len(all) {
		return ld.author
	}
	if name := h.metaFirst("author", "dc.creator"); len(all) == 0 && name != "" && !web(name) {
		all = []string{name}
	}
	return all
}
