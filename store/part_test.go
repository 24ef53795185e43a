package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

// two is an archive with the mayor and the harbour master of one name, and
// their articles.
func two(t *testing.T) (a *Archive, mayor, master []int64) {
	t.Helper()
	a = newArchive(t)
	ids := add(t, a, person("Tarvo Elde", "mayor", "one"), person("Tarvo Elde", "mayor", "two"),
		person("Tarvo Elde", "harbour master", "three"), person("Tarvo Elde", "Harbour Master", "four"), person("Tarvo Elde", "", "five"))
	return a, ids[:2], ids[2:4]
}

const other = "Tarvo Elde (harbour master)"

func parts(t *testing.T, a *Archive, articles []int64, as string) int64 {
	t.Helper()
	who := id(t, a, "Tarvo Elde")
	return do(t, a, func(d *Deed) error { _, err := d.Part(who, articles, as); return err })
}

func TestPart(t *testing.T) {
	a, _, master := two(t)
	parted := parts(t, a, master, other)
	wantCast(t, a, "after parting", other+" 2/2", "Tarvo Elde 3/3")
	add(t, a, person("Tarvo Elde", "HARBOUR MASTER", "six"), person("Tarvo Elde", "mayor", "seven"),
		person("Tarvo Elde", "", "eight"), person("Tarvo Elde", "poet", "nine"))
	wantCast(t, a, "after a later import", other+" 3/3", "Tarvo Elde 6/6")
	undo(t, a, parted)
	wantCast(t, a, "after undo", "Tarvo Elde 9/9")
}

// The rule for later articles holds for every name of the entity, and for no
// other.
func TestPartOfSomebodyWithTwoNames(t *testing.T) {
	a, _, master := two(t)
	add(t, a, person("T. Elde", "mayor", "six"))
	merges(t, a, "T. Elde", "Tarvo Elde")
	parted := parts(t, a, master, other)
	add(t, a, person("T. Elde", "harbour master", "seven"), person("T. Elde", "", "eight"), person("Ilse Maren", "harbour master", "nine"))
	wantCast(t, a, "after a later import", "Ilse Maren 1/1", other+" 3/3", "Tarvo Elde 5/5")
	undo(t, a, parted)
	wantCast(t, a, "after undo", "Ilse Maren 1/1", "Tarvo Elde 8/8")
}

// A role that articles of both have tells nobody apart.
func TestPartByARoleThatBothHave(t *testing.T) {
	a, mayor, _ := two(t)
	parts(t, a, mayor[:1], "Tarvo Elde (of Velm)")
	add(t, a, person("Tarvo Elde", "mayor", "six"))
	wantCast(t, a, "after a later import", "Tarvo Elde (of Velm) 1/1", "Tarvo Elde 5/5")
}

// What was said of the articles there were is not changed by what is said for
// those to come: an article that was left stays, a second parting by the same
// role takes over from its day on.
func TestPartTwice(t *testing.T) {
	a, _, master := two(t)
	parts(t, a, master, other)
	add(t, a, person("Tarvo Elde", "harbour master", "six"))
	back := id(t, a, other)
	who := id(t, a, "Tarvo Elde")
	do(t, a, func(d *Deed) error { return d.Merge(back, who, false) })
	wantCast(t, a, "after they are one again", "Tarvo Elde 6/6")
	add(t, a, person("Tarvo Elde", "harbour master", "seven"))
	wantCast(t, a, "and a later import", "Tarvo Elde 7/7")
	again := do(t, a, func(d *Deed) error {
		all, err := d.Tx().WithRoles(who, []string{"harbour master"})
		if err != nil || len(all) != 4 {
			return fmt.Errorf("WithRoles = %v, %w, want 4 articles", all, err)
		}
		_, err = d.Part(who, all, "Tarvo Elde II")
		return err
	})
	add(t, a, person("Tarvo Elde", "harbour master", "eight"))
	wantCast(t, a, "after the second parting", "Tarvo Elde 3/3", "Tarvo Elde II 5/5")
	undo(t, a, again)
	wantCast(t, a, "after undo", "Tarvo Elde 8/8")
}

// A wrong merge can be parted by articles, and an article can be given to
// somebody there is.
func TestPartToSomebodyThereIs(t *testing.T) {
	a, _, master := two(t)
	add(t, a, person("Ilse Maren", "pilot", "six"))
	parts(t, a, master[:1], "Ilse Maren")
	wantCast(t, a, "after giving an article away", "Ilse Maren 2/2", "Tarvo Elde 4/4")
	from := id(t, a, "Ilse Maren")
	do(t, a, func(d *Deed) error { _, err := d.Part(from, master[:1], "Tarvo Elde"); return err })
	wantCast(t, a, "after giving it back", "Ilse Maren 1/1", "Tarvo Elde 5/5")
}

func TestPartsThatAreRefused(t *testing.T) {
	a, mayor, master := two(t)
	who := id(t, a, "Tarvo Elde")
	everything := slices.Concat(mayor, master, []int64{master[1] + 1})
	for what, c := range map[string]struct {
		articles []int64
		as       string
		want     error
	}{
		"the name it has":   {master, "tarvo ELDE", ErrInvalid},
		"no name":           {master, " ", ErrInvalid},
		"no articles":       {nil, other, ErrInvalid},
		"all its articles":  {everything, other, ErrInvalid},
		"an unknown one":    {[]int64{99}, other, ErrNotFound},
		"twice all of them": {slices.Concat(everything, everything), other, ErrInvalid},
	} {
		if err := try(a, func(d *Deed) error { _, err := d.Part(who, c.articles, c.as); return err }); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", what, err, c.want)
		}
	}
	wantCast(t, a, "after all that", "Tarvo Elde 5/5")
}
