package store

import (
	"context"
	"fmt"
	"testing"

	"onrecord/extract/fact"
)

// previewed is how many articles BenchmarkPreview has.
const previewed = 10_000

// BenchmarkPreview shows what lessons would change that touch every article,
// and what forgetting one gives back.
func BenchmarkPreview(b *testing.B) {
	ctx := context.Background()
	a, err := Open(b.TempDir() + "/onrecord.sqlite")
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	for n := 0; n < previewed; n += 1000 {
		var batch []Arrival
		for i := range 1000 {
			batch = append(batch, noted("noted", "mayor", fmt.Sprint("word ", n+i)))
		}
		if _, err := a.Add(ctx, batch); err != nil {
			b.Fatal(err)
		}
	}
	lessons := map[string]func() (Lesson, error){
		"cue":  func() (Lesson, error) { return NoCue("noted") },
		"name": func() (Lesson, error) { return NoName(fact.Person, "Tarvo Elde") },
		"role": func() (Lesson, error) { return OtherRole(fact.Person, "Tarvo Elde", "mayor", "pilot") },
	}
	for name, lesson := range lessons {
		l, err := lesson()
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				err := a.View(ctx, func(tx *Tx) error {
					p, err := tx.PreviewOf(l, 50)
					if err == nil && !p.Over() {
						return fmt.Errorf("%q would change %d facts, want over %d", l, p.Facts, Many)
					}
					return err
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	cue, err := lessons["cue"]()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("teach and forget a cue", func(b *testing.B) {
		for b.Loop() {
			seq, err := a.Do(ctx, "", "", func(d *Deed) error { _, err := d.Teach(cue, true); return err })
			if err == nil {
				_, err = a.Do(ctx, "", "", func(d *Deed) error { return d.Forget(seq) })
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}
