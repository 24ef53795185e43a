package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Whatever is said of names, in whatever order, and taken back: what is drawn
// is what the facts and the records make it.
func TestIdentityOfAnything(t *testing.T) {
	a := newArchive(t)
	r := rand.New(rand.NewPCG(3, 4))
	names := []string{"Aa Elde", "Bb Elde", "Elde", "Cc Maren", "Maren", "Dd Brunn"}
	roles := []string{"", "mayor", "pilot", "Mayor"}
	one := func(all []string) string { return all[r.IntN(len(all))] }
	var articles []int64
	for i := range 12 {
		articles = append(articles, add(t, a, person(one(names), one(roles), fmt.Sprint("word ", i)))...)
	}
	done := map[string]int{}
	for i := range 250 {
		what, err := randomIdentity(t, a, r, names, articles)
		switch {
		case what == "import":
			articles = append(articles, add(t, a, person(one(names), one(roles), fmt.Sprint("later ", i)))...)
		case err == nil:
			done[what]++
		case !errors.Is(err, ErrInvalid) && !errors.Is(err, ErrStale) && !errors.Is(err, ErrNotFound):
			t.Fatalf("step %d, %s: %v", i, what, err)
		}
		h, err := a.Check(context.Background(), nil)
		if err != nil || len(h.Wrong) > 0 {
			t.Fatalf("after step %d, %s: Check = %q, %v, want nothing wrong", i, what, h.Wrong, err)
		}
	}
	for _, what := range []string{"merge", "unmerge", "rename", "part", "remove", "reject", "undo"} {
		if done[what] == 0 {
			t.Errorf("no %s was ever done: %v", what, done)
		}
	}
}

// randomIdentity does one random deed and says which; an import is the
// caller's.
func randomIdentity(t *testing.T, a *Archive, r *rand.Rand, names []string, articles []int64) (string, error) {
	t.Helper()
	var all []Entity
	if err := a.View(context.Background(), func(tx *Tx) (err error) { all, err = tx.Speakers("", "", 100); return err }); err != nil || len(all) == 0 {
		t.Fatalf("Speakers = %v, %v, want somebody", all, err)
	}
	some := func() Entity { return all[r.IntN(len(all))] }
	name := func() string { return names[r.IntN(len(names))] }
	switch r.IntN(9) {
	case 0:
		return "merge", try(a, func(d *Deed) error { return d.Merge(some().ID, some().ID, false) })
	case 1:
		return "unmerge", try(a, func(d *Deed) error {
			aliases, err := d.Tx().Aliases(some())
			if err != nil || len(aliases) == 0 {
				return cmp.Or(err, ErrNotFound)
			}
			return d.Unmerge(aliases[r.IntN(len(aliases))].Key)
		})
	case 2:
		return "rename", try(a, func(d *Deed) error {
			_, err := d.Rename(some().ID, []string{name(), strings.ToUpper(name()), "New Name"}[r.IntN(3)])
			return err
		})
	case 3, 4:
		return "part", try(a, func(d *Deed) error {
			e := some()
			uses, err := d.Tx().uses(e.ID)
			if err != nil {
				return err
			}
			var ids []int64
			for _, u := range uses[:r.IntN(len(uses)+1)] {
				ids = append(ids, u.article)
			}
			_, err = d.Part(e.ID, ids, []string{name(), e.Name + " II", "Someone"}[r.IntN(3)])
			return err
		})
	case 5:
		return "remove", try(a, func(d *Deed) error { return d.Remove(articles[r.IntN(len(articles))]) })
	case 6:
		article := articles[r.IntN(len(articles))]
		return "reject", try(a, func(d *Deed) error {
			f, err := d.Tx().Facts(article)
			if err != nil {
				return err
			}
			keys := slices.Concat(f.Keys.Entities, f.Keys.Statements)
			return d.Decide(article, keys[r.IntN(len(keys))], []string{Rejected, Suggested, Accepted}[r.IntN(3)], nil)
		})
	case 7:
		var last int64
		seq, err := lastSeq(a, nil)
		if last = seq; last > 0 {
			last = 1 + r.Int64N(seq)
		}
		if err == nil {
			_, err = a.Undo(context.Background(), "", last)
		}
		return "undo", err
	}
	return "import", nil
}

// BenchmarkIdentity says of somebody in 2,000 of 5,000 articles who they are,
// and takes it back.
func BenchmarkIdentity(b *testing.B) {
	ctx := context.Background()
	a, err := Open(b.TempDir() + "/onrecord.sqlite")
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	var arrivals []Arrival
	for i := range 5000 {
		who, role := "Tarvo Elde", "mayor"
		if i%5 >= 2 {
			who, role = fmt.Sprintf("Speaker %d", i), "pilot"
		}
		arrivals = append(arrivals, person(who, role, fmt.Sprint("word ", i)))
	}
	if _, err := a.Add(ctx, arrivals); err != nil {
		b.Fatal(err)
	}
	var most, other Entity
	err = a.View(ctx, func(tx *Tx) (err error) {
		if most, err = tx.EntityOf("person/tarvo elde"); err != nil {
			return err
		}
		other, err = tx.EntityOf("person/speaker 2")
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	var twenty []int64
	for _, deed := range []struct {
		name string
		do   func(d *Deed) error
	}{
		{"merge", func(d *Deed) error { return d.Merge(most.ID, other.ID, false) }},
		{"rename", func(d *Deed) error { _, err := d.Rename(most.ID, "Tarvo M. Elde"); return err }},
		{"part 20", func(d *Deed) error {
			if twenty == nil {
				all, err := d.Tx().WithRoles(most.ID, []string{"mayor"})
				if err != nil {
					return err
				}
				twenty = all[:20]
			}
			_, err := d.Part(most.ID, twenty, "Tarvo Elde II")
			return err
		}},
	} {
		b.Run(deed.name, func(b *testing.B) {
			for b.Loop() {
				seq, err := a.Do(ctx, "", "", deed.do)
				if err == nil {
					_, err = a.Undo(ctx, "", seq)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("people", func(b *testing.B) {
		for b.Loop() {
			if err := a.View(ctx, func(tx *Tx) error { _, err := tx.Speakers("person", "", 100); return err }); err != nil {
				b.Fatal(err)
			}
		}
	})
}
