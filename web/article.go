package web

import (
	"cmp"
	"encoding/hex"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"onrecord/extract"
	"onrecord/store"
	"onrecord/store/sample"
	"onrecord/web/view"
)

// A desk is everything the page of one article is made of.
type desk struct {
	article    *store.Article
	facts      *store.ArticleFacts
	notes      []store.Note
	evidence   []store.Evidence
	links      []store.Link
	tags       []store.Tag
	captures   []store.Capture
	known      []store.Entity      // whom the most articles speak of, while a form completes names
	tagNames   []string            // of the archive, while a form completes them
	other      *store.Article      // the capture that this one is compared with, nil for none
	reading    *store.ArticleFacts // without the user's edits, while one is open
	opened     opened              // the list that it was opened from
	beside     view.Neighbours
	neighbours []store.Listed
	gathering  view.Gathering
	claims     map[int64]store.Claim
	people     map[int]store.Entity // the archive's entities by the article's
	decisions  map[string]string    // the marks of what was decided of facts
	ties       []store.Tie
	verdicts   []store.Verdict
}

// mark is the mark of what was decided of the fact that key names.
func (d *desk) mark(key string) string { return cmp.Or(d.decisions[key], d.decisions[""]) }

// factID is the id of the decision on a fact of an article.
func factID(article int64, key string) string { return strconv.FormatInt(article, 10) + "/" + key }

func readDesk(tx *store.Tx, id int64, from opened) (d *desk, err error) {
	d = &desk{opened: from, claims: map[int64]store.Claim{}}
	if d.article, err = tx.Article(id); err != nil {
		return nil, err
	}
	if d.facts, err = tx.Facts(id); err != nil {
		return nil, err
	}
	if d.notes, err = tx.NotesOfArticle(id); err != nil {
		return nil, err
	}
	if d.evidence, err = tx.EvidenceOfArticle(id); err != nil {
		return nil, err
	}
	for _, e := range d.evidence {
		if d.claims[e.Claim], err = tx.Claim(e.Claim); err != nil {
			return nil, err
		}
	}
	if d.links, err = tx.LinksOfArticle(id); err != nil {
		return nil, err
	}
	if d.tags, err = tx.TagsOfArticle(id); err != nil {
		return nil, err
	}
	if d.captures, err = tx.Captures(d.article); err != nil {
		return nil, err
	}
	if d.people, err = tx.Who(id, d.facts); err != nil {
		return nil, err
	}
	if d.decisions, err = tx.MarksOfFacts(id); err != nil {
		return nil, err
	}
	if d.ties, err = tx.TiesOfArticle(id); err != nil {
		return nil, err
	}
	if d.verdicts, err = tx.Verdicts(); err != nil {
		return nil, err
	}
	if d.gathering, err = gathering(tx, store.ArticleItem(id), "article"); err != nil {
		return nil, err
	}
	d.beside, d.neighbours, err = from.beside(tx, id)
	return d, err
}

// suggested is how many names or tags of the archive a form completes.
const suggested = 200

// readMore reads what only some addresses ask for: the capture to compare
// with, and what the forms that are open complete.
func (d *desk) readMore(tx *store.Tx, q url.Values) (err error) {
	if q.Get("view") == "versions" && len(d.captures) > 1 {
		if d.other, err = tx.Article(d.comparedWith(q.Get("with"))); err != nil {
			return err
		}
	}
	if view.Tab(q.Get("tab")) == view.TabNotes {
		all, err := tx.Tags()
		for _, t := range all[:min(len(all), suggested)] {
			d.tagNames = append(d.tagNames, t.Name)
		}
		return err
	}
	if q.Get("edit")+q.Get("add") == "" {
		return nil
	}
	if d.known, err = tx.Speakers("", "", suggested); err != nil {
		return err
	}
	d.reading, err = tx.Reading(d.article.ID)
	return err
}

func (s *Server) article(w http.ResponseWriter, r *http.Request) error {
	return s.showArticle(w, r, http.StatusOK, nil)
}

// showArticle renders the page of an article; with may put what the user typed
// and what is wrong with it back into the page.
func (s *Server) showArticle(w http.ResponseWriter, r *http.Request, status int, with func(*view.Article)) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	var d *desk
	var editing string // the mark of the note that is edited
	q := r.URL.Query()
	from := readOpened(q)
	if r.Method == http.MethodPost { // a form that comes back
		if u, err := url.Parse(back(r, "")); err == nil {
			from = readOpened(u.Query())
		}
	}
	err = s.view(r, func(tx *store.Tx) (err error) {
		if d, err = readDesk(tx, id, from); err != nil {
			return err
		}
		if q.Has("note") {
			if editing, err = tx.Mark("note", q.Get("note")); err != nil {
				return err
			}
		}
		return d.readMore(tx, q)
	})
	if err != nil {
		return err
	}
	m := d.page(s.page(r, d.article.Title, view.SectionLibrary), q.Get("f"))
	m.Tab, m.Original = view.Tab(q.Get("tab")), q.Get("view") == "original"
	if key := q.Get("edit"); key != "" {
		d.edit(&m, key)
	}
	if kind := q.Get("add"); kind != "" {
		d.adding(&m, kind, q.Get("start"), q.Get("end"))
	}
	if d.known != nil {
		m.Names = d.names(d.known)
	}
	editNote(m.Notes.Lines, q.Get("note"), editing)
	m.Notes.New = view.NoteForm{Quote: q.Get("quote"), Start: q.Get("start"), End: q.Get("end")}
	if m.Notes.Tagging = q.Has("tag"); m.Notes.Tagging {
		m.Notes.New, m.Notes.NewTag = view.NoteForm{}, m.Notes.New
	}
	m.Versions = d.captureBar(q)
	if d.other != nil {
		d.compare(&m.Versions, d.other)
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.ArticlePage(m))
}

// page is the view of d with the fact named now in hand.
func (d *desk) page(p view.Page, now string) view.Article {
	a := d.article
	m := view.Article{
		Page: p, ID: strconv.FormatInt(a.ID, 10), Heading: a.Title, Outlet: a.Outlet, Lang: a.Language,
		Published: longDay(a.Published), Captured: moment(a.Document.Added), Sample: a.Document.Source == sample.Source,
		Facts: d.cards(now), Notes: view.Notes{Lines: d.noteLines(), Tags: d.tagLines(), TagNames: d.tagNames}, Source: d.source(), Claims: d.claimsTab(),
		Gathering: d.gathering, From: d.opened.values().Encode(),
	}
	m.Page.Query = d.opened.query
	if len(a.Byline) > 0 {
		m.Byline = "By " + strings.Join(a.Byline, ", ")
	}
	if !extract.Reads(a.Language) {
		m.Silent = "This article is not in English. It is kept and can be searched; onrecord reads facts out of English text only."
	}
	if m.Facts.Next != "" {
		m.Facts.Next = withQuery(statementHref(a.ID, m.Facts.Next), d.opened.values())
	}
	m.Times = d.timeNotes()
	m.Paragraphs = paragraphs(a.Text, d.marks(now))
	m.Neighbours = d.neighbourList()
	return m
}

func (d *desk) neighbourList() view.Neighbours {
	n, from := d.beside, d.opened.values()
	for i, l := range d.neighbours {
		line := articleLine(l)
		line.Href, line.Item = withQuery(line.Href, from), ""
		if line.Current = l.ID == d.article.ID; line.Current {
			if i > 0 {
				n.Prev = withQuery(articleHref(d.neighbours[i-1].ID), from)
			}
			if i+1 < len(d.neighbours) {
				n.Next = withQuery(articleHref(d.neighbours[i+1].ID), from)
			}
		}
		n.Lines = append(n.Lines, line)
	}
	return n
}

func (d *desk) noteLines() []view.Note {
	var lines []view.Note
	for _, n := range d.notes {
		id := strconv.FormatInt(n.ID, 10)
		at := withQuery(articleHref(d.article.ID)+"?tab=notes", d.opened.values())
		v := view.Note{ID: id, Quote: n.Quote, Lang: d.article.Language, Text: n.Words, When: moment(n.Made), EditHref: at + "&note=" + id + "#note-" + id}
		if n.Quote != "" {
			v.QuoteAt = at + "&f=note-" + id + "#text"
		}
		lines = append(lines, v)
	}
	return lines
}

func (d *desk) claimsTab() view.ArticleClaims {
	var t view.ArticleClaims
	seen := map[int64]bool{}
	for _, l := range d.links {
		if seen[l.Claim] {
			continue
		}
		seen[l.Claim] = true
		t.Lines = append(t.Lines, view.ClaimLine{Href: claimHref(l.Claim), Text: l.ClaimWords, Who: l.Who, Verdict: verdict(d.verdicts, l.Verdict), Statements: 1})
	}
	for _, e := range d.evidence {
		t.Pinned = append(t.Pinned, view.Pinned{
			Key: "evidence-" + strconv.FormatInt(e.ID, 10), Claim: view.Link{Text: d.claims[e.Claim].Words, Href: claimHref(e.Claim)},
			Side: e.Stance, Quote: e.Quote, Lang: d.article.Language, Why: e.Why,
		})
	}
	return t
}

// formats is each format of a document in words.
var formats = map[string]string{"text": "plain text", "markdown": "Markdown", "html": "web page", "jsonl": "a line of JSON"}

// dateSources is each place a date was read from, in words. A guess says so.
var dateSources = map[string]string{
	"header": "the lines above the text", "json-ld": "the page’s own data", "meta": "the page’s own data", "time element": "the page’s own data",
	"address": "the page’s address", "line": "the JSON line", "page": "words on the page, which is a guess", "file name": "the file’s name, which is a guess",
}

func (d *desk) source() view.Source {
	a := d.article
	s := view.Source{
		Address: a.URL, From: a.Document.Source, Outlet: a.Outlet, Published: longDay(a.Published), PublishedFrom: dateSources[a.PublishedFrom],
		Captured: moment(a.Document.Added), Format: formats[a.Document.Format], Sum: hex.EncodeToString(a.Document.SHA256),
		Size: size(a.Document.Size), Version: "version " + strconv.Itoa(d.facts.Version),
	}
	if s.From == sample.Source {
		s.From = "onrecord’s invented sample story (" + a.Document.Name + ")"
	}
	return s
}

// original serves the bytes an article came from so that nothing in them runs
// and nothing is loaded, framed or opened by itself (trust 9).
func (s *Server) original(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	var original []byte
	var format string
	err = s.view(r, func(tx *store.Tx) (err error) { original, format, err = tx.Original(id); return err })
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
	h.Set("Content-Type", "text/plain; charset=utf-8")
	if format == "html" {
		h.Set("Content-Type", "text/html") // the page's own declaration says its character set
	}
	_, err = w.Write(original)
	return err
}

func (s *Server) removeArticle(w http.ResponseWriter, r *http.Request) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	seq, err := s.do(r, "Removed an article from the library", func(d *store.Deed) error { return d.Remove(id) })
	if err != nil {
		return err
	}
	return s.goTo(w, r, "/", undoable("The article is out of the library. Its original is kept.", seq))
}
