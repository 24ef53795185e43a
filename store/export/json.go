package export

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"onrecord/extract"
	"onrecord/extract/article"
	"onrecord/extract/text"
	"onrecord/store"
)

// A jsonExport writes one object: {"articles": […], "claims": […], "records":
// […], "journal": […], "attachments": […], "settings": […]}. It holds
// everything but the bytes of originals and attached files, which their
// SHA-256 stands for. Spans in articles and claims are code points of the
// article's text. Records and journal are as the archive keeps them, to the
// letter: there start and end are bytes of the text in UTF-8.
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
	Tags     []jsonTag      `json:"tags"`
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

// A jsonTag is a word of the user's on an article, a passage of it or a claim.
type jsonTag struct {
	Span  *[2]int `json:"span"` // nil for the whole article or a claim
	Quote string  `json:"quote"`
	Words string  `json:"words"`
	Made  string  `json:"made"`
}

type jsonClaim struct {
	ID          int64          `json:"id"`
	Words       string         `json:"words"`
	Who         string         `json:"who"`
	Verdict     string         `json:"verdict"`
	Reason      string         `json:"reason"`
	Status      string         `json:"status"`
	Made        string         `json:"made"`
	Statements  []jsonLink     `json:"statements"`
	Evidence    []jsonEvidence `json:"evidence"`
	Notes       []jsonNote     `json:"notes"`
	Tags        []jsonTag      `json:"tags"`
	Ties        []jsonTie      `json:"ties"`
	Publication *jsonPublished `json:"publication"`
}

type jsonLink struct {
	Article  int64  `json:"article"` // archive_id
	Key      string `json:"key"`
	Relation string `json:"relation"`
	Why      string `json:"why"`
	Who      string `json:"who"`
	Words    string `json:"words"`
}

type jsonEvidence struct {
	Article    *int64    `json:"article"` // archive_id
	Address    string    `json:"address"`
	Attachment *jsonFile `json:"attachment"`
	Quote      string    `json:"quote"`
	Stance     string    `json:"stance"`
	Why        string    `json:"why"`
	Made       string    `json:"made"`
}

// A jsonFile is an attached file without its bytes.
type jsonFile struct {
	ID     int64  `json:"id"`
	SHA256 string `json:"sha256"`
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	Added  string `json:"added"`
}

// A jsonTie is what the claim is to another, or the other to it.
type jsonTie struct {
	From      string `json:"from"` // claim/ID
	Relation  string `json:"relation"`
	To        string `json:"to"`
	Why       string `json:"why"`
	FromWords string `json:"from_words"`
	ToWords   string `json:"to_words"`
	Made      string `json:"made"`
}

type jsonPublished struct {
	Address string `json:"address"`
	Day     string `json:"day"`
}

// A jsonRecord is one record of the user's as the archive keeps it.
type jsonRecord struct {
	Noun   string          `json:"noun"`
	ID     string          `json:"id"`
	Record json.RawMessage `json:"record"`
}

// A jsonEntry is one deed of the user's, with every record before and after.
type jsonEntry struct {
	Seq     int64           `json:"seq"`
	At      string          `json:"at"`
	Deed    string          `json:"deed"`
	Undoes  int64           `json:"undoes,omitzero"`
	Key     string          `json:"key,omitzero"`
	Changes json.RawMessage `json:"changes"`
	Hash    string          `json:"hash"`
}

type jsonSetting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
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
		Tags: each(a.tags, func(t store.Tag) jsonTag { return tagOf(t, points) }),
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

func tagOf(t store.Tag, points text.Points) jsonTag {
	tag := jsonTag{Quote: t.Quote, Words: t.Words, Made: t.Made}
	if t.End > t.Start {
		tag.Span = &[2]int{points.At(t.Start), points.At(t.End)}
	}
	return tag
}

func (x *jsonExport) claim(c exportedClaim) error {
	line := jsonClaim{
		ID: c.ID, Words: c.Words, Who: c.Who, Verdict: c.Verdict, Reason: c.Reason, Status: c.Status, Made: c.Made,
		Statements: each(c.links, func(l store.Link) jsonLink { return jsonLink{l.Article, l.Key, l.Relation, l.Why, l.Who, l.Words} }),
		Evidence:   each(c.evidence, evidenceOf),
		Notes:      each(c.notes, func(n store.Note) jsonNote { return jsonNote{nil, n.Quote, n.Words, n.Made} }),
		Tags:       each(c.tags, func(t store.Tag) jsonTag { return jsonTag{nil, t.Quote, t.Words, t.Made} }),
		Ties: each(c.ties, func(t store.Tie) jsonTie {
			return jsonTie{t.From, t.Relation, t.To, t.Why, t.FromWords, t.ToWords, t.Made}
		}),
	}
	if c.publication.Address != "" {
		line.Publication = &jsonPublished{c.publication.Address, c.publication.Day}
	}
	return x.add("claims", line)
}

func evidenceOf(e exportedEvidence) jsonEvidence {
	line := jsonEvidence{Article: e.Article, Address: e.Address, Quote: e.Quote, Stance: e.Stance, Why: e.Why, Made: e.Made}
	if e.Attachment != nil {
		file := fileOf(e.file)
		line.Attachment = &file
	}
	return line
}

func fileOf(m store.Attachment) jsonFile {
	return jsonFile{m.ID, hex.EncodeToString(m.SHA256), m.Name, m.Size, m.Added}
}

// rest writes the user's records as they are kept. Of a search it writes those
// of its articles and claims; journal, attachments and settings are of the
// whole archive.
func (x *jsonExport) rest(tx *store.Tx, scope *Scope) error {
	err := tx.Records(func(r store.Record) error {
		if !scope.has(r) {
			return nil
		}
		return x.add("records", jsonRecord{r.Noun, r.ID, r.Body})
	})
	if err != nil || !scope.whole() {
		return err
	}
	err = tx.Log(func(l store.LogLine) error {
		return x.add("journal", jsonEntry{l.Seq, l.At, l.Deed, l.Undoes, l.Key, l.Changes, hex.EncodeToString(l.Hash)})
	})
	if err != nil {
		return err
	}
	files, err := tx.Attachments()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := x.add("attachments", fileOf(f)); err != nil {
			return err
		}
	}
	return x.settings(tx)
}

func (x *jsonExport) settings(tx *store.Tx) error {
	all, err := tx.Settings()
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if err := x.add("settings", jsonSetting{name, all[name]}); err != nil {
			return err
		}
	}
	return nil
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
var lists = [...]string{"articles", "claims", "records", "journal", "attachments", "settings"}

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
