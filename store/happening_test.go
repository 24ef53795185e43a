package store

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/text"
	"onrecord/migrations"
)

// talks is an article of a day in which two people meet in a town on another,
// and one of them is against a toll; words tells articles apart.
func talks(published, when, one, other, town, words string) Arrival {
	body := one + " met " + other + " in " + town + " on that day. " + one + " rejected a toll. " + words
	at := func(s string) text.Span { i := strings.Index(body, s); return text.Span{Start: i, End: i + len(s)} }
	named := func(id int, name string, kind fact.Kind) fact.Entity {
		return fact.Entity{ID: id, Name: name, Kind: kind, Mentions: []fact.Mention{{Span: at(name), How: fact.ByName}}}
	}
	day, err := time.Parse(time.DateOnly, published)
	if err != nil {
		panic(err)
	}
	return Arrival{
		Document: document.Document{ID: "talks", Name: "talks.txt", Source: "test", Format: document.Plain, Bytes: []byte(body)},
		Article:  article.Article{Title: "Talks " + words, Outlet: "Coast Courier", Language: "en", Text: body, Published: day, PublishedFrom: "header"},
		Facts: fact.Facts{
			Entities: []fact.Entity{named(1, one, fact.Person), named(2, other, fact.Person), named(3, town, fact.Place)},
			Statements: []fact.Statement{{ID: 1, Content: []text.Span{at("a toll")}, Cue: []text.Span{at("rejected")},
				Source: []text.Span{at(one)}, Speaker: 1, Form: fact.Indirect, Act: fact.Reject, Rule: "test", Confidence: 0.9}},
			Events: []fact.Event{{Span: at("met"), Mentions: []text.Span{at("met")}, Kind: fact.Meeting, Who: []int{1, 2}, Where: 3,
				When: when, Status: fact.Occurred, Rule: "test", Confidence: 0.7}},
			Times: []fact.Time{{Span: at("that day"), Type: fact.Date, Value: when, Rule: "test", Confidence: 0.9}},
			Positions: []fact.Position{{Span: at("rejected"), Actor: 1, Act: fact.Reject, Stance: fact.Against,
				Topic: []text.Span{at("a toll")}, Statement: 1, Rule: "test", Confidence: 0.8}},
		},
		Version: 4,
	}
}

// tell is the events of the archive in words, newest first.
func tell(t *testing.T, a *Archive) []string {
	t.Helper()
	all, err := a.Timeline(context.Background(), ParseQuery(""), TimelineArticles)
	if err != nil {
		t.Fatal(err)
	}
	var ids []int64
	for _, e := range all.Events {
		ids = append(ids, e.ID)
	}
	var told map[int64]Telling
	if err := a.View(context.Background(), func(tx *Tx) (err error) { told, err = tx.Tellings(ids); return err }); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, e := range all.Events {
		var who []string
		for _, id := range e.Who {
			who = append(who, all.Names[id].Name)
		}
		lines = append(lines, fmt.Sprintf("%s %s of %s at %q on %s, %q, %s", e.Status, e.Kind, strings.Join(who, " and "), all.Names[e.Place].Name, e.Value, told[e.ID].Written, told[e.ID].State))
	}
	return lines
}

// stands is what an entity is for and against in words, newest first.
func stands(t *testing.T, a *Archive, key string) []string {
	t.Helper()
	var lines []string
	err := a.View(context.Background(), func(tx *Tx) error {
		e, err := tx.EntityOf(key)
		if err != nil {
			return err
		}
		all, err := tx.Positions(e.ID, "", 0, 10)
		for _, p := range all {
			lines = append(lines, fmt.Sprintf("%s %s: %s, by %s, %s", p.Stance, p.Topic, p.Words, p.Statement, p.State))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// What is drawn of events and positions follows the decisions, the merges and
// the library.
func TestHappeningsFollowTheUser(t *testing.T) {
	a := newArchive(t)
	id := add(t, a, talks("2031-03-06", "2031-03-05", "Ada Renn", "Tarvo Elde", "Velm", ""))[0]
	f := factsOf(t, a, id)
	event, position := f.Keys.Events[0], f.Keys.Positions[0]
	edited := f.Events[0]
	edited.Kind, edited.When, edited.Who = fact.Call, "2031-03", []int{2}
	turned := f.Positions[0]
	turned.Stance, turned.Actor = fact.For, 2
	against := []string{"against a toll: rejected, by statement-63-69, suggested"}
	for _, step := range []struct {
		name       string
		deed       func(d *Deed) error
		events     []string
		renn, elde []string
	}{
		{"as read", func(*Deed) error { return nil }, []string{`occurred meeting of Ada Renn and Tarvo Elde at "Velm" on 2031-03-05, "that day", suggested`}, against, nil},
		{"an event rejected", func(d *Deed) error { return d.Decide(id, event, Rejected, nil) }, nil, against, nil},
		{"an event edited", func(d *Deed) error { return d.Decide(id, event, Edited, edited) }, []string{`occurred call of Tarvo Elde at "Velm" on 2031-03, "", edited`}, against, nil},
		{"a position edited", func(d *Deed) error { return d.Decide(id, position, Edited, turned) }, []string{`occurred call of Tarvo Elde at "Velm" on 2031-03, "", edited`}, nil,
			[]string{"for a toll: rejected, by statement-63-69, edited"}},
		{"both taken back", func(d *Deed) error {
			if err := d.Decide(id, event, Suggested, nil); err != nil {
				return err
			}
			return d.Decide(id, position, Suggested, nil)
		}, []string{`occurred meeting of Ada Renn and Tarvo Elde at "Velm" on 2031-03-05, "that day", suggested`}, against, nil},
		{"a name rejected", func(d *Deed) error { return d.Decide(id, f.Keys.Entities[2], Rejected, nil) },
			[]string{`occurred meeting of Ada Renn and Tarvo Elde at "" on 2031-03-05, "that day", suggested`}, against, nil},
		{"two merged", func(d *Deed) error {
			renn, elde := entityOf(t, d.Tx(), "person/ada renn"), entityOf(t, d.Tx(), "person/tarvo elde")
			return d.Merge(elde.ID, renn.ID, false)
		}, []string{`occurred meeting of Ada Renn at "" on 2031-03-05, "that day", suggested`}, against, against},
		{"the article removed", func(d *Deed) error { return d.Remove(id) }, nil, nil, nil},
	} {
		do(t, a, step.deed)
		if got := tell(t, a); !slices.Equal(got, step.events) {
			t.Errorf("%s: the events are %q, want %q", step.name, got, step.events)
		}
		if got := stands(t, a, "person/ada renn"); !slices.Equal(got, step.renn) {
			t.Errorf("%s: Ada Renn is %q, want %q", step.name, got, step.renn)
		}
		if got := stands(t, a, "person/tarvo elde"); !slices.Equal(got, step.elde) {
			t.Errorf("%s: Tarvo Elde is %q, want %q", step.name, got, step.elde)
		}
		whole(t, a)
	}
}

// Check names what is not as the facts have it.
func TestCheckSeesHappenings(t *testing.T) {
	for change, want := range map[string]string{
		`UPDATE event SET who = '[]'`:            "What happened",
		`UPDATE event SET "last" = '2031-03-09'`: "What happened",
		`DELETE FROM event`:                      "What happened",
		`UPDATE position SET stance = 'for'`:     "for and against",
		`UPDATE position SET entity = NULL`:      "for and against",
		`UPDATE position SET state = 'accepted'`: "for and against",
		`INSERT INTO position SELECT id + 1, article, key, entity, stance, act, topic, words, statement, confidence, state FROM position`: "for and against",
	} {
		a := newArchive(t)
		add(t, a, talks("2031-03-06", "2031-03-05", "Ada Renn", "Tarvo Elde", "Velm", ""))
		if err := a.update(context.Background(), false, func(tx *Tx) error { return tx.exec(change) }); err != nil {
			t.Fatal(err)
		}
		h, err := a.Check(context.Background(), nil)
		if err != nil || len(h.Wrong) != 1 || !strings.Contains(h.Wrong[0], want) {
			t.Errorf("after %s Check = %q, %v, want to be told of %q", change, h.Wrong, err, want)
		}
	}
}

func factsOf(t *testing.T, a *Archive, article int64) *ArticleFacts {
	t.Helper()
	var f *ArticleFacts
	if err := a.View(context.Background(), func(tx *Tx) (err error) { f, err = tx.Facts(article); return err }); err != nil {
		t.Fatal(err)
	}
	return f
}

func entityOf(t *testing.T, tx *Tx, key string) Entity {
	t.Helper()
	e, err := tx.EntityOf(key)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// Whatever is decided, in whatever order, and taken back: what is drawn is what
// the facts and the decisions make it.
func TestHappeningsOfAnything(t *testing.T) {
	a := newArchive(t)
	r := rand.New(rand.NewPCG(5, 6))
	var articles []int64
	for i := range 4 {
		articles = append(articles, add(t, a, talks("2031-03-06", "2031-03-05", "Ada Renn", "Tarvo Elde", "Velm", fmt.Sprint(i)))...)
	}
	for i := range 200 {
		article := articles[r.IntN(len(articles))]
		what, err := randomHappening(a, r, article)
		if err != nil {
			t.Fatalf("step %d, %s: %v", i, what, err)
		}
		h, err := a.Check(context.Background(), nil)
		if err != nil || len(h.Wrong) > 0 {
			t.Fatalf("after step %d, %s: Check = %q, %v, want nothing wrong", i, what, h.Wrong, err)
		}
	}
}

// randomHappening decides on one fact of an article, or takes the last
// decision back.
func randomHappening(a *Archive, r *rand.Rand, article int64) (what string, err error) {
	if r.IntN(5) == 0 {
		if _, err = a.Undo(context.Background(), "", 0); strings.Contains(fmt.Sprint(err), "nothing to undo") {
			err = nil
		}
		return "undo", err
	}
	return "decide", try(a, func(d *Deed) error {
		f, err := d.Tx().Facts(article)
		if err != nil {
			return err
		}
		keys := slices.Concat(f.Keys.Events, f.Keys.Positions, f.Keys.Times, f.Keys.Entities, f.Keys.Statements)
		key, state := keys[r.IntN(len(keys))], []string{Accepted, Rejected, Suggested, Edited}[r.IntN(4)]
		who, value := r.IntN(4), []string{"", "2031-W10", "2031", "PAST_REF"}[r.IntN(4)]
		switch kind := KindOf(key); {
		case state == Edited && kind == "event":
			e := f.Events[0]
			e.Who, e.Where, e.When, e.Statement = []int{who, who, 1}, r.IntN(5), value, r.IntN(2)
			return d.Decide(article, key, state, e)
		case state == Edited && kind == "position":
			p := f.Positions[0]
			p.Actor, p.Statement = who, r.IntN(3)
			return d.Decide(article, key, state, p)
		case state == Edited && kind == "time":
			x := f.Times[0]
			x.Value = value
			return d.Decide(article, key, state, x)
		}
		return d.Decide(article, key, state, nil)
	})
}

// first is the migrations up to a schema.
func first(t *testing.T, schema int) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range steps(migrations.Files)[:schema] {
		b, err := fs.ReadFile(migrations.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: b}
	}
	return files
}

// An archive of an older schema has its events and positions drawn, and is
// whole.
func TestUpgradeDrawsHappenings(t *testing.T) {
	for schema := 1; schema < 3; schema++ {
		t.Run(fmt.Sprint("schema ", schema), func(t *testing.T) {
			path := t.TempDir() + "/onrecord.sqlite"
			a, err := open(path, first(t, 1), time.Now)
			if err != nil {
				t.Fatal(err)
			}
			x := talks("2031-03-06", "2031-W10", "Ada Renn", "Tarvo Elde", "Velm", "")
			err = a.update(context.Background(), true, func(tx *Tx) error {
				if err := tx.exec(`INSERT INTO entity (kind, name) VALUES ('person', 'Ada Renn'), ('person', 'Tarvo Elde'), ('place', 'Velm')`); err != nil {
					return err
				}
				return before2(tx, 1, x)
			})
			if err != nil {
				t.Fatal(err)
			}
			for version := 2; version <= schema; version++ {
				a.Close()
				if a, err = open(path, first(t, version), time.Now); err != nil {
					t.Fatal(err)
				}
			}
			a.Close()
			if a, err = Open(path); err != nil {
				t.Fatal(err)
			}
			defer a.Close()
			want := []string{`occurred meeting of Ada Renn and Tarvo Elde at "Velm" on 2031-W10, "that day", suggested`}
			if got := tell(t, a); !slices.Equal(got, want) {
				t.Errorf("after the upgrade the events are %q, want %q", got, want)
			}
			if got := stands(t, a, "person/ada renn"); len(got) != 1 {
				t.Errorf("after the upgrade Ada Renn is %q, want one position", got)
			}
			h := Health{}
			if err := a.View(context.Background(), func(tx *Tx) error { return tx.checkArticles(&h) }); err != nil || len(h.Wrong) > 0 {
				t.Errorf("checkArticles = %q, %v, want nothing wrong", h.Wrong, err)
			}
		})
	}
}
