package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// An opened is the list that an article was opened from, which its address
// names: of a story (story=12) or of a search (q=harbour), else the library.
type opened struct {
	story int64
	query string
}

func readOpened(q url.Values) opened {
	story, _ := strconv.ParseInt(q.Get("story"), 10, 64)
	return opened{story: story, query: q.Get("q")}
}

// values is what addresses of the article carry of the list.
func (o opened) values() url.Values {
	q := url.Values{}
	if o.story != 0 {
		q.Set("story", strconv.FormatInt(o.story, 10))
	} else if o.query != "" {
		q.Set("q", o.query)
	}
	return q
}

// withQuery is an address with more in its query.
func withQuery(href string, more url.Values) string {
	u, err := url.Parse(href)
	if err != nil || len(more) == 0 {
		return href
	}
	path, fragment, found := strings.Cut(href, "#")
	if sep := "?"; u.RawQuery == "" {
		path += sep + more.Encode()
	} else {
		path += "&" + more.Encode()
	}
	if found {
		path += "#" + fragment
	}
	return path
}

// stay is an address with the list that its article was opened from, where the
// form was on a page of the same article.
func stay(r *http.Request, to string) string {
	u, err := url.Parse(to)
	from, err2 := url.Parse(back(r, ""))
	if err != nil || err2 != nil || u.Path != from.Path || !strings.HasPrefix(u.Path, "/articles/") {
		return to
	}
	if has := readOpened(u.Query()); has != (opened{}) {
		return to
	}
	return withQuery(to, readOpened(from.Query()).values())
}

// How many articles the list beside the text has, newer and older ones.
const (
	newerBeside = 6
	olderBeside = 14
)

// beside is the list beside the text of an article.
func (o opened) beside(tx *store.Tx, article int64) (n view.Neighbours, lines []store.Listed, err error) {
	n.Heading = "Library"
	if o.query != "" && o.story == 0 {
		n.Heading, n.Href = "Search: "+clip(o.query), searchAddress(o.query)
		lines, err = tx.Around(store.ParseQuery(o.query), article, newerBeside, olderBeside)
		return n, lines, err
	}
	if o.story != 0 {
		t, err := tx.Story(o.story)
		if err != nil {
			return n, nil, err
		}
		held, err := tx.ArticlesOfStory(t.ID)
		if err != nil {
			return n, nil, err
		}
		n.Heading, n.Href = t.Name+" · "+plural(held, "article", "articles"), storyHref(t.ID)
	}
	newer, err := tx.Library(store.Filter{After: article, Story: o.story}, newerBeside)
	if err != nil {
		return n, nil, err
	}
	older, err := tx.Library(store.Filter{Before: article + 1, Story: o.story}, olderBeside)
	return n, append(newer, older...), err
}
