package store

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/quick"

	"onrecord/extract/fact"
)

// The automatic rule: names that are one entity, and names that are not.
func TestKeyOf(t *testing.T) {
	for _, c := range []struct {
		kind fact.Kind
		a, b string
		same bool
	}{
		{fact.Person, "Tarvo Elde", "TARVO ELDE", true},
		{fact.Person, "Tarvo Elde", "Tarvo  Elde.", true},
		{fact.Person, "José Arnau", "Jose Arnau", true},
		{fact.Person, "Jørn Łaski", "Jorn Laski", true},
		{fact.Person, "Mr. Tarvo Elde", "Tarvo Elde", true},
		{fact.Person, "Prof. Dr. Tarvo Elde", "Tarvo Elde", true},
		{fact.Person, "J. K. Elde", "J K Elde", true},
		{fact.Person, "Aisha O’Dea", "Aisha O'Dea", true},
		{fact.Person, "Ana al-Sir", "Ana al Sir", true},
		{fact.Person, "Ｔarvo Elde", "Tarvo Elde", true},
		{fact.Place, "the Narrow Sea", "Narrow Sea", true},
		{fact.Organization, "The Harbour Board", "harbour board", true},
		{fact.Organization, "O.H.S.", "OHS", true},

		{fact.Person, "Elde", "Tarvo Elde", false},
		{fact.Person, "T. Elde", "Tarvo Elde", false},
		{fact.Person, "Mr Elde", "Mrs Elde", false},
		{fact.Person, "Mr Elde", "Elde", false},
		{fact.Person, "Tarvo Elde Jr.", "Tarvo Elde", false},
		{fact.Person, "Elde Tarvo", "Tarvo Elde", false},
		{fact.Person, "The Elde", "Elde", false},
		{fact.Organization, "Harbour Board", "Harbour Board of Velm", false},
		{fact.Place, "North Velm", "Northvelm", false},
		{fact.Person, "и", "й", false},
	} {
		if got := keyOf(c.kind, c.a) == keyOf(c.kind, c.b); got != c.same {
			t.Errorf("keyOf(%q) = %q and keyOf(%q) = %q, want the same: %v", c.a, keyOf(c.kind, c.a), c.b, keyOf(c.kind, c.b), c.same)
		}
	}
	if person, place := keyOf(fact.Person, "Velm"), keyOf(fact.Place, "Velm"); person == place {
		t.Errorf("a person and a place of one name have the key %q, want two", person)
	}
}

func TestShared(t *testing.T) {
	for key, want := range map[string]bool{
		"person/elde": true, "person/": true, "person/tarvo elde": false, "organization/foreign ministry": true,
		"organization/vessian foreign ministry": false, "organization/ohs": false, "place/velm": false,
	} {
		if got := shared(key); got != want {
			t.Errorf("shared(%q) = %v, want %v", key, got, want)
		}
	}
}

// What fold gives is folded, and holds nothing that ids are built with.
func TestFoldOfAnything(t *testing.T) {
	folded := func(s string) bool {
		f := fold(s)
		return fold(f) == f && !strings.ContainsAny(f, "/\x00") && f == strings.Join(strings.Fields(f), " ")
	}
	for _, s := range strange {
		if !folded(s) {
			t.Errorf("fold(%q) = %q, and fold of that %q", s, fold(s), fold(fold(s)))
		}
	}
	if err := quick.Check(folded, nil); err != nil {
		t.Error(err)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range strange {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if once := fold(s); fold(once) != once || strings.ContainsAny(once, "/\x00") {
			t.Errorf("fold(%q) = %q, and fold of that %q, want the same without slash", s, once, fold(once))
		}
	})
}

// Every list says where it is from, is sorted and has a word a line.
func TestWordLists(t *testing.T) {
	files, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := data.ReadFile("data/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		if head, _, _ := bytes.Cut(text, []byte("\n\n")); !bytes.HasPrefix(head, []byte("# ")) || !bytes.Contains(head, []byte("Written for this project")) {
			t.Errorf("%s does not say what it is and where it is from", file.Name())
		}
		var words []string
		for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
			if w := lines.Text(); !strings.HasPrefix(w, "#") {
				words = append(words, w)
			}
		}
		if len(words) == 0 || !slices.IsSorted(words) || len(slices.Compact(slices.Clone(words))) != len(words) {
			t.Errorf("%s has %d words, want them sorted, each once", file.Name(), len(words))
		}
	}
}
