package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/migrations"
)

// The clock goes back for a while, as when a machine is set right; the journal
// keeps its order, and each day has its own entries.
func TestJournalIsNarrowed(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2031, 3, n, 12, 0, 0, 0, time.UTC) }
	now := day(4)
	a, err := open(filepath.Join(t.TempDir(), "onrecord.sqlite"), migrations.Files, func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	article := add(t, a, harbour(""))[0]
	for i, noun := range []string{"claim", "note", "claim", "both", "note"} {
		now = day([]int{4, 5, 4, 6, 6}[i])
		do(t, a, func(d *Deed) error {
			if noun != "note" {
				if _, err := d.SaveClaim(Claim{Words: noun}); err != nil {
					return err
				}
			}
			if noun != "claim" {
				_, err := d.SaveNote(Note{Article: &article, Words: noun})
				return err
			}
			return nil
		})
	}
	for _, c := range []struct {
		name  string
		f     HistoryFilter
		limit int
		want  string
	}{
		{"all", HistoryFilter{}, 9, "5 4 3 2 1"},
		{"a page", HistoryFilter{}, 2, "5 4"},
		{"the next page", HistoryFilter{Before: 4}, 2, "3 2"},
		{"notes", HistoryFilter{Nouns: []string{"note"}}, 9, "5 4 2"},
		{"claims and notes, each entry once", HistoryFilter{Nouns: []string{"note", "claim"}}, 3, "5 4 3"},
		{"a day to which the clock came back", HistoryFilter{From: day(4).Add(-12 * time.Hour), To: day(4).Add(12 * time.Hour)}, 9, "3 1"},
		{"notes of a day", HistoryFilter{Nouns: []string{"note"}, From: day(5).Add(-12 * time.Hour), To: day(5).Add(12 * time.Hour)}, 9, "2"},
		{"since a day", HistoryFilter{From: day(6).Add(-12 * time.Hour)}, 9, "5 4"},
		{"a day without any", HistoryFilter{From: day(9), To: day(10)}, 9, ""},
		{"records of which there are none", HistoryFilter{Nouns: []string{"story"}}, 9, ""},
	} {
		var got []string
		err := a.View(context.Background(), func(tx *Tx) error {
			all, err := tx.Journal(c.f, c.limit)
			for _, e := range all {
				got = append(got, fmt.Sprint(e.Seq))
			}
			return err
		})
		if all := strings.Join(got, " "); err != nil || all != c.want {
			t.Errorf("%s: Journal(%v) = %q, %v, want %q", c.name, c.f, all, err, c.want)
		}
	}
}

// What was said of two claims stands in the history of both.
func TestATieIsInTheHistoryOfBothClaims(t *testing.T) {
	a := newArchive(t)
	turns(t, a, "one two three")
	tied := do(t, a, func(d *Deed) error {
		return d.SaveTie(Tie{From: ClaimEnd(1), Relation: "contradicts", To: ClaimEnd(2)})
	})
	if _, err := a.Undo(context.Background(), "", 0); err != nil {
		t.Fatal(err)
	}
	for claim, want := range map[int64]string{1: fmt.Sprint(1, " ", tied, " ", tied+1), 2: fmt.Sprint(2, " ", tied, " ", tied+1), 3: "3"} {
		var got []string
		err := a.View(context.Background(), func(tx *Tx) error {
			all, err := tx.History(claim)
			for _, e := range all {
				got = append(got, fmt.Sprint(e.Seq))
			}
			return err
		})
		if all := strings.Join(got, " "); err != nil || all != want {
			t.Errorf("History(%d) = %q, %v, want %q", claim, all, err, want)
		}
	}
	whole(t, a)
}

func TestLastChange(t *testing.T) {
	a := newArchive(t)
	turns(t, a, "one two three=1 <")
	ready := do(t, a, func(d *Deed) error {
		_, err := d.SaveClaim(Claim{ID: 2, Words: "two", Status: "ready", Made: "2031-03-04T00:00:00Z"})
		return err
	})
	for _, c := range []struct {
		of   Changed
		want int64
	}{
		{Changed{"claim", "1", nil}, 4},
		{Changed{"claim", "1", []string{"words"}}, 4},
		{Changed{"claim", "1", []string{"status"}}, 1},
		{Changed{"claim", "2", nil}, ready},
		{Changed{"claim", "2", []string{"words", "who"}}, 2},
		{Changed{"claim", "3", nil}, 0},
	} {
		err := a.View(context.Background(), func(tx *Tx) error {
			e, err := tx.LastChange(c.of)
			if e.Seq != c.want || c.want == 0 && !errors.Is(err, ErrNotFound) {
				t.Errorf("LastChange(%v) = %d, %v, want %d", c.of, e.Seq, err, c.want)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// A mark of some columns does not see that others change.
func TestMarkOfColumns(t *testing.T) {
	a := newArchive(t)
	turns(t, a, "one")
	mark := func(columns ...string) (mark string) {
		t.Helper()
		if err := a.View(context.Background(), func(tx *Tx) (err error) { mark, err = tx.Mark("claim", "1", columns...); return err }); err != nil {
			t.Fatal(err)
		}
		return mark
	}
	whole, verdict := mark(), mark("verdict", "reason")
	turns(t, a, "other=1")
	if mark() == whole || mark("verdict", "reason") != verdict {
		t.Errorf("after the words changed the marks are %q and %q, want the first another one and %q", mark(), mark("verdict", "reason"), verdict)
	}
}

// What the history is found by can be lost like anything else, and Check says so.
func TestCheckNamesAChangedHistory(t *testing.T) {
	for sql, want := range map[string]string{
		`UPDATE standing SET done = 0`:     "Which deeds are taken back",
		`DELETE FROM standing`:             "Which deeds are taken back",
		`DELETE FROM touched`:              "The history of records",
		`UPDATE claim_history SET claim=9`: "The history of claims",
	} {
		a := newArchive(t)
		turns(t, a, "one")
		if err := a.update(context.Background(), true, func(tx *Tx) error { return tx.exec(sql) }); err != nil {
			t.Fatal(err)
		}
		if h, err := a.Check(context.Background(), nil); err != nil || len(h.Wrong) != 1 || !strings.HasPrefix(h.Wrong[0], want) {
			t.Errorf("after %s Check = %q, %v, want %q alone", sql, h.Wrong, err, want)
		}
	}
}

func TestExpect(t *testing.T) {
	a := newArchive(t)
	article := add(t, a, harbour(""))[0]
	key, id := "statement-16-39", factID(article, "statement-16-39")
	edit := func(d *Deed) error {
		f, err := d.Tx().Facts(article)
		if err != nil {
			return err
		}
		s := f.Statements[0]
		s.Said = "2031-03-0" + fmt.Sprint(d.ID()%9)
		return d.Decide(article, key, Edited, s)
	}
	decide := func(state string) func(*Deed) error {
		return func(d *Deed) error { return d.Decide(article, key, state, nil) }
	}
	for _, c := range []struct {
		name         string
		meanwhile    func(*Deed) error
		other, words bool // whether Expect and ExpectWords notice it
	}{
		{"nothing", func(*Deed) error { return nil }, false, false},
		{"accepted", decide(Accepted), true, false},
		{"rejected", decide(Rejected), true, false},
		{"edited", edit, true, true},
		{"edited again", edit, true, true},
		{"put back", decide(Suggested), true, false},
	} {
		var mark string
		err := a.View(context.Background(), func(tx *Tx) (err error) {
			if mark, err = tx.Mark("decision", id); err != nil {
				return err
			}
			marks, err := tx.MarksOfFacts(article)
			if got, there := marks[key]; there && got != mark || !there && marks[""] != mark {
				t.Errorf("%s: MarksOfFacts has %q, want %q", c.name, marks, mark)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		do(t, a, c.meanwhile)
		do(t, a, func(d *Deed) error {
			var changed *Changed
			other, words := d.Expect("decision", id, mark), d.ExpectWords(article, key, mark)
			if (other != nil) != c.other || (words != nil) != c.words {
				t.Errorf("%s meanwhile: Expect = %v and ExpectWords = %v", c.name, other, words)
			}
			if other != nil && (!errors.As(other, &changed) || changed.ID != id || !errors.Is(other, ErrStale)) {
				t.Errorf("%s meanwhile: Expect = %#v, want a *Changed of %s that is stale", c.name, other, id)
			}
			return d.Expect("decision", id, "")
		})
	}
}

// BenchmarkJournal asks for pages of a history of 100,000 entries.
func BenchmarkJournal(b *testing.B) {
	a := longJournal(b, 100_000)
	today := time.Now().Truncate(24 * time.Hour)
	for _, f := range []struct {
		name string
		f    HistoryFilter
	}{
		{"newest", HistoryFilter{}},
		{"in the middle", HistoryFilter{Before: 50_000}},
		{"notes", HistoryFilter{Nouns: []string{"note"}}},
		{"claims, of which there is one", HistoryFilter{Nouns: []string{"claim", "link", "tie"}}},
		{"a day", HistoryFilter{From: today, To: today.Add(24 * time.Hour)}},
		{"notes of a day", HistoryFilter{Nouns: []string{"note"}, From: today, To: today.Add(24 * time.Hour)}},
	} {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				if err := a.View(context.Background(), func(tx *Tx) error { _, err := tx.Journal(f.f, 51); return err }); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
