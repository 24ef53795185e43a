package web

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// A chronicle tells of changes in the journal what they were about and what was
// another after them. It keeps what it looked up.
type chronicle struct {
	tx       *store.Tx
	readings map[int64]*store.ArticleFacts // what the program reads in articles
	links    map[string]view.Link          // articles, claims and stories, by their address
}

// change is what one change was about and what it made another.
func (c *chronicle) change(x store.Change) (view.Link, []view.Changed, error) {
	switch x.Noun {
	case "decision":
		return c.decision(x)
	case "addition":
		return c.addition(x)
	}
	var was, is record
	if err := errors.Join(json.Unmarshal(x.Before, &was), json.Unmarshal(x.After, &is)); err != nil {
		return view.Link{}, nil, nil // the journal is shown all the same
	}
	var before, after []detail
	now := is
	if string(x.Before) != "null" {
		before = c.details(x.Noun, was)
	}
	switch {
	case string(x.After) == "null":
		now = was
	case string(x.Before) == "null" && x.Noun == "claim" && is.Status == store.Statuses[0]:
		is.Status = "" // as every claim begins
		fallthrough
	default:
		after = c.details(x.Noun, is)
	}
	of, err := c.subject(x, now)
	if x.Noun == "merge" { // a name always means someone: without a record itself
		before, after = meant(before, now), meant(after, now)
	}
	told := slices.DeleteFunc(differences(before, after), func(d view.Changed) bool {
		return d.Before == "" && d.After == of.Text || d.After == "" && d.Before == of.Text
	})
	return of, told, err
}

// unlessGone is err, but nil where something is not in the archive any more: a
// line of the history is shown all the same.
func unlessGone(err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	return err
}

// subject is what a change was about: the page where it can be seen.
func (c *chronicle) subject(x store.Change, r record) (view.Link, error) {
	switch {
	case x.Noun == "claim":
		id, _ := strconv.ParseInt(x.ID, 10, 64)
		of, err := c.claim(id)
		if of.Text == "" {
			of.Text = clip(r.Words)
		}
		return of, err
	case x.Noun == "merge", x.Noun == "part", x.Noun == "part_role":
		of, err := aboutWhom(c.tx, store.Entry{Changes: []store.Change{x}})
		if of.Text == "" { // nobody has it any more
			of.Text = r.Name[strings.Index(r.Name, "/")+1:]
		}
		return of, err
	case x.Noun == "story":
		id, _ := strconv.ParseInt(x.ID, 10, 64)
		of, err := c.story(id) // no link when it is not there any more
		of.Text = r.Name
		return of, err
	case x.Noun == "story_item":
		return c.story(r.Story)
	case x.Noun == "list":
		return view.Link{Text: "the list of " + x.ID}, nil
	case x.Noun == "lesson":
		return view.Link{Text: "“" + r.Words + "”"}, nil
	case x.Noun == "settled":
		return view.Link{Text: clip(r.Words), Href: "/open"}, nil
	case x.Noun == "tie":
		return c.end(r.From, r.FromWords)
	case r.Claim != 0:
		return c.claim(r.Claim)
	case r.Article != 0:
		return c.article(r.Article)
	}
	return view.Link{}, nil
}

func (c *chronicle) article(id int64) (view.Link, error) {
	return c.link(articleHref(id), func() (string, error) { return c.tx.Title(id) })
}

// claim is a claim; no link when it is not there any more.
func (c *chronicle) claim(id int64) (view.Link, error) {
	return c.link(claimHref(id), func() (string, error) { claim, err := c.tx.Claim(id); return claim.Words, err })
}

func (c *chronicle) story(id int64) (view.Link, error) {
	return c.link("/stories/"+strconv.FormatInt(id, 10), func() (string, error) { return c.tx.StoryName(id) })
}

// link is words that lead to a page, none when nothing is there any more.
func (c *chronicle) link(href string, words func() (string, error)) (view.Link, error) {
	if l, known := c.links[href]; known {
		return l, nil
	}
	text, err := words()
	if err != nil {
		return view.Link{}, unlessGone(err)
	}
	c.links[href] = view.Link{Text: clip(text), Href: href}
	return c.links[href], nil
}

// end is an end of a tie, as it read when it was tied.
func (c *chronicle) end(end, words string) (view.Link, error) {
	kind, ref, _ := strings.Cut(end, "/")
	if article, key, err := statementRef(ref); kind == "statement" && err == nil {
		return view.Link{Text: clip(words), Href: statementHref(article, key)}, nil
	}
	id, _ := strconv.ParseInt(ref, 10, 64)
	of, err := c.claim(id)
	if of.Text == "" {
		of.Text = clip(words)
	}
	return of, err
}

// differences is what is another in after than it was before, in the order of
// the details; either side can be without any.
func differences(before, after []detail) []view.Changed {
	var all []view.Changed
	for i := range max(len(before), len(after)) {
		var was, is detail
		if i < len(before) {
			was = before[i]
		}
		if i < len(after) {
			is = after[i]
		}
		if was.value == is.value {
			continue
		}
		d := view.Changed{Label: cmp.Or(was.label, is.label), Before: was.value, After: is.value}
		if len(before) > 0 && len(after) > 0 {
			d.Before, d.After = apart(orNone(was.value), orNone(is.value))
		}
		d.Before, d.After = clipTo(d.Before, wordsShown), clipTo(d.After, wordsShown)
		all = append(all, d)
	}
	return all
}

// wordsShown is how many bytes of a text the history shows.
const wordsShown = 240

// apart is two texts from shortly before the place where they part, so that of
// long ones what differs is seen.
func apart(a, b string) (string, string) {
	if len(a) <= wordsShown && len(b) <= wordsShown {
		return a, b
	}
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	from := strings.LastIndexByte(a[:max(0, n-40)], ' ')
	if from < 0 {
		return a, b
	}
	return "… " + a[from+1:], "… " + b[from+1:]
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
