package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"onrecord/extract/fact"
	"onrecord/extract/text"
)

// whatIsOpen is what is open within a scope, as "kind: words".
func whatIsOpen(t *testing.T, a *Archive, scope Scope) (all []string) {
	t.Helper()
	scope.Today = "2031-04-01"
	err := a.View(context.Background(), func(tx *Tx) error {
		groups, err := tx.OpenEnds(scope, 20)
		for _, g := range groups {
			for _, e := range g.Ends {
				all = append(all, g.Kind+": "+e.Statement.Words+e.Claim.Words+e.Event.Kind)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// acceptAll accepts every statement, event and position of some articles.
func acceptAll(t *testing.T, a *Archive, articles ...int64) {
	t.Helper()
	for _, id := range articles {
		do(t, a, func(d *Deed) error {
			f, err := d.Tx().Facts(id)
			if err != nil {
				return err
			}
			for _, keys := range [][]string{f.Keys.Statements, f.Keys.Events, f.Keys.Positions} {
				for _, k := range keys {
					if err := d.Decide(id, k, Accepted, nil); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
}

// planned is an article that tells of a meeting planned for a day.
func planned(day string) Arrival {
	x := person("Ilse Maren", "master", "nothing at the meeting")
	at := text.Span{Start: len(x.Article.Text) - 8, End: len(x.Article.Text) - 1}
	x.Facts.Events = []fact.Event{{Span: at, Mentions: []text.Span{at}, Kind: fact.Meeting, When: day, Status: fact.Planned, Rule: "test", Confidence: 0.9}}
	return x
}

// promised is an article with a promise for a day.
func promised(day string) Arrival {
	x := doing("Ilse Maren", fact.Promise, "to open it by Friday")
	end := len(x.Article.Text) - 1
	x.Facts.Times = []fact.Time{{Span: text.Span{Start: end - 6, End: end}, Type: fact.Date, Value: day, Rule: "test", Confidence: 0.9}}
	return x
}

func TestOpenEnds(t *testing.T) {
	for _, c := range []struct {
		name     string
		arrivals []Arrival
		then     func(d *Deed, ids []int64, keys []string) error
		want     []string
	}{
		{"a denial alone", []Arrival{doing("Ilse Maren", fact.Deny, "that it leaks")}, nil, []string{"denial: that it leaks"}},
		{"a denial that is tied to what it denies", []Arrival{doing("Ilse Maren", fact.Deny, "that it leaks"), doing("Pell Oster", fact.Warn, "that it leaks badly")},
			func(d *Deed, ids []int64, keys []string) error {
				return d.SaveTie(Tie{From: StatementEnd(ids[0], keys[0]), Relation: "contradicts", To: StatementEnd(ids[1], keys[1])})
			}, nil},
		{"an accusation alone", []Arrival{doing("Ilse Maren", fact.Accuse, "Pell Oster of lying")}, nil, []string{"accusation: Pell Oster of lying"}},
		{"an accusation that is answered", []Arrival{doing("Ilse Maren", fact.Accuse, "Pell Oster of lying"), doing("Pell Oster", fact.Warn, "that she is wrong")},
			func(d *Deed, ids []int64, keys []string) error {
				return d.SaveTie(Tie{From: StatementEnd(ids[1], keys[1]), Relation: "answers", To: StatementEnd(ids[0], keys[0])})
			}, nil},
		{"a claim of one article", []Arrival{doing("Ilse Maren", fact.Warn, "that it leaks")},
			func(d *Deed, ids []int64, keys []string) error {
				id, err := d.SaveClaim(Claim{Words: "It leaks."})
				return errors.Join(err, d.SaveLink(id, ids[0], keys[0], "same"))
			}, []string{"claim: It leaks."}},
		{"a claim of two speakers", []Arrival{doing("Ilse Maren", fact.Warn, "that it leaks"), doing("Pell Oster", fact.Warn, "that water comes in")},
			func(d *Deed, ids []int64, keys []string) error {
				id, err := d.SaveClaim(Claim{Words: "It leaks."})
				return errors.Join(err, d.SaveLink(id, ids[0], keys[0], "same"), d.SaveLink(id, ids[1], keys[1], "same"))
			}, nil},
		{"a day that has passed", []Arrival{planned("2031-03-12")}, nil, []string{"deadline: meeting"}},
		{"a day to come", []Arrival{planned("2031-05-12")}, nil, nil},
		{"a promise whose day has passed", []Arrival{promised("2031-03-07")}, nil, []string{"deadline: to open it by Friday"}},
		{"a promise for a day to come", []Arrival{promised("2031-06-07")}, nil, nil},
		{"one speaker with two numbers", []Arrival{doing("Ilse Maren", fact.State, "that 40 old ships wait at the pier"), doing("Ilse Maren", fact.State, "that 14 old ships waited at the pier")}, nil,
			[]string{"contradiction: that 40 old ships wait at the pier"}},
		{"two speakers with two numbers", []Arrival{doing("Ilse Maren", fact.State, "that 40 old ships wait at the pier"), doing("Pell Oster", fact.State, "that 14 old ships waited at the pier")}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newArchive(t)
			ids := add(t, a, c.arrivals...)
			if got := whatIsOpen(t, a, Scope{}); c.then == nil && len(got) > 0 {
				t.Errorf("before anything is confirmed %q is open, want nothing", got)
			}
			acceptAll(t, a, ids...)
			if c.then != nil {
				keys := make([]string, len(ids))
				for i, id := range ids {
					keys[i] = keyIn(t, a, id)
				}
				do(t, a, func(d *Deed) error { return c.then(d, ids, keys) })
			}
			if got := whatIsOpen(t, a, Scope{}); !slices.Equal(got, c.want) {
				t.Errorf("open: %q, want %q", got, c.want)
			}
			if got := whatIsOpen(t, a, Scope{Articles: ids, Suggestions: true}); !slices.Equal(got, c.want) {
				t.Errorf("open in the articles: %q, want %q", got, c.want)
			}
			if got := whatIsOpen(t, a, Scope{Articles: []int64{}}); len(got) > 0 {
				t.Errorf("open in no article: %q, want nothing", got)
			}
		})
	}
}

// TestSettled holds that what is put aside comes back when it is opened again,
// by undo too.
func TestSettled(t *testing.T) {
	a := newArchive(t)
	ids := add(t, a, doing("Ilse Maren", fact.Deny, "that it leaks"))
	want := []string{"denial: that it leaks"}
	end := fmt.Sprintf("denial/%d/%s", ids[0], keyIn(t, a, ids[0]))
	check := func(when string, want []string) {
		t.Helper()
		if got := whatIsOpen(t, a, Scope{Suggestions: true}); !slices.Equal(got, want) {
			t.Errorf("%s: open %q, want %q", when, got, want)
		}
		whole(t, a)
	}
	check("at first", want)
	seq := do(t, a, func(d *Deed) error { return d.Settle(end) })
	check("settled", nil)
	undo(t, a, seq)
	check("undone", want)
	do(t, a, func(d *Deed) error { return d.Settle(end) })
	do(t, a, func(d *Deed) error { return d.Reopen(end) })
	check("opened again", want)
	for _, wrong := range []string{"", "denial/x", "denial/1/nothing", "claim/99", "nothing/1", "claim/1/2"} {
		if err := try(a, func(d *Deed) error { return d.Settle(wrong) }); !errors.Is(err, ErrInvalid) && !errors.Is(err, ErrNotFound) {
			t.Errorf("Settle(%q) = %v, want ErrInvalid or ErrNotFound", wrong, err)
		}
	}
}
