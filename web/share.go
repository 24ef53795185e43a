package web

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"onrecord/store"
	"onrecord/store/export"
	"onrecord/web/view"
)

// A shareable is a kind of thing that can be handed on.
type shareable struct {
	kind, path string // "claim", "claims"
	section    view.Section
	options    []shareOption
	title      func(tx *store.Tx, id int64) (string, error)
	scope      func(tx *store.Tx, id int64) (export.Scope, error)
	fill       func(x *sharing, id int64) error
}

// A shareOption is a tick box of what goes into a file.
type shareOption struct {
	name, label, help string
	ticked            bool
}

// What can go into a file.
var (
	withNotes       = shareOption{"notes", "Your notes", "", true}
	withSuggestions = shareOption{"suggestions", "Suggestions that you have not decided on", "They are marked as such.", false}
	withHistory     = shareOption{"history", "The history of the claim", "When you decided what.", true}
	withText        = shareOption{"text", "The whole text of every article", "Without it, the passages alone. Others may hold the rights to the text.", false}
	withOwnText     = shareOption{"text", "The whole text", "Without it, the passages alone. Others may hold the rights to the text.", true}
)

var (
	claimShare = shareable{"claim", "claims", view.SectionClaims, []shareOption{withNotes, withHistory, withText},
		func(tx *store.Tx, id int64) (string, error) { c, err := tx.Claim(id); return c.Words, err },
		func(_ *store.Tx, id int64) (export.Scope, error) { return export.OfClaim(id), nil },
		(*sharing).claim}
	articleShare = shareable{"article", "articles", view.SectionLibrary, []shareOption{withNotes, withSuggestions, withOwnText},
		articleTitle,
		func(_ *store.Tx, id int64) (export.Scope, error) { return export.OfArticle(id), nil },
		(*sharing).article}
	storyShare = shareable{"story", "stories", "", []shareOption{withNotes, withSuggestions, withText},
		func(tx *store.Tx, id int64) (string, error) { o, err := tx.Outline(id); return o.Name, err },
		func(tx *store.Tx, id int64) (export.Scope, error) {
			o, err := tx.Outline(id)
			return export.OfStory(o), err
		},
		(*sharing).story}
)

func articleTitle(tx *store.Tx, id int64) (string, error) {
	a, err := tx.Article(id)
	if err != nil {
		return "", err
	}
	return a.Title, nil
}

// sharePage says what a shared file will hold and offers it.
func (s *Server) sharePage(of shareable) handler {
	return func(w http.ResponseWriter, r *http.Request) error { return s.showShare(w, r, http.StatusOK, of, nil) }
}

func (s *Server) showShare(w http.ResponseWriter, r *http.Request, status int, of shareable, with func(*view.Share)) error {
	id, err := id(r, "id")
	if err != nil {
		return err
	}
	here := fmt.Sprintf("/%s/%d", of.path, id)
	m := view.Share{Page: s.page(r, "Share the "+of.kind, of.section), Kind: of.kind, Back: view.Link{Text: "Back to the " + of.kind, Href: here},
		File: here + "/share.html", Annotations: here + "/annotations.jsonld"}
	m.Page.Path = here + "/share"
	err = s.view(r, func(tx *store.Tx) (err error) {
		if m.Heading, err = of.title(tx, id); err != nil {
			return err
		}
		m.Name = fileName(of.kind, id, m.Heading, ".html")
		if of.kind == "claim" {
			m.Review, err = reviewPart(tx, m.Page, id)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, o := range of.options {
		m.Options = append(m.Options, view.Field{Name: o.name, Label: o.label, Control: view.Checkbox, Value: "yes", Checked: o.ticked, Help: o.help})
	}
	if with != nil {
		with(&m)
	}
	return s.render(w, r, status, view.SharePage(m))
}

// shareFile is the file itself, to be saved.
func (s *Server) shareFile(of shareable) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		id, err := id(r, "id")
		if err != nil {
			return err
		}
		x := &sharing{options: r.URL.Query(), offered: of.options, now: s.options.Now(), program: joined(" ", "onrecord", s.options.Version)}
		if err := s.view(r, func(tx *store.Tx) error { return x.make(tx, of, id) }); err != nil {
			return err
		}
		var b bytes.Buffer
		if err := view.SharedFile(x.file).Render(r.Context(), &b); err != nil {
			return err
		}
		return save(w, fileName(of.kind, id, x.file.Title, ".html"), "text/html; charset=utf-8", &b)
	}
}

// shareAnnotations is what the user decided and wrote, as Web Annotations.
func (s *Server) shareAnnotations(of shareable) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		id, err := id(r, "id")
		if err != nil {
			return err
		}
		var b bytes.Buffer
		var title string
		err = s.view(r, func(tx *store.Tx) error {
			if title, err = of.title(tx, id); err != nil {
				return err
			}
			scope, err := of.scope(tx, id)
			if err != nil {
				return err
			}
			return export.WriteScope(r.Context(), &b, tx, "annotations", scope)
		})
		if err != nil {
			return err
		}
		return save(w, fileName(of.kind, id, title, ".jsonld"), `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`, &b)
	}
}

// save answers with a file that the browser keeps and does not show.
func save(w http.ResponseWriter, name, kind string, content *bytes.Buffer) error {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Content-Length", strconv.Itoa(content.Len()))
	_, err := content.WriteTo(w)
	return err
}

// fileName is a name that every system takes: letters, digits and hyphens of
// ASCII, begun with the kind so that it is none that Windows reserves.
func fileName(kind string, id int64, title, extension string) string {
	const most = 60
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= most {
			break
		}
	}
	return joined("-", kind, strconv.FormatInt(id, 10), strings.Trim(b.String(), "-")) + extension
}
