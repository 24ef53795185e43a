package web

import (
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// fillNews is what happened to a story since the user looked at it.
func fillNews(tx *store.Tx, m *view.Story, t store.Story, offers []store.Offer) error {
	n, err := tx.News(t.ID)
	if err != nil {
		return err
	}
	here, err := tx.Here()
	if err != nil {
		return err
	}
	v := &m.News
	v.Since, v.Seq, v.Document = moment(n.Seen.At), strconv.FormatInt(here.Seq, 10), strconv.FormatInt(here.Document, 10)
	if n.Seen.At == "" {
		v.Since = moment(t.Made)
	}
	for _, a := range n.Articles {
		v.Articles = append(v.Articles, storyArticle(t, a))
	}
	for _, x := range n.Statements {
		line := view.SaidBy{Who: x.Name, Line: saidLine(x)}
		if line.Who == "" {
			line.Who = x.Source
		}
		line.Line.Article.Href = withQuery(line.Line.Article.Href, fromStory(t.ID))
		v.Statements = append(v.Statements, line)
	}
	if v.Claims, err = entries(tx, n.Claims); err != nil {
		return err
	}
	v.Sum = newsSum(n, offers)
	return nil
}

// newsSum is the news in one line, each part with its place on the page.
func newsSum(n store.News, offers []store.Offer) []view.Link {
	var sum []view.Link
	add := func(n int, one, many, href string) {
		if n > 0 {
			sum = append(sum, view.Link{Text: plural(n, one, many), Href: href})
		}
	}
	fresh := 0
	for _, o := range offers {
		if o.New {
			fresh++
		}
	}
	add(n.NArticles, "article gathered", "articles gathered", "#articles-title")
	add(n.NOther, "claim or person gathered", "claims and people gathered", "")
	add(fresh, "new article may belong here", "new articles may belong here", "#offers-title")
	accepted := [2]string{"statement accepted", "statements accepted"}
	if n.More {
		accepted = [2]string{accepted[0] + " among the newest decisions", accepted[1] + " among the newest decisions"}
	}
	add(n.NAccepted, accepted[0], accepted[1], "")
	add(len(n.Claims), "change to a claim", "changes to claims", "#claims-title")
	return sum
}

// fillOffers is the articles that may belong to a story; n is how many there
// are in all.
func fillOffers(m *view.Story, offers []store.Offer, n int) {
	for _, o := range offers {
		m.Offers = append(m.Offers, view.Offer{Item: store.ArticleItem(o.ID), Line: articleLine(o.Listed), Why: offeredFor(o), New: o.New})
	}
	if n > len(offers) {
		m.Offered = "the newest " + thousands(len(offers)) + " of " + thousands(n)
	}
}

// offeredFor says why an article is offered to a story.
func offeredFor(o store.Offer) string {
	var why []string
	if o.Found {
		why = append(why, "the story’s search finds it")
	}
	if len(o.People) > 0 {
		why = append(why, "it speaks of "+list(o.People))
	}
	if len(o.Words) > 0 {
		why = append(why, "it has the words "+list(o.Words))
	}
	return capital(strings.Join(why, "; ")) + "."
}

// list is things as a sentence lists them: "a, b and c".
func list(things []string) string {
	if len(things) < 2 {
		return strings.Join(things, "")
	}
	return strings.Join(things[:len(things)-1], ", ") + " and " + things[len(things)-1]
}
