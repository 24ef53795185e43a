package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/extract/fact"
)

// doing is an article in which someone says something by an act.
func doing(who string, act fact.Act, words string) Arrival {
	a := person(who, "harbour master", words)
	a.Facts.Statements[0].Act = act
	return a
}

// TestSaidByAct holds what someone said to its acts: over all their names, and
// without what was rejected or is in an article that was removed.
func TestSaidByAct(t *testing.T) {
	a := newArchive(t)
	var arrivals []Arrival
	for i := range 4 {
		arrivals = append(arrivals, doing("Ilse Maren", fact.Warn, fmt.Sprintf("that storm %d comes", i)))
	}
	arrivals = append(arrivals, doing("Ilse Maren", fact.Deny, "that the pier is unsafe"), doing("Ilsa Maren", fact.Deny, "that it leaks"), doing("Pell Oster", fact.Warn, "that it rains"))
	added, err := a.Add(context.Background(), arrivals)
	if err != nil {
		t.Fatal(err)
	}
	maren := named(t, a, fact.Person, "Ilse Maren").ID
	check := func(when string, acts, newest, warned []string) {
		t.Helper()
		wantSaid(t, a, maren, when, acts, newest, warned)
	}
	check("at first", []string{"warn 4", "deny 1"}, []string{"that the pier is unsafe", "that storm 3 comes", "that storm 2 comes"},
		[]string{"that storm 3 comes", "that storm 2 comes", "that storm 1 comes", "that storm 0 comes"})
	do(t, a, func(d *Deed) error { return d.Merge(named(t, a, fact.Person, "Ilsa Maren").ID, maren, false) })
	do(t, a, func(d *Deed) error { return d.Decide(added[3].Article, keyIn(t, a, added[3].Article), Rejected, nil) })
	do(t, a, func(d *Deed) error { return d.Remove(added[1].Article) })
	check("after decisions", []string{"deny 2", "warn 2"}, []string{"that it leaks", "that the pier is unsafe", "that storm 2 comes", "that storm 0 comes"},
		[]string{"that storm 2 comes", "that storm 0 comes"})
}

// keyIn is the key of the first statement of an article.
func keyIn(t *testing.T, a *Archive, article int64) (key string) {
	t.Helper()
	err := a.View(context.Background(), func(tx *Tx) error {
		f, err := tx.Facts(article)
		if err == nil {
			key = f.Keys.Statements[0]
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// wantSaid fails the test unless someone has those acts, those newest two
// statements of each, and those warnings, page by page.
func wantSaid(t *testing.T, a *Archive, who int64, when string, acts, newest, warned []string) {
	t.Helper()
	var gotActs, gotNewest, gotWarned []string
	err := a.View(context.Background(), func(tx *Tx) error {
		counts, err := tx.ActsOf(who)
		for _, c := range counts {
			gotActs = append(gotActs, fmt.Sprintf("%s %d", c.Act, c.N))
		}
		if err != nil {
			return err
		}
		all, err := tx.NewestOfActs(who, counts, 2)
		for _, s := range all {
			gotNewest = append(gotNewest, s.Words)
		}
		if err != nil {
			return err
		}
		for before := int64(0); ; {
			page, err := tx.SaidAs(who, string(fact.Warn), before, 1)
			if err != nil || len(page) == 0 {
				return err
			}
			before = page[0].ID
			gotWarned = append(gotWarned, page[0].Words)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(gotActs, acts) || !slices.Equal(gotNewest, newest) || !slices.Equal(gotWarned, warned) {
		t.Errorf("%s the acts are %q, the newest %q, the warnings %q, want %q, %q, %q", when, gotActs, gotNewest, gotWarned, acts, newest, warned)
	}
}

// TestSaidByActIsLookedUp holds that acts are counted by an index alone.
func TestSaidByActIsLookedUp(t *testing.T) {
	a := newArchive(t)
	err := a.View(context.Background(), func(tx *Tx) error {
		plan, err := rows(tx, func(r scanner) (detail string, err error) {
			var id, parent, unused int
			return detail, r.Scan(&id, &parent, &unused, &detail)
		}, `EXPLAIN QUERY PLAN `+actCounts, 1)
		if text := strings.Join(plan, "; "); !strings.Contains(text, "COVERING INDEX statement_act") {
			t.Errorf("acts are counted by %q, want the index statement_act alone", text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWithLeavesTheReading holds that another fact in the place of one is put
// into a copy.
func TestWithLeavesTheReading(t *testing.T) {
	f := &ArticleFacts{Facts: fact.Facts{Times: []fact.Time{{Value: "2031-03-04"}, {Value: "2031-03-05"}}}, Keys: Keys{Times: []string{"time-0-1", "time-2-3"}}}
	other, err := f.With("time-2-3", `{"Value":"2031"}`)
	if err != nil || other.Times[1].Value != "2031" || other.Times[0].Value != "2031-03-04" || f.Times[1].Value != "2031-03-05" {
		t.Errorf("With gives %+v, %v and leaves %+v, want the second time changed in a copy", other, err, f.Times)
	}
	if same, err := f.With("time-2-3", ""); same != f || err != nil {
		t.Errorf("With no fact gives %+v, %v, want the reading itself", same, err)
	}
	if _, err := f.With("time-2-3", "{"); err == nil {
		t.Error("With half a fact gives no error")
	}
}
