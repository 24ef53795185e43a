package store

import (
	"context"
	"slices"
	"testing"

	"onrecord/extract/fact"
)

func TestCandidates(t *testing.T) {
	a := newArchive(t)
	add(t, a, person("Tarvo Elde", "harbour master, Velm", "1"), person("Elde", "", "2"), person("T. Elde", "", "3"), person("Ana Elde", "", "4"),
		person("Ilse Maren", "harbour master, Velm", "5"), person("Tarvo Brunn", "", "6"), says(fact.Place, "Elde", "", "7"),
		says(fact.Organization, "Organization for Harbour Safety", "", "8"), says(fact.Organization, "OHS", "", "9"),
		says(fact.Organization, "Velm Harbour Board", "", "10"), says(fact.Organization, "Harbour Board of Velm", "", "11"), says(fact.Organization, "Harbour Board", "", "12"))
	for _, c := range []struct {
		kind fact.Kind
		name string
		want []string
	}{
		{fact.Person, "Tarvo Elde", []string{"T. Elde", "Elde", "Ilse Maren", "Ana Elde"}},
		{fact.Person, "Elde", []string{"Ana Elde", "T. Elde", "Tarvo Elde"}},
		{fact.Person, "Tarvo Brunn", nil},
		{fact.Organization, "OHS", []string{"Organization for Harbour Safety"}},
		{fact.Organization, "Organization for Harbour Safety", []string{"OHS"}},
		{fact.Organization, "Harbour Board of Velm", []string{"Velm Harbour Board", "Harbour Board"}},
	} {
		err := a.View(context.Background(), func(tx *Tx) error {
			found, err := tx.Candidates(named(t, a, c.kind, c.name), 9)
			var got []string
			for _, x := range found {
				got = append(got, x.Name)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("Candidates(%s) = %q, want %q", c.name, got, c.want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
