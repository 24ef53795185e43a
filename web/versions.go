package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/web/view"
)

// likeEnough is the likeness from which two paragraphs are one that was changed, and
// lookAhead how many paragraphs on it is looked for.
const (
	likeEnough = 0.35
	lookAhead  = 4
)

// versions leads to the page that sets two captures side by side.
func (s *Server) versions(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	q.Set("view", "versions")
	r.URL.RawQuery = q.Encode()
	return s.article(w, r)
}

// captureBar is the captures of the article's address, and the ways from one to
// the next.
func (d *desk) captureBar(q url.Values) view.Versions {
	v := view.Versions{Href: articleHref(d.article.ID) + "?view=versions", Shown: q.Get("view") == "versions"}
	if len(d.captures) < 2 {
		v.Shown = false
		return v
	}
	with := d.comparedWith(q.Get("with"))
	for i, c := range d.captures {
		line := view.CaptureLine{When: d.captured(c.ID), Size: size(c.Size), Here: c.ID == d.article.ID, Href: articleHref(c.ID)}
		if !line.Here {
			line.Compare = v.Href + "&with=" + strconv.FormatInt(c.ID, 10)
		}
		line.With = v.Shown && c.ID == with
		v.Captures = append(v.Captures, line)
		if c.ID == d.article.ID {
			v.Prev, v.Next = d.captureAt(i-1), d.captureAt(i+1)
		}
	}
	return v
}

// turn is the place of an article among the captures, -1 when it is none.
func (d *desk) turn(article int64) int {
	return slices.IndexFunc(d.captures, func(c store.Capture) bool { return c.ID == article })
}

// captured is which capture an article is: "capture 2, 14 Jan 2022, 09:12".
func (d *desk) captured(article int64) string {
	i := d.turn(article)
	if i < 0 {
		return ""
	}
	return "capture " + itoa(i+1) + ", " + moment(d.captures[i].Added)
}

func (d *desk) captureAt(i int) string {
	if i < 0 || i >= len(d.captures) {
		return ""
	}
	return articleHref(d.captures[i].ID)
}

// comparedWith is the capture that the address names, else the one before this
// one, else the one after it.
func (d *desk) comparedWith(asked string) int64 {
	id, _ := strconv.ParseInt(asked, 10, 64)
	if id != d.article.ID && d.turn(id) >= 0 {
		return id
	}
	if here := d.turn(d.article.ID); here > 0 {
		return d.captures[here-1].ID
	}
	return d.captures[min(1, len(d.captures)-1)].ID
}

// compare sets the text of the article beside that of another capture, the
// older one first.
func (d *desk) compare(v *view.Versions, other *store.Article) {
	old, now := other, d.article
	if d.turn(old.ID) > d.turn(now.ID) {
		old, now = now, old
	}
	v.Old, v.Now = d.captured(old.ID), d.captured(now.ID)
	v.Rows = versionRows(withTitle(old), withTitle(now))
	changed := 0
	for _, r := range v.Rows {
		if r.Kind != view.RowSame {
			changed++
		}
	}
	v.Changed = "Nothing changed: the texts are the same."
	if changed > 0 {
		v.Changed = "What changed: " + plural(changed, "paragraph", "paragraphs") + "."
	}
}

func withTitle(a *store.Article) []string {
	return append([]string{a.Title}, strings.Split(a.Text, "\n\n")...)
}

// versionRows is the paragraphs of two versions, those that belong together in
// one row.
func versionRows(old, now []string) []view.VersionRow {
	var all []view.VersionRow
	x, y := 0, 0
	for _, m := range append(aligned(old, now), match{len(old), len(now)}) {
		all = append(all, between(old[x:m.a], now[y:m.b])...)
		if x, y = m.a+1, m.b+1; m.a < len(old) {
			same := []view.Change{{Text: old[m.a]}}
			all = append(all, view.VersionRow{Kind: view.RowSame, Old: same, Now: same})
		}
	}
	return all
}

// between pairs paragraphs that are no longer the same but much alike.
func between(old, now []string) []view.VersionRow {
	var all []view.VersionRow
	add := func(p string) {
		all = append(all, view.VersionRow{Kind: view.RowNew, Now: []view.Change{{Text: p, Mark: view.OnlyNew}}})
	}
	y := 0
	for _, p := range old {
		at := -1
		for j := y; j < min(y+lookAhead, len(now)) && at < 0; j++ {
			if likeness(p, now[j]) >= likeEnough {
				at = j
			}
		}
		if at < 0 {
			all = append(all, view.VersionRow{Kind: view.RowGone, Old: []view.Change{{Text: p, Mark: view.OnlyOld}}})
			continue
		}
		for ; y < at; y++ {
			add(now[y])
		}
		left, right := wordChanges(p, now[at])
		all = append(all, view.VersionRow{Kind: view.RowChanged, Old: left, Now: right})
		y = at + 1
	}
	for ; y < len(now); y++ {
		add(now[y])
	}
	return all
}
