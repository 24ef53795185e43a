package store

import (
	"context"
	"fmt"
	"testing"
)

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
