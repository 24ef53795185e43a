package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// missed is words of an article in which the program found nothing.
const missed = "Tomas Oker of Port Velm denied that 40 ships would wait on Friday."

// placeIn is where words stand in an article.
func placeIn(f *ArticleFacts, words string) text.Span {
	at := strings.Index(f.text, words)
	return text.Span{Start: at, End: at + len(words)}
}

// additions is one fact of every kind, each about the missed words; speaker is
// the number of an entity.
func additions(f *ArticleFacts, speaker int) map[string]any {
	ships := 40.0
	at := func(words string) text.Span { return placeIn(f, words) }
	return map[string]any{
		"statement": fact.Statement{Content: []text.Span{at("40 ships would wait on Friday")}, Source: []text.Span{at("Tomas Oker")}, Speaker: speaker, Act: fact.Deny, Form: fact.Indirect},
		"entity":    fact.Entity{Name: "Tomas Oker", Kind: fact.Person, Mentions: []fact.Mention{{Span: at("Tomas Oker"), How: fact.ByName}}},
		"time":      fact.Time{Span: at("Friday"), Type: fact.Date, Value: "2031-03-07"},
		"amount":    fact.Amount{Span: at("40 ships"), Value: &ships, Unit: "ships"},
		"event":     fact.Event{Span: at("wait"), Mentions: []text.Span{at("wait")}, Kind: fact.Protest, Who: []int{speaker}, When: "2031-03-07", Status: fact.Possible},
		"position":  fact.Position{Span: at("denied"), Topic: []text.Span{at("40 ships would wait")}, Actor: speaker, Stance: fact.Against, Act: fact.Deny},
	}
}

// addFact adds a fact by a deed of its own and returns its key.
func addFact(t *testing.T, a *Archive, article int64, f any) (key string) {
	t.Helper()
	do(t, a, func(d *Deed) (err error) { key, err = d.AddFact(article, f); return err })
	return key
}

// drawnRows is the rows drawn of an article, whatever their kind.
func drawnRows(t *testing.T, a *Archive, article int64) (all []string) {
	t.Helper()
	for _, query := range []string{
		`SELECT 'statement ' || key || ' ' || state || ' ' || coalesce(speaker, 0) || ' ' || (id % 4096) FROM statement WHERE article = ? ORDER BY id`,
		`SELECT 'event ' || key || ' ' || state || ' ' || (id % 4096) FROM event WHERE article = ? ORDER BY id`,
		`SELECT 'position ' || key || ' ' || state || ' ' || (id % 4096) FROM position WHERE article = ? ORDER BY id`,
		`SELECT 'name ' || e.name FROM appearance p JOIN entity e ON e.id = p.entity WHERE p.article = ? ORDER BY e.name`,
	} {
		err := a.View(context.Background(), func(tx *Tx) error {
			some, err := rows(tx, scanKey, query, article)
			all = append(all, some...)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func TestAddFactOfEveryKind(t *testing.T) {
	for _, kind := range []string{"statement", "entity", "time", "amount", "event", "position"} {
		t.Run(kind, func(t *testing.T) {
			a := newArchive(t)
			article := add(t, a, harbour(missed))[0]
			before := factsOf(t, a, article)
			drawn := drawnRows(t, a, article)
			key := addFact(t, a, article, additions(before, before.Entities[0].ID)[kind])
			f := factsOf(t, a, article)
			if !f.Keys.has(key) || f.State(key) != Accepted || !IsAdded(key) || KindOf(key) != kind {
				t.Fatalf("AddFact(%s) = %q, which is %s in %v, want it accepted", kind, key, f.State(key), f.Keys)
			}
			whole(t, a)
			if rowed := strings.Contains(fmt.Sprint(drawnRows(t, a, article)), key); rowed != (kind == "statement" || kind == "event" || kind == "position") {
				t.Errorf("after AddFact(%s) the archive has %v", kind, drawnRows(t, a, article))
			}
			with := drawnRows(t, a, article)
			if _, err := a.Undo(context.Background(), "", 0); err != nil {
				t.Fatal(err)
			}
			if now := factsOf(t, a, article); !reflect.DeepEqual(now, before) || !reflect.DeepEqual(drawnRows(t, a, article), drawn) {
				t.Errorf("after Undo of AddFact(%s): %v, %v, want all as it was", kind, now.Keys, drawnRows(t, a, article))
			}
			whole(t, a)
			key = addFact(t, a, article, additions(before, before.Entities[0].ID)[kind])
			do(t, a, func(d *Deed) error { return d.DropFact(article, key) })
			whole(t, a)
			if _, err := a.Undo(context.Background(), "", 0); err != nil {
				t.Fatal(err)
			}
			if now := factsOf(t, a, article); !now.Keys.has(key) || len(drawnRows(t, a, article)) != len(with) {
				t.Errorf("after Undo of DropFact: %v, want %s back", now.Keys, key)
			}
			whole(t, a)
		})
	}
}

func TestAddFactRefusesWhatDoesNotFit(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour("Żagle stay."))[0]
	f := factsOf(t, a, article)
	half := placeIn(f, "Żagle")
	half.Start++
	for name, added := range map[string]any{
		"no words":                  fact.Statement{Act: fact.State},
		"words past the end":        fact.Time{Span: text.Span{Start: 5, End: 1000}},
		"words that are none":       fact.Time{Span: text.Span{Start: 5, End: 5}},
		"half a letter":             fact.Time{Span: half},
		"a speaker who is not here": fact.Statement{Content: []text.Span{{Start: 0, End: 4}}, Speaker: 77},
		"in a statement not here":   fact.Amount{Span: text.Span{Start: 0, End: 4}, Statement: 77},
		"no fact":                   "words",
	} {
		_, err := a.Do(context.Background(), "", "test", func(d *Deed) error { _, err := d.AddFact(article, added); return err })
		if !errors.Is(err, ErrInvalid) {
			t.Errorf("AddFact(%s) = %v, want ErrInvalid", name, err)
		}
	}
}

// A new name and what it says are one deed, and go together.
func TestAddNameWithItsStatement(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(missed))[0]
	before := factsOf(t, a, article)
	var name, said string
	do(t, a, func(d *Deed) (err error) {
		if name, err = d.AddFact(article, additions(before, 0)["entity"]); err != nil {
			return err
		}
		f, err := d.Tx().Facts(article)
		if err != nil {
			return err
		}
		said, err = d.AddFact(article, additions(before, f.Entities[len(f.Entities)-1].ID)["statement"])
		return err
	})
	whole(t, a)
	_, err := a.Do(context.Background(), "", "test", func(d *Deed) error { return d.DropFact(article, name) })
	if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), "speak of Tomas Oker") {
		t.Errorf("DropFact of a speaker = %v, want it refused", err)
	}
	if _, err := a.Undo(context.Background(), "", 0); err != nil {
		t.Fatal(err)
	}
	if f := factsOf(t, a, article); f.Keys.has(name) || f.Keys.has(said) {
		t.Errorf("after Undo: %v, want neither the name nor the statement", f.Keys)
	}
	whole(t, a)
}

// What hangs on an added fact keeps it there, whichever way it would go.
func TestDropFactWithWhatHangsOnIt(t *testing.T) {
	for name, hang := range map[string]func(d *Deed, article int64, key string, id int) error{
		"a claim": func(d *Deed, article int64, key string, _ int) error {
			claim, err := d.SaveClaim(Claim{Words: "Forty ships wait."})
			if err != nil {
				return err
			}
			return d.SaveLink(claim, article, key, "same")
		},
		"a tie": func(d *Deed, article int64, key string, _ int) error {
			f, err := d.Tx().Facts(article)
			if err != nil {
				return err
			}
			return d.SaveTie(Tie{From: fmt.Sprintf("statement/%d/%s", article, key), Relation: "contradicts", To: fmt.Sprintf("statement/%d/%s", article, f.Keys.Statements[0])})
		},
		"an amount": func(d *Deed, article int64, _ string, id int) error {
			_, err := d.AddFact(article, fact.Amount{Span: text.Span{Start: 0, End: 4}, Statement: id})
			return err
		},
		"an event": func(d *Deed, article int64, _ string, id int) error {
			_, err := d.AddFact(article, fact.Event{Span: text.Span{Start: 0, End: 4}, Kind: fact.Vote, Statement: id})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := newArchive(t)
			article := add(t, a, harbour(missed))[0]
			before := factsOf(t, a, article)
			var key string
			made := do(t, a, func(d *Deed) (err error) {
				key, err = d.AddFact(article, additions(before, 1)["statement"])
				return err
			})
			f := factsOf(t, a, article)
			hung := do(t, a, func(d *Deed) error { return hang(d, article, key, f.Statements[len(f.Statements)-1].ID) })
			_, err := a.Do(context.Background(), "", "test", func(d *Deed) error { return d.DropFact(article, key) })
			if !errors.Is(err, ErrInvalid) {
				t.Errorf("DropFact = %v, want it refused", err)
			}
			if _, err := a.Undo(context.Background(), "", made); !errors.Is(err, ErrStale) {
				t.Errorf("Undo of AddFact = %v, want ErrStale", err)
			}
			if _, err := a.Undo(context.Background(), "", hung); err != nil {
				t.Fatal(err)
			}
			do(t, a, func(d *Deed) error { return d.DropFact(article, key) })
			whole(t, a)
		})
	}
}

// An added fact is edited like any other, and goes with its edits.
func TestEditAndDropAddedFact(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(missed))[0]
	added := additions(factsOf(t, a, article), 1)["statement"].(fact.Statement)
	key := addFact(t, a, article, added)
	f := factsOf(t, a, article)
	edited := f.Statements[1]
	edited.Act = fact.Warn
	do(t, a, func(d *Deed) error { return d.Decide(article, key, Edited, edited) })
	if f = factsOf(t, a, article); f.Statements[1].Act != fact.Warn || f.State(key) != Edited {
		t.Errorf("after the edit: %s, %s, want warn, edited", f.Statements[1].Act, f.State(key))
	}
	whole(t, a)
	do(t, a, func(d *Deed) error { return d.DropFact(article, key) })
	whole(t, a)
	for range 3 {
		if _, err := a.Undo(context.Background(), "", 0); err != nil {
			t.Fatal(err)
		}
		whole(t, a)
	}
	if f = factsOf(t, a, article); f.Keys.has(key) {
		t.Errorf("after three undos: %v, want the addition gone", f.Keys)
	}
}

// What the user added, and the names and statements it speaks of, survive every
// reading.
func TestReadAgainKeepsAdditions(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for round := range 25 {
		a := newArchive(t)
		one := harbour(strings.Repeat("word ", 40))
		one.Facts = randomFacts(r, len(one.Article.Text))
		article := add(t, a, one)[0]
		for version := 2; version < 5; version++ {
			for range 3 {
				addAtRandom(t, a, r, article)
			}
			decideAtRandom(t, a, r, article)
			before := decided(factsOf(t, a, article))
			readAgain(t, a, Rereading{article, randomFacts(r, len(one.Article.Text)), version})
			if after := decided(factsOf(t, a, article)); !reflect.DeepEqual(before, after) {
				t.Fatalf("round %d, version %d: what the user holds was\n%v\nand is\n%v", round, version, before, after)
			}
			if lost := dangling(factsOf(t, a, article)); len(lost) > 0 {
				t.Fatalf("round %d, version %d: facts refer to %v, which is not there", round, version, lost)
			}
			whole(t, a)
		}
	}
}

// addAtRandom adds a random fact that speaks of others of the article.
func addAtRandom(t *testing.T, a *Archive, r *rand.Rand, article int64) {
	t.Helper()
	f := factsOf(t, a, article)
	other := randomFacts(r, len(f.text))
	who := func() int { return f.Entities[r.IntN(len(f.Entities))].ID }
	said := func() int { return f.Statements[r.IntN(len(f.Statements))].ID }
	s, e, p, x, n := other.Statements[0], other.Events[0], other.Positions[0], other.Amounts[0], other.Entities[0]
	s.Speaker, s.Inside, e.Who, e.Where, e.Statement = who(), said(), []int{who()}, who(), said()
	p.Actor, p.Statement, x.Where, x.Statement, n.Of = who(), said(), who(), said(), who()
	addFact(t, a, article, []any{s, e, p, x, n}[r.IntN(5)])
}

// Rows of added facts never meet those of the reading, however full it is.
func TestRowsOfAdditions(t *testing.T) {
	for _, c := range []struct{ read, added, drawn int }{{0, 3, 3}, {5, 2, 7}, {perArticle - 1, 3, perArticle}, {perArticle + 40, 1000, perArticle}, {perArticle + 1, 0, perArticle}} {
		seen := map[int64]bool{}
		last := int64(-1)
		for i := range c.read + c.added {
			row := rowOf(i, c.read+c.added, c.added)
			if row < 0 {
				continue
			}
			if row >= perArticle || row <= last {
				t.Fatalf("rowOf(%d) of %d read and %d added = %d after %d", i, c.read, c.added, row, last)
			}
			last, seen[row] = row, true
		}
		if len(seen) != c.drawn {
			t.Errorf("of %d read and %d added, %d have a row, want %d", c.read, c.added, len(seen), c.drawn)
		}
	}
}
