package export

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/text"
	"onrecord/store"
)

// A jsonExport writes one object: {"articles": […], "claims": […]}. It holds
// everything but the originals' bytes, which their SHA-256 stands for. Spans
// are code points of the article's text.
type jsonExport struct {
	w    io.Writer
	enc  *json.Encoder
	list string // that is being written, "" before the first
}

func newJSONExport(w io.Writer) *jsonExport {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &jsonExport{w: w, enc: enc}
}

// A jsonArticle is an article with its facts as they stand, edits in place.
type jsonArticle struct {
	extract.Record
	Archive  int64          `json:"archive_id"`
	Document jsonDocument   `json:"document"`
	Version  int            `json:"extract_version"`
	Decided  []jsonDecision `json:"decided"`
	Who      []jsonWho      `json:"who"`
	Notes    []jsonNote     `json:"notes"`
}

type jsonDocument struct {
	SHA256 string `json:"sha256"`
	Name   string `json:"name"`
	Source string `json:"source"`
	Format string `json:"format"`
	Size   int64  `json:"size"`
	Added  string `json:"added"`
}

// A jsonDecision is what the user made of a fact: the one at place Index,
// counted from 0, in the list Facts of the article.
type jsonDecision struct {
	Facts string `json:"facts"`
	Index int    `json:"index"`
	State string `json:"state"`
}

// A jsonWho is whom an entity of the article is across articles, by the name
// that the user chose for them.
type jsonWho struct {
	Entity int    `json:"entity"` // its id in the article
	ID     int64  `json:"archive_id"`
	Name   string `json:"name"`
}

type jsonNote struct {
	Span  *[2]int `json:"span"`
	Quote string  `json:"quote"`
	Words string  `json:"words"`
	Made  string  `json:"made"`
}

type jsonClaim struct {
	ID         int64          `json:"id"`
	Words      string         `json:"words"`
	Who        string         `json:"who"`
	Verdict    string         `json:"verdict"`
	Reason     string         `json:"reason"`
	Status     string         `json:"status"`
	Made       string         `json:"made"`
	Statements []jsonLink     `json:"statements"`
	Evidence   []jsonEvidence `json:"evidence"`
	Notes      []jsonNote     `json:"notes"`
}

type jsonLink struct {
	Article  int64  `json:"article"` // archive_id
	Who      string `json:"who"`
	Words    string `json:"words"`
	Relation string `json:"relation"`
	Why      string `json:"why"`
}

type jsonEvidence struct {
	Article *int64 `json:"article"` // archive_id
	Address string `json:"address"`
	File    string `json:"file"` // name of the attached file
	Quote   string `json:"quote"`
	Stance  string `json:"stance"`
	Why     string `json:"why"`
	Made    string `json:"made"`
}

func (x *jsonExport) article(a exportedArticle) error {
	d := a.Document
	points := text.PointsOf(a.Text)
	return x.add("articles", jsonArticle{
		Record:   extract.NewRecord(fmt.Sprint(a.ID), a.read(), &a.facts.Facts),
		Archive:  a.ID,
		Document: jsonDocument{hex.EncodeToString(d.SHA256), d.Name, d.Source, d.Format, d.Size, d.Added},
		Version:  a.facts.Version,
		Decided:  decided(a.facts),
		Who:      a.cast(),
		Notes: each(a.notes, func(n store.Note) jsonNote {
			return jsonNote{&[2]int{points.At(n.Start), points.At(n.End)}, n.Quote, n.Words, n.Made}
		}),
	})
}

// read is the article as it was read out of its document.
func (a *exportedArticle) read() *article.Article {
	day, _ := time.Parse(time.DateOnly, a.Published) // "" is the zero day
	return &article.Article{Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, URL: a.URL,
		Published: day, PublishedFrom: a.PublishedFrom, Language: a.Language, Text: a.Text}
}

// cast is the entities of the article that are in the archive, in their order.
func (a *exportedArticle) cast() []jsonWho {
	all := []jsonWho{}
	for _, e := range a.facts.Entities {
		if known, ok := a.who[e.ID]; ok {
			all = append(all, jsonWho{e.ID, known.ID, known.Name})
		}
	}
	return all
}

// decided is every fact that the user has decided on.
func decided(f *store.ArticleFacts) []jsonDecision {
	all := []jsonDecision{}
	for _, kind := range []struct {
		name string
		keys []string
	}{
		{"statements", f.Keys.Statements}, {"entities", f.Keys.Entities}, {"times", f.Keys.Times},
		{"amounts", f.Keys.Amounts}, {"events", f.Keys.Events}, {"positions", f.Keys.Positions},
	} {
		for i, key := range kind.keys {
			if state := f.State(key); state != store.Suggested {
				all = append(all, jsonDecision{kind.name, i, state})
			}
		}
	}
	return all
}

func (x *jsonExport) claim(c exportedClaim) error {
	return x.add("claims", jsonClaim{
		c.ID, c.Words, c.Who, c.Verdict, c.Reason, c.Status, c.Made,
		each(c.links, func(l store.Link) jsonLink { return jsonLink{l.Article, l.Who, l.Words, l.Relation, l.Why} }),
		each(c.evidence, func(e store.Evidence) jsonEvidence {
			return jsonEvidence{e.Article, e.Address, e.File, e.Quote, e.Stance, e.Why, e.Made}
		}),
		each(c.notes, func(n store.Note) jsonNote { return jsonNote{nil, n.Quote, n.Words, n.Made} }),
	})
}

// add writes one more element of a list.
func (x *jsonExport) add(list string, v any) error {
	before := ","
	if x.list != list {
		if err := x.open(list); err != nil {
			return err
		}
		before = ""
	}
	if _, err := io.WriteString(x.w, before); err != nil {
		return err
	}
	return x.enc.Encode(v)
}

// lists are the names of the lists, in their order.
var lists = [...]string{"articles", "claims"}

// open ends the list that is being written and begins those after it, up to
// list.
func (x *jsonExport) open(list string) error {
	for _, name := range lists[slices.Index(lists[:], x.list)+1:] {
		before := "],"
		if x.list == "" {
			before = "{"
		}
		if _, err := fmt.Fprintf(x.w, "%s%q:[\n", before, name); err != nil {
			return err
		}
		if x.list = name; name == list {
			break
		}
	}
	return nil
}

func (x *jsonExport) end() error {
	if err := x.open(lists[len(lists)-1]); err != nil {
		return err
	}
	_, err := io.WriteString(x.w, "]}\n")
	return err
}

// each is f of every element, never nil, so that JSON has [] and not null.
func each[T, U any](all []T, f func(T) U) []U {
	out := make([]U, len(all))
	for i, v := range all {
		out[i] = f(v)
	}
	return out
}
