package export

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/store"
)

// canal is a text with characters beyond the basic plane, a word that stands
// twice, and a passage that ends it.
const canal = "🚢 At Ossmark, Ilse Maren said 40 ships wait. “The canal is shut,” Maren said on Monday. <b>Zoë</b> said 40 ships wait."

// report is an article with what a reader finds in it.
func report(url, title string) store.Arrival {
	at := func(s string) text.Span { i := strings.Index(canal, s); return text.Span{Start: i, End: i + len(s)} }
	return store.Arrival{
		Document: document.Document{Name: title + ".txt", Source: "test", Format: document.Plain, Bytes: []byte(title + canal)},
		Article:  article.Article{Title: title, Outlet: "Coast Courier", URL: url, Language: "en", Text: canal},
		Facts: fact.Facts{
			Entities: []fact.Entity{{ID: 1, Name: "Ilse Maren", Kind: fact.Person, Role: "harbour master", Mentions: []fact.Mention{
				{Span: at("Ilse Maren"), How: fact.ByName}, {Span: text.Span{Start: strings.LastIndex(canal, "Maren"), End: strings.LastIndex(canal, "Maren") + 5}, How: fact.ByName}}}},
			Statements: []fact.Statement{
				{ID: 1, Content: []text.Span{at("40 ships wait")}, Cue: []text.Span{at("said")}, Source: []text.Span{at("Ilse Maren")}, Speaker: 1, Form: fact.Indirect, Act: fact.State},
				{ID: 2, Content: []text.Span{at("“The canal is shut,”")}, Source: []text.Span{at("Maren")}, Speaker: 1, Form: fact.Direct, Act: fact.Announce, Said: "2031-03-03"},
				{ID: 3, Content: []text.Span{{Start: strings.LastIndex(canal, "40 ships"), End: len(canal) - 1}}, Source: []text.Span{at("Zoë")}, Form: fact.Indirect, Act: fact.State},
			},
		},
	}
}

// An archive of everything that a user can write: every noun has a record.
type filled struct {
	*store.Archive
	t             *testing.T
	articles      []int64
	claim, second int64
}

// do does a deed that must succeed.
func (f *filled) do(name string, deed func(d *store.Deed) error) int64 {
	f.t.Helper()
	seq, err := f.Do(context.Background(), "", name, deed)
	if err != nil {
		f.t.Fatal(err)
	}
	return seq
}

// put makes a record of a noun that has no deed of its own here.
func (f *filled) put(noun, id string, record map[string]any) {
	f.t.Helper()
	f.do("Put a "+noun, func(d *store.Deed) error { return d.Put(noun, id, record) })
}

// made is the bytes of the archive, which takes a second to make.
var made struct {
	sync.Once
	file []byte
}

// newFilled is an archive of the test's own.
func newFilled(t *testing.T) *filled {
	t.Helper()
	made.Do(func() {
		f := openFilled(t, filepath.Join(t.TempDir(), "made.sqlite"))
		f.fill()
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		var err error
		if made.file, err = os.ReadFile(f.Path()); err != nil {
			t.Fatal(err)
		}
	})
	path := filepath.Join(t.TempDir(), "a.sqlite")
	if err := os.WriteFile(path, made.file, 0o600); err != nil {
		t.Fatal(err)
	}
	f := openFilled(t, path)
	t.Cleanup(func() { f.Close() })
	f.read()
	return f
}

func openFilled(t *testing.T, path string) *filled {
	t.Helper()
	archive, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return &filled{Archive: archive, t: t}
}

// read finds what was filled in.
func (f *filled) read() {
	f.t.Helper()
	err := f.View(context.Background(), func(tx *store.Tx) error {
		all, err := tx.Library(store.Filter{}, 10)
		if err != nil {
			return err
		}
		for _, l := range all {
			f.articles = append([]int64{l.ID}, f.articles...)
		}
		claims, err := tx.Claims(store.ClaimFilter{}, 2)
		if len(claims) == 2 {
			f.second, f.claim = claims[0].ID, claims[1].ID
		}
		return err
	})
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *filled) fill() {
	f.t.Helper()
	_, err := f.Add(context.Background(), []store.Arrival{report("https://coast.example/a?x=1&y=2", "Canal shut"), report("", "Canal shut again"), report("https://coast.example/c", "Removed")})
	if err != nil {
		f.t.Fatal(err)
	}
	f.read()
	f.decide()
	f.claims()
	f.others()
}

// key is the key of statement i of a report.
func (f *filled) key(i int) string {
	s := report("", "").Facts.Statements[i].Content[0]
	return fmt.Sprintf("statement-%d-%d", s.Start, s.End)
}

func (f *filled) decide() {
	a := f.articles[0]
	edited := report("", "").Facts.Statements[1]
	edited.Hedged = true
	f.do("Accepted a statement", func(d *store.Deed) error { return d.Decide(a, f.key(0), store.Accepted, nil) })
	f.do("Edited a statement", func(d *store.Deed) error { return d.Decide(a, f.key(1), store.Edited, edited) })
	f.do("Rejected a statement", func(d *store.Deed) error { return d.Decide(a, f.key(2), store.Rejected, nil) })
	f.do("Wrote a note", func(d *store.Deed) error {
		_, err := d.SaveNote(store.Note{Article: &a, Quote: "The canal is shut", Words: "=typed note & <tags> “kept”\n\nsecond line"})
		return err
	})
	f.do("Wrote a note", func(d *store.Deed) error {
		_, err := d.SaveNote(store.Note{Article: &f.articles[1], Words: "typed note on the whole"})
		return err
	})
	f.do("Tagged", func(d *store.Deed) error {
		return d.SaveTag(store.Tag{Words: "typed tag", Article: &a, Quote: "40 ships"})
	})
	f.do("Removed", func(d *store.Deed) error { return d.Remove(f.articles[2]) })
}

func (f *filled) claims() {
	rating, worst := 2.0, 1.0
	list, err := json.Marshal([]store.Verdict{{Words: "unchecked", Mark: "unverified"}, {Words: "typed verdict", Mark: "partly", Rating: &rating}, {Words: "wrong", Mark: "false", Rating: &worst}, {Words: "no number", Mark: "misleading"}})
	if err != nil {
		f.t.Fatal(err)
	}
	f.put("list", "verdicts", map[string]any{"value": string(list)})
	save := func(c store.Claim) int64 {
		return f.do("Made a claim", func(d *store.Deed) error { _, err := d.SaveClaim(c); return err })
	}
	f.claim = save(store.Claim{Words: "typed claim: 40 ships wait.", Who: "Ilse Maren", Verdict: "typed verdict", Reason: "typed reason", Status: "ready"})
	f.second = save(store.Claim{Words: "typed second claim", Who: "Somebody Unheard"})
	for i, relation := range store.Relations {
		article, key := f.articles[i%2], f.key(i/2)
		f.do("Linked", func(d *store.Deed) error { return d.SaveLink(f.claim, article, key, relation) })
	}
	f.do("Tied", func(d *store.Deed) error {
		return d.SaveTie(store.Tie{From: store.ClaimEnd(f.second), Relation: "contradicts", To: store.ClaimEnd(f.claim), Why: "typed why of claims"})
	})
	f.do("Tied", func(d *store.Deed) error {
		return d.SaveTie(store.Tie{From: store.StatementEnd(f.articles[0], f.key(0)), Relation: "same", To: store.StatementEnd(f.articles[1], f.key(2)), Why: "typed why of statements"})
	})
	for i, stance := range store.Stances {
		f.do("Pinned", func(d *store.Deed) error {
			_, err := d.SaveEvidence(store.Evidence{Claim: f.claim, Article: &f.articles[i%2], Quote: "The canal is shut", Stance: stance, Why: "typed evidence " + stance})
			return err
		})
	}
	f.do("Pinned", func(d *store.Deed) error {
		_, err := d.SaveEvidence(store.Evidence{Claim: f.claim, Address: "https://tables.example/ships", Quote: "41", Stance: "against", Why: "typed address"})
		return err
	})
	f.do("Noted", func(d *store.Deed) error {
		_, err := d.SaveNote(store.Note{Claim: &f.claim, Words: "typed note on a claim"})
		return err
	})
	f.do("Tagged", func(d *store.Deed) error { return d.SaveTag(store.Tag{Words: "typed claim tag", Claim: &f.claim}) })
}

func (f *filled) others() {
	made := "2031-03-06T10:00:00Z"
	f.put("addition", fmt.Sprintf("%d/statement-0-4-u9", f.articles[0]), map[string]any{"article": f.articles[0], "key": "statement-0-4-u9", "fact": "{}"})
	f.put("lesson", "90", map[string]any{"kind": "cue", "name": "", "was": "noted", "words": "typed Noted", "becomes": "", "seen": 0, "made": made})
	f.put("merge", "person/i maren", map[string]any{"name": "typed I. Maren", "into": "person/ilse maren", "into_name": "Ilse Maren", "made": made})
	f.put("part", fmt.Sprintf("%d/person/ilse maren", f.articles[1]), map[string]any{"article": f.articles[1], "name": "person/ilse maren", "into": "person/ilse maren 2", "into_name": "Ilse Maren of Oss"})
	f.put("part_role", "person/ilse maren/mayor/3", map[string]any{"name": "person/ilse maren", "role": "mayor", "words": "typed Mayor", "into": "person/ilse maren 2", "into_name": "Ilse Maren of Oss", "seen": 3})
	f.put("story", "95", map[string]any{"name": "typed story", "about": "typed about", "query": "canal", "made": made})
	f.put("story_item", fmt.Sprintf("95/article/%d", f.articles[0]), map[string]any{"story": 95, "article": f.articles[0], "claim": nil, "entity": nil, "belongs": 1, "seq": 96, "made": made})
	f.put("story_item", "95/entity/person/ilse maren", map[string]any{"story": 95, "article": nil, "claim": nil, "entity": "person/ilse maren", "belongs": 0, "seq": 97, "made": made})
	f.do("Refused", func(d *store.Deed) error { return d.Refuse(f.second, f.articles[1], f.key(1)) })
	f.do("Settled", func(d *store.Deed) error { return d.Settle("claim/" + fmt.Sprint(f.second)) })
	if err := (Publisher{Name: "typed publisher", Address: "https://press.example/", Kind: "organization"}).Save(context.Background(), f.Archive); err != nil {
		f.t.Fatal(err)
	}
	f.publish(store.Publication{Claim: f.claim, Address: "https://press.example/typed-address", Day: "2031-03-07"})
	undo := f.do("Wrote a note", func(d *store.Deed) error {
		_, err := d.SaveNote(store.Note{Article: &f.articles[0], Words: "typed and taken back"})
		return err
	})
	if _, err := f.Undo(context.Background(), "", undo); err != nil {
		f.t.Fatal(err)
	}
}

func (f *filled) publish(p store.Publication) {
	f.t.Helper()
	f.do("Published", func(d *store.Deed) error { return d.SavePublication(p) })
}

// write is the archive in a format.
func (f *filled) write(format, query string) string {
	f.t.Helper()
	var b strings.Builder
	if err := Write(context.Background(), &b, f.Archive, format, query); err != nil {
		f.t.Fatal(err)
	}
	return b.String()
}
