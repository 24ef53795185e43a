package article

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// linked is what a page's JSON-LD says of its article, in the words of
// schema.org.
type linked struct {
	headline, body, published, publisher, url, language string
	author                                              []string
}

// linkedDepth is how deep an article may lie in JSON-LD.
const linkedDepth = 8

// A graph is all the objects in a page's JSON-LD.
type graph struct {
	byID  map[string]map[string]any
	nodes []map[string]any // outermost first, in order
}

// linkedOf reads the JSON-LD of a page: single objects, arrays and @graph,
// with references by @id followed. Of several articles the first counts.
func linkedOf(scripts []string) linked {
	g := graph{byID: map[string]map[string]any{}}
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(bare(s)), &v) == nil {
			g.add(v, linkedDepth)
		}
	}
	for _, wanted := range []func(string) bool{isArticle, isPage} {
		for _, n := range g.nodes {
			if wanted(kindOf(n)) {
				return g.article(n)
			}
		}
	}
	return linked{}
}

// isArticle reports whether kind is one of schema.org's articles.
func isArticle(kind string) bool {
	return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "BlogPosting") ||
		kind == "Report" || kind == "Review" || kind == "ClaimReview"
}

func isPage(kind string) bool { return kind == "WebPage" || kind == "ItemPage" }

// bare is a script without the comment marks that hide it from old browsers,
// and with the control characters that JSON does not allow made blanks.
func bare(script string) string {
	s := strings.TrimSpace(script)
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, mark))
	}
	for _, mark := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, mark))
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// add takes up v and what lies in it, arrays and the parts of a page, as
// objects of their own.
func (g *graph) add(v any, depth int) {
	if depth == 0 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			g.add(item, depth-1)
		}
	case map[string]any:
		g.nodes = append(g.nodes, v)
		if id, ok := v["@id"].(string); ok && len(v) > 1 && g.byID[id] == nil {
			g.byID[id] = v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			g.add(v[key], depth-1)
		}
	}
}

// article is what n says, the publication date in doubt from the page it is on.
func (g *graph) article(n map[string]any) linked {
	l := linked{
		headline:  g.name(n["headline"], "name"),
		body:      paragraphed(n["articleBody"]),
		published: word(n["datePublished"]),
		publisher: g.name(n["publisher"], "name"),
		url:       g.name(n["url"], "@id"),
		language:  g.name(n["inLanguage"], "alternateName"),
		author:    g.authors(n["author"]),
	}
	if l.url == "" {
		l.url = g.name(n["mainEntityOfPage"], "@id")
	}
	return l
}

// name is v itself when it is a word, and else what the object v is or refers
// to has under key; of a list the first.
func (g *graph) name(v any, key string) string {
	switch v := v.(type) {
	case string:
		return word(v)
	case []any:
		if len(v) > 0 {
			return g.name(v[0], key)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && word(v[key]) == "" && g.byID[id] != nil {
			v = g.byID[id]
		}
		return word(v[key])
	}
	return ""
}

func (g *graph) authors(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var all []string
	for _, item := range list {
		if name := g.name(item, "name"); name != "" && !web(name) {
			all = append(all, name)
		}
	}
	return all
}

// word is v on one line when it is a string, with the entities that pages put
// into JSON by mistake resolved.
func word(v any) string {
	switch v := v.(type) {
	case string:
		return spaced(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return word(v[0])
		}
	}
	return ""
}

// paragraphed is v when it is a string, its lines made paragraphs.
func paragraphed(v any) string {
	var p paragraphs
	s, _ := v.(string)
	for line := range strings.Lines(html.UnescapeString(s)) {
		p.text(line)
		p.end()
	}
	return p.String()
}

// kindOf is the @type of n; of several the one that is an article's.
func kindOf(n map[string]any) string {
	list, ok := n["@type"].([]any)
	if !ok {
		return word(n["@type"])
	}
	for _, v := range list {
		if isArticle(word(v)) {
			return word(v)
		}
	}
	return word(n["@type"])
}
