package article

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// A body is what the extractors find in a page.
type body struct {
	text   string
	author string
}

// What a page may have to be given to the extractors, who take a second for
// each megabyte of words and more than that where elements are many. The
// largest of 250 saved news pages has 14,000 nodes.
const (
	nodeLimit = 60_000
	wordLimit = 4 << 20 // bytes
)

// treeOf is the tree of a page, nil when its elements are nested too deep for
// one and when it is too large for the extractors.
func treeOf(page string) *html.Node {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	nodes, words := 0, 0
	for n := range root.Descendants() {
		nodes++
		if n.Type == html.TextNode && !unread[n.Parent.DataAtom] {
			words += len(n.Data)
		}
		if nodes > nodeLimit || words > wordLimit {
			return nil
		}
	}
	return root
}

// shortBody is the length in bytes under which trafilatura takes words from
// all over the page, some of them twice; what readability finds is better then.
const shortBody = 500

// bodyOf is the article's own words in the page under root. It is empty when
// the extractors find none, and when one of them breaks on the page.
func bodyOf(root *html.Node, address *url.URL) (found body) {
	if root == nil {
		return body{}
	}
	defer func() {
		if recover() != nil {
			found = body{} // third-party code on any bytes
		}
	}()
	var candidates trafilatura.FallbackCandidates
	if readable, err := readability.FromDocument(root, address); err == nil {
		candidates.Readability = readable.Node // trafilatura asks the distiller itself
	}
	readable := ""
	if candidates.Readability != nil {
		readable = wordsIn(candidates.Readability) // before trafilatura alters it
	}
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL:        address,
		EnableFallback:     true,
		FallbackCandidates: &candidates,
		ExcludeComments:    true,
		HtmlDateMode:       trafilatura.Disabled,
	})
	if err != nil {
		return body{text: readable} // it says that there is too little text
	}
	found = body{text: wordsIn(result.ContentNode), author: result.Metadata.Author}
	if len(found.text) < shortBody && readable != "" {
		found.text = readable
	}
	return found
}
