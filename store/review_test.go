package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/extract/article"
	"onrecord/extract/document"
	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// gates is an article in which two people say so many things in turn, each of
// which takes a position, and of which the program is ever less sure.
func gates(published string, n int) Arrival {
	body := "Ada Renn and Tom Osk spoke."
	at := func(words string) text.Span {
		body += "\n\n" + words
		return text.Span{Start: len(body) - len(words), End: len(body)}
	}
	f := fact.Facts{Entities: []fact.Entity{
		{ID: 1, Name: "Ada Renn", Kind: fact.Person, Mentions: []fact.Mention{{Span: text.Span{Start: 0, End: 8}, How: fact.ByName}}, Confidence: 0.9},
		{ID: 2, Name: "Tom Osk", Kind: fact.Person, Mentions: []fact.Mention{{Span: text.Span{Start: 13, End: 20}, How: fact.ByName}}, Confidence: 0.9},
	}}
	for i := range n {
		said := at(fmt.Sprintf("that gate %d of %s be shut", i, published))
		sure := 0.99 - float64(i%4)/100
		f.Statements = append(f.Statements, fact.Statement{ID: i + 1, Content: []text.Span{said}, Speaker: 1 + i%2, Act: fact.Demand, Form: fact.Indirect, Confidence: sure})
		f.Positions = append(f.Positions, fact.Position{Span: said, Actor: 1 + i%2, Act: fact.Demand, Stance: fact.For, Topic: []text.Span{said}, Statement: i + 1, Confidence: sure})
	}
	day, err := time.Parse(time.DateOnly, published)
	if err != nil {
		panic(err)
	}
	return Arrival{
		Document: document.Document{Name: published, Source: "test", Format: document.Plain, Bytes: []byte(body)},
		Article:  article.Article{Title: "Gates of " + published, Language: "en", Text: body, Published: day, PublishedFrom: "header"},
		Facts:    f, Version: 4,
	}
}

// look reads the archive.
func look(t testing.TB, a *Archive, f func(*Tx) error) {
	t.Helper()
	if err := a.View(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

// walk is the keys of q from the first to the last, each as DAY/KEY's number in
// its article.
func walk(t *testing.T, a *Archive, q Queue) []string {
	t.Helper()
	var names []string
	look(t, a, func(tx *Tx) error {
		s, err := tx.First(q)
		seen := map[ref]bool{}
		for err == nil && !seen[ref{s.Article, s.Key}] {
			seen[ref{s.Article, s.Key}] = true
			names = append(names, nameOf(t, tx, s))
			s, err = tx.Next(q, s)
		}
		if errors.Is(err, ErrNotFound) && len(names) == 0 {
			return nil
		}
		return err
	})
	return names
}

// nameOf is a suggestion as "4.0": the day of its article and its number there.
func nameOf(t *testing.T, tx *Tx, s Suggestion) string {
	t.Helper()
	a, err := tx.Article(s.Article)
	if err != nil {
		t.Fatal(err)
	}
	at := spanOf(s.Key)
	words := a.Text[at.Start:at.End]
	if !strings.HasPrefix(words, "that gate ") {
		return a.Published[9:] + " " + words
	}
	return a.Published[9:] + "." + strings.Fields(words)[2]
}

func TestQueueOrders(t *testing.T) {
	a := newArchive(t)
	ids := add(t, a, gates("2031-03-04", 3), gates("2031-03-02", 2), gates("2031-03-06", 2), gates("2031-03-08", 2))
	var ada Entity
	look(t, a, func(tx *Tx) (err error) { ada, err = tx.EntityOf("person/ada renn"); return err })
	do(t, a, func(d *Deed) error { return d.Remove(ids[3]) })
	do(t, a, func(d *Deed) error {
		story := map[string]any{"name": "Gates", "about": "", "query": "", "made": ""}
		if err := d.Put("story", "9", story); err != nil {
			return err
		}
		for _, id := range []int64{ids[0], ids[2]} {
			if err := d.Put("story_item", fmt.Sprintf("9/article/%d", id), map[string]any{"story": 9, "article": id, "belongs": 1, "seq": 0, "made": ""}); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range []struct {
		name string
		q    Queue
		want string
	}{
		{"everywhere", Queue{Kind: "statement"}, "2.0 2.1 4.0 4.1 4.2 6.0 6.1"},
		{"positions", Queue{Kind: "position"}, "2.0 2.1 4.0 4.1 4.2 6.0 6.1"},
		{"no events", Queue{Kind: "event"}, ""},
		{"least sure first", Queue{Kind: "statement", LeastSure: true}, "4.2 2.1 4.1 6.1 2.0 4.0 6.0"},
		{"an article", Queue{Kind: "statement", Article: ids[0]}, "4.0 4.1 4.2"},
		{"an article, least sure first", Queue{Kind: "statement", Article: ids[0], LeastSure: true}, "4.2 4.1 4.0"},
		{"everything of an article", Queue{Article: ids[1]}, "2 Ada Renn|2 Tom Osk|2.0|2.0|2.1|2.1"},
		{"a story", Queue{Kind: "statement", Story: 9}, "4.0 4.1 4.2 6.0 6.1"},
		{"a story, least sure first", Queue{Kind: "statement", Story: 9, LeastSure: true}, "4.2 4.1 6.1 4.0 6.0"},
		{"a person", Queue{Kind: "statement", Who: ada.ID}, "2.0 4.0 4.2 6.0"},
		{"a person, least sure first", Queue{Kind: "statement", Who: ada.ID, LeastSure: true}, "4.2 2.0 4.0 6.0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sep := " "
			if strings.Contains(c.want, "|") {
				sep = "|"
			}
			got := walk(t, a, c.q)
			if strings.Join(got, sep) != c.want {
				t.Errorf("walk(%+v) = %q, want %q", c.q, got, c.want)
			}
			look(t, a, func(tx *Tx) error {
				n, err := tx.Waiting(c.q)
				if n != len(got) {
					t.Errorf("Waiting(%+v) = %d, want %d", c.q, n, len(got))
				}
				return err
			})
			checkSides(t, a, c.q)
		})
	}
}

// checkSides holds what lies before each suggestion of q against the order.
func checkSides(t *testing.T, a *Archive, q Queue) {
	t.Helper()
	look(t, a, func(tx *Tx) error {
		s, err := tx.First(q)
		var last Suggestion
		for i := 0; err == nil && (i == 0 || q.Compare(last, s) < 0); i++ {
			ahead, err := tx.Ahead(q, s)
			if err != nil || ahead != i {
				t.Errorf("Ahead(%+v, %s) = %d (%v), want %d", q, s.Key, ahead, err, i)
			}
			if before, err := tx.Previous(q, s, Sitting{}); i > 0 && before != last || i == 0 && !errors.Is(err, ErrNotFound) {
				t.Errorf("Previous(%+v, %s) = %v (%v), want %v", q, s.Key, before, err, last)
			}
			if there, err := tx.Place(q, s.Article, s.Key); err != nil || there != s {
				t.Errorf("Place(%+v, %s) = %v (%v), want %v", q, s.Key, there, err, s)
			}
			last = s
			if s, err = tx.Next(q, s); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestQueueOfNothing(t *testing.T) {
	a := newArchive(t)
	look(t, a, func(tx *Tx) error {
		for _, q := range []Queue{{}, {Kind: "statement; DROP TABLE claim"}, {Kind: "event", Who: 1}} {
			if _, err := tx.First(q); !errors.Is(err, ErrInvalid) {
				t.Errorf("First(%+v) = %v, want ErrInvalid", q, err)
			}
			if _, err := tx.Waiting(q); !errors.Is(err, ErrInvalid) {
				t.Errorf("Waiting(%+v) = %v, want ErrInvalid", q, err)
			}
			if _, err := tx.Place(q, 1, "event-1-2"); !errors.Is(err, ErrInvalid) {
				t.Errorf("Place(%+v) = %v, want ErrInvalid", q, err)
			}
		}
		if _, err := tx.Waiting(Queue{Kind: "statement", Article: 1}); !errors.Is(err, ErrNotFound) {
			t.Errorf("Waiting in an article that is not there = %v, want ErrNotFound", err)
		}
		return nil
	})
}

// Counting stops one over Many, however many wait.
func TestWaitingIsCapped(t *testing.T) {
	a := newArchive(t)
	for i := range 4 {
		add(t, a, gates(fmt.Sprintf("2031-03-%02d", i+1), 300))
	}
	var ada Entity
	look(t, a, func(tx *Tx) (err error) { ada, err = tx.EntityOf("person/ada renn"); return err })
	for _, c := range []struct {
		name string
		q    Queue
		want int
	}{{"everywhere", Queue{Kind: "statement"}, Many + 1}, {"a person", Queue{Kind: "statement", Who: ada.ID}, 600}} {
		look(t, a, func(tx *Tx) error {
			n, err := tx.Waiting(c.q)
			if n != c.want {
				t.Errorf("%s: Waiting = %d, want %d", c.name, n, c.want)
			}
			return err
		})
	}
}

// A sitting is told from the journal: what was decided since, as it stands now.
func TestSitting(t *testing.T) {
	a := newArchive(t)
	id := add(t, a, gates("2031-03-04", 8))[0]
	q := Queue{Kind: "statement"}
	keys := factsOf(t, a, id).Keys
	decide := func(i int, state string, edited any) int64 {
		return do(t, a, func(d *Deed) error { return d.Decide(id, keys.Statements[i], state, edited) })
	}
	decide(0, Accepted, nil) // before the sitting
	var since int64
	look(t, a, func(tx *Tx) (err error) { since, err = tx.LastDeed(); return err })
	want := func(name string, accepted, edited, rejected int, last int64) {
		t.Helper()
		look(t, a, func(tx *Tx) error {
			s, err := tx.Sitting(q, since)
			if s.Accepted != accepted || s.Edited != edited || s.Rejected != rejected || s.Last != last {
				t.Errorf("%s: Sitting = %+v, want %d accepted, %d edited, %d rejected, last %d", name, s, accepted, edited, rejected, last)
			}
			return err
		})
	}
	want("nothing yet", 0, 0, 0, 0)
	first := decide(1, Accepted, nil)
	want("one accepted", 1, 0, 0, first)
	second := decide(2, Rejected, nil)
	edited := factsOf(t, a, id).Statements[3]
	edited.Act = fact.Ask
	third := decide(3, Edited, edited)
	want("one of each", 1, 1, 1, third)
	do(t, a, func(d *Deed) error { return d.Decide(id, keys.Positions[1], Accepted, nil) })
	want("another kind", 1, 1, 1, third)
	if _, err := a.Undo(t.Context(), "", third); err != nil {
		t.Fatal(err)
	}
	want("the edit taken back", 1, 0, 1, second)
	fourth := decide(2, Accepted, nil)
	want("changed one's mind", 2, 0, 0, fourth)
	fifth := decide(0, Rejected, nil)
	want("one from before is no suggestion of this sitting", 2, 0, 0, fifth)
	look(t, a, func(tx *Tx) error {
		s, err := tx.Sitting(q, since)
		if err != nil {
			return err
		}
		at, err := tx.Place(q, id, keys.Statements[3])
		if err != nil {
			return err
		}
		before, err := tx.Previous(q, at, s)
		if before.Key != keys.Statements[2] {
			t.Errorf("Previous = %v, want the one decided before, %s", before, keys.Statements[2])
		}
		return err
	})
	whole(t, a)
}

func TestLastDecisions(t *testing.T) {
	a := newArchive(t)
	id := add(t, a, gates("2031-03-04", 8))[0]
	keys := factsOf(t, a, id).Keys
	do(t, a, func(d *Deed) error { return d.Decide(id, keys.Statements[0], Accepted, nil) })
	do(t, a, func(d *Deed) error { _, err := d.SaveClaim(Claim{Words: `"noun":"decision"`}); return err })
	seq := do(t, a, func(d *Deed) error { return d.Decide(id, keys.Entities[0], Rejected, nil) })
	if _, err := a.Undo(t.Context(), "", seq); err != nil {
		t.Fatal(err)
	}
	look(t, a, func(tx *Tx) error {
		all, err := tx.LastDecisions(50)
		if len(all) != 2 || all[0].Words != "Ada Renn" || !all[0].Undone || all[1].Words != "that gate 0 of 2031-03-04 be shut" || all[1].Undone {
			t.Errorf("LastDecisions = %+v, want the name, taken back, and the statement", all)
		}
		return err
	})
}

// A decision that leaves a fact as it reads writes no more than its state, and
// what it writes is what drawing the article writes.
func TestDecidingWritesWhatDrawingDoes(t *testing.T) {
	a := newArchive(t)
	id := add(t, a, gates("2031-03-04", 3), talks("2031-03-05", "2031-03-04", "Ada Renn", "Tom Osk", "Oss", "met"))
	for _, article := range id {
		f := factsOf(t, a, article)
		for _, key := range slices.Concat(f.Keys.Statements, f.Keys.Events, f.Keys.Positions) {
			for _, state := range []string{Accepted, Rejected, Suggested, Rejected, Accepted} {
				do(t, a, func(d *Deed) error { return d.Decide(article, key, state, nil) })
				whole(t, a)
			}
		}
	}
}

// BenchmarkQueue asks what one turn of the review queue asks, in each order: of
// the archive that the variable ONRECORD_BENCH_ARCHIVE names, else of one with
// 4,000 statements.
func BenchmarkQueue(b *testing.B) {
	path := os.Getenv("ONRECORD_BENCH_ARCHIVE")
	made := path == ""
	if made {
		path = filepath.Join(b.TempDir(), "onrecord.sqlite")
	}
	a, err := Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { a.Close() })
	for i := 0; made && i < 100; i++ {
		if _, err := a.Add(b.Context(), []Arrival{gates(time.Date(2031, 1, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), 40)}); err != nil {
			b.Fatal(err)
		}
	}
	var who int64
	look(b, a, func(tx *Tx) error {
		all, err := tx.Speakers("person", "", 1)
		if len(all) > 0 {
			who = all[0].ID
		}
		return err
	})
	for _, c := range []struct {
		name string
		q    Queue
	}{
		{"reading order", Queue{Kind: "statement"}},
		{"least sure first", Queue{Kind: "statement", LeastSure: true}},
		{"a person", Queue{Kind: "statement", Who: who}},
		{"a person, least sure first", Queue{Kind: "statement", Who: who, LeastSure: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var at Suggestion
			for b.Loop() {
				look(b, a, func(tx *Tx) (err error) { at, err = tx.turnOf(c.q, at); return err })
			}
		})
	}
}

// turnOf asks what a turn at a place asks, and is the place after it.
func (tx *Tx) turnOf(q Queue, at Suggestion) (Suggestion, error) {
	next, err := tx.Next(q, at)
	if err != nil {
		return at, err
	}
	if _, err = tx.Waiting(q); err != nil {
		return at, err
	}
	if _, err = tx.Ahead(q, next); err != nil {
		return at, err
	}
	_, err = tx.Sitting(q, 0)
	return next, err
}
