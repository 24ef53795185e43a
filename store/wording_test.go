package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWording(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a number in figures", "40,000 troops", "40000# troop"},
		{"a number in words", "Fourteen thousand, and more", "14000#"},
		{"figures and a word", "300 million crowns", "300000000# crown"},
		{"hundreds", "two hundred thousand litres", "200000# litr"},
		{"one of them is no number", "one of the pumps", "pump"},
		{"a day of a month", "talks on 12 March", "talk 12 march@"},
		{"a day of the week", "by Monday", "monday@"},
		{"a name", "the Brannic valley’s bank", "brannic^ valle bank"},
		{"nothing", "", ""},
		{"signs alone", "— … ,", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, w := range wording(c.text) {
				if sign := map[wordKind]string{plainWord: "", numberWord: "#", dateWord: "@", capitalWord: "^"}; w.kind != smallWord {
					got = append(got, w.stem+sign[w.kind])
				}
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("wording(%q) = %q, want %q", c.text, s, c.want)
			}
		})
	}
}

func TestNearWords(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same", "the harbour closes on Friday", "the harbour closes on Friday", true},
		{"a part of it", "at least 3,000 people had left villages on the far side", "3,000 people left their villages", true},
		{"another number", "3,000 people left", "5,000 ships came", false},
		{"one word is too little", "it", "that it was so", false},
	} {
		if got := nearWords(c.a, c.b); got != c.want {
			t.Errorf("%s: nearWords(%q, %q) = %v, want %v", c.name, c.a, c.b, got, c.want)
		}
	}
}

func TestSamePress(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Meridian", "the Meridian agency", true}, {"The Northern Ledger", "Northern Ledger", true},
		{"Meridian", "Meridian Today", false}, {"", "", false}, {"the agency", "agency", true},
	} {
		if got := samePress(c.a, c.b); got != c.want {
			t.Errorf("samePress(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// FuzzWording holds that words stand in order within any text.
func FuzzWording(f *testing.F) {
	for _, s := range []string{"40,000 troops", "Fourteen thousand, and", "12 March 12 March", "\xff’s ’", "1,,2 million billion one"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, w := range wording(s) {
			if w.start < at || w.end <= w.start || w.end > len(s) {
				t.Fatalf("wording(%q) has a word at [%d, %d) after %d", s, w.start, w.end, at)
			}
			at = w.end
		}
	})
}

// reportsOf is a claim with a statement of each of some articles, and their
// relations.
func reportsOf(t *testing.T, a *Archive, relation func(i int) string, articles ...int64) (claim int64) {
	t.Helper()
	return do(t, a, func(d *Deed) error {
		id, err := d.SaveClaim(Claim{Words: "The harbour closes on Friday."})
		for i, article := range articles {
			if err != nil {
				return err
			}
			err = d.SaveLink(id, article, keyIn(t, a, article), relation(i))
		}
		return err
	})
}

// TestJoins has an example of each rule by which two reports count as one.
func TestJoins(t *testing.T) {
	in := func(outlet string, day int, a Arrival) Arrival {
		a.Article.Outlet, a.Article.Published = outlet, a.Article.Published.AddDate(0, 0, day)
		return a
	}
	long := "that the old harbour of the town would close for the ships of the far islands"
	for _, c := range []struct {
		name   string
		a, b   Arrival
		want   int
		reason string
	}{
		{"two speakers", in("Coast Courier", 0, person("Ilse Maren", "master", "the harbour closes")), in("Gull Post", 1, person("Pell Oster", "mayor", "the pier is shut")), 2, ""},
		{"the same speaker on another day", in("Coast Courier", 0, person("Ilse Maren", "master", "the harbour closes")), in("Gull Post", 4, person("Ilse Maren", "master", "nobody sails")), 1, "on another day"},
		{"it names the outlet", in("Coast Courier", 0, person("Ilse Maren", "master", "the harbour closes")), in("Gull Post", 1, says("organization", "Coast Courier", "paper", "no ship can land")), 1, "names Coast Courier of 4 March 2031"},
		{"copied words", in("Coast Courier", 0, person("Ilse Maren", "the master", long)), in("Gull Post", 1, person("A guard", "a source", long)), 1, "word for word as in Coast Courier"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newArchive(t)
			claim := reportsOf(t, a, func(int) string { return "same" }, add(t, a, c.a, c.b)...)
			w := wordOf(t, a, claim)
			why := ""
			for _, o := range w.Origins {
				why += o.Reports[len(o.Reports)-1].Why
			}
			if w.Count() != c.want || !strings.Contains(why, c.reason) {
				t.Errorf("%d origins because %q, want %d because %q", w.Count(), why, c.want, c.reason)
			}
		})
	}
}

func wordOf(t *testing.T, a *Archive, claim int64) (w Word) {
	t.Helper()
	if err := a.View(t.Context(), func(tx *Tx) (err error) { w, err = tx.WhoseWord(claim); return err }); err != nil {
		t.Fatal(err)
	}
	return w
}

// TestWhatSpeaksAgainstIsNoOrigin holds that a denial counts for nothing.
func TestWhatSpeaksAgainstIsNoOrigin(t *testing.T) {
	a := newArchive(t)
	claim := reportsOf(t, a, func(i int) string { return [...]string{"same", "contradicts"}[i] },
		add(t, a, person("Ilse Maren", "master", "the harbour closes"), person("Pell Oster", "mayor", "it stays open"))...)
	if w := wordOf(t, a, claim); w.Count() != 1 || len(w.Against) != 1 || w.Articles != 2 {
		t.Errorf("%d origins, %d against, %d articles, want 1, 1, 2", w.Count(), len(w.Against), w.Articles)
	}
}

// suggestedWords is what is suggested for a claim.
func suggestedWords(t *testing.T, a *Archive, claim int64) (words []string) {
	t.Helper()
	err := a.View(t.Context(), func(tx *Tx) error {
		all, err := tx.SimilarTo(claim, 10)
		for _, s := range all {
			words = append(words, s.Words)
			if len(s.Why) == 0 || strings.Contains(s.Marked, Mark) != strings.Contains(s.Marked, Unmark) {
				t.Errorf("%q is suggested for %q, marked %q", s.Words, s.Why, s.Marked)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// TestRefused holds that a refused statement is not offered again, until the
// user takes it back, by undo too.
func TestRefused(t *testing.T) {
	a := newArchive(t)
	ids := add(t, a, person("Ilse Maren", "master", "40 ships wait at the harbour of Velm"), person("Ilse Maren", "master", "that 40 ships were waiting at the Velm harbour"))
	claim := reportsOf(t, a, func(int) string { return "same" }, ids[0])
	offered := []string{"that 40 ships were waiting at the Velm harbour"}
	check := func(when string, want []string) {
		t.Helper()
		if got := suggestedWords(t, a, claim); !slices.Equal(got, want) {
			t.Errorf("%s: suggested %q, want %q", when, got, want)
		}
		whole(t, a)
	}
	check("at first", offered)
	refusal := do(t, a, func(d *Deed) error { return d.Refuse(claim, ids[1], keyIn(t, a, ids[1])) })
	check("refused", nil)
	undo(t, a, refusal)
	check("undone", offered)
	do(t, a, func(d *Deed) error { return d.Refuse(claim, ids[1], keyIn(t, a, ids[1])) })
	do(t, a, func(d *Deed) error { return d.DropRefusal(claim, ids[1], keyIn(t, a, ids[1])) })
	check("offered again", offered)
	do(t, a, func(d *Deed) error { return d.SaveLink(claim, ids[1], keyIn(t, a, ids[1]), "repeats") })
	check("linked", nil)
	if err := try(a, func(d *Deed) error { return d.Refuse(claim, ids[1], "statement-1-2") }); err == nil {
		t.Error("Refuse of a statement that is not there gave no error")
	}
	removed := do(t, a, func(d *Deed) error {
		return errorsOf(d.Refuse(claim, ids[0], keyIn(t, a, ids[0])), d.RemoveClaim(claim))
	})
	undo(t, a, removed)
	whole(t, a)
}

// errorsOf is the first error of some.
func errorsOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("in order: %w", err)
		}
	}
	return nil
}
